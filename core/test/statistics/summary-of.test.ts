import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf, type Summary } from '../../src/statistics/summary-of.ts';
import { casesFromR, expectAgreement, spread } from './from-r.ts';

interface Case extends Summary {
  name: string;
  values: number[] | null;
}

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('the summary of numbers', () => {
  it.each(casesFromR<Case>('summary-of.json'))("agrees with R's: $name", ({ name, values, ...expected }) => {
    const summary = summaryOf(values ?? spread(100_000, 7919, 104_729).map((value) => (value % 61) + 1))!;
    expect(Object.keys(summary).sort(), name).toEqual(Object.keys(expected).sort());
    for (const key of Object.keys(expected) as (keyof Summary)[]) {
      expectAgreement(summary[key], expected[key]);
    }
  });

  it('does not depend on the order, and leaves the values as they were', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), (values) => {
        const before = [...values];
        expect(summaryOf([...values].reverse())).toEqual(summaryOf(values));
        expect(values).toEqual(before);
      }),
    );
  });

  it('is in order: smallest, quartile, median, quartile, largest', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), (values) => {
        const { min, lowerQuartile, median, upperQuartile, max } = summaryOf(values)!;
        const inOrder = [min, lowerQuartile, median, upperQuartile, max];
        expect([...inOrder].sort((a, b) => a - b)).toEqual(inOrder);
      }),
    );
  });

  it('reads typed arrays and plain arrays alike', () => {
    expect(summaryOf(Int32Array.of(3, 1, 2))).toEqual(summaryOf([3, 1, 2]));
  });

  it('is not given for no values, and one value has no spread', () => {
    expect(summaryOf([])).toBeNull();
    expect(summaryOf([5])!.standardDeviation).toBeNull();
  });

  it('refuses unknown values instead of counting them', () => {
    for (const unknown of [NaN, Infinity, -Infinity]) {
      expect(() => summaryOf([1, unknown, 2])).toThrow(RangeError);
    }
  });
});
