/** One review of one file, or of two that two readers have filled in by themselves. */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { succeed, type Language, type Outcome } from 'isu-core';
import {
  formJson,
  type Answers,
  type CellProblem,
  type Form,
  type Review,
  type ReviewSet,
} from 'isu-core/review';
import { readReview, type ReviewFile } from './review-file.ts';
import { noSharedPersons, otherForm, readTwice } from './review-problems.ts';

export interface JoinedReview {
  readonly set: ReviewSet;
  readonly source: { readonly name: string; readonly sha256: string };
  /** Each in a file of its name. */
  readonly unread: readonly (CellProblem & { readonly file: string })[];
}

interface OneReview extends ReviewFile {
  readonly file: string;
}

export async function readJoined(
  file: string,
  second: string | null,
  language: Language,
): Promise<Outcome<JoinedReview>> {
  const one = await readReview(file, language);
  if (!one.ok) return one;
  if (second === null) return succeed(alone({ file, ...one.value }));
  const other = await readReview(second, language);
  return other.ok ? joined({ file, ...one.value }, { file: second, ...other.value }) : other;
}

function alone({ file, set, sha256, unread }: OneReview): JoinedReview {
  return { set, source: { name: basename(file), sha256 }, unread: unread.map((cell) => ({ ...cell, file })) };
}

function joined(one: OneReview, other: OneReview): Outcome<JoinedReview> {
  const { form } = one.set;
  if (!isSameForm(form, other.set.form)) return otherForm(one.file, form, other.file, other.set.form);
  const second = withCodesOf(one, other);
  const firsts = named(one.set.reviews, one.file);
  const seconds = named(second.reviews, other.file);
  const persons = new Set(firsts.map(({ person }) => person));
  if (!seconds.some(({ person }) => persons.has(person))) return noSharedPersons(one.file, other.file);
  const isBegun = ({ person, answers }: Review) => !isEqual(answers, one.set.register.get(person) ?? {});
  const byKey = new Map(firsts.map((review) => [keyOf(review), review]));
  for (const review of seconds) {
    const before = byKey.get(keyOf(review));
    if (before && isBegun(before) && isBegun(review) && !isEqual(before.answers, review.answers))
      return readTwice(review, one.file, other.file);
    // Of two copies of one workbook each reader has answered in their own rows only.
    if (!before || isBegun(review)) byKey.set(keyOf(review), review);
  }
  const [first, last] = [alone(one), alone(other)];
  return succeed({
    set: {
      form,
      reviews: [...byKey.values()],
      register: new Map([...second.register, ...one.set.register]),
    },
    source: {
      name: `${first.source.name}, ${last.source.name}`,
      sha256: createHash('sha256').update(one.sha256).update(other.sha256).digest('hex'),
    },
    unread: [...first.unread, ...last.unread],
  });
}

function isSameForm(one: Form, other: Form): boolean {
  return formJson(one) === formJson(other);
}

/** Workbooks made without a key have each their own codes; their sheets of who is who say which are the same person. */
function withCodesOf(one: OneReview, other: OneReview): ReviewSet {
  const { set } = other;
  const codes = new Map(one.who?.map(({ code, person }) => [person, code]));
  const persons = new Map(other.who?.map(({ code, person }) => [code, person]));
  const coded = (code: string) => codes.get(persons.get(code) ?? '') ?? code;
  return {
    ...set,
    reviews: set.reviews.map((review) => ({ ...review, person: coded(review.person) })),
    register: new Map([...set.register].map(([code, facts]) => [coded(code), facts])),
  };
}

/** A reader without a signature is called what the file is called. */
function named(reviews: readonly Review[], file: string): Review[] {
  const name = basename(file, extname(file));
  return reviews.map((review) => (review.reader === '' ? { ...review, reader: name } : review));
}

function isEqual(one: Answers, other: Answers): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => one[key] === other[key]);
}

function keyOf({ person, reader }: Review): string {
  return `${person}\n${reader}`;
}
