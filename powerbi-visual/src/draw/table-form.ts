/** A view's tables as real tables, for reading aloud or instead of the picture. */
import { formatCell, type Language } from 'isu-core';
import type { ReadTable } from '../views/view.ts';
import { made } from './made.ts';

export function tableForm(page: Document, { table, rows }: ReadTable, language: Language): HTMLTableElement {
  const { columns } = table;
  const head = made(page, 'tr', {
    children: columns.map(({ header }) => made(page, 'th', { text: header, attributes: { scope: 'col' } })),
  });
  const body = table.rows.map(({ cells, kind }, at) =>
    made(page, 'tr', {
      ...(kind === 'total' && { class: 'isu-total' }),
      // The header is row 1.
      ...(rows && { attributes: { 'aria-rowindex': String(rows.from + at + 2) } }),
      children: cells.map((cell, place) => {
        const text = formatCell(cell, columns[place]!.format, language);
        if (place === 0) return made(page, 'th', { text, attributes: { scope: 'row' } });
        return made(page, 'td', { text, ...(typeof cell.value === 'number' && { class: 'isu-number' }) });
      }),
    }),
  );
  return made(page, 'table', {
    ...(rows && { attributes: { 'aria-rowcount': String(rows.of + 1) } }),
    children: [
      made(page, 'caption', { text: table.title }),
      made(page, 'thead', { children: [head] }),
      made(page, 'tbody', { children: body }),
    ],
  });
}

/** What the figures rest on, under them. */
export function tableNotes(page: Document, { table }: ReadTable): readonly HTMLElement[] {
  return table.notes.map((note) => made(page, 'p', { class: 'isu-note', text: note }));
}
