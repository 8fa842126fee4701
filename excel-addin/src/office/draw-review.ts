/** Draws a sheet of a review on an empty sheet in Excel. */
import type { ReviewSheet, Validation } from 'isu-core/review';
import { TABS } from 'isu-workbook-file/review-look';
import { columnPixels, TEXT_FORMAT } from 'isu-workbook-file/sheet-plan';
import type { Batch } from './batch.ts';
import { Breath } from './breath.ts';
import { cellChunks, type CellChunk, type WrittenRow } from './cell-chunks.ts';
import { cellsOf, setNumberFormat } from './cells-of.ts';
import { Checksum } from './checksum.ts';
import { POINTS_PER_PIXEL } from './draw-sheet.ts';
import { CHUNK_BYTES } from './json-bytes.ts';
import { drawReviewLook, drawUsualLook, lendReviewLook, ReviewLooks } from './review-looks.ts';
import { withSheetNames, type SheetNames } from './sheet-names.ts';

/** About what a rule of any kind weighs on its way, message and all. */
const RULE_BYTES = 1_600;

/** @param names by which the review's formulas are to call each other's sheets */
export async function drawReviewSheet(
  sheet: Excel.Worksheet,
  review: ReviewSheet,
  names: SheetNames,
  batch: Batch,
): Promise<void> {
  const styles = new ReviewLooks(review);
  const rows = writtenRows(review, names, styles);
  const breath = new Breath();
  // Nobody asks later whether the cells are as we wrote them: they are there to be changed.
  const collected = { styles, dayShift: 0, checksum: new Checksum() };
  for (const chunk of cellChunks(rows, collected, CHUNK_BYTES)) {
    await breath.take();
    if (chunk === null) continue;
    await batch.room(chunk.bytes);
    drawChunk(sheet, chunk, styles);
  }
  await batch.room(
    (review.validations.length + review.conditions.length + review.columns.length) * RULE_BYTES,
  );
  for (const { range, rule } of review.validations) validate(sheet.getRange(range), rule, names);
  // What is added last goes first in Excel.
  for (const { range, formula, look } of review.conditions.toReversed())
    lendReviewLook(sheet.getRange(range), formula, look);
  for (const range of review.merges) sheet.getRange(range).merge();
  drawLines(sheet, review);
  drawPanes(sheet, review);
  sheet.showGridlines = false;
}

/** What is done last: a locked sheet takes no more. */
export function closeReviewSheet(sheet: Excel.Worksheet, { tab, isHidden, isProtected }: ReviewSheet): void {
  sheet.tabColor = TABS[tab] === null ? '' : `#${TABS[tab]}`;
  if (isHidden) sheet.visibility = Excel.SheetVisibility.hidden;
  if (isProtected) sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
}

function* writtenRows({ rows }: ReviewSheet, names: SheetNames, styles: ReviewLooks): Generator<WrittenRow> {
  for (const [row, cells] of rows.entries()) {
    const written = cells.flatMap((cell, column) => {
      if (cell.value === null && cell.formula === undefined && cell.look === 'plain') return [];
      const { value, formula } = cell;
      const named = formula === undefined ? {} : { formula: withSheetNames(formula, names) };
      return [{ column, value, style: styles.number(cell), ...named }];
    });
    if (written.length > 0) yield { row, cells: written };
  }
}

function drawChunk(sheet: Excel.Worksheet, chunk: CellChunk, styles: ReviewLooks): void {
  const cells = cellsOf(sheet, chunk.area);
  drawUsualLook(cells);
  for (const { area, style } of chunk.looks) drawReviewLook(cellsOf(sheet, area), styles.style(style));
  for (const area of chunk.formatLast) setNumberFormat(cellsOf(sheet, area), 'General');
  (cells as { formulas: unknown }).formulas = chunk.values;
  for (const area of chunk.formatLast) setNumberFormat(cellsOf(sheet, area), TEXT_FORMAT);
}

function validate({ dataValidation }: Excel.Range, rule: Validation, names: SheetNames): void {
  dataValidation.rule = ruleOf(rule, names);
  const { title, message, prompt = '' } = rule;
  dataValidation.errorAlert = { showAlert: true, style: Excel.DataValidationAlertStyle.stop, title, message };
  if (prompt !== '') dataValidation.prompt = { showPrompt: true, title, message: prompt };
}

function ruleOf(rule: Validation, names: SheetNames): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list': {
      const { source } = rule;
      const text = typeof source === 'string' ? `=${withSheetNames(source, names)}` : source.join(',');
      return { list: { inCellDropDown: true, source: text } };
    }
    case 'whole':
      return {
        wholeNumber: {
          formula1: rule.least,
          formula2: rule.most,
          operator: Excel.DataValidationOperator.between,
        },
      };
    case 'text':
      return {
        textLength: { formula1: rule.most, operator: Excel.DataValidationOperator.lessThanOrEqualTo },
      };
  }
}

/** Rows are fitted before any is hidden: Excel brings a hidden row back when it fits it. */
function drawLines(sheet: Excel.Worksheet, { columns, rows, heights, hiddenRows }: ReviewSheet): void {
  let first = 0;
  for (let column = 1; column <= columns.length; column++) {
    const { width, hidden } = columns[first]!;
    if (columns[column]?.width === width && columns[column]?.hidden === hidden) continue;
    const cells = cellsOf(sheet, { row: 0, column: first, rowCount: 1, columnCount: column - first });
    cells.format.columnWidth = columnPixels(width) * POINTS_PER_PIXEL;
    if (hidden) cells.getEntireColumn().columnHidden = true;
    first = column;
  }
  const isWrapped = rows.map((cells) => cells.some(({ wrap }) => wrap));
  isWrapped.forEach((wraps, row) => {
    if (wraps && heights[row] === undefined && !hiddenRows.includes(row))
      rowAt(sheet, row).format.autofitRows();
  });
  for (const [row, points] of Object.entries(heights)) rowAt(sheet, Number(row)).format.rowHeight = points;
  for (const row of hiddenRows) rowAt(sheet, row).rowHidden = true;
}

function rowAt(sheet: Excel.Worksheet, row: number): Excel.Range {
  return cellsOf(sheet, { row, column: 0, rowCount: 1, columnCount: 1 }).getEntireRow();
}

function drawPanes(sheet: Excel.Worksheet, { frozen: { rows, columns } }: ReviewSheet): void {
  const { freezePanes } = sheet;
  if (rows > 0 && columns > 0)
    freezePanes.freezeAt(cellsOf(sheet, { row: 0, column: 0, rowCount: rows, columnCount: columns }));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
}
