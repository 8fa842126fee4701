/** The cells of every sheet of an .xlsx file, hidden ones too, as plain values. */
import { fail, succeed, type Outcome } from 'isu-core';
import type { ReadSheet } from 'isu-core/review';
import { fileKind } from '../read/file-kind.ts';
import { damagedWorkbook, encryptedWorkbook, notAWorkbook } from '../read/problems.ts';
import { isZipWhole } from '../read/zip-directory.ts';
import { readXlsx } from '../xlsx/read/read-xlsx.ts';
import type { CellData, SheetData } from '../xlsx/workbook-data.ts';

/** Sheets by a file's bytes, of any kind: what the user can mend is a problem. */
export function readSheets(bytes: Uint8Array): Outcome<ReadSheet[]> {
  const found = fileKind(bytes);
  if (found.kind === 'foreign') return notAWorkbook(found.what);
  if (found.kind === 'damaged-zip') return damagedWorkbook();
  if (found.kind !== 'workbook-zip') return notXlsx();
  if (found.entries.some(({ encrypted }) => encrypted)) return encryptedWorkbook();
  if (!isZipWhole(bytes, found.entries)) return damagedWorkbook();
  try {
    const workbook = readXlsx(bytes);
    return workbook ? succeed(workbook.sheets.map(readSheet)) : notXlsx();
  } catch {
    return damagedWorkbook();
  }
}

function notXlsx() {
  return fail(
    'not-xlsx',
    'Filen är ingen arbetsbok i Excels format .xlsx. Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).',
    'The file is not a workbook in Excel’s format .xlsx. Open it in Excel and save it as an Excel workbook (.xlsx).',
  );
}

function readSheet({ name, rows }: SheetData): ReadSheet {
  const cells: ReadSheet['rows'][number][] = [];
  for (const row of rows) {
    // Rows that are not in the file are empty.
    while (cells.length < row.row) cells.push([]);
    cells[row.row] = rowValues(row.cells);
  }
  return { name, rows: cells };
}

function rowValues(cells: readonly CellData[]): (string | number | boolean | null)[] {
  const values: (string | number | boolean | null)[] = [];
  for (const { column, value } of cells) {
    while (values.length < column) values.push(null);
    values[column] = typeof value === 'object' && value !== null ? value.error : value;
  }
  return values;
}
