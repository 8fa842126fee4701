/** Addresses as formulas write them: `A1`, `$B$2:C9`, `A:C`, `1:3`, `'My sheet'!A1`. */
import {
  areaOf,
  boundingArea,
  isEntireColumn,
  isEntireRow,
  isOnSheet,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from './area.ts';
import { Fault } from './fault.ts';

/** 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const before = column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '';
  return before + String.fromCharCode(65 + (column % 26));
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** The address without its sheet. */
export function areaAddress(area: Area): string {
  if (isEntireRow(area)) return `${String(area.row + 1)}:${String(lastRow(area) + 1)}`;
  if (isEntireColumn(area)) return `${columnLetters(area.column)}:${columnLetters(lastColumn(area))}`;
  const first = cellAddress(area.row, area.column);
  if (area.rowCount === 1 && area.columnCount === 1) return first;
  return `${first}:${cellAddress(lastRow(area), lastColumn(area))}`;
}

/** `$A$1:$B$2`, as names and charts keep it. */
export function absoluteAddress(area: Area): string {
  return areaAddress(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

/** A sheet's name as it stands before `!`, in quotes where it needs them. */
export function quotedSheetName(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([a-z]{1,3}\d+|r\d*c\d*|[rc])$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

export interface SheetAddress {
  /** `null` where the address names no sheet. */
  readonly sheetName: string | null;
  readonly rest: string;
}

export function splitSheet(address: string): SheetAddress {
  const at = address.lastIndexOf('!');
  if (at < 0) return { sheetName: null, rest: address };
  const before = address.slice(0, at);
  const isQuoted = before.startsWith("'") && before.endsWith("'") && before.length > 1;
  return {
    sheetName: isQuoted ? before.slice(1, -1).replaceAll("''", "'") : before,
    rest: address.slice(at + 1),
  };
}

const CELL = /^\$?([a-z]{1,3})\$?(\d{1,7})$/i;
const COLUMN = /^\$?([a-z]{1,3})$/i;
const ROW = /^\$?(\d{1,7})$/;

/** The cells that an address without a sheet names, or `null` where it is no address. */
export function areaAt(address: string): Area | null {
  const corners = address.trim().split(':');
  if (corners.length > 2) return null;
  const [first, second] = [corners[0]!, corners[1] ?? null];
  const area = second === null ? cellArea(first) : areaBetween(first, second);
  return area && isOnSheet(area) ? area : null;
}

function cellArea(corner: string): Area | null {
  const cell = CELL.exec(corner);
  return cell && areaOf(Number(cell[2]) - 1, columnNumber(cell[1]!));
}

function areaBetween(first: string, second: string): Area | null {
  const [a, b] = [cellArea(first), cellArea(second)];
  if (a && b) return boundingArea(a, b);
  const [left, right] = [COLUMN.exec(first), COLUMN.exec(second)];
  if (left && right) {
    return boundingArea(
      areaOf(0, columnNumber(left[1]!), MAX_ROWS),
      areaOf(0, columnNumber(right[1]!), MAX_ROWS),
    );
  }
  const [top, bottom] = [ROW.exec(first), ROW.exec(second)];
  if (!top || !bottom) return null;
  return boundingArea(
    areaOf(Number(top[1]) - 1, 0, 1, MAX_COLUMNS),
    areaOf(Number(bottom[1]) - 1, 0, 1, MAX_COLUMNS),
  );
}

export function requireArea(address: string): Area {
  const area = areaAt(address);
  if (!area) throw new Fault('InvalidArgument', `"${address}" is no address`);
  return area;
}
