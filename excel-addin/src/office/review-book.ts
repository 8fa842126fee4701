/**
 * A review in the open workbook: its answers as they stand in the cells, written one answer at a time, and told of when
 * somebody has changed them by hand.
 */
import type { Outcome } from 'isu-core';
import {
  answerPlace,
  fieldsOf,
  readReviewSheets,
  showValue,
  type AnswerPlace,
  type Answers,
  type CellProblem,
  type Field,
  type FieldValue,
  type ReadReview,
  type ReadSheet,
  type ReviewSet,
} from 'isu-core/review';
import { areaOf } from './address.ts';
import { outcomeOf, Refused } from './excel-problem.ts';
import { readReviewCells, reviewSheetsIn, type StandingSheet } from './review-cells.ts';
import { stopListening } from './stop-listening.ts';
import { asTypedText, needsApostrophe } from './typed-text.ts';

export type { CellProblem };

/** `null` empties the cell: not answered. */
export type AnswerChanges = Readonly<Record<string, FieldValue | null>>;

export interface ReviewBook {
  /** As it stands in the cells; another object when anything in it has changed. */
  readonly set: ReviewSet;
  readonly problems: readonly CellProblem[];
  /** By field key, all or nothing. */
  write(person: string, reader: string, changes: AnswerChanges): Promise<Outcome<null>>;
  /** Shows the cell of an answer in its sheet. */
  show(person: string, reader: string, field: string): Promise<Outcome<null>>;
  /** Told when the cells have been changed by others than `write`, after `set` has been read anew. */
  onChanged(listener: () => void): () => void;
  /** Nothing more is told. */
  close(): void;
}

/** The review in the open workbook; `null` where there is none. */
export async function openReviewBook(): Promise<Outcome<ReviewBook | null>> {
  const opened = await outcomeOf(async () => {
    const cells = await readAll();
    if (!cells.standing.some(({ kind }) => kind === 'answers' || kind === 'person')) return null;
    const read = readReviewSheets(cells.sheets);
    if (!read.ok) throw new Refused(read.problem.code, read.problem);
    const book = new OpenBook(cells, read.value);
    await book.listen();
    return book;
  });
  return opened;
}

interface ReviewCells {
  readonly standing: readonly StandingSheet[];
  /** In the same order. */
  readonly sheets: readonly ReadSheet[];
}

function readAll(): Promise<ReviewCells> {
  return Excel.run(async (context) => {
    const standing = await reviewSheetsIn(context);
    return { standing, sheets: await readReviewCells(context, standing) };
  });
}

/** A cell beside an answer's own that says whose answer it is, and to what. */
interface Witness {
  readonly row: number;
  readonly column: number;
  readonly says: FieldValue;
}

interface Target {
  readonly sheet: StandingSheet;
  readonly place: AnswerPlace;
  readonly witnesses: readonly Witness[];
}

/** Cells of the first rows may say what a column is about, those of the first columns what a row is. */
const HEAD = 12;

class OpenBook implements ReviewBook {
  set: ReviewSet;
  problems: readonly CellProblem[];
  private cells: ReviewCells;
  private read: ReadReview;
  private fields: ReadonlyMap<string, Field>;
  private readonly listeners = new Set<() => void>();
  private handlers: readonly OfficeExtension.EventHandlerResult<never>[] = [];
  /** One thing at a time: what is read is never older than what was written before. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Cells that we have written and whose change is still to be told of. */
  private readonly own: string[] = [];
  private isReadingSoon = false;

  constructor(cells: ReviewCells, read: ReadReview) {
    this.cells = cells;
    this.read = read;
    this.set = read.set;
    this.problems = read.problems;
    this.fields = fieldsByKey(read.set);
  }

