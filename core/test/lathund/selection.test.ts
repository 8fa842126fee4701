/** Whom to read the files of (definitions.md, "Selection"). */
import { describe, expect, it } from 'vitest';
import { lathundOf } from '../../src/lathund/lathund.ts';
import { selectPersons } from '../../src/lathund/selection.ts';
import type { SelectionRule } from '../../src/settings.ts';
import { registerOf, settingsOf } from '../register/reading.ts';

/** Person → the days of his or her actualisations. */
type Days = Readonly<Record<string, readonly string[]>>;

function select(days: Days, rule: SelectionRule, given: object = {}) {
  const rows = Object.entries(days).flatMap(([person, dates]) => dates.map((date) => [person, date]));
  const register = registerOf([['Person', 'Datum'], ...rows], given);
  const lathund = lathundOf(register, settingsOf(given));
  const { persons, ties, drawnFrom } = selectPersons(register, lathund, rule);
  return { persons: persons.map(lathund.key), ties, drawnFrom };
}

function times(n: number, date = '2018-01-01'): string[] {
  return Array.from({ length: n }, () => date);
}

const BY_COUNT: Days = { A: times(12), B: times(11), C: times(12), D: times(13), E: times(1), F: times(11) };

describe('at least k actualisations', () => {
  it('k included', () => {
    expect(select(BY_COUNT, { atLeast: 12 }).persons).toEqual(['A', 'C', 'D']);
    expect(select(BY_COUNT, { atLeast: 1 }).persons).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(select(BY_COUNT, { atLeast: 14 }).persons).toEqual([]);
  });

  it('in the period', () => {
    const days = { A: [...times(2, '2016-12-31'), ...times(1, '2017-01-01')], B: times(2, '2017-06-01') };
    expect(select(days, { atLeast: 2 }, { period: { from: '2017-01-01' } }).persons).toEqual(['B']);
  });
});

describe('at least one in each of given years', () => {
  const days = {
    A: ['2017-01-01', '2021-06-01', '2022-12-31'],
    B: ['2017-12-31', '2021-01-01', '2021-01-02', '2021-01-03'],
    C: ['2017-06-01', '2018-06-01', '2021-06-01', '2022-06-01'],
    D: ['2016-12-31', '2021-06-01', '2022-06-01'],
  };
  it('means every one of them', () => {
    expect(select(days, { activeYears: [2017, 2021, 2022] }).persons).toEqual(['A', 'C']);
    expect(select(days, { activeYears: [2022, 2017, 2021, 2021] }).persons).toEqual(['A', 'C']);
    expect(select(days, { activeYears: [2021] }).persons).toEqual(['A', 'B', 'C', 'D']);
    expect(select(days, { activeYears: [2015] }).persons).toEqual([]);
  });

  it("joined with at least k is the report's rule", () => {
    expect(select(days, { atLeast: 4, activeYears: [2017, 2021, 2022] }).persons).toEqual(['C']);
  });

  it('counts only years of the period', () => {
    const given = { period: { from: '2017-01-01', to: '2022-06-30' } };
    expect(select(days, { activeYears: [2017, 2021, 2022] }, given).persons).toEqual(['C']);
  });
});

describe('the n most frequent', () => {
  it('without a tie are n', () => {
    expect(select(BY_COUNT, { mostFrequent: 1 })).toEqual({ persons: ['D'], ties: 0, drawnFrom: null });
    expect(select(BY_COUNT, { mostFrequent: 3 })).toEqual({
      persons: ['A', 'C', 'D'],
      ties: 0,
      drawnFrom: null,
    });
  });

  it('with a tie at the limit include all who tie, and say how many are above n', () => {
    expect(select(BY_COUNT, { mostFrequent: 2 })).toMatchObject({ persons: ['A', 'C', 'D'], ties: 1 });
    expect(select(BY_COUNT, { mostFrequent: 4 })).toMatchObject({
      persons: ['A', 'B', 'C', 'D', 'F'],
      ties: 1,
    });
    const all = Object.fromEntries(['A', 'B', 'C', 'D'].map((person) => [person, times(2)]));
    expect(select(all, { mostFrequent: 1 })).toMatchObject({ persons: ['A', 'B', 'C', 'D'], ties: 3 });
  });

  it('are everyone where there are no more than n', () => {
    expect(select(BY_COUNT, { mostFrequent: 6 })).toMatchObject({ ties: 0 });
    expect(select(BY_COUNT, { mostFrequent: 100 }).persons.length).toBe(6);
  });

  it('are taken among those who meet the rest of the rule', () => {
    const days = {
      A: times(9, '2017-05-01'),
      B: times(8, '2018-05-01'),
      C: times(7, '2018-05-01'),
      D: times(6),
    };
    expect(select(days, { mostFrequent: 1, activeYears: [2018] }).persons).toEqual(['B']);
  });
});

describe('a random sample with a seed', () => {
  const TWENTY = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [String(i + 1).padStart(2, '0'), times(1 + (i % 3))]),
  );
  const sample = (size: number, seed: number, days: Days = TWENTY) =>
    select(days, { sample: { size, seed } }).persons.map(Number);

  // Worked out by the same published generator (mulberry32, Fisher–Yates from the first place) written in Python.
  it('is the same on every machine', () => {
    expect(sample(5, 1)).toEqual([2, 4, 12, 13, 20]);
    expect(sample(5, 2)).toEqual([2, 8, 13, 15, 19]);
    expect(sample(5, 20_170_101)).toEqual([4, 7, 13, 19, 20]);
  });

  it('does not depend on the order of rows', () => {
    expect(sample(5, 1, Object.fromEntries(Object.entries(TWENTY).reverse()))).toEqual(sample(5, 1));
  });

  it('has no person twice, and everyone where the size is not below their number', () => {
    for (let seed = 0; seed < 50; seed++) expect(new Set(sample(10, seed)).size).toBe(10);
    const everyone = Array.from({ length: 20 }, (_, i) => i + 1);
    expect(sample(20, 7)).toEqual(everyone);
    expect(sample(1000, 7)).toEqual(everyone);
  });

  it('takes each person about as often as any other', () => {
    const drawn = new Int32Array(21);
    for (let seed = 0; seed < 1000; seed++) for (const person of sample(5, seed)) drawn[person]!++;
    // 1000 · 5/20 = 250 each; the standard deviation is 13,7, and the seeds are fixed: six of them are far off.
    for (const times_ of drawn.slice(1)) expect(Math.abs(times_ - 250)).toBeLessThan(82);
  });

  it('is drawn from those who meet the rest of the rule, and says how many they were', () => {
    const { persons, drawnFrom } = select(BY_COUNT, { atLeast: 11, sample: { size: 2, seed: 5 } });
    expect(drawnFrom).toBe(5);
    expect(persons.length).toBe(2);
    expect(persons).not.toContain('E');
  });

  it('can be drawn among the most frequent with their ties', () => {
    const { persons, ties, drawnFrom } = select(BY_COUNT, { mostFrequent: 2, sample: { size: 2, seed: 5 } });
    expect({ ties, drawnFrom }).toEqual({ ties: 1, drawnFrom: 3 });
    expect(persons.every((person) => ['A', 'C', 'D'].includes(person))).toBe(true);
  });

  it('of no one is no one', () => {
    expect(select({}, { sample: { size: 3, seed: 1 } })).toEqual({ persons: [], ties: 0, drawnFrom: 0 });
  });
});
