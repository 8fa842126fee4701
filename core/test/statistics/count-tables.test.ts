import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTest } from '../../src/statistics/chi-square-test.ts';
import { contingencyTable, type CountTable } from '../../src/statistics/contingency-table.ts';
import { cramersV } from '../../src/statistics/cramers-v.ts';
import { fisherExactTest } from '../../src/statistics/fisher-exact-test.ts';
import { pByNetwork } from '../../src/statistics/fisher-network.ts';
import { fisherSimulated } from '../../src/statistics/fisher-simulated.ts';
import { independenceTest, simulationOf } from '../../src/statistics/independence-test.ts';
import { casesFromR, expectAgreement } from './from-r.ts';

interface Case {
  name: string;
  table: number[][];
  statistic: number;
  degreesOfFreedom: number;
  p: number;
  smallestExpected: number;
  fisher: number | null;
  cramersV: number;
}

const cases = casesFromR<Case>('count-tables.json');

/** Tables of two or more rows and columns, with so few in them that all with the same totals can be written out. */
const smallTable = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

function transposed(table: readonly number[][]): number[][] {
  return table[0]!.map((_, column) => table.map((row) => row[column]!));
}

describe.each(cases)('agrees with R: $name', (known) => {
  it('χ² without Yates', () => {
    const test = chiSquareTest(known.table)!;
    expect(test.test).toBe('chi-square');
    expect(test.degreesOfFreedom).toBe(known.degreesOfFreedom);
    // A difference of exactly nothing is a few rounding errors in R.
    expect(Math.abs(test.statistic - known.statistic)).toBeLessThan(1e-12 * Math.max(1, known.statistic));
    // χ² of 8 000 carries its rounding into a p of 1e-1700, which neither can hold.
    expectAgreement(test.p, known.p, 1e-11);
    expectAgreement(test.smallestExpected, known.smallestExpected);
  });

  it("Cramér's V", () => {
    expect(cramersV(known.table)).toBeCloseTo(known.cramersV, 13);
  });

  if (known.fisher !== null)
    it("Fisher's exact test", () => {
      expectAgreement(fisherExactTest(known.table)!.p, known.fisher, 1e-9);
    });
});

describe("Fisher's exact test", () => {
  /** Written out: each table with the totals, its probability from products of whole numbers (BigInt, no rounding). */
  function pByWritingOut(table: readonly number[][]): number {
    const rowTotals = table.map((row) => row.reduce((a, b) => a + b, 0));
    const columnTotals = transposed([...table]).map((column) => column.reduce((a, b) => a + b, 0));
    const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));
    const total = factorial(rowTotals.reduce((a, b) => a + b, 0));
    // n! / Π cell! is whole, and in proportion to the probability.
    const ways = (cells: readonly number[]) => cells.reduce((left, cell) => left / factorial(cell), total);
    const observed = ways(table.flat());
    let all = 0n;
    let asUnlikely = 0n;
    const write = (cells: number[]): void => {
      const row = Math.floor(cells.length / columnTotals.length);
      const column = cells.length % columnTotals.length;
      const leftInRow = rowTotals[row]! - cells.slice(row * columnTotals.length).reduce((a, b) => a + b, 0);
      let leftInColumn = columnTotals[column]!;
      for (let above = 0; above < row; above += 1)
        leftInColumn -= cells[above * columnTotals.length + column]!;
      const lastInRow = column === columnTotals.length - 1;
      const lastInColumn = row === rowTotals.length - 1;
      for (let cell = 0; cell <= Math.min(leftInRow, leftInColumn); cell += 1) {
        if ((lastInRow && cell !== leftInRow) || (lastInColumn && cell !== leftInColumn)) continue;
        const next = [...cells, cell];
        if (next.length < rowTotals.length * columnTotals.length) {
          write(next);
          continue;
        }
        const found = ways(next);
        all += found;
        if (found <= observed) asUnlikely += found;
      }
    };
    write([]);
    return Number((asUnlikely * 10n ** 18n) / all) / 1e18;
  }

  it('is the part of all tables with the same totals that are as unlikely, written out', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const test = fisherExactTest(table);
        if (test === null) return;
        const { counts } = contingencyTable(table)!;
        expect(test.p).toBeCloseTo(pByWritingOut(counts.map((row) => [...row])), 12);
      }),
    );
  });

  it('gives the same by the network as cell by cell in tables of two by two', () => {
    const cell = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell, cell), ([a, b, c, d]) => {
        const counted = contingencyTable([[a, b], [c, d]]); // prettier-ignore
        if (counted === null) return;
        expectAgreement(pByNetwork(counted, 1_000_000), fisherExactTest(counted.counts)!.p, 1e-10);
      }),
    );
  });

  it('is the same table lying or standing, whatever the order of groups', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const p = fisherExactTest(table)?.p ?? 1;
        expectAgreement(fisherExactTest(transposed(table))?.p ?? 1, p, 1e-12);
        expectAgreement(fisherExactTest([...table].reverse())?.p ?? 1, p, 1e-12);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('goes through every table of two by two, also with a thousand million in it', () => {
    // By hand: the most likely of all tables with these totals.
    expect(fisherExactTest([[5e8, 5e8], [5e8, 5e8]])!.p).toBe(1); // prettier-ignore
    expect(fisherExactTest([[5e8, 1], [1, 5e8]])!.p).toBe(0); // prettier-ignore
  });

  it('gives the p-value or none, whatever the work limit: never one of a table half gone through', () => {
    const table = [[3, 2, 6, 1], [4, 1, 8, 2], [2, 5, 3, 3]]; // prettier-ignore
    const whole = fisherExactTest(table)!.p;
    let [none, some] = [0, 0];
    for (let limit = 0; limit < 2000; limit += 1) {
      const { p } = fisherExactTest(table, limit)!;
      if (p === null) none += 1;
      else if (p === whole) some += 1;
    }
    expect(none).toBeGreaterThan(20);
    expect(some).toBe(2000 - none);
  });

  it('gives no p-value where the table is too large to go through', () => {
    // With few runs asked for, it gives up sooner.
    const limit = Number(process.env['ISU_FUZZ_RUNS'] ?? 500) < 500 ? 20_000 : undefined;
    const table = [
      [40, 51, 62, 73, 38],
      [55, 46, 37, 68, 41],
      [39, 58, 47, 66, 35],
      [61, 42, 53, 44, 50],
    ];
    expect(fisherExactTest(table, limit)).toEqual({ test: 'fisher', p: null });
    expect(fisherExactTest([[3, 2, 6], [4, 1, 8]], 5)).toEqual({ test: 'fisher', p: null }); // prettier-ignore
    expect(fisherExactTest([[5e8, 3, 1], [5e8, 1, 2]])).toEqual({ test: 'fisher', p: null }); // prettier-ignore
    const twoOfEach = Array.from({ length: 13 }, (_, row) =>
      Array.from({ length: 13 }, (_, i) => (i === row ? 2 : 0)),
    );
    expect(fisherExactTest(twoOfEach, limit)).toEqual({ test: 'fisher', p: null });
    const wide = [Array.from({ length: 30 }, () => 9), Array.from({ length: 30 }, (_, i) => i)];
    expect(fisherExactTest([...wide, ...wide, ...wide, ...wide], limit)).toEqual({ test: 'fisher', p: null });
  });
});

