/** What a comparison shows when asked for: rounded counts, decimals, intervals, a chart; and what is not tested. */
import { describe, expect, it } from 'vitest';
import {
  compareRegisters,
  comparisonDocument,
  comparisonJson,
  readComparisonSettings,
  shownComparison,
  splitPart,
  type Part,
  type RegisterComparison,
} from '../../src/comparison/index.ts';
import type { DocumentChart, DocumentTable } from '../../src/document/document.ts';
import { formatCell } from '../../src/document/format.ts';
import { isSuppressed } from '../../src/protection/shown.ts';
import { partOf, TOWNS, townPart } from './towns.ts';

const towns = TOWNS.map((town) => townPart(town));
const rows = ['Distrikt', { column: 'Skuld', as: 'number' }];

function compared(given: object = {}, parts: readonly Part[] = towns): RegisterComparison {
  const settings = readComparisonSettings({ rows, ...given });
  if (!settings.ok) throw new Error(settings.problem.en);
  const found = compareRegisters(parts, settings.value);
  if (!found.ok) throw new Error(found.problem.en);
  return found.value;
}

const usual = compared();

function blocksOf(comparison: RegisterComparison) {
  return comparisonDocument(comparison, 'sv', 0).sheets.flatMap(({ blocks }) => blocks);
}

function tableOf(comparison: RegisterComparison, id: string): DocumentTable {
  return blocksOf(comparison).find(
    (block): block is DocumentTable => block.kind === 'table' && block.id === id,
  )!;
}

function textsOf(comparison: RegisterComparison, id: string, row: string): string[] {
  const { columns, rows: own } = tableOf(comparison, id);
  const { cells } = own.find(({ key }) => key === row)!;
  return cells.map((cell, at) => formatCell(cell, columns[at]!.format, 'sv').replaceAll('\u00a0', ' '));
}

