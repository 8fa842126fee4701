/** Concentration as a curve. */
import { countsInOrder } from './counts-in-order.ts';

/** [share of persons, share of actualisations], both 0 to 1. */
export type LorenzPoint = readonly [persons: number, actualisations: number];

/**
 * How large a share of the actualisations the least frequent persons account for: 10, 20 … 100 % of the persons, from
 * those with the fewest. The further the curve hangs below the diagonal, the more a few persons account for.
 *
 * Source: M. O. Lorenz, Methods of measuring the concentration of wealth, Publications of the American Statistical
 * Association 9 (1905) 209–219.
 *
 * @param counts actualisations of each person, finite and 0 or more; otherwise a RangeError.
 * @returns from [0, 0] to [1, 1], with one point for each count that occurs, since persons with the same count lie on
 * one straight piece. Empty for no persons, or for no actualisations.
 * @example
 * lorenz([1, 1, 1, 5]) // → [[0, 0], [0.75, 0.375], [1, 1]]
 */
export function lorenz(counts: ArrayLike<number>): LorenzPoint[] {
  const sorted = countsInOrder(counts);
  const n = sorted.length;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += sorted[i]!;
  if (sum === 0) return [];
  const points: LorenzPoint[] = [[0, 0]];
  let reached = 0;
  for (let i = 0; i < n; i += 1) {
    reached += sorted[i]!;
    if (sorted[i] !== sorted[i + 1]) points.push([(i + 1) / n, reached / sum]);
  }
  return points;
}
