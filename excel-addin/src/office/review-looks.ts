/** The looks of a review's cells, as its .xlsx file has them, on cells in Excel. */
import type { ConditionLook, ReviewSheet } from 'isu-core/review';
import { CONDITION_LOOKS, lookKey, reviewLook } from 'isu-workbook-file/review-look';

type ReviewCell = ReviewSheet['rows'][number][number];
type ReviewLook = ReturnType<typeof reviewLook>;

/** The looks that the cells of a sheet have, each with a number. */
export class ReviewLooks {
  private readonly numbers = new Map<string, number>();
  private readonly kept: ReviewLook[] = [];
  private readonly isOpenSheet: boolean;

  constructor({ isProtected }: ReviewSheet) {
    this.isOpenSheet = !isProtected;
  }

  number(cell: ReviewCell): number {
    const key = `${lookKey(cell)} ${typeof cell.value} ${String(cell.formula !== undefined)}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.kept.length);
    this.kept.push(lookOf(cell, this.isOpenSheet));
    return this.kept.length - 1;
  }

  style(number: number): ReviewLook {
    return this.kept[number]!;
  }
}

/** In a cell with the text format Excel shows a formula, and not what it gives. */
function lookOf(cell: ReviewCell, isOpenSheet: boolean): ReviewLook {
  const look = reviewLook(cell, isOpenSheet);
  return cell.formula !== undefined && cell.format === 'text' ? { ...look, format: 'General' } : look;
}

/** What most cells share; the rest is set where a look differs from it. */
export const USUAL_LOOK = reviewLook({ value: '', look: 'plain' }, false);

export function drawUsualLook({ format }: Excel.Range): void {
  format.font.name = USUAL_LOOK.font.name;
  format.font.size = USUAL_LOOK.font.size;
  format.verticalAlignment = Excel.VerticalAlignment.top;
}

/** All but the number format, which several areas at once do not have. */
export function drawReviewLook({ format }: Excel.RangeAreas, look: ReviewLook): void {
  const { font, fill, border, alignment } = look;
  if (font.size !== USUAL_LOOK.font.size) format.font.size = font.size;
  if (font.bold) format.font.bold = true;
  if (font.italic) format.font.italic = true;
  if (font.colour !== null) format.font.color = `#${font.colour}`;
  if (fill !== null) format.fill.color = `#${fill}`;
  if (border.left) drawBox(format, border.left.colour);
  if (alignment.horizontal === 'left') format.horizontalAlignment = Excel.HorizontalAlignment.left;
  if (alignment.vertical === 'center') format.verticalAlignment = Excel.VerticalAlignment.center;
  if (alignment.indent > 0) format.indentLevel = alignment.indent;
  if (alignment.wrap) format.wrapText = true;
  if (!look.locked) format.protection.locked = false;
}

/** Thin lines round each cell. */
function drawBox({ borders }: Excel.RangeFormat, colour: string): void {
  for (const side of [
    Excel.BorderIndex.edgeTop,
    Excel.BorderIndex.edgeBottom,
    Excel.BorderIndex.edgeLeft,
    Excel.BorderIndex.edgeRight,
    Excel.BorderIndex.insideHorizontal,
    Excel.BorderIndex.insideVertical,
  ]) {
    const line = borders.getItem(side);
    line.style = Excel.BorderLineStyle.continuous;
    line.weight = Excel.BorderWeight.thin;
    line.color = `#${colour}`;
  }
}

export function lendReviewLook(cells: Excel.Range, formula: string, look: ConditionLook): void {
  const { custom } = cells.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  const { colour, fill, bold } = CONDITION_LOOKS[look];
  custom.rule.formula = `=${formula}`;
  if (colour !== undefined) custom.format.font.color = `#${colour}`;
  if (bold) custom.format.font.bold = true;
  if (fill !== undefined) custom.format.fill.color = `#${fill}`;
}
