/** A long table, of persons or of excluded rows: its first rows, a search, and more rows on demand. */
import { formatNumber, type DocumentTable, type Language } from 'isu-core';
import { type FoundRows, ROWS_AT_FIRST } from 'isu-session';
import { drawNotes, drawRows, tableFrame } from './draw-table.ts';
import { make } from './make-element.ts';
import { pageWords } from './page-words.ts';

const ROWS_MORE = 200;

/** Asks the worker; `null` where the answer came too late to be of use. */
export type AskRows = (table: string, search: string, most: number) => Promise<FoundRows | null>;

/**
 * @param table with its first rows only
 * @param length its full number of rows
 */
export function drawLongTable(
  table: DocumentTable,
  length: number,
  language: Language,
  askRows: AskRows,
): HTMLElement {
  const words = pageWords(language);
  const integer = (n: number) => formatNumber(n, 'integer', language);
  const { title, frame, body } = tableFrame(table);
  const count = make('p', { class: 'row-count', role: 'status' });
  const more = make('button', { type: 'button', class: 'quiet' });
  const search = make('input', { type: 'search', id: `search-${table.id}`, autocomplete: 'off' });

  let most = ROWS_AT_FIRST;
  const show = ({ rows, found }: FoundRows) => {
    body.replaceChildren(...drawRows(rows, table, language));
    count.textContent = found === 0 ? words.foundNone : words.shown(integer(rows.length), integer(found));
    const left = Math.min(ROWS_MORE, found - rows.length);
    more.hidden = left <= 0;
    more.textContent = words.more(integer(left));
  };
  const ask = async () => {
    const wanted = search.value;
    const found = await askRows(table.id, wanted, most);
    if (found !== null && wanted === search.value) show(found);
  };

  search.addEventListener('input', () => {
    most = ROWS_AT_FIRST;
    void ask();
  });
  more.addEventListener('click', () => {
    most += ROWS_MORE;
    void ask();
  });
  show({ rows: table.rows, found: length });
  return make(
    'figure',
    { class: 'table long', id: `table-${table.id}` },
    title,
    make('div', { class: 'search' }, make('label', { for: search.id }, words.search), search),
    frame,
    make('div', { class: 'more' }, count, more),
    ...drawNotes(table),
  );
}
