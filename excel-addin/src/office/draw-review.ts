/** Draws a sheet of a review on an empty sheet in Excel. */
import type { ReviewSheet, Validation } from 'isu-core/review';
import { TABS } from 'isu-workbook-file/review-look';
import { columnPixels, TEXT_FORMAT } from 'isu-workbook-file/sheet-plan';
import { addressOf, type CellArea } from './address.ts';
import type { Batch } from './batch.ts';
import { Breath } from './breath.ts';
import { cellChunks, type CellChunk, type WrittenRow } from './cell-chunks.ts';
import { cellsOf, setNumberFormat } from './cells-of.ts';
import { Checksum } from './checksum.ts';
import { POINTS_PER_PIXEL } from './draw-sheet.ts';
import { CHUNK_BYTES } from './json-bytes.ts';
import { drawReviewLook, drawUsualLook, lendReviewLook, ReviewLooks } from './review-looks.ts';
import { withSheetNames, type SheetNames } from './sheet-names.ts';

/** About what a rule, a condition or a column weighs on its way. */
const RULE_BYTES = 1_200;
const LINE_BYTES = 500;

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
  const rules = sameRules(review);
  const { conditions, columns } = review;
  await batch.room(rules.length * RULE_BYTES + (conditions.length + columns.length) * LINE_BYTES);
  for (const { ranges, rule } of rules) {
    for (const addresses of addressLists(ranges)) validate(sheet.getRanges(addresses), rule, names);
  }
  // What is added last goes first in Excel.
  for (const { range, formula, look } of conditions.toReversed())
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
  for (const [style, areas] of areasByStyle(chunk)) {
    for (const addresses of addressLists(areas.map(addressOf)))
      drawReviewLook(sheet.getRanges(addresses), styles.style(style));
  }
  setFormats(cells, chunk, styles);
  for (const area of chunk.formatLast) setNumberFormat(cellsOf(sheet, area), 'General');
  (cells as { formulas: unknown }).formulas = chunk.values;
  for (const area of chunk.formatLast) setNumberFormat(cellsOf(sheet, area), TEXT_FORMAT);
}

function areasByStyle({ looks }: CellChunk): ReadonlyMap<number, readonly CellArea[]> {
  const areas = new Map<number, CellArea[]>();
  for (const { area, style } of looks) {
    const alike = areas.get(style);
    if (alike) alike.push(area);
    else areas.set(style, [area]);
  }
  return areas;
}

/** Number formats are set as one grid, in which `null` leaves a cell as it is: several areas have none in common. */
function setFormats(cells: Excel.Range, { area, looks }: CellChunk, styles: ReviewLooks): void {
  const formats = Array.from({ length: area.rowCount }, () =>
    new Array<string | null>(area.columnCount).fill(null),
  );
  let hasFormats = false;
  for (const { area: look, style } of looks) {
    const { format } = styles.style(style);
    if (format === 'General') continue;
    hasFormats = true;
    for (let row = look.row; row < look.row + look.rowCount; row++)
      formats[row - area.row]!.fill(format, look.column, look.column + look.columnCount);
  }
  if (hasFormats) (cells as { numberFormat: unknown }).numberFormat = formats;
}

/** Rules that say the same stand once, with all their ranges. */
function sameRules({ validations }: ReviewSheet) {
  const rules = new Map<string, { readonly rule: Validation; readonly ranges: string[] }>();
  for (const { range, rule } of validations) {
    const key = JSON.stringify(rule);
    const same = rules.get(key);
    if (same) same.ranges.push(range);
    else rules.set(key, { rule, ranges: [range] });
  }
  return [...rules.values()];
}

/** Excel takes addresses of 8,192 characters together. */
const LONGEST_ADDRESSES = 8_000;

function* addressLists(addresses: readonly string[]): Generator<string> {
  let list = '';
  for (const address of addresses) {
    if (list.length + address.length + 1 > LONGEST_ADDRESSES) {
      yield list;
      list = '';
    }
    list += list === '' ? address : `,${address}`;
  }
  if (list !== '') yield list;
}

function validate({ dataValidation }: Excel.RangeAreas, rule: Validation, names: SheetNames): void {
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
    case 'whole-or-word':
      return { custom: { formula: `=${rule.formula}` } };
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
