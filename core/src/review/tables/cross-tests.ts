/**
 * Whether the answers of one question differ with those of another, by a named test. Of a question of kind several each
 * alternative is tested by itself, yes against no.
 */
import { holmAdjustment } from '../../statistics/holm-adjustment.ts';
import { cramersV } from '../../statistics/cramers-v.ts';
import { independenceTest, simulationOf, type Simulation } from '../../statistics/independence-test.ts';
import { kruskalWallis } from '../../statistics/kruskal-wallis.ts';
import type { Division, Side } from './cross-sides.ts';
import type { Text } from '../form.ts';
import type { Tally } from './tally.ts';

/** A test of whether two items go together. */
export interface CrossTest {
  /** The alternative that is tested, where a side has several. */
  readonly rows: Text | null;
  readonly columns: Text | null;
  readonly test: 'chi-square' | 'fisher' | 'fisher-simulated' | 'kruskal-wallis';
  /**
   * χ² although expected counts are small, the table being too large for any other test; Kruskal–Wallis with fewer than
   * five persons in a group.
   */
  readonly doubtful: boolean;
  /** How many tables were drawn, and between what limits the exact p-value lies (95 %); null where none were. */
  readonly simulated: Simulation | null;
  readonly p: number | null;
  /** Adjusted by Holm for the tests of the same cross table; the same as `p` where there is one. */
  readonly adjusted: number | null;
  /** Cramér's V; null for Kruskal–Wallis. */
  readonly effectSize: number | null;
}

type Tested = Omit<CrossTest, 'adjusted'>;

/** None where there is nothing to compare: all in one row, say. */
export function crossTests(tally: Tally, rows: Side, columns: Side): CrossTest[] {
  const tests = testsOf(tally, rows, columns);
  const adjusted = holmAdjustment(tests.map(({ p }) => p));
  return tests.map((test, at) => ({ ...test, adjusted: adjusted[at]! }));
}

/** Below this many in a group Kruskal–Wallis is approximate. */
const FEW = 5;

function testsOf(tally: Tally, rows: Side, columns: Side): Tested[] {
  if (rows.measure && columns.measure) return [];
  const number = columns.measure ?? rows.measure;
  if (number) {
    const side = columns.measure ? rows : columns;
    return side.divisions.flatMap((division) => {
      const groups = division.parts.map((part) => tally.values(number, part));
      const found = kruskalWallis(groups);
      if (!found) return [];
      const doubtful = groups.some(({ length }) => length > 0 && length < FEW);
      const label = division.of?.label ?? null;
      const own = columns.measure ? { rows: label, columns: null } : { rows: null, columns: label };
      return [{ ...own, test: found.test, simulated: null, doubtful, p: found.p, effectSize: null }];
    });
  }
  return rows.divisions.flatMap((row) => columns.divisions.flatMap((column) => tested(tally, row, column)));
}

function tested(tally: Tally, row: Division, column: Division): Tested[] {
  const counts = row.parts.map((part) => column.parts.map((other) => tally.count(part, other).n));
  const found = independenceTest(counts);
  if (!found) return [];
  return [
    {
      rows: row.of?.label ?? null,
      columns: column.of?.label ?? null,
      test: found.test,
      simulated: simulationOf(found),
      doubtful: 'doubt' in found,
      p: found.p,
      effectSize: cramersV(counts),
    },
  ];
}
