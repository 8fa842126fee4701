/** A table: a rectangle with a header row, perhaps a total row, and columns whose names are unlike. */
import { areaOf, lastColumn, lastRow, MAX_ROWS, overlaps, type Area } from './area.ts';
import type { SheetFilter } from './filter.ts';
import { Fault } from './fault.ts';
import { checkDefinedName, freeName, isTaken } from './naming.ts';
import type { Sheet } from './sheet.ts';

export interface TableColumn {
  readonly id: number;
  readonly table: Table;
  name: string;
}

/** Microsoft Support: a column's name holds 255 characters. */
const LONGEST_HEADER = 255;

export class Table {
  readonly id: string;
  readonly number: number;
  readonly sheet: Sheet;
  name: string;
  /** Header row, rows and total row. */
  area: Area;
  columns: TableColumn[] = [];
  style = 'TableStyleMedium2';
  showHeaders = true;
  showTotals = false;
  showBandedRows = true;
  showBandedColumns = false;
  highlightFirstColumn = false;
  highlightLastColumn = false;
  showFilterButton = true;
  filter: SheetFilter['criteria'] = new Map();
  sortFields: readonly { readonly key: number; readonly ascending?: boolean }[] = [];
  isGone = false;
  private lastColumnId = 0;

  constructor(sheet: Sheet, number: number, name: string, area: Area) {
    this.sheet = sheet;
    this.number = number;
    this.id = `{00000000-000C-0000-FFFF-FFFF${number.toString(16).toUpperCase().padStart(8, '0')}}`;
    this.name = name;
    this.area = area;
  }

  newColumn(name: string): TableColumn {
    return { id: ++this.lastColumnId, table: this, name };
  }

  get headerArea(): Area {
    if (!this.showHeaders) throw new Fault('ItemNotFound', `the table "${this.name}" shows no header row`);
    return { ...this.area, rowCount: 1 };
  }

  get bodyArea(): Area {
    const above = this.showHeaders ? 1 : 0;
    const below = this.showTotals ? 1 : 0;
    const { row, rowCount } = this.area;
    return { ...this.area, row: row + above, rowCount: rowCount - above - below };
  }

  get totalArea(): Area {
    if (!this.showTotals) throw new Fault('ItemNotFound', `the table "${this.name}" shows no total row`);
    return { ...this.area, row: lastRow(this.area), rowCount: 1 };
  }

  columnIndex(column: TableColumn): number {
    return this.columns.indexOf(column);
  }
}

/** Makes cells a table. Headers that are empty, alike or not text are mended as Excel mends them. */
export function addTable(sheet: Sheet, wanted: Area, hasHeaders: boolean): Table {
  sheet.demand('allowEditObjects');
  const { workbook } = sheet;
  if (!hasHeaders) makeRoomForHeader(sheet, wanted);
  const rowCount = Math.max(2, wanted.rowCount + (hasHeaders ? 0 : 1));
  const area = { ...wanted, rowCount };
  demandFree(sheet, area, null);
  const names = workbook.tables.map(({ name }) => name);
  const number = workbook.nextNumber();
  const table = new Table(sheet, number, freeName('Table', names), area);
  table.columns = headerNames(sheet, area, hasHeaders).map((name) => table.newColumn(name));
  sheet.tables.push(table);
  writeHeaders(table);
  workbook.events.emit({ kind: 'table-added', table });
  return table;
}

/** Excel pushes the cells under the area one row down to make room. */
function makeRoomForHeader(sheet: Sheet, area: Area): void {
  const below = { ...area, rowCount: MAX_ROWS - area.row };
  sheet.cells.move(below, (row, column) => [row + 1, column]);
}

function demandFree(sheet: Sheet, area: Area, self: Table | null): void {
  const other = sheet.tables.find((table) => table !== self && overlaps(table.area, area));
  if (other) throw new Fault('InvalidArgument', `the table "${other.name}" already has some of these cells`);
  if (sheet.merges.some((merge) => overlaps(merge, area))) {
    throw new Fault('InvalidArgument', 'a table cannot have merged cells');
  }
}

function headerNames(sheet: Sheet, area: Area, hasHeaders: boolean): string[] {
  const names: string[] = [];
  for (let i = 0; i < area.columnCount; i++) {
    const value = hasHeaders ? sheet.workbook.shownText(sheet, area.row, area.column + i) : '';
    names.push(headerName(value, names, i));
  }
  return names;
}

/** An empty header becomes `Column3`; the second `Namn` becomes `Namn2`. */
function headerName(wanted: string, taken: readonly string[], index: number): string {
  if (wanted === '') return freeName('Column', taken, index + 1);
  const name = wanted.slice(0, LONGEST_HEADER);
  return isTaken(name, taken) ? freeName(name, taken, 2) : name;
}

