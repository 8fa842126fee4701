/** Cells by their addresses, as the parts of a workbook name them. Rows and columns count from 0. */

export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Column letters: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  return (
    (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
  );
}

export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Both corners, also of a single cell. */
export function rangeName({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): string {
  return `${columnName(firstColumn)}${String(firstRow + 1)}:${columnName(lastColumn)}${String(lastRow + 1)}`;
}

/** A single cell by one corner; several ranges with spaces between. */
export function cellsName(ranges: readonly CellRange[]): string {
  return ranges
    .map((range) => (isCell(range) ? rangeName(range).split(':')[0]! : rangeName(range)))
    .join(' ');
}

function isCell({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): boolean {
  return firstRow === lastRow && firstColumn === lastColumn;
}

/** A sheet's name before the `!` of a reference. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `'Tabeller'!$B$5:$B$9`; several ranges in brackets. */
export function reference(sheetName: string, ranges: readonly CellRange[]): string {
  const references = ranges.map(({ firstRow, firstColumn, lastRow, lastColumn }) => {
    const start = fixedCell(firstColumn, firstRow);
    const end = fixedCell(lastColumn, lastRow);
    return `${quotedSheet(sheetName)}!${start === end ? start : `${start}:${end}`}`;
  });
  return references.length === 1 ? references[0]! : `(${references.join(',')})`;
}

function fixedCell(column: number, row: number): string {
  return `$${columnName(column)}$${String(row + 1)}`;
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

const CORNERS = /^\$?([a-z]{1,3})?\$?(\d{1,7})?(?::\$?([a-z]{1,3})?\$?(\d{1,7})?)?$/i;

/** `A1`, `$B$2:C9`, whole columns `A:C` and whole rows `1:3`; `null` where it is no such thing. */
export function rangeAt(text: string): CellRange | null {
  const found = CORNERS.exec(text.trim());
  if (!found) return null;
  const [, left, top, right = left, bottom = top] = found;
  if (left === undefined && top === undefined) return null;
  if ((left === undefined) !== (right === undefined) || (top === undefined) !== (bottom === undefined))
    return null;
  const isWhole = left === undefined || top === undefined;
  if (isWhole && !text.includes(':')) return null;
  const columns = left === undefined ? [0, LAST_COLUMN] : [columnOf(left), columnOf(right!)];
  const rows = top === undefined ? [0, LAST_ROW] : [Number(top) - 1, Number(bottom) - 1];
  const range = {
    firstRow: Math.min(...rows),
    firstColumn: Math.min(...columns),
    lastRow: Math.max(...rows),
    lastColumn: Math.max(...columns),
  };
  const isOnSheet = range.firstRow >= 0 && range.lastRow <= LAST_ROW && range.lastColumn <= LAST_COLUMN;
  return isOnSheet ? range : null;
}

/** Ranges with spaces between, as rules name their cells. */
export function rangesAt(text: string): CellRange[] {
  return text.split(/\s+/).flatMap((each) => rangeAt(each) ?? []);
}

export interface SheetCells {
  readonly sheetName: string;
  readonly ranges: readonly CellRange[];
}

const PART = /(?:'((?:[^']|'')+)'|([^'!,()]+))!([^,()!']+)/y;

/** What `reference` writes, read back; `null` where a formula is more than cells of one sheet. */
export function cellsOfReference(formula: string): SheetCells | null {
  const text = formula.trim().replace(/^\((.*)\)$/s, '$1');
  const ranges: CellRange[] = [];
  let sheetName: string | null = null;
  for (let at = 0; at < text.length; at = PART.lastIndex + 1) {
    PART.lastIndex = at;
    const found = PART.exec(text);
    const range = found && rangeAt(found[3]!);
    if (!found || !range) return null;
    const name = found[1]?.replaceAll("''", "'") ?? found[2]!;
    if (sheetName !== null && sheetName !== name) return null;
    sheetName = name;
    ranges.push(range);
    if (PART.lastIndex < text.length && text[PART.lastIndex] !== ',') return null;
  }
  return sheetName === null ? null : { sheetName, ranges };
}
