/** Arranges a review's analysis as a document that every host draws: overview, tables, questions, protocol. */
import type { ResultDocument } from '../document/document.ts';
import type { Language } from '../problem.ts';
import { PRODUCT } from '../product.ts';
import { overviewSheet } from './document/review-overview.ts';
import { protocolSheet } from './document/review-protocol.ts';
import { agreementSheet, differencesSheet } from './document/review-readers-sheets.ts';
import type { ReviewResult, ReviewSource } from './document/review-result.ts';
import { crossSheet, itemsSheet, tablesSheet } from './document/review-tables-sheets.ts';
import type { ReviewAnalysis } from './review-analysis.ts';
import { shownReview } from './review-protection.ts';
import { reviewWordsIn } from './tables/words.ts';

/**
 * The result of a review as a document, protected as its settings ask.
 *
 * @param source where the answers came from, for the protocol
 */
export function reviewDocument(
  analysis: ReviewAnalysis,
  language: Language,
  source: ReviewSource,
): ResultDocument {
  const words = reviewWordsIn(language);
  const shown = shownReview(analysis);
  const result: ReviewResult = { analysis, shown, words, language, source };
  return {
    title: words.title,
    language,
    marking: shown.persons ? words.marking : null,
    product: `${PRODUCT.name} ${PRODUCT.version}`,
    sheets: [
      overviewSheet(result),
      tablesSheet(result),
      itemsSheet(result),
      ...crossSheet(result),
      ...agreementSheet(result),
      ...differencesSheet(result),
      protocolSheet(result),
    ],
  };
}
