/**
 * Intervals of numbers, both ends included. A printed 44 % stands for every share from 43,5 to 44,5, so a figure is
 * held against others as an interval, never as a point.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What binary arithmetic may add or take away; far below the last printed decimal. */
const RELATIVE_ERROR = 1e-9;

export const EVERYTHING: Interval = { low: -Infinity, high: Infinity };

export function point(value: number): Interval {
  return { low: value, high: value };
}

export function around(value: number, slack: number): Interval {
  return { low: value - slack, high: value + slack };
}

export function meets(a: Interval, b: Interval): boolean {
  return a.low <= b.high + error(a.low, b.high) && b.low <= a.high + error(b.low, a.high);
}

export function contains(interval: Interval, value: number): boolean {
  return meets(interval, point(value));
}

export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function minus(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

/** Product of intervals that lie at or above zero. */
export function times(a: Interval, b: Interval): Interval {
  return { low: finite(a.low * b.low), high: finite(a.high * b.high) };
}

/** Quotient of intervals that lie at or above zero; what may be divided by zero may be anything above. */
export function over(a: Interval, b: Interval): Interval {
  return { low: b.high > 0 ? a.low / b.high : 0, high: b.low > 0 ? a.high / b.low : Infinity };
}

export function scaled(a: Interval, factor: number): Interval {
  return { low: a.low * factor, high: a.high * factor };
}

/** The part of an interval that lies at or above zero. */
export function notNegative(a: Interval): Interval {
  return { low: Math.max(0, a.low), high: Math.max(0, a.high) };
}

export function hull(intervals: readonly Interval[]): Interval {
  return {
    low: Math.min(...intervals.map((one) => one.low)),
    high: Math.max(...intervals.map((one) => one.high)),
  };
}

/** The whole numbers in an interval, or `null` where there are none. */
export function wholeNumbersIn(interval: Interval): Interval | null {
  const low = Math.ceil(interval.low - error(interval.low, interval.low));
  const high = Math.floor(interval.high + error(interval.high, interval.high));
  return low <= high ? { low, high } : null;
}

function error(a: number, b: number): number {
  const size = Math.max(Math.abs(a), Math.abs(b));
  return Number.isFinite(size) ? RELATIVE_ERROR * Math.max(size, 1e-3) : 0;
}

/** 0 · ∞ is 0 here: nothing of anything is nothing. */
function finite(product: number): number {
  return Number.isNaN(product) ? 0 : product;
}
