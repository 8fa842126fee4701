/** A workbook as an .xlsx file, which isu-workbook-file writes. */
import { writeXlsx } from 'isu-workbook-file/workbook';
import type { Workbook } from '../model/workbook.ts';
import { dataOf } from './to-file.ts';

/** Formulas are brought up to date first; an add-in's function that has not answered is saved as #N/A. */
export function saveWorkbook(workbook: Workbook): Uint8Array {
  workbook.settle();
  return writeXlsx(dataOf(workbook));
}
