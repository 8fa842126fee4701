import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohensKappa } from '../../src/statistics/cohens-kappa.ts';
import { casesFromR, expectAgreement } from './from-r.ts';

interface Case {
  name: string;
  table: number[][];
  kappa: number;
  standardError: number;
}

const square = fc.integer({ min: 1, max: 4 }).chain((size) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

describe.each(casesFromR<Case>('cohens-kappa.json'))('agrees with R: $name', (known) => {
  it('kappa, from the cases one by one', () => {
    expect(Math.abs(cohensKappa(known.table)!.kappa - known.kappa)).toBeLessThan(1e-13);
  });

  it('its standard error, by the delta method, and the interval 1,96 of them to each side', () => {
    const { standardError, interval } = cohensKappa(known.table)!;
    expectAgreement(standardError, known.standardError, 1e-7);
    expect(interval!.from).toBeCloseTo(Math.max(-1, known.kappa - 1.96 * known.standardError), 4);
    expect(interval!.to).toBeCloseTo(Math.min(1, known.kappa + 1.96 * known.standardError), 4);
  });
});

describe("Cohen's kappa", () => {
  it('of three diagnoses, by hand: (0,89 − 0,66) / (1 − 0,66)', () => {
    const found = cohensKappa([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ])!;
    expect(found.observed).toBe(0.89);
    expect(found.expected).toBe(0.66);
    expect(found.kappa).toBeCloseTo(0.23 / 0.34, 14);
  });

  it('of two answers is 2(ad − bc) / ((a + b)(b + d) + (a + c)(c + d))', () => {
    const cell = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const other = (2 * (a * d - b * c)) / ((a + b) * (b + d) + (a + c) * (c + d));
        expect(
          cohensKappa([
            [a, b],
            [c, d],
          ])!.kappa,
        ).toBeCloseTo(other, 12);
      }),
    );
  });

  it('is the same whichever reader is named first, and lies between −1 and 1', () => {
    fc.assert(
      fc.property(square, (table) => {
        const turned = table[0]!.map((_, column) => table.map((row) => row[column]!));
        const [found, other] = [cohensKappa(table), cohensKappa(turned)];
        expect(other).toEqual(found);
        if (!found) return;
        expect(found.kappa).toBeGreaterThanOrEqual(-1);
        expect(found.kappa).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not hang on the order of the categories, nor on one that nobody uses', () => {
    const found = cohensKappa([
      [9, 2, 0],
      [1, 7, 0],
      [0, 0, 0],
    ])!;
    const turned = cohensKappa([
      [7, 1],
      [2, 9],
    ])!;
    expect(found.kappa).toBeCloseTo(turned.kappa, 14);
    expect(found.standardError).toBeCloseTo(turned.standardError!, 14);
  });

  it('is 1 where the readers agree wholly, without an interval that would claim too much', () => {
    expect(
      cohensKappa([
        [3, 0],
        [0, 2],
      ]),
    ).toEqual({ kappa: 1, observed: 1, expected: 0.52, standardError: null, interval: null });
  });

  it('is told of nothing: no cases, or one answer only, which chance would give too', () => {
    expect(cohensKappa([])).toBeNull();
    expect(
      cohensKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohensKappa([
        [28, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  it('keeps its interval within −1 and 1', () => {
    const { interval } = cohensKappa([
      [9, 1],
      [0, 9],
    ])!;
    expect(interval!.to).toBe(1);
    expect(interval!.from).toBeLessThan(0.9);
    // By hand: 18 of 19 cases differ, kappa −0,895 with a standard error of 0,103.
    expect(
      cohensKappa([
        [0, 9],
        [9, 1],
      ])!.interval!.from,
    ).toBe(-1);
  });

  it('refuses a table that is not square, and counts that are none', () => {
    expect(() => cohensKappa([[1, 2]])).toThrow(RangeError);
    expect(() => cohensKappa([[-1]])).toThrow(RangeError);
    expect(() => cohensKappa([[0.5]])).toThrow(RangeError);
  });
});
