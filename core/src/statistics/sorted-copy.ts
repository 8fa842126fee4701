/** Numbers in rising order, which quantiles and measures of concentration start from. */

/** A wider range of whole numbers than ages or counts have is sorted as any others. */
const WIDEST_RANGE = 65_536;

/**
 * A sorted copy: −∞ first, ∞ and NaN last. Whole numbers of a narrow range are sorted by counting, which is many times
 * faster for a million ages.
 */
export function sortedCopy(values: ArrayLike<number>): Float64Array {
  const copy = new Float64Array(values);
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < copy.length; i++) {
    const value = copy[i]!;
    if (!Number.isInteger(value)) return copy.sort();
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (max - min >= WIDEST_RANGE) return copy.sort();
  const occurs = new Int32Array(copy.length === 0 ? 0 : max - min + 1);
  for (let i = 0; i < copy.length; i++) occurs[copy[i]! - min]!++;
  let at = 0;
  for (let offset = 0; offset < occurs.length; offset++) {
    copy.fill(min + offset, at, at + occurs[offset]!);
    at += occurs[offset]!;
  }
  return copy;
}
