/** How much do groups differ in a yes/no or a code? A size, beside the test that says whether. */
import { chiSquare, contingencyTable, type CountTable } from './contingency-table.ts';

/**
 * How strongly two codes hang together, from 0 (not at all) to 1 (the one tells the other). Use it beside the p-value:
 * with many actualisations a trifling difference has a small p, but also a small V. About 0,1 is weak, 0,3 moderate
 * and 0,5 strong where one side has two answers (J. Cohen 1988).
 *
 * Source: H. Cramér, Mathematical Methods of Statistics (1946) 282: √(χ² / (n (min(rows, columns) − 1))), without
 * correction for bias.
 *
 * @param table counts, whole and 0 or more, one row a group; otherwise a RangeError. Rows and columns where all are 0
 * are left out.
 * @returns 0 to 1; null when fewer than two rows or columns are left.
 * @example
 * cramersV([[12, 18], [25, 15]]) // → 0.2230567
 */
export function cramersV(table: CountTable): number | null {
  const counted = contingencyTable(table);
  if (counted === null) return null;
  const sides = Math.min(counted.rowTotals.length, counted.columnTotals.length);
  return Math.min(1, Math.sqrt(chiSquare(counted) / (counted.total * (sides - 1))));
}
