/** Months between two days, in the three conventions: definitions.md, and LibreOffice (fixtures/make-datedif.py). */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsBetween } from '../../src/lathund/months.ts';
import { dayNumber } from '../../src/register/day.ts';

function dayOf(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number);
  return dayNumber(year!, month!, day!);
}

function allThree(first: string, last: string): number[] {
  const [a, b] = [dayOf(first), dayOf(last)];
  return (['completed', 'boundaries', 'average'] as const).map((convention) =>
    monthsBetween(a, b, convention),
  );
}

describe('completed, boundaries and average, as defined', () => {
  it.each([
    ['2020-01-31', '2020-02-29', [0, 1, 1.0]],
    ['2020-01-31', '2020-03-01', [1, 2, 1.0]],
    ['2021-01-31', '2021-04-30', [2, 3, 2.9]],
    ['2020-02-29', '2021-02-28', [11, 12, 12.0]],
    ['2020-01-15', '2020-02-14', [0, 1, 1.0]],
    ['2020-05-05', '2020-05-05', [0, 0, 0]],
  ])('%s to %s', (first, last, months) => {
    expect(allThree(first, last)).toEqual(months);
  });
});

it.each(
  readFileSync(new URL('fixtures/datedif.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')),
)('%s to %s is what LibreOffice answers', (first, last, ...months) => {
  expect(allThree(first, last)).toEqual(months.map(Number));
});

describe('months', () => {
  const twoDays = fc
    .tuple(fc.integer({ min: -719_162, max: 2_932_896 }), fc.integer({ min: -719_162, max: 2_932_896 }))
    .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));

  it('are never negative, and completed is boundaries or one less', () => {
    fc.assert(
      fc.property(twoDays, ([a, b]) => {
        const completed = monthsBetween(a, b, 'completed');
        const boundaries = monthsBetween(a, b, 'boundaries');
        expect(completed).toBeGreaterThanOrEqual(0);
        expect([0, 1]).toContain(boundaries - completed);
        expect(monthsBetween(a, b, 'average')).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('completed do not fall from one day to the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 4000 }), (a, days) => {
        expect(monthsBetween(a, a + days + 1, 'completed')).toBeGreaterThanOrEqual(
          monthsBetween(a, a + days, 'completed'),
        );
      }),
      { numRuns: 500 },
    );
  });
});
