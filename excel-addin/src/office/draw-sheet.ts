/** Draws a planned sheet's cells and tables on an empty sheet in Excel. */
import { columnPixels, TEXT_FORMAT, type SheetPlan, type Styles } from 'isu-workbook-file/sheet-plan';
import type { Batch } from './batch.ts';
import { Breath } from './breath.ts';
import { cellChunks, type CellChunk } from './cell-chunks.ts';
import { cellsOf, setNumberFormat, setValues } from './cells-of.ts';
import { Checksum } from './checksum.ts';
import { drawBase, drawLook } from './draw-look.ts';
import { CHUNK_BYTES } from './json-bytes.ts';
import { UNFINISHED, type SheetMark } from './sheet-mark.ts';

/** Excel counts in points, of which 72 are an inch; a screen's pixels are 96. */
export const POINTS_PER_PIXEL = 0.75;

/** Our own table style cannot be made through Office.js; this one adds a line above and below, and nothing in between. */
const TABLE_STYLE = 'TableStyleLight1';

export interface DrawnSheet {
  readonly mark: SheetMark;
  /** With the name that it is to have. */
  readonly tables: readonly { readonly table: Excel.Table; readonly name: string }[];
  /** Of rows that are not of the usual height. */
  readonly heights: readonly CellChunk['heights'][number][];
}

export async function drawSheet(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  styles: Styles,
  dayShift: number,
  batch: Batch,
): Promise<DrawnSheet> {
  const checksum = new Checksum();
  const heights: CellChunk['heights'][number][] = [];
  const extent = { rows: 0, columns: 0, bytes: 0 };
  const breath = new Breath();
  for (const chunk of cellChunks(plan.rows, { styles, dayShift, checksum }, CHUNK_BYTES)) {
    await breath.take();
    if (chunk === null) continue;
    await batch.room(chunk.bytes);
    drawChunk(sheet, chunk, styles);
    heights.push(...chunk.heights);
    extent.rows = chunk.area.row + chunk.area.rowCount;
    extent.columns = Math.max(extent.columns, chunk.area.columnCount);
    extent.bytes += chunk.bytes;
  }
  await batch.room(plan.merges.length * 300 + 4_000);
  plan.columnWidths.forEach((characters, column) => {
    const cells = cellsOf(sheet, { row: 0, column, rowCount: 1, columnCount: 1 });
    cells.format.columnWidth = columnPixels(characters) * POINTS_PER_PIXEL;
  });
  for (const { firstRow, firstColumn, lastRow, lastColumn } of plan.merges) {
    sheet
      .getRangeByIndexes(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1)
      .merge();
  }
  sheet.showGridlines = false;
  if (plan.frozenRows > 0) sheet.freezePanes.freezeRows(plan.frozenRows);
  const { part, name } = plan;
  const mark = { ...UNFINISHED, ...extent, part, name, isFinished: true, checksum: checksum.digest() };
  return { mark, tables: drawTables(sheet, plan), heights };
}

function drawChunk(sheet: Excel.Worksheet, chunk: CellChunk, styles: Styles): void {
  const cells = cellsOf(sheet, chunk.area);
  drawBase(cells);
  for (const { area, style } of chunk.looks) drawLook(cellsOf(sheet, area), styles.style(style));
  for (const area of chunk.formatLast) setNumberFormat(cellsOf(sheet, area), 'General');
  setValues(cells, chunk.values);
  for (const area of chunk.formatLast) setNumberFormat(cellsOf(sheet, area), TEXT_FORMAT);
  for (const { row, rowCount, points } of chunk.heights)
    cellsOf(sheet, { row, column: 0, rowCount, columnCount: 1 }).format.rowHeight = points;
}

/** Names are free for them when the earlier sheets are gone. */
function drawTables(sheet: Excel.Worksheet, plan: SheetPlan): DrawnSheet['tables'] {
  return plan.tables().map(({ name, range, filter }) => {
    const { firstRow, firstColumn, lastRow, lastColumn } = range;
    const cells = sheet.getRangeByIndexes(
      firstRow,
      firstColumn,
      lastRow - firstRow + 1,
      lastColumn - firstColumn + 1,
    );
    const table = sheet.tables.add(cells, true);
    table.style = TABLE_STYLE;
    table.showBandedRows = false;
    table.showFilterButton = filter;
    return { table, name };
  });
}
