import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearTrend, type LinearTrend } from '../../src/statistics/linear-trend.ts';
import { casesFromR, expectAgreement } from './from-r.ts';

interface Case extends LinearTrend {
  name: string;
  points: [number, number][];
}

describe('the linear trend', () => {
  it.each(casesFromR<Case>('linear-trend.json'))("agrees with R's lm: $name", ({ points, ...expected }) => {
    const trend = linearTrend(points)!;
    // R's slope and r² for the points without relation are its rounding errors, about 1e-16.
    if (Math.abs(expected.slope) < 1e-15) {
      expect(trend.slope).toBeCloseTo(0, 14);
      expect(trend.rSquared).toBeCloseTo(0, 14);
    } else {
      expectAgreement(trend.slope, expected.slope);
      expectAgreement(trend.rSquared, expected.rSquared);
    }
    expectAgreement(trend.intercept, expected.intercept);
  });

  it('finds the line that points were laid on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }).filter((slope) => slope !== 0),
        fc.integer({ min: -1000, max: 1000 }),
        fc.uniqueArray(fc.integer({ min: 1990, max: 2100 }), { minLength: 2 }),
        (slope, intercept, years) => {
          const trend = linearTrend(years.map((year) => [year, intercept + slope * year] as const))!;
          expect(trend.slope).toBeCloseTo(slope, 7);
          expect(trend.rSquared).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('explains a share from 0 to 1', () => {
    const coordinate = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate)), (points) => {
        const explained = linearTrend(points)?.rSquared ?? 0;
        expect(explained).toBeGreaterThanOrEqual(0);
        expect(explained).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('explains nothing, not less, of what rises and falls alike', () => {
    const tenths = fc.integer({ min: -1000, max: 1000 }).map((whole) => whole / 10);
    fc.assert(
      fc.property(tenths, tenths, (ends, middle) => {
        const explained = linearTrend([[0.1, ends], [0.2, middle], [0.3, ends]])?.rSquared ?? 0; // prettier-ignore
        expect(explained).toBeGreaterThanOrEqual(0);
        expect(explained).toBeLessThan(1e-12);
      }),
    );
  });

  it('is level where nothing changes, and then explains nothing', () => {
    const points = [2017, 2018, 2019].map((year) => [year, 0.1] as const);
    expect(linearTrend(points)).toEqual({ slope: 0, intercept: 0.1, rSquared: null });
  });

  it('is not given for fewer than two different years', () => {
    expect(linearTrend([])).toBeNull();
    expect(linearTrend([[2017, 5]])).toBeNull();
    expect(linearTrend([[2017, 5], [2017, 9]])).toBeNull(); // prettier-ignore
  });

  it('refuses points that are not numbers', () => {
    expect(() => linearTrend([[2017, NaN], [2018, 1]])).toThrow(RangeError); // prettier-ignore
  });
});
