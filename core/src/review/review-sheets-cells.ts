/** Cells, addresses and measures that the review's sheets are put together of. Rows and columns count from 0. */
import { columnLetter } from '../register/mapping.ts';
import type { CellLook, ReviewCell, ReviewSheet } from './sheets.ts';

/** `F7`. */
export function addressOf(row: number, column: number): string {
  return `${columnLetter(column)}${String(row + 1)}`;
}

/** `$F$7`. */
export function fixedAddress(row: number, column: number): string {
  return `$${columnLetter(column)}$${String(row + 1)}`;
}

/** `$F7`: the same column in every row that a condition is carried to. */
export function fixedColumn(row: number, column: number): string {
  return `$${addressOf(row, column)}`;
}

export function rangeOf(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): string {
  return `${addressOf(firstRow, firstColumn)}:${addressOf(lastRow, lastColumn)}`;
}

export function fixedRange(firstRow: number, column: number, lastRow: number): string {
  return `${fixedAddress(firstRow, column)}:${fixedAddress(lastRow, column)}`;
}

/** A sheet's name before the `!` of a reference. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

export function cell(
  value: ReviewCell['value'],
  look: CellLook,
  more: Omit<ReviewCell, 'value' | 'look'> = {},
): ReviewCell {
  return { value, look, ...more };
}

export const NOTHING: ReviewCell = { value: null, look: 'plain' };

/** A row with cells at some of its columns only. */
export function rowOf(cells: Readonly<Record<number, ReviewCell>>): ReviewCell[] {
  const last = Math.max(-1, ...Object.keys(cells).map(Number));
  return Array.from({ length: last + 1 }, (_, column) => cells[column] ?? NOTHING);
}

type Essential = 'id' | 'name' | 'columns' | 'rows';

/** A sheet that is read, not filled in. */
export function plainSheet(
  sheet: Pick<ReviewSheet, Essential> & Partial<Omit<ReviewSheet, Essential>>,
): ReviewSheet {
  return {
    heights: {},
    hiddenRows: [0],
    merges: [],
    frozen: { rows: 0, columns: 0 },
    validations: [],
    conditions: [],
    isProtected: true,
    isHidden: false,
    tab: 'plain',
    landscape: true,
    ...sheet,
  };
}

const LINE_HEIGHT = 15;
/** Letters that a column holds for each of its characters: narrow ones lose more where words are not broken. */
const FILLED = { narrow: 0.95, wide: 1.12 } as const;
const WIDE = 40;

/** The height, in points, that a text takes when it is wrapped in so many characters. */
export function heightOf(text: string, width: number): number {
  const room = Math.max(4, width * (width < WIDE ? FILLED.narrow : FILLED.wide));
  const lines = text.split('\n').reduce((sum, paragraph) => sum + linesOf(paragraph, room), 0);
  return lines * LINE_HEIGHT + (lines > 1 ? 3 : 0);
}

function linesOf(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    if (used > 0 && used + 1 + word.length > room) {
      lines++;
      used = 0;
    }
    used += word.length + (used > 0 ? 1 : 0);
    for (; used > room; used -= room) lines++;
  }
  return lines;
}

const LONGEST_NAME = 31;

/** Names that Excel takes for sheets, none alike: at most 31 characters, none of []:*?/\. */
export function sheetNames(wanted: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return wanted.map((each) => {
    const allowed = each
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, LONGEST_NAME)
      .replace(/^[\s']+|[\s']+$/g, '');
    // Excel keeps the name History for itself.
    const base = allowed === '' || /^history$/i.test(allowed) ? `Person ${allowed}`.trim() : allowed;
    let name = base;
    for (let n = 2; used.has(name.toLowerCase()); n++) {
      const suffix = ` (${String(n)})`;
      name = base.slice(0, LONGEST_NAME - suffix.length) + suffix;
    }
    used.add(name.toLowerCase());
    return name;
  });
}
