/** The tests of a comparison, adjusted for how many they are: one rule for all of them, and for those that are shown. */
import { holmAdjustment } from '../statistics/holm-adjustment.ts';
import type { ComparedTable } from './compared-table.ts';

export interface AdjustedTests<Cell> {
  readonly tables: readonly ComparedTable<Cell>[];
  /** Those with a p-value. */
  readonly tests: number;
}

export function adjustedTests<Cell>(tables: readonly ComparedTable<Cell>[]): AdjustedTests<Cell> {
  const tests = tables.flatMap(({ rows }) => rows.flatMap(({ test }) => test ?? []));
  const holm = holmAdjustment(tests.map(({ p }) => p));
  const of = new Map(tests.map((test, at) => [test, holm[at]!]));
  return {
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.test ? { ...row, test: { ...row.test, adjusted: of.get(row.test)! } } : row,
      ),
    })),
    tests: tests.filter(({ p }) => p !== null).length,
  };
}
