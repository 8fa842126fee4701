/** Do groups differ in a yes/no or a code? The test for few cases. */
import { contingencyTable, type ContingencyTable, type CountTable } from './contingency-table.ts';
import { EQUALLY_LIKELY, pByNetwork } from './fisher-network.ts';

export interface FisherExactTest {
  readonly test: 'fisher';
  /** 0 to 1, two-sided; null when the table is too large to go through within the work limit. */
  readonly p: number | null;
}

/** Relative to the most likely table. Below it doubles lose their digits, and would take a long way to reach 0. */
const FORGOTTEN = 1e-305;

/** About a quarter of a second on a machine of 2020. */
const WORK_LIMIT = 2_000_000;

/**
 * Whether groups differ in how often something occurs, when the cases are too few for χ²: of all tables with the same
 * totals, how large a part (by probability) is as unlikely as this one or more so. Use it where an expected count is
 * below 5; independenceTest chooses for you.
 *
 * Source: R. A. Fisher, Statistical Methods for Research Workers, 5th ed. (1934); two-sided as R's fisher.test. Two by
 * two: every table is gone through, however large the counts. Larger: the network of C. R. Mehta & N. R. Patel, JASA
 * 78 (1983) 427–434, in which tables that must all be counted, or none, are not gone through one by one.
 *
 * @param table counts, whole and 0 or more, one row a group; otherwise a RangeError. Rows and columns where all are 0
 * are left out.
 * @param workLimit how many steps the network may take before giving up; does not concern two by two.
 * @returns null when fewer than two rows or columns are left; `p` null when the table is too large, 0 where it is below about 1e-300.
 * @example
 * fisherExactTest([[3, 1], [1, 3]]) // → { test: 'fisher', p: 0.4857143 }
 */
export function fisherExactTest(table: CountTable, workLimit = WORK_LIMIT): FisherExactTest | null {
  const counted = contingencyTable(table);
  if (counted === null) return null;
  const twoByTwo = counted.rowTotals.length === 2 && counted.columnTotals.length === 2;
  return { test: 'fisher', p: twoByTwo ? pOfTwoByTwo(counted) : pByNetwork(counted, workLimit) };
}

/**
 * The first cell tells the other three. Probabilities are taken relative to the most likely table and follow from
 * their neighbour, so no large factorials are needed and the p-value keeps its digits far out in the tail.
 */
function pOfTwoByTwo({ counts, rowTotals, columnTotals, total }: ContingencyTable): number {
  const row = rowTotals[0]!;
  const column = columnTotals[0]!;
  const observed = counts[0]![0]!;
  const mode = Math.floor(((row + 1) * (column + 1)) / (total + 2));
  /** The probability of cell + 1 relative to that of cell; 0 at the end. */
  const up = (cell: number) =>
    ((row - cell) * (column - cell)) / ((cell + 1) * (total - row - column + cell + 1));

  let weight = 1;
  for (let cell = mode; cell < observed && weight > FORGOTTEN; cell += 1) weight *= up(cell);
  for (let cell = mode; cell > observed && weight > FORGOTTEN; cell -= 1) weight /= up(cell - 1);
  const limit = weight * (1 + EQUALLY_LIKELY);

  let all = 0;
  let asUnlikely = 0;
  const count = (relative: number) => {
    all += relative;
    if (relative <= limit) asUnlikely += relative;
  };
  count(1);
  for (let cell = mode, relative = 1; (relative *= up(cell)) > FORGOTTEN; cell += 1) count(relative);
  for (let cell = mode, relative = 1; cell > 0 && (relative /= up(cell - 1)) > FORGOTTEN; cell -= 1)
    count(relative);
  return Math.min(1, asUnlikely / all);
}
