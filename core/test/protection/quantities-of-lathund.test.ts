/**
 * What a reader knows to hold between the figures of the lathund: the sums and limits of the seven actualisations of
 * three persons (../tables/tables-of.ts), written out by hand from definitions.md, and the cells that no table shows.
 */
import { describe, expect, it } from 'vitest';
import {
  lathundQuantities,
  selectionQuantities,
  topQuantities,
  type AlsoTold,
} from '../../src/protection/lathund-quantities.ts';
import { readSystem, type Quantities, type Sum } from '../../src/protection/quantities.ts';
import { countAll, withoutRareReferrers } from '../../src/tables/counts.ts';
import { settingsDay } from '../../src/settings.ts';
import { analysisOf, GROUPS, SEVEN, without, type Rows } from '../tables/tables-of.ts';

function quantitiesOf(rows: Rows, given: object = GROUPS, told: AlsoTold = {}): Quantities {
  const { counts, tables, lathund } = analysisOf(rows, given);
  return lathundQuantities(counts, tables, lathund, told);
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

/** Sums that are never below 0: `-1 part, 1 whole`. */
const limit = (...terms: Sum) => terms.map(([factor, key]) => `${String(factor)} ${key}`).sort().join(', '); // prettier-ignore
const limitsOf = ({ inequalities = [] }: Quantities) => new Set(inequalities.map((sum) => limit(...sum)));
const atMost = (part: string, whole: string, times = 1) => limit([times, whole], [-1, part]);
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

/** What falls into what, among actualisations. */
const SPLITS = [
  'actualisation = sex-known + sex-unknown',
  'sex-known = man + woman',
  'actualisation = type-known + type-unknown',
  'type-known = application + report + type-other',
  'actualisation = investigation-known + investigation-unknown',
  'investigation-known = investigation + no-investigation',
  'actualisation = age-known + age-unknown',
  'report = referrer:Polisen + referrer:Anhörig + referrer-missing',
];
const MEASURES = [
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
];

describe('the seven actualisations', () => {
  const equations = () => equationsOf(quantitiesOf(SEVEN));

  it.each(SPLITS)('in each group and in all, %s', (sum) => {
    const found = equations();
    for (const scope of SCOPES) expect(found).toContain(at(scope, sum));
  });

  it.each(['persons', ...MEASURES, 'sum of age-known'])('groups sum to all: %s', (measure) => {
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

  it('limits of ages: from the lowest of the analysis to 120 years each, in all, groups, years, sexes and types', () => {
    const limits = limitsOf(quantitiesOf(SEVEN, GROUPS, { lowestAge: 18 }));
    const years = ['year=2018', 'year=2019', 'year=2020'];
    const counted = [
      ...[...SCOPES, ...years].map((scope) => [`age-known|${scope}`, `actualisation|${scope}`] as const),
      ...['man', 'woman', 'sex-unknown', 'application', 'report', 'type-other', 'type-unknown'].map(
        (of) => [`age-known:${of}|all`, `${of}|all`] as const,
      ),
    ];
    for (const [known, whole] of counted) {
      const sum = `sum of ${known}`;
      expect(limits).toContain(atMost(known, whole));
      expect(limits).toContain(atMost(known, sum));
      expect(limits).toContain(limit([1, sum], [-18, known]));
      expect(limits).toContain(limit([-1, sum], [120, known]));
    }
  });

  it('and nothing else ties them', () => {
    const quantities = quantitiesOf(SEVEN);
    const years = ['year=2018', 'year=2019', 'year=2020'];
    const split = (of: string, parts: string[]) =>
      spelled([[-1, `${of}|all`], ...parts.map((part) => [1, `${of}:${part}|all`] as const)]);
    const known = ['age-known', 'sum of age-known'];
    expect([...equationsOf(quantities)].sort()).toEqual(
      [
        ...SPLITS.flatMap((sum) => SCOPES.map((scope) => at(scope, sum))),
        ...['persons', ...MEASURES, 'sum of age-known'].map((measure) => over(measure, GROUP_SCOPES)),
        ...['actualisation', ...known].map((measure) => over(measure, years)),
        `persons summed over years|all = ${years.map((year) => `persons|${year}`).join(' + ')}`,
        ...known.map((of) => split(of, ['man', 'woman', 'sex-unknown'])),
        ...known.map((of) => split(of, ['application', 'report', 'type-other', 'type-unknown'])),
        'actualisation|group=1 = persons|group=1',
        '2 persons|group=2 = actualisation|group=2',
      ].sort(),
    );
    const ages = /age-known/;
    expect([...limitsOf(quantities)].filter((one) => !ages.test(one)).sort()).toEqual(
      [
        ...SCOPES.map((scope) => atMost(`lob|${scope}`, `report|${scope}`)),
        limit([1, 'actualisation|group=3+'], [-3, 'persons|group=3+']),
        atMost('persons|all', 'persons summed over years|all'),
        // Nobody is in more years than he comes times, nor in more than there are.
        limit([-1, 'persons summed over years|all'], [1, 'persons|group=1'], [2, 'persons|group=2'], [3, 'persons|group=3+']), // prettier-ignore
        ...years.flatMap((year) => [
          atMost(`persons|${year}`, `actualisation|${year}`),
          atMost(`persons|${year}`, 'persons|all'),
        ]),
      ].sort(),
    );
  });

  it('hold in truth, every one', () => {
    for (const base of ['actualisations', 'persons'])
      expect(() => readSystem(quantitiesOf(SEVEN, { ...GROUPS, profileBase: base }))).not.toThrow();
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

describe('shares of persons', () => {
  const quantities = () => quantitiesOf(SEVEN, { ...GROUPS, profileBase: 'persons' });
  const such = (measure: string) => `persons with ${measure}`;
  const SEVERAL = ['group=2', 'group=3+', 'all'];

  it.each(SPLITS)('who come several times may be in several parts, who come once in one: %s', (sum) => {
    const limits = limitsOf(quantities());
    const [whole, rest] = sum.split(' = ') as [string, string];
    const parts = rest.split(' + ');
    for (const scope of SEVERAL) {
      const key = (measure: string) => `${such(measure)}|${scope}`;
      for (const part of parts) expect(limits).toContain(atMost(key(part), key(whole)));
      expect(limits).toContain(limit([-1, key(whole)], ...parts.map((part) => [1, key(part)] as const)));
    }
    const once = `${such(whole)} = ${parts.map(such).join(' + ')}`;
    expect(equationsOf(quantities())).toContain(at('group=1', once));
    expect(equationsOf(quantities())).not.toContain(at('group=2', once));
  });

  it.each(MEASURES)('with such an actualisation: %s', (measure) => {
    const found = quantities();
    const limits = limitsOf(found);
    expect(equationsOf(found)).toContain(over(such(measure), GROUP_SCOPES));
    for (const scope of SEVERAL)
      expect(limits).toContain(atMost(`${such(measure)}|${scope}`, `${measure}|${scope}`));
    expect(limits).toContain(atMost(`${measure}|group=2`, `${such(measure)}|group=2`, 2));
  });

  it('are all who have come, and those with a LOB have a report', () => {
    const found = quantities();
    for (const scope of SCOPES) {
      expect(equationsOf(found)).toContain(`${such('actualisation')}|${scope} = persons|${scope}`);
      expect(limitsOf(found)).toContain(atMost(`${such('lob')}|${scope}`, `${such('report')}|${scope}`));
    }
  });

  it('of who come once are the same as shares of actualisations, so those are known as persons', () => {
    const found = quantities();
    const keys = found.cells.map(({ key }) => key).filter((key) => key.endsWith('|group=1'));
    // What other tables show of this group, or ages rest on.
    expect(keys.filter((key) => !key.startsWith('persons')).sort()).toEqual([
      'actualisation|group=1',
      'age-known|group=1',
      'investigation|group=1',
      'sum of age-known|group=1',
    ]);
    for (const measure of ['actualisation', 'age-known', 'investigation'])
      expect(equationsOf(found)).toContain(
        [`${measure}|group=1`, `${such(measure)}|group=1`].sort().join(' = '),
      );
  });

  it('have as many as are counted, and are shown where a table has them', () => {
    const { cells } = quantities();
    const cell = (key: string) => cells.find((one) => one.key === key)!;
    expect(cell('persons with report|all')).toEqual({ key: 'persons with report|all', value: 2, persons: 2 });
    expect(cell('persons with type-unknown|group=3+')).toMatchObject({ value: 1, persons: 1 });
    expect(cell('persons with man|group=2').shown).toBe('never');
    expect(cell('persons with no-investigation|all').shown).toBe('never');
  });
});

describe('how many are selected', () => {
  const TOLD = { atLeast: 2 };
  const told = (rule: NonNullable<AlsoTold['selection']>['rule'], persons: number, groups = GROUPS) =>
    quantitiesOf(SEVEN, groups, { selection: { rule, persons } });
  const selectionOf = (quantities: Quantities) => ({
    equations: [...equationsOf(quantities)].filter((sum) => /select|at least|others/.test(sum)).sort(),
    limits: [...limitsOf(quantities)].filter((sum) => /select|at least|others/.test(sum)).sort(),
  });

  it('is those of whole groups, and shown', () => {
    const found = told(TOLD, 2);
    expect(selectionOf(found)).toEqual({
      equations: [
        'persons with at least 2 = persons|group=2 + persons|group=3+',
        'persons with at least 2 = selected',
        'persons|all = not selected + selected',
      ],
      limits: ['-1 selected, 1 persons with at least 2'],
    });
    const cell = (key: string) => found.cells.find((one) => one.key === key);
    expect(cell('selected')).toEqual({ key: 'selected', value: 2, persons: 2 });
    expect(cell('not selected')).toMatchObject({ value: 1, persons: 1, shown: 'never' });
    expect(cell('persons with at least 2')).toMatchObject({ value: 2, persons: 2, shown: 'never' });
  });

  it.each([
    [{ atLeast: 2, activeYears: [2020, 2031] }, 2, ['-1 selected, 1 persons|year=2020']],
    [{ atLeast: 2, mostFrequent: 1 }, 1, []],
    [{ atLeast: 2, sample: { size: 1, seed: 1 } }, 1, []],
  ])('of those, some only by another rule: %j', (rule, persons, also) => {
    const { equations, limits } = selectionOf(told(rule, persons));
    expect(equations).not.toContain('persons with at least 2 = selected');
    expect(limits).toEqual(['-1 selected, 1 persons with at least 2', ...also]);
  });

  it('is of everyone where the rule does not say how often', () => {
    expect(selectionOf(told({ sample: { size: 2, seed: 1 } }, 2)).equations).toContain(
      'persons with at least 1 = persons|group=1 + persons|group=2 + persons|group=3+',
    );
  });

  it('cuts a group in those that are and those that are not: C of the last, with four', () => {
    const { equations, limits } = selectionOf(told({ atLeast: 4 }, 1));
    expect(equations).toContain(
      'persons|group=3+ = others of the group that is cut + selected of the group that is cut',
    );
    expect(equations).toContain('persons with at least 4 = selected of the group that is cut');
    expect(limits).toEqual(
      [
        '-1 selected, 1 persons with at least 4',
        limit(
          [1, 'actualisation|group=3+'],
          [-4, 'selected of the group that is cut'],
          [-3, 'others of the group that is cut'],
        ),
      ].sort(),
    );
  });

  it('cuts a group with an end from both sides: B of A and B, with two', () => {
    const found = told(TOLD, 2, { groups: [1, 3] });
    const rows = 'actualisation|group=1-2';
    const [part, others] = ['selected of the group that is cut', 'others of the group that is cut'];
    expect(selectionOf(found).equations).toContain(
      'persons with at least 2 = persons|group=3+ + selected of the group that is cut',
    );
    expect(selectionOf(found).limits).toEqual(
      [
        '-1 selected, 1 persons with at least 2',
        limit([1, rows], [-2, part], [-1, others]),
        limit([-1, rows], [2, part], [1, others]),
      ].sort(),
    );
    const value = (key: string) => found.cells.find((one) => one.key === key)!.value;
    expect([value(part), value(others)]).toEqual([1, 1]);
    expect(() => readSystem(found)).not.toThrow();
  });

  it('ties to the groups alone, where these are all shown', () => {
    const { counts, lathund } = analysisOf(SEVEN, { groups: [1, 3] });
    const found = selectionQuantities(counts, lathund, { rule: TOLD, persons: 2 });
    const shown = Object.fromEntries(found.cells.map(({ key, shown }) => [key, shown]));
    expect(shown).toEqual({
      'persons|group=1-2': 'always',
      'actualisation|group=1-2': 'always',
      'persons|group=3+': 'always',
      'actualisation|group=3+': 'always',
      'persons|all': 'always',
      'actualisation|all': 'always',
      selected: undefined,
      'not selected': 'never',
      'persons with at least 2': 'never',
      'selected of the group that is cut': 'never',
      'others of the group that is cut': 'never',
    });
  });
});

describe('the account of rows', () => {
  const cell = (quantities: Quantities, key: string) => quantities.cells.find((one) => one.key === key);

  it('tells all rows always, and those of years with a warning for each', () => {
    const found = quantitiesOf(SEVEN, GROUPS, { warnedYears: [2018, 2020] });
    expect(cell(found, 'actualisation|all')).toMatchObject({ value: 7, shown: 'always' });
    // A, B and C came in 2018, B and C in 2020: three persons or more have such a row.
    expect(cell(found, 'actualisations with unlikely dates')).toEqual({
      key: 'actualisations with unlikely dates',
      value: 7,
      persons: 3,
      shown: 'always',
    });
    expect(equationsOf(found)).toContain(
      'actualisations with unlikely dates = actualisation|year=2018 + actualisation|year=2020',
    );
  });

  it('tells of no such years where there are none', () => {
    const found = quantitiesOf(SEVEN);
    expect(cell(found, 'actualisation|all')!.shown).toBe('always');
    expect(cell(found, 'actualisations with unlikely dates')).toBeUndefined();
  });
});

describe('referrers of few persons', () => {
  it('are one part of the reports, as the tables for others have them', () => {
    const { register, counts, lathund, settings, tables } = analysisOf(SEVEN, GROUPS);
    const merged = countAll(withoutRareReferrers(register, counts, 5), lathund, settingsDay(settings.asOf));
    const found = equationsOf(lathundQuantities(merged, tables, lathund));
    for (const scope of SCOPES)
      expect(found).toContain(at(scope, 'report = referrer-other + referrer-missing'));
  });
});

describe('what is not there is not reckoned with', () => {
  const keys = (rows: Rows) => quantitiesOf(rows).cells.map(({ key }) => key);

  it('types without a type column and without LOB among the reasons', () => {
    expect(
      keys(without(SEVEN, 'Typ', 'Orsak')).filter((key) => /type|lob|report|referrer/.test(key)),
    ).toEqual([]);
  });

  it('a referrer of fewer persons than a name of its own takes', () => {
    const least = (profileBase: string, fewestNamed: number) => {
      const { cells } = quantitiesOf(SEVEN, { ...GROUPS, profileBase }, { fewestNamed });
      return cells.flatMap((cell) =>
        cell.least === undefined ? [] : [`${cell.key} ≥ ${String(cell.least)}`],
      );
    };
    // Reports by the police are of B, the one by a relative of C.
    expect(least('actualisations', 1)).toEqual(['referrer:Polisen|all ≥ 1', 'referrer:Anhörig|all ≥ 1']);
    expect(least('persons', 1).sort()).toEqual(
      ['Polisen', 'Anhörig']
        .flatMap((name) => [`referrer:${name}|all ≥ 1`, `persons with referrer:${name}|all ≥ 1`])
        .sort(),
    );
    expect(least('actualisations', 2)).toEqual([]);
  });

  it('types, while ages are by sex all the same', () => {
    const found = equationsOf(quantitiesOf(without(SEVEN, 'Typ', 'Orsak')));
    for (const of of ['age-known', 'sum of age-known'])
      expect(found).toContain(
        spelled([[-1, `${of}|all`], ...['man', 'woman', 'sex-unknown'].map((sex) => [1, `${of}:${sex}|all`] as const)]), // prettier-ignore
      );
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
    expect(limitsOf(quantitiesOf(rows))).toContain(
      limit([-1, 'sum of age-known|all'], [121, 'age-known|all']),
    );
  });

  it('have the limits that hold: the lowest age there is, where the analysis says a higher one', () => {
    const limits = limitsOf(quantitiesOf(SEVEN, GROUPS, { lowestAge: 35 }));
    expect(limits).toContain(limit([1, 'sum of age-known|all'], [-30, 'age-known|all']));
    expect(limits).not.toContain(limit([1, 'sum of age-known|all'], [-35, 'age-known|all']));
  });

  it('have no limit of 120 years where somebody is older on average', () => {
    const rows: Rows = [
      ['Person', 'Datum', 'Ålder'],
      ['A', '2018-01-01', 130],
      ['B', '2018-01-01', 40],
      ['B', '2018-02-01', 41],
    ];
    const limits = limitsOf(quantitiesOf(rows));
    const oldest = (scope: string) => limit([-1, `sum of age-known|${scope}`], [120, `age-known|${scope}`]);
    expect(limits).not.toContain(oldest('group=1'));
    expect(limits).toContain(oldest('group=2'));
    expect(limits).toContain(oldest('all'));
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
