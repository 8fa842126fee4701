/** A row of numbers in eight figures. */
import { mean, quantileSorted, sampleStandardDeviation } from 'simple-statistics';
import { sortedCopy } from './sorted-copy.ts';

/** Numbers in short: how many, their mean and spread, their quartiles. */
export interface Summary {
  /** How many values. */
  readonly n: number;
  readonly mean: number;
  /** Of a sample (divided by n − 1); null for a single value. */
  readonly standardDeviation: number | null;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
}

/**
 * What is usual and how much it varies, for counts, months or ages: mean with standard deviation, median with
 * quartiles, smallest and largest. Where a few persons have very many actualisations the median says more of the
 * usual person than the mean does.
 *
 * Source: simple-statistics; quartiles of type 7 in R. J. Hyndman & Y. Fan, Sample quantiles in statistical packages,
 * American Statistician 50 (1996), the default of R, Excel (QUARTILE.INC) and DuckDB (quantile_cont).
 *
 * @param values in any order and unit, the answer is in the same; all finite, otherwise a RangeError: leave unknown
 * values out and count them by themselves. Not changed.
 * @returns null for no values.
 * @example
 * summaryOf([1, 1, 2, 3, 13]) // → { n: 5, mean: 4, standardDeviation: 5.0990195, min: 1, lowerQuartile: 1, median: 2, upperQuartile: 3, max: 13 }
 */
export function summaryOf(values: ArrayLike<number>): Summary | null {
  const n = values.length;
  if (n === 0) return null;
  const inOrder = sortedCopy(values);
  const min = inOrder[0]!;
  const max = inOrder[n - 1]!;
  // Sorting puts −∞ first, and ∞ and NaN last: the ends tell of them all.
  if (!Number.isFinite(min) || !Number.isFinite(max)) {
    throw new RangeError('summaryOf needs finite values; leave out those that are unknown');
  }
  // simple-statistics reads typed arrays as it reads others; only its types say otherwise.
  const sorted = inOrder as unknown as readonly number[];
  return {
    n,
    mean: mean(sorted),
    standardDeviation: n === 1 ? null : sampleStandardDeviation(sorted),
    min,
    lowerQuartile: quantileSorted(sorted, 0.25),
    median: quantileSorted(sorted, 0.5),
    upperQuartile: quantileSorted(sorted, 0.75),
    max,
  };
}
