/** Looks of cells: changed over whole areas, and read where every cell agrees. */
import {
  cellCount,
  intersection,
  isEntireColumn,
  isEntireRow,
  lastColumn,
  lastRow,
  type Area,
} from './area.ts';
import { Fault } from './fault.ts';
import type { Line, Sheet } from './sheet.ts';
import type { BorderLine, BorderSide, CellStyle, StyleChange } from './style.ts';
import { eachCell, gridOf } from './writing.ts';

export function changeStyle(sheet: Sheet, area: Area, change: StyleChange): void {
  stepStyle(sheet, area, sheet.workbook.styles.stepper(change));
}

/** The same change of several areas, worked out once. */
export function changeStyles(sheet: Sheet, areas: readonly Area[], change: StyleChange): void {
  const step = sheet.workbook.styles.stepper(change);
  for (const area of areas) stepStyle(sheet, area, step);
}

/** More columns than this are formatted as rows, so that a whole row costs one line and not 16,384 cells. */
function stepStyle(sheet: Sheet, area: Area, step: (style: number) => number): void {
  sheet.demand('allowFormatCells');
  if (isEntireColumn(area)) {
    changeLines(sheet, sheet.columns, area.column, lastColumn(area), step);
    keepCrossings(sheet, area, step);
  } else if (isEntireRow(area)) {
    changeLines(sheet, sheet.rows, area.row, lastRow(area), step);
    restyle(sheet, area, step);
  } else {
    eachCell(area, (row, column) => {
      sheet.cells.setStyle(row, column, step(sheet.styleNumber(row, column)));
    });
  }
  sheet.workbook.isDirty = true;
  sheet.workbook.events.emit({ kind: 'format-changed', sheet, area });
}

function changeLines(
  sheet: Sheet,
  lines: Map<number, Line>,
  first: number,
  last: number,
  step: (style: number) => number,
): void {
  for (let i = first; i <= last; i++) {
    const line = sheet.line(lines, i);
    line.style = step(line.style ?? 0);
  }
}

function restyle(sheet: Sheet, area: Area, step: (style: number) => number): void {
  const own: [number, number, number][] = [];
  sheet.cells.eachStyled(area, (row, column, style) => own.push([row, column, style]));
  for (const [row, column, style] of own) sheet.cells.setStyle(row, column, step(style));
}

/** Where a formatted row crosses the columns, the cells get the change too. */
function keepCrossings(sheet: Sheet, area: Area, step: (style: number) => number): void {
  restyle(sheet, area, step);
  for (const [row, { style }] of sheet.rows) {
    if (style === undefined) continue;
    for (let column = area.column; column <= lastColumn(area); column++) {
      if (sheet.cells.style(row, column) === 0) sheet.cells.setStyle(row, column, step(style));
    }
  }
}

/** Number formats cell by cell, as one grid. */
export function writeNumberFormats(sheet: Sheet, area: Area, written: unknown): void {
  const grid = gridOf(written, area);
  if ('all' in grid) {
    const numberFormat = formatOf(grid.all);
    changeStyle(sheet, area, (style) => ({ ...style, numberFormat }));
    return;
  }
  sheet.demand('allowFormatCells');
  const { styles } = sheet.workbook;
  const steps = new Map<string, (style: number) => number>();
  const step = (numberFormat: string) => {
    let known = steps.get(numberFormat);
    if (!known) steps.set(numberFormat, (known = styles.stepper((style) => ({ ...style, numberFormat }))));
    return known;
  };
  eachCell(area, (row, column, r, c) => {
    const format = grid[r]![c];
    if (format === null || format === undefined) return;
    sheet.cells.setStyle(row, column, step(formatOf(format))(sheet.styleNumber(row, column)));
  });
  sheet.workbook.events.emit({ kind: 'format-changed', sheet, area });
}

/** Docs, "Blank and null values": an empty format is General again. */
function formatOf(given: unknown): string {
  if (typeof given !== 'string') throw new Fault('InvalidArgument', 'a number format is text');
  return given === '' ? 'General' : given;
}

/** Numbers of all looks within the area; those of the used cells are exact, the rest by their rows and columns. */
function looksIn(sheet: Sheet, area: Area): Set<number> {
  const looks = new Set<number>();
  const used = sheet.usedArea(false, area);
  if (!used || cellCount(used) < cellCount(area)) {
    const inRows = [...sheet.rows].filter(([row]) => row >= area.row && row <= lastRow(area));
    const inColumns = [...sheet.columns].filter(([c]) => c >= area.column && c <= lastColumn(area));
    for (const [, { style }] of [...inRows, ...inColumns]) if (style !== undefined) looks.add(style);
    if (inRows.length < area.rowCount && inColumns.length < area.columnCount) looks.add(0);
  }
  const seen = used && intersection(used, area);
  if (seen) eachCell(seen, (row, column) => looks.add(sheet.styleNumber(row, column)));
  return looks;
}

/** What every cell of the area has, or `null` where they differ, as Excel reports it. */
export function commonOf<T>(sheet: Sheet, area: Area, pick: (style: CellStyle) => T): T | null {
  let common: T | undefined;
  for (const look of looksIn(sheet, area)) {
    const value = pick(sheet.workbook.styles.style(look));
    if (common !== undefined && common !== value) return null;
    common = value;
  }
  return common ?? null;
}

export type AreaSide = BorderSide | 'InsideHorizontal' | 'InsideVertical';

/** The cells that have one side of the area's border, and which of their own sides it is. */
function bordered(area: Area, side: AreaSide): { readonly area: Area; readonly side: BorderSide } | null {
  switch (side) {
    case 'EdgeTop':
      return { area: { ...area, rowCount: 1 }, side };
    case 'EdgeBottom':
      return { area: { ...area, row: lastRow(area), rowCount: 1 }, side };
    case 'EdgeLeft':
      return { area: { ...area, columnCount: 1 }, side };
    case 'EdgeRight':
      return { area: { ...area, column: lastColumn(area), columnCount: 1 }, side };
    case 'InsideHorizontal':
      if (area.rowCount === 1) return null;
      return { area: { ...area, rowCount: area.rowCount - 1 }, side: 'EdgeBottom' };
    case 'InsideVertical':
      if (area.columnCount === 1) return null;
      return { area: { ...area, columnCount: area.columnCount - 1 }, side: 'EdgeRight' };
    case 'DiagonalDown':
    case 'DiagonalUp':
      return { area, side };
  }
}

/** @param areas each with a border of its own */
export function changeBorder(
  sheet: Sheet,
  areas: readonly Area[],
  side: AreaSide,
  change: (line: BorderLine | undefined) => BorderLine,
): void {
  const places = areas.flatMap((area) => bordered(area, side) ?? []);
  const [first] = places;
  if (!first) return;
  // Which of a cell's own sides it is, is the same for all.
  changeStyles(
    sheet,
    places.map((place) => place.area),
    (style) => ({
      ...style,
      borders: { ...style.borders, [first.side]: change(style.borders[first.side]) },
    }),
  );
}

export function commonBorder<T>(
  sheet: Sheet,
  area: Area,
  side: AreaSide,
  pick: (line: BorderLine | undefined) => T,
): T | null {
  const place = bordered(area, side);
  return place ? commonOf(sheet, place.area, (style) => pick(style.borders[place.side])) : pick(undefined);
}
