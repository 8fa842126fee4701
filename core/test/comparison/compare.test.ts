/** Three towns laid side by side, against what R answers of the same rows (fixtures/make-comparison.R). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compareRegisters,
  comparisonDocument,
  comparisonJson,
  readComparisonSettings,
  type ComparedRow,
  type ComparedTableId,
  type Part,
  type RegisterComparison,
} from '../../src/comparison/index.ts';
import { completeAnalysis, beginAnalysis } from '../../src/analyse.ts';
import { expectAgreement } from '../statistics/from-r.ts';
import { TOWNS, townPart } from './towns.ts';

interface Answer {
  n: number[];
  of: number[];
  difference: number[];
  standardised: number;
  fisher: number;
  p: number;
  chiSquareP: number;
  simulatedP?: number;
  v: number;
}
interface MeansAnswer extends Answer {
  mean: number[];
  sd: number[];
  median: number[];
  lower: number[];
  upper: number[];
}

const R = JSON.parse(readFileSync(new URL('fixtures/comparison.json', import.meta.url), 'utf8')) as Record<
  string,
  Answer & MeansAnswer
> & {
  persons: number[];
  actualisations: number[];
  rates: Record<string, number[]>;
  returned: Record<string, number[]>;
  logRank: { statistic: number; p: number };
};

const ROWS = [
  'Distrikt',
  { column: 'Missbruk', separator: ';' },
  { column: 'Skuld', base: 'actualisations' },
  { column: 'Skuld', as: 'number', base: 'persons' },
];

function compared(json: object = {}, parts: readonly Part[] = TOWNS.map((town) => townPart(town))) {
  const settings = readComparisonSettings({ sameCodes: true, rows: ROWS, ...json });
  if (!settings.ok) throw new Error(settings.problem.en);
  const found = compareRegisters(parts, settings.value);
  if (!found.ok) throw new Error(found.problem.en);
  return found.value;
}

function rowOf({ tables }: RegisterComparison, id: ComparedTableId, key: string, at = 0): ComparedRow {
  const rows = tables.find((table) => table.id === id)!.rows.filter((row) => row.key === key);
  return rows[at]!;
}

const keys = TOWNS.map((town) => `part=${town}`);
const comparison = compared();

function expectTest({ test }: ComparedRow, { p, v, fisher }: Answer): void {
  expectAgreement(test!.p, p, 1e-6);
  if (v !== undefined) expectAgreement(test!.cramersV, v, 1e-9);
  if (fisher !== undefined) expect(test!.test).toBe(fisher === 1 ? 'fisher' : 'chi-square');
}

function expectDifference({ differences }: ComparedRow, { difference, standardised }: Answer): void {
  const [first] = differences;
  expect(first).toMatchObject({ part: 'part=Berga', against: 'part=Alby' });
  [first!.value, first!.lower, first!.upper].forEach((value, at) =>
    expectAgreement(value, difference[at]!, 1e-8),
  );
  expectAgreement(first!.standardised, standardised, 1e-9);
}

describe('of three towns side by side', () => {
  it.each([
    ['percent-women', 'women'],
    ['percent-applications', 'applications'],
    ['percent-lob', 'lob'],
    ['percent-investigation', 'investigation'],
    ['referrer:Polisen', 'police'],
  ])('%s has the counts, the difference, the test and the effect that R has', (key, name) => {
    const row = rowOf(comparison, 'profile', key);
    const answer = R[name]!;
    expect(keys.map((scope) => row.cells[scope]!.numerator)).toEqual(answer.n);
    expect(keys.map((scope) => row.cells[scope]!.denominator)).toEqual(answer.of);
    expectDifference(row, answer);
    expectTest(row, answer);
  });

  it.each([
    ['profile', 'mean-age', 'age', 0],
    ['profile', 'mean-actualisations', 'times', 0],
    ['rows', 'column:Skuld', 'debt', 0],
    ['rows', 'column:Skuld', 'debtOfPersons', 1],
  ] as const)(
    '%s %s has the mean, the interval and the Kruskal–Wallis test that R has',
    (id, key, name, at) => {
      const row = rowOf(comparison, id, key, at);
      const answer = R[name]!;
      keys.forEach((scope, part) => expectAgreement(row.cells[scope]!.value, answer.mean[part]!, 1e-12));
      expectDifference(row, answer);
      expectTest(row, answer);
      if (id === 'profile') return;
      for (const [figure, of] of [
        ['sd', 'sd'],
        ['median', 'median'],
        ['lower-quartile', 'lower'],
        ['upper-quartile', 'upper'],
      ] as const)
        keys.forEach((scope, part) =>
          expectAgreement(
            rowOf(comparison, id, `${key}: ${figure}`, at).cells[scope]!.value,
            answer[of][part]!,
            1e-12,
          ),
        );
    },
  );

  it('frequency groups are of persons, tested all at once', () => {
    const row = rowOf(comparison, 'persons-by-group', 'persons-by-group');
    const groups = ['1', '2', '3-6', '7-11', '12+'];
    const counts = groups.flatMap((group) =>
      keys.map((scope) => rowOf(comparison, 'persons-by-group', group).cells[scope]!.numerator),
    );
    expect(counts).toEqual(R['groups']!.n);
    // Fisher's test of so large a table is not gone through: it is simulated, and R's simulation lies within its limits.
    const { simulatedP, v } = R['groups']!;
    expect(row.test).toMatchObject({ test: 'fisher-simulated', doubtful: false });
    const { lower, upper } = row.test!.simulated!;
    expect([lower < simulatedP!, simulatedP! < upper]).toEqual([true, true]);
    expectAgreement(row.test!.cramersV, v, 1e-9);
  });

  it('a column that core does not know is tested over all its levels, persons as base', () => {
    const levels = ['Norr', 'Söder', 'Öster'];
    const counts = keys.flatMap((scope) =>
      levels.map((level) => rowOf(comparison, 'rows', `column:Distrikt=${level}`).cells[scope]!.numerator),
    );
    expect(counts).toEqual(R['district']!.n);
    expectTest(rowOf(comparison, 'rows', 'column:Distrikt'), R['district']!);
  });

  it.each([
    ['Alkohol', 'alcohol'],
    ['Narkotika', 'drugs'],
  ])('of several answers in a cell, %s is tested by itself', (level, name) => {
    const row = rowOf(comparison, 'rows', `column:Missbruk=${level}`);
    expect(keys.map((scope) => row.cells[scope]!.numerator)).toEqual(R[name]!.n);
    expect(keys.map((scope) => row.cells[scope]!.denominator)).toEqual(R[name]!.of);
    expectTest(row, R[name]!);
    expect(rowOf(comparison, 'rows', 'column:Missbruk').test).toBeNull();
  });

  it('persons and actualisations are told, and per 10 000 inhabitants with an interval', () => {
    const persons = rowOf(comparison, 'parts', 'persons');
    expect(keys.map((scope) => persons.cells[scope]!.value)).toEqual(R.persons);
    expect(keys.map((scope) => rowOf(comparison, 'parts', 'actualisations').cells[scope]!.value)).toEqual(
      R.actualisations,
    );
    const rates = rowOf(comparison, 'parts', 'persons-per-10000');
    TOWNS.forEach((town, at) => {
      const { value, lower, upper } = rates.cells[keys[at]!]!;
      [value, lower, upper].forEach((number, i) => expectAgreement(number, R.rates[town]![i]!, 1e-9));
    });
    expect(rates.differences.map(({ kind, value }) => [kind, value])).toEqual(
      [
        ['ratio', 117 / 18_000 / (140 / 25_786)],
        ['ratio', 60 / 9_000 / (140 / 25_786)],
      ].map(([kind, value]) => [kind, expect.closeTo(value as number, 10) as unknown]),
    );
  });

  it('a person in two towns is one person together, and they are said to be seven', () => {
    expect(comparison.inSeveral.n).toBe(7);
    expect(rowOf(comparison, 'parts', 'persons').cells['together']!.value).toBe(140 + 117 + 60 - 7);
    const apart = compared({ sameCodes: false });
    expect(apart.inSeveral.n).toBe(0);
    expect(rowOf(apart, 'parts', 'persons').cells['together']!.value).toBe(140 + 117 + 60);
  });

  it('return is Kaplan–Meier by town, with a log-rank test', () => {
    [90, 180, 365, 730].forEach((days, at) => {
      const row = rowOf(comparison, 'return', `returned-${String(days)}`);
      TOWNS.forEach((town, part) =>
        expectAgreement(row.cells[keys[part]!]!.value, R.returned[town]![at]!, 1e-9),
      );
    });
    const { test } = rowOf(comparison, 'return', 'returned-90');
    expectAgreement(test!.statistic, R.logRank.statistic, 1e-9);
    expectAgreement(test!.p, R.logRank.p, 1e-9);
  });

  it('p-values are adjusted for how many tests were made', () => {
    const tests = comparison.tables.flatMap(({ rows }) => rows.flatMap(({ test }) => test ?? []));
    expect(comparison.tests).toBe(tests.length);
    const smallest = tests.reduce((a, b) => (b.p! < a.p! ? b : a));
    expect(smallest.adjusted).toBeCloseTo(Math.min(1, smallest.p! * tests.length), 12);
    for (const { p, adjusted } of tests) expect(adjusted!).toBeGreaterThanOrEqual(p!);
  });
});

describe('each part', () => {
  it('has the figures that an analysis of it alone has, and all together those of one register', () => {
    const base = 'actualisations' as const;
    const plain = compared({ base, rows: [] });
    for (const part of plain.parts) {
      const begun = beginAnalysis(part.sheet, part.settings);
      if (!begun.ok) throw new Error(begun.problem.en);
      const analysis = completeAnalysis(begun.value, part.source);
      const table = analysis.tables.find(({ id }) => id === 'group-profile')!;
      let held = 0;
      for (const { key, cells } of table.rows) {
        const row = rowOf(plain, 'profile', key);
        if (!row) continue;
        held++;
        const cell = row.cells[`part=${part.name}`]!;
        expect([cell.value, cell.numerator, cell.denominator], key).toEqual([
          cells['total']!.value,
          cells['total']!.numerator,
          cells['total']!.denominator,
        ]);
      }
      // All but how many investigations, and their share of all.
      expect(held).toBe(table.rows.length - 2);
    }
  });
});

describe('a comparison', () => {
  it('is JSON and a document in both languages, the same bytes every time', () => {
    expect(comparisonJson(comparison, 0)).toBe(comparisonJson(compared(), 0));
    const json = JSON.parse(comparisonJson(comparison, 0)) as { tables: { id: string }[] };
    expect(json.tables.map(({ id }) => id)).toEqual(comparison.tables.map(({ id }) => id));
    for (const language of ['sv', 'en'] as const) {
      const document = comparisonDocument(comparison, language, 3);
      const tables = document.sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'));
      const ids = tables.map((table) => (table.kind === 'table' ? table.id : ''));
      expect(new Set(ids).size).toBe(ids.length);
      for (const table of tables)
        if (table.kind === 'table')
          for (const { key, cells } of table.rows) {
            expect(cells.length, key).toBe(table.columns.length);
            expect(
              cells.every(({ value }) => value !== undefined),
              `${table.id} ${key}`,
            ).toBe(true);
          }
    }
  });
});
