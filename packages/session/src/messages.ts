/** What a page asks its session and what the session answers. Every answer carries the number of its question. */
import type { CellValue, CodedRole, DocumentRow, Language, Problem, ResultDocument, Role } from 'isu-core';
import type { ReadSheet } from 'isu-core/review';
import type {
  ComparisonChoices,
  ComparisonChosen,
  ShownComparison,
} from './comparison/comparison-messages.ts';
import type { MadeReview, ReviewMaking, ShownReview, TablesChosen } from './review/review-messages.ts';
import type { BesideRows, SelectedRows } from './rows-of-analysis.ts';
import type { FormSettings } from './settings-form.ts';
import type { KeptSetting } from './settings-json.ts';
import type { ShownMapping } from './shown-mapping.ts';
import type { CheckedTables } from './table-check.ts';

/** Questions that change what is analysed, or how. The fields always go along, so that nothing filled in is lost. */
export type Change =
  | { readonly ask: 'open-sample' }
  /** A register, settings or a key: the session sees which. */
  | { readonly ask: 'open-file'; readonly name: string; readonly bytes: Uint8Array }
  /** The last of the rows that were handed over: from now on they are the register. */
  | { readonly ask: 'end-rows'; readonly dateSystem: 1900 | 1904; readonly settings: SettingsForRows }
  | { readonly ask: 'open-key'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ask: 'close-key' }
  | { readonly ask: 'analyse'; readonly sheet: string | null }
  /** `name` is the header or the letter; `null` takes back the choice. */
  | { readonly ask: 'choose-column'; readonly role: Role; readonly name: string | false | null }
  | {
      readonly ask: 'choose-code';
      readonly role: CodedRole;
      readonly value: string;
      readonly meaning: string | null;
    }
  | { readonly ask: 'choose-header-row'; readonly row: number }
  | { readonly ask: 'forget-mapping' }
  | { readonly ask: 'forget-setting'; readonly key: string }
  | { readonly ask: 'close-settings' };

/** With rows that are handed over: what holds already, nothing but what holds of every register, or settings as JSON. */
export type SettingsForRows = 'same' | 'anew' | { readonly stored: unknown };

export type Question =
  | (Change & { readonly form: FormSettings })
  | { readonly ask: 'translate' }
  | {
      readonly ask: 'rows';
      readonly table: string;
      readonly search: string;
      /** How many of the rows found are passed over; none where it is not said. */
      readonly from?: number;
      readonly most: number;
    }
  /** What a host has read is handed over piece by piece, and nothing is changed until `end-rows`. */
  | { readonly ask: 'begin-rows'; readonly name: string; readonly sheet: string | null }
  | {
      readonly ask: 'take-rows';
      readonly rows: readonly (readonly CellValue[])[];
      /** The first row's number in the sheet, from 0. */
      readonly firstRow: number;
    }
  | { readonly ask: 'cancel-rows' }
  | { readonly ask: 'added-columns' }
  | { readonly ask: 'selected-rows' }
  | { readonly ask: 'selection-document' }
  /** The sheets of a new case-file review, of the persons as the settings select them. */
  | { readonly ask: 'make-review'; readonly making: ReviewMaking }
  /** The tables of a review, from its sheets as the host has read them; no register need be open. */
  | {
      readonly ask: 'review-tables';
      /** As the protocol names the source. */
      readonly name: string;
      readonly sheets: readonly ReadSheet[];
      readonly chosen: TablesChosen;
    }
  /** What can be chosen of the register as it is analysed. */
  | { readonly ask: 'comparison-choices' }
  | { readonly ask: 'compare'; readonly chosen: ComparisonChosen }
  | { readonly ask: 'workbook'; readonly of: 'result' | 'comparison' }
  | { readonly ask: 'settings-file'; readonly form: FormSettings }
  | { readonly ask: 'mapping-file' }
  | { readonly ask: 'make-key' }
  | { readonly ask: 'check-file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ask: 'check-sheet'; readonly sheet: string };

/** `asOf` is today as the user's computer has it: the analysis itself has no clock. */
export type Asked = Question & {
  readonly number: number;
  readonly language: Language;
  readonly asOf: string;
};

export type Step = 'reading' | 'counting' | 'arranging' | 'writing' | 'checking';

/** Tables longer than a page shows at once are cut; `lengths` has their full number of rows. */
export interface CutDocument {
  readonly document: ResultDocument;
  readonly lengths: Readonly<Record<string, number>>;
}

export interface ShownResult extends CutDocument {
  /** By key of a row of the table `quality`: the first rows of the source that it is about. Empty for publication. */
  readonly rowsToMend: Readonly<Record<string, readonly number[]>>;
}

/** The open file; of a workbook, the sheet that is read and those that could be. */
export interface ShownSource {
  readonly file: string;
  readonly isSample: boolean;
  readonly sheetName: string | null;
  readonly sheetNames: readonly string[];
}

export interface FoundRows {
  readonly rows: readonly DocumentRow[];
  /** How many rows of the table the search finds; `rows` are the first of them. */
  readonly found: number;
}

/** Where the settings come from, beside the fields. */
export interface ShownSettings {
  /** The open settings file's name. */
  readonly file: string | null;
  readonly kept: readonly KeptSetting[];
  /** The name of the key's file, where persons are shown by code. */
  readonly key: string | null;
  /** The key file that the settings ask for, where it is not open. */
  readonly missingKey: string | null;
}

export type Answer =
  | { readonly answer: 'step'; readonly step: Step }
  | {
      readonly answer: 'result';
      readonly source: ShownSource | null;
      /** A register without a usable row has both: its row account tells why, row by row. */
      readonly result: ShownResult | null;
      readonly problem: Problem | null;
      /** `null` where no sheet could be read, or the settings are wrong. */
      readonly mapping: ShownMapping | null;
      readonly settings: ShownSettings;
      /** Where the settings came from elsewhere than the fields, what the fields are to hold. */
      readonly form: FormSettings | null;
    }
  /** Nothing was changed: what was shown stands. */
  | { readonly answer: 'refused'; readonly problem: Problem }
  | { readonly answer: 'rows'; readonly found: FoundRows }
  /** How many rows the register that is handed over has so far, those above its first included. */
  | { readonly answer: 'rows-taken'; readonly rows: number }
  /** `null` without an analysis. */
  | { readonly answer: 'added-columns'; readonly beside: BesideRows | null }
  /** `null` without an analysis, or where its settings ask for no selection. */
  | { readonly answer: 'selected-rows'; readonly selected: SelectedRows | null }
  /** The selection as a document of its own; its long table is cut, as the result's are. */
  | { readonly answer: 'selection-document'; readonly selection: CutDocument }
  | { readonly answer: 'review-made'; readonly made: MadeReview }
  | { readonly answer: 'review-tables'; readonly shown: ShownReview }
  /** `null` without a row to compare. */
  | { readonly answer: 'comparison-choices'; readonly choices: ComparisonChoices | null }
  | { readonly answer: 'compared'; readonly shown: ShownComparison }
  | { readonly answer: 'workbook'; readonly bytes: Uint8Array }
  | { readonly answer: 'settings-text'; readonly text: string }
  /** Shown once; it is in force when its file is opened. */
  | { readonly answer: 'key-text'; readonly text: string }
  | { readonly answer: 'checked'; readonly checked: CheckedTables };

export type Answered = Answer & { readonly number: number };
