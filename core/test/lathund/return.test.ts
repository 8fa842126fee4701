/** Days from a person's first actualisation to the second, and the share who have returned (definitions.md, "Return"). */
import { describe, expect, it } from 'vitest';
import { lathundOf } from '../../src/lathund/lathund.ts';
import { returnShares, returnTimes, type ReturnTimes } from '../../src/lathund/return.ts';
import { registerOf, settingsOf } from '../register/reading.ts';

function timesOf(rows: readonly (readonly [person: string, date: string])[], given: object = {}) {
  const register = registerOf([['Person', 'Datum'], ...rows], given);
  const settings = settingsOf(given);
  return returnTimes(register, lathundOf(register, settings), settings.period);
}

/** `10 åter` or `40 –` of each person, by key. */
function shown({ days, returned }: ReturnType<typeof timesOf>): string[] {
  return Array.from(days, (n, p) => `${String(n)} ${returned[p] ? 'åter' : '–'}`);
}

const PERIOD = { period: { from: '2020-01-01', to: '2020-12-31' } };
const FOUR = [
  ['A', '2020-01-01'],
  ['A', '2020-01-11'],
  ['B', '2020-11-21'],
  ['C', '2020-01-01'],
  ['C', '2020-03-31'],
  ['C', '2020-01-01'],
  ['D', '2020-06-14'],
] as const;

describe('days to the second actualisation', () => {
  it('are counted from the first, and end at the end of the period for who did not return', () => {
    expect(shown(timesOf(FOUR, PERIOD))).toEqual(['10 åter', '40 –', '0 åter', '200 –']);
  });

  it('do not depend on the order of rows', () => {
    expect(shown(timesOf([...FOUR].reverse(), PERIOD))).toEqual(shown(timesOf(FOUR, PERIOD)));
  });

  it('are 0 where both are on one day', () => {
    expect(
      shown(
        timesOf([
          ['A', '2020-05-05'],
          ['A', '2020-05-05'],
          ['A', '2020-06-05'],
        ]),
      ),
    ).toEqual(['0 åter']);
  });

  it('are to the second, not to the last', () => {
    const rows = [
      ['A', '2020-03-01'],
      ['A', '2020-02-01'],
      ['A', '2020-01-01'],
      ['A', '2020-12-01'],
    ] as const;
    expect(shown(timesOf(rows))).toEqual(['31 åter']);
  });

  it('end at the latest date used where there is no period, or it is open', () => {
    expect(shown(timesOf(FOUR.slice(2, 5)))).toEqual(['0 –', '90 åter']);
    expect(shown(timesOf(FOUR.slice(2, 5), { period: { from: '2020-01-01' } }))).toEqual(['0 –', '90 åter']);
    // The latest date is A’s return: D was followed for 40 days.
    expect(shown(timesOf([...FOUR.slice(0, 1), ['A', '2020-07-24'], ...FOUR.slice(6)]))).toEqual([
      '205 åter',
      '40 –',
    ]);
    expect(shown(timesOf(FOUR.slice(2, 5), { period: { to: '2021-11-21' } }))).toEqual(['365 –', '90 åter']);
  });

  it('know nothing of rows outside the period', () => {
    const given = { period: { from: '2020-01-05', to: '2020-12-31' } };
    expect(shown(timesOf(FOUR.slice(0, 2), given))).toEqual(['355 –']);
  });
});

const returnPoints = (times: ReturnTimes, among?: (person: number) => boolean) =>
  returnShares(times, among).points;

describe('the share returned within 90, 180, 365 and 730 days', () => {
  it("is R's: 10 and 90 days to a return, 40 and 200 to the end", () => {
    // survfit(Surv(c(10, 40, 90, 200), c(1, 0, 1, 0)) ~ 1), summary at the days, extend = TRUE
    const rows = FOUR.toSpliced(5, 1);
    const points = returnPoints(timesOf(rows, PERIOD));
    expect(points.map(({ days }) => days)).toEqual([90, 180, 365, 730]);
    expect(points.map(({ atRisk }) => atRisk)).toEqual([2, 1, 0, 0]);
    for (const { returned, lower, upper } of points) {
      expect(returned).toBeCloseTo(0.625, 12);
      expect(lower).toBeCloseTo(0, 12);
      expect(upper).toBeCloseTo(0.91607036189542, 12);
    }
  });

  it("is R's also with returns on the first day", () => {
    // survfit(Surv(c(0, 0, 5, 30, 30, 100), c(1, 1, 1, 0, 1, 0)) ~ 1)
    const rows = [
      ['A', '2020-01-01'],
      ['A', '2020-01-01'],
      ['B', '2020-01-01'],
      ['B', '2020-01-01'],
      ['C', '2020-01-01'],
      ['C', '2020-01-06'],
      ['D', '2020-03-11'],
      ['E', '2020-01-01'],
      ['E', '2020-01-31'],
      ['F', '2020-01-01'],
    ] as const;
    const times = timesOf(rows, { period: { to: '2020-04-10' } });
    expect(shown(times)).toEqual(['0 åter', '0 åter', '5 åter', '30 –', '30 åter', '100 –']);
    const [at90] = returnPoints(times);
    expect(at90!.returned).toBeCloseTo(2 / 3, 12);
    expect(at90!.upper).toBeCloseTo(0.892492860830911, 12);
    expect(at90!.atRisk).toBe(1);
  });

  it('is of those asked for', () => {
    const times = timesOf(FOUR, PERIOD);
    expect(returnPoints(times, (p) => p === 0)[0]!.returned).toBe(1);
    expect(returnPoints(times, (p) => p === 3)[0]!.returned).toBe(0);
    expect(returnPoints(times, () => false)[0]!.returned).toBeNull();
  });

  it('is read from a curve with a step for each day of returns', () => {
    const { points, steps } = returnShares(timesOf(FOUR.toSpliced(5, 1), PERIOD));
    expect(steps.map(({ days, events }) => [days, events])).toEqual([
      [10, 1],
      [90, 1],
    ]);
    expect(steps.at(-1)!.returned).toBe(points[0]!.returned);
  });

  it('of a register without rows is nothing', () => {
    expect(returnPoints(timesOf([])).map(({ returned }) => returned)).toEqual([null, null, null, null]);
  });
});
