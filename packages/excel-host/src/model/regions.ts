/** Where filled cells end: the region around a cell, and the jumps of Ctrl and an arrow. */
import { areaOf, boundingArea, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, type Area } from './area.ts';
import type { Sheet } from './sheet.ts';

export type Direction = 'Up' | 'Down' | 'Left' | 'Right';

/** The block of cells around these that empty rows and columns bound, as Ctrl+A finds it. */
export function surroundingRegion(sheet: Sheet, area: Area): Area {
  let region = area;
  for (;;) {
    const grown = sheet.usedArea(true, ring(region));
    const next = grown ? boundingArea(region, grown) : region;
    if (next.rowCount === region.rowCount && next.columnCount === region.columnCount) break;
    region = next;
  }
  return trimmed(sheet, region, area);
}

/** The area with the cells that touch it. */
function ring(area: Area): Area {
  const row = Math.max(0, area.row - 1);
  const column = Math.max(0, area.column - 1);
  return {
    row,
    column,
    rowCount: Math.min(lastRow(area) + 1, MAX_ROWS - 1) - row + 1,
    columnCount: Math.min(lastColumn(area) + 1, MAX_COLUMNS - 1) - column + 1,
  };
}

/** An empty cell beside a block gives the block and itself; alone it is its own region. */
function trimmed(sheet: Sheet, region: Area, start: Area): Area {
  const used = sheet.usedArea(true, region);
  return used ? boundingArea(used, start) : start;
}

const STEPS: Readonly<Record<Direction, readonly [row: number, column: number]>> = {
  Up: [-1, 0],
  Down: [1, 0],
  Left: [0, -1],
  Right: [0, 1],
};

export function edgeOf(sheet: Sheet, area: Area, direction: Direction): Area {
  const [down, right] = STEPS[direction];
  let { row, column } = area;
  const isFilled = (r: number, c: number) => sheet.value(r, c) !== null;
  const isOn = (r: number, c: number) => r >= 0 && c >= 0 && r < MAX_ROWS && c < MAX_COLUMNS;
  const runs = isFilled(row, column) && isFilled(row + down, column + right);
  const stop = lastFilled(sheet, { row, column }, direction);
  if (!runs) {
    do {
      row += down;
      column += right;
      if (!isOn(row, column) || stop === null) return farEdge(area, direction);
    } while (!isFilled(row, column));
    return areaOf(row, column);
  }
  while (isOn(row + down, column + right) && isFilled(row + down, column + right)) {
    row += down;
    column += right;
  }
  return areaOf(row, column);
}

/** Whether anything is filled that way; without it the jump goes to the sheet's end. */
function lastFilled(sheet: Sheet, from: { row: number; column: number }, direction: Direction): Area | null {
  const { row, column } = from;
  switch (direction) {
    case 'Up':
      return row === 0 ? null : sheet.usedArea(true, { row: 0, column, rowCount: row, columnCount: 1 });
    case 'Down':
      return row === MAX_ROWS - 1
        ? null
        : sheet.usedArea(true, { row: row + 1, column, rowCount: MAX_ROWS - row - 1, columnCount: 1 });
    case 'Left':
      return column === 0 ? null : sheet.usedArea(true, { row, column: 0, rowCount: 1, columnCount: column });
    case 'Right':
      return column === MAX_COLUMNS - 1
        ? null
        : sheet.usedArea(true, {
            row,
            column: column + 1,
            rowCount: 1,
            columnCount: MAX_COLUMNS - column - 1,
          });
  }
}

function farEdge({ row, column }: Area, direction: Direction): Area {
  switch (direction) {
    case 'Up':
      return areaOf(0, column);
    case 'Down':
      return areaOf(MAX_ROWS - 1, column);
    case 'Left':
      return areaOf(row, 0);
    case 'Right':
      return areaOf(row, MAX_COLUMNS - 1);
  }
}

export function extendTo(sheet: Sheet, area: Area, direction: Direction): Area {
  return boundingArea(area, edgeOf(sheet, area, direction));
}
