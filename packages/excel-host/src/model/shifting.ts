/** Cells put in and taken out, and all that moves with them: tables, names, charts' cells, formats, ranges in use. */
import {
  areaOf,
  intersection,
  isEntireColumn,
  isEntireRow,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from './area.ts';
import type { ChangeType } from './events.ts';
import { Fault } from './fault.ts';
import type { Line, Sheet } from './sheet.ts';

/** Cells of one band slide along it: `count` lines put in at `at`, or, below zero, taken out from `at` on. */
export interface Shift {
  readonly axis: 'rows' | 'columns';
  /** The columns (or rows) across the slide that take part. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly count: number;
}

export function insertCells(sheet: Sheet, area: Area, direction: 'Down' | 'Right'): void {
  const shift = shiftOf(area, direction === 'Down' ? 'rows' : 'columns', 1);
  demandAllowed(sheet, area, 'Insert');
  demandRoom(sheet, shift);
  demandWholeTables(sheet, shift);
  slide(sheet, shift);
  inheritFormat(sheet, area, shift);
  announce(sheet, area, 'Inserted');
}

export function deleteCells(sheet: Sheet, area: Area, direction: 'Up' | 'Left'): void {
  const shift = shiftOf(area, direction === 'Up' ? 'rows' : 'columns', -1);
  demandAllowed(sheet, area, 'Delete');
  demandWholeTables(sheet, shift);
  slide(sheet, shift);
  announce(sheet, area, 'Deleted');
}

function shiftOf(area: Area, axis: 'rows' | 'columns', sign: 1 | -1): Shift {
  return axis === 'rows'
    ? { axis, from: area.column, to: lastColumn(area), at: area.row, count: sign * area.rowCount }
    : { axis, from: area.row, to: lastRow(area), at: area.column, count: sign * area.columnCount };
}

function demandAllowed(sheet: Sheet, area: Area, what: 'Insert' | 'Delete'): void {
  if (isEntireRow(area)) sheet.demand(`allow${what}Rows`);
  else if (isEntireColumn(area)) sheet.demand(`allow${what}Columns`);
  else sheet.demandUnlocked(sheet.usedArea(false) ?? areaOf(0, 0));
}

/** Excel pushes nothing that holds something off the sheet. */
function demandRoom(sheet: Sheet, { axis, from, to, count }: Shift): void {
  const pushed: Area =
    axis === 'rows'
      ? { row: MAX_ROWS - count, rowCount: count, column: from, columnCount: to - from + 1 }
      : { column: MAX_COLUMNS - count, columnCount: count, row: from, rowCount: to - from + 1 };
  if (!sheet.cells.isEmpty(pushed)) throw new Fault('InsertDeleteConflict', 'cells would fall off the sheet');
}

/** A table moves, grows or shrinks as a whole, or not at all. */
function demandWholeTables(sheet: Sheet, shift: Shift): void {
  for (const table of sheet.tables) {
    const { first, last, across } = spanOf(table.area, shift);
    const isBefore = last < shift.at;
    const isBeside = across.last < shift.from || across.first > shift.to;
    const isInside = across.first >= shift.from && across.last <= shift.to;
    if (!isBefore && !isBeside && !isInside) {
      throw new Fault('InsertDeleteConflict', `a part of the table "${table.name}" would move`);
    }
    const header = table.showHeaders && shift.axis === 'rows' && shift.count < 0 ? first : -1;
    const takesHeader = header >= shift.at && header < shift.at - shift.count;
    const takesAll = shift.at <= first && shift.at - shift.count > last;
    if (isInside && takesHeader && !takesAll) {
      throw new Fault('InsertDeleteConflict', `the table "${table.name}" would lose its header`);
    }
  }
}

function spanOf(area: Area, { axis }: Shift) {
  const rows = { first: area.row, last: lastRow(area) };
  const columns = { first: area.column, last: lastColumn(area) };
  return axis === 'rows' ? { ...rows, across: columns } : { ...columns, across: rows };
}

/** Where an area is after the shift; `null` when all of it was taken out, itself when it is not (wholly) in the band. */
export function shiftedArea(area: Area, shift: Shift): Area | null {
  const { first, last, across } = spanOf(area, shift);
  if (across.first < shift.from || across.last > shift.to || last < shift.at) return area;
  const [newFirst, newLast] = shiftedSpan(first, last, shift);
  if (newLast < newFirst) return null;
  return shift.axis === 'rows'
    ? { ...area, row: newFirst, rowCount: newLast - newFirst + 1 }
    : { ...area, column: newFirst, columnCount: newLast - newFirst + 1 };
}

function shiftedSpan(first: number, last: number, { axis, at, count }: Shift): [number, number] {
  const most = axis === 'rows' ? MAX_ROWS : MAX_COLUMNS;
  const isWhole = first === 0 && last === most - 1;
  if (isWhole) return [first, last];
  if (count > 0) return [first >= at ? first + count : first, Math.min(last + count, most - 1)];
  const end = at - count;
  const newFirst = first < at ? first : Math.max(at, first + count);
  const newLast = last >= end ? last + count : at - 1;
  return [newFirst, newLast];
}

function slide(sheet: Sheet, shift: Shift): void {
  const { axis, from, to, at, count } = shift;
  const moving: Area =
    axis === 'rows'
      ? { row: at, rowCount: MAX_ROWS - at, column: from, columnCount: to - from + 1 }
      : { column: at, columnCount: MAX_COLUMNS - at, row: from, rowCount: to - from + 1 };
  const most = axis === 'rows' ? MAX_ROWS : MAX_COLUMNS;
  sheet.workbook.calculator?.beforeShift(sheet, shift);
  sheet.cells.move(moving, (row, column) => {
    const place = axis === 'rows' ? row : column;
    if (count < 0 && place < at - count) return null;
    if (place + count >= most) return null;
    return axis === 'rows' ? [row + count, column] : [row, column + count];
  });
  const isWholeLines = axis === 'rows' ? to - from + 1 === MAX_COLUMNS : to - from + 1 === MAX_ROWS;
  if (isWholeLines) slideLines(sheet[axis], at, count);
  moveThings(sheet, shift);
  sheet.workbook.calculator?.afterShift(sheet, shift);
}

function slideLines(lines: Map<number, Line>, at: number, count: number): void {
  const moved = [...lines].filter(([index]) => index >= at);
  for (const [index] of moved) lines.delete(index);
  for (const [index, line] of moved) {
    if (count > 0 || index >= at - count) lines.set(index + count, line);
  }
}

function moveThings(sheet: Sheet, shift: Shift): void {
  const move = (area: Area) => shiftedArea(area, shift);
  const moved = <T extends { readonly area: Area }>(things: readonly T[]): T[] =>
    things.flatMap((thing) => {
      const area = move(thing.area);
      return area ? [{ ...thing, area }] : [];
    });
  moveTables(sheet, shift);
  sheet.merges = sheet.merges.flatMap((merge) => move(merge) ?? []);
  sheet.validations = moved(sheet.validations);
  sheet.hyperlinks = moved(sheet.hyperlinks);
  sheet.spills = moved(sheet.spills);
  for (const format of sheet.conditionalFormats)
    format.areas = format.areas.flatMap((area) => move(area) ?? []);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
  sheet.pageLayout.printAreas = sheet.pageLayout.printAreas.flatMap((area) => move(area) ?? []);
  if (sheet.filter) {
    const area = move(sheet.filter.area);
    sheet.filter = area && { ...sheet.filter, area };
  }
  for (const chart of sheet.workbook.sheets.flatMap(({ charts }) => charts)) {
    for (const series of chart.series) {
      for (const key of ['values', 'categories', 'nameCell'] as const) {
        const cells = series[key];
        if (cells?.sheet !== sheet) continue;
        const area = move(cells.area);
        series[key] = area && { sheet, area };
      }
    }
  }
  for (const follower of sheet.workbook.followers) follower.follow(sheet, move);
}

function moveTables(sheet: Sheet, shift: Shift): void {
  for (const table of [...sheet.tables]) {
    const area = shiftedArea(table.area, shift);
    if (!area) {
      table.isGone = true;
      sheet.tables = sheet.tables.filter((other) => other !== table);
      continue;
    }
    if (shift.axis === 'columns' && area.columnCount !== table.area.columnCount) {
      const at = shift.at - table.area.column;
      if (shift.count < 0) {
        table.columns.splice(Math.max(0, at), table.area.columnCount - area.columnCount);
      } else {
        const added = Array.from({ length: shift.count }, () => table.newColumn(''));
        table.columns.splice(at, 0, ...added);
        added.forEach((column, i) => {
          const names = table.columns.map(({ name }) => name.toLowerCase());
          let n = at + i + 1;
          while (names.includes(`column${String(n)}`)) n++;
          column.name = `Column${String(n)}`;
          if (table.showHeaders) sheet.cells.setValue(area.row, area.column + at + i, column.name);
        });
      }
    }
    table.area = area;
  }
}

/** New cells look like those above them (or to their left), as Excel has it. */
function inheritFormat(sheet: Sheet, area: Area, { axis }: Shift): void {
  const isFirst = axis === 'rows' ? area.row === 0 : area.column === 0;
  if (isFirst || isEntireColumn(area)) return;
  const reach = intersection(area, sheet.usedArea(false) ?? area);
  const width = reach ?? (isEntireRow(area) ? null : area);
  if (!width) return;
  for (let row = area.row; row <= lastRow(area); row++) {
    for (let column = width.column; column <= lastColumn(width); column++) {
      const style =
        axis === 'rows' ? sheet.cells.style(area.row - 1, column) : sheet.cells.style(row, area.column - 1);
      if (style !== 0) sheet.cells.setStyle(row, column, style);
    }
  }
}

function announce(sheet: Sheet, area: Area, what: 'Inserted' | 'Deleted'): void {
  const line = isEntireRow(area) ? 'Row' : isEntireColumn(area) ? 'Column' : 'Cell';
  const changeType: ChangeType = `${line}${what}`;
  sheet.workbook.isDirty = true;
  sheet.workbook.events.emit({ kind: 'changed', sheet, area, changeType, details: null });
}