describe('the test that suits the table', () => {
  it('is χ² where every expected count is 5 or more, Fisher where one is below', () => {
    for (const { table, smallestExpected, p, fisher } of cases) {
      const chosen = independenceTest(table)!;
      if (smallestExpected >= 5) {
        expect(chosen.test).toBe('chi-square');
        expectAgreement(chosen.p, p, 1e-11);
      } else {
        expect(chosen.test).toBe('fisher');
        expectAgreement(chosen.p, fisher, 1e-9);
      }
      expectAgreement(chosen.smallestExpected, smallestExpected);
    }
    expect(cases.filter(({ smallestExpected }) => smallestExpected < 5).length).toBeGreaterThan(5);
    expect(cases.filter(({ smallestExpected }) => smallestExpected >= 5).length).toBeGreaterThan(3);
  });

  it('keeps χ² at an expected count of exactly 5', () => {
    expect(independenceTest([[4, 6], [6, 4]])).toMatchObject({ test: 'chi-square', smallestExpected: 5 }); // prettier-ignore
  });

  it('is Fisher by simulation where Fisher is called for and the table too large to go through', () => {
    const table = [
      [400, 510, 620, 730, 3],
      [550, 460, 370, 680, 1],
      [390, 580, 470, 660, 2],
      [610, 420, 530, 440, 1],
    ];
    const { smallestExpected } = chiSquareTest(table)!;
    const chosen = independenceTest(table)!;
    expect(chosen).toEqual({ ...fisherSimulated(table), smallestExpected });
    expect(simulationOf(chosen)).toMatchObject({ draws: 10_000, lower: 0 });
  });

  it('is χ² with doubt where there are more than two thousand cells', () => {
    const table = Array.from({ length: 201 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => (row * 7 + column * 3) % 4),
    );
    const chosen = independenceTest(table)!;
    expect(chosen).toEqual({ ...chiSquareTest(table), doubt: 'fisher-too-large' });
    expect([fisherSimulated(table), simulationOf(chosen)]).toEqual([null, null]);
  });
});

