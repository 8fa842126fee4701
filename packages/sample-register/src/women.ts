/** Which persons of a group are women, so that a given number of its actualisations concern women. */
import type { Random } from './random.ts';

/**
 * A random choice of persons whose actualisations sum to `target` exactly, or null where no choice does. Each person
 * is taken with the chance that the share still missing gives, unless only one way leads to the sum.
 */
export function womenExactly(
  counts: readonly number[],
  target: number,
  random: Random,
): readonly boolean[] | null {
  const reachable = sumsOfTheRest(counts, target);
  if (!reachable[0]![target]) return null;
  let missing = target;
  let left = counts.reduce((a, b) => a + b, 0);
  return counts.map((count, person) => {
    const rest = reachable[person + 1]!;
    const canBeWoman = count <= missing && rest[missing - count] === 1;
    const canBeMan = rest[missing] === 1;
    const isWoman = canBeWoman && (!canBeMan || random.fraction() * left < missing);
    left -= count;
    if (isWoman) missing -= count;
    return isWoman;
  });
}

/** For each person, which sums from 0 to `target` some of the persons from there on make. */
function sumsOfTheRest(counts: readonly number[], target: number): readonly Uint8Array[] {
  const reachable = Array.from({ length: counts.length + 1 }, () => new Uint8Array(target + 1));
  reachable[counts.length]![0] = 1;
  for (let person = counts.length - 1; person >= 0; person--) {
    const count = counts[person]!;
    const rest = reachable[person + 1]!;
    const sums = reachable[person]!;
    for (let sum = 0; sum <= target; sum++) {
      sums[sum] = rest[sum] === 1 || (sum >= count && rest[sum - count] === 1) ? 1 : 0;
    }
  }
  return reachable;
}

/** As near to a share of the group's actualisations as whole persons come, for groups of any size. */
export function womenNearly(counts: readonly number[], share: number): readonly boolean[] {
  let all = 0;
  let concerningWomen = 0;
  return counts.map((count) => {
    all += count;
    const isWoman = concerningWomen + count / 2 < share * all;
    if (isWoman) concerningWomen += count;
    return isWoman;
  });
}
