/**
 * Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods, XML Spreadsheet 2003) by SheetJS, as raw values: dates stay serial numbers,
 * text stays text, a formula is its last result.
 *
 * SheetJS is large, so it is loaded when the first workbook is read; who reads only CSV never waits for it.
 */
import type * as SheetJs from '@e965/xlsx';
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { SheetBuilder, succeed, type Cell, type CodedColumn, type Outcome, type Sheet } from 'isu-core';
import { tooLarge } from '../csv/problems.ts';
import type { Foreign } from './file-kind.ts';
import {
  damagedWorkbook,
  emptySheet,
  emptyWorkbook,
  encryptedWorkbook,
  noSuchSheet,
  notAWorkbook,
} from './problems.ts';
import { isZipWhole, type ZipEntry } from './zip-directory.ts';

type SheetJs = typeof SheetJs;

/** What is used of SheetJS’s reader of OLE containers, which it exports without types. */
interface OleReader {
  read(bytes: Uint8Array, options: { readonly type: 'array' }): object;
  find(container: object, path: string): object | null;
}

export interface SheetRead {
  readonly sheet: Sheet;
  readonly sheetName: string | null;
  readonly sheetNames: readonly string[];
}

/** A workbook in a zip file: its parts are checked first, since SheetJS reads on past broken ones. */
export async function readZipWorkbook(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  sheet: string | undefined,
): Promise<Outcome<SheetRead>> {
  if (entries.some((entry) => entry.encrypted)) return encryptedWorkbook();
  if (!isZipWhole(bytes, entries)) return damagedWorkbook();
  return readSpreadsheet(await import('@e965/xlsx'), bytes, sheet, true);
}

/** A container of the old Office: .xls, an encrypted .xlsx, or another program's document. */
export async function readOleWorkbook(
  bytes: Uint8Array,
  sheet: string | undefined,
): Promise<Outcome<SheetRead>> {
  const sheetJs = await import('@e965/xlsx');
  const contents = oleContents(sheetJs, bytes);
  if (contents === 'damaged') return damagedWorkbook();
  if (contents === 'encrypted') return encryptedWorkbook();
  if (contents !== 'workbook') return notAWorkbook(contents);
  return readSpreadsheet(sheetJs, bytes, sheet);
}

export async function readXmlSpreadsheet(
  bytes: Uint8Array,
  sheet: string | undefined,
): Promise<Outcome<SheetRead>> {
  return readSpreadsheet(await import('@e965/xlsx'), bytes, sheet);
}

const OLE_STREAMS: readonly (readonly [string, 'encrypted' | 'workbook' | Foreign])[] = [
  ['/EncryptedPackage', 'encrypted'],
  ['/Workbook', 'workbook'],
  ['/Book', 'workbook'],
  ['/WordDocument', { sv: 'ett Word-dokument', en: 'a Word document' }],
  ['/PowerPoint Document', { sv: 'en PowerPoint-presentation', en: 'a PowerPoint presentation' }],
  ['/__properties_version1.0', { sv: 'ett e-postmeddelande (Outlook)', en: 'an e-mail message (Outlook)' }],
];

function oleContents(sheetJs: SheetJs, bytes: Uint8Array): 'encrypted' | 'workbook' | 'damaged' | Foreign {
  try {
    const ole = sheetJs.CFB as OleReader;
    const container = ole.read(bytes, { type: 'array' });
    const found = OLE_STREAMS.find(([stream]) => ole.find(container, stream));
    return found?.[1] ?? { sv: 'ett dokument från ett annat program', en: 'a document of another program' };
  } catch {
    return 'damaged';
  }
}

const RAW_VALUES: ParsingOptions = {
  type: 'array',
  dense: true,
  raw: true,
  cellDates: false,
  cellFormula: false,
  cellHTML: false,
  cellNF: false,
  cellText: false,
};

