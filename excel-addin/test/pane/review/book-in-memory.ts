/** A review that stands in no workbook: what is written is kept, or refused when the test says so. */
import { fail, succeed, type Outcome } from 'isu-core';
import type { Answers, Form, ReviewSet } from 'isu-core/review';
import type { AnswerChanges, CellProblem, ReviewBook } from '../../../src/office/review-book.ts';
import { withChanges } from '../../../src/pane/review/model/answering.ts';

export interface Written {
  readonly person: string;
  readonly reader: string;
  readonly changes: AnswerChanges;
}

export class BookInMemory implements ReviewBook {
  set: ReviewSet;
  problems: readonly CellProblem[] = [];
  readonly written: Written[] = [];
  readonly shown: string[] = [];
  /** The next writings fail, as in a protected sheet. */
  isLocked = false;
  isClosed = false;
  /** Writings wait until this is called. */
  letGo: (() => void) | null = null;
  private isHolding = false;
  private readonly listeners = new Set<() => void>();

  constructor(set: ReviewSet) {
    this.set = set;
  }

  hold(): void {
    this.isHolding = true;
  }

  async write(person: string, reader: string, changes: AnswerChanges): Promise<Outcome<null>> {
    if (this.isHolding) await new Promise<void>((done) => (this.letGo = done));
    if (this.isLocked) return fail('locked', 'Bladet är låst.', 'The sheet is locked.');
    this.written.push({ person, reader, changes });
    this.take(person, reader, changes);
    return succeed(null);
  }

  /** Somebody types in the sheet. */
  byHand(person: string, reader: string, changes: AnswerChanges): void {
    this.take(person, reader, changes);
    for (const listener of this.listeners) listener();
  }

  show(person: string, reader: string, field: string): Promise<Outcome<null>> {
    this.shown.push([person, reader, field].join(' '));
    return Promise.resolve(succeed(null));
  }

  onChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.isClosed = true;
  }

  private take(person: string, reader: string, changes: AnswerChanges): void {
    const reviews = this.set.reviews.map((review) =>
      review.person === person && review.reader === reader
        ? { ...review, answers: withChanges(review.answers, changes) }
        : review,
    );
    this.set = { ...this.set, reviews };
  }
}

/** Each person by each reader, with what the register told of the first. */
export function reviewSet(
  form: Form,
  persons: readonly string[],
  readers: readonly string[] = [''],
  filled: Answers = {},
): ReviewSet {
  const reviews = persons.flatMap((person, at) =>
    readers.map((reader) => ({ person, reader, answers: at === 0 ? filled : {} })),
  );
  return { form, reviews, register: new Map([[persons[0]!, filled]]) };
}
