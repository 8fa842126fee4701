/** Where readers have answered otherwise than the register told, and filling again from a register that has grown. */
import { fieldName, fieldsOf, type Field } from './fields.ts';
import type { Form } from './form.ts';
import { showValue } from './read-value.ts';
import type { Answers, FieldValue, Review, ReviewSet } from './reviews.ts';
import type { Language } from '../problem.ts';

/** An answer that is otherwise than what the register told. */
export interface Difference {
  readonly person: string;
  readonly reader: string;
  readonly field: Field;
  /** What the register told. */
  readonly register: FieldValue;
  /** What the reader has answered; null where the cell has been emptied. */
  readonly review: FieldValue | null;
  readonly sv: string;
  readonly en: string;
}

/** Every field that the register told of and whose answer is now another, an emptied one among them. */
export function differences({ form, reviews, register }: ReviewSet): readonly Difference[] {
  const fields = fieldsOf(form);
  return reviews.flatMap(({ person, reader, answers }) => {
    const facts = register.get(person);
    if (!facts) return [];
    return fields.flatMap((field): Difference[] => {
      const told = facts[field.key];
      const answered = answers[field.key];
      if (told === undefined || told === answered) return [];
      const review = answered ?? null;
      const sentence = (language: Language) => differenceSentence(field, told, review, language);
      return [{ person, reader, field, register: told, review, sv: sentence('sv'), en: sentence('en') }];
    });
  });
}

function differenceSentence(
  field: Field,
  register: FieldValue,
  review: FieldValue | null,
  language: Language,
): string {
  const shown = (value: FieldValue) => String(showValue(field, value, language));
  const name = fieldName(field, language);
  if (language === 'sv')
    return `${name}: registret säger ${shown(register)}, granskningen ${review === null ? 'har inget svar' : `säger ${shown(review)}`}.`;
  return `${name}: the register says ${shown(register)}, the review ${review === null ? 'has no answer' : `says ${shown(review)}`}.`;
}

/** A review filled again, and what that changed. */
export interface Refilled {
  readonly set: ReviewSet;
  /** Answers that were filled in or replaced, for there to be something to tell. */
  readonly changed: number;
  /** Of the set as it now is: what readers have answered otherwise and keep. */
  readonly differences: readonly Difference[];
}

/**
 * Fills from the register once more. An answer that still is as it was filled follows the register; one that a reader
 * has changed, emptied or given where nothing had been filled stays. What the register no longer tells stays as well:
 * an export without a column takes nothing away.
 *
 * @param factsByCode what the register now tells (`registerFactsOf`), by pseudonym; persons who are not in the set are
 * passed over
 */
export function refill(set: ReviewSet, factsByCode: ReadonlyMap<string, Answers>): Refilled {
  const register = new Map(set.register);
  for (const person of new Set(set.reviews.map((review) => review.person))) {
    const facts = factsByCode.get(person);
    if (facts) register.set(person, renewed(set.form, set.register.get(person) ?? {}, facts));
  }
  let changed = 0;
  const reviews = set.reviews.map((review): Review => {
    const before = set.register.get(review.person) ?? {};
    const after = register.get(review.person) ?? {};
    const answers: Record<string, FieldValue> = { ...review.answers };
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (review.answers[key] !== before[key] || before[key] === after[key]) continue;
      changed++;
      if (after[key] === undefined) delete answers[key];
      else answers[key] = after[key];
    }
    return { ...review, answers };
  });
  const filled = { ...set, reviews, register };
  return { set: filled, changed, differences: differences(filled) };
}

/** The new facts; of items that they say nothing about, the old. */
function renewed(form: Form, before: Answers, now: Answers): Answers {
  const itemById = new Map(fieldsOf(form).map(({ key, item }) => [key, item.id]));
  const told = new Set(Object.keys(now).map((key) => itemById.get(key)));
  const kept = Object.entries(before).filter(([key]) => !told.has(itemById.get(key)));
  return Object.fromEntries([...kept, ...Object.entries(now)]);
}
