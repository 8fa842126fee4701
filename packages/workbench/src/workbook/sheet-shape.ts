/** Which rows and columns of a sheet are drawn, and how large: in pixels of a screen, of which Excel's point is 4/3. */
import { lastColumn, lastRow, type Sheet } from 'isu-excel-host';

export interface ShapedColumn {
  readonly column: number;
  readonly width: number;
  readonly isFrozen: boolean;
}

export interface SheetShape {
  /** Rows that stay in sight, from the top. */
  readonly frozen: readonly number[];
  /** The others, down the sheet. */
  readonly rows: readonly number[];
  readonly columns: readonly ShapedColumn[];
  readonly heightOf: (row: number) => number;
  /** Where all rows below the frozen ones are equally high. */
  readonly commonHeight: number | null;
}

/** Empty rows and columns after the last that holds something: room to write in, and to see that it ended. */
const ROOM = { rows: 40, columns: 6 };
const LEAST = { rows: 60, columns: 26 };

export function pixels(points: number): number {
  return Math.round(points / 0.75);
}

/** Equal where the sheet would be drawn with the same rows and columns. */
export function shapeKey(sheet: Sheet): string {
  const { rows, columns } = extentOf(sheet);
  const sizes: number[] = [rows, columns, sheet.standardWidth, sheet.frozen.rows, sheet.frozen.columns];
  for (const [column, { size = -1, hidden }] of sheet.columns) sizes.push(column, size, Number(hidden ?? 0));
  let heights = 0;
  for (const [row, { size = -1, hidden }] of sheet.rows)
    heights = (heights * 31 + row * 7 + size * 4 + Number(hidden ?? 0)) % 2 ** 40;
  return `${sizes.join()};${String(heights)}`;
}

/** @param hidden rows that are not drawn, for another reason than that they have no height */
export function sheetShape(sheet: Sheet, hidden: ReadonlySet<number> | null): SheetShape {
  const extent = extentOf(sheet);
  const heightOf = (row: number) => pixels(sheet.rowHeight(row));
  const shown = Array.from({ length: extent.rows }, (_, row) => row).filter(
    (row) => heightOf(row) > 0 && !hidden?.has(row),
  );
  const frozen = shown.filter((row) => row < sheet.frozen.rows);
  const rows = frozen.length === 0 ? shown : shown.slice(frozen.length);
  const heights = new Set(rows.map(heightOf));
  const columns = Array.from({ length: extent.columns }, (_, column) => ({
    column,
    width: pixels(sheet.columnWidth(column)),
    isFrozen: column < sheet.frozen.columns,
  })).filter(({ width }) => width > 0);
  return { frozen, rows, columns, heightOf, commonHeight: heights.size === 1 ? [...heights][0]! : null };
}

function extentOf(sheet: Sheet): { readonly rows: number; readonly columns: number } {
  const used = sheet.usedArea(false);
  return {
    rows: Math.max(LEAST.rows, used ? lastRow(used) + 1 + ROOM.rows : 0),
    columns: Math.max(LEAST.columns, used ? lastColumn(used) + 1 + ROOM.columns : 0),
  };
}
