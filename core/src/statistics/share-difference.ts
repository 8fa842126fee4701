/** How much do two groups' shares differ, and how sure is that? */
import { wilsonInterval, Z_95, type Interval } from './wilson-interval.ts';

export interface ShareDifference extends Interval {
  /** First less second, −1 to 1. */
  readonly difference: number;
}

/**
 * The difference between two shares (of women this year and last, say) with the interval in which the true difference
 * is likely to lie. An interval that holds 0 does not tell the groups apart. Holds for few cases and for shares of 0 %
 * and 100 %, where the usual ± interval fails.
 *
 * Source: R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in
 * Medicine 17 (1998) 873–890, method 10: from the Wilson interval of each share, without continuity correction.
 *
 * @param first, second `successes` of `trials`, as wilsonInterval takes them; otherwise a RangeError.
 * @param z how many standard errors wide; default 95 %.
 * @returns −1 to 1, lower ≤ difference ≤ upper; null when either group is empty.
 * @example
 * shareDifference({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }) // → { difference: 0.2, lower: 0.0524315, upper: 0.3338727 }
 */
export function shareDifference(
  first: { readonly successes: number; readonly trials: number },
  second: { readonly successes: number; readonly trials: number },
  z = Z_95,
): ShareDifference | null {
  const one = wilsonInterval(first.successes, first.trials, z);
  const two = wilsonInterval(second.successes, second.trials, z);
  if (!one || !two) return null;
  const p = first.successes / first.trials;
  const q = second.successes / second.trials;
  const difference = p - q;
  return {
    difference,
    lower: difference - Math.hypot(p - one.lower, two.upper - q),
    upper: difference + Math.hypot(one.upper - p, q - two.lower),
  };
}
