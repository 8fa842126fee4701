/**
 * Writes columns of ours beside an export: in the table, or right of the region. Those that are there already are
 * written over where they stand; no column of the user's is touched.
 */
import { TEXT_FORMAT } from 'isu-workbook-file/sheet-plan';
import { addressOf, type CellArea } from './address.ts';
import type { Batch } from './batch.ts';
import { cellsOf, setNumberFormat, setValues } from './cells-of.ts';
import { exportCells, type ExportCells } from './export-cells.ts';
import { Refused, NOTHING_CHANGED, type Sentence } from './excel-problem.ts';
import { jsonBytes } from './json-bytes.ts';
import { askOwnColumns, ownColumnName, type OwnColumnKey } from './own-columns.ts';
import { asTypedText, needsApostrophe } from './typed-text.ts';
import type { ExportPlace } from './workbook.ts';

export interface ColumnWriting {
  readonly key: OwnColumnKey;
  readonly header: string;
  readonly numberFormat: string;
  /** What stands `i` rows under the header; a formula begins with `=`. */
  readonly cell: (i: number) => string | number;
  readonly isFormula: boolean;
}

/** Rows in one write: a column's cells are small. */
const ROWS_AT_ONCE = 20_000;

/** @param headerRow as the sheet numbers it, from 1 */
export async function writeColumns(
  { sheet, table, area, firstRow, own }: ExportCells,
  headerRow: number,
  columns: readonly ColumnWriting[],
  batch: Batch,
): Promise<string> {
  const rowCount = area.row + area.rowCount - headerRow;
  const firstFree = area.column + area.columnCount;
  const isNew = ({ key }: ColumnWriting) => own.every((column) => column.key !== key);
  const taken = new Set(
    firstRow.filter((_, c) => own.every((column) => column.area.column !== area.column + c)).map(lowerCase),
  );
  const written: CellArea[] = [];
  for (const writing of columns) {
    await batch.room(4_000);
    const earlier = own.find(({ key }) => key === writing.key);
    const column = earlier?.area.column ?? firstFree + columns.filter(isNew).indexOf(writing);
    const cells = { row: headerRow - 1, column, rowCount: rowCount + 1, columnCount: 1 };
    if (earlier) cellsOf(sheet, earlier.area).clear(Excel.ClearApplyTo.contents);
    else if (table) table.columns.add();
    nameColumn(sheet, writing.key, cells, earlier !== undefined);
    writeHeader(sheet, cells, unlike(writing.header, taken), earlier !== undefined || table !== null);
    await writeBody(sheet, { ...cells, row: headerRow, rowCount }, writing, batch);
    cellsOf(sheet, cells).format.autofitColumns();
    written.push(cells);
  }
  await batch.send();
  return written.map(addressOf).join(', ');
}

/** From the first moment, so that a column that is never finished is known as ours. */
function nameColumn(sheet: Excel.Worksheet, key: OwnColumnKey, area: CellArea, isNamed: boolean): void {
  if (isNamed) sheet.names.getItem(ownColumnName(key)).delete();
  const name = sheet.names.add(ownColumnName(key), cellsOf(sheet, area));
  name.visible = false;
}

/** In a region the header looks as the one beside it. */
function writeHeader(
  sheet: Excel.Worksheet,
  { row, column }: CellArea,
  header: string,
  isDressed: boolean,
): void {
  const cell = sheet.getCell(row, column);
  if (!isDressed && column > 0) cell.copyFrom(sheet.getCell(row, column - 1), Excel.RangeCopyType.formats);
  setValues(cell, [[asTypedText(header)]]);
}

async function writeBody(
  sheet: Excel.Worksheet,
  area: CellArea,
  { cell, numberFormat, isFormula }: ColumnWriting,
  batch: Batch,
): Promise<void> {
  for (let from = 0; from < area.rowCount; from += ROWS_AT_ONCE) {
    const rowCount = Math.min(ROWS_AT_ONCE, area.rowCount - from);
    const isText = numberFormat === TEXT_FORMAT;
    const values = Array.from({ length: rowCount }, (_, i) => {
      const value = cell(from + i);
      return [isFormula || typeof value === 'number' ? value : asText(value, isText)];
    });
    await batch.room(jsonBytes(values));
    const cells = cellsOf(sheet, { ...area, row: area.row + from, rowCount });
    setNumberFormat(cells, numberFormat);
    setValues(cells, values);
  }
}

