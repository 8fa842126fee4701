/** Adjusted p-values, differences of shares, and rates per inhabitant: two years or two municipalities side by side. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmAdjustment } from '../../src/statistics/holm-adjustment.ts';
import { rateOf, rateRatio } from '../../src/statistics/rate.ts';
import { meanDifference } from '../../src/statistics/mean-difference.ts';
import { shareDifference } from '../../src/statistics/share-difference.ts';
import { summaryOf } from '../../src/statistics/summary-of.ts';
import { casesFromR, expectAgreement } from './from-r.ts';

type Pair = [number, number];
const share = ([successes, trials]: Pair) => ({ successes, trials });
const place = ([count, population]: Pair) => ({ count, population });
const near = (actual: number, expected: number) => {
  expect(Math.abs(actual - expected)).toBeLessThan(1e-12);
};

describe("Holm's adjustment", () => {
  it.each(casesFromR<{ p: number[]; adjusted: number[] }>('holm-adjustment.json'))(
    "agrees with R's p.adjust: $p",
    ({ p, adjusted }) => {
      holmAdjustment(p).forEach((value, at) => expectAgreement(value, adjusted[at]!));
    },
  );

  it('counts a comparison without a test for nothing', () => {
    expect(holmAdjustment([0.02, null, 0.5])).toEqual([0.04, null, 0.5]);
    expect(holmAdjustment([null])).toEqual([null]);
  });

  it('refuses what is not a probability', () => {
    expect(() => holmAdjustment([1.2])).toThrow(RangeError);
    expect(() => holmAdjustment([NaN])).toThrow(RangeError);
  });
});

describe('a difference of means', () => {
  const of = (values: readonly number[]) => summaryOf(values)!;

  it.each(
    casesFromR<{ first: number[]; second: number[]; difference: number; lower: number; upper: number }>(
      'mean-difference.json',
    ),
  )("agrees with R's t.test, which is Welch's: $first $second", ({ first, second, ...known }) => {
    const found = meanDifference(of(first), of(second))!;
    expectAgreement(found.difference, known.difference);
    expectAgreement(found.lower, known.lower);
    expectAgreement(found.upper, known.upper);
  });

  it('is none where nothing is spread, or a spread is not known or past all numbers', () => {
    expect(meanDifference(of([5, 5]), of([3, 3, 3]))).toBeNull();
    expect(meanDifference(of([5]), of([1, 2]))).toBeNull();
    expect(meanDifference({ n: 4, mean: 1e200, standardDeviation: 1e200 }, of([1, 2]))).toBeNull();
  });

  it('does not depend on the unit, however large or small it is', () => {
    const [first, second] = [of([1, 2, 4, 4]), of([3, 9, 9])];
    const { lower, upper } = meanDifference(first, second)!;
    for (const unit of [1e-140, 1e-100, 1e100, 1e140]) {
      const scaled = ({ n, mean, standardDeviation }: typeof first) => ({
        n,
        mean: mean * unit,
        standardDeviation: standardDeviation! * unit,
      });
      const found = meanDifference(scaled(first), scaled(second))!;
      expect(found.lower / unit).toBeCloseTo(lower, 9);
      expect(found.upper / unit).toBeCloseTo(upper, 9);
    }
  });
});

describe('a difference of shares', () => {
  it.each(
    casesFromR<{ first: Pair; second: Pair; difference: number; lower: number; upper: number }>(
      'share-difference.json',
    ),
  )("agrees with Newcombe's method 10 worked out in R: $first $second", (known) => {
    const found = shareDifference(share(known.first), share(known.second))!;
    near(found.difference, known.difference);
    near(found.lower, known.lower);
    near(found.upper, known.upper);
  });

  it('lies in its interval, which lies within −1 to 1 and turns with the groups', () => {
    const group = fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([trials, part]) => ({ successes: Math.round(trials * part), trials }));
    fc.assert(
      fc.property(group, group, (first, second) => {
        const found = shareDifference(first, second)!;
        expect(found.lower).toBeLessThanOrEqual(found.difference);
        expect(found.upper).toBeGreaterThanOrEqual(found.difference);
        expect(found.lower).toBeGreaterThanOrEqual(-1);
        expect(found.upper).toBeLessThanOrEqual(1);
        near(shareDifference(second, first)!.upper, -found.lower);
      }),
    );
  });

  it('is not given for an empty group', () => {
    expect(shareDifference({ successes: 0, trials: 0 }, { successes: 1, trials: 2 })).toBeNull();
    expect(shareDifference({ successes: 1, trials: 2 }, { successes: 0, trials: 0 })).toBeNull();
  });
});

describe('a rate', () => {
  it.each(
    casesFromR<{ count: number; population: number; rate: number; lower: number; upper: number }>(
      'rate.json',
    ),
  )("agrees with R's poisson.test: $count of $population", (known) => {
    const found = rateOf(known.count, known.population);
    expectAgreement(found.rate, known.rate);
    expectAgreement(found.lower, known.lower, 1e-10);
    expectAgreement(found.upper, known.upper, 1e-10);
  });

  it('is told per as many inhabitants as one asks', () => {
    expect(rateOf(3, 1000, 1000).rate).toBe(3);
    near(rateOf(3, 1000, 1000).upper * 10, rateOf(3, 1000).upper);
  });

  it('refuses counts that are not whole and populations of none', () => {
    expect(() => rateOf(1.5, 10)).toThrow(RangeError);
    expect(() => rateOf(-1, 10)).toThrow(RangeError);
    expect(() => rateOf(1, 0)).toThrow(RangeError);
    expect(() => rateOf(1, Infinity)).toThrow(RangeError);
  });

  it.each(
    casesFromR<{ first: Pair; second: Pair; ratio: number | null; lower: number; upper: number | null }>(
      'rate-ratio.json',
    ),
  )('is compared with another as worked out in R: $first $second', (known) => {
    const found = rateRatio(place(known.first), place(known.second))!;
    expectAgreement(found.ratio, known.ratio, 1e-12);
    expect(Math.abs(found.lower - known.lower)).toBeLessThan(1e-12 * Math.max(1, known.lower));
    if (known.upper === null || known.upper > 1e9) expect(found.upper).toBeNull();
    else expectAgreement(found.upper, known.upper, 1e-9);
  });

  it('has no ratio where neither place has anyone, and needs populations', () => {
    expect(rateRatio({ count: 0, population: 5 }, { count: 0, population: 5 })).toBeNull();
    expect(() => rateRatio({ count: 1, population: 0 }, { count: 1, population: 5 })).toThrow(RangeError);
    expect(() => rateRatio({ count: 1, population: 5 }, { count: 1, population: -5 })).toThrow(RangeError);
  });
});
