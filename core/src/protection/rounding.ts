/**
 * Rounding of counts, for views where the reader filters: there suppression does not help, since one view less another
 * gives back what each of them hides. A count is rounded to the nearest multiple of 3 or 5, always the same way.
 *
 * It protects against reading a small count off one view: at base 5 a shown 5 is any of 3 to 7, and 0 is 0 to 2; at base
 * 3 a shown 3 is 2 to 4, and 0 is 0 or 1. It does not protect against a reader who lays many views side by side: two
 * views that differ by one person give him away in the worst case one time in five (base 5) or three (base 3). Whoever
 * must not be able to do that should not have the filters.
 *
 * Rounding at random, keyed by the cell, would be better only with a key the reader cannot get at, and what draws a
 * view lies in the reader's hands: docs/decisions/0005-protection.md.
 */

/**
 * The nearest multiple of the base. There are no halves to settle, 3 and 5 being odd. Totals are rounded on their own,
 * so that each is within half a base of the truth; rounded parts need not sum to a rounded total. Percentages are to be
 * taken of rounded counts.
 *
 * @example
 * roundToBase(7, 5); // 5
 * roundToBase(8, 5); // 10
 * roundToBase(1, 3); // 0
 */
export function roundToBase(count: number, base: 3 | 5): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
  return Math.round(count / base) * base;
}

/** Many rows of one or two persons are none, as their persons are. */
export function roundedCount(count: { readonly n: number; readonly persons: number }, base: 3 | 5): number {
  return roundToBase(count.persons, base) === 0 ? 0 : roundToBase(count.n, base);
}

/**
 * Whether so many persons are `threshold` at least by their rounded number alone, which is what a reader has: a shown 5
 * is 3 to 7.
 */
export function areSurely(threshold: number, persons: number, base: 3 | 5): boolean {
  return roundToBase(persons, base) - (base - 1) / 2 >= threshold;
}