function readSpreadsheet(
  sheetJs: SheetJs,
  bytes: Uint8Array,
  sheet: string | undefined,
  isChecked = false,
): Outcome<SheetRead> {
  try {
    // Most workbooks hold the register on their first sheet: the others are read only when they must be.
    const first = sheetJs.read(bytes, { ...RAW_VALUES, sheets: sheet ?? 0 });
    if (sheet !== undefined) return namedSheet(first, sheet);
    return firstSheetWithCells(first) ?? anySheet(sheetJs.read(bytes, RAW_VALUES));
  } catch (error) {
    if (isPasswordError(error)) return encryptedWorkbook();
    // The parts of a zip are whole: what then fails is the room for them.
    return isChecked && error instanceof RangeError ? { ok: false, problem: tooLarge() } : damagedWorkbook();
  }
}

/** SheetJS says so in words only. */
function isPasswordError(error: unknown): boolean {
  return error instanceof Error && /password|encrypt/i.test(error.message);
}

function namedSheet(workbook: WorkBook, wanted: string): Outcome<SheetRead> {
  const name =
    workbook.SheetNames.find((name) => name === wanted) ??
    workbook.SheetNames.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (name === undefined) return noSuchSheet(wanted, workbook.SheetNames);
  return sheetRead(workbook, name) ?? emptySheet(name);
}

function firstSheetWithCells(workbook: WorkBook): Outcome<SheetRead> | null {
  const name = workbook.SheetNames[0];
  return name === undefined || isHidden(workbook, 0) ? null : sheetRead(workbook, name);
}

function anySheet(workbook: WorkBook): Outcome<SheetRead> {
  const hidden: string[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const read = sheetRead(workbook, name);
    if (read && !isHidden(workbook, index)) return read;
    if (read) hidden.push(name);
  }
  return emptyWorkbook(hidden);
}

function isHidden(workbook: WorkBook, index: number): boolean {
  return (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
}

/** The sheet's cells where Excel shows them, or `null` where it has none. */
function sheetRead(workbook: WorkBook, name: string): Outcome<SheetRead> | null {
  const worksheet = workbook.Sheets[name];
  // SheetJS leaves out, without a word, a sheet that it fails to read.
  if (!worksheet) return damagedWorkbook();
  const sheet = sheetOfCells(worksheet['!data'] ?? [], workbook.Workbook?.WBProps?.date1904 ? 1904 : 1900);
  return sheet && succeed({ sheet, sheetName: name, sheetNames: workbook.SheetNames });
}

type Rows = NonNullable<WorkSheet['!data']>;

/** Only columns with cells are built: one stray cell far to the right would else make thousands of long columns. */
function sheetOfCells(rows: Rows, dateSystem: 1900 | 1904): Sheet | null {
  const filled = filledColumns(rows);
  const rowCount = rows.findLastIndex((row) => row?.some((cell) => value(cell) !== null)) + 1;
  if (rowCount === 0) return null;
  const builder = new SheetBuilder(dateSystem);
  for (let r = 0; r < rowCount; r++) {
    const row = rows[r];
    builder.addRow(row ? filled.map((c) => value(row[c])) : []);
  }
  const built = builder.finish();
  const empty: CodedColumn = { codes: new Int32Array(rowCount), size: 1, value: () => null, textOnly: true };
  const columns = Array.from({ length: filled.at(-1)! + 1 }, () => empty);
  filled.forEach((c, i) => (columns[c] = built.columns[i]!));
  return { rowCount, columns, dateSystem };
}

/** Columns with a filled cell, from left to right; formats often reach further than cells. */
function filledColumns(rows: Rows): readonly number[] {
  const filled = new Set<number>();
  for (const row of rows) {
    if (row) for (let c = 0; c < row.length; c++) if (value(row[c]) !== null) filled.add(c);
  }
  return [...filled].sort((a, b) => a - b);
}

/** Error cells are kept as the text that Excel shows, so that the row is neither lost nor read as a number. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

function value(cell: CellObject | undefined): Cell {
  if (!cell || cell.v === undefined) return cell?.t === 'e' ? '#ERROR!' : null;
  if (cell.t === 'e') return ERRORS[Number(cell.v)] ?? '#ERROR!';
  if (typeof cell.v === 'string') return cell.v.trim() === '' ? null : cell.v;
  return cell.v;
}
