/**
 * A workbook from a file. An .xlsx comes whole, as far as isu-workbook-file keeps it; other files (.xls, .csv, a web
 * page) come as values.
 */
import { succeed, type Outcome } from 'isu-core';
import { readWorkbook } from 'isu-workbook-file';
import { readXlsx } from 'isu-workbook-file/workbook';
import { Workbook } from '../model/workbook.ts';
import { workbookOf } from './from-file.ts';

export interface OpenOptions {
  readonly name: string;
  /** How the workbook writes numbers and dates; default `sv-SE`. */
  readonly locale?: string;
}

/** What a person can mend is a problem, in Swedish and English, as isu-workbook-file says it. */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions): Promise<Outcome<Workbook>> {
  const opened = openedXlsx(bytes, options);
  if (opened) return succeed(opened);
  const checked = await readWorkbook(bytes, { name: options.name });
  if (!checked.ok) return checked;
  const workbook = new Workbook(options.locale);
  workbook.name = options.name;
  const sheet = workbook.addSheet(checked.value.sheetName ?? undefined);
  checked.value.sheet.columns.forEach((column, c) => {
    for (let row = 0; row < column.codes.length; row++) {
      sheet.cells.setValue(row, c, column.value(column.codes[row]!));
    }
  });
  workbook.isDirty = false;
  return succeed(workbook);
}

/** `null` where the file is another or is broken: the reader of values then says how. */
export function openedXlsx(bytes: Uint8Array, { name, locale }: OpenOptions): Workbook | null {
  try {
    const read = readXlsx(bytes);
    return read && read.sheets.length > 0 ? workbookOf(read, name, locale) : null;
  } catch {
    return null;
  }
}
