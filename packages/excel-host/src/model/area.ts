/** A rectangle of cells. Rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const WHOLE_SHEET: Area = { row: 0, column: 0, rowCount: MAX_ROWS, columnCount: MAX_COLUMNS };

export function areaOf(row: number, column: number, rowCount = 1, columnCount = 1): Area {
  return { row, column, rowCount, columnCount };
}

export function lastRow(area: Area): number {
  return area.row + area.rowCount - 1;
}

export function lastColumn(area: Area): number {
  return area.column + area.columnCount - 1;
}

export function cellCount(area: Area): number {
  return area.rowCount * area.columnCount;
}

/** Whether the area lies on a sheet at all. */
export function isOnSheet({ row, column, rowCount, columnCount }: Area): boolean {
  const whole = [row, column, rowCount, columnCount].every(Number.isInteger);
  return (
    whole &&
    row >= 0 &&
    column >= 0 &&
    rowCount > 0 &&
    columnCount > 0 &&
    row + rowCount <= MAX_ROWS &&
    column + columnCount <= MAX_COLUMNS
  );
}

export function sameArea(a: Area, b: Area): boolean {
  return (
    a.row === b.row && a.column === b.column && a.rowCount === b.rowCount && a.columnCount === b.columnCount
  );
}

export function isEntireColumn(area: Area): boolean {
  return area.rowCount === MAX_ROWS;
}

export function isEntireRow(area: Area): boolean {
  return area.columnCount === MAX_COLUMNS;
}

export function hasCell(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    column >= area.column &&
    row < area.row + area.rowCount &&
    column < area.column + area.columnCount
  );
}

export function contains(outer: Area, inner: Area): boolean {
  return hasCell(outer, inner.row, inner.column) && hasCell(outer, lastRow(inner), lastColumn(inner));
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rowCount = Math.min(lastRow(a), lastRow(b)) - row + 1;
  const columnCount = Math.min(lastColumn(a), lastColumn(b)) - column + 1;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : null;
}

export function overlaps(a: Area, b: Area): boolean {
  return intersection(a, b) !== null;
}

export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rowCount: Math.max(lastRow(a), lastRow(b)) - row + 1,
    columnCount: Math.max(lastColumn(a), lastColumn(b)) - column + 1,
  };
}
