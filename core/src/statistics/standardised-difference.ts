/** How much do two groups differ, whatever the unit? */

export interface MeanAndSpread {
  readonly mean: number;
  /** Of a sample, 0 or more, in the unit of the mean. */
  readonly standardDeviation: number;
}

/**
 * The difference between two groups' means counted in standard deviations, so that ages, months and counts can be
 * compared with each other. Does not grow with the number of persons, as a p-value falls. About 0,2 is small, 0,5
 * moderate, 0,8 large (J. Cohen 1988); below 0,1 is commonly read as no difference to speak of.
 *
 * Source: P. C. Austin, Balance diagnostics for comparing the distribution of baseline covariates, Statistics in
 * Medicine 28 (2009) 3083–3107: (mean₁ − mean₂) / √((s₁² + s₂²) / 2).
 *
 * @param first, second mean and standard deviation in the same unit, as summaryOf gives them; a RangeError when not
 * finite or when a standard deviation is below 0.
 * @returns positive when the first is higher; 0 when equal; null when neither group varies and the means differ.
 * @example
 * standardisedDifferenceOfMeans({ mean: 41, standardDeviation: 12 }, { mean: 36, standardDeviation: 9 }) // → 0.4714045
 */
export function standardisedDifferenceOfMeans(first: MeanAndSpread, second: MeanAndSpread): number | null {
  for (const { mean, standardDeviation } of [first, second]) {
    if (!Number.isFinite(mean) || !(standardDeviation >= 0 && standardDeviation < Infinity)) {
      throw new RangeError(
        'a standardised difference needs finite means and standard deviations of 0 or more',
      );
    }
  }
  const pooled = (first.standardDeviation ** 2 + second.standardDeviation ** 2) / 2;
  return inStandardDeviations(first.mean - second.mean, pooled);
}

/**
 * The difference between two groups' shares, such as the share of women, counted in standard deviations; read as the
 * one for means.
 *
 * Source: Austin (2009), as above: (p₁ − p₂) / √((p₁(1 − p₁) + p₂(1 − p₂)) / 2).
 *
 * @param first, second shares, 0 to 1; otherwise a RangeError.
 * @returns positive when the first is higher; 0 when equal; null for 0 against 1, where neither group varies.
 * @example
 * standardisedDifferenceOfShares(0.4, 0.25) // → 0.3244428
 */
export function standardisedDifferenceOfShares(first: number, second: number): number | null {
  for (const share of [first, second]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share is from 0 to 1, got ${String(share)}`);
  }
  return inStandardDeviations(first - second, (first * (1 - first) + second * (1 - second)) / 2);
}

function inStandardDeviations(difference: number, variance: number): number | null {
  if (difference === 0) return 0;
  return variance === 0 ? null : difference / Math.sqrt(variance);
}
