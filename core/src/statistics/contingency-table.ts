/**
 * A table of counts, groups by answers, as the comparisons of groups read it: with its totals, and without the rows
 * and columns in which no one is.
 */

/** Rows of counts, one row a group, one column an answer; or the other way round, which changes nothing. */
export type CountTable = readonly ArrayLike<number>[];

export interface ContingencyTable {
  /** Two or more rows and columns, none of them empty. */
  readonly counts: readonly (readonly number[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

/**
 * The table with its totals. An empty group, or an answer that no one gave, tells nothing about differences and is
 * left out.
 *
 * @param table rows of equal length, counts whole and 0 or more; otherwise a RangeError.
 * @returns null when fewer than two rows or columns have anyone in them: there is nothing to compare.
 * @example
 * contingencyTable([[3, 0, 1], [2, 0, 4]]).columnTotals // → [5, 5]
 */
export function contingencyTable(table: CountTable): ContingencyTable | null {
  const rows = table.map((row) => Array.from(row));
  const width = rows[0]?.length ?? 0;
  if (
    !rows.every((row) => row.length === width && row.every((count) => Number.isInteger(count) && count >= 0))
  ) {
    throw new RangeError('a table of counts needs rows of equal length, and counts whole and 0 or more');
  }
  const allColumnTotals = Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column]!)));
  const counts = rows
    .filter((row) => row.some((count) => count > 0))
    .map((row) => row.filter((_, column) => allColumnTotals[column]! > 0));
  const columnTotals = allColumnTotals.filter((total) => total > 0);
  if (counts.length < 2 || columnTotals.length < 2) return null;
  return { counts, rowTotals: counts.map(sum), columnTotals, total: sum(columnTotals) };
}

/** The count that each cell would have if rows and columns had nothing to do with each other. */
export function expectedCounts({ rowTotals, columnTotals, total }: ContingencyTable): number[][] {
  return rowTotals.map((row) => columnTotals.map((column) => (row / total) * column));
}

/** χ²: how far the counts are from the expected, Σ (count − expected)² / expected (K. Pearson 1900). */
export function chiSquare(table: ContingencyTable): number {
  const expected = expectedCounts(table);
  return sum(
    table.counts.map((row, r) =>
      sum(row.map((count, c) => (count - expected[r]![c]!) ** 2 / expected[r]![c]!)),
    ),
  );
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
