/** What a formula's parts come to: one value, cells, or an array that is not on a sheet. */
import { isError, cellError, type CellError, type CellValue } from '../model/cell-value.ts';
import type { CellsOf } from '../model/cells-of.ts';
import type { Locale } from '../model/locale.ts';
import { parseValue } from 'numfmt';

export type Matrix = readonly (readonly CellValue[])[];

export type Operand =
  | { readonly kind: 'value'; readonly value: CellValue }
  | { readonly kind: 'cells'; readonly cells: CellsOf; readonly matrix: () => Matrix }
  | { readonly kind: 'array'; readonly rows: Matrix };

export function valueOperand(value: CellValue): Operand {
  return { kind: 'value', value };
}

export function errorOperand(code: CellError['error']): Operand {
  return valueOperand(cellError(code));
}

export function matrixOf(operand: Operand): Matrix {
  switch (operand.kind) {
    case 'value':
      return [[operand.value]];
    case 'array':
      return operand.rows;
    case 'cells':
      return operand.matrix();
  }
}

/** A matrix of one is its value. */
export function operandOf(rows: Matrix): Operand {
  return rows.length === 1 && rows[0]!.length === 1 ? valueOperand(rows[0]![0]!) : { kind: 'array', rows };
}

/** As Excel takes a value where a number is wanted: empty is 0, true is 1, text that reads as a number is it. */
export function toNumber(value: CellValue, locale: Locale): number | CellError {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (isError(value)) return value;
  const parsed = value === '' ? null : parseValue(value, { locale: locale.name });
  return typeof parsed?.v === 'number' ? parsed.v : cellError('#VALUE!');
}

export function toText(value: CellValue, locale: Locale): string | CellError {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? locale.words.true : locale.words.false;
  return isError(value) ? value : String(value).replace('.', locale.decimal);
}

export function toBoolean(value: CellValue): boolean | CellError {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (isError(value)) return value;
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return cellError('#VALUE!');
}

/** One value for every pair; a row, a column or a single value repeats, a hole is #N/A. */
export function broadcast(
  a: Operand,
  b: Operand,
  combine: (x: CellValue, y: CellValue) => CellValue,
): Operand {
  const [x, y] = [matrixOf(a), matrixOf(b)];
  const rows = Math.max(x.length, y.length);
  const columns = Math.max(x[0]!.length, y[0]!.length);
  return operandOf(
    Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => {
        const [left, right] = [at(x, r, c), at(y, r, c)];
        return left === undefined || right === undefined ? cellError('#N/A') : combine(left, right);
      }),
    ),
  );
}

function at(matrix: Matrix, r: number, c: number): CellValue | undefined {
  return matrix[matrix.length === 1 ? 0 : r]?.[matrix[0]!.length === 1 ? 0 : c];
}
