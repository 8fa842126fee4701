/**
 * Where a reader sits: one person's form at one question, with the answers on their way to the cells. It knows neither
 * React nor Office.js.
 */
import { fail, type Language, type Outcome, type Problem } from 'isu-core';
import {
  fieldsOfItem,
  itemOf,
  readersOf,
  type Answers,
  type Form,
  type Item,
  type Review,
} from 'isu-core/review';
import type { AnswerChanges, ReviewBook } from '../../../office/review-book.ts';
import { differing, withChanges } from './answering.ts';
import { AT_OPENING, type DeskState, type Part } from './desk-state.ts';
import { nextUnanswered, stepBack, stepOn } from './walk.ts';

export interface DeskOptions {
  /** The review in the open workbook; `null` where there is none. */
  readonly openBook: () => Promise<Outcome<ReviewBook | null>>;
  /** A fault in the program, in words. */
  readonly faultWords: Pick<Problem, Language>;
  readonly onFault: (fault: unknown) => void;
}

/** What stands open: a person's form, as one reader answers it. */
export interface OpenReview {
  readonly form: Form;
  readonly review: Review;
  /** What the register told of the person. */
  readonly filled: Answers;
}

export class ReviewDesk {
  state: DeskState = AT_OPENING;
  private readonly options: DeskOptions;
  private readonly listeners = new Set<() => void>();
  private book: ReviewBook | null = null;
  /** A book that comes when the desk has been closed, or opened again, is closed unread. */
  private openings = 0;
  private stopListening: () => void = () => {};
  /** What is not in the cells yet, by person and reader. */
  private readonly unsaved = new Map<string, { person: string; reader: string; changes: AnswerChanges }>();
  private saving: Promise<void> | null = null;

