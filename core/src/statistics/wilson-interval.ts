/** The uncertainty of a share. */

/** Lower and upper limit, both shares from 0 to 1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** The 97,5th percentile of the normal distribution: what makes an interval one of 95 %. */
export const Z_95 = 1.959963984540054;

/**
 * How far a percentage can be trusted: the interval in which the true share is likely to lie when `successes` of
 * `trials` had the property. Use it beside every percent, above all where the base is small; unlike the usual
 * ± interval it stays within 0–100 % and holds for few cases and for shares near 0 or 1.
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209–212,
 * without continuity correction; as R's prop.test(x, n, correct = FALSE).
 *
 * @param successes how many had the property; 0 to `trials`, otherwise a RangeError.
 * @param trials how many were asked; 0 or more.
 * @param z how many standard errors wide; default 95 %.
 * @returns limits as shares, 0 to 1; `lower` is 0 when no one had it, `upper` 1 when all had it; null for no trials.
 * @example
 * wilsonInterval(3, 20) // → { lower: 0.0523687, upper: 0.3604189 }
 */
export function wilsonInterval(successes: number, trials: number, z = Z_95): Interval | null {
  if (!(successes >= 0 && successes <= trials && trials < Infinity && z >= 0)) {
    throw new RangeError(
      `wilsonInterval needs 0 ≤ successes ≤ trials and z ≥ 0, got ${String(successes)}, ${String(trials)} and ${String(z)}`,
    );
  }
  if (trials === 0) return null;
  const share = successes / trials;
  const square = (z * z) / trials;
  const half = Math.sqrt(square * (share * (1 - share) + square / 4));
  return {
    lower: (share + square / 2 - half) / (1 + square),
    // Rounding would take half of these to a hair beside 1.
    upper: successes === trials ? 1 : (share + square / 2 + half) / (1 + square),
  };
}
