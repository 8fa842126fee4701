/** One review of one file, or of two that two readers have filled in by themselves. */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { succeed, type Language, type Outcome } from 'isu-core';
import { formJson, type CellProblem, type Form, type Review, type ReviewSet } from 'isu-core/review';
import { readReview } from './review-file.ts';
import { otherForm, readTwice } from './review-problems.ts';

export interface JoinedReview {
  readonly set: ReviewSet;
  readonly source: { readonly name: string; readonly sha256: string };
  /** Each in a file of its name. */
  readonly unread: readonly (CellProblem & { readonly file: string })[];
}

export async function readJoined(
  file: string,
  second: string | null,
  language: Language,
): Promise<Outcome<JoinedReview>> {
  const one = await readOne(file, language);
  if (!one.ok || second === null) return one;
  const other = await readOne(second, language);
  return other.ok ? joined(file, one.value, second, other.value) : other;
}

async function readOne(file: string, language: Language): Promise<Outcome<JoinedReview>> {
  const review = await readReview(file, language);
  if (!review.ok) return review;
  const { set, unread, sha256 } = review.value;
  const source = { name: basename(file), sha256 };
  return succeed({ set, source, unread: unread.map((cell) => ({ ...cell, file })) });
}

function joined(file: string, one: JoinedReview, second: string, other: JoinedReview): Outcome<JoinedReview> {
  const { form } = one.set;
  if (!isSameForm(form, other.set.form)) return otherForm(file, form, second, other.set.form);
  const firsts = named(one.set.reviews, file);
  const seconds = named(other.set.reviews, second);
  const keys = new Set(firsts.map(keyOf));
  const twice = seconds.find((review) => keys.has(keyOf(review)));
  if (twice) return readTwice(twice, file, second);
  return succeed({
    set: {
      form,
      reviews: [...firsts, ...seconds],
      register: new Map([...other.set.register, ...one.set.register]),
    },
    source: {
      name: `${one.source.name}, ${other.source.name}`,
      sha256: createHash('sha256').update(one.source.sha256).update(other.source.sha256).digest('hex'),
    },
    unread: [...one.unread, ...other.unread],
  });
}

function isSameForm(one: Form, other: Form): boolean {
  return formJson(one) === formJson(other);
}

/** A reader without a signature is called what the file is called. */
function named(reviews: readonly Review[], file: string): Review[] {
  const name = basename(file, extname(file));
  return reviews.map((review) => (review.reader === '' ? { ...review, reader: name } : review));
}

function keyOf({ person, reader }: Review): string {
  return `${person}\n${reader}`;
}
