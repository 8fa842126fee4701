import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kruskalWallis } from '../../src/statistics/kruskal-wallis.ts';
import { casesFromR, expectAgreement, spread } from './from-r.ts';

interface Case {
  name: string;
  groups: number[][] | null;
  statistic: number;
  degreesOfFreedom: number;
  p: number;
}

const byRule: Record<string, () => ArrayLike<number>[]> = {
  '100000 persons by rule, four groups': () => {
    const counts = spread(100_000, 7919, 104_729).map((value) => (value % 61) + 1);
    return [0, 1, 2, 3].map((group) => counts.filter((_, person) => person % 4 === group));
  },
  'far apart, by rule': () => [spread(2000, 1, 2000), spread(3000, 1, 3000).map((value) => 1500 + value)],
};

const groups = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }), { maxLength: 5 });

describe('Kruskal–Wallis', () => {
  it.each(casesFromR<Case>('kruskal-wallis.json'))("agrees with R's kruskal.test: $name", (known) => {
    const test = kruskalWallis(known.groups ?? byRule[known.name]!())!;
    expect(test.test).toBe('kruskal-wallis');
    expect(test.degreesOfFreedom).toBe(known.degreesOfFreedom);
    expect(Math.abs(test.statistic - known.statistic)).toBeLessThan(1e-11 * Math.max(1, known.statistic));
    expectAgreement(test.p, known.p, 1e-8);
  });

  it('does not depend on the order of groups or of persons', () => {
    fc.assert(
      fc.property(groups, (values) => {
        const turned = [...values].reverse().map((group) => [...group].reverse());
        expect(kruskalWallis(turned)?.statistic ?? 0).toBeCloseTo(kruskalWallis(values)?.statistic ?? 0, 9);
      }),
    );
  });

  it('compares the order of values, not their size', () => {
    fc.assert(
      fc.property(groups, (values) => {
        expect(kruskalWallis(values.map((group) => group.map((value) => value ** 3 - 7)))).toEqual(
          kruskalWallis(values),
        );
      }),
    );
  });

  it('gives a p-value from 0 to 1', () => {
    fc.assert(
      fc.property(groups, (values) => {
        const p = kruskalWallis(values)?.p ?? 1;
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('leaves out empty groups', () => {
    expect(kruskalWallis([[1, 2], [], [3, 4]])).toEqual(kruskalWallis([[1, 2], [3, 4]])); // prettier-ignore
  });

  it('is not given for fewer than two groups, or where all are equal', () => {
    expect(kruskalWallis([])).toBeNull();
    expect(kruskalWallis([[1, 2, 3], []])).toBeNull();
    expect(kruskalWallis([[2, 2], [2], [2, 2, 2]])).toBeNull(); // prettier-ignore
  });

  it('refuses unknown values instead of ranking them', () => {
    for (const unknown of [NaN, Infinity, -Infinity]) {
      expect(() => kruskalWallis([[1, 2], [unknown]])).toThrow(RangeError); // prettier-ignore
    }
  });
});
