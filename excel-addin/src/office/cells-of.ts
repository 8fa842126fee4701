/** Cells by their place. */
import type { CellArea } from './address.ts';

export function cellsOf(
  sheet: Excel.Worksheet,
  { row, column, rowCount, columnCount }: CellArea,
): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rowCount, columnCount);
}

/** One format for all cells: Excel takes a single value where its types ask for a grid. */
export function setNumberFormat(cells: Excel.Range, format: string): void {
  (cells as { numberFormat: unknown }).numberFormat = format;
}

export function setValues(
  cells: Excel.Range,
  values: readonly (readonly (string | number | boolean)[])[],
): void {
  (cells as { values: unknown }).values = values;
}
