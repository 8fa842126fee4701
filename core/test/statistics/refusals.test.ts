/** What is no count, share or day is refused with a sentence that says what is needed, and what was given. */
import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '../../src/statistics/chi-square-tail.ts';
import { chiSquareTest } from '../../src/statistics/chi-square-test.ts';
import { cohensKappa } from '../../src/statistics/cohens-kappa.ts';
import { gini } from '../../src/statistics/gini.ts';
import { holmAdjustment } from '../../src/statistics/holm-adjustment.ts';
import { kaplanMeier } from '../../src/statistics/kaplan-meier.ts';
import { kruskalWallis } from '../../src/statistics/kruskal-wallis.ts';
import { linearTrend } from '../../src/statistics/linear-trend.ts';
import { stirlingRemainder } from '../../src/statistics/log-gamma.ts';
import { logRankTest } from '../../src/statistics/log-rank-test.ts';
import { rateOf } from '../../src/statistics/rate.ts';
import {
  standardisedDifferenceOfMeans,
  standardisedDifferenceOfShares,
} from '../../src/statistics/standardised-difference.ts';
import { summaryOf } from '../../src/statistics/summary-of.ts';
import { topShares } from '../../src/statistics/top-shares.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';

const sound = { days: [1], returned: [1] };

describe('statistics refuse', () => {
  it.each<[why: string, () => unknown]>([
    ['statistic ≥ 0 and degrees of freedom > 0, got -1 and 2', () => chiSquareUpperTail(-1, 2)],
    ['rows of equal length, and counts whole and 0 or more', () => chiSquareTest([[1, 2], [3]])],
    ['as many columns as rows, and counts whole and 0 or more', () => cohensKappa([[1, 2]])],
    ['finite and 0 or more', () => gini([-1])],
    ['from 0 to 1, got 1.2', () => holmAdjustment([1.2])],
    ['from 0 to 1, got -0.1', () => holmAdjustment([-0.1])],
    ['a flag for each person, got 2 days and 1 flags', () => kaplanMeier({ days: [1, 2], returned: [1] })],
    ['whole days from 0 to 4000000, got 4000001', () => kaplanMeier({ days: [4_000_001], returned: [1] })],
    ['flags 0 or 1, got 2', () => kaplanMeier({ days: [1], returned: [2] })],
    ['days ≥ 0, got -1', () => kaplanMeier(sound).at(-1)],
    ['finite values; leave out those that are unknown', () => kruskalWallis([[1], [NaN]])],
    ['finite points', () => linearTrend([[2017, NaN]])],
    ['x > 0, got 0', () => stirlingRemainder(0)],
    [
      'a flag for each person, got 2 days and 1 flags',
      () => logRankTest([sound, { days: [1, 2], returned: [1] }]),
    ],
    ['whole days from 0, got 0.5', () => logRankTest([sound, { days: [0.5], returned: [1] }])],
    ['a whole count of 0 or more, got 1.5', () => rateOf(1.5, 10)],
    ['a population is more than 0, got 0', () => rateOf(1, 0)],
    ['a share is from 0 to 1, got 1.1', () => standardisedDifferenceOfShares(1.1, 0.5)],
    ['a share is from 0 to 1, got -0.1', () => standardisedDifferenceOfShares(-0.1, 0.5)],
    [
      'finite means and standard deviations of 0 or more',
      () =>
        standardisedDifferenceOfMeans(
          { mean: 1, standardDeviation: Infinity },
          { mean: 1, standardDeviation: 1 },
        ),
    ],
    ['finite values; leave out those that are unknown', () => summaryOf([Infinity])],
    ['shares above 0 and at most 1, got 0', () => topShares([1], [0])],
    ['0 ≤ successes ≤ trials and z ≥ 0, got 3, 2', () => wilsonInterval(3, 2)],
  ])('%s', (why, asked) => {
    expect(asked).toThrow(RangeError);
    expect(asked).toThrow(why);
  });

  it('nothing at the ends of what is right', () => {
    expect(kaplanMeier({ days: [0, 4_000_000], returned: [0, 1] })).toMatchObject({ persons: 2, events: 1 });
    expect(holmAdjustment([0, 1])).toEqual([0, 1]);
    expect(standardisedDifferenceOfShares(0, 0)).toBe(0);
    expect(rateOf(0, 1)).toMatchObject({ rate: 0, lower: 0 });
  });
});
