/** Do groups differ in a yes/no or a code? The test that suits the table. */
import { chiSquareTest, type ChiSquareTest } from './chi-square-test.ts';
import type { CountTable } from './contingency-table.ts';
import { fisherExactTest } from './fisher-exact-test.ts';
import { fisherSimulated, type FisherSimulated } from './fisher-simulated.ts';

export interface ExactTest {
  readonly test: 'fisher';
  /** 0 to 1. */
  readonly p: number;
  /** The smallest expected count, below 5: why this test was taken. */
  readonly smallestExpected: number;
}

/** The exact test by drawing, since the table is too large to go through: with the limits of its p-value. */
export interface SimulatedTest extends FisherSimulated {
  readonly smallestExpected: number;
}

/** χ² although an expected count is below 5, since the table is too large for any other test: to be said. */
export interface DoubtfulChiSquareTest extends ChiSquareTest {
  readonly doubt: 'fisher-too-large';
}

export type IndependenceTest = ChiSquareTest | DoubtfulChiSquareTest | ExactTest | SimulatedTest;

/** What is to be told beside a p-value that was simulated. */
export interface Simulation {
  /** How many tables were drawn. */
  readonly draws: number;
  /** 95 % limits for the exact p-value. */
  readonly lower: number;
  readonly upper: number;
}

/** Null where the p-value was worked out. */
export function simulationOf(found: IndependenceTest): Simulation | null {
  if (found.test !== 'fisher-simulated') return null;
  const { draws, lower, upper } = found;
  return { draws, lower, upper };
}

/** Below this expected count χ² is not to be relied on (W. G. Cochran, Biometrics 10 (1954) 417–451). */
const LEAST_EXPECTED = 5;

/**
 * Whether groups differ in how often something occurs, by χ², or by Fisher's exact test where an expected count is
 * below 5. The answer names the test; never show the p-value without it.
 *
 * @param table counts, whole and 0 or more, one row a group; otherwise a RangeError. Rows and columns where all are 0
 * are left out.
 * @returns the test and its p-value. Where Fisher's test is called for and the table too large to go through, the same
 * test by simulation; where it has more than 2 000 cells, χ² with `doubt`. Null when fewer than two rows or columns are
 * left.
 * @example
 * independenceTest([[3, 1], [1, 3]]) // → { test: 'fisher', p: 0.4857143, smallestExpected: 2 }
 */
export function independenceTest(table: CountTable): IndependenceTest | null {
  const approximate = chiSquareTest(table);
  if (approximate === null || approximate.smallestExpected >= LEAST_EXPECTED) return approximate;
  const { smallestExpected } = approximate;
  const exact = fisherExactTest(table);
  if (exact !== null && exact.p !== null) return { test: 'fisher', p: exact.p, smallestExpected };
  const simulated = fisherSimulated(table);
  return simulated ? { ...simulated, smallestExpected } : { ...approximate, doubt: 'fisher-too-large' };
}
