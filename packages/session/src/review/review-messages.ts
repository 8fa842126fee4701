/** What a host asks of the case-file review, and what it is told. */
import type { CellProblem, ReadSheet, ReviewSheet } from 'isu-core/review';
import type { CutDocument } from '../messages.ts';

/** The report's form, its light form, a form from a JSON file, or the one that stands in the open workbook. */
export type FormChosen =
  | 'standard'
  | 'light'
  | { readonly name: string; readonly json: string }
  | { readonly sheets: readonly ReadSheet[] };

export interface ReviewMaking {
  readonly form: FormChosen;
  /** Those of the selection, or the five that return and are investigated most (report, chapter 5). */
  readonly persons: 'selection' | 'most-returning';
  readonly layout: 'rows' | 'forms';
  /** Signatures as the field has them: `AB, CD`; none is one reader without a signature. */
  readonly readers: string;
  /** As the field has them: `2017–2022`; `null` for those of the period or the register. */
  readonly years: string | null;
  /** The sheets of a review that stands and whose answers are to be kept. */
  readonly keep: readonly ReadSheet[] | null;
}

export interface MadeReview {
  /** The form's. */
  readonly title: string;
  readonly sheets: readonly ReviewSheet[];
  readonly persons: number;
  /** Of the most returning: how many above five there are, since they tie with the fifth. */
  readonly ties: number;
  /** Answers of readers that were carried over from the review that stood. */
  readonly kept: number;
}

/** As the fields have it. */
export interface TablesChosen {
  /** Whose answers the tables are of; `null` for the first reader. */
  readonly reader: string | null;
  /** Ids of two items to be held against each other. */
  readonly cross: { readonly rows: string; readonly columns: string } | null;
  readonly publication: boolean;
  readonly threshold: string | null;
}

export interface ReviewItemChoice {
  readonly id: string;
  /** Number and question. */
  readonly name: string;
}

export interface ShownReview {
  readonly document: CutDocument;
  readonly readers: readonly string[];
  /** The reader whose answers the tables are of. */
  readonly reader: string;
  /** What can be held against each other. */
  readonly items: readonly ReviewItemChoice[];
  /** Cells that could not be read, and count as not answered. */
  readonly unread: readonly CellProblem[];
}
