import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '../../src/statistics/chi-square-tail.ts';
import { logGamma, stirlingRemainder } from '../../src/statistics/log-gamma.ts';
import { casesFromR, expectAgreement } from './from-r.ts';

describe('ln Γ', () => {
  it.each(casesFromR<{ x: number; logGamma: number }>('log-gamma.json'))(
    "agrees with R's lgamma at $x",
    ({ x, logGamma: expected }) => {
      expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-14 * Math.max(1, Math.abs(expected)));
    },
  );

  it('gives the factorials: ln Γ(n + 1) = ln n!', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n += 1) {
      factorial *= n;
      expectAgreement(Math.exp(logGamma(n + 1)), factorial, 1e-13);
    }
  });

  it('has no value at 0 and below', () => {
    expect(() => stirlingRemainder(0)).toThrow(RangeError);
    expect(() => logGamma(-1)).toThrow(RangeError);
    expect(() => logGamma(NaN)).toThrow(RangeError);
  });
});

describe('the tail of χ²', () => {
  const cases = casesFromR<{ statistic: number; degreesOfFreedom: number; p: number }>(
    'chi-square-tail.json',
  );

  it.each(cases)("agrees with R's pchisq at $statistic with $degreesOfFreedom df", (known) => {
    expectAgreement(chiSquareUpperTail(known.statistic, known.degreesOfFreedom), known.p, 1e-12);
  });

  it('is held against R as far out as p = 1e-298', () => {
    expect(cases.filter(({ p }) => p > 0 && p < 1e-298).length).toBeGreaterThanOrEqual(9);
  });

  it('with two degrees of freedom is e to the minus half, whatever the size', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1400, noNaN: true }), (statistic) => {
        expectAgreement(chiSquareUpperTail(statistic, 2), Math.exp(-statistic / 2), 1e-12);
      }),
    );
  });

  it('falls as the statistic grows, and rises with the degrees of freedom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.double({ min: 0.001, max: 500, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        (statistic, more, df) => {
          const here = chiSquareUpperTail(statistic, df);
          expect(here).toBeGreaterThanOrEqual(0);
          expect(here).toBeLessThanOrEqual(1);
          // Where the tail is all but 1 the two differ by less than a double can tell.
          expect(chiSquareUpperTail(statistic + more, df)).toBeLessThanOrEqual(here * (1 + 1e-12));
          expect(chiSquareUpperTail(statistic, df + 1)).toBeGreaterThanOrEqual(here * (1 - 1e-12));
        },
      ),
    );
  });

  it('is 1 at 0 and 0 at infinity, and has no value for what is no χ²', () => {
    expect(chiSquareUpperTail(0, 3)).toBe(1);
    expect(chiSquareUpperTail(Infinity, 3)).toBe(0);
    expect(() => chiSquareUpperTail(-1, 3)).toThrow(RangeError);
    expect(() => chiSquareUpperTail(NaN, 3)).toThrow(RangeError);
    expect(() => chiSquareUpperTail(1, 0)).toThrow(RangeError);
    expect(() => chiSquareUpperTail(1, Infinity)).toThrow(RangeError);
  });
});