  constructor(options: DeskOptions) {
    this.options = options;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  // --- The book --------------------------------------------------------------------------------------------------------

  /** Opens the workbook's review, also one that has been made since; what could not be written before is kept. */
  async open(): Promise<void> {
    this.set({ opened: this.book === null ? 'opening' : 'open', problem: null });
    const opening = ++this.openings;
    const opened = await this.orFault(this.options.openBook);
    if (opening !== this.openings) {
      if (opened.ok) opened.value?.close();
      return;
    }
    if (!opened.ok) return this.set({ opened: 'refused', problem: opened.problem });
    this.letGo();
    const book = opened.value;
    if (book === null) return this.set({ ...AT_OPENING, opened: 'none' });
    this.book = book;
    this.stopListening = book.onChanged(() => this.takeBook(true));
    this.takeBook(false);
    this.set({ opened: 'open' });
    void this.save();
  }

  /** What is on its way to the cells still goes there. */
  close(): void {
    this.openings++;
    this.letGo();
  }

  private letGo(): void {
    this.stopListening();
    this.book?.close();
    this.book = null;
  }

  private takeBook(isByHand: boolean): void {
    const { set: standing, problems } = this.book!;
    const before = this.openReview()?.review.answers;
    const set = {
      ...standing,
      reviews: standing.reviews.map((review) => {
        const changes = this.unsaved.get(keyOf(review.person, review.reader))?.changes;
        return changes ? { ...review, answers: withChanges(review.answers, changes) } : review;
      }),
    };
    const readers = readersOf(set);
    const reader = readers.includes(this.state.reader) ? this.state.reader : (readers[0] ?? '');
    this.set({ set, unread: problems, reader });
    const after = this.openReview();
    // The person's row, or the question, has gone from the sheet.
    if (this.state.part !== 'persons' && (!after || !this.item()))
      this.set({ part: 'persons', person: null });
    const item = this.item();
    if (isByHand && before && after && item && this.state.part === 'question')
      this.set({ isChangedByHand: !isSame(item, before, after.review.answers) });
  }

  // --- Walking ---------------------------------------------------------------------------------------------------------

  openReview(): OpenReview | null {
    const { set, person, reader } = this.state;
    const review = set?.reviews.find((each) => each.person === person && each.reader === reader);
    if (!set || !review) return null;
    return { form: set.form, review, filled: set.register.get(review.person) ?? {} };
  }

  item(): Item | null {
    const { set, item } = this.state;
    return (set && item !== null && itemOf(set.form, item)) || null;
  }

  chooseReader(reader: string): void {
    this.set({ reader });
  }

  /** Opens the person's form where it was left: at the first question without an answer. */
  openPerson(person: string): void {
    this.set({ person, item: null, saving: this.rest() });
    const open = this.openReview();
    if (!open) return;
    const { form, review } = open;
    const first = nextUnanswered(form, review.answers, '');
    if (first) this.show(first);
    else this.turnTo('end');
  }

  turnTo(part: Part): void {
    this.set({ part, isChangedByHand: false });
  }

  /** Opens a question wherever it stands, also one that is not asked: an answer there may have to be taken away. */
  show(item: Item, passed: readonly Item[] = []): void {
    this.set({
      part: 'question',
      item: item.id,
      passed: passed.map(({ id }) => id),
      isChangedByHand: false,
      saving: this.rest(),
    });
  }

  next(): void {
    const open = this.openReview();
    if (!open) return;
    const { to, passed } = stepOn(open.form, open.review.answers, this.state.item ?? '');
    if (to) this.show(to, passed);
    else this.turnTo('end');
  }

  /** @returns false at the first question */
  back(): boolean {
    const open = this.openReview();
    const { to } = open ? stepBack(open.form, open.review.answers, this.state.item ?? '') : { to: null };
    if (to) this.show(to);
    return to !== null;
  }

  /** The next question that has no answer; where there is none, what is left to do with the person. */
  nextUnanswered(): void {
    const open = this.openReview();
    const to = open && nextUnanswered(open.form, open.review.answers, this.state.item ?? '');
    if (to) this.show(to);
    else this.turnTo('end');
  }

  // --- Answering -------------------------------------------------------------------------------------------------------

  /** Shown at once, and in the cells as soon as they can be written. */
  answer(given: AnswerChanges): void {
    const open = this.openReview();
    if (!open) return;
    const { review } = open;
    const changes = differing(given, review.answers);
    if (Object.keys(changes).length === 0) return;
    const { person, reader } = review;
    const before = this.unsaved.get(keyOf(person, reader))?.changes;
    this.unsaved.set(keyOf(person, reader), { person, reader, changes: { ...before, ...changes } });
    const { set } = this.state;
    const answered = { ...review, answers: withChanges(review.answers, changes) };
    const reviews = set!.reviews.map((each) => (each === review ? answered : each));
    this.set({ set: { ...set!, reviews }, isChangedByHand: false });
    void this.save();
  }

  /** What could not be written, once more. */
  retry(): Promise<void> {
    return this.save();
  }

  /** What is answered while an answer is being written goes in the next request, all of it together. */
  private save(): Promise<void> {
    this.saving ??= this.saveAll().finally(() => (this.saving = null));
    return this.saving;
  }

  private async saveAll(): Promise<void> {
    for (const [key, sent] of this.unsaved) {
      const { book } = this;
      if (book === null) return;
      this.set({ saving: 'saving', problem: null });
      const { person, reader, changes } = sent;
      const written = await this.orFault(() => book.write(person, reader, changes));
      if (!written.ok) return this.set({ saving: 'failed', problem: written.problem });
      const since = this.unsaved.get(key)!.changes;
      const left = Object.fromEntries(
        Object.entries(since).filter(([field, value]) => !(field in changes) || changes[field] !== value),
      );
      // Put last, so that the walk comes to it.
      this.unsaved.delete(key);
      if (Object.keys(left).length > 0) this.unsaved.set(key, { person, reader, changes: left });
      else this.set({ saving: 'saved' });
    }
  }

  /** Shows the answer's cell in its sheet. */
  async showCell(): Promise<void> {
    const [open, item, book] = [this.openReview(), this.item(), this.book];
    if (!open || !item || !book) return;
    const { person, reader } = open.review;
    const shown = await this.orFault(() => book.show(person, reader, fieldsOfItem(item)[0]!.key));
    if (!shown.ok) this.set({ problem: shown.problem });
  }

  /** An answer that failed is not forgotten by walking on. */
  private rest(): DeskState['saving'] {
    return this.unsaved.size > 0 ? this.state.saving : 'rest';
  }

  private async orFault<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await work();
    } catch (fault) {
      this.options.onFault(fault);
      return fail('fault', this.options.faultWords.sv, this.options.faultWords.en);
    }
  }
}

function keyOf(person: string, reader: string): string {
  return `${person}\n${reader}`;
}

function isSame(item: Item, before: Answers, after: Answers): boolean {
  return fieldsOfItem(item).every(({ key }) => before[key] === after[key]);
}
