/** The persons of a review, and how far each has come. */
import { progressOf, type ReviewSet } from 'isu-core/review';

export interface PersonProgress {
  readonly person: string;
  readonly answered: number;
  readonly asked: number;
  readonly isDone: boolean;
}

/** As one reader has coded them, in the order of the sheet. */
export function personsOf({ form, reviews }: ReviewSet, reader: string): readonly PersonProgress[] {
  return reviews
    .filter((review) => review.reader === reader)
    .map(({ person, answers }) => {
      const { answered, asked } = progressOf(form, answers);
      return { person, answered, asked, isDone: answered === asked };
    });
}

/** The next person after this who is not done, or else the first; `null` when all are. */
export function nextToRead(set: ReviewSet, reader: string, person: string): string | null {
  const persons = personsOf(set, reader);
  const at = persons.findIndex((each) => each.person === person);
  const left = [...persons.slice(at + 1), ...persons.slice(0, Math.max(0, at))].filter(
    ({ isDone }) => !isDone,
  );
  return left[0]?.person ?? null;
}
