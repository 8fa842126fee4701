/**
 * A review in the open workbook: its answers as they stand in the cells, written one answer at a time, and told of when
 * somebody has changed them by hand.
 */
import type { Outcome, Problem } from 'isu-core';
import type { FieldValue, ReviewSet } from 'isu-core/review';

/** A cell of the review that could not be read; the rest is. */
export interface CellProblem {
  readonly sheet: string;
  /** `F7`. */
  readonly address: string;
  readonly problem: Problem;
}

/** `null` empties the cell: not answered. */
export type AnswerChanges = Readonly<Record<string, FieldValue | null>>;

export interface ReviewBook {
  /** As it stands in the cells; another object when anything in it has changed. */
  readonly set: ReviewSet;
  readonly problems: readonly CellProblem[];
  /** By field key, in one request. What fails has changed nothing. */
  write(person: string, reader: string, changes: AnswerChanges): Promise<Outcome<null>>;
  /** Shows the cell of an answer in its sheet. */
  show(person: string, reader: string, field: string): Promise<Outcome<null>>;
  /** Told when the cells have been changed by others than `write`, after `set` has been read anew. */
  onChanged(listener: () => void): () => void;
  /** Nothing more is told. */
  close(): void;
}
