/** Excel.Table, its rows, columns, sort and filters. */
import { areaOf, lastRow, overlaps, type Area } from '../model/area.ts';
import { cellsGiven, cellsOf, type CellsOf } from '../model/cells-of.ts';
import { Fault } from '../model/fault.ts';
import { applyFilter } from '../model/filtering.ts';
import type { Criteria } from '../model/filter.ts';
import type { Sheet } from '../model/sheet.ts';
import { sortRows } from '../model/sorting.ts';
import {
  addTable,
  convertToRange,
  removeTable,
  renameColumn,
  renameTable,
  resizeTable,
  setShowHeaders,
  setShowTotals,
  type Table,
  type TableColumn,
} from '../model/table.ts';
import { addColumn, addRows, deleteColumn, deleteRow } from '../model/table-growth.ts';
import type { Workbook } from '../model/workbook.ts';
import { clearCells } from '../model/clearing.ts';
import { readValues, writeValues } from '../model/writing.ts';
import { requireFound, requireWhole } from '../wire/checked.ts';
import {
  act,
  answer,
  describe,
  event,
  field,
  give,
  giveOrNull,
  items,
  part,
  value,
  writable,
} from '../wire/description.ts';
import { changedArgs, LOCAL } from './event-args.ts';

/** The tables of a workbook, or of one of its sheets. */
interface Tables {
  readonly workbook: Workbook;
  readonly sheet: Sheet | null;
}

function tablesOf({ workbook, sheet }: Tables): readonly Table[] {
  return sheet ? sheet.tables : workbook.tables;
}

function findTable({ workbook, sheet }: Tables, key: string): Table | null {
  const table = workbook.findTable(String(key));
  return table && (!sheet || table.sheet === sheet) ? table : null;
}

export const tableCollection = describe<Excel.TableCollection, Tables>('TableCollection', {
  items: items('Table', tablesOf),
  count: value('1.1', (tables) => tablesOf(tables).length),
  add: give('1.1', 'Table', ({ workbook, sheet }, address, hasHeaders) => {
    const cells = cellsGiven(sheet ?? workbook.activeSheet, address);
    if (sheet && cells.sheet !== sheet) throw new Fault('InvalidArgument', 'the cells are on another sheet');
    return addTable(cells.sheet, cells.area, hasHeaders);
  }),
  getCount: answer('1.4', (tables) => tablesOf(tables).length),
  getItem: give('1.1', 'Table', (tables, key) => findTable(tables, key)),
  getItemAt: give('1.1', 'Table', (tables, index) => tablesOf(tables)[index]),
  getItemOrNullObject: giveOrNull('1.4', 'Table', (tables, key) => findTable(tables, key)),
  onAdded: event('1.9', 'table-added', (tables, { table }) =>
    isAmong(tables, table) ? addedArgs(table, 'TableAdded') : null,
  ),
  onDeleted: event('1.9', 'table-deleted', (tables, { table }) =>
    isAmong(tables, table) ? { ...addedArgs(table, 'TableDeleted'), tableName: table.name } : null,
  ),
  onChanged: event('1.7', 'changed', (tables, change) => {
    const table = tablesOf(tables).find(
      (each) => each.sheet === change.sheet && overlaps(each.area, change.area),
    );
    return table ? { ...changedArgs(change), type: 'TableChanged', tableId: table.id } : null;
  }),
});

export const tableScopedCollection = describe<
  Excel.TableScopedCollection,
  { readonly tables: readonly Table[] }
>('TableScopedCollection', {
  items: items('Table', ({ tables }) => tables),
  getCount: answer('1.9', ({ tables }) => tables.length),
  getFirst: give('1.9', 'Table', ({ tables }) => tables[0]),
  getItem: give('1.9', 'Table', ({ tables }, key) =>
    tables.find((table) => table.name === key || table.id === key),
  ),
});

function isAmong({ sheet }: Tables, table: Table): boolean {
  return !sheet || table.sheet === sheet;
}

function addedArgs(table: Table, type: string): object {
  return { type, source: LOCAL, tableId: table.id, worksheetId: table.sheet.id };
}

