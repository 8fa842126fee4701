/** The counts that the measures of concentration start from: actualisations per person, fewest first. */
import { sortedCopy } from './sorted-copy.ts';

/**
 * A sorted copy of counts per person.
 *
 * @param counts finite and 0 or more; otherwise a RangeError. Not changed.
 * @example
 * Array.from(countsInOrder([3, 1, 2])) // → [1, 2, 3]
 */
export function countsInOrder(counts: ArrayLike<number>): Float64Array {
  const sorted = sortedCopy(counts);
  // Sorting puts the smallest first, and ∞ and NaN last: the ends tell of them all.
  if (sorted.length > 0 && !(sorted[0]! >= 0 && sorted[sorted.length - 1]! < Infinity)) {
    throw new RangeError('counts per person are finite and 0 or more');
  }
  return sorted;
}
