/** Formulas whose cells have moved: copied elsewhere, shifted by insertion, or on a sheet with a new name. */
import { areaAt, columnLetters, columnNumber, quotedSheetName, splitSheet } from '../model/address.ts';
import {
  isEntireColumn,
  isEntireRow,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from '../model/area.ts';
import { tokensOf } from './tokens.ts';

/** A formula as it reads in a cell that lies so far away: relative addresses go along, `$` ones stay. */
export function copiedFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const { prefix, rest } = parts(reference);
    const moved = rest.split(':').map((corner) => movedCorner(corner, rows, columns));
    return moved.includes(null) ? '#REF!' : prefix + moved.join(':');
  });
}

function movedCorner(corner: string, rows: number, columns: number): string | null {
  const [, columnLock, letters, rowLock, digits] = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/.exec(corner)!;
  const isLetters = letters !== '';
  // In `$5` the first lock is the row's.
  const [lockOfColumn, lockOfRow] = isLetters ? [columnLock, rowLock] : ['', columnLock || rowLock];
  const column = isLetters ? columnNumber(letters!) + (lockOfColumn ? 0 : columns) : 0;
  const row = digits === '' ? 0 : Number(digits) - 1 + (lockOfRow ? 0 : rows);
  if (column < 0 || row < 0 || column >= MAX_COLUMNS || row >= MAX_ROWS) return null;
  const columnPart = isLetters ? lockOfColumn! + columnLetters(column) : '';
  return columnPart + (digits === '' ? '' : lockOfRow! + String(row + 1));
}

/** The formula after the cells that it refers to on the named sheet have moved; `null` is deleted. */
export function shiftedFormula(
  formula: string,
  ownSheet: string,
  movedSheet: string,
  move: (area: Area) => Area | null,
): string {
  return mapReferences(formula, (reference) => {
    const { prefix, rest } = parts(reference);
    const sheet = prefix === '' ? ownSheet : splitSheet(reference).sheetName!;
    const area = areaAt(rest);
    if (!area || sheet.toLowerCase() !== movedSheet.toLowerCase()) return reference;
    const moved = move(area);
    return moved ? prefix + withLocks(rest, moved) : `${prefix}#REF!`;
  });
}

/** The new place in the old notation, with its `$` signs. */
function withLocks(rest: string, area: Area): string {
  const [first, second] = rest.split(':');
  const start = lockedCorner(first!, area.row, area.column, area);
  return second === undefined
    ? start
    : `${start}:${lockedCorner(second, lastRow(area), lastColumn(area), area)}`;
}

function lockedCorner(corner: string, row: number, column: number, area: Area): string {
  const [, first = '', letters = '', second = ''] = /^(\$?)([A-Za-z]{0,3})(\$?)\d*$/.exec(corner)!;
  const columnPart = isEntireRow(area) ? '' : (letters === '' ? '' : first) + columnLetters(column);
  const rowPart = isEntireColumn(area) ? '' : (letters === '' ? first : second) + String(row + 1);
  return columnPart + rowPart;
}

export function renamedSheet(formula: string, before: string, after: string): string {
  // Most formulas name no other sheet, and need not be taken apart to know it.
  if (!formula.toLowerCase().includes(before.toLowerCase().replaceAll("'", "''"))) return formula;
  return mapReferences(formula, (reference) => {
    const { sheetName, rest } = splitSheet(reference);
    if (sheetName === null || sheetName.toLowerCase() !== before.toLowerCase()) return reference;
    return `${quotedSheetName(after)}!${rest}`;
  });
}

export function withoutSheet(formula: string, sheet: string): string {
  return mapReferences(formula, (reference) => {
    const { sheetName } = splitSheet(reference);
    return sheetName?.toLowerCase() === sheet.toLowerCase() ? '#REF!' : reference;
  });
}

function mapReferences(formula: string, map: (reference: string) => string): string {
  const tokens = tokensOf(formula);
  if (!tokens) return formula;
  const texts = tokens.map(({ kind, text }) => {
    if (kind !== 'reference') return text;
    return text.endsWith('#') ? `${map(text.slice(0, -1))}#` : map(text);
  });
  return `=${texts.join('')}`;
}

function parts(reference: string): { readonly prefix: string; readonly rest: string } {
  const at = reference.lastIndexOf('!') + 1;
  return { prefix: reference.slice(0, at), rest: reference.slice(at) };
}
