/**
 * Whether a sum is nearly one person's: the p % rule of statistical disclosure control (Hundepool et al., Statistical
 * Disclosure Control, 2012, section 4.2). Who knows the second largest share, as the one whose it is does, takes it from
 * the sum and comes as near the largest as what all others have. Where that is less than a tenth of the largest, the sum
 * gives it away.
 */
const PART_OF_LARGEST = 0.1;

/** @param shares of the sum, one a person, none below 0 */
export function isDominated(shares: Iterable<number>): boolean {
  let largest = 0;
  let second = 0;
  let sum = 0;
  for (const share of shares) {
    sum += share;
    if (share > largest) [largest, second] = [share, largest];
    else if (share > second) second = share;
  }
  return largest > 0 && sum - largest - second < PART_OF_LARGEST * largest;
}
