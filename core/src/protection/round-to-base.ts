/** Rounding of counts to a base, the alternative to suppression for views that are filtered. */

/**
 * The multiple of the base nearest to a count.
 *
 * @param value a whole count, 0 or more
 */
export function roundToBase(value: number, base: 3 | 5): number {
  return Math.round(value / base) * base;
}
