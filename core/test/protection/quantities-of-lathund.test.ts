/**
 * What a reader knows to hold between the figures of the lathund: the sums and limits of the seven actualisations of
 * three persons (../tables/tables-of.ts), written out by hand from definitions.md, and the cells that no table shows.
 */
import { describe, expect, it } from 'vitest';
import { lathundQuantities, topQuantities } from '../../src/protection/lathund-quantities.ts';
import { readSystem, type Quantities, type Sum } from '../../src/protection/quantities.ts';
import { analysisOf, GROUPS, SEVEN, without, type Rows } from '../tables/tables-of.ts';

function quantitiesOf(rows: Rows, given: object = GROUPS): Quantities {
  const { counts, tables, lathund } = analysisOf(rows, given);
  return lathundQuantities(counts, tables, lathund);
}

/** `whole = part + part`, whatever the order of the parts. */
function spelled(sum: Sum): string {
  const side = (sign: number) =>
    sum
      .filter(([factor]) => factor * sign > 0)
      .map(([factor, key]) => (Math.abs(factor) === 1 ? key : `${String(Math.abs(factor))} ${key}`))
      .sort()
      .join(' + ');
  const sides = [side(1), side(-1)].sort(
    (a, b) => a.split(' + ').length - b.split(' + ').length || (a < b ? -1 : 1),
  );
  return sides.join(' = ');
}

const equationsOf = ({ equations }: Quantities) => new Set(equations.map(spelled));
const GROUP_SCOPES = ['group=1', 'group=2', 'group=3+'];
const SCOPES = [...GROUP_SCOPES, 'all'];

/** The sum with each count at this scope: `actualisation = sex-known + sex-unknown`. */
const at = (scope: string, sum: string) =>
  spelled([
    [-1, `${sum.split(' = ')[0]!}|${scope}`],
    ...sum.split(' = ')[1]!.split(' + ').map((part) => [1, `${part}|${scope}`] as const), // prettier-ignore
  ]);
const over = (measure: string, scopes: readonly string[]) =>
  spelled([[-1, `${measure}|all`], ...scopes.map((scope) => [1, `${measure}|${scope}`] as const)]);

