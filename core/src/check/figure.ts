/**
 * A figure is one printed number: where it stands, what it is called, and how exactly it is printed. It is known by
 * being the same object, so that two rules that speak of the same figure can be held together.
 */
import { roundHalfAway } from '../document/format.ts';
import { around, type Interval } from './interval.ts';

/**
 * `count` is exact unless printed with decimals; `percent` and `mean` are rounded to what is printed; `base` is what
 * percentages are said to rest on; `other` (median, trend, span) takes part in no rule.
 */
export type Kind = 'count' | 'percent' | 'mean' | 'base' | 'other';

export interface Figure {
  /** Path in the source: `soderhamn.groupProfile.meanActualisations[2]`, or a cell of a sheet: `C7`. */
  readonly path: string;
  /** The table's printed name, `Tabell 3`; empty where it has none. */
  readonly print: string;
  /** The row or column it stands for, as printed: `3-6`, `Polisen`; empty where it has none. */
  readonly label: string;
  readonly kind: Kind;
  readonly value: number;
  readonly decimals: number;
  /** Half a unit of the last printed decimal; 0 for a whole count. */
  readonly slack: number;
  /** Worked out from other figures of the print (a total, a share, a mean), so sooner wrong than what it rests on. */
  readonly derived: boolean;
}

/** What each figure is taken to be: as printed at first, then with the faults mended that have been found. */
export type Reading = (figure: Figure) => number;

export const AS_PRINTED: Reading = (figure) => figure.value;

export function standsFor(figure: Figure, read: Reading): Interval {
  return around(read(figure), figure.slack);
}

/** The printed number nearest to a value. */
export function printedAs(value: number, figure: Figure): number {
  return roundHalfAway(value, figure.decimals);
}

/** A number as it was printed: its value and how many decimals are shown. */
export interface PrintedNumber {
  readonly value: number;
  readonly decimals: number;
  readonly percent: boolean;
}

/** Beyond this a number is not rounded for print but worked out by a machine. */
const MOST_DECIMALS = 10;

export function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(Math.abs(value)).split('e');
  const fraction = digits.split('.')[1]?.length ?? 0;
  return Math.min(MOST_DECIMALS, Math.max(0, fraction - Number(exponent)));
}

const SPACES = /[\s\u00a0\u2009\u202f]/g;
const NUMBER =
  /^([-−]?)(\d+|\d{1,3}(?: \d{3})+|\d{1,3}(?:,\d{3}){2,})(?:[.,](\d+))?( ?%| ?kr\.?| ?SEK| ?år| ?st)?$/i;

/**
 * A number as a report prints it: `3 645`, `44 %`, `5,11`, `5.11`, `42 år`. A lone comma is the decimal comma.
 * `null` where the text is something else.
 */
export function readNumber(text: string): PrintedNumber | null {
  const match = NUMBER.exec(text.trim().replace(SPACES, ' '));
  if (!match) return null;
  const [, sign, whole, fraction = '', unit = ''] = match;
  const value = Number(`${whole!.replace(/[ ,]/g, '')}.${fraction}0`);
  return { value: sign ? -value : value, decimals: fraction.length, percent: unit.trim() === '%' };
}

/** `2 308 (69)` or `300 (44 %)`: a count with its percent in one cell. */
export function readCountWithPercent(text: string): readonly [PrintedNumber, PrintedNumber] | null {
  const match = /^([^()]+)\(([^()]+)\)$/.exec(text.trim());
  if (!match) return null;
  const count = readNumber(match[1]!);
  const percent = readNumber(match[2]!);
  if (!count || !percent || count.decimals > 0 || count.percent) return null;
  return [count, { ...percent, percent: true }];
}