/** Core's own words: none of them begins as a formula does, but should one, it is no formula. */
function asText(text: string, isTextCell: boolean): string {
  if (text === '') return '';
  return isTextCell && !needsApostrophe(text) ? text : asTypedText(text);
}

function unlike(header: string, taken: Set<string>): string {
  let name = header;
  for (let n = 2; taken.has(lowerCase(name)); n++) name = `${header} (${String(n)})`;
  taken.add(lowerCase(name));
  return name;
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

/**
 * Before anything is written: the rows must be those that were read, since a value beside the wrong person is worse than
 * none; and Excel must let us write on all of the way, not only at its beginning.
 */
export function demandWritable({ area, isProtected }: ExportCells, place: ExportPlace): void {
  if (isProtected)
    throw new Refused('protected', {
      sv: `Bladet «${place.sheet}» är skyddat. Ta bort skyddet (Granska – Ta bort bladets skydd) och försök igen.`,
      en: `The sheet "${place.sheet}" is protected. Remove the protection (Review – Unprotect Sheet) and try again.`,
    });
  if (area.row === place.firstRow && area.rowCount === place.rows) return;
  throw new Refused('export-changed', {
    sv: `Rader har lagts till eller tagits bort på bladet «${place.sheet}» sedan det lästes. Kör igen och lägg sedan till kolumnerna.`,
    en: `Rows have been added to or removed from the sheet "${place.sheet}" since it was read. Run again, and add the columns then.`,
  });
}

/** After a fault: new columns go, earlier ones are emptied, since half a column could be taken for a whole. */
export async function mendColumns(
  place: ExportPlace,
  before: ExportCells | null,
  keys: readonly OwnColumnKey[],
): Promise<Sentence> {
  if (before === null) return NOTHING_CHANGED;
  const wasThere = keys.filter((key) => before.own.some((column) => column.key === key));
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = context.workbook.worksheets.getItem(place.sheet);
      const own = askOwnColumns(sheet);
      const now = await exportCells(context, place);
      const columns = own.answer().filter(({ key }) => (keys as readonly string[]).includes(key));
      // From the right, so that those left of it stay where they are.
      for (const { key, area } of columns.sort((a, b) => b.area.column - a.area.column)) {
        if ((wasThere as readonly string[]).includes(key)) {
          emptyBody(sheet, area);
          continue;
        }
        removeColumn(now, area);
        sheet.names.getItem(ownColumnName(key as OwnColumnKey)).delete();
      }
      await context.sync();
    });
  } catch {
    return HALF_WRITTEN;
  }
  return wasThere.length === 0 ? NOTHING_CHANGED : EMPTIED;
}

function emptyBody(sheet: Excel.Worksheet, area: CellArea): void {
  if (area.rowCount < 2) return;
  const body = { ...area, row: area.row + 1, rowCount: area.rowCount - 1 };
  cellsOf(sheet, body).clear(Excel.ClearApplyTo.contents);
}

/** A column of the table goes whole; in a region its cells are emptied. */
export function removeColumn({ sheet, table, area }: ExportCells, own: CellArea): void {
  const index = own.column - area.column;
  if (table && index >= 0 && index < area.columnCount) table.columns.getItemAt(index).delete();
  else cellsOf(sheet, own).clear();
}

const EMPTIED: Sentence = {
  sv: 'Dina egna kolumner är orörda. Kolumner som lathunden lade till tidigare är tömda; lägg till dem igen.',
  en: 'Your own columns are untouched. Columns that the lathund added earlier are emptied; add them again.',
};

const HALF_WRITTEN: Sentence = {
  sv: 'Dina egna kolumner är orörda, men kolumner från lathunden kan stå halvskrivna till höger. Lägg till dem igen eller ta bort dem.',
  en: 'Your own columns are untouched, but columns from the lathund may stand half written to the right. Add them again or delete them.',
};
