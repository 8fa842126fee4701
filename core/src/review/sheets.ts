/**
 * A review as the sheets of a workbook, before any host writes them: which cells, how they look, what they accept.
 * Plain data. The .xlsx writer and the Excel add-in draw the same sheets, and `read-sheets.ts` reads them back from
 * either.
 */
import type { FieldValue } from './reviews.ts';

/** How a cell looks; each host has its own colours for them. */
export type CellLook =
  | 'plain'
  | 'title' // of the sheet
  | 'heading' // of a column
  | 'section' // of several columns or rows
  | 'number' // an item's number, and what a value beside it is called
  | 'question' // words that are to be answered
  | 'note' // guidance: small, muted
  | 'warning' // marking: secrecy
  | 'input' // to be filled in
  | 'filled' // to be filled in, and filled from the register
  | 'example' // an empty cell in the legend, with what lends it its look
  | 'locked' // worked out, not to be typed in
  | 'key'; // technical, in hidden rows and columns: field keys

/** A cell of a review’s sheet. */
export interface ReviewCell {
  readonly value: string | number | boolean | null;
  /** Without `=`, in English names and with commas; `value` is then what it gives. */
  readonly formula?: string;
  readonly look: CellLook;
  readonly format?: 'integer' | 'money' | 'percent' | 'text';
  readonly wrap?: true;
}

/**
 * What a cell takes; `message` says so to who typed something else, `prompt` tells beforehand how to answer. Within what
 * Excel holds: a title of 32 characters, the others of 255.
 */
export type Validation = { readonly title: string; readonly message: string; readonly prompt?: string } & (
  | {
      readonly kind: 'list';
      /** `Koder!$B$3:$B$7`, or the words themselves. */ readonly source: string | readonly string[];
    }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | {
      readonly kind: 'whole-or-word';
      readonly least: number;
      readonly most: number;
      readonly word: string;
      /** Excel has no kind of its own for it: the formula of the range's first cell, without `=`. */ readonly formula: string;
    }
  | { readonly kind: 'text'; /** Characters. */ readonly most: number }
);

/** How a cell looks while its condition holds. */
export type ConditionLook = 'greyed' | 'done' | 'differs';

/** A sheet of a review’s workbook, before any host draws it. */
export interface ReviewSheet {
  /** `start`, `answers`, `form`, `codes`, `register`, `who`, or `person:CODE` (one for each person and reader). */
  readonly id: string;
  /** As a tab shows it: at most 31 characters, none of []:*?/\. */
  readonly name: string;
  /** Width in characters. */
  readonly columns: readonly { readonly width: number; readonly hidden?: true }[];
  /** Row 1 first. Rows may be of different lengths. */
  readonly rows: readonly (readonly ReviewCell[])[];
  /** In points, by 0-based row; the others are as the host has them. */
  readonly heights: Readonly<Record<number, number>>;
  /** 0-based. */
  readonly hiddenRows: readonly number[];
  /** Ranges as `C5:F5`: headings over several columns. Their words stand in the first cell. */
  readonly merges: readonly string[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows, 0-based, that are printed again on each page; absent, the frozen ones. Frozen columns always are. */
  readonly repeated?: { readonly first: number; readonly last: number };
  /** Ranges as `C5:C32`. */
  readonly validations: readonly { readonly range: string; readonly rule: Validation }[];
  /** Formula for the range's upper left cell, without `=`. References no other sheet. */
  readonly conditions: readonly {
    readonly range: string;
    readonly formula: string;
    readonly look: ConditionLook;
  }[];
  /** Everything but `input` and `filled` cells is locked. No password: against slips, not against people. */
  readonly isProtected: boolean;
  readonly isHidden: boolean;
  readonly tab: 'plain' | 'work' | 'secret';
  readonly landscape: boolean;
}

/** Where an answer stands. */
export interface AnswerPlace {
  readonly sheet: string;
  /** `F7`. */
  readonly address: string;
}

/** A cell as a host reads it: of an .xlsx file or of Excel. */
export interface ReadSheet {
  readonly name: string;
  /** Row 1 first. */
  readonly rows: readonly (readonly (FieldValue | null | undefined)[])[];
}
