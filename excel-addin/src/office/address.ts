/** Addresses of cells as Excel writes them: `Blad1!$A$1:$C$9`, `A:C`, `3:5`. Rows and columns count from 0. */
import { columnName } from 'isu-workbook-file/sheet-plan';

export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** The sheet's name, where there is one, is left aside. `null` where it is no address of one area. */
export function areaOf(address: string): CellArea | null {
  const cells = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const match = /^([A-Z]{0,3})(\d{0,7})(?::([A-Z]{0,3})(\d{0,7}))?$/i.exec(cells);
  if (!match || cells === '') return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const [firstColumn, lastColumn] = [columnNumber(left) ?? 0, columnNumber(right) ?? MOST_COLUMNS - 1];
  const [firstRow, lastRow] = [rowNumber(top) ?? 0, rowNumber(bottom) ?? MOST_ROWS - 1];
  return {
    row: firstRow,
    column: firstColumn,
    rowCount: lastRow - firstRow + 1,
    columnCount: lastColumn - firstColumn + 1,
  };
}

function columnNumber(letters: string): number | null {
  if (letters === '') return null;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rowNumber(digits: string): number | null {
  return digits === '' ? null : Number(digits) - 1;
}

export function addressOf({ row, column, rowCount, columnCount }: CellArea): string {
  const first = cellAddress(row, column);
  const last = cellAddress(row + rowCount - 1, column + columnCount - 1);
  return first === last ? first : `${first}:${last}`;
}

function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${String(row + 1)}`;
}

/** `Blad1!A1:C9` without its sheet. */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1);
}

export function overlaps(a: CellArea, b: CellArea): boolean {
  return (
    a.row < b.row + b.rowCount &&
    b.row < a.row + a.rowCount &&
    a.column < b.column + b.columnCount &&
    b.column < a.column + a.columnCount
  );
}

export function contains(outer: CellArea, row: number, column: number): boolean {
  return overlaps(outer, { row, column, rowCount: 1, columnCount: 1 });
}
