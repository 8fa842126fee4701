/** The sample reviews as a set under pseudonyms, as a workbook or a JSON file holds them. */
import { pseudonyms } from 'isu-core';
import type { Review, ReviewSet } from 'isu-core/review';
import { sampleReviews } from './sample-reviews.ts';

/** Of nobody: a key to made-up persons is no secret. */
const OPEN_KEY = Uint8Array.from({ length: 32 }, (_, at) => at);

/** The set, and which person each code stands for. Options as of `sampleReviews`. */
export async function sampleReviewSet(options: { readonly seed?: number } = {}): Promise<{
  readonly set: ReviewSet;
  readonly who: readonly { readonly code: string; readonly person: string }[];
}> {
  const { form, files } = sampleReviews(options);
  const codes = await pseudonyms(
    files.map(({ person }) => person.replace('-', '')),
    OPEN_KEY,
  );
  const reviews = files.flatMap(({ readings }, at) =>
    readings.map((reading): Review => ({ person: codes[at]!, ...reading })),
  );
  const register = new Map(files.map((file, at) => [codes[at]!, file.register]));
  return {
    set: { form, reviews, register },
    who: files.map(({ person }, at) => ({ code: codes[at]!, person })),
  };
}
