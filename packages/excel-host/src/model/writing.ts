/** Writing into cells and reading them back, with what Excel does on the way. */
import { areaOf, cellCount, contains, lastColumn, lastRow, overlaps, type Area } from './area.ts';
import { isError, plainValue, type CellValue } from './cell-value.ts';
import { entryOf } from './entry.ts';
import type { ValueChange } from './events.ts';
import { Fault } from './fault.ts';
import type { Sheet } from './sheet.ts';
import { readHeaders } from './table.ts';

/** Docs, "Excel JavaScript API: limits": one read gives at most five million cells. */
export const MOST_CELLS = 5_000_000;

/** Long work in steps, between which a page may draw and answer. */
export type Steps = Generator<undefined, void, undefined>;

/** `null` leaves its cell alone. */
export type Grid = readonly (readonly unknown[])[];

/** A single value stands for every cell of the area; a grid must have its shape. */
export function gridOf(written: unknown, area: Area): Grid | { readonly all: unknown } {
  if (written === null || written === undefined)
    throw new Fault('InvalidArgument', 'null is no value for a whole range');
  if (!Array.isArray(written)) return { all: written };
  const isFitting =
    written.length === area.rowCount &&
    written.every((row) => Array.isArray(row) && row.length === area.columnCount);
  if (isFitting) return written as Grid;
  const rows = written.length;
  const columns = Array.isArray(written[0]) ? written[0].length : 0;
  throw new Fault(
    'InvalidArgument',
    `${String(rows)} × ${String(columns)} values for ${String(area.rowCount)} × ${String(area.columnCount)} cells`,
  );
}

export function writeValues(sheet: Sheet, area: Area, written: unknown): void {
  const steps = writingValues(sheet, area, written);
  while (!steps.next().done);
}

/** Cells between two places to pause. */
const CELLS_OF_A_STEP = 4_096;

/** The same a piece at a time; one change is told of, when all is written. */
export function* writingValues(sheet: Sheet, area: Area, written: unknown): Steps {
  const grid = gridOf(written, area);
  sheet.demandUnlocked(area);
  demandNoSplitSpill(sheet, area);
  const before = cellCount(area) === 1 ? sheet.value(area.row, area.column) : null;
  const rows = Math.ceil(CELLS_OF_A_STEP / area.columnCount);
  for (let from = 0; from < area.rowCount; from += rows) {
    if (from > 0) yield;
    const rowCount = Math.min(rows, area.rowCount - from);
    eachCell({ ...area, row: area.row + from, rowCount }, (row, column, r, c) => {
      const value = 'all' in grid ? grid.all : grid[from + r]![c];
      if (value !== null && value !== undefined) writeCell(sheet, row, column, value);
    });
  }
  afterWriting(sheet, area, before);
}

function writeCell(sheet: Sheet, row: number, column: number, written: unknown): void {
  const { workbook, cells } = sheet;
  const style = sheet.styleNumber(row, column);
  const { numberFormat } = workbook.styles.style(style);
  const entry = entryOf(written, numberFormat, workbook.locale);
  workbook.writeFormula(sheet, row, column, entry.formula);
  cells.setValue(row, column, entry.value);
  if (style !== 0) cells.setStyle(row, column, style);
  if (entry.numberFormat !== null && numberFormat === 'General') {
    const shown = { ...workbook.styles.style(style), numberFormat: entry.numberFormat };
    cells.setStyle(row, column, workbook.styles.number(shown));
  }
}

/** Empties cells of values and formulas. */
export function clearContents(sheet: Sheet, area: Area): void {
  sheet.demandUnlocked(sheet.usedArea(true, area) ?? areaOf(area.row, area.column));
  demandNoSplitSpill(sheet, area);
  const filled: [number, number][] = [];
  sheet.cells.eachFilled(area, (row, column) => filled.push([row, column]));
  sheet.cells.eachFormula(area, (row, column) => filled.push([row, column]));
  for (const [row, column] of filled) {
    sheet.workbook.writeFormula(sheet, row, column, null);
    sheet.cells.setValue(row, column, null);
  }
  afterWriting(sheet, area, null);
}

function afterWriting(sheet: Sheet, area: Area, before: CellValue): void {
  for (const table of sheet.tables) readHeaders(table, area);
  sheet.workbook.touched(sheet, area);
  const details: ValueChange | null =
    cellCount(area) === 1
      ? { before: plainValue(before), after: plainValue(sheet.value(area.row, area.column)) }
      : null;
  sheet.workbook.events.emit({ kind: 'changed', sheet, area, changeType: 'RangeEdited', details });
}

/** Excel will not let a part of what a formula spilled be written over by writing into it: the formula shows #SPILL!. */
function demandNoSplitSpill(sheet: Sheet, area: Area): void {
  for (const spill of sheet.spills) {
    if (overlaps(spill.area, area) && !contains(area, spill.area))
      sheet.workbook.calculator?.unspill(sheet, spill.area);
  }
}

export function readGrid<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  if (cellCount(area) > MOST_CELLS) {
    throw new Fault('ResponsePayloadSizeLimitExceeded', `${String(cellCount(area))} cells in one read`);
  }
  const rows: T[][] = new Array<T[]>(area.rowCount);
  for (let r = 0; r < area.rowCount; r++) {
    const row: T[] = new Array<T>(area.columnCount);
    for (let c = 0; c < area.columnCount; c++) row[c] = read(area.row + r, area.column + c);
    rows[r] = row;
  }
  return rows;
}

export function readValues(sheet: Sheet, area: Area): (string | number | boolean)[][] {
  return readGrid(area, (row, column) => plainValue(sheet.cells.value(row, column)));
}

export function readFormulas(sheet: Sheet, area: Area): (string | number | boolean)[][] {
  return readGrid(
    area,
    (row, column) => sheet.cells.formula(row, column) ?? plainValue(sheet.cells.value(row, column)),
  );
}

export type ValueType = 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error';

export function valueType(value: CellValue): ValueType {
  if (value === null) return 'Empty';
  if (isError(value)) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

export function eachCell(
  area: Area,
  visit: (row: number, column: number, r: number, c: number) => void,
): void {
  const [bottom, right] = [lastRow(area), lastColumn(area)];
  for (let row = area.row; row <= bottom; row++) {
    for (let column = area.column; column <= right; column++) {
      visit(row, column, row - area.row, column - area.column);
    }
  }
}
