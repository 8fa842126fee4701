/** Do groups return equally soon, although not everyone has been followed equally long? */
import { chiSquareUpperTail } from './chi-square-tail.ts';
import type { FollowUp } from './kaplan-meier.ts';

export interface LogRank {
  readonly test: 'log-rank';
  /** χ², 0 or more. */
  readonly statistic: number;
  /** Groups in which anyone was at risk when someone returned, less one. */
  readonly degreesOfFreedom: number;
  /** 0 to 1. */
  readonly p: number;
  /** Of each group, in the order given: persons who returned, and how many would have if all groups were alike. */
  readonly groups: readonly { readonly observed: number; readonly expected: number }[];
}

/**
 * Whether groups differ in how soon persons come back: how often chance alone would give curves as far apart. Each
 * return is compared with who was still at risk that day, so a person counts for as long as he or she can be followed.
 * Use it beside Kaplan–Meier curves of two groups or more, each person in one group only. It sees curves that lie
 * apart all the way; where they cross, it may see nothing.
 *
 * Source: N. Mantel, Evaluation of survival data and two new rank order statistics arising in its consideration,
 * Cancer Chemotherapy Reports 50 (1966) 163–170; with the hypergeometric variance for returns on the same day, as
 * survdiff in R's survival does by default.
 *
 * @param groups the follow-up of each group, as `kaplanMeier` takes it; otherwise a RangeError. A group in which no
 * one was at risk on any day when someone returned is left out of the degrees of freedom.
 * @returns null when fewer than two such groups are left, or when no one could be told apart.
 * @example
 * logRankTest([{ days: [5, 8, 12], returned: [1, 1, 0] }, { days: [9, 20, 30], returned: [1, 0, 0] }]).p // → 0.3017553
 */
export function logRankTest(groups: readonly FollowUp[]): LogRank | null {
  const days = returnDays(groups);
  const k = groups.length;
  const observed = new Float64Array(k);
  const expected = new Float64Array(k);
  const covariance = Array.from({ length: k }, () => new Float64Array(k));
  for (const { atRisk, events } of days) {
    const n = sum(atRisk);
    const d = sum(events);
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (let g = 0; g < k; g += 1) {
      const share = atRisk[g]! / n;
      observed[g]! += events[g]!;
      expected[g]! += d * share;
      for (let h = 0; h < k; h += 1) {
        covariance[g]![h]! += spread * share * ((g === h ? 1 : 0) - atRisk[h]! / n);
      }
    }
  }
  const compared = [...expected.keys()].filter((g) => expected[g]! > 0);
  if (compared.length < 2) return null;
  // Returns more than expected in some groups are returns fewer in the others: one group is told by the rest.
  const free = compared.slice(1);
  const excess = free.map((g) => observed[g]! - expected[g]!);
  const weights = solved(
    free.map((g) => free.map((h) => covariance[g]![h]!)),
    excess,
  );
  if (!weights) return null;
  const statistic = Math.max(
    0,
    excess.reduce((total, value, at) => total + value * weights[at]!, 0),
  );
  const degreesOfFreedom = free.length;
  return {
    test: 'log-rank',
    statistic,
    degreesOfFreedom,
    p: chiSquareUpperTail(statistic, degreesOfFreedom),
    groups: groups.map((_, g) => ({ observed: observed[g]!, expected: expected[g]! })),
  };
}

interface ReturnDay {
  /** By group. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
}

/** The days on which anyone returned, and who was at risk then. */
function returnDays(groups: readonly FollowUp[]): readonly ReturnDay[] {
  const eventsOn = new Map<number, Float64Array>();
  groups.forEach(({ days, returned }, g) => {
    if (days.length !== returned.length) {
      throw new RangeError(
        `logRankTest needs a flag for each person, got ${String(days.length)} days and ${String(returned.length)} flags`,
      );
    }
    for (let person = 0; person < days.length; person += 1) {
      const day = days[person]!;
      if (!(Number.isInteger(day) && day >= 0)) {
        throw new RangeError(`logRankTest needs whole days from 0, got ${String(day)}`);
      }
      if (Number(returned[person]) !== 1) continue;
      let events = eventsOn.get(day);
      if (!events) eventsOn.set(day, (events = new Float64Array(groups.length)));
      events[g]! += 1;
    }
  });
  const followed = groups.map(({ days }) => Float64Array.from(days).sort());
  return [...eventsOn]
    .sort(([a], [b]) => a - b)
    .map(([day, events]) => ({
      events,
      atRisk: Float64Array.from(followed, (days) => days.length - firstAtLeast(day, days)),
    }));
}

function firstAtLeast(day: number, rising: Float64Array): number {
  let from = 0;
  let to = rising.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rising[middle]! < day) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The solution of a symmetric positive definite system, by Cholesky's method; null when there is none. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const n = right.length;
  const root = matrix.map((row) => [...row]);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i]![j]!;
      for (let m = 0; m < j; m += 1) rest -= root[i]![m]! * root[j]![m]!;
      if (i === j && !(rest > matrix[i]![i]! * 1e-12)) return null;
      root[i]![j] = i === j ? Math.sqrt(rest) : rest / root[j]![j]!;
    }
  }
  const half = [...right];
  for (let i = 0; i < n; i += 1) {
    for (let m = 0; m < i; m += 1) half[i]! -= root[i]![m]! * half[m]!;
    half[i]! /= root[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let m = i + 1; m < n; m += 1) half[i]! -= root[m]![i]! * half[m]!;
    half[i]! /= root[i]![i]!;
  }
  return half;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