function writeHeaders(table: Table): void {
  if (!table.showHeaders) return;
  const { row, column } = table.area;
  table.columns.forEach(({ name }, i) => table.sheet.cells.setValue(row, column + i, name));
}

/** After cells were written: the table's names follow its header cells, and the cells hold names that may stand. */
export function readHeaders(table: Table, written: Area): void {
  if (!table.showHeaders || !overlaps({ ...table.area, rowCount: 1 }, written)) return;
  const { row, column } = table.area;
  const kept = table.columns.map(({ name }) => name);
  table.columns.forEach((tableColumn, i) => {
    const shown = table.sheet.workbook.shownText(table.sheet, row, column + i);
    if (shown === tableColumn.name) return;
    kept.splice(i, 1, '');
    tableColumn.name = headerName(shown, kept, i);
    kept[i] = tableColumn.name;
    table.sheet.cells.setFormula(row, column + i, null);
  });
  writeHeaders(table);
}

export function renameTable(table: Table, name: string): void {
  const { workbook } = table.sheet;
  const others = workbook.tables.filter((other) => other !== table).map((other) => other.name);
  checkDefinedName(name, [...others, ...workbook.names.map((named) => named.name)]);
  table.name = name;
}

export function renameColumn(column: TableColumn, name: string): void {
  const { table } = column;
  if (name === '' || name.length > LONGEST_HEADER) {
    throw new Fault('InvalidArgument', 'a column name has 1 to 255 characters');
  }
  const others = table.columns.filter((other) => other !== column).map((other) => other.name);
  if (isTaken(name, others)) throw new Fault('InvalidArgument', `the table has a column "${name}" already`);
  column.name = name;
  writeHeaders(table);
}

/** Docs, Table.resize: the header row stays where it is, and the new range overlaps the old. */
export function resizeTable(table: Table, area: Area): void {
  const isMoved = table.showHeaders && area.row !== table.area.row;
  if (isMoved || !overlaps(area, table.area)) {
    throw new Fault('InvalidArgument', 'a table keeps its header row and some of its cells');
  }
  demandFree(table.sheet, area, table);
  const names: string[] = [];
  table.columns = Array.from({ length: area.columnCount }, (_, i) => {
    const column = area.column + i;
    const known = table.columns[column - table.area.column];
    const shown = table.sheet.workbook.shownText(table.sheet, area.row, column);
    const name = known?.name ?? headerName(table.showHeaders ? shown : '', names, i);
    names.push(name);
    return known ?? table.newColumn(name);
  });
  table.area = area;
  writeHeaders(table);
}

/** Takes the table away and leaves its cells. */
export function convertToRange(table: Table): void {
  removeTable(table);
}

export function removeTable(table: Table): void {
  table.isGone = true;
  table.sheet.tables = table.sheet.tables.filter((other) => other !== table);
  table.sheet.workbook.events.emit({ kind: 'table-deleted', table });
}

export function setShowHeaders(table: Table, show: boolean): void {
  if (show === table.showHeaders) return;
  const { row, column, rowCount, columnCount } = table.area;
  if (show && row === 0) throw new Fault('InvalidOperation', 'there is no row above the table');
  if (show) {
    table.area = { row: row - 1, column, rowCount: rowCount + 1, columnCount };
  } else {
    for (let i = 0; i < columnCount; i++) table.sheet.cells.setValue(row, column + i, null);
    table.area = { row: row + 1, column, rowCount: rowCount - 1, columnCount };
  }
  table.showHeaders = show;
  writeHeaders(table);
}

/** A new total row has its word first and a sum under the last column, as Excel's has. */
export function setShowTotals(table: Table, show: boolean): void {
  if (show === table.showTotals) return;
  const { area, sheet } = table;
  const row = lastRow(area) + (show ? 1 : 0);
  if (show) {
    const line = areaOf(row, area.column, 1, area.columnCount);
    if (!sheet.cells.isEmpty(line))
      throw new Fault('InvalidOperation', 'the row under the table is not empty');
    sheet.cells.setValue(row, area.column, 'Total');
    sheet.workbook.writeFormula(sheet, row, lastColumn(area), `=SUBTOTAL(109,${lastBody(table)})`);
  } else {
    for (let i = 0; i < area.columnCount; i++) {
      sheet.workbook.writeFormula(sheet, row, area.column + i, null);
      sheet.cells.setValue(row, area.column + i, null);
    }
  }
  table.area = { ...area, rowCount: area.rowCount + (show ? 1 : -1) };
  table.showTotals = show;
}

function lastBody(table: Table): string {
  return `${table.name}[${table.columns.at(-1)!.name.replace(/[[\]#']/g, "'$&")}]`;
}
