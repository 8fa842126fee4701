/** Do groups differ in a count or an age? */
import { chiSquareUpperTail } from './chi-square-tail.ts';

export interface KruskalWallis {
  readonly test: 'kruskal-wallis';
  /** H, corrected for ties; 0 or more. */
  readonly statistic: number;
  /** Groups with anyone in them, less one. */
  readonly degreesOfFreedom: number;
  /** 0 to 1. */
  readonly p: number;
}

/**
 * Whether groups differ in a number, such as age or months: how often chance alone would give differences as large.
 * It compares the order of the values, not their size, so a few persons with very many actualisations do not decide
 * it. Use it for two groups or more, each person in one group only. The p-value is approximate below about five
 * persons in a group.
 *
 * Source: W. H. Kruskal & W. A. Wallis, Use of ranks in one-criterion variance analysis, JASA 47 (1952) 583–621, with
 * mean ranks and correction for ties, H against χ²; as R's kruskal.test.
 *
 * @param groups the values of each group, any order; finite, otherwise a RangeError: leave unknown values out. Empty
 * groups are left out.
 * @returns null when fewer than two groups are left, or when all values are equal.
 * @example
 * kruskalWallis([[1, 2, 2, 4], [3, 5, 6, 6]]) // → { test: 'kruskal-wallis', statistic: 4.1829268, degreesOfFreedom: 1, p: 0.0408331 }
 */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): KruskalWallis | null {
  const filled = groups.filter((group) => group.length > 0);
  if (filled.length < 2) return null;
  const { values, meanRanks, n, tied } = rank(filled);
  if (values.length === 1) return null;
  let between = 0;
  for (const group of filled) {
    let rankSum = 0;
    for (let i = 0; i < group.length; i += 1) rankSum += meanRanks[placeOf(group[i]!, values)]!;
    between += group.length * (rankSum / group.length - (n + 1) / 2) ** 2;
  }
  const statistic = (12 * between) / (n * (n + 1)) / (1 - tied / (n ** 3 - n));
  const degreesOfFreedom = filled.length - 1;
  return {
    test: 'kruskal-wallis',
    statistic,
    degreesOfFreedom,
    p: chiSquareUpperTail(statistic, degreesOfFreedom),
  };
}

interface Ranks {
  /** The values that occur, rising. */
  readonly values: readonly number[];
  /** The rank that each of them has, the mean where several persons share it. */
  readonly meanRanks: readonly number[];
  readonly n: number;
  /** Σ (t³ − t) over the values, t being how many persons have it. */
  readonly tied: number;
}

function rank(groups: readonly ArrayLike<number>[]): Ranks {
  const n = groups.reduce((total, group) => total + group.length, 0);
  const all = new Float64Array(n);
  let filled = 0;
  for (const group of groups) {
    all.set(group, filled);
    filled += group.length;
  }
  all.sort();
  // Sorting puts −∞ first, and ∞ and NaN last: the ends tell of them all.
  if (!Number.isFinite(all[0]) || !Number.isFinite(all[n - 1])) {
    throw new RangeError('kruskalWallis needs finite values; leave out those that are unknown');
  }
  const values: number[] = [];
  const meanRanks: number[] = [];
  let tied = 0;
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && all[to] === all[from]) to += 1;
    values.push(all[from]!);
    meanRanks.push((from + 1 + to) / 2);
    tied += (to - from) ** 3 - (to - from);
  }
  return { values, meanRanks, n, tied };
}

function placeOf(value: number, values: readonly number[]): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
