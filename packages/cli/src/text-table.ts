/** A table as lines of text: narrow figures in narrow columns, within the width of the terminal where that can be. */
import { formatCell, type DocumentRow, type DocumentTable, type Language, type NumberFormat } from 'isu-core';

import { printable, type Style } from './terminal.ts';
import { inLines, longestWord, padded, shownWidth, widthInLines, wrapped } from './text-lines.ts';

interface TextColumn {
  readonly header: string;
  readonly isText: boolean;
  readonly cells: readonly string[];
}

const GAP = '  ';
/** A header no longer than this stands in one line where there is room: «12 eller fler». */
const SHORT_HEADER = 13;
/** Text may ask for this much; what is longer gives way. */
const TEXT_ASKS = 40;
const NARROWEST_TEXT = 8;
const TEXT_LINES = 6;

/** Header, rule and rows, without title and notes. `rowLimit`: so many rows, the rest left out. */
export function* tableLines(
  table: DocumentTable,
  rowLimit: number,
  { language, style, width }: { language: Language; style: Style; width: number },
): Generator<string> {
  const rows = table.rows.slice(0, rowLimit);
  const columns = table.columns.map(({ header, format }, at) => ({
    header,
    isText: format === 'text',
    cells: rows.map((row) => printable(cellText(row, at, format, language))),
  }));
  for (const [part, shown] of partsOf(columns, width).entries()) {
    const widths = columnWidths(shown, width);
    if (part > 0) yield '';
    for (const line of headerLines(shown, widths)) yield style.faint(line);
    yield style.faint(widths.map((w) => '─'.repeat(w)).join(GAP));
    for (const [at, row] of rows.entries())
      for (const line of rowLines(shown, at, widths)) yield row.kind === undefined ? line : style.bold(line);
  }
}

/** A heading inside the table has nothing to count, and no sign for it either. */
function cellText(
  { kind, cells }: DocumentRow,
  at: number,
  format: NumberFormat,
  language: Language,
): string {
  const cell = cells[at]!;
  return kind === 'section' && cell.value === null ? '' : formatCell(cell, format, language);
}

/** A table too wide for the terminal is shown in parts under each other, each with the first column. */
function partsOf([first, ...others]: readonly TextColumn[], width: number): TextColumn[][] {
  const parts = [[first!]];
  for (const column of others) {
    const part = parts.at(-1)!;
    const fits = total([...part, column].map(leastWidth)) <= width;
    if (fits || part.length === 1) part.push(column);
    else parts.push([first!, column]);
  }
  return parts;
}

/** As wide as reads well; where that is too wide, headers in more lines; then text in two lines; last, text cut. */
function columnWidths(columns: readonly TextColumn[], width: number): number[] {
  for (const headerWidth of [wholeHeader, headerInTwoLines, headerInWords]) {
    const widths = columns.map((column) => Math.max(headerWidth(column), widestCell(column)));
    if (total(widths) <= width) return widths;
  }
  const widths = columns.map((column) => Math.max(headerInWords(column), widestCell(column)));
  const least = columns.map(leastWidth);
  narrowText(columns, widths, least, total(widths) - width);
  const cut = columns.map(({ header }) => Math.max(NARROWEST_TEXT, longestWord(header)));
  narrowText(columns, widths, cut, total(widths) - width);
  return widths;
}

function wholeHeader(column: TextColumn): number {
  const whole = shownWidth(column.header);
  return column.isText || whole <= SHORT_HEADER ? whole : headerInTwoLines(column);
}

function headerInTwoLines({ header }: TextColumn): number {
  return widthInLines(header, 2);
}

function headerInWords({ header }: TextColumn): number {
  return longestWord(header);
}

function widestCell({ cells }: TextColumn): number {
  return Math.max(0, ...cells.map(shownWidth));
}

/** So narrow that no figure is cut, and no text that is of usual length. */
function leastWidth(column: TextColumn): number {
  if (!column.isText) return Math.max(headerInWords(column), widestCell(column));
  const inTwo = Math.max(0, ...column.cells.map((cell) => widthInLines(cell, 2)));
  return Math.max(headerInWords(column), Math.min(inTwo, TEXT_ASKS));
}

/** Takes what is over from the columns of text, from the widest first, down to their least. */
function narrowText(
  columns: readonly TextColumn[],
  widths: number[],
  least: readonly number[],
  over: number,
): void {
  for (let left = over; left > 0; left--) {
    let widest: number | null = null;
    for (const [at, { isText }] of columns.entries())
      if (isText && widths[at]! > least[at]! && (widest === null || widths[at]! > widths[widest]!))
        widest = at;
    if (widest === null) return;
    widths[widest]!--;
  }
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
}

function headerLines(columns: readonly TextColumn[], widths: readonly number[]): string[] {
  const broken = columns.map(({ header }, at) => wrapped(header, widths[at]!));
  const height = Math.max(...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    setLine(
      columns,
      widths,
      broken.map((lines) => lines[line - (height - lines.length)] ?? ''),
    ),
  );
}

function rowLines(columns: readonly TextColumn[], row: number, widths: readonly number[]): string[] {
  const cells = columns.map(({ isText, cells }, at) =>
    isText ? inLines(cells[row]!, widths[at]!, TEXT_LINES) : [cells[row]!],
  );
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    setLine(
      columns,
      widths,
      cells.map((lines) => lines[line] ?? ''),
    ),
  );
}

function setLine(
  columns: readonly TextColumn[],
  widths: readonly number[],
  texts: readonly string[],
): string {
  return texts
    .map((text, at) => padded(text, widths[at]!, columns[at]!.isText ? 'right' : 'left'))
    .join(GAP)
    .trimEnd();
}