export const table = describe<Excel.Table, Table>(
  'Table',
  {
    autoFilter: part('1.9', 'AutoFilter', (table) => ({ sheet: table.sheet, table })),
    columns: part('1.1', 'TableColumnCollection', (table) => table),
    rows: part('1.1', 'TableRowCollection', (table) => table),
    sort: part('1.2', 'TableSort', (table) => table),
    worksheet: part('1.2', 'Worksheet', ({ sheet }) => sheet),
    id: value('1.1', ({ id }) => id),
    legacyId: value('1.8', ({ number }) => String(number)),
    name: writable('1.1', ({ name }) => name, renameTable),
    style: field('1.1', 'style'),
    showHeaders: writable('1.1', ({ showHeaders }) => showHeaders, setShowHeaders),
    showTotals: writable('1.1', ({ showTotals }) => showTotals, setShowTotals),
    showBandedRows: field('1.3', 'showBandedRows'),
    showBandedColumns: field('1.3', 'showBandedColumns'),
    showFilterButton: field('1.3', 'showFilterButton'),
    highlightFirstColumn: field('1.3', 'highlightFirstColumn'),
    highlightLastColumn: field('1.3', 'highlightLastColumn'),
    clearFilters: act('1.2', clearFilters),
    reapplyFilters: act('1.2', refilter),
    convertToRange: give('1.2', 'Range', (table) => {
      convertToRange(table);
      return cellsOf(table.sheet, table.area);
    }),
    delete: act('1.1', (table) => {
      table.sheet.demandUnlocked(table.area);
      removeTable(table);
      clearCells(table.sheet, table.area, 'All');
    }),
    getDataBodyRange: give('1.1', 'Range', (table) => cellsOf(table.sheet, table.bodyArea)),
    getHeaderRowRange: give('1.1', 'Range', (table) => cellsOf(table.sheet, table.headerArea)),
    getRange: give('1.1', 'Range', (table) => cellsOf(table.sheet, table.area)),
    getTotalRowRange: give('1.1', 'Range', (table) => cellsOf(table.sheet, table.totalArea)),
    resize: act('1.13', (table, newRange) => resizeTable(table, cellsGiven(table.sheet, newRange).area)),
    onChanged: event('1.7', 'changed', (own, change) =>
      change.sheet === own.sheet && overlaps(own.area, change.area)
        ? { ...changedArgs(change), type: 'TableChanged', tableId: own.id }
        : null,
    ),
    onSelectionChanged: event('1.7', 'selected', (own, { sheet, area }) => {
      if (sheet !== own.sheet) return null;
      const isInsideTable = overlaps(own.area, area);
      return { type: 'TableSelectionChanged', tableId: own.id, worksheetId: sheet.id, isInsideTable };
    }),
  },
  ({ isGone, sheet }) => !isGone && !sheet.isGone,
);

function clearFilters(table: Table): void {
  table.filter.clear();
  refilter(table);
}

function refilter(table: Table): void {
  applyFilter(table.sheet, table.bodyArea, table.filter);
}

export const tableColumnCollection = describe<Excel.TableColumnCollection, Table>('TableColumnCollection', {
  items: items('TableColumn', ({ columns }) => columns),
  count: value('1.1', ({ columns }) => columns.length),
  add: give('1.1', 'TableColumn', (table, index, values, name) => addColumn(table, index, values, name)),
  getCount: answer('1.4', ({ columns }) => columns.length),
  getItem: give('1.1', 'TableColumn', (table, key) => findColumn(table, key)),
  getItemAt: give('1.1', 'TableColumn', ({ columns }, index) => columns[index]),
  getItemOrNullObject: giveOrNull('1.4', 'TableColumn', (table, key) => findColumn(table, key)),
});

/** Docs, TableColumnCollection.getItem: by name, or by id. */
function findColumn({ columns }: Table, key: number | string): TableColumn | null {
  const wanted = String(key).toLowerCase();
  return columns.find(({ id, name }) => id === key || name.toLowerCase() === wanted) ?? null;
}

function columnArea({ table }: TableColumn, within: Area, column: TableColumn): Area {
  return { ...within, column: within.column + table.columnIndex(column), columnCount: 1 };
}

