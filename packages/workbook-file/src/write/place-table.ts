/** A document's table on a sheet: caption, native table, total rows below it, notes. */
import type { DocumentCell, DocumentRow, DocumentTable, Language } from 'isu-core';
import type { BlockStyles, ColumnLook, RowLook } from './block-styles.ts';
import { cellValue, isNothing } from './cell-value.ts';
import { BUTTON_WIDTH, CELL_PADDING } from './look.ts';
import { placeText, type Placement, type TextArea } from './place-text.ts';
import { HIGHEST_ROW, ROW_HEIGHT, type PlannedCell, type PlannedRow } from './sheet-plan.ts';
import { tableHeaders } from './table-names.ts';
import { lineCount } from './text-size.ts';

/** From so many rows a table is for searching: its header gets buttons and stays in sight. */
export const LONG_TABLE = 25;

/** In longer tables each row has one line, and a text is as wide as its column. */
const WRAPPED_ROWS = 500;

const LINE_POINTS = 15;

export interface TablePlacement extends Placement {
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** The row of the sheet where row `i` of the document's table stands. */
  rowOf(i: number): number;
}

export function isLong(table: DocumentTable): boolean {
  return table.rows.length > LONG_TABLE;
}

/** Headings inside a table have no sense when it is sorted. */
export function hasButtons(table: DocumentTable): boolean {
  return isLong(table) && table.rows.every((row) => row.kind !== 'section');
}

export function placeTable(
  table: DocumentTable,
  name: string,
  firstRow: number,
  area: TextArea,
  styles: BlockStyles,
  language: Language,
): TablePlacement {
  const caption =
    table.title === '' ? null : placeText(table.title, firstRow, area, styles.caption, { bold: true });
  const headerRow = firstRow + (caption?.rowCount ?? 0);
  const headers = tableHeaders(table.columns.map((column) => column.header));
  const bodyCount = table.rows.length - trailingTotals(table.rows);
  // A native table has at least one row, were it empty.
  const bodyRows = Math.max(bodyCount, 1);
  const rowOf = (i: number) => headerRow + 1 + i + (bodyCount === 0 ? 1 : 0);
  const lastRow = rowOf(table.rows.length - 1);
  const afterRows = Math.max(lastRow, headerRow + bodyRows) + 1;
  const notes = placeNotes(table.notes, afterRows, area, styles);
  const lastColumn = table.columns.length - 1;
  return {
    headerRow,
    headers,
    rowOf,
    rowCount: notes.nextRow - firstRow,
    merges: [...(caption?.merges ?? []), ...notes.merges],
    tables: [
      {
        name,
        range: { firstRow: headerRow, firstColumn: 0, lastRow: headerRow + bodyRows, lastColumn },
        headers,
        filter: hasButtons(table),
      },
    ],
    textRanges: table.columns.flatMap((column, c) =>
      column.format === 'text'
        ? [{ firstRow: headerRow + 1, firstColumn: c, lastRow: afterRows - 1, lastColumn: c }]
        : [],
    ),
    *rows() {
      if (caption) yield* caption.rows();
      yield headerOf(table, headers, headerRow, area, styles);
      if (bodyCount === 0) yield { row: headerRow + 1, cells: [] };
      yield* tableRows(table, rowOf, area, styles, language);
      yield* notes.rows();
    },
  };
}

function trailingTotals(rows: readonly DocumentRow[]): number {
  const lastOther = rows.findLastIndex((row) => row.kind !== 'total');
  return rows.length - 1 - lastOther;
}

function headerOf(
  table: DocumentTable,
  headers: readonly string[],
  row: number,
  area: TextArea,
  styles: BlockStyles,
): PlannedRow {
  const buttons = hasButtons(table);
  const button = buttons ? BUTTON_WIDTH : 0;
  const lines = headers.map((text, c) => lineCount(text, roomIn(area, c) - button, { bold: true }));
  return {
    row,
    height: Math.min(Math.max(24, Math.max(...lines) * LINE_POINTS + 6), HIGHEST_ROW),
    cells: table.columns.map(({ format }, c) => {
      return { column: c, value: headers[c]!, style: styles.header(format, buttons) };
    }),
  };
}

function* tableRows(
  table: DocumentTable,
  rowOf: (i: number) => number,
  area: TextArea,
  styles: BlockStyles,
  language: Language,
): Generator<PlannedRow> {
  const wrap = table.rows.length <= WRAPPED_ROWS;
  const looks: Readonly<Record<RowLook, readonly ColumnLook[]>> = {
    body: table.columns.map((column) => styles.column('body', column.format, wrap)),
    total: table.columns.map((column) => styles.column('total', column.format, wrap)),
    section: table.columns.map((column) => styles.column('section', column.format, false)),
  };
  for (const [i, { cells, kind = 'body' }] of table.rows.entries()) {
    const planned = table.columns.map((column, c): PlannedCell => {
      const cell = cells[c] ?? ABSENT;
      // A section's heading stands alone on its row.
      if (kind === 'section' && cell.value === null)
        return { column: c, value: null, style: looks.section[c]!.text };
      const look = cell.format === undefined ? looks[kind][c]! : styles.column(kind, cell.format, wrap);
      const value = cellValue(cell, column.format, language);
      return { column: c, value, style: lookOf(cell, value, look) };
    });
    yield withHeight(rowOf(i), planned, wrap ? area : null);
  }
}

const ABSENT: DocumentCell = { value: null };

function lookOf(cell: DocumentCell, value: string | number, look: ColumnLook): number {
  if (isNothing(cell)) return look.nothing;
  return typeof value === 'number' ? look.number : look.text;
}

function withHeight(row: number, cells: readonly PlannedCell[], area: TextArea | null): PlannedRow {
  if (area === null) return { row, cells };
  let lines = 1;
  for (const { value, column } of cells)
    if (typeof value === 'string') lines = Math.max(lines, lineCount(value, roomIn(area, column)));
  if (lines === 1) return { row, cells };
  const height = Math.max(ROW_HEIGHT, lines * LINE_POINTS + 3);
  return { row, cells, height: Math.min(height, HIGHEST_ROW) };
}

function roomIn(area: TextArea, column: number): number {
  return (area.widths[column] ?? 0) - CELL_PADDING;
}

function placeNotes(notes: readonly string[], firstRow: number, area: TextArea, styles: BlockStyles) {
  const placed: Placement[] = [];
  let nextRow = firstRow;
  for (const note of notes) {
    const placement = placeText(note, nextRow, area, styles.note, { size: 9 });
    placed.push(placement);
    nextRow += placement.rowCount;
  }
  return {
    nextRow,
    merges: placed.flatMap((placement) => placement.merges),
    *rows() {
      for (const placement of placed) yield* placement.rows();
    },
  };
}
