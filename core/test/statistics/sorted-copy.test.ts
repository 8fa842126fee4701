import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedCopy } from '../../src/statistics/sorted-copy.ts';

/** Sorted by JavaScript, one comparison at a time. */
const inOrder = (values: readonly number[]) => values.toSorted((a, b) => a - b);

describe('a sorted copy', () => {
  it.each([
    ['ages', fc.integer({ min: 0, max: 120 })],
    ['whole numbers below and above 0', fc.integer({ min: -40, max: 40 })],
    ['whole numbers far apart', fc.integer({ min: -2_000_000_000, max: 2_000_000_000 })],
    ['numbers with decimals', fc.integer({ min: -500, max: 500 }).map((tenths) => tenths / 10)],
  ])('has every value as often, in rising order: %s', (_, value) => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect([...sortedCopy(values)]).toEqual(inOrder(values));
      }),
    );
  });

  it('is right where counting gives up, and just before', () => {
    for (const width of [65_534, 65_535, 65_536, 65_537]) {
      const values = [width - 3, 7, width, 0, 7];
      expect([...sortedCopy(values)]).toEqual(inOrder(values));
      expect([...sortedCopy(values.map((value) => value - 3))]).toEqual(inOrder(values.map((v) => v - 3)));
    }
  });

  it('puts −∞ first, ∞ and NaN last, and leaves what it is given as it was', () => {
    const values = [NaN, 3, -Infinity, Infinity, 1];
    expect([...sortedCopy(values)]).toEqual([-Infinity, 1, 3, Infinity, NaN]);
    expect(values).toEqual([NaN, 3, -Infinity, Infinity, 1]);
    expect([...sortedCopy([])]).toEqual([]);
  });
});
