/** The p % rule by hand: what is left of a sum without the two largest, against a tenth of the largest. */
import { expect, it } from 'vitest';
import { isDominated } from '../../src/protection/dominance.ts';

it.each([
  ['ten alike', Array<number>(10).fill(100), false],
  ['one with nearly all: 4 of 1000 is left, less than 100', [1000, 1, 1, 1, 1, 1], true],
  ['two with nearly all: each knows the other', [1000, 900, 20, 20, 20, 20], true],
  ['just a tenth is left', [1000, 900, 40, 30, 30], false],
  ['just less than a tenth is left', [1000, 900, 40, 30, 29], true],
  ['one alone', [500], true],
  ['two', [500, 500], true],
  ['nobody has any', [0, 0, 0], false],
  ['nobody', [], false],
])('%s', (_, shares, expected) => {
  expect(isDominated(shares)).toBe(expected);
  expect(isDominated([...shares].reverse())).toBe(expected);
});
