/** Many tests at once: what their p-values are worth together. */

/**
 * p-values adjusted for being many. Of twenty comparisons where nothing differs one gives p < 0,05 by chance; an
 * adjusted p below 0,05 keeps the risk of even one such mistake among them all below 5 %. Use it whenever a table
 * holds more than one test, and say so beside the table.
 *
 * Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6
 * (1979) 65–70; as R's p.adjust(method = "holm").
 *
 * @param ps p-values, 0 to 1, otherwise a RangeError; null for a comparison without a test, which counts for nothing.
 * @returns adjusted p-values in the same order, 0 to 1, none below its own p; null stays null.
 * @example
 * holmAdjustment([0.01, 0.04, null, 0.03]) // → [0.03, 0.06, null, 0.06]
 */
export function holmAdjustment(ps: readonly (number | null)[]): (number | null)[] {
  const adjusted: (number | null)[] = ps.map(() => null);
  const rising = [...ps.entries()]
    .filter((entry): entry is [number, number] => entry[1] !== null)
    .sort(([, a], [, b]) => a - b);
  let highest = 0;
  rising.forEach(([at, p], place) => {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value is from 0 to 1, got ${String(p)}`);
    highest = Math.max(highest, Math.min(1, p * (rising.length - place)));
    adjusted[at] = highest;
  });
  return adjusted;
}
