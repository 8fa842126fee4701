/** A sheet as it will be written: what stands in which cell, before it is XML. Rows and columns count from 0. */
import type { Printing } from './pagination.ts';
import type { CellRange } from '../xlsx/address.ts';
import type { ChartCells } from '../xlsx/chart-data.ts';

export type { ChartCells };

export interface PlannedCell {
  readonly column: number;
  /** `null` is an empty cell that has a look. */
  readonly value: string | number | boolean | null;
  /** A number that `Styles` has handed out. */
  readonly style: number;
}

export interface PlannedRow {
  readonly row: number;
  /** In points, where it is not the usual one. */
  readonly height?: number;
  readonly cells: readonly PlannedCell[];
}

/** A native table: header row and data rows; total rows stand below it, so that sorting leaves them alone. */
export interface PlannedTable {
  readonly name: string;
  readonly range: CellRange;
  readonly headers: readonly string[];
  /** Whether the header has buttons for filtering and sorting. */
  readonly filter: boolean;
}

export interface PlannedChart {
  readonly title: string;
  readonly alternative: string;
  readonly shape: 'clustered-column' | 'line';
  readonly categoryAxis: string;
  readonly valueAxis: string;
  readonly categories: ChartCells;
  readonly series: readonly {
    readonly name: string;
    /** The header cell where it holds the name. */
    readonly nameCell: { readonly sheetName: string; readonly range: CellRange } | null;
    readonly values: ChartCells;
  }[];
  readonly row: number;
  /** From the sheet's left edge, in pixels. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

export interface SheetPlan {
  /** Which sheet of the document it is, whatever its name. */
  readonly part: string;
  readonly name: string;
  /** In characters. */
  readonly columnWidths: readonly number[];
  /** Rising; may be walked once. */
  readonly rows: Iterable<PlannedRow>;
  readonly merges: readonly CellRange[];
  readonly charts: readonly PlannedChart[];
  /** Rows that stay in sight when the rest scrolls; 0 for none. */
  readonly frozenRows: number;
  readonly printing: Printing;
  /** The row that is printed again on each page. */
  readonly repeatedRow: number | null;
  /** Asked for when the rows have been walked. */
  tables(): readonly PlannedTable[];
  /** Text that looks like numbers and is right so: Excel shall not mark it. Asked for likewise. */
  textRanges(): readonly CellRange[];
}

/** What Excel can hold. */
export const MOST_ROWS = 1_048_576;

/** In points. */
export const ROW_HEIGHT = 18;

/** Excel has no higher row; a longer text is read in the cell itself. */
export const HIGHEST_ROW = 409;

/** As Excel draws a column of so many characters in Calibri 11 on a usual screen. */
export function columnPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}
