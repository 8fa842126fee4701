/**
 * A review as the sheets of a workbook: where to begin, the answers, a sheet for each person where one is wanted, the
 * form that they answer, and what they lean on. Hosts draw them; `read-sheets.ts` reads them back.
 */
import type { Language } from '../problem.ts';
import { answersSheet } from './review-sheets-answers.ts';
import { sheetNames } from './review-sheets-cells.ts';
import { reviewDrawing, type ReviewLayout } from './review-sheets-drawing.ts';
import { codesSheet, formSheet, whoSheet, type WhoIsWho } from './review-sheets-lists.ts';
import { mirrorSheet } from './review-sheets-mirror.ts';
import { personSheet } from './review-sheets-person.ts';
import { registerSheet } from './review-sheets-register.ts';
import { startSheet } from './review-sheets-start.ts';
import type { ReviewSet } from './reviews.ts';
import type { ReviewSheet } from './sheets.ts';

/** How a review is laid out in a workbook. */
export interface ReviewSheetsSettings {
  readonly language: Language;
  readonly layout: ReviewLayout;
  /** `null` where who is who is kept elsewhere. */
  readonly who: readonly WhoIsWho[] | null;
}

/** A review as the sheets of a workbook, which a host only draws. */
export function reviewSheets(set: ReviewSet, { language, layout, who }: ReviewSheetsSettings): ReviewSheet[] {
  const drawing = reviewDrawing(set, language, layout);
  const names =
    layout === 'forms'
      ? sheetNames(
          set.reviews.map(({ person, reader }) => `${person} ${reader}`),
          Object.values(drawing.words.names),
        )
      : [];
  return [
    startSheet(drawing),
    layout === 'rows' ? answersSheet(drawing) : mirrorSheet(drawing, names),
    ...names.map((name, at) => personSheet(drawing, set.reviews[at]!, name)),
    formSheet(set.form, language),
    codesSheet(drawing),
    ...(drawing.facts.length > 0 ? [registerSheet(drawing)] : []),
    ...(who ? [whoSheet(drawing, who)] : []),
  ];
}
