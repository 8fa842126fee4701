/** Arranges an analysis as a document: overview, persons, tables, row account and protocol, with all words in place. */
import type { Analysis } from '../analyse.ts';
import type { Language } from '../problem.ts';
import { PRODUCT } from '../product.ts';
import { shownOf } from '../protection/shown.ts';
import type { ResultDocument } from './document.ts';
import { overviewSheet } from './overview-sheet.ts';
import { personsSheet } from './persons-sheet.ts';
import { protocolSheet } from './protocol-sheet.ts';
import type { Result } from './result.ts';
import { rowsSheet } from './rows-sheet.ts';
import { tablesSheet } from './tables-sheet.ts';
import { wordsIn } from './words.ts';

const SHEETS = {
  overview: overviewSheet,
  persons: personsSheet,
  tables: tablesSheet,
  rows: rowsSheet,
  protocol: protocolSheet,
};

/** The sheets of a result. */
export type SheetId = keyof typeof SHEETS;

/**
 * The result of an analysis as a document, protected as its settings ask.
 *
 * @param only the sheets that are wanted, for a host that shows no others: a register may have 200,000 persons
 */
export function resultDocument(
  analysis: Analysis,
  language: Language,
  only: readonly SheetId[] = Object.keys(SHEETS) as SheetId[],
): ResultDocument {
  const words = wordsIn(language);
  const shown = shownOf(analysis);
  const result: Result = { analysis, shown, words, language };
  return {
    title: words.title,
    language,
    marking: shown.persons ? words.marking : null,
    product: `${PRODUCT.name} ${PRODUCT.version}`,
    sheets: only.filter((id) => shown.persons || id !== 'persons').map((id) => SHEETS[id](result)),
  };
}
