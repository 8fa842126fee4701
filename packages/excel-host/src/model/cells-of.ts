/** Cells of a sheet: what a range stands for. */
import { areaAddress, quotedSheetName, requireArea, splitSheet } from './address.ts';
import { isOnSheet, type Area } from './area.ts';
import { Fault } from './fault.ts';
import type { Sheet } from './sheet.ts';

export interface CellsOf {
  readonly sheet: Sheet;
  readonly area: Area;
  /** Whether its cells have been deleted since it was made. */
  readonly isGone?: boolean;
}

/** Several areas of one sheet. */
export interface AreasOf {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

export function cellsOf(sheet: Sheet, area: Area): CellsOf {
  if (!isOnSheet(area)) throw new Fault('InvalidArgument', 'the cells are outside the sheet');
  return { sheet, area };
}

export function fullAddress({ sheet, area }: CellsOf): string {
  return `${quotedSheetName(sheet.name)}!${areaAddress(area)}`;
}

/** Cells by address, table name or defined name; on this sheet where the address names none. */
export function cellsAt(sheet: Sheet, address: string): CellsOf {
  const { sheetName, rest } = splitSheet(address);
  const named = sheetName === null ? cellsNamed(sheet, address) : null;
  if (named) return named;
  const owner = sheetName === null ? sheet : sheet.workbook.findSheet(sheetName);
  if (!owner) throw new Fault('ItemNotFound', `there is no sheet "${String(sheetName)}"`);
  return { sheet: owner, area: requireArea(rest) };
}

function cellsNamed(sheet: Sheet, name: string): CellsOf | null {
  const wanted = name.toLowerCase();
  const known = [...sheet.names, ...sheet.workbook.names].find(
    (other) => other.name.toLowerCase() === wanted,
  );
  if (known) return cellsOfFormula(sheet, known.formula);
  const table = sheet.workbook.findTable(name);
  return table && { sheet: table.sheet, area: table.bodyArea };
}

/** The cells that a name's formula refers to, or `null` where it is something else. */
export function cellsOfFormula(sheet: Sheet, formula: string): CellsOf | null {
  try {
    return cellsAt(sheet, formula.replace(/^=/, ''));
  } catch {
    return null;
  }
}

/** An argument that may be cells or an address on the given sheet. */
export function cellsGiven(sheet: Sheet, given: CellsOf | string): CellsOf {
  return typeof given === 'string' ? cellsAt(sheet, given) : given;
}