describe('the seven actualisations', () => {
  const equations = () => equationsOf(quantitiesOf(SEVEN));

  it.each([
    'actualisation = sex-known + sex-unknown',
    'sex-known = man + woman',
    'actualisation = type-known + type-unknown',
    'type-known = application + report + type-other',
    'actualisation = investigation-known + investigation-unknown',
    'investigation-known = investigation + no-investigation',
    'actualisation = age-known + age-unknown',
    'report = referrer:Polisen + referrer:Anhörig + referrer-missing',
  ])('in each group and in all, %s', (sum) => {
    const found = equations();
    for (const scope of SCOPES) expect(found).toContain(at(scope, sum));
  });

  it.each([
    'persons',
    'actualisation',
    'sex-known',
    'man',
    'woman',
    'sex-unknown',
    'type-known',
    'application',
    'report',
    'lob',
    'type-other',
    'type-unknown',
    'investigation-known',
    'investigation',
    'no-investigation',
    'investigation-unknown',
    'age-known',
    'age-unknown',
    'referrer:Polisen',
    'referrer:Anhörig',
    'referrer-missing',
    'sum of age-known',
  ])('groups sum to all: %s', (measure) => {
    expect(equations()).toContain(over(measure, GROUP_SCOPES));
  });

  it('a group of one or two actualisations each has as many, or twice as many, as persons', () => {
    expect(equations()).toContain('actualisation|group=1 = persons|group=1');
    expect(equations()).toContain('2 persons|group=2 = actualisation|group=2');
  });

  it('years sum to all, and persons to those of all years, who may be the same', () => {
    const years = ['year=2018', 'year=2019', 'year=2020'];
    for (const measure of ['actualisation', 'age-known', 'sum of age-known'])
      expect(equations()).toContain(over(measure, years));
    expect(equations()).toContain(
      'persons summed over years|all = persons|year=2018 + persons|year=2019 + persons|year=2020',
    );
  });

  it('ages sum by sex and by type, as do those whose age is known', () => {
    for (const of of ['age-known', 'sum of age-known']) {
      const split = (...parts: string[]) =>
        spelled([[-1, `${of}|all`], ...parts.map((part) => [1, `${of}:${part}|all`] as const)]);
      expect(equations()).toContain(split('man', 'woman', 'sex-unknown'));
      expect(equations()).toContain(split('application', 'report', 'type-other', 'type-unknown'));
    }
  });

  it('limits: LOB are reports, persons no more than actualisations, three or more to each of the last group', () => {
    const limits = new Set(
      quantitiesOf(SEVEN).inequalities!.map(
        (sum) =>
        sum.map(([factor, key]) => `${String(factor)} ${key}`).sort().join(', '), // prettier-ignore
      ),
    );
    for (const scope of SCOPES) expect(limits).toContain(`-1 lob|${scope}, 1 report|${scope}`);
    expect(limits).toContain('-3 persons|group=3+, 1 actualisation|group=3+');
    expect(limits).toContain('-1 persons|all, 1 persons summed over years|all');
    for (const year of [2018, 2019, 2020]) {
      expect(limits).toContain(`-1 persons|year=${String(year)}, 1 actualisation|year=${String(year)}`);
      expect(limits).toContain(`-1 persons|year=${String(year)}, 1 persons|all`);
    }
  });

  it('hold in truth, every one', () => {
    expect(() => readSystem(quantitiesOf(SEVEN))).not.toThrow();
  });

  it('have cells that no table shows: men of a group, other types, decisions not to investigate, ages by year', () => {
    const { cells } = quantitiesOf(SEVEN);
    const hidden = (key: string) => cells.find((cell) => cell.key === key)!.shown === 'never';
    for (const scope of GROUP_SCOPES) {
      expect(hidden(`man|${scope}`)).toBe(true);
      expect(hidden(`woman|${scope}`)).toBe(false);
    }
    for (const scope of SCOPES)
      for (const key of ['type-other', 'no-investigation']) expect(hidden(`${key}|${scope}`)).toBe(true);
    expect(hidden('man|all')).toBe(false);
    expect(hidden('sum of age-known|year=2019')).toBe(true);
    expect(hidden('sum of age-known|year=2018')).toBe(false);
    expect(hidden('persons|year=2018')).toBe(false);
  });

  it('have zeros that tell where a whole is in one of its parts: both of B are men’s, and reports by the police', () => {
    const telling = quantitiesOf(SEVEN).cells.filter(({ zeroTells }) => zeroTells);
    expect(telling.map(({ key }) => key).sort()).toEqual(
      [
        'man|group=1',
        'woman|group=2',
        'woman|group=3+',
        'report|group=1',
        'type-other|group=1',
        'application|group=2',
        'type-other|group=2',
        'no-investigation|group=1',
        'investigation|group=2',
        'no-investigation|group=3+',
        'referrer:Anhörig|group=2',
        'referrer-missing|group=2',
      ].sort(),
    );
  });

  it('have values and persons as counted', () => {
    const { cells } = quantitiesOf(SEVEN);
    const cell = (key: string) => cells.find((one) => one.key === key);
    expect(cell('report|group=3+')).toMatchObject({ value: 2, persons: 1 });
    expect(cell('persons summed over years|all')).toMatchObject({ value: 5, persons: 3 });
    expect(cell('sum of age-known:man|all')).toMatchObject({ value: 236, persons: 2 });
    expect(cell('actualisation|year=2019')).toMatchObject({ value: 0, persons: 0 });
  });
});

