/** Which of the sheets that we made somebody has changed since: their cells have another checksum. */
import { Breath } from './breath.ts';
import { Checksum } from './checksum.ts';
import { CHUNK_BYTES } from './json-bytes.ts';
import { readInChunks } from './read-in-chunks.ts';
import { REVIEW_WORK, type SheetMark } from './sheet-mark.ts';
import type { SurveyedSheet } from './survey.ts';

type ReadCells = readonly (readonly (string | number | boolean)[])[];
type MarkedSheet = SurveyedSheet & { readonly mark: SheetMark };

/** Finished sheets of earlier runs: results, not the sheets that a review is answered in. */
export function madeIn(sheets: readonly SurveyedSheet[]): MarkedSheet[] {
  return sheets.filter(
    (sheet): sheet is MarkedSheet => sheet.mark?.isFinished === true && sheet.mark.part !== REVIEW_WORK,
  );
}

/** @returns the ids of those that are changed */
export async function changedAmong(
  context: Excel.RequestContext,
  sheets: readonly MarkedSheet[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  if (sheets.length === 0) return changed;
  const used = sheets.map(({ id }) => context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true));
  for (const range of used) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const unlike = sheets.filter(({ mark }, i) => !isWithin(used[i]!, mark));
  for (const { id } of unlike) changed.add(id);
  const like = sheets.filter(({ id }) => !changed.has(id));
  // What fits in one answer is asked for at once.
  let together: MarkedSheet[] = [];
  let bytes = 0;
  for (const sheet of like) {
    if (sheet.mark.bytes > CHUNK_BYTES) {
      if ((await checksumInChunks(context, sheet, signal)) !== sheet.mark.checksum) changed.add(sheet.id);
      continue;
    }
    if (bytes + sheet.mark.bytes > CHUNK_BYTES) {
      await compareTogether(context, together, changed);
      together = [];
      bytes = 0;
    }
    together.push(sheet);
    bytes += sheet.mark.bytes;
  }
  await compareTogether(context, together, changed);
  return changed;
}

/** Cells filled outside ours are a change that needs no reading. */
function isWithin(used: Excel.Range, { rows, columns }: SheetMark): boolean {
  if (used.isNullObject) return rows === 0;
  return used.rowIndex + used.rowCount <= rows && used.columnIndex + used.columnCount <= columns;
}

function areaOfMark({ rows, columns }: SheetMark) {
  return { row: 0, column: 0, rowCount: rows, columnCount: columns };
}

async function compareTogether(
  context: Excel.RequestContext,
  sheets: readonly MarkedSheet[],
  changed: Set<string>,
): Promise<void> {
  if (sheets.length === 0) return;
  const cells = sheets.map(({ id, mark }) =>
    context.workbook.worksheets.getItem(id).getRangeByIndexes(0, 0, mark.rows, mark.columns),
  );
  for (const range of cells) range.load('formulas');
  await context.sync();
  for (const [i, { id, mark }] of sheets.entries()) {
    const checksum = new Checksum();
    await addRows(checksum, cells[i]!.formulas as ReadCells, 0);
    if (checksum.digest() !== mark.checksum) changed.add(id);
  }
}

async function checksumInChunks(
  context: Excel.RequestContext,
  { id, mark }: MarkedSheet,
  signal: AbortSignal,
): Promise<string> {
  const checksum = new Checksum();
  const sheet = context.workbook.worksheets.getItem(id);
  for await (const { rows, firstRow } of readInChunks(context, sheet, areaOfMark(mark), 'formulas', signal))
    await addRows(checksum, rows, firstRow);
  return checksum.digest();
}

async function addRows(checksum: Checksum, rows: ReadCells, firstRow: number): Promise<void> {
  const breath = new Breath();
  for (const [r, row] of rows.entries()) {
    row.forEach((value, c) => checksum.cell(firstRow + r, c, value));
    if (r % 100 === 0) await breath.take();
  }
}
