/** Concentration as a sentence: the most frequent tenth have so many of the actualisations. */
import { countsInOrder } from './counts-in-order.ts';

/** The share of all actualisations that the most frequent persons have. */
export interface TopShare {
  /** The share of persons that was asked for. */
  readonly share: number;
  /** How many persons that is: ⌈share · persons⌉. */
  readonly persons: number;
  /** Their share of all actualisations, 0 to 1. */
  readonly ofActualisations: number;
}

/**
 * How large a share of all actualisations the most frequent 1, 5, 10 or 20 % of the persons have. Use it to say in
 * one sentence how much of the work concerns a few.
 *
 * Source: definitions of the lathund, "Concentration": the first ⌈share · persons⌉ persons by falling count. Persons
 * tied at the limit have the same count, so which of them is taken does not matter.
 *
 * @param counts actualisations of each person, finite and 0 or more; otherwise a RangeError.
 * @param shares shares of the persons, above 0 and at most 1; otherwise a RangeError.
 * @returns one answer for each share, in the order given; none for no persons, or for no actualisations.
 * @example
 * topShares([1, 1, 1, 5], [0.25]) // → [{ share: 0.25, persons: 1, ofActualisations: 0.625 }]
 */
export function topShares(counts: ArrayLike<number>, shares: readonly number[]): TopShare[] {
  for (const share of shares) {
    if (!(share > 0 && share <= 1)) {
      throw new RangeError(`topShares needs shares above 0 and at most 1, got ${String(share)}`);
    }
  }
  const sorted = countsInOrder(counts);
  const n = sorted.length;
  const fromTop = new Float64Array(n + 1);
  for (let taken = 1; taken <= n; taken += 1) fromTop[taken] = fromTop[taken - 1]! + sorted[n - taken]!;
  const sum = fromTop[n]!;
  if (sum === 0) return [];
  return shares.map((share) => {
    const persons = personsIn(share, n);
    return { share, persons, ofActualisations: fromTop[persons]! / sum };
  });
}

/**
 * ⌈share · persons⌉ as by hand. 0,07 · 100 is 7,000000000000001 in binary arithmetic; a product that is whole within
 * the rounding of its two steps (share to binary, and the multiplication) is meant to be whole.
 */
function personsIn(share: number, persons: number): number {
  const product = share * persons;
  const whole = Math.round(product);
  return Math.abs(product - whole) <= product * 2 * Number.EPSILON ? whole : Math.ceil(product);
}
