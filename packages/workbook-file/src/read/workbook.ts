/**
 * A register from the bytes of a file, whatever its ending says: .xlsx, .xls, a web page with a table, or CSV.
 * What the user can mend comes back as a problem; bytes of any kind never throw.
 */
import { fail, sheetOf, succeed, type Outcome } from 'isu-core';
import { emptyFile, tooManyColumns } from '../csv/problems.ts';
import { readCsv } from '../csv/reader.ts';
import { MAX_COLUMNS } from '../csv/scanner.ts';
import { fileKind } from './file-kind.ts';
import { htmlRows } from './html-table.ts';
import { pageText } from './page-text.ts';
import { damagedWorkbook, emptyPage, noSheetsAtAll, notAWorkbook } from './problems.ts';
import { readOleWorkbook, readXmlSpreadsheet, readZipWorkbook, type SheetRead } from './spreadsheet.ts';

export interface ReadOptions {
  /** The file's name, put before what is wrong with it. */
  readonly name: string;
  /** The sheet to read; without it the first visible sheet that has cells. */
  readonly sheet?: string;
  /** The encoding of a CSV file or a web page, where the right one is not found by itself. */
  readonly encoding?: string;
}

/**
 * The rows of a file as a sheet, where row i is row i + 1 as the file's own program shows it. `sheetName` is `null` and
 * `sheetNames` empty for files without sheets (CSV, web pages).
 *
 * It is a promise because the workbook reader is loaded when it is first needed.
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions): Promise<Outcome<SheetRead>> {
  const read = await readByKind(bytes, options);
  if (read.ok) return read;
  const { code, sv, en } = read.problem;
  return fail(code, `${options.name}: ${sv}`, `${options.name}: ${en}`);
}

async function readByKind(bytes: Uint8Array, { sheet, encoding }: ReadOptions): Promise<Outcome<SheetRead>> {
  const found = fileKind(bytes);
  switch (found.kind) {
    case 'empty':
      return { ok: false, problem: emptyFile() };
    case 'foreign':
      return notAWorkbook(found.what);
    case 'damaged-zip':
      return damagedWorkbook();
    case 'workbook-zip':
      return readZipWorkbook(bytes, found.entries, sheet);
    case 'ole':
      return readOleWorkbook(bytes, sheet);
    case 'spreadsheet-xml':
      return readXmlSpreadsheet(bytes, sheet);
    case 'html':
      return sheet === undefined ? readPage(bytes, encoding) : noSheetsAtAll(sheet);
    case 'text':
      return sheet === undefined ? readText(bytes, encoding) : noSheetsAtAll(sheet);
  }
}

function readPage(bytes: Uint8Array, encoding: string | undefined): Outcome<SheetRead> {
  const page = pageText(bytes, encoding);
  if (!page.ok) return page;
  const { rows, hasTable } = htmlRows(page.value);
  if (!hasTable) return notAWorkbook({ sv: 'en webbsida utan tabell', en: 'a web page without a table' });
  if (!rows.some((row) => row.some((text) => text !== ''))) return emptyPage();
  const wide = rows.findIndex((row) => row.length > MAX_COLUMNS);
  if (wide >= 0) return { ok: false, problem: tooManyColumns(wide + 1, rows[wide]!.length, MAX_COLUMNS) };
  return succeed({ sheet: sheetOf(rows), sheetName: null, sheetNames: [] });
}

function readText(bytes: Uint8Array, encoding: string | undefined): Outcome<SheetRead> {
  const read = readCsv(bytes, { encoding });
  return read.ok ? succeed({ sheet: read.value, sheetName: null, sheetNames: [] }) : read;
}
