/** All that the pane shows, as plain data: the components draw it, `Pane` changes it. */
import type { Problem } from 'isu-core';
import {
  EMPTY_FORM,
  type ComparisonChoices,
  type ComparisonChosen,
  type FormSettings,
  type ShownComparison,
  type ShownMapping,
  type ShownResult,
  type ShownReview,
  type ShownSettings,
} from 'isu-session';
import type { ReviewFields } from './review-work.ts';
import type { ExportChange, ExportPlace, MadeSheet, WrittenDocument } from '../../office/workbook.ts';

export const STEPS = ['data', 'limits', 'control', 'result'] as const;
export type StepName = (typeof STEPS)[number];

/** The four steps, or what stands beside them; the review is a desk of its own. */
export type View = 'steps' | 'columns' | 'selection' | 'compare' | 'help' | 'review' | 'review-tables';

export type Activity =
  | 'finding'
  | 'reading'
  | 'counting'
  | 'comparing'
  | 'writing'
  | 'adding'
  | 'marking'
  | 'making'
  | 'tabulating';

export interface Busy {
  readonly activity: Activity;
  /** Rows read, or the number of the sheet being written; `null` where there is nothing to tell. */
  readonly progress: { readonly done: number; readonly of: number; readonly name?: string } | null;
  readonly canStop: boolean;
}

/** What went well, to be said once. */
export type Said =
  | ({ readonly kind: 'written' } & WrittenDocument)
  | { readonly kind: 'columns-added'; readonly address: string }
  | { readonly kind: 'marked'; readonly rows: number; readonly persons: number }
  | { readonly kind: 'unmarked' }
  | {
      readonly kind: 'review-made';
      readonly sheets: readonly string[];
      readonly persons: number;
      /** Above the five that were asked for, since they tie with the fifth. */
      readonly ties: number;
      /** Answers carried over. */
      readonly kept: number;
    }
  | { readonly kind: 'stopped' };

/** What is asked before a new review takes the place of one with answers. */
export interface ReviewAsked {
  readonly fields: ReviewFields;
  readonly sheets: readonly string[];
  /** `null` where they cannot be read, and so not be kept. */
  readonly answers: number | null;
}

export type Written = 'result' | 'selection' | 'comparison' | 'review';

export interface Overwriting {
  readonly writing: Written;
  readonly changed: readonly MadeSheet[];
  /** Sheets that are not changed, and must go or stay with those that are. */
  readonly tied: readonly MadeSheet[];
  /** Whether there is anything left to write when these are kept. */
  readonly canKeep: boolean;
}

/** What the session has answered last. */
export interface Counted {
  readonly result: ShownResult | null;
  readonly mapping: ShownMapping | null;
  readonly settings: ShownSettings;
}

/** A comparison of the export's parts, from what can be chosen to its tables. */
export interface Comparing {
  readonly choices: ComparisonChoices;
  readonly chosen: ComparisonChosen;
  /** As it was counted last. */
  readonly shown: ShownComparison | null;
}

export interface PaneState {
  readonly view: View;
  readonly step: StepName;
  readonly busy: Busy | null;
  readonly place: ExportPlace | null;
  /** The places that can be chosen among. */
  readonly places: readonly ExportPlace[];
  readonly counted: Counted | null;
  readonly form: FormSettings;
  /** What is counted has been counted with the form as it stands. */
  readonly isCounted: boolean;
  /** Why the rows cannot be counted, or written. */
  readonly problem: Problem | null;
  /** The settings come from the workbook. */
  readonly isStored: boolean;
  readonly said: Said | null;
  /** What has become of the export since it was read. */
  readonly change: ExportChange | null;
  /** While it is asked what to do with sheets of an earlier run that the user has changed. */
  readonly overwriting: Overwriting | null;
  /** While it is asked what to do with a review that has answers. */
  readonly reviewAsked: ReviewAsked | null;
  /** The tables of the review, as they were counted last. */
  readonly reviewed: ShownReview | null;
  /** `null` where nothing has been asked of the export as it is counted. */
  readonly comparing: Comparing | null;
}

export const AT_START: PaneState = {
  view: 'steps',
  step: 'data',
  busy: null,
  place: null,
  places: [],
  counted: null,
  form: EMPTY_FORM,
  isCounted: false,
  problem: null,
  isStored: false,
  said: null,
  change: null,
  overwriting: null,
  reviewAsked: null,
  reviewed: null,
  comparing: null,
};