describe('Fisher by simulation', () => {
  /** So far two p-values of so many draws may lie apart: four standard errors of both. */
  const apart = (p: number, draws: number, ofR: number) =>
    4 * Math.sqrt(p * (1 - p) * (1 / draws + 1 / ofR)) + 1 / draws;

  it.each(casesFromR<{ table: number[][]; draws: number; p: number }>('fisher-simulated.json'))(
    'agrees with R, as near as chance lets it: p $p',
    ({ table, draws, p }) => {
      const found = fisherSimulated(table)!;
      expect(Math.abs(found.p - p)).toBeLessThan(apart(p, found.draws, draws));
    },
  );

  it('agrees with going through all tables, where that is done', () => {
    const few = cases.filter(({ fisher, table }) => fisher !== null && table.flat().every((n) => n < 1000));
    for (const { table, fisher } of few) {
      const found = fisherSimulated(table, 2000)!;
      expect(Math.abs(found.p - fisher!)).toBeLessThan(apart(fisher!, found.draws, Infinity));
    }
    expect(few.length).toBeGreaterThan(10);
  });

  it('gives the same tables every time, and fewer of large ones', () => {
    const table = [[3, 2, 6], [4, 1, 8], [9, 0, 1]]; // prettier-ignore
    expect(fisherSimulated(table)).toEqual(fisherSimulated(table));
    const twoOfEach = Array.from({ length: 20 }, (_, row) =>
      Array.from({ length: 20 }, (_, i) => (i === row ? 2 : 0)),
    );
    expect(fisherSimulated(twoOfEach)).toMatchObject({ draws: 5000, p: 1 / 5001, lower: 0 });
  });

  it('has nothing to say where there is nothing to compare', () => {
    expect(fisherSimulated([[5], [6]])).toBeNull();
  });
});

describe('comparing groups in a table', () => {
  const nothingToCompare: CountTable[] = [[], [[]], [[5, 6]], [[5], [6]], [[5, 6], [0, 0]], [[0, 5], [0, 6]], [[0, 0], [0, 0]]]; // prettier-ignore

  it('gives nothing where fewer than two groups or answers have anyone in them', () => {
    for (const table of nothingToCompare) {
      expect(chiSquareTest(table)).toBeNull();
      expect(fisherExactTest(table)).toBeNull();
      expect(cramersV(table)).toBeNull();
      expect(independenceTest(table)).toBeNull();
    }
  });

  it('leaves out empty groups and answers that no one gave', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const width = table[0]!.length;
        const padded = [...table, Array.from({ length: width }, () => 0)].map((row) => [0, ...row]);
        expect(chiSquareTest(padded)).toEqual(chiSquareTest(table));
        expect(cramersV(padded)).toEqual(cramersV(table));
      }),
    );
  });

  it('does not depend on which way the table lies', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const lying = chiSquareTest(table);
        const standing = chiSquareTest(transposed(table));
        expect(standing?.statistic ?? 0).toBeCloseTo(lying?.statistic ?? 0, 8);
        expect(standing?.degreesOfFreedom).toBe(lying?.degreesOfFreedom);
        expect(cramersV(transposed(table)) ?? 0).toBeCloseTo(cramersV(table) ?? 0, 10);
      }),
    );
  });

  it("gives a Cramér's V from 0 to 1: 1 when the one tells the other, the same for twice as many", () => {
    const count = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(count, count, count, (a, b, c) => {
        const v = cramersV([[a, 0, 0], [0, b, 0], [0, 0, c]])!; // prettier-ignore
        expect(v).toBeCloseTo(1, 12);
        expect(v).toBeLessThanOrEqual(1);
      }),
    );
    // Unguarded, rounding makes this 1,0000000000000002.
    expect(cramersV([[59, 0, 0], [0, 6, 0], [0, 0, 5]])).toBe(1); // prettier-ignore
    expect(cramersV([[2, 4], [3, 6]])).toBeCloseTo(0, 14); // prettier-ignore
    fc.assert(
      fc.property(anyTable, (table) => {
        const v = cramersV(table) ?? 0;
        expect(v).toBeGreaterThanOrEqual(0);
        expect(v).toBeLessThanOrEqual(1);
        expect(cramersV(table.map((row) => row.map((count) => 2 * count))) ?? 0).toBeCloseTo(v, 10);
      }),
    );
  });

  it('reads typed arrays', () => {
    expect(chiSquareTest([Int32Array.of(12, 18), Int32Array.of(25, 15)])).toEqual(
      chiSquareTest([[12, 18], [25, 15]]), // prettier-ignore
    );
  });

  it('refuses what are no counts', () => {
    for (const table of [
      [[1, 2], [3]],
      [
        [1, -2],
        [3, 4],
      ],
      [
        [1, 0.5],
        [3, 4],
      ],
      [
        [1, NaN],
        [3, 4],
      ],
      [
        [1, Infinity],
        [3, 4],
      ],
    ]) {
      // prettier-ignore
      expect(() => contingencyTable(table)).toThrow(RangeError);
    }
  });
});
