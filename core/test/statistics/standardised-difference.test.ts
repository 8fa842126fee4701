import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  standardisedDifferenceOfMeans,
  standardisedDifferenceOfShares,
} from '../../src/statistics/standardised-difference.ts';
import { summaryOf } from '../../src/statistics/summary-of.ts';
import { casesFromR, expectAgreement } from './from-r.ts';

interface Case {
  of: 'means' | 'shares';
  first: number[];
  second: number[];
  difference: number;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Mean and standard deviation as summaryOf gives them, for two values or more. */
function spreadOf(values: readonly number[]) {
  const { mean, standardDeviation } = summaryOf(values)!;
  return { mean, standardDeviation: standardDeviation! };
}

describe('the standardised difference', () => {
  it.each(casesFromR<Case>('standardised-difference.json'))(
    'agrees with its formula in R: of $of',
    (known) => {
      const { of, first, second, difference } = known;
      const ours =
        of === 'means'
          ? standardisedDifferenceOfMeans(spreadOf(first), spreadOf(second))
          : standardisedDifferenceOfShares(spreadOf(first).mean, spreadOf(second).mean);
      expectAgreement(ours, difference);
    },
  );

  it('changes sign when the groups change place', () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const there = standardisedDifferenceOfShares(first, second);
        const back = standardisedDifferenceOfShares(second, first);
        expect(back === null ? null : 0 - back).toBe(there);
      }),
    );
  });

  it('does not depend on the unit', () => {
    const inYears = standardisedDifferenceOfMeans(
      { mean: 3, standardDeviation: 1.5 },
      { mean: 2, standardDeviation: 0.5 },
    );
    const inMonths = standardisedDifferenceOfMeans(
      { mean: 36, standardDeviation: 18 },
      { mean: 24, standardDeviation: 6 },
    );
    expectAgreement(inMonths, inYears, 1e-14);
  });

  it('is 0 between equals, and not given where no one varies and the groups differ', () => {
    const level = (mean: number) => ({ mean, standardDeviation: 0 });
    expect(standardisedDifferenceOfMeans(level(3), level(3))).toBe(0);
    expect(standardisedDifferenceOfMeans(level(3), level(4))).toBeNull();
    expect(standardisedDifferenceOfShares(1, 1)).toBe(0);
    expect(standardisedDifferenceOfShares(0, 1)).toBeNull();
  });

  it('refuses what are no shares, means or standard deviations', () => {
    expect(() => standardisedDifferenceOfShares(1.1, 0.5)).toThrow(RangeError);
    expect(() => standardisedDifferenceOfShares(0.5, NaN)).toThrow(RangeError);
    const one = { mean: 1, standardDeviation: 1 };
    expect(() => standardisedDifferenceOfMeans(one, { mean: NaN, standardDeviation: 1 })).toThrow(RangeError);
    expect(() => standardisedDifferenceOfMeans(one, { mean: 1, standardDeviation: -1 })).toThrow(RangeError);
  });
});
