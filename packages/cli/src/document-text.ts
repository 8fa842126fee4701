/** A document as text for a terminal: the tables well set, the row account, without persons and pictures. */
import {
  formatCell,
  formatNumber,
  type DocumentBlock,
  type DocumentTable,
  type Language,
  type ResultDocument,
} from 'isu-core';
import type { Style } from './terminal.ts';
import { AND_MORE } from './words.ts';

/** Long lists are cut on a screen; the workbook and the JSON have them whole. */
const LIST_ROWS = 20;
const SHEETS_SHOWN = new Set(['overview', 'tables', 'rows']);
const LISTS = new Set(['excluded', 'warnings']);

export function* documentText(document: ResultDocument, style: Style, width: number): Generator<string> {
  if (document.marking !== null) yield `${style.warning(document.marking)}\n\n`;
  for (const sheet of document.sheets) {
    if (!SHEETS_SHOWN.has(sheet.id)) continue;
    if (sheet.id !== 'overview') yield `${style.accent(style.bold(sheet.name.toUpperCase()))}\n\n`;
    for (const block of sheet.blocks) yield* blockText(block, document.language, style, width);
  }
}

function* blockText(
  block: DocumentBlock,
  language: Language,
  style: Style,
  width: number,
): Generator<string> {
  switch (block.kind) {
    case 'heading':
      yield `${style.bold(block.text)}\n\n`;
      return;
    case 'paragraph': {
      const paint = block.tone === 'warning' ? style.warning : (text: string) => text;
      for (const line of wrapped(block.text, width)) yield `${paint(line)}\n`;
      yield '\n';
      return;
    }
    case 'facts': {
      const labelWidth = Math.max(...block.facts.map(({ label }) => label.length));
      for (const { label, cell } of block.facts)
        yield `${label.padEnd(labelWidth)}  ${formatCell(cell, 'text', language)}\n`;
      yield '\n';
      return;
    }
    case 'table':
      yield* tableText(block, language, style, width);
      return;
    case 'chart':
  }
}

function* tableText(
  table: DocumentTable,
  language: Language,
  style: Style,
  width: number,
): Generator<string> {
  const rows = LISTS.has(table.id) ? table.rows.slice(0, LIST_ROWS) : table.rows;
  const cells = rows.map((row) =>
    row.cells.map((cell, at) => formatCell(cell, table.columns[at]!.format, language)),
  );
  const header = table.columns.map((column) => column.header);
  const isText = table.columns.map((column) => column.format === 'text');
  const widths = header.map((text, at) =>
    Math.max(longestWord(text, isText[at]!), ...cells.map((row) => row[at]!.length)),
  );
  const headerLines = stacked(header, widths);
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => (isText[at] ? text.padEnd(widths[at]!) : text.padStart(widths[at]!)))
      .join('  ')
      .trimEnd();
  yield `${style.bold(table.title)}\n`;
  for (const texts of headerLines) yield `${style.faint(line(texts))}\n`;
  yield `${style.faint(widths.map((w) => '─'.repeat(w)).join('  '))}\n`;
  for (const [at, texts] of cells.entries()) {
    const text = line(texts);
    yield `${rows[at]!.kind === 'total' ? style.bold(text) : text}\n`;
  }
  if (rows.length < table.rows.length)
    yield `${AND_MORE[language](formatNumber(table.rows.length - rows.length, 'integer', language))}\n`;
  for (const note of table.notes) for (const text of wrapped(note, width)) yield `${style.faint(text)}\n`;
  yield '\n';
}

/** Headers of figures are broken between words, so that narrow figures stand in narrow columns. */
function longestWord(text: string, whole: boolean): number {
  return whole ? text.length : Math.max(...text.split(' ').map((word) => word.length));
}

function stacked(headers: readonly string[], widths: readonly number[]): string[][] {
  const broken = headers.map((text, at) => wrapped(text, widths[at]!));
  const height = Math.max(...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    broken.map((lines) => lines[line - (height - lines.length)] ?? ''),
  );
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
