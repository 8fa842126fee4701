/** The frequency groups compared: R says what of a made-up register (fixtures/make-comparison.R, by the same rule). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compareAll,
  groupComparisons,
  type Comparable,
  type Comparison,
} from '../../src/lathund/comparison.ts';
import type { LevelByGroup, LevelReturn } from '../../src/lathund/factors.ts';
import type { Cell } from '../../src/register/sheet.ts';
import type { Counts } from '../../src/tables/counts.ts';
import { analysisOf, type Rows } from '../tables/tables-of.ts';

const HEADER = ['Person', 'Datum', 'Kön', 'Ålder', 'Typ', 'Anmälare', 'Beslut', 'Enhet', 'Orsak'];

function visit(i: number, j: number): readonly Cell[] {
  const k = i + 7 * j;
  return [
    `P${String(i)}`,
    `2020-0${String(j + 1)}-${String(1 + ((i * 11 + j * 5) % 28)).padStart(2, '0')}`,
    i % 3 === 0 ? 'Kvinna' : i % 10 === 7 ? null : 'Man',
    i % 8 === 5 && j === 0 ? null : 20 + ((i * 13) % 45) + j * (i % 4),
    k % 5 === 0 ? 'Ansökan' : k % 5 === 1 ? 'LOB' : k % 10 === 2 ? null : 'Anmälan',
    k % 4 === 0 ? 'Polisen' : k % 4 === 1 ? 'Anhörig' : k % 9 === 2 ? 'Skolan' : null,
    k % 3 === 0 ? 'Ja' : k % 3 === 1 ? 'Nej' : null,
    ['Norr', 'Söder', 'Väst'][(i + j) % 3]!,
    i % 7 === 3 ? null : ['Missbruk', 'Våld', 'Ekonomi'][Math.floor(i / 4) % 3]!,
  ];
}

const SIXTY: Rows = [
  HEADER,
  ...Array.from({ length: 60 }, (_, i) => {
    const visits = i % 6 < 3 ? 1 : i % 6 < 5 ? 2 : 3;
    return Array.from({ length: visits }, (_, j) => visit(i, j));
  }).flat(),
];

function compared(rows: Rows, groups = [1, 2, 3]): readonly Comparison[] {
  return groupComparisons(analysisOf(rows, { groups, comparison: true }));
}

const { comparisons: inR } = JSON.parse(
  readFileSync(new URL('fixtures/comparison.json', import.meta.url), 'utf8'),
) as { comparisons: readonly Comparison[] };

describe('sixty persons in three groups', () => {
  it('are compared on the rows of the profile, organisation and reason, and return by what was known first', () => {
    const ours = compared(SIXTY);
    expect(ours.map(({ row }) => row)).toEqual(inR.map(({ row }) => row));
    expect(new Set(ours.map(({ test }) => test))).toEqual(
      new Set(['kruskal-wallis', 'chi-square', 'fisher', 'log-rank']),
    );
  });

  it.each(inR)('$row: as R', (known) => {
    const one = compared(SIXTY).find(({ row }) => row === known.row)!;
    expect([one.test, one.effect, one.degreesOfFreedom]).toEqual([
      known.test,
      known.effect,
      known.degreesOfFreedom,
    ]);
    for (const figure of ['statistic', 'p', 'adjusted', 'effectSize'] as const)
      if (known[figure] === null) expect(one[figure]).toBeNull();
      else expect(one[figure]).toBeCloseTo(known[figure], 9);
    expect([one.between, one.doubtful]).toEqual([known.between, known.doubtful]);
  });
});

describe('what there is nothing to compare', () => {
  it('is left out: one group, or a share that all have', () => {
    expect(compared(SIXTY, [1]).filter(({ row }) => !row.startsWith('return:'))).toEqual([]);
    const men = SIXTY.map((row, at) => (at === 0 ? row : row.with(2, 'Man')));
    const rows = compared(men).map(({ row }) => row);
    expect(rows).not.toContain('percent-women');
    expect(rows).toContain('percent-lob');
  });

  it('is not asked for', () => {
    expect(groupComparisons(analysisOf(SIXTY, { groups: [1, 2, 3] }))).toEqual([]);
  });

  it('has no standardised difference where a group has one known age, or none', () => {
    const rows = [
      ['Person', 'Datum', 'Ålder'],
      ['A', '2020-01-01', 30],
      ['B', '2020-01-01', 40],
      ['C', '2020-01-01', 50],
      ['C', '2020-02-01', null],
    ];
    const [ages, returned] = compared(rows, [1, 2]);
    expect(ages).toMatchObject({ row: 'mean-age', test: 'kruskal-wallis', effectSize: null });
    expect(returned).toMatchObject({ row: 'return:age', doubtful: true, effectSize: null, between: null });
    expect(compared(rows, [1, 2, 3])[0]).toMatchObject({ row: 'mean-age', effectSize: null });
  });
});

it('a table too large to go through is told by simulation, with the limits of the p-value', () => {
  const men = [9000, 9000, 9000, 9000, 2, 2];
  const women = [3, 9000, 9000, 9000, 0, 1];
  const { register, lathund } = analysisOf([['Person', 'Datum']]);
  const counts = {
    groups: women,
    referrers: [],
    count: (measure: string, group: number) => ({
      n: measure === 'woman' ? women[group]! : measure === 'sex-known' ? women[group]! + men[group]! : 0,
    }),
  } as unknown as Counts;
  const nothing = { byGroup: () => [], ofReturn: () => [] };
  expect(compareAll({ counts, ages: register, groups: lathund, ...nothing })).toMatchObject([
    {
      row: 'percent-women',
      test: 'fisher-simulated',
      simulated: { draws: 10_000, lower: 0 },
      doubtful: false,
    },
  ]);
});

describe('a column of very many values', () => {
  const units = Array.from({ length: 40 }, (_, u) => `Enhet ${String(u + 1)}`);
  const rows: Rows = [
    ['Person', 'Datum', 'Enhet'],
    ...units.flatMap((unit, u) =>
      Array.from({ length: 45 - u }, (_, i): readonly Cell[] => [
        `${String(u)}-${String(i - (i % 2))}`,
        `2020-01-${String(1 + ((i * 5 + u) % 28)).padStart(2, '0')}`,
        unit,
      ]),
    ),
  ];

  it('is compared by its nineteen most common, and the rest together', () => {
    const found = new Map(compared(rows, [1, 2]).map((one) => [one.row, one]));
    expect(found.get('organisation')!.degreesOfFreedom ?? 19).toBe(19);
    expect(found.get('return:organisation')!.degreesOfFreedom).toBe(19);
  });
});

describe('values counted elsewhere', () => {
  const { register, lathund } = analysisOf([['Person', 'Datum']]);
  const counts = { groups: [1, 2], referrers: [], count: () => ({ n: 0 }) } as unknown as Counts;
  type Given = Partial<Pick<Comparable, 'byGroup' | 'ofReturn'>>;
  const of = (row: string, given: Given) =>
    compareAll({
      counts,
      ages: register,
      groups: lathund,
      byGroup: () => [],
      ofReturn: () => [],
      ...given,
    }).find((one) => one.row === row);
  const figures = (one: Comparison | undefined) => [
    one!.statistic,
    one!.p,
    one!.effectSize,
    one!.degreesOfFreedom,
  ];

  /** From 8 to 29 times five of the first group; the order is not that of size. */
  const sizes = [13, 29, 8, 21, 17, 25, 11, 9, 28, 15, 22, 27, 10, 19, 24, 12, 26, 18, 14, 23, 16, 20];
  const level = (n: number) => ({ key: `K${String(n)}`, groups: [5 * n, 3 * n - (n % 3)] });
  const byOrganisation = (levels: readonly LevelByGroup[]) =>
    of('organisation', { byGroup: (factor) => (factor === 'organisation' ? levels : []) });

  it('are, of more than twenty, the nineteen most common, and the rest together', () => {
    const rest = [8, 9, 10].map((n) => level(n).groups);
    const merged = [
      ...sizes.filter((n) => n > 10).map(level),
      { key: 'x', groups: [0, 1].map((g) => rest.reduce((sum, groups) => sum + groups[g]!, 0)) },
    ];
    expect(merged).toHaveLength(20);
    const found = byOrganisation(sizes.map(level))!;
    expect(found.degreesOfFreedom).toBe(19);
    figures(found).forEach((figure, at) => {
      expect(figure).toBeCloseTo(figures(byOrganisation(merged))[at]!, 9);
    });
  });

  it('are taken in the order of their keys where they are as common', () => {
    // Twenty-one of sixty each: the two last by key are the rest, whatever the order they are given in.
    const alike = Array.from({ length: 21 }, (_, i) => ({
      key: `K${String(i).padStart(2, '0')}`,
      groups: [20 + i, 40 - i],
    }));
    const merged = [...alike.slice(0, 19), { key: 'x', groups: [39 + 40, 21 + 20] }];
    for (const given of [alike, alike.toReversed()])
      expect(byOrganisation(given)!.statistic).toBeCloseTo(byOrganisation(merged)!.statistic!, 10);
  });

  const followed = (key: string, days: readonly number[], returned: readonly number[]): LevelReturn => ({
    key,
    followed: { days, returned },
  });
  const byAge = (...levels: readonly LevelReturn[]) =>
    of('return:age', { ofReturn: (factor) => (factor === 'age' ? levels : []) });
  const days = (n: number, from: number) => Array.from({ length: n }, (_, i) => from + i);
  const ones = (n: number) => Array<number>(n).fill(1);

  it('are told apart where five returns or more were expected, and the test is then not in doubt', () => {
    // The same days of both: of ten returns five are expected of each.
    const alike = byAge(followed('A', days(5, 1), ones(5)), followed('B', days(5, 1), ones(5)))!;
    expect(alike).toMatchObject({ p: 1, doubtful: false, effectSize: 1 });
    expect(alike.between).not.toBeNull();
    const fewer = byAge(followed('A', days(4, 1), ones(4)), followed('B', days(4, 1), ones(4)))!;
    expect(fewer).toMatchObject({ p: 1, doubtful: true, effectSize: null, between: null });
  });

  it('have no ratio to a value where nobody has returned, but are told', () => {
    const found = byAge(
      followed('late', days(30, 400), Array<number>(30).fill(0)),
      followed('soon', days(30, 1), ones(30)),
    )!;
    expect(found).toMatchObject({ effectSize: null, between: { soonest: 'soon', latest: 'late' } });
  });

  it('of which one alone has enough returns are not told apart', () => {
    const found = byAge(followed('many', days(40, 1), ones(40)), followed('one', [20], [1]))!;
    expect(found).toMatchObject({ doubtful: true, effectSize: null, between: null });
  });

  it('that nobody was at risk in are not in doubt, and those of nobody are not there', () => {
    const found = byAge(
      followed('A', days(20, 10), ones(20)),
      followed('B', days(20, 10), ones(20)),
      followed('gone', [1, 2], [0, 0]),
      followed('nobody', [], []),
    )!;
    expect(found).toMatchObject({ doubtful: false, degreesOfFreedom: 1 });
  });

  it('have their returns beside them when the least common are taken together', () => {
    const levels = Array.from({ length: 22 }, (_, i) =>
      followed(`K${String(i)}`, days(30 - i, 1 + i), ones(30 - i)),
    );
    const rest = levels.slice(19);
    const merged = [
      ...levels.slice(0, 19),
      followed(
        'x',
        rest.flatMap((one) => [...(one.followed.days as number[])]),
        rest.flatMap((one) => [...(one.followed.returned as number[])]),
      ),
    ];
    figures(byAge(...levels.toReversed())).forEach((figure, at) => {
      expect(figure).toBeCloseTo(figures(byAge(...merged))[at]!, 8);
    });
    expect(byAge(...levels)!.between).toMatchObject({ latest: 'rest' });
  });
});
