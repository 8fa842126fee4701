/** Concentration in one figure. */
import { countsInOrder } from './counts-in-order.ts';

/**
 * How unevenly the actualisations are spread over the persons, from 0 (everyone has equally many) towards 1 (a few
 * have nearly all). Use it to compare years or units; the Lorenz curve shows what lies behind it.
 *
 * Source: C. Gini, Variabilità e mutabilità (1912), as Σ (2i − n − 1) xᵢ / (n Σ xᵢ) with xᵢ in rising order: half the
 * mean difference between two persons relative to the mean, twice the area between the Lorenz curve and the diagonal.
 * The persons are all there are, not a sample, so without the correction n/(n − 1).
 *
 * @param counts actualisations of each person, finite and 0 or more; otherwise a RangeError.
 * @returns 0 to (n − 1)/n; 0 for one person; null for no persons, or for no actualisations.
 * @example
 * gini([1, 1, 1, 5]) // → 0.375
 */
export function gini(counts: ArrayLike<number>): number | null {
  const sorted = countsInOrder(counts);
  const n = sorted.length;
  let sum = 0;
  let weighted = 0;
  for (let i = 0; i < n; i += 1) {
    sum += sorted[i]!;
    weighted += (2 * i + 1 - n) * sorted[i]!;
  }
  return sum === 0 ? null : weighted / (n * sum);
}
