/** Do groups differ in a yes/no or a code? The usual test. */
import { chiSquareUpperTail } from './chi-square-tail.ts';
import { chiSquare, contingencyTable, expectedCounts, type CountTable } from './contingency-table.ts';

export interface ChiSquareTest {
  readonly test: 'chi-square';
  /** χ², 0 or more. */
  readonly statistic: number;
  /** (rows − 1)(columns − 1) of those that have anyone in them. */
  readonly degreesOfFreedom: number;
  /** 0 to 1. */
  readonly p: number;
  /** The smallest expected count. Below 5 the p-value is not to be relied on: see fisherExactTest. */
  readonly smallestExpected: number;
}

/**
 * Whether groups differ in how often something occurs, such as the share of women in each frequency group: how often
 * chance alone would give differences as large. Use it when every expected count is 5 or more; independenceTest
 * chooses for you. Each person or actualisation stands in one cell only.
 *
 * Source: K. Pearson (1900), R. A. Fisher (1922) for the degrees of freedom; no continuity correction (Yates), as R's
 * chisq.test(correct = FALSE).
 *
 * @param table counts, whole and 0 or more, one row a group; otherwise a RangeError. Rows and columns where all are 0
 * are left out.
 * @returns null when fewer than two rows or columns are left.
 * @example
 * chiSquareTest([[12, 18], [25, 15]]) // → { test: 'chi-square', statistic: 3.482801, degreesOfFreedom: 1, p: 0.0620097, smallestExpected: 14.1428571 }
 */
export function chiSquareTest(table: CountTable): ChiSquareTest | null {
  const counted = contingencyTable(table);
  if (counted === null) return null;
  const statistic = chiSquare(counted);
  const degreesOfFreedom = (counted.rowTotals.length - 1) * (counted.columnTotals.length - 1);
  return {
    test: 'chi-square',
    statistic,
    degreesOfFreedom,
    p: chiSquareUpperTail(statistic, degreesOfFreedom),
    smallestExpected: Math.min(...expectedCounts(counted).flat()),
  };
}
