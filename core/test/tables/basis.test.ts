/**
 * What each figure rests on, which protection goes by: the counts with their keys, how many persons are behind them, and
 * what they count. Of the seven actualisations of tables-of.ts, by hand.
 */
import { describe, expect, it } from 'vitest';
import { countAll, RARE_REFERRERS, withoutRareReferrers, yearsOf } from '../../src/tables/counts.ts';
import { dayNumber } from '../../src/register/day.ts';
import { lathundTables } from '../../src/tables/tables.ts';
import type { TableId } from '../../src/tables/table.ts';
import { analysisOf, GROUPS, SEVEN, tableOf, type Rows } from './tables-of.ts';

/** Each cell as its kind and its counts: `percent: woman|all 1 actualisations of 1 / …`. */
function basisOf(rows: Rows, id: TableId, given: object = GROUPS): Record<string, string> {
  return Object.fromEntries(
    tableOf(rows, id, given).rows.flatMap(({ key, cells }) =>
      Object.entries(cells).map(([column, { kind, basis }]) => [
        `${key}, ${column}`,
        `${kind}: ${basis.map((c) => `${c.key} ${String(c.n)} ${c.of} of ${String(c.persons)}`).join(' / ')}`,
      ]),
    ),
  );
}

it('the columns stand in the order of the report', () => {
  const columns = Object.fromEntries(
    analysisOf(SEVEN, GROUPS).tables.map((table) => [table.id, table.columns]),
  );
  expect(columns).toEqual({
    'persons-by-group': ['persons', 'percent'],
    'actualisations-by-group': ['persons', 'actualisations', 'percent'],
    'group-profile': ['1', '2', '3+', 'total'],
    'per-year': ['actualisations', 'persons'],
    'sex-and-age': ['actualisations', 'percent', 'mean-age'],
    summary: ['number', 'percent', 'mean'],
  });
});

describe('what is counted', () => {
  it('in persons-by-group are persons', () => {
    expect(basisOf(SEVEN, 'persons-by-group')).toMatchObject({
      '3+, persons': 'count: persons|group=3+ 1 persons of 1',
      '3+, percent': 'percent: persons|group=3+ 1 persons of 1 / persons|all 3 persons of 3',
      'total, persons': 'count: persons|all 3 persons of 3',
    });
  });

  it('in actualisations-by-group are both', () => {
    expect(basisOf(SEVEN, 'actualisations-by-group')).toMatchObject({
      '2, persons': 'count: persons|group=2 1 persons of 1',
      '2, actualisations': 'count: actualisation|group=2 2 actualisations of 1',
      '2, percent':
        'percent: actualisation|group=2 2 actualisations of 1 / actualisation|all 7 actualisations of 3',
    });
  });

  it('in per-year are both, by year', () => {
    expect(basisOf(SEVEN, 'per-year')).toEqual({
      '2018, actualisations': 'count: actualisation|year=2018 3 actualisations of 3',
      '2018, persons': 'count: persons|year=2018 3 persons of 3',
      '2019, actualisations': 'count: actualisation|year=2019 0 actualisations of 0',
      '2019, persons': 'count: persons|year=2019 0 persons of 0',
      '2020, actualisations': 'count: actualisation|year=2020 4 actualisations of 2',
      '2020, persons': 'count: persons|year=2020 2 persons of 2',
      'mean, actualisations': 'mean: actualisation|all 7 actualisations of 3 / years|all 3 years of Infinity',
      'mean, persons': 'mean: persons summed over years|all 5 persons of 3 / years|all 3 years of Infinity',
    });
  });

  it('in sex-and-age are actualisations and years of age', () => {
    expect(basisOf(SEVEN, 'sex-and-age')).toMatchObject({
      'men, actualisations': 'count: man|all 5 actualisations of 2',
      'men, percent': 'percent: man|all 5 actualisations of 2 / sex-known|all 6 actualisations of 3',
      'men, mean-age':
        'mean: sum of age-known:man|all 236 years of age of 2 / age-known:man|all 5 actualisations of 2',
      'reports, actualisations': 'count: report|all 4 reports of 2',
      'total, mean-age':
        'mean: sum of age-known|all 266 years of age of 3 / age-known|all 6 actualisations of 3',
    });
  });

  it('in summary are also investigations and reports, and ages by year', () => {
    expect(basisOf(SEVEN, 'summary')).toMatchObject({
      'investigations, number': 'count: investigation|all 4 investigations of 2',
      'investigations-per-person, mean':
        'mean: investigation|all 4 investigations of 2 / persons|all 3 persons of 3',
      'lob, percent': 'percent: lob|all 2 actualisations of 2 / type-known|all 6 actualisations of 3',
      'mean-age-lowest-year, mean':
        'mean: sum of age-known|year=2018 120 years of age of 3 / age-known|year=2018 3 actualisations of 3',
      'referrer:Polisen, percent': 'percent: referrer:Polisen|all 2 reports of 1 / report|all 4 reports of 2',
      'referrer-missing, number': 'count: referrer-missing|all 1 reports of 1',
    });
  });

  it('in group-profile are actualisations, or persons where they are the base', () => {
    expect(basisOf(SEVEN, 'group-profile')).toMatchObject({
      'percent-women, 3+':
        'percent: woman|group=3+ 0 actualisations of 0 / sex-known|group=3+ 3 actualisations of 1',
      'percent-of-investigations, 1':
        'percent: investigation|group=1 1 investigations of 1 / investigation|all 4 investigations of 2',
    });
    expect(basisOf(SEVEN, 'group-profile', { ...GROUPS, profileBase: 'persons' })).toMatchObject({
      'percent-lob, total':
        'percent: persons with lob|all 2 persons of 2 / persons with type-known|all 3 persons of 3',
      'mean-age, 2':
        'mean: sum of age-known|group=2 82 years of age of 1 / age-known|group=2 2 actualisations of 1',
    });
  });
});