  async listen(): Promise<void> {
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      this.handlers = [
        worksheets.onChanged.add(({ worksheetId, address }) => this.changed(worksheetId, address)),
        worksheets.onDeleted.add(({ worksheetId }) => this.changed(worksheetId, '')),
      ] as never;
      await context.sync();
    });
  }

  onChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.listeners.clear();
    if (this.handlers.length > 0) void stopListening(this.handlers);
    this.handlers = [];
  }

  write(person: string, reader: string, changes: AnswerChanges): Promise<Outcome<null>> {
    return this.inTurn(async () => {
      const outcome = await outcomeOf(() => this.writeOnce(person, reader, changes));
      // What has failed may have been done all the same, if only its answer was lost: the cells know.
      if (!outcome.ok) {
        this.own.length = 0;
        void this.readSoon();
      }
      return outcome;
    });
  }

  private async writeOnce(person: string, reader: string, changes: AnswerChanges): Promise<null> {
    const written = await this.written(person, reader, changes);
    // Rows that somebody has sorted or moved stand elsewhere now: they are looked for once more.
    if (!written) {
      this.take(await readAll());
      if (!(await this.written(person, reader, changes))) throw moved();
    }
    this.set = withAnswers(this.set, person, reader, changes);
    const { sheets } = this.targetsOf(person, reader, Object.keys(changes));
    this.problems = this.problems.filter(({ sheet, address }) => !sheets.has(`${sheet}!${address}`));
    return null;
  }

  show(person: string, reader: string, field: string): Promise<Outcome<null>> {
    return this.inTurn(() =>
      outcomeOf(async () => {
        const [target] = this.targetsOf(person, reader, [field]).targets;
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem(target!.sheet.id);
          sheet.activate();
          sheet.getRange(target!.place.address).select();
          await context.sync();
        });
        return null;
      }),
    );
  }

  /** @returns false where the cells are no longer about this person and these fields; then nothing is written */
  private written(person: string, reader: string, changes: AnswerChanges): Promise<boolean> {
    const keys = Object.keys(changes);
    const { targets } = this.targetsOf(person, reader, keys);
    return Excel.run(async (context) => {
      const sheetOf = ({ sheet }: Target) => context.workbook.worksheets.getItem(sheet.id);
      const asked = targets.flatMap((target) =>
        target.witnesses.map(({ row, column, says }) => {
          const cell = sheetOf(target).getCell(row, column);
          cell.load('values');
          return { cell, says };
        }),
      );
      await context.sync();
      if (asked.some(({ cell, says }) => (cell.values as unknown[][])[0]![0] !== says)) return false;
      targets.forEach((target, i) => {
        const field = this.fields.get(keys[i]!)!;
        const cell = sheetOf(target).getRange(target.place.address);
        (cell as { values: unknown }).values = [[this.cellOf(field, changes[keys[i]!] ?? null)]];
        this.own.push(`${target.sheet.id}!${target.place.address}`);
      });
      await context.sync();
      return true;
    });
  }

  /** Text cells keep what is written as text; elsewhere an apostrophe sees to it. */
  private cellOf(field: Field, value: FieldValue | null): string | number {
    const shown = showValue(field, value, this.read.language);
    if (typeof shown !== 'string') return shown ?? '';
    if (field.takes !== 'text') return asTypedText(shown);
    return needsApostrophe(shown) ? ` ${shown}` : shown;
  }

  private targetsOf(person: string, reader: string, keys: readonly string[]) {
    const targets = keys.map((key): Target => {
      const place = answerPlace(this.read.places, person, reader, key);
      const at = this.cells.sheets.findIndex(({ name }) => name === place?.sheet);
      const area = place && areaOf(place.address);
      if (!place || !area || at < 0) throw moved();
      const witnesses = witnessesOf(this.cells.sheets[at]!, area, [person, reader, key]);
      return { sheet: this.cells.standing[at]!, place, witnesses };
    });
    return { targets, sheets: new Set(targets.map(({ place }) => `${place.sheet}!${place.address}`)) };
  }

  private changed(sheetId: string, address: string): Promise<void> {
    const own = this.own.indexOf(`${sheetId}!${address}`);
    if (own >= 0) this.own.splice(own, 1);
    else if (this.cells.standing.some(({ id }) => id === sheetId)) return this.readSoon();
    return Promise.resolve();
  }

  /** Many changes at once, as when a column is filled down, are read once. */
  private readSoon(): Promise<void> {
    if (this.isReadingSoon) return Promise.resolve();
    this.isReadingSoon = true;
    return this.inTurn(async () => {
      this.isReadingSoon = false;
      // What Excel refuses now it will tell when something is written.
      const cells = await outcomeOf(readAll);
      if (cells.ok && this.take(cells.value)) for (const listener of [...this.listeners]) listener();
    });
  }

  /** @returns whether anything is other than it was; a review that can no longer be read leaves all as it was */
  private take(cells: ReviewCells): boolean {
    const read = readReviewSheets(cells.sheets);
    if (!read.ok) return false;
    const before = pictureOf(this.set, this.problems);
    this.cells = cells;
    this.read = read.value;
    this.fields = fieldsByKey(read.value.set);
    if (pictureOf(read.value.set, read.value.problems) === before) return false;
    this.set = read.value.set;
    this.problems = read.value.problems;
    return true;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.turn.then(work);
    this.turn = next.catch(() => undefined);
    return next;
  }
}

function fieldsByKey({ form }: ReviewSet): ReadonlyMap<string, Field> {
  return new Map(fieldsOf(form).map((field) => [field.key, field]));
}

function witnessesOf(
  { rows }: ReadSheet,
  { row, column }: { readonly row: number; readonly column: number },
  names: readonly string[],
): readonly Witness[] {
  const wanted = names.filter((name) => name !== '');
  const inRow = (rows[row] ?? []).map((says, at) => ({ row, column: at, says }));
  const above = rows.slice(0, HEAD).map((cells, at) => ({ row: at, column, says: cells[column] }));
  return [...inRow.slice(0, HEAD), ...above].filter(
    (witness): witness is Witness =>
      !(witness.row === row && witness.column === column) && wanted.includes(witness.says as string),
  );
}

function withAnswers(set: ReviewSet, person: string, reader: string, changes: AnswerChanges): ReviewSet {
  const reviews = set.reviews.map((review) =>
    review.person === person && review.reader === reader
      ? { ...review, answers: changedAnswers(review.answers, changes) }
      : review,
  );
  return { ...set, reviews };
}

function changedAnswers(answers: Answers, changes: AnswerChanges): Answers {
  const all = Object.entries<FieldValue | null>({ ...answers, ...changes });
  return Object.fromEntries(
    all.filter((entry): entry is [string, FieldValue] => entry[1] !== null && entry[1] !== ''),
  );
}

function pictureOf({ form, reviews, register }: ReviewSet, problems: readonly CellProblem[]): string {
  const inOrder = (answers: Answers) => Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    form,
    reviews.map(({ person, reader, answers }) => [person, reader, inOrder(answers)]),
    [...register].map(([person, answers]) => [person, inOrder(answers)]),
    problems,
  ]);
}

function moved(): Refused {
  return new Refused('review-place-gone', {
    sv: 'Personen eller frågan finns inte längre i granskningens blad. Öppna granskningen igen.',
    en: 'The person or the question is no longer in the sheets of the review. Open the review again.',
  });
}
