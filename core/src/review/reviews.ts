/** What readers have answered. */
import type { Form } from './form.ts';

/** A code (choice), true or false (mark), a number (count, years, money, year) or words (text); or `MISSING`. */
export type FieldValue = string | number | boolean;

/** «Ingen uppgift» in place of the number of an item of kind count, years or money; choices have codes for it. */
export const MISSING = 'missing';

/** By field key; a field that is not there is not answered. */
export type Answers = Readonly<Record<string, FieldValue>>;

/** One person's file as one reader has coded it. */
export interface Review {
  /** Pseudonym; never a personal identity number. */
  readonly person: string;
  /** Whoever read the file; empty where there is one reader. */
  readonly reader: string;
  readonly answers: Answers;
}

/** The form and everything answered by it, as it is kept in a workbook or a JSON file. */
export interface ReviewSet {
  readonly form: Form;
  /** A person and reader once; persons in the order they stand. */
  readonly reviews: readonly Review[];
  /** What the register told of each person, as it was filled in; none where nothing was. */
  readonly register: ReadonlyMap<string, Answers>;
}

/**
 * How an item stands for one review.
 * - `answered`: tells something. An item of kind several is answered when any of its marks is, and marks left empty
 *   are then no.
 * - `missing`: «Ingen uppgift», the file does not tell.
 * - `empty`: not answered yet.
 * - `not-asked`: depends on an item that has another answer, or none yet.
 */
export type ItemState = 'answered' | 'missing' | 'empty' | 'not-asked';
