/** Emptying cells, and joining them. */
import { areaOf, intersection, isEntireColumn, overlaps, type Area } from './area.ts';
import { Fault } from './fault.ts';
import { changeStyle } from './formatting.ts';
import type { Sheet } from './sheet.ts';
import { DEFAULT_STYLE } from './style.ts';
import { clearContents } from './writing.ts';

export type ClearWhat = 'All' | 'Formats' | 'Contents' | 'Hyperlinks' | 'RemoveHyperlinks' | 'ResetContents';

export function clearCells(sheet: Sheet, area: Area, what: ClearWhat): void {
  if (what === 'All' || what === 'Contents' || what === 'ResetContents') clearContents(sheet, area);
  if (what === 'All' || what === 'Formats') clearFormats(sheet, area);
  if (what !== 'Contents' && what !== 'Formats' && what !== 'ResetContents') {
    sheet.hyperlinks = sheet.hyperlinks.filter((link) => !overlaps(link.area, area));
  }
  if (what === 'All') sheet.validations = withoutArea(sheet.validations, area);
}

function clearFormats(sheet: Sheet, area: Area): void {
  const isLines = isEntireColumn(area) || area.rowCount * area.columnCount > 1_000_000;
  const styled = isLines
    ? area
    : intersection(sheet.usedArea(false, area) ?? areaOf(area.row, area.column), area);
  if (styled) changeStyle(sheet, styled, () => DEFAULT_STYLE);
  sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, area));
  for (const format of sheet.conditionalFormats) {
    format.areas = format.areas.flatMap((each) => subtract(each, area));
    format.isGone = format.areas.length === 0;
  }
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ isGone }) => !isGone);
}

/** What of the things lies outside the area. */
export function withoutArea<T extends { readonly area: Area }>(things: readonly T[], area: Area): T[] {
  return things.flatMap((thing) => subtract(thing.area, area).map((rest) => ({ ...thing, area: rest })));
}

/** What is left of an area when another is cut out: at most four pieces. */
export function subtract(from: Area, cut: Area): Area[] {
  const common = intersection(from, cut);
  if (!common) return [from];
  const bottom = common.row + common.rowCount;
  const right = common.column + common.columnCount;
  const pieces = [
    { ...from, rowCount: common.row - from.row },
    { ...from, row: bottom, rowCount: from.row + from.rowCount - bottom },
    { ...common, column: from.column, columnCount: common.column - from.column },
    { ...common, column: right, columnCount: from.column + from.columnCount - right },
  ];
  return pieces.filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0);
}

/** The first cell's value is kept, the others are emptied, as in Excel. */
export function mergeCells(sheet: Sheet, area: Area, across: boolean): void {
  sheet.demand('allowFormatCells');
  if (sheet.tableAt(area)) throw new Fault('InvalidOperation', 'cells of a table cannot be merged');
  sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, area));
  const parts = across
    ? Array.from({ length: area.rowCount }, (_, i) => ({ ...area, row: area.row + i, rowCount: 1 }))
    : [area];
  for (const part of parts) mergeOne(sheet, part);
}

function mergeOne(sheet: Sheet, area: Area): void {
  if (area.rowCount * area.columnCount === 1) return;
  for (const rest of subtract(area, areaOf(area.row, area.column))) {
    if (!sheet.cells.isEmpty(rest)) clearContents(sheet, rest);
  }
  sheet.merges.push(area);
}

export function unmergeCells(sheet: Sheet, area: Area): void {
  sheet.demand('allowFormatCells');
  sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, area));
}
