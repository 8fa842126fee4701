/** A document as text for a terminal: the tables well set, the row account, without persons and pictures. */
import {
  formatCell,
  formatNumber,
  type DocumentBlock,
  type DocumentRow,
  type DocumentTable,
  type Language,
  type ResultDocument,
} from 'isu-core';
import { printable, type Style } from './terminal.ts';
import { padded, shownWidth, wrapped } from './text-lines.ts';
import { tableLines } from './text-table.ts';
import { AND_MORE, WHERE_TO_CHOOSE } from './words.ts';

export interface TextLook {
  readonly style: Style;
  /** In columns of the terminal. */
  readonly width: number;
}

/** Long lists are cut on a screen; the workbook and the JSON have them whole. */
const LIST_ROWS = 20;
const LISTS = new Set(['excluded', 'warnings', 'review-differences', 'review-findings']);

/** @param sheets ids of the sheets to show, in the document's order */
export function* documentText(
  document: ResultDocument,
  sheets: readonly string[],
  look: TextLook,
): Generator<string> {
  const { style, width } = look;
  if (document.marking !== null) yield `${lines(document.marking, width, style.warning)}\n`;
  for (const sheet of document.sheets) {
    if (!sheets.includes(sheet.id)) continue;
    if (!/\boverview$/.test(sheet.id)) yield `${style.accent(style.bold(sheet.name.toUpperCase()))}\n\n`;
    for (const block of sheet.blocks) yield* blockText(block, document.language, look);
  }
}

function* blockText(block: DocumentBlock, language: Language, look: TextLook): Generator<string> {
  const { style, width } = look;
  switch (block.kind) {
    case 'heading':
      yield `${lines(block.text, width, style.bold)}\n`;
      return;
    case 'paragraph':
      yield `${lines(block.text, width, block.tone === 'warning' ? style.warning : plain)}\n`;
      return;
    case 'facts': {
      const labelWidth = Math.max(...block.facts.map(({ label }) => shownWidth(label)));
      for (const { label, cell } of block.facts)
        yield `${padded(label, labelWidth, 'right')}  ${printable(formatCell(cell, 'text', language))}\n`;
      yield '\n';
      return;
    }
    case 'table':
      yield* tableText(block, language, look);
      return;
    case 'chart':
  }
}

/** A finding that a choice of column or code mends. */
function isToChoose({ key }: DocumentRow): boolean {
  return /^(unsure-column|column-not-found|value-not-recognised) /.test(key);
}

function* tableText(table: DocumentTable, language: Language, look: TextLook): Generator<string> {
  const { style, width } = look;
  const rowLimit = LISTS.has(table.id) ? LIST_ROWS : Infinity;
  yield lines(table.title, width, style.bold);
  for (const line of tableLines(table, rowLimit, { language, ...look })) yield `${line}\n`;
  if (table.rows.length > rowLimit)
    yield lines(
      AND_MORE[language](formatNumber(table.rows.length - rowLimit, 'integer', language)),
      width,
      plain,
    );
  const notes = table.rows.some(isToChoose) ? [...table.notes, WHERE_TO_CHOOSE[language]] : table.notes;
  for (const note of notes) yield lines(note, width, style.faint);
  yield '\n';
}

function lines(text: string, width: number, paint: (text: string) => string): string {
  return wrapped(printable(text), width)
    .map((line) => `${paint(line)}\n`)
    .join('');
}

function plain(text: string): string {
  return text;
}
