import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logRankTest } from '../../src/statistics/log-rank-test.ts';
import { casesFromR, expectAgreement } from './from-r.ts';

interface Followed {
  days: number[];
  returned: number[];
}
interface Case {
  name: string;
  groups: Followed[] | null;
  statistic: number;
  degreesOfFreedom: number;
  p: number;
  observed: number[];
  expected: number[];
}

/** As make-fixtures.R makes them. */
function made(from: number, n: number, step: number, size: number, times: number, every: number): Followed {
  const places = Array.from({ length: n }, (_, i) => i + 1);
  return {
    days: places.map((i) => (((from + i - 1) * step) % size) * times),
    returned: places.map((i) => (i % every === 0 ? 0 : 1)),
  };
}
const byRule: Record<string, () => Followed[]> = {
  'five groups by rule': () => [0, 1, 2, 3, 4].map((g) => made(g, 60 + 10 * g, 37, 101, 1 + g, 3 + g)),
  '3000 by rule, far apart': () => [made(0, 1500, 7, 1009, 1, 4), made(11, 1500, 7, 1009, 2, 5)],
};

const followed = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1 })), { maxLength: 12 })
  .map((persons) => ({ days: persons.map(([day]) => day), returned: persons.map(([, flag]) => flag) }));
const groups = fc.array(followed, { minLength: 2, maxLength: 4 });

describe('the log-rank test', () => {
  it.each(casesFromR<Case>('log-rank.json'))("agrees with R's survdiff: $name", (known) => {
    const found = logRankTest(known.groups ?? byRule[known.name]!())!;
    expect(found.degreesOfFreedom).toBe(known.degreesOfFreedom);
    expect(Math.abs(found.statistic - known.statistic)).toBeLessThan(1e-10 * Math.max(1, known.statistic));
    expectAgreement(found.p, known.p, 1e-8);
    expect(found.groups.map(({ observed }) => observed)).toEqual(known.observed);
    found.groups.forEach(({ expected }, g) => expectAgreement(expected, known.expected[g]!, 1e-12));
  });

  it('does not depend on the order of groups or of persons', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const turned = given
          .toReversed()
          .map(({ days, returned }) => ({ days: days.toReversed(), returned: returned.toReversed() }));
        const [one, two] = [logRankTest(given), logRankTest(turned)];
        expect(two?.statistic ?? -1).toBeCloseTo(one?.statistic ?? -1, 8);
      }),
    );
  });

  it('is the same to the last bit whatever the order of persons', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const turned = given.map(({ days, returned }) => ({
          days: days.toReversed(),
          returned: returned.toReversed(),
        }));
        expect(logRankTest(turned)).toEqual(logRankTest(given));
      }),
    );
  });

  it('leaves a group out of the degrees of freedom in which no one was at risk when anyone returned', () => {
    const [one, two] = [
      { days: [5, 8, 12], returned: [1, 1, 0] },
      { days: [9, 20, 30], returned: [1, 0, 0] },
    ];
    const gone = { days: [1, 4], returned: [0, 0] };
    const without = logRankTest([one, two])!;
    expect(without).toMatchObject({ test: 'log-rank', degreesOfFreedom: 1 });
    for (const given of [
      [gone, one, two],
      [one, two, gone],
    ])
      expect(logRankTest(given)).toMatchObject({
        statistic: without.statistic,
        degreesOfFreedom: 1,
        p: without.p,
      });
  });

  it('expects as many returns in all as there were', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const found = logRankTest(given);
        if (!found) return;
        const sum = (of: 'observed' | 'expected') =>
          found.groups.reduce((total, group) => total + group[of], 0);
        expect(sum('expected')).toBeCloseTo(sum('observed'), 9);
      }),
    );
  });

  it('is not given where groups cannot be told apart', () => {
    expect(logRankTest([])).toBeNull();
    expect(logRankTest([{ days: [3, 4], returned: [1, 1] }])).toBeNull();
    expect(
      logRankTest([
        { days: [3], returned: [0] },
        { days: [4], returned: [0] },
      ]),
    ).toBeNull();
    expect(
      logRankTest([
        { days: [9], returned: [1] },
        { days: [4], returned: [0] },
      ]),
    ).toBeNull();
    // All on the same day: none earlier than another, and nothing that could have been otherwise.
    expect(
      logRankTest([
        { days: [3], returned: [1] },
        { days: [3], returned: [1] },
      ]),
    ).toBeNull();
  });

  it('refuses days that are not whole, and flags that are too few', () => {
    const sound = { days: [1], returned: [1] };
    expect(() => logRankTest([sound, { days: [0.5], returned: [1] }])).toThrow(RangeError);
    expect(() => logRankTest([sound, { days: [-1], returned: [1] }])).toThrow(RangeError);
    expect(() => logRankTest([sound, { days: [1, 2], returned: [1] }])).toThrow(RangeError);
  });
});