describe('a row of what is missing', () => {
  const whole: Rows = [
    ['Person', 'Datum', 'Typ', 'Anmälare', 'Beslut', 'Kön', 'Ålder'],
    ['A', '2018-01-01', 'Anmälan', 'Polisen', 'Ja', 'Kvinna', 30],
    ['B', '2018-02-01', 'Ansökan', null, 'Nej', 'Man', 40],
  ];

  it('is there only where something is: an application needs no referrer', () => {
    const keys = (id: TableId) => tableOf(whole, id).rows.map(({ key }) => key);
    expect(keys('group-profile').at(-1)).toBe('referrer:Polisen');
    expect(keys('summary').at(-1)).toBe('referrer:Polisen');
    expect(keys('sex-and-age')).toEqual(['men', 'women', 'applications', 'reports', 'total']);
  });
});

describe('referrers', () => {
  /** Reports by referrers: Polisen by two persons, Anhörig and Skola by one each, Granne by nobody but an application. */
  const rows: Rows = [
    ['Person', 'Datum', 'Typ', 'Anmälare'],
    ['A', '2018-01-01', 'Anmälan', 'Skola'],
    ['A', '2018-02-01', 'Anmälan', 'Polisen'],
    ['B', '2018-01-01', 'Anmälan', 'Polisen'],
    ['B', '2018-03-01', 'Anmälan', 'Anhörig'],
    ['B', '2018-04-01', 'Anmälan', 'Anhörig'],
    ['C', '2018-04-01', 'Ansökan', 'Granne'],
    ['C', '2018-05-01', 'Anmälan', null],
  ];
  const asOf = dayNumber(2022, 12, 31);
  const merged = (threshold: number) => {
    const { register, lathund, counts, settings } = analysisOf(rows);
    const without = withoutRareReferrers(register, counts, threshold);
    const anew = countAll(without, lathund, asOf);
    return { register, without, anew, tables: lathundTables(anew, settings) };
  };

  it('stand by falling number of reports, of equally many by name; those of applications alone are not there', () => {
    expect(analysisOf(rows).counts.referrers).toEqual(['Anhörig', 'Polisen', 'Skola']);
  });

  it('with reports about fewer persons than the threshold are one, the missing not among them', () => {
    const { without, anew, tables } = merged(2);
    expect(without.referrer!.codes.at(-1)).toBe(RARE_REFERRERS);
    expect(without.referrer!.names.at(-1)).toBe('');
    expect(anew.referrers).toEqual(['Polisen']);
    expect(anew.count('referrer-other', 'all')).toEqual({
      key: 'referrer-other|all',
      n: 3,
      persons: 2,
      of: 'reports',
    });
    expect(anew.count('referrer-missing', 'all')).toMatchObject({ n: 1, persons: 1 });
    for (const id of ['group-profile', 'summary'] as const) {
      const table = tables.find((one) => one.id === id)!;
      const other = table.rows.find(({ key }) => key === 'referrer-other')!;
      expect(other.cells[id === 'summary' ? 'percent' : 'total']).toMatchObject({
        numerator: 3,
        denominator: 6,
        of: 'reports',
      });
      expect(table.rows.map(({ key }) => key).filter((key) => key.startsWith('referrer'))).toEqual([
        'referrer:Polisen',
        'referrer-other',
        'referrer-missing',
      ]);
    }
  });

  it('with as many persons as the threshold or more stay, and the register as it was where all do', () => {
    const { register, without } = merged(1);
    expect(without).toBe(register);
    expect(merged(3).anew.referrers).toEqual([]);
    expect(merged(3).anew.count('referrer-other', 'all')).toMatchObject({ n: 5, persons: 2 });
    const { register: bare, counts } = analysisOf([['Person', 'Datum'], ['A', '2018-01-01']]); // prettier-ignore
    expect(withoutRareReferrers(bare, counts, 5)).toBe(bare);
  });
});

it('the lowest known age is told, 0 where none is', () => {
  const lowest = (...ages: readonly (number | null)[]) =>
    analysisOf([['Person', 'Datum', 'Ålder'], ...ages.map((age) => ['A', '2018-01-01', age])]).counts
      .lowestAge;
  expect(lowest(30, null, 24, 51)).toBe(24);
  expect(lowest(null, 17)).toBe(17);
  expect(lowest(0, 40)).toBe(0);
  expect(lowest(null, null)).toBe(0);
});

describe('the years', () => {
  const listOf = (thisYear: number, ...years: readonly number[]) =>
    yearsOf({ day: Int32Array.from(years, (year) => dayNumber(year, 6, 15)), used: years.length }, thisYear)
      .list;

  it('run from the first likely one, 1990 at the earliest, to this one', () => {
    expect(listOf(1994, 1990, 1992)).toEqual([1990, 1991, 1992]);
    expect(listOf(1994, 1992, 1994)).toEqual([1992, 1993, 1994]);
  });

  it('before 1990 or to come are shown only where they occur, each in its place', () => {
    expect(listOf(1994, 1989, 1992, 1990)).toEqual([1989, 1990, 1991, 1992]);
    expect(listOf(1994, 1987, 1989)).toEqual([1987, 1989]);
    expect(listOf(1994, 1993, 1995, 1997)).toEqual([1993, 1995, 1997]);
    expect(listOf(1994, 2051, 1918, 1993)).toEqual([1918, 1993, 2051]);
  });
});
