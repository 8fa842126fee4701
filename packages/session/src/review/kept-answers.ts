/**
 * Answers of a review that stands, carried over into a new one: to the persons and readers that both have, as far as the
 * new form asks the same. Persons and readers that are only in the earlier review go along with what they have answered.
 */
import { succeed, type Outcome } from 'isu-core';
import {
  fieldsOf,
  readReviewSheets,
  readValue,
  type Answers,
  type Field,
  type FieldValue,
  type ReadSheet,
  type Review,
  type ReviewSet,
  type WhoIsWho,
} from 'isu-core/review';

export interface KeptReview {
  readonly set: ReviewSet;
  readonly who: readonly WhoIsWho[];
  /** How many answers of readers were carried over. */
  readonly answers: number;
}

export function keptAnswers(
  set: ReviewSet,
  who: readonly WhoIsWho[],
  sheets: readonly ReadSheet[],
): Outcome<KeptReview> {
  const read = readReviewSheets(sheets);
  if (!read.ok) return read;
  const earlier = read.value;
  const nowOf = codesNow(who, earlier.who ?? []);
  const fields = fieldsOf(set.form);
  let answers = 0;
  const reviews = new Map(set.reviews.map((review) => [keyOf(review), review]));
  for (const review of earlier.set.reviews) {
    const facts = earlier.set.register.get(review.person) ?? {};
    const said = saidByReader(fields, review.answers, facts);
    if (said.size === 0) continue;
    const person = nowOf.get(review.person) ?? review.person;
    const key = keyOf({ ...review, person });
    const filled = reviews.get(key)?.answers ?? set.register.get(person) ?? known(fields, facts);
    reviews.set(key, { ...review, person, answers: withSaid(filled, said) });
    answers += said.size;
  }
  const persons = new Set([...reviews.values()].map(({ person }) => person));
  const others = (earlier.who ?? []).filter(({ code }) => persons.has(code) && !nowOf.has(code));
  const register = new Map(set.register);
  for (const [person, facts] of earlier.set.register)
    if (persons.has(person) && !register.has(person)) register.set(person, known(fields, facts));
  // A reader's rows stand together with the person's others.
  const order = [...persons];
  const inOrder = [...reviews.values()].sort((a, b) => order.indexOf(a.person) - order.indexOf(b.person));
  return succeed({ set: { ...set, reviews: inOrder, register }, who: [...who, ...others], answers });
}

function keyOf({ person, reader }: Pick<Review, 'person' | 'reader'>): string {
  return JSON.stringify([person, reader]);
}

/** Another key gives other codes: the earlier code of a person, and the one of now. */
function codesNow(now: readonly WhoIsWho[], earlier: readonly WhoIsWho[]): ReadonlyMap<string, string> {
  const codes = new Map(now.map(({ code, person }) => [person, code]));
  return new Map(
    [...earlier, ...now].flatMap(({ code, person }) => {
      const found = codes.get(person);
      return found === undefined ? [] : [[code, found] as const];
    }),
  );
}

/** What differs from what was filled, `null` where it was emptied; answers that the new form does not know are left. */
function saidByReader(
  fields: readonly Field[],
  answers: Answers,
  filled: Answers,
): ReadonlyMap<string, FieldValue | null> {
  const said = new Map<string, FieldValue | null>();
  for (const field of fields) {
    const answer = answers[field.key];
    if (answer === filled[field.key]) continue;
    if (answer === undefined) said.set(field.key, null);
    else if (readValue(field, answer).ok) said.set(field.key, answer);
  }
  return said;
}

function withSaid(filled: Answers, said: ReadonlyMap<string, FieldValue | null>): Answers {
  const answers: Record<string, FieldValue> = { ...filled };
  for (const [key, value] of said)
    if (value === null) delete answers[key];
    else answers[key] = value;
  return answers;
}

function known(fields: readonly Field[], facts: Answers): Answers {
  const keys = new Set(fields.map(({ key }) => key));
  return Object.fromEntries(Object.entries(facts).filter(([key]) => keys.has(key)));
}
