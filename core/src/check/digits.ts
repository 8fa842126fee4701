/** Slips of the pen: numbers that differ by two digits that changed places, or by one digit. */
import type { Figure } from './figure.ts';
import { contains, scaled, type Interval } from './interval.ts';

/** The value between `expected` that differs from the printed one by two digits that changed places. */
export function swapFor(figure: Figure, expected: Interval): number | null {
  const unit = 10 ** figure.decimals;
  const slip = slipWithin(Math.round(figure.value * unit), scaled(expected, unit));
  const right = slip === null ? null : slip / unit;
  return right !== null && isSwap(figure.value, right, figure.decimals) ? right : null;
}

/** 3 645 for 3 465. */
export function isSwap(a: number, b: number, decimals: number): boolean {
  const unit = 10 ** decimals;
  return swapsOf(String(Math.round(a * unit))).includes(String(Math.round(b * unit)));
}

/** The one value in an interval that is a swap of digits, else a change of one, from a number; `null` otherwise. */
export function slipWithin(value: number, interval: Interval): number | null {
  const digits = String(value);
  if (!/^\d{2,}$/.test(digits)) return null;
  const inside = (texts: readonly string[]) =>
    [...new Set(texts.map(Number))].filter((one) => one !== value && contains(interval, one));
  for (const near of [inside(swapsOf(digits)), inside(changesOf(digits))]) {
    if (near.length === 1) return near[0]!;
  }
  return null;
}

function swapsOf(digits: string): readonly string[] {
  return Array.from(
    { length: Math.max(0, digits.length - 1) },
    (_, i) => digits.slice(0, i) + digits[i + 1]! + digits[i]! + digits.slice(i + 2),
  ).filter((one) => one !== digits);
}

function changesOf(digits: string): readonly string[] {
  return [...digits]
    .flatMap((_, i) => [...'0123456789'].map((digit) => digits.slice(0, i) + digit + digits.slice(i + 1)))
    .filter((one) => one !== digits && !one.startsWith('0'));
}