describe('counts rounded instead of hidden', () => {
  const rounded = compared({ protection: { mode: 'publication', rounding: 5 }, against: 'rest' });
  const shown = shownComparison(rounded);
  const all = shown.tables.flatMap((table) => table.rows.map((row) => ({ ...row, id: table.id })));
  const cellsOf = all
    .flatMap(({ cells }) => Object.values(cells))
    .flatMap((cell) => (isSuppressed(cell) ? [] : [cell]));
  const exactCell = (id: string, key: string, scope: string) =>
    usual.tables.find((table) => table.id === id)!.rows.find((row) => row.key === key)!.cells[scope]!;

  it('are multiples of the base, each as near its count as can be', () => {
    for (const { numerator, denominator, n, value, kind } of cellsOf) {
      const counts = kind === 'rate' ? [numerator, n] : [numerator, denominator, n];
      for (const count of [...counts, kind === 'count' ? value : null])
        if (typeof count === 'number') expect(count % 5).toBe(0);
    }
    const women = all.find(({ key }) => key === 'percent-women')!;
    for (const scope of ['part=Alby', 'part=Dala', 'together']) {
      const cell = women.cells[scope]!;
      if (isSuppressed(cell)) throw new Error('hidden');
      expect(
        Math.abs(cell.numerator! - exactCell('profile', 'percent-women', scope).numerator!),
      ).toBeLessThan(3);
      expect(cell.value).toBe((100 * cell.numerator!) / cell.denominator!);
    }
    expect(shown.inSeveral).toBe(Math.round(usual.inSeveral.n / 5) * 5);
  });

  it('are none where one or two persons stand behind, however often these have come', () => {
    const few = ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((person) => {
      const times = person === 'A' ? 40 : 1;
      return Array.from({ length: times }, (_, i) => [
        person,
        `2020-01-${String(1 + (i % 28)).padStart(2, '0')}`,
      ]);
    });
    const lob = few.map(([person, day]) => [person!, day!, person === 'A' ? 'LOB' : 'Ansökan']);
    const part = partOf([['Person', 'Datum', 'Typ'], ...lob], 'A');
    const protection = { mode: 'publication', rounding: 5 };
    const two = compared({ protection, rows: [] }, [part, { ...part, name: 'B' }]);
    const row = shownComparison(two)
      .tables.find(({ id }) => id === 'profile')!
      .rows.find(({ key }) => key === 'percent-lob')!;
    expect(row.cells['part=A']).toMatchObject({ numerator: 0, denominator: 45, value: 0 });
  });

  it('have no interval, no test and no value of single persons beside them, from which they could be worked out', () => {
    for (const cell of cellsOf) expect([cell.lower, cell.upper]).toEqual([undefined, undefined]);
    for (const { differences, test } of all) {
      expect(test).toBeNull();
      for (const { lower, upper, standardised } of differences)
        expect([lower, upper, standardised]).toEqual([null, null, null]);
    }
    const tables = new Set(all.map(({ id }) => id));
    expect([...tables]).toEqual(['parts', 'persons-by-group', 'profile', 'rows']);
    const ofDebt = all.filter(({ key, kind }) => key.startsWith('column:Skuld') && kind === 'figure');
    expect(ofDebt.flatMap(({ cells }) => Object.values(cells)).every(isSuppressed)).toBe(true);
    const json = comparisonJson(rounded, 0);
    expect(json).toContain('"rounding": 5');
    expect(json).not.toContain('"inNone"');
  });

  it('give percentages, ratios and differences of their own; mean ages are told to the year', () => {
    const applications = all.find(({ key }) => key === 'percent-applications')!;
    const [first] = applications.differences;
    const [part, whole, other, otherWhole] = first!.basis!.map(({ n }) => Math.round(n / 5) * 5);
    expect(first!.value).toBeCloseTo(100 * (part! / whole! - other! / otherWhole!), 12);
    const rate = all.find(({ key }) => key === 'persons-per-10000')!;
    const alby = rate.cells['part=Alby']!;
    expect(isSuppressed(alby) ? null : alby.value).toBe((10_000 * 140) / 25_786);
    const [ratio] = rate.differences;
    const [one, rest] = ratio!.basis!.map(({ n }) => Math.round(n / 5) * 5);
    expect(ratio!.value).toBeCloseTo(one! / 25_786 / (rest! / 27_000), 12);
    const age = all.find(({ key }) => key === 'mean-age')!.cells['part=Alby']!;
    expect(isSuppressed(age) ? null : age.value).toBe(
      Math.round(exactCell('profile', 'mean-age', 'part=Alby').value!),
    );
  });

  it('are said to be so, and no test is spoken of', () => {
    const text = JSON.stringify(comparisonDocument(rounded, 'sv', 0));
    expect(text).toContain('avrundade till närmaste multipel av 5');
    expect(text).not.toContain('comparison-tests');
    expect(text).not.toContain('test är gjorda');
    expect(text).not.toContain('Aktualiseringar visas inte för varje frekvensgrupp');
    const split = splitPart(townPart('Alby'), { by: 'group' });
    if (!split.ok) throw new Error(split.problem.en);
    const byGroup = compared({ protection: { mode: 'publication', rounding: 5 } }, split.value.parts);
    expect(JSON.stringify(comparisonDocument(byGroup, 'sv', 0))).toContain(
      'Aktualiseringar visas inte för varje frekvensgrupp',
    );
  });
});

