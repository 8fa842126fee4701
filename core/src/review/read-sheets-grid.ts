/** A sheet as it is read back: found by its mark, its columns by the keys in the mark's row. */
import type { Problem } from '../problem.ts';
import { addressOf } from './review-sheets-cells.ts';
import type { FieldValue } from './reviews.ts';
import { MARKS, type SheetKind } from './sheet-marks.ts';
import type { ReadSheet } from './sheets.ts';

/** Something in a cell that cannot be used as it is. */
export interface CellProblem {
  readonly sheet: string;
  /** `F7`. */
  readonly address: string;
  readonly problem: Problem;
}

/** A sheet of a review’s workbook, and where its mark stands. */
export interface MarkedSheet {
  readonly kind: SheetKind;
  readonly sheet: ReadSheet;
  /** Of the mark. */
  readonly row: number;
  readonly column: number;
}

/** A mark is looked for in so many rows: somebody may have put a row above it. */
const MARK_ROWS = 10;

const KINDS = new Map<string, SheetKind>(
  Object.entries(MARKS).map(([kind, mark]) => [mark, kind as SheetKind]),
);

/** Which of a review’s sheets it is, by its mark; `null` where it is none of them. */
export function markedSheet(sheet: ReadSheet): MarkedSheet | null {
  for (const [row, cells] of sheet.rows.slice(0, MARK_ROWS).entries()) {
    for (const [column, value] of cells.entries()) {
      const kind = typeof value === 'string' ? KINDS.get(value.trim()) : undefined;
      if (kind) return { kind, sheet, row, column };
    }
  }
  return null;
}

export function valueAt({ rows }: ReadSheet, row: number, column: number): FieldValue | null {
  const value = rows[row]?.[column];
  return value === undefined || value === '' ? null : value;
}

export function textAt(sheet: ReadSheet, row: number, column: number): string {
  return String(valueAt(sheet, row, column) ?? '').trim();
}

/** Columns by the keys in the mark's row; of a key that stands twice the first. */
export function keyedColumns({ sheet, row }: MarkedSheet): {
  readonly columns: ReadonlyMap<string, number>;
  readonly repeated: readonly { readonly key: string; readonly column: number }[];
} {
  const columns = new Map<string, number>();
  const repeated: { key: string; column: number }[] = [];
  for (const [column, value] of (sheet.rows[row] ?? []).entries()) {
    const key = typeof value === 'string' ? value.trim() : '';
    if (key === '') continue;
    if (columns.has(key)) repeated.push({ key, column });
    else columns.set(key, column);
  }
  return { columns, repeated };
}

export function problemAt({ name }: ReadSheet, row: number, column: number, problem: Problem): CellProblem {
  return { sheet: name, address: addressOf(row, column), problem };
}

const ERROR = /^#(REF|N\/A|NAME|VALUE|DIV\/0|NULL|NUM|SPILL|CALC|GETTING_DATA)[!?]?$/;

/** What a formula gives that has lost what it leant on. */
export function isErrorValue(value: FieldValue | null): boolean {
  return typeof value === 'string' && ERROR.test(value);
}
