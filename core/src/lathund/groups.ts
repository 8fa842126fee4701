/** Frequency groups: persons by how often they come. Lower limits, default 1, 2, 3, 7, 12 (Söderhamn report, Steg 1). */

export interface FrequencyGroup {
  /** `1`, `3-6`, `12+`: stable in files. */
  readonly key: string;
  readonly lowest: number;
  /** Infinity for the last. */
  readonly highest: number;
}

/**
 * The frequency groups of lower limits.
 *
 * @param limits lower limits: whole, rising, from 1
 */
export function frequencyGroups(limits: readonly number[]): readonly FrequencyGroup[] {
  return limits.map((lowest, at) => {
    const next = limits[at + 1];
    const highest = next === undefined ? Infinity : next - 1;
    const key =
      highest === Infinity
        ? `${String(lowest)}+`
        : lowest === highest
          ? String(lowest)
          : `${String(lowest)}-${String(highest)}`;
    return { key, lowest, highest };
  });
}

/** Index of the group that a count belongs to. */
export function groupIndex(count: number, limits: readonly number[]): number {
  let at = limits.length - 1;
  while (at > 0 && count < limits[at]!) at--;
  return at;
}