describe('what is not tested', () => {
  it('is how often and how soon persons of different frequency groups come: they are made of that', () => {
    const split = splitPart(townPart('Alby'), { by: 'group' });
    if (!split.ok) throw new Error(split.problem.en);
    const byGroup = compared({}, split.value.parts);
    const tests = byGroup.tables.flatMap(({ rows: own }) =>
      own.flatMap(({ key, test }) => (test ? [key] : [])),
    );
    expect(tests).toContain('percent-women');
    expect(tests).not.toContain('mean-actualisations');
    expect(tests.filter((key) => key.startsWith('returned-'))).toEqual([]);
    expect(tableOf(byGroup, 'comparison-return').notes.join(' ')).toContain('per definition');
    const headers = tableOf(byGroup, 'comparison-parts').columns.map(({ header }) => header);
    expect(headers).toEqual(expect.arrayContaining(['3–6', '12 eller fler']));
  });

  it('is in which group actualisations are: all of a person’s are in the same', () => {
    const table = usual.tables.find(({ id }) => id === 'actualisations-by-group')!;
    for (const { test, differences, cells } of table.rows) {
      expect(test).toBeNull();
      for (const { lower, upper, value } of differences)
        expect([lower, upper, typeof value]).toEqual([null, null, 'number']);
      for (const cell of Object.values(cells)) expect(cell.lower).toBeUndefined();
    }
  });
});

describe('a comparison as a document', () => {
  it('draws the shares of the frequency groups part by part, while there are colours for the parts', () => {
    const charts = (comparison: RegisterComparison) =>
      blocksOf(comparison).filter((block): block is DocumentChart => block.kind === 'chart');
    const [chart] = charts(usual);
    expect(chart).toMatchObject({
      table: 'comparison-persons-by-group',
      rows: ['1', '2', '3-6', '7-11', '12+'],
    });
    expect(chart!.series.map(({ name, column }) => [name, column])).toEqual(
      TOWNS.map((town) => [town, `part=${town}`]),
    );
    expect(chart!.alternative).toMatch(/1: Alby \d+\u00a0%, Berga \d+\u00a0%, Dala \d+\u00a0%/);
    const five = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ ...townPart('Dala'), name }));
    expect(charts(compared({ rows: [] }, five))).toEqual([]);
  });

  it('tells percentages and means with the decimals that are asked for, of the row before those of all', () => {
    const asked = compared({ digits: 1, rows: [{ column: 'Skuld', as: 'number', digits: 3 }] });
    const alby = (comparison: RegisterComparison, row: string, id = 'comparison-profile') =>
      textsOf(comparison, id, row)[2];
    expect([alby(usual, 'percent-women'), alby(asked, 'percent-women')]).toEqual([
      expect.stringMatching(/^\d+ %$/),
      expect.stringMatching(/^\d+,\d %$/),
    ]);
    expect([alby(usual, 'mean-actualisations'), alby(asked, 'mean-actualisations')]).toEqual([
      expect.stringMatching(/^\d,\d\d$/),
      expect.stringMatching(/^\d,\d$/),
    ]);
    expect(alby(asked, 'column:Skuld', 'comparison-rows')).toMatch(/^\d+,\d{3}$/);
    expect(readComparisonSettings({ digits: 4 })).toMatchObject({ ok: false });
  });

  it('has the interval below each rate, and below each percentage where that is asked for', () => {
    const keys = (comparison: RegisterComparison, id: string) =>
      tableOf(comparison, id).rows.map(({ key }) => key);
    expect(keys(usual, 'comparison-parts')).toEqual([
      'persons',
      'persons-per-10000',
      'persons-per-10000 interval',
      'actualisations',
      'actualisations-per-10000',
      'actualisations-per-10000 interval',
    ]);
    expect(keys(usual, 'comparison-profile')).not.toContain('percent-women interval');
    const asked = compared({ intervals: true });
    expect(textsOf(asked, 'comparison-profile', 'percent-women interval')[2]).toMatch(
      /^\d+,\d % till \d+,\d %$/,
    );
    expect(keys(asked, 'comparison-actualisations-by-group').some((key) => key.endsWith('interval'))).toBe(
      false,
    );
  });

  it('has no empty columns where there are only counts', () => {
    const parts = TOWNS.map((town) => ({ ...townPart(town), population: null }));
    expect(tableOf(compared({}, parts), 'comparison-parts').columns.map(({ header }) => header)).toEqual([
      'Uppgift',
      ...TOWNS,
      'Tillsammans',
    ]);
  });
});
