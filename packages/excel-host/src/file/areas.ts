/** Cells as the model counts them, and as a file's ranges do. */
import type { CellRange } from 'isu-workbook-file/workbook';
import { lastColumn, lastRow, type Area } from '../model/area.ts';

export function areaOfRange({ firstRow, firstColumn, lastRow: last, lastColumn: right }: CellRange): Area {
  return {
    row: firstRow,
    column: firstColumn,
    rowCount: last - firstRow + 1,
    columnCount: right - firstColumn + 1,
  };
}

export function rangeOfArea(area: Area): CellRange {
  return {
    firstRow: area.row,
    firstColumn: area.column,
    lastRow: lastRow(area),
    lastColumn: lastColumn(area),
  };
}

/** Characters of Calibri 11 as points: 7 pixels each and 5 to pad, at 96 pixels an inch. */
const POINTS_PER_CHARACTER = 5.25;
const PADDING = 3.75;

export function pointsOf(characters: number): number {
  return characters * POINTS_PER_CHARACTER + PADDING;
}

export function charactersOf(points: number): number {
  return Math.max(0, (points - PADDING) / POINTS_PER_CHARACTER);
}

/** `#RRGGBB`, and `''` for none, as Office.js has it. */
export function shownColour(colour: string | null): string {
  return colour === null ? '' : `#${colour}`;
}

export function storedColour(colour: string): string | null {
  return colour === '' ? null : colour.slice(1);
}
