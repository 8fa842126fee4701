/** insertWorksheetsFromBase64: an .xlsx in base64, read at once. */
import { Fault } from '../model/fault.ts';
import { insertWorksheets } from '../model/insert-worksheets.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { openedXlsx } from './open.ts';

export interface InsertOptions {
  readonly positionType?: string;
  readonly relativeTo?: Sheet | string;
  readonly sheetNamesToInsert?: readonly string[];
}

export function insertFromBase64(workbook: Workbook, base64: string, options: InsertOptions): string[] {
  const source = read(base64, workbook.locale.name);
  return insertWorksheets(workbook, source, options.sheetNamesToInsert, positionOf(workbook, options));
}

function read(base64: string, locale: string): Workbook {
  const opened = openedXlsx(bytesOf(base64), { name: 'inserted.xlsx', locale });
  if (!opened) throw notAFile();
  return opened;
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    throw notAFile();
  }
}

function notAFile(): Fault {
  return new Fault('InvalidArgument', 'the text is no .xlsx file in base64');
}

function positionOf(workbook: Workbook, { positionType = 'End', relativeTo }: InsertOptions): number {
  const { sheets } = workbook;
  const found = typeof relativeTo === 'string' ? workbook.findSheet(relativeTo) : relativeTo;
  switch (positionType) {
    case 'Beginning':
      return 0;
    case 'Before':
      return found ? sheets.indexOf(found) : 0;
    case 'After':
      return found ? sheets.indexOf(found) + 1 : sheets.length;
    default:
      return sheets.length;
  }
}
