/**
 * A messy register against its answer. Both are made by fixtures/make-messy-register.py, which knows what each row
 * means, writes it in some notation, and counts from the meaning; it shares no code with the product.
 */
import { readFileSync } from 'node:fs';
import { analyse, readSettings, resultJson, sheetOf, type Analysis, type Cell } from 'isu-core';
import { describe, expect, it } from 'vitest';

interface Answer {
  readonly settings: object;
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly excluded: readonly { readonly row: number; readonly reason: string; readonly value?: string }[];
    readonly warnings: readonly { readonly row: number; readonly warning: string }[];
  };
  readonly persons: readonly {
    readonly person: string;
    readonly months: Readonly<Record<'completed' | 'boundaries' | 'average', number>>;
  }[];
  /** A count as a number, a percent or mean as numerator and denominator. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, CellAnswer>>>>>>;
  readonly selection: readonly string[];
  readonly return: readonly { readonly days: number; readonly atRisk: number; readonly returned: number }[];
  readonly concentration: {
    readonly gini: number;
    readonly top: readonly { readonly share: number; readonly ofActualisations: number }[];
  };
}
type CellAnswer = number | readonly [numerator: number, denominator: number];

interface Result {
  readonly rows: Answer['rows'];
  readonly persons: readonly { readonly months: number }[];
  readonly tables: readonly {
    readonly id: string;
    readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, CellResult>> }[];
  }[];
  readonly selection: { readonly persons: readonly string[] };
  readonly return: { readonly points: Answer['return'] };
  readonly concentration: Answer['concentration'];
}
interface CellResult {
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
}

function fixture(file: string): string {
  return readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8');
}

const answer = JSON.parse(fixture('messy-answer.json')) as Answer;
const asText: readonly (readonly Cell[])[] = fixture('messy-register.csv')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(';'));
const asCells = JSON.parse(fixture('messy-register.json')) as readonly (readonly Cell[])[];

function resultOf(rows: readonly (readonly Cell[])[], given: object = {}): Result {
  const settings = readSettings({ ...answer.settings, ...given }, '1999-12-31');
  if (!settings.ok) throw new Error(settings.problem.en);
  const source = { name: 'messy-register.csv', sha256: null, sheet: null };
  const analysed = analyse(sheetOf(rows), settings.value, source);
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return jsonOf(analysed.value);
}

function jsonOf(analysis: Analysis): Result {
  return JSON.parse([...resultJson(analysis, 'sv')].join('')) as Result;
}

/** Multiplied before divided, as `100 · numerator / denominator` is: to the last bit. */
function valueOf(cell: CellAnswer, isPercent: boolean): number | null {
  if (typeof cell === 'number') return cell;
  const [numerator, denominator] = cell;
  if (denominator === 0) return null;
  return ((isPercent ? 100 : 1) * numerator) / denominator;
}

it('the register is of some size, and every reason and warning occurs in it', () => {
  expect(answer.rows.read).toBeGreaterThan(350);
  expect(new Set(answer.rows.excluded.map(({ reason }) => reason)).size).toBe(8);
  expect(new Set(answer.rows.warnings.map(({ warning }) => warning)).size).toBe(4);
});

describe.each([
  ['as text, as a CSV file has it', asText],
  ['with numbers and date serials, as a workbook has it', asCells],
])('the messy register %s', (_, rows) => {
  it('has the same rows read and used', () => {
    const result = resultOf(rows);
    expect({ read: result.rows.read, used: result.rows.used }).toEqual({
      read: answer.rows.read,
      used: answer.rows.used,
    });
  });

  it('leaves out the same rows for the same reasons', () => {
    const result = resultOf(rows);
    expect(result.rows.excluded.map(({ row, reason }) => ({ row, reason }))).toEqual(
      answer.rows.excluded.map(({ row, reason }) => ({ row, reason })),
    );
    const values = new Map(result.rows.excluded.map(({ row, value }) => [row, value]));
    for (const { row, value } of answer.rows.excluded)
      if (value !== undefined) expect(values.get(row)).toBe(value);
  });

  it('gives the same warnings', () => {
    const result = resultOf(rows);
    expect(result.rows.warnings).toEqual(answer.rows.warnings);
  });

  it.each(['completed', 'boundaries', 'average'] as const)(
    'has the same persons, months %s',
    (convention) => {
      expect(resultOf(rows, { months: convention }).persons).toEqual(
        answer.persons.map((person) => ({ ...person, months: person.months[convention] })),
      );
    },
  );

  it('has the same tables with the same rows in the same order', () => {
    const result = resultOf(rows);
    expect(result.tables.map(({ id }) => id)).toEqual(Object.keys(answer.tables));
    for (const { id, rows: shown } of result.tables)
      expect(
        shown.map(({ key }) => key).filter((key) => !/^\d{4}$/.test(key)),
        id,
      ).toEqual(Object.keys(answer.tables[id]!).filter((key) => !/^\d{4}$/.test(key)));
  });

  it.each(Object.keys(answer.tables))('has the same figures in each cell of %s', (id) => {
    const table = resultOf(rows).tables.find((one) => one.id === id)!;
    expect(new Set(table.rows.map(({ key }) => key))).toEqual(new Set(Object.keys(answer.tables[id]!)));
    for (const { key, cells } of table.rows) {
      const expected = answer.tables[id]![key]!;
      expect(Object.keys(cells), key).toEqual(Object.keys(expected));
      for (const [column, cell] of Object.entries(cells)) {
        const isPercent =
          `${key} ${column}`.includes('percent') || key.startsWith('referrer') || key.endsWith('unknown');
        const isMean = column.startsWith('mean') || key.startsWith('mean') || key === 'mean';
        const place = `${id} ${key} ${column}`;
        expect(cell.value, place).toBe(valueOf(expected[column]!, isPercent && !isMean));
        if (typeof expected[column] !== 'number')
          expect([cell.numerator, cell.denominator], place).toEqual(expected[column]);
      }
    }
  });

  it('selects the same persons', () => {
    const result = resultOf(rows);
    expect(answer.selection.length).toBeGreaterThan(2);
    expect(result.selection.persons).toEqual(answer.selection);
  });

  it('has the same return and the same concentration', () => {
    const result = resultOf(rows);
    result.return.points.forEach((point, at) => {
      const expected = answer.return[at]!;
      expect(point).toMatchObject({ days: expected.days, atRisk: expected.atRisk });
      expect(point.returned).toBeCloseTo(expected.returned, 12);
    });
    expect(result.concentration.gini).toBeCloseTo(answer.concentration.gini, 12);
    result.concentration.top.forEach(({ share, ofActualisations }, at) => {
      expect(share).toBe(answer.concentration.top[at]!.share);
      expect(ofActualisations).toBeCloseTo(answer.concentration.top[at]!.ofActualisations, 12);
    });
  });
});
