/** How much of the work concerns how few, from rows (definitions.md, "Concentration"); worked out by hand. */
import { expect, it } from 'vitest';
import { concentrationOf } from '../../src/lathund/concentration.ts';
import { lathundOf } from '../../src/lathund/lathund.ts';
import { registerOf, settingsOf } from '../register/reading.ts';

function concentration(counts: readonly number[]) {
  const rows = counts.flatMap((n, i) => Array.from({ length: n }, () => [`P${String(i)}`, '2020-01-01']));
  return concentrationOf(lathundOf(registerOf([['Person', 'Datum'], ...rows]), settingsOf()));
}

it('one person with five actualisations and three with one', () => {
  const { gini, top, lorenz } = concentration([1, 5, 1, 1]);
  expect(gini).toBe(0.375);
  expect(lorenz).toEqual([
    [0, 0],
    [0.75, 0.375],
    [1, 1],
  ]);
  // ⌈1 % of 4⌉ = 1 person, who has five of eight; so at 5, 10 and 20 %.
  expect(top.map(({ share, persons, ofActualisations }) => [share, persons, ofActualisations])).toEqual([
    [0.01, 1, 0.625],
    [0.05, 1, 0.625],
    [0.1, 1, 0.625],
    [0.2, 1, 0.625],
  ]);
});

it('the most frequent 20 % of eleven persons are three: the share is rounded up', () => {
  const { top } = concentration([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(top.map(({ persons }) => persons)).toEqual([1, 1, 2, 3]);
  expect(top.map(({ ofActualisations }) => ofActualisations)).toEqual([11 / 66, 11 / 66, 21 / 66, 30 / 66]);
});

it('all alike is no concentration', () => {
  expect(concentration([3, 3, 3, 3, 3])).toMatchObject({
    gini: 0,
    lorenz: [
      [0, 0],
      [1, 1],
    ],
  });
});

it('no persons, nothing to measure', () => {
  expect(concentration([])).toEqual({ gini: null, top: [], lorenz: [] });
});
