/** How far a reader has come with a person's file. */
import type { Form } from './form.ts';
import { itemState } from './item-state.ts';
import type { Answers } from './reviews.ts';

/** How many items are answered, of how many asked. */
export interface Progress {
  /** Items that tell something, or say that the file does not. */
  readonly answered: number;
  /** Items that are to be answered, as the answers now stand: those that depend on another come and go. */
  readonly asked: number;
}

/** How far a review has come. */
export function progressOf(form: Form, answers: Answers): Progress {
  const states = form.items
    .filter((item) => !item.optional)
    .map((item) => itemState(form, item, answers))
    .filter((state) => state !== 'not-asked');
  return { answered: states.filter((state) => state !== 'empty').length, asked: states.length };
}
