/** What the product gives held against what something else gives, figure by figure. */

export interface Held {
  /** What is defined, as docs/definitions.md calls it. */
  readonly definition: string;
  /** What it is held against, and its version. */
  readonly reference: string;
  /** Where the reference's answers, or the script that asks for them, stand. */
  readonly where: string;
  readonly cases: number;
  readonly difference: Difference;
}

export interface Difference {
  readonly figures: number;
  /** The largest difference. */
  readonly absolute: number;
  /** The largest difference, of the reference's figure; where that is 0 the difference itself. */
  readonly relative: number;
}

export type Figure = number | string | null | undefined;

/** Figures two by two: the product's, and the reference's. What is no number is to be the same to the letter. */
export function differenceOf(pairs: Iterable<readonly [ours: Figure, theirs: Figure]>): Difference {
  let [figures, absolute, relative] = [0, 0, 0];
  for (const [ours, theirs] of pairs) {
    figures++;
    if (typeof ours !== 'number' || typeof theirs !== 'number') {
      if ((ours ?? null) !== (theirs ?? null))
        throw new Error(`${String(ours)} where the reference has ${String(theirs)}`);
      continue;
    }
    const difference = Math.abs(ours - theirs);
    absolute = Math.max(absolute, difference);
    relative = Math.max(relative, theirs === 0 ? difference : difference / Math.abs(theirs));
  }
  return { figures, absolute, relative };
}
