/** What the page asks its worker and what the worker answers. Every answer carries the number of its question. */
import type { DocumentRow, Language, Problem, ResultDocument } from 'isu-core';

/** What the user has filled in, as text; core judges it (`readSettings`). Empty is `null`. */
export interface ChosenSettings {
  readonly from: string | null;
  readonly to: string | null;
  readonly lowestAge: string | null;
  /** Selection for the case-file review. */
  readonly atLeast: string | null;
  readonly activeYears: string | null;
  /** Header or letter of a column that is not found by itself. */
  readonly personColumn: string | null;
  readonly dateColumn: string | null;
  readonly intervals: boolean;
  readonly comparison: boolean;
  readonly publication: boolean;
}

export type Question =
  | { readonly ask: 'open-sample'; readonly settings: ChosenSettings }
  | {
      readonly ask: 'open-file';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly settings: ChosenSettings;
    }
  | { readonly ask: 'analyse'; readonly settings: ChosenSettings; readonly sheet: string | null }
  | { readonly ask: 'translate' }
  | { readonly ask: 'rows'; readonly table: string; readonly search: string; readonly most: number }
  | { readonly ask: 'workbook' };

/** `asOf` is today as the user's computer has it: the analysis itself has no clock. */
export type Asked = Question & {
  readonly number: number;
  readonly language: Language;
  readonly asOf: string;
};

export type Step = 'reading' | 'counting' | 'arranging' | 'writing';

export interface ShownResult {
  /** Tables longer than the page shows at once are cut; `lengths` has their full number of rows. */
  readonly document: ResultDocument;
  readonly lengths: Readonly<Record<string, number>>;
}

/** The open file; of a workbook, the sheet that is read and those that could be. */
export interface ShownSource {
  readonly file: string;
  readonly sheetName: string | null;
  readonly sheetNames: readonly string[];
}

export interface FoundRows {
  readonly rows: readonly DocumentRow[];
  /** How many rows of the table the search finds; `rows` are the first of them. */
  readonly found: number;
}

export type Answer =
  | { readonly answer: 'step'; readonly step: Step }
  | {
      readonly answer: 'result';
      readonly source: ShownSource | null;
      /** A register without a usable row has both: its row account tells why, row by row. */
      readonly result: ShownResult | null;
      readonly problem: Problem | null;
    }
  | { readonly answer: 'rows'; readonly found: FoundRows }
  | { readonly answer: 'workbook'; readonly bytes: Uint8Array };

export type Answered = Answer & { readonly number: number };
