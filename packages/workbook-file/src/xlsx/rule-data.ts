/** Rules on cells: what may be typed, and looks that come and go with what a cell holds. */
import type { CellRange } from './address.ts';
import type { LentLookData } from './look-data.ts';

export type ComparisonName = (typeof COMPARISONS)[number];

/** By the file's own names. */
export const COMPARISONS = [
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
] as const;

export interface ValidationData {
  readonly ranges: readonly CellRange[];
  readonly type: 'none' | 'whole' | 'decimal' | 'list' | 'date' | 'time' | 'textLength' | 'custom';
  readonly operator: ComparisonName;
  /** As a file writes them: a formula without its `=`, a list of words in quotes. */
  readonly formulas: readonly string[];
  readonly allowsBlank: boolean;
  /** Whether a list is offered as a menu in the cell. */
  readonly hasMenu: boolean;
  readonly prompt: { readonly shows: boolean; readonly title: string; readonly text: string };
  readonly alert: {
    readonly shows: boolean;
    readonly style: 'stop' | 'warning' | 'information';
    readonly title: string;
    readonly text: string;
  };
}

/** The first of a sheet's formats has the highest priority. */
export interface ConditionalFormatData {
  readonly ranges: readonly CellRange[];
  readonly stops: boolean;
  readonly rule: ConditionalRule;
  /** `null` for a scale of colours, which is a look itself. */
  readonly look: LentLookData | null;
}

/** Formulas are without their `=`. */
export type ConditionalRule =
  | { readonly kind: 'value'; readonly operator: ComparisonName; readonly formulas: readonly string[] }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'text'; readonly operator: TextOperator; readonly text: string }
  | { readonly kind: 'top'; readonly rank: number; readonly bottom: boolean; readonly percent: boolean }
  | {
      readonly kind: 'average';
      readonly above: boolean;
      readonly orEqual: boolean;
      /** So many standard deviations off; 0 is the average itself. */
      readonly deviations: number;
    }
  | { readonly kind: 'is'; readonly what: CellCondition }
  | { readonly kind: 'period'; readonly period: DayPeriod }
  | { readonly kind: 'colours'; readonly points: readonly ColourPoint[] };

export type TextOperator = 'containsText' | 'notContainsText' | 'beginsWith' | 'endsWith';

/** By the file's own names. */
export type CellCondition = (typeof CELL_CONDITIONS)[number];

export const CELL_CONDITIONS = [
  'containsBlanks',
  'notContainsBlanks',
  'containsErrors',
  'notContainsErrors',
  'duplicateValues',
  'uniqueValues',
] as const;

/** By the file's own names. */
export type DayPeriod = (typeof DAY_PERIODS)[number];

export const DAY_PERIODS = [
  'yesterday',
  'today',
  'tomorrow',
  'last7Days',
  'lastWeek',
  'thisWeek',
  'nextWeek',
  'lastMonth',
  'thisMonth',
  'nextMonth',
] as const;

/** Two or three make a scale. */
export interface ColourPoint {
  readonly type: 'min' | 'max' | 'num' | 'percent' | 'percentile' | 'formula';
  readonly value: string | null;
  readonly colour: string;
}