export const tableColumn = describe<Excel.TableColumn, TableColumn>(
  'TableColumn',
  {
    filter: part('1.2', 'Filter', (column) => column),
    id: value('1.1', ({ id }) => id),
    index: value('1.1', (column) => column.table.columnIndex(column)),
    name: writable('1.1', ({ name }) => name, renameColumn),
    values: writable(
      '1.1',
      (column) => readValues(column.table.sheet, columnArea(column, column.table.area, column)),
      (column, values) =>
        writeValues(column.table.sheet, columnArea(column, column.table.area, column), values),
    ),
    delete: act('1.1', deleteColumn),
    getDataBodyRange: give('1.1', 'Range', (column) => columnCells(column, column.table.bodyArea)),
    getHeaderRowRange: give('1.1', 'Range', (column) => columnCells(column, column.table.headerArea)),
    getRange: give('1.1', 'Range', (column) => columnCells(column, column.table.area)),
    getTotalRowRange: give('1.1', 'Range', (column) => columnCells(column, column.table.totalArea)),
  },
  (column) => !column.table.isGone && !column.table.sheet.isGone && column.table.columns.includes(column),
);

function columnCells(column: TableColumn, within: Area): CellsOf {
  return cellsOf(column.table.sheet, columnArea(column, within, column));
}

/** A row of a table's body, known by its place. */
interface Row {
  readonly table: Table;
  readonly index: number;
}

export const tableRowCollection = describe<Excel.TableRowCollection, Table>('TableRowCollection', {
  items: items('TableRow', (table) =>
    Array.from({ length: table.bodyArea.rowCount }, (_, index) => ({ table, index })),
  ),
  count: value('1.1', ({ bodyArea }) => bodyArea.rowCount),
  add: give('1.1', 'TableRow', (table, index, values) => ({ table, index: addRows(table, index, values) })),
  getCount: answer('1.4', ({ bodyArea }) => bodyArea.rowCount),
  getItemAt: give('1.1', 'TableRow', (table, index) =>
    requireWhole('index', index, 0) < table.bodyArea.rowCount ? { table, index } : null,
  ),
});

function rowArea({ table, index }: Row): Area {
  return { ...table.bodyArea, row: table.bodyArea.row + index, rowCount: 1 };
}

export const tableRow = describe<Excel.TableRow, Row>(
  'TableRow',
  {
    index: value('1.1', ({ index }) => index),
    values: writable(
      '1.1',
      (row) => readValues(row.table.sheet, rowArea(row)),
      (row, values) => writeValues(row.table.sheet, rowArea(row), values),
    ),
    delete: act('1.1', ({ table, index }) => deleteRow(table, index)),
    getRange: give('1.1', 'Range', (row) => cellsOf(row.table.sheet, rowArea(row))),
  },
  ({ table, index }) => !table.isGone && !table.sheet.isGone && index < table.bodyArea.rowCount,
);

export const tableSort = describe<Excel.TableSort, Table>('TableSort', {
  fields: value('1.2', ({ sortFields }) => sortFields as Excel.SortField[]),
  apply: act('1.2', (table, fields, matchCase) => {
    table.sortFields = fields;
    sortRows(table.sheet, table.bodyArea, fields, matchCase ?? false);
  }),
  clear: act('1.2', (table) => {
    table.sortFields = [];
  }),
  reapply: act('1.2', (table) => {
    if (table.sortFields.length > 0) sortRows(table.sheet, table.bodyArea, table.sortFields, false);
  }),
});

export const rangeSort = describe<Excel.RangeSort, CellsOf>('RangeSort', {
  apply: act('1.2', ({ sheet, area }, fields, matchCase, hasHeaders, orientation) => {
    if (orientation === 'Columns') throw new Fault('UnsupportedOperation', 'this host sorts rows');
    const body = hasHeaders ? { ...area, row: area.row + 1, rowCount: area.rowCount - 1 } : area;
    sortRows(sheet, body, fields, matchCase ?? false);
  }),
});

