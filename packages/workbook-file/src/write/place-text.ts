/** Headings, paragraphs, notes and facts on a sheet. */
import type { DocumentFacts, DocumentHeading, DocumentParagraph, Language } from 'isu-core';
import type { BlockStyles } from './block-styles.ts';
import { cellValue } from './cell-value.ts';
import {
  HIGHEST_ROW,
  ROW_HEIGHT,
  type PlannedCell,
  type PlannedRow,
  type PlannedTable,
} from './sheet-plan.ts';
import { lineCount, type TextSize } from './text-size.ts';
import type { CellRange } from '../xlsx/address.ts';

/** The columns that running text may take. */
export interface TextArea {
  /** Width of each column in characters; also of those that texts run into and no table has. */
  readonly widths: readonly number[];
  readonly lastColumn: number;
}

/** A block that has its place. */
export interface Placement {
  readonly rowCount: number;
  readonly merges: readonly CellRange[];
  readonly tables: readonly PlannedTable[];
  readonly textRanges: readonly CellRange[];
  rows(): Iterable<PlannedRow>;
}

const NOTHING_ELSE = { merges: [], tables: [], textRanges: [] } as const;

export function areaWidth(area: TextArea, firstColumn = 0): number {
  let width = 0;
  for (let c = firstColumn; c <= area.lastColumn; c++) width += area.widths[c]!;
  return width;
}

export function placeHeading(
  { text }: DocumentHeading,
  row: number,
  isTitle: boolean,
  styles: BlockStyles,
): Placement {
  const planned = {
    row,
    height: isTitle ? 33 : 24,
    cells: [{ column: 0, value: text, style: isTitle ? styles.title : styles.heading }],
  };
  return { ...NOTHING_ELSE, rowCount: 1, rows: () => [planned] };
}

export function placeParagraph(
  { text, tone = 'plain' }: DocumentParagraph,
  row: number,
  area: TextArea,
  styles: BlockStyles,
): Placement {
  return tone === 'warning'
    ? placeWarning(text, row, area, styles)
    : placeText(text, row, area, styles[tone]);
}

/** One row of running text over the whole width; merged and higher where it takes several lines. */
export function placeText(
  text: string,
  row: number,
  area: TextArea,
  style: number,
  textSize: TextSize = {},
): Placement {
  const lines = lineCount(text, areaWidth(area), textSize);
  const height = textHeight(lines, textSize.size);
  const merges = wholeWidth(row, area);
  const planned = { row, height, cells: [{ column: 0, value: text, style }] };
  return { ...NOTHING_ELSE, rowCount: 1, merges, rows: () => [planned] };
}

function textHeight(lines: number, size = 11): number {
  const height = Math.ceil(lines * size * 1.37) + (size < 11 ? 5 : 3);
  return Math.min(Math.max(ROW_HEIGHT, height), HIGHEST_ROW);
}

function wholeWidth(row: number, { lastColumn }: TextArea): CellRange[] {
  return lastColumn === 0 ? [] : [{ firstRow: row, firstColumn: 0, lastRow: row, lastColumn }];
}

/** A box over the whole width. */
function placeWarning(text: string, row: number, area: TextArea, styles: BlockStyles): Placement {
  const height = Math.min(textHeight(lineCount(text, areaWidth(area) - 3)) + 6, HIGHEST_ROW);
  const cells = Array.from({ length: area.lastColumn + 1 }, (_, column): PlannedCell => {
    return { column, value: column === 0 ? text : null, style: styles.warning };
  });
  return {
    ...NOTHING_ELSE,
    rowCount: 1,
    merges: wholeWidth(row, area),
    rows: () => [{ row, height, cells }],
  };
}

export function placeFacts(
  { facts }: DocumentFacts,
  firstRow: number,
  area: TextArea,
  styles: BlockStyles,
  language: Language,
): Placement {
  const valueWidth = areaWidth(area, 1);
  const rows = facts.map(({ label, cell }, i): PlannedRow => {
    const value = cellValue(cell, cell.format ?? 'text', language);
    const style = typeof value === 'number' ? styles.fact(cell.format ?? 'text') : styles.factText;
    const lines = Math.max(lineCount(label, area.widths[0]!), lineCount(String(value), valueWidth));
    const cells: PlannedCell[] = [{ column: 0, value: label, style: styles.label }];
    for (let column = 1; column <= area.lastColumn; column++)
      cells.push({ column, value: column === 1 ? value : null, style });
    return { row: firstRow + i, height: textHeight(lines), cells };
  });
  const merges = rows.flatMap(({ row }) =>
    area.lastColumn <= 1
      ? []
      : [{ firstRow: row, firstColumn: 1, lastRow: row, lastColumn: area.lastColumn }],
  );
  return { ...NOTHING_ELSE, rowCount: rows.length, merges, rows: () => rows };
}
