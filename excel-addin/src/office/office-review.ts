/** A review in the open workbook, for who makes one or counts its tables: what stands, and its drawing. */
import type { Outcome } from 'isu-core';
import { readReviewSheets, type ReadSheet, type ReviewSet } from 'isu-core/review';
import { outcomeOf } from './excel-problem.ts';
import { readReviewCells, reviewSheetsIn } from './review-cells.ts';

export { writeReview, type WrittenReview } from './write-review.ts';

export interface StandingReview {
  readonly names: readonly string[];
  readonly sheets: readonly ReadSheet[];
  readonly hasForm: boolean;
  /**
   * How many answers readers have given, beside what was filled in; `null` where there are sheets for answers that
   * cannot be read.
   */
  readonly answers: number | null;
}

/** `null` where the workbook has no sheet of a review. */
export function standingReview(): Promise<Outcome<StandingReview | null>> {
  return outcomeOf(() =>
    Excel.run(async (context) => {
      const standing = await reviewSheetsIn(context);
      if (standing.length === 0) return null;
      const sheets = await readReviewCells(context, standing);
      const isAnswered = standing.some(({ kind }) => kind === 'answers' || kind === 'person');
      const read = isAnswered ? readReviewSheets(sheets) : null;
      return {
        names: standing.map(({ name }) => name),
        sheets,
        hasForm: standing.some(({ kind }) => kind === 'form'),
        answers: read === null ? 0 : read.ok ? answersIn(read.value.set) : null,
      };
    }),
  );
}

/** What readers have answered, changed or emptied. */
function answersIn({ reviews, register }: ReviewSet): number {
  return reviews.reduce((sum, { person, answers }) => {
    const filled = register.get(person) ?? {};
    const keys = new Set([...Object.keys(answers), ...Object.keys(filled)]);
    return sum + [...keys].filter((key) => answers[key] !== filled[key]).length;
  }, 0);
}
