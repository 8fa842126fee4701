/** Sorting rows of cells, as Excel orders values: numbers, text, false, true, errors; empty cells last either way. */
import type { Area } from './area.ts';
import { isError, type CellValue } from './cell-value.ts';
import { Fault } from './fault.ts';
import type { Sheet } from './sheet.ts';

export interface SortField {
  /** The column, from the area's first. */
  readonly key: number;
  readonly ascending?: boolean;
}

interface SortedRow {
  readonly values: readonly CellValue[];
  readonly formulas: readonly (string | null)[];
  readonly styles: readonly number[];
}

export function sortRows(sheet: Sheet, area: Area, fields: readonly SortField[], matchCase: boolean): void {
  sheet.demand('allowSort');
  sheet.demandUnlocked(area);
  if (fields.length === 0 || fields.some(({ key }) => key < 0 || key >= area.columnCount)) {
    throw new Fault('InvalidArgument', 'sort keys are columns of the range, counted from 0');
  }
  const compareText = new Intl.Collator(sheet.workbook.locale.name, {
    sensitivity: matchCase ? 'variant' : 'accent',
  });
  const rows = Array.from({ length: area.rowCount }, (_, r) => rowAt(sheet, area, r));
  rows.sort((a, b) => {
    for (const { key, ascending = true } of fields) {
      const order = compare(a.values[key]!, b.values[key]!, ascending, compareText);
      if (order !== 0) return order;
    }
    return 0;
  });
  rows.forEach((row, r) => putRow(sheet, area, r, row));
  sheet.workbook.touched(sheet, area);
  sheet.workbook.events.emit({ kind: 'changed', sheet, area, changeType: 'RangeEdited', details: null });
}

function rowAt(sheet: Sheet, area: Area, r: number): SortedRow {
  const columns = Array.from({ length: area.columnCount }, (_, c) => area.column + c);
  const row = area.row + r;
  return {
    values: columns.map((column) => sheet.value(row, column)),
    formulas: columns.map((column) => sheet.cells.formula(row, column)),
    styles: columns.map((column) => sheet.cells.style(row, column)),
  };
}

function putRow(sheet: Sheet, area: Area, r: number, { values, formulas, styles }: SortedRow): void {
  for (let c = 0; c < area.columnCount; c++) {
    const [row, column] = [area.row + r, area.column + c];
    sheet.workbook.writeFormula(sheet, row, column, formulas[c]!);
    sheet.cells.setValue(row, column, values[c]!);
    sheet.cells.setStyle(row, column, styles[c]!);
  }
}

function compare(a: CellValue, b: CellValue, ascending: boolean, texts: Intl.Collator): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = rank(a) - rank(b) || sameKind(a, b, texts);
  return ascending ? order : -order;
}

function rank(value: CellValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
}

function sameKind(a: CellValue, b: CellValue, texts: Intl.Collator): number {
  if (isError(a) || isError(b)) return 0;
  return typeof a === 'string' && typeof b === 'string' ? texts.compare(a, b) : Number(a) - Number(b);
}
