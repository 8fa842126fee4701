/** `Register[Datum]`, `Register[[#Headers],[Datum]]`, `[@Datum]`: cells of a table by the names of its columns. */
import { hasCell, type Area } from '../model/area.ts';
import type { CellsOf } from '../model/cells-of.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Table } from '../model/table.ts';

/** Where a formula stands. */
export interface FormulaPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** `null` where there is no such table, column or row. */
export function structuredCells(text: string, place: FormulaPlace): CellsOf | null {
  const at = text.indexOf('[');
  const table = tableOf(text.slice(0, at), place);
  if (!table) return null;
  const { items, columns } = specifiersOf(text.slice(at + 1, -1));
  const rows = rowsOf(table, items, place);
  const across = rows && columnsOf(table, columns);
  return rows && across && { sheet: table.sheet, area: { ...rows, ...across } };
}

function tableOf(name: string, { sheet, row, column }: FormulaPlace): Table | null {
  if (name !== '') return sheet.workbook.findTable(name);
  return sheet.tables.find(({ area }) => hasCell(area, row, column)) ?? null;
}

interface Specifiers {
  readonly items: readonly string[];
  /** First and last column; one twice; none for all. */
  readonly columns: readonly string[];
}

function specifiersOf(inside: string): Specifiers {
  if (inside.startsWith('@')) {
    const rest = inside.slice(1).replace(/^\[(.*)\]$/s, '$1');
    return { items: ['#This Row'], columns: rest === '' ? [] : [unescaped(rest)] };
  }
  if (inside.startsWith('#')) return { items: [inside], columns: [] };
  if (!inside.trimStart().startsWith('['))
    return { items: [], columns: inside === '' ? [] : [unescaped(inside)] };
  const names = [...inside.matchAll(/\[((?:'.|[^[\]'])*)\]/g)].map(([, name]) => name!);
  return {
    items: names.filter((name) => name.startsWith('#')),
    columns: names.filter((name) => !name.startsWith('#')).map((name) => unescaped(name.replace(/^@/, ''))),
  };
}

/** `'` stands before `[ ] # '` in a column's name. */
function unescaped(name: string): string {
  return name.trim().replace(/'(.)/g, '$1');
}

function rowsOf(
  table: Table,
  items: readonly string[],
  { row }: FormulaPlace,
): Pick<Area, 'row' | 'rowCount'> | null {
  const item = items[0]?.toLowerCase();
  const { area, bodyArea } = table;
  switch (item) {
    case undefined:
    case '#data':
      return pick(bodyArea);
    case '#all':
      return pick(area);
    case '#headers':
      return table.showHeaders ? pick(table.headerArea) : null;
    case '#totals':
      return table.showTotals ? pick(table.totalArea) : null;
    case '#this row':
      return row >= bodyArea.row && row < bodyArea.row + bodyArea.rowCount ? { row, rowCount: 1 } : null;
    default:
      return null;
  }
}

function pick({ row, rowCount }: Area): Pick<Area, 'row' | 'rowCount'> {
  return { row, rowCount };
}

function columnsOf(table: Table, names: readonly string[]): Pick<Area, 'column' | 'columnCount'> | null {
  const { area, columns } = table;
  if (names.length === 0) return { column: area.column, columnCount: area.columnCount };
  const places = names.map((wanted) =>
    columns.findIndex(({ name }) => name.toLowerCase() === wanted.toLowerCase()),
  );
  if (places.includes(-1)) return null;
  const first = Math.min(...places);
  return { column: area.column + first, columnCount: Math.max(...places) - first + 1 };
}
