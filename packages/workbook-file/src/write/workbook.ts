/** A result document as a workbook. */
import type { ResultDocument } from 'isu-core';
import { planDocument } from './layout.ts';
import { Styles } from './styles.ts';
import { writeXlsx } from '../xlsx/write/write-xlsx.ts';
import { plannedWorkbook } from './planned-workbook.ts';

/**
 * The bytes of an .xlsx file that draws the document: a sheet a sheet, native tables and charts, every word as text. The
 * same document gives the same bytes, everywhere and always.
 *
 * It works without pause (a second for 100,000 rows): in a page, call it in a worker.
 */
export function writeWorkbook(document: ResultDocument): Promise<Uint8Array> {
  const styles = new Styles();
  return Promise.resolve(writeXlsx(plannedWorkbook(planDocument(document, styles), styles, document)));
}