describe('what is not there is not reckoned with', () => {
  const keys = (rows: Rows) => quantitiesOf(rows).cells.map(({ key }) => key);

  it('types without a type column and without LOB among the reasons', () => {
    expect(
      keys(without(SEVEN, 'Typ', 'Orsak')).filter((key) => /type|lob|report|referrer/.test(key)),
    ).toEqual([]);
  });

  it('investigations without that column', () => {
    expect(keys(without(SEVEN, 'Beslut')).filter((key) => key.includes('investigation'))).toEqual([]);
  });

  it('what nobody lacks: everyone knows that, so the known are all', () => {
    const whole = SEVEN.filter((row) => row.every((cell) => cell !== null) && row[2] !== 'Begäran');
    const found = equationsOf(quantitiesOf(whole));
    expect(found).toContain('actualisation|all = sex-known|all');
    expect(found).toContain('actualisation|all = type-known|all');
    expect(found).toContain(at('all', 'type-known = application + report'));
    expect(found).toContain(at('all', 'report = referrer:Polisen + referrer:Anhörig'));
    expect(keys(whole).filter((key) => /-unknown|-missing|type-other/.test(key))).toEqual([]);
  });
});

describe('ages of someone younger than one', () => {
  it('are raised alike, so that no sum of ages is nothing for somebody', () => {
    const rows: Rows = [
      ['Person', 'Datum', 'Ålder'],
      ['A', '2018-01-01', 0],
      ['B', '2018-01-01', 40],
      ['B', '2018-02-01', 41],
    ];
    const { cells } = quantitiesOf(rows);
    const sum = (scope: string) => cells.find(({ key }) => key === `sum of age-known|${scope}`)!.value;
    expect([sum('group=1'), sum('group=2'), sum('all')]).toEqual([1, 83, 84]);
  });
});

describe('the most frequent', () => {
  const top = () => {
    const { counts, lathund, concentration } = analysisOf(SEVEN, GROUPS);
    return topQuantities(counts, lathund, concentration.top);
  };

  it('are tied to the groups by layers of persons: C first, then B, then A', () => {
    expect([...equationsOf(top())].sort()).toEqual(
      [
        'actualisation|group=3+ = layer|0-1',
        'actualisation|group=2 = layer|1-2',
        'actualisation|group=1 = layer|2-3',
        'layer|0-1 = top|0.01',
        'layer|0-1 = top|0.05',
        'layer|0-1 = top|0.1',
        'layer|0-1 = top|0.2',
      ].sort(),
    );
  });

  it('have the actualisations of their persons; the layers are shown nowhere, the groups everywhere', () => {
    const told = top().cells.map(({ key, value, persons, shown }) => [key, value, persons, shown]);
    expect(told).toContainEqual(['layer|0-1', 4, 1, 'never']);
    expect(told).toContainEqual(['layer|1-2', 2, 1, 'never']);
    expect(told).toContainEqual(['layer|2-3', 1, 1, 'never']);
    expect(told).toContainEqual(['top|0.2', 4, 1, undefined]);
    expect(told).toContainEqual(['actualisation|group=3+', 4, 1, 'always']);
  });

  it('that cut a group have a layer of it', () => {
    // Ten persons once and two three times: 20 percent are three persons, so one of those who come once.
    const rows: Rows = [
      ['Person', 'Datum'],
      ...Array.from({ length: 10 }, (_, i) => [`E${String(i)}`, '2018-01-01']),
      ...['X', 'Y'].flatMap((person) =>
        ['2018-01-01', '2018-02-01', '2018-03-01'].map((day) => [person, day]),
      ),
    ];
    const { counts, lathund, concentration } = analysisOf(rows, GROUPS);
    const { equations, cells } = topQuantities(counts, lathund, concentration.top);
    const found = new Set(equations.map(spelled));
    expect(found).toContain('actualisation|group=1 = layer|2-3 + layer|3-12');
    expect(found).toContain('top|0.2 = layer|0-1 + layer|1-2 + layer|2-3');
    expect(cells.find(({ key }) => key === 'layer|3-12')).toMatchObject({ value: 9, persons: 9 });
  });
});
