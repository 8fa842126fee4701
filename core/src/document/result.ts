/** What every sheet of the document is made from, and the small things that they share. */
import type { Analysis } from '../analyse.ts';
import type { Language } from '../problem.ts';
import type { TableId } from '../tables/table.ts';
import type { Words } from './words.ts';
import { isSuppressed, type Shown, type ShownTable } from '../protection/shown.ts';
import type { DocumentCell } from './document.ts';
import { formatNumber } from './format.ts';

/** What every sheet is made from: the analysis, what of it may be shown, and in which words. */
export interface Result {
  readonly analysis: Analysis;
  readonly shown: Shown;
  readonly words: Words;
  readonly language: Language;
}

export const HIDDEN: DocumentCell = { value: null, suppressed: true };

export function integer(n: number, language: Language): string {
  return formatNumber(n, 'integer', language);
}

export function figureOf(row: ShownTable['rows'][number], column: string): DocumentCell {
  const cell = row.cells[column]!;
  return isSuppressed(cell) ? { value: null, suppressed: true } : { value: cell.value };
}

export function tableOf(shown: Shown, id: TableId): ShownTable {
  return shown.tables.find((table) => table.id === id)!;
}

/** A workbook's sheet holds 1,048,576 rows; what is over stands in the JSON result, and the document says so. */
export const MOST_ROWS = 1_000_000;
