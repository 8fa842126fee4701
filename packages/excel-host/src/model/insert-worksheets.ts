/** Sheets of another workbook, put among these. */
import { Fault } from './fault.ts';
import type { Workbook } from './workbook.ts';

export interface InsertOptions {
  readonly positionType?: string;
  readonly relativeTo?: unknown;
  readonly sheetNamesToInsert?: readonly string[];
}

export function insertWorksheets(workbook: Workbook, base64: string, options: InsertOptions): string[] {
  void workbook;
  void options;
  throw new Fault('UnsupportedOperation', base64.slice(0, 0));
}
