/** Rows and columns that a table gains and loses. */
import { areaOf, lastRow, MAX_COLUMNS } from './area.ts';
import { Fault } from './fault.ts';
import { deleteCells, insertCells } from './shifting.ts';
import { renameColumn, type Table, type TableColumn } from './table.ts';
import { writeValues } from './writing.ts';

/** One value, one row, or a grid, as the API takes them. */
type Given = readonly (readonly (boolean | string | number)[])[] | boolean | string | number | undefined;

/** Puts in rows before the index, or at the end, and says which is the first. */
export function addRows(table: Table, index: number | null | undefined, values: Given): number {
  const { sheet } = table;
  const grid = gridOfGiven(values);
  const count = Math.max(1, grid?.length ?? 1);
  const body = table.bodyArea;
  const at = index ?? body.rowCount;
  if (!Number.isInteger(at) || at < 0 || at > body.rowCount) {
    throw new Fault('InvalidArgument', `there is no row ${String(at)} to add before`);
  }
  const isEmptyOnly = body.rowCount === 1 && (index ?? null) === null && sheet.cells.isEmpty(body);
  const first = isEmptyOnly ? 0 : at;
  const needed = isEmptyOnly ? count - 1 : count;
  if (needed > 0) makeRows(table, isEmptyOnly ? 1 : at, needed);
  const rows = areaOf(table.bodyArea.row + first, body.column, count, body.columnCount);
  if (grid) writeValues(sheet, rows, grid);
  return first;
}

/** At the end the table takes the free rows under it; with cells there, or inside, it pushes them down. */
function makeRows(table: Table, at: number, count: number): void {
  const { sheet, area } = table;
  const body = table.bodyArea;
  const below = areaOf(lastRow(area) + 1, area.column, count, area.columnCount);
  const grows =
    at === body.rowCount && !table.showTotals && sheet.cells.isEmpty(below) && !sheet.tableAt(below);
  if (grows) {
    sheet.demand('allowInsertRows');
    table.area = { ...area, rowCount: area.rowCount + count };
    return;
  }
  insertCells(sheet, areaOf(body.row + at, area.column, count, area.columnCount), 'Down');
  if (at === body.rowCount && !table.showTotals) table.area = { ...area, rowCount: area.rowCount + count };
}

export function deleteRow(table: Table, index: number): void {
  const body = table.bodyArea;
  const row = areaOf(body.row + index, body.column, 1, body.columnCount);
  if (body.rowCount > 1) {
    deleteCells(table.sheet, row, 'Up');
    return;
  }
  for (let i = 0; i < row.columnCount; i++) writeValues(table.sheet, areaOf(row.row, row.column + i), '');
}

export function addColumn(
  table: Table,
  index: number | null | undefined,
  values: Given,
  name: string | undefined,
): TableColumn {
  const { sheet } = table;
  const count = table.columns.length;
  const at = index === null || index === undefined || index < 0 ? count : index;
  if (!Number.isInteger(at) || at > count)
    throw new Fault('InvalidArgument', `there is no column ${String(at)}`);
  makeColumn(table, at);
  const column = table.columns[at]!;
  const grid = gridOfGiven(values);
  if (grid) {
    const isWithHeader = grid.length === table.area.rowCount;
    const area = isWithHeader ? table.area : table.bodyArea;
    const rows = grid.length === 1 && area.rowCount > 1 ? grid[0]![0] : grid;
    writeValues(sheet, { ...area, column: area.column + at, columnCount: 1 }, rows);
  }
  if (name !== undefined) renameColumn(column, name);
  return column;
}

function makeColumn(table: Table, at: number): void {
  const { sheet, area } = table;
  const right = area.column + area.columnCount;
  const isEnd = at === table.columns.length;
  if (right >= MAX_COLUMNS) throw new Fault('InsertDeleteConflict', 'the sheet has no more columns');
  const beside = areaOf(area.row, right, area.rowCount, 1);
  if (isEnd && sheet.cells.isEmpty(beside) && !sheet.tableAt(beside)) {
    growRight(table);
    return;
  }
  insertCells(sheet, areaOf(area.row, area.column + at, area.rowCount, 1), 'Right');
  if (isEnd) growRight(table);
}

function growRight(table: Table): void {
  const { area, sheet } = table;
  table.area = { ...area, columnCount: area.columnCount + 1 };
  const column = table.newColumn('');
  table.columns.push(column);
  const taken = table.columns.map(({ name }) => name.toLowerCase());
  let n = table.columns.length;
  while (taken.includes(`column${String(n)}`)) n++;
  column.name = `Column${String(n)}`;
  if (table.showHeaders) sheet.cells.setValue(area.row, area.column + area.columnCount, column.name);
}

export function deleteColumn(column: TableColumn): void {
  const { table } = column;
  if (table.columns.length === 1) throw new Fault('InvalidOperation', 'a table keeps one column');
  const { area, sheet } = table;
  const at = table.columnIndex(column);
  deleteCells(sheet, areaOf(area.row, area.column + at, area.rowCount, 1), 'Left');
}

function gridOfGiven(values: Given): readonly (readonly unknown[])[] | null {
  if (values === undefined || values === null) return null;
  return Array.isArray(values) ? (values as readonly (readonly unknown[])[]) : [[values]];
}
