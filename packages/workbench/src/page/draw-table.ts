/** A table of the document as an HTML table; figures stand to the right, in digits of equal width. */
import { formatCell, type DocumentRow, type DocumentTable, type Language } from 'isu-core';
import { make } from './make-element.ts';

export function drawTable(table: DocumentTable, language: Language): HTMLElement {
  const { title, body, frame } = tableFrame(table);
  body.append(...drawRows(table.rows, table, language));
  return make('figure', { class: 'table', id: `table-${table.id}` }, title, frame, ...drawNotes(table));
}

/**
 * The table with its headers and no rows yet. The frame scrolls where the table is wider than the screen, so it takes
 * the keyboard's focus; the title stands outside, so that it does not scroll away.
 */
export function tableFrame(table: DocumentTable): {
  readonly title: HTMLElement;
  readonly frame: HTMLElement;
  readonly body: HTMLTableSectionElement;
} {
  const body = make('tbody');
  const title = make('p', { class: 'table-title', id: `title-${table.id}` }, table.title);
  const headers = table.columns.map(({ header, format }) =>
    make('th', { scope: 'col', class: format === 'text' ? 'text' : 'figure' }, header),
  );
  const frame = make(
    'div',
    { class: 'table-frame', role: 'region', tabindex: '0', 'aria-labelledby': title.id },
    make(
      'table',
      { 'aria-labelledby': title.id, class: table.columns.length > 7 ? 'wide' : '' },
      make('thead', {}, make('tr', {}, ...headers)),
      body,
    ),
  );
  return { title, frame, body };
}

export function drawRows(
  rows: readonly DocumentRow[],
  table: DocumentTable,
  language: Language,
): readonly HTMLTableRowElement[] {
  return rows.map((row) => drawRow(row, table, language));
}

function drawRow(row: DocumentRow, table: DocumentTable, language: Language): HTMLTableRowElement {
  if (row.kind === 'section') {
    const heading = formatCell(row.cells[0] ?? { value: null }, 'text', language);
    return make(
      'tr',
      { class: 'section' },
      make('th', { scope: 'rowgroup', colspan: String(table.columns.length) }, heading),
    );
  }
  const cells = row.cells.map((cell, at) => {
    const { format } = table.columns[at]!;
    const text = formatCell(cell, format, language);
    const attributes = { class: format === 'text' ? 'text' : 'figure' };
    return at === 0 ? make('th', { ...attributes, scope: 'row' }, text) : make('td', attributes, text);
  });
  return make('tr', row.kind === 'total' ? { class: 'total' } : {}, ...cells);
}

export function drawNotes(table: DocumentTable): readonly HTMLElement[] {
  if (table.notes.length === 0) return [];
  return [make('figcaption', {}, ...table.notes.map((note) => make('p', {}, note)))];
}
