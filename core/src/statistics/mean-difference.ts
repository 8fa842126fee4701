/** How much do two groups' means differ, and how sure is that? */
import { logGamma } from './log-gamma.ts';

export interface MeanDifference {
  /** First less second, in the unit of the means. */
  readonly difference: number;
  /** 95 % limits. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * The difference between two means (of age this year and last, say) with the interval in which the true difference is
 * likely to lie. The groups may be of different size and spread. An interval that holds 0 does not tell them apart.
 *
 * Source: B. L. Welch, The generalization of Student's problem when several different population variances are
 * involved, Biometrika 34 (1947) 28–35, with F. E. Satterthwaite's degrees of freedom (1946); as R's t.test.
 *
 * @param first, second as summaryOf gives them.
 * @returns null where a group has fewer than two values, where no value differs from its group's others, or where they
 *   differ by more than a number can hold.
 * @example
 * meanDifference({ n: 5, mean: 41, standardDeviation: 12 }, { n: 9, mean: 36, standardDeviation: 9 }) // → { difference: 5, lower: -9.7333245, upper: 19.7333245 }
 */
export function meanDifference(
  first: { readonly n: number; readonly mean: number; readonly standardDeviation: number | null },
  second: { readonly n: number; readonly mean: number; readonly standardDeviation: number | null },
): MeanDifference | null {
  if (first.standardDeviation === null || second.standardDeviation === null) return null;
  const a = first.standardDeviation ** 2 / first.n;
  const b = second.standardDeviation ** 2 / second.n;
  const sum = a + b;
  if (sum === 0 || sum === Infinity) return null;
  const degreesOfFreedom = 1 / ((a / sum) ** 2 / (first.n - 1) + (b / sum) ** 2 / (second.n - 1));
  const half = studentQuantile975(degreesOfFreedom) * Math.sqrt(sum);
  const difference = first.mean - second.mean;
  return { difference, lower: difference - half, upper: difference + half };
}

/** Just below the normal distribution's 1,96, which is the least that it can be. */
const LEAST_QUANTILE_975 = 1.95;

/** The t value that is passed with probability 2,5 %: by halving, since the tail falls all the way. */
function studentQuantile975(degreesOfFreedom: number): number {
  let [low, high] = [LEAST_QUANTILE_975, 2];
  while (studentTail(high, degreesOfFreedom) > 0.025) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (studentTail(middle, degreesOfFreedom) > 0.025) low = middle;
    else high = middle;
  }
}

/**
 * Abramowitz & Stegun 26.7.1: half of the regularised incomplete beta function at df / (df + t²). The fraction
 * converges fast where t² ≥ 3, and is asked for nothing less.
 */
function studentTail(t: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom / 2;
  const x = degreesOfFreedom / (degreesOfFreedom + t * t);
  const y = (t * t) / (degreesOfFreedom + t * t);
  const factor = Math.exp(
    logGamma(a + 0.5) - logGamma(a) - logGamma(0.5) - a * Math.log1p((t * t) / degreesOfFreedom),
  );
  return (factor * Math.sqrt(y) * betaFraction(a, 0.5, x)) / a / 2;
}

/** The continued fraction of the incomplete beta function (Abramowitz & Stegun 26.5.8), by Lentz's method. */
function betaFraction(a: number, b: number, x: number): number {
  let up = 1;
  let down = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = down;
  for (let m = 1; ; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    down = 1 / (1 + even * down);
    up = 1 + even / up;
    fraction *= up * down;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    down = 1 / (1 + odd * down);
    up = 1 + odd / up;
    fraction *= up * down;
    if (Math.abs(up * down - 1) < 2 * Number.EPSILON) return fraction;
  }
}
