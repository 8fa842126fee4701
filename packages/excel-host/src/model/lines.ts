/** Rows and columns: how wide, how high, and whether they are seen. Sizes are points. */
import { lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, type Area } from './area.ts';
import type { Line, Sheet } from './sheet.ts';

/** `null` where some are and some are not. */
export function isHidden(lines: ReadonlyMap<number, Line>, first: number, count: number): boolean | null {
  let hidden = 0;
  for (const [index, line] of lines) {
    if (line.hidden && index >= first && index < first + count) hidden++;
  }
  return hidden === 0 ? false : hidden === count ? true : null;
}

export function setHidden(sheet: Sheet, axis: 'rows' | 'columns', area: Area, hidden: boolean): void {
  sheet.demand(axis === 'rows' ? 'allowFormatRows' : 'allowFormatColumns');
  eachLine(sheet, axis, area, (line) => {
    line.hidden = hidden;
  });
}

export function columnWidthOf(sheet: Sheet, area: Area): number | null {
  return commonSize(sheet.columns, area.column, area.columnCount, sheet.standardWidth);
}

export function rowHeightOf(sheet: Sheet, area: Area): number | null {
  return commonSize(sheet.rows, area.row, area.rowCount, sheet.standardHeight);
}

function commonSize(
  lines: ReadonlyMap<number, Line>,
  first: number,
  count: number,
  standard: number,
): number | null {
  const sizes = new Set<number>();
  let own = 0;
  for (const [index, line] of lines) {
    if (index < first || index >= first + count) continue;
    own++;
    sizes.add(line.hidden ? 0 : (line.size ?? standard));
  }
  if (own < count) sizes.add(standard);
  return sizes.size === 1 ? [...sizes][0]! : null;
}

/** `null` gives the standard size back. */
export function setSize(sheet: Sheet, axis: 'rows' | 'columns', area: Area, size: number | null): void {
  sheet.demand(axis === 'rows' ? 'allowFormatRows' : 'allowFormatColumns');
  if (axis === 'columns' && area.columnCount === MAX_COLUMNS) {
    sheet.standardWidth = size ?? sheet.standardWidth;
    return;
  }
  eachLine(sheet, axis, area, (line) => {
    if (size === null) delete line.size;
    else line.size = size;
  });
}

function eachLine(sheet: Sheet, axis: 'rows' | 'columns', area: Area, change: (line: Line) => void): void {
  const [first, last] = axis === 'rows' ? [area.row, lastRow(area)] : [area.column, lastColumn(area)];
  const used = sheet.usedArea(false);
  const isAll = axis === 'rows' && area.rowCount === MAX_ROWS;
  const end = isAll ? (used ? lastRow(used) : -1) : last;
  for (let i = first; i <= end; i++) change(sheet.line(sheet[axis], i));
}

const POINTS_PER_CHARACTER = 5.25;
const PADDING = 3.75;
const WIDEST = 255;
const LINE_HEIGHT = 15;

/** About what Excel would choose: it measures glyphs, this counts characters. */
export function autofitColumns(sheet: Sheet, area: Area): void {
  sheet.demand('allowFormatColumns');
  const longest = new Map<number, number>();
  const used = sheet.usedArea(true, area);
  if (!used) return;
  sheet.cells.eachFilled(used, (row, column) => {
    const style = sheet.style(row, column);
    const lines = sheet.workbook.shownText(sheet, row, column).split('\n');
    const scale = (style.font.size / 11) * (style.font.bold ? 1.1 : 1);
    const length = style.wrapText ? 0 : Math.max(...lines.map((line) => line.length)) * scale;
    longest.set(column, Math.max(longest.get(column) ?? 0, length));
  });
  for (const [column, length] of longest) {
    if (length > 0) {
      sheet.line(sheet.columns, column).size = Math.min(length, WIDEST) * POINTS_PER_CHARACTER + PADDING;
    }
  }
}

/** Likewise about: as many lines as the longest wrapped text needs. */
export function autofitRows(sheet: Sheet, area: Area): void {
  sheet.demand('allowFormatRows');
  const highest = new Map<number, number>();
  const used = sheet.usedArea(true, area);
  if (!used) return;
  sheet.cells.eachFilled(used, (row, column) => {
    const style = sheet.style(row, column);
    const perLine = Math.max(1, (sheet.columnWidth(column) - PADDING) / POINTS_PER_CHARACTER);
    const lines = sheet.workbook
      .shownText(sheet, row, column)
      .split('\n')
      .reduce((sum, line) => sum + (style.wrapText ? Math.max(1, Math.ceil(line.length / perLine)) : 1), 0);
    const height = (style.wrapText ? lines : 1) * LINE_HEIGHT * Math.max(1, style.font.size / 11);
    highest.set(row, Math.max(highest.get(row) ?? sheet.standardHeight, height));
  });
  for (const [row, height] of highest) sheet.line(sheet.rows, row).size = height;
}
