import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { casesFromR, expectAgreement } from './from-r.ts';

interface Case {
  successes: number;
  trials: number;
  z: number;
  lower: number;
  upper: number;
}

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

describe('the Wilson interval of a share', () => {
  it.each(casesFromR<Case>('wilson-interval.json'))(
    "agrees with R's prop.test for $successes of $trials, z $z",
    ({ successes, trials, z, lower, upper }) => {
      const interval = wilsonInterval(successes, trials, z)!;
      expectAgreement(interval.lower, lower);
      expectAgreement(interval.upper, upper);
    },
  );

  it('is 95 % unless asked otherwise', () => {
    expect(wilsonInterval(3, 20)).toEqual(wilsonInterval(3, 20, 1.959963984540054));
  });

  it('has no width for no standard errors', () => {
    expect(wilsonInterval(0, 5, 0)).toEqual({ lower: 0, upper: 0 });
    expect(wilsonInterval(2, 5, 0)).toEqual({ lower: 0.4, upper: 0.4 });
  });

  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const { lower, upper } = wilsonInterval(successes, trials)!;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(successes / trials);
        expect(upper).toBeGreaterThanOrEqual(successes / trials);
        expect(upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of those without is the mirror image', () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const having = wilsonInterval(successes, trials)!;
        const lacking = wilsonInterval(trials - successes, trials)!;
        expect(having.lower).toBeCloseTo(1 - lacking.upper, 14);
        expect(having.upper).toBeCloseTo(1 - lacking.lower, 14);
      }),
    );
  });

  it('begins at exactly 0 when no one had it, ends at exactly 1 when all had it', () => {
    for (const trials of [1, 3, 148, 679, 99_991]) {
      expect(wilsonInterval(0, trials)!.lower).toBe(0);
      expect(wilsonInterval(trials, trials)!.upper).toBe(1);
    }
  });

  it('is not given for no trials, and not for what cannot be', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(1, NaN)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, -1)).toThrow(RangeError);
  });
});
