import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsInOrder } from '../../src/statistics/counts-in-order.ts';
import { gini } from '../../src/statistics/gini.ts';
import { lorenz } from '../../src/statistics/lorenz.ts';
import { topShares } from '../../src/statistics/top-shares.ts';
import { casesFromR, expectAgreement } from './from-r.ts';

interface Case {
  name: string;
  counts: number[];
  gini: number;
  lorenz: [number, number][];
  percent: number[];
  persons: number[];
  ofActualisations: number[];
}

const counts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 300 });

describe.each(casesFromR<Case>('concentration.json'))('by the definitions, in R: $name', (known) => {
  it('Gini is half the mean difference relative to the mean', () => {
    expect(gini(known.counts)).toBeCloseTo(known.gini, 13);
  });

  it('Lorenz has a point for each count that occurs', () => {
    const curve = lorenz(Int32Array.from(known.counts));
    expect(curve.length).toBe(known.lorenz.length);
    curve.forEach((point, i) => {
      expectAgreement(point[0], known.lorenz[i]![0]);
      expectAgreement(point[1], known.lorenz[i]![1]);
    });
  });

  it('the most frequent have the share that they have', () => {
    const top = topShares(
      known.counts,
      known.percent.map((percent) => percent / 100),
    );
    expect(top.map(({ persons }) => persons)).toEqual(known.persons);
    top.forEach(({ ofActualisations }, i) => {
      expectAgreement(ofActualisations, known.ofActualisations[i]!);
    });
  });
});

describe('Gini', () => {
  it('is 0 where all have equally many, and for one person', () => {
    expect(gini([4, 4, 4])).toBe(0);
    expect(gini([17])).toBe(0);
  });

  it('is one less the twice the area under the Lorenz curve', () => {
    fc.assert(
      fc.property(counts, (values) => {
        let area = 0;
        const curve = lorenz(values);
        for (let i = 1; i < curve.length; i += 1) {
          area += (curve[i]![0] - curve[i - 1]![0]) * ((curve[i]![1] + curve[i - 1]![1]) / 2);
        }
        expect(gini(values)).toBeCloseTo(1 - 2 * area, 11);
      }),
    );
  });

  it('does not change when all have twice as many, or when there are two of each person', () => {
    fc.assert(
      fc.property(counts, (values) => {
        expect(gini(values.map((count) => 2 * count))).toBeCloseTo(gini(values)!, 12);
        expect(gini([...values, ...values])).toBeCloseTo(gini(values)!, 12);
      }),
    );
  });
});

describe('the Lorenz curve', () => {
  it('runs from 0 to 1, rises ever more steeply, below the diagonal', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const curve = lorenz(values);
        expect(curve[0]).toEqual([0, 0]);
        expect(curve.at(-1)).toEqual([1, 1]);
        expect(curve.length).toBe(new Set(values).size + 1);
        let steepness = 0;
        for (let i = 1; i < curve.length; i += 1) {
          const slope = (curve[i]![1] - curve[i - 1]![1]) / (curve[i]![0] - curve[i - 1]![0]);
          expect(slope).toBeGreaterThan(steepness);
          expect(curve[i]![1]).toBeLessThanOrEqual(curve[i]![0]);
          steepness = slope;
        }
      }),
    );
  });
});

describe('the share of the most frequent', () => {
  it('is not given one person more because of binary arithmetic', () => {
    // By hand: 5 % of 20, 10 % of 30, 15 % of 20, 20 % of 15, 7 % of 100, 29 % of 100, 1 % of 300 are whole.
    const whole = [
      [0.05, 20, 1],
      [0.1, 30, 3],
      [0.15, 20, 3],
      [0.2, 15, 3],
      [0.07, 100, 7],
      [0.29, 100, 29],
      [0.01, 300, 3],
    ] as const;
    for (const [share, persons, expected] of whole) {
      expect(topShares(new Uint8Array(persons).fill(1), [share])[0]!.persons).toBe(expected);
    }
  });

  it('takes ⌈percent · persons / 100⌉ persons, whatever the percent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 20_000 }),
        (percent, persons) => {
          const asked = topShares(new Uint8Array(persons).fill(1), [percent / 100])[0]!;
          expect(asked.persons).toBe(Math.floor((percent * persons + 99) / 100));
        },
      ),
    );
  });

  it('takes one person more for the least above a whole number, and at least one', () => {
    expect(topShares([1, 1, 1, 1], [0.500001])[0]!.persons).toBe(3);
    expect(topShares([1, 1, 1, 1], [1e-9])[0]!.persons).toBe(1);
  });

  it('grows with the share of persons, and is never below it', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const top = topShares(values, [0.01, 0.05, 0.1, 0.2, 0.5, 1]);
        top.forEach((one, i) => {
          expect(one.ofActualisations).toBeGreaterThanOrEqual(top[i - 1]?.ofActualisations ?? 0);
          expect(one.ofActualisations + 1e-12).toBeGreaterThanOrEqual(one.persons / values.length);
        });
        expect(top.at(-1)!.ofActualisations).toBe(1);
      }),
    );
  });

  it('refuses shares that are none', () => {
    for (const share of [0, -0.1, 1.01, NaN]) {
      expect(() => topShares([1, 2], [share])).toThrow(RangeError);
    }
  });
});

describe('concentration', () => {
  it('does not depend on the order of persons, and leaves the counts as they were', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const before = [...values];
        const turned = [...values].reverse();
        expect(gini(turned)).toBe(gini(values));
        expect(lorenz(turned)).toEqual(lorenz(values));
        expect(topShares(turned, [0.1])).toEqual(topShares(values, [0.1]));
        expect(values).toEqual(before);
      }),
    );
  });

  it('is not given for no persons, or for persons without actualisations', () => {
    for (const none of [[], [0, 0]]) {
      expect(gini(none)).toBeNull();
      expect(lorenz(none)).toEqual([]);
      expect(topShares(none, [0.1])).toEqual([]);
    }
  });

  it('refuses counts that are none', () => {
    for (const wrong of [-1, NaN, Infinity]) expect(() => countsInOrder([1, wrong, 2])).toThrow(RangeError);
  });
});