export const filter = describe<Excel.Filter, TableColumn>('Filter', {
  criteria: value('1.2', (column) => criteriaOf(column) as Excel.FilterCriteria | null),
  apply: act('1.2', (column, criteria) => filterColumn(column, criteria as Criteria)),
  applyValuesFilter: act('1.2', (column, values) => filterColumn(column, { filterOn: 'Values', values })),
  applyCustomFilter: act('1.2', (column, criterion1, criterion2, oper) =>
    filterColumn(column, {
      filterOn: 'Custom',
      criterion1,
      ...(criterion2 !== undefined && { criterion2 }),
      ...(oper !== undefined && { operator: oper }),
    }),
  ),
  clear: act('1.2', (column) => {
    column.table.filter.delete(column.table.columnIndex(column));
    refilter(column.table);
  }),
});

function criteriaOf(column: TableColumn): Criteria | null {
  return column.table.filter.get(column.table.columnIndex(column)) ?? null;
}

function filterColumn(column: TableColumn, criteria: Criteria): void {
  const { table } = column;
  table.sheet.demand('allowAutoFilter');
  table.filter.set(table.columnIndex(column), criteria);
  refilter(table);
}

/** The filter of a table, or of a sheet's list. */
interface Filtered {
  readonly sheet: Sheet;
  readonly table: Table | null;
}

export const autoFilter = describe<Excel.AutoFilter, Filtered>('AutoFilter', {
  criteria: value('1.9', (filtered) => {
    const area = listArea(filtered);
    const criteria = criteriaIn(filtered);
    return Array.from(
      { length: area?.columnCount ?? 0 },
      (_, i) => criteria.get(i) ?? null,
    ) as Excel.FilterCriteria[];
  }),
  enabled: value('1.9', (filtered) => listArea(filtered) !== null),
  isDataFiltered: value('1.9', (filtered) => criteriaIn(filtered).size > 0),
  apply: act('1.9', (filtered, given, columnIndex, criteria) => {
    const { sheet, table } = filtered;
    sheet.demand('allowAutoFilter');
    const { area } = cellsGiven(sheet, given);
    if (!table && !(sheet.filter && overlaps(sheet.filter.area, area)))
      sheet.filter = { area, criteria: new Map() };
    if (columnIndex !== undefined && criteria) {
      if (columnIndex >= requireFound(listArea(filtered), 'no list').columnCount)
        throw new Fault('InvalidArgument');
      criteriaIn(filtered).set(columnIndex, criteria);
    }
    refilterList(filtered);
  }),
  clearCriteria: act('1.9', (filtered) => {
    criteriaIn(filtered).clear();
    refilterList(filtered);
  }),
  clearColumnCriteria: act('1.14', (filtered, columnIndex) => {
    criteriaIn(filtered).delete(columnIndex);
    refilterList(filtered);
  }),
  reapply: act('1.9', refilterList),
  remove: act('1.9', (filtered) => {
    criteriaIn(filtered).clear();
    refilterList(filtered);
    if (filtered.table) filtered.table.showFilterButton = false;
    else filtered.sheet.filter = null;
  }),
  getRange: give('1.9', 'Range', (filtered) => listCells(filtered)),
  getRangeOrNullObject: giveOrNull('1.9', 'Range', (filtered) => listCells(filtered)),
});

function listArea({ sheet, table }: Filtered): Area | null {
  if (!table) return sheet.filter?.area ?? null;
  return table.showFilterButton ? table.area : null;
}

function listCells(filtered: Filtered): CellsOf | null {
  const area = listArea(filtered);
  return area && cellsOf(filtered.sheet, area);
}

function criteriaIn({ sheet, table }: Filtered): Map<number, Criteria> {
  return table ? table.filter : (sheet.filter?.criteria ?? new Map<number, Criteria>());
}

function refilterList(filtered: Filtered): void {
  const { sheet, table } = filtered;
  const area = listArea(filtered);
  if (table) applyFilter(sheet, table.bodyArea, table.filter);
  else if (area && area.rowCount > 1) {
    applyFilter(
      sheet,
      areaOf(area.row + 1, area.column, lastRow(area) - area.row, area.columnCount),
      criteriaIn(filtered),
    );
  }
}
