/** How many actualisations each person of a frequency group has: many with few, few with many. */
import type { Random } from './random.ts';

/**
 * A number for each person, from `fewest` to `most`, that sum to `actualisations` exactly. The caller has made sure
 * that they can: fewest · persons ≤ actualisations ≤ most · persons.
 */
export function actualisationsPerPerson(
  persons: number,
  actualisations: number,
  { fewest, most }: { readonly fewest: number; readonly most: number },
  random: Random,
): number[] {
  // Cutting to a whole number takes half an actualisation off the mean.
  const meanAbove = actualisations / persons - fewest + 0.5;
  const counts = Array.from({ length: persons }, () =>
    Math.min(most, fewest + Math.floor(random.waitingTime() * meanAbove)),
  );
  let missing = actualisations - counts.reduce((a, b) => a + b, 0);
  while (missing !== 0) {
    const step = Math.sign(missing);
    const person = random.below(persons);
    const count = counts[person]! + step;
    if (count < fewest || count > most) continue;
    counts[person] = count;
    missing -= step;
  }
  return counts;
}
