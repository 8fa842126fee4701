/** A review set before anyone has read a file: a form a person and reader, filled with what the register tells. */
import type { Form } from './form.ts';
import { registerFactsOf, type KnownRegister } from './register-facts.ts';
import type { ReviewSet } from './reviews.ts';

/** Whom a new review is of, and who reads. */
export interface NewReviews {
  readonly form: Form;
  readonly analysis: KnownRegister;
  /** Indexes in the lathund. */
  readonly persons: readonly number[];
  /** Their pseudonyms, in the same order; a RangeError where they are not as many, or not all different. */
  readonly codes: readonly string[];
  /** None is one reader without a name. */
  readonly readers: readonly string[];
}

/** A review of a form for each person and reader, filled with what the register tells. */
export function newReviewSet({ form, analysis, persons, codes, readers }: NewReviews): ReviewSet {
  if (codes.length !== persons.length) throw new RangeError('a code for each person, no more and no fewer');
  if (new Set(codes).size < codes.length) throw new RangeError('two persons with one code');
  if (new Set(readers).size < readers.length) throw new RangeError('two readers with one name');
  const facts = registerFactsOf(form, analysis, persons);
  const register = new Map(codes.map((code, at) => [code, facts[at]!]));
  const named = readers.length > 0 ? readers : [''];
  const reviews = codes.flatMap((person) =>
    named.map((reader) => ({ person, reader, answers: { ...register.get(person)! } })),
  );
  return { form, reviews, register };
}
