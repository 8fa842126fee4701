import { describe, expect, it } from 'vitest';
import { roundToBase } from '../../src/protection/rounding.ts';

const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => i);

describe('rounding for views that are filtered', () => {
  it('goes to the nearest multiple of five', () => {
    expect(upTo(13).map((n) => roundToBase(n, 5))).toEqual([0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10, 10, 10, 15]);
  });

  it('goes to the nearest multiple of three', () => {
    expect(upTo(8).map((n) => roundToBase(n, 3))).toEqual([0, 0, 3, 3, 3, 6, 6, 6, 9]);
  });

  it('gives back no count exactly: three counts share a figure at base 3, five at base 5, zero aside', () => {
    for (const base of [3, 5] as const) {
      const shown = upTo(1000).map((n) => roundToBase(n, base));
      for (let figure = base; figure < 990; figure += base) {
        expect(shown.filter((one) => one === figure)).toHaveLength(base);
      }
      expect(shown.filter((one) => one === 0)).toHaveLength((base + 1) / 2);
    }
  });

  it('leans neither up nor down over counts as common as one another', () => {
    for (const base of [3, 5] as const) {
      const counts = upTo(30 * base).slice(1);
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
      expect(sum(counts.map((n) => roundToBase(n, base)))).toBe(sum(counts));
    }
  });

  it('rounds totals on their own, so that parts need not sum to them', () => {
    const parts = [2, 2, 2];
    expect(parts.map((part) => roundToBase(part, 5))).toEqual([0, 0, 0]);
    expect(roundToBase(6, 5)).toBe(5);
  });

  it('refuses what is not a count', () => {
    expect(() => roundToBase(-1, 5)).toThrow(RangeError);
    expect(() => roundToBase(2.5, 5)).toThrow(RangeError);
  });
});
