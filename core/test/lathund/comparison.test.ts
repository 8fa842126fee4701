/** The frequency groups compared: R says what of a made-up register (fixtures/make-comparison.R, by the same rule). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareGroups, type Comparison } from '../../src/lathund/comparison.ts';
import type { Cell } from '../../src/register/sheet.ts';
import type { Counts } from '../../src/tables/counts.ts';
import { analysisOf, type Rows } from '../tables/tables-of.ts';

const HEADER = ['Person', 'Datum', 'Kön', 'Ålder', 'Typ', 'Anmälare', 'Beslut'];

function visit(i: number, j: number): readonly Cell[] {
  const k = i + 7 * j;
  return [
    `P${String(i)}`,
    `2020-0${String(j + 1)}-15`,
    i % 3 === 0 ? 'Kvinna' : i % 10 === 7 ? null : 'Man',
    i % 8 === 5 && j === 0 ? null : 20 + ((i * 13) % 45) + j * (i % 4),
    k % 5 === 0 ? 'Ansökan' : k % 5 === 1 ? 'LOB' : k % 10 === 2 ? null : 'Anmälan',
    k % 4 === 0 ? 'Polisen' : k % 4 === 1 ? 'Anhörig' : k % 9 === 2 ? 'Skolan' : null,
    k % 3 === 0 ? 'Ja' : k % 3 === 1 ? 'Nej' : null,
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
  return analysisOf(rows, { groups, comparison: true }).comparisons;
}

const { comparisons: inR } = JSON.parse(
  readFileSync(new URL('fixtures/comparison.json', import.meta.url), 'utf8'),
) as { comparisons: readonly Comparison[] };

describe('sixty persons in three groups', () => {
  it('are compared on the rows of the profile, referrers by falling number of reports', () => {
    const ours = compared(SIXTY);
    expect(ours.map(({ row }) => row)).toEqual(inR.map(({ row }) => row));
    expect(new Set(ours.map(({ test }) => test))).toEqual(
      new Set(['kruskal-wallis', 'chi-square', 'fisher']),
    );
  });

  it.each(inR)('$row: as R', (known) => {
    const one = compared(SIXTY).find(({ row }) => row === known.row)!;
    expect([one.test, one.effect, one.degreesOfFreedom]).toEqual([
      known.test,
      known.effect,
      known.degreesOfFreedom,
    ]);
    for (const figure of ['statistic', 'p', 'effectSize'] as const)
      if (known[figure] === null) expect(one[figure]).toBeNull();
      else expect(one[figure]).toBeCloseTo(known[figure], 9);
    expect(one.doubtful).toBe(false);
  });
});

describe('what there is nothing to compare', () => {
  it('is left out: one group, or a share that all have', () => {
    expect(compared(SIXTY, [1])).toEqual([]);
    const men = SIXTY.map((row, at) => (at === 0 ? row : row.with(2, 'Man')));
    const rows = compared(men).map(({ row }) => row);
    expect(rows).not.toContain('percent-women');
    expect(rows).toContain('percent-lob');
  });

  it('is not asked for', () => {
    expect(analysisOf(SIXTY, { groups: [1, 2, 3] }).comparisons).toEqual([]);
  });

  it('has no standardised difference where a group has one known age, or none', () => {
    const rows = [
      ['Person', 'Datum', 'Ålder'],
      ['A', '2020-01-01', 30],
      ['B', '2020-01-01', 40],
      ['C', '2020-01-01', 50],
      ['C', '2020-02-01', null],
    ];
    expect(compared(rows, [1, 2])).toMatchObject([
      { row: 'mean-age', test: 'kruskal-wallis', effectSize: null },
    ]);
    expect(compared(rows, [1, 2, 3])).toMatchObject([{ row: 'mean-age', effectSize: null }]);
  });
});

it('a table too large for Fisher’s test is told by χ², with the doubt', () => {
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
  expect(compareGroups(register, lathund, counts)).toMatchObject([
    { row: 'percent-women', test: 'chi-square', doubtful: true },
  ]);
});
