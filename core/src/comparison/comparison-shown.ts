/**
 * What may be shown of a comparison. `internal`: everything. `publication`: no figure that rests on fewer persons than
 * the threshold or that would give such a figure away, or counts rounded to a base; no value of a single person (least, most, quartiles, spread); and
 * of differences and tests those that a reader could work out from the counts that are shown.
 *
 * Document and JSON are made from this alone.
 */
import { protect, type Audit } from '../protection/protect.ts';
import { roundToBase } from '../protection/rounding.ts';
import { SUPPRESSED, type Suppressed } from '../protection/shown.ts';
import { adjustedTests } from './adjusted-tests.ts';
import type { RegisterComparison } from './compare.ts';
import type {
  ComparedCell,
  ComparedRow,
  ComparedTable,
  Difference,
  NamedTest,
  ShownComparedTable,
} from './compared-table.ts';
import { comparisonQuantities } from './comparison-quantities.ts';
import { roundedRow } from './comparison-rounded.ts';
import type { ComparedCount } from './tally.ts';

/** What of a comparison may be shown, in the mode that its parts ask for. */
export interface ShownComparison {
  /** Whether single persons' values may be shown. */
  readonly persons: boolean;
  readonly tables: readonly ShownComparedTable[];
  readonly inSeveral: number | Suppressed;
  /** How many tests are shown: what their p-values are adjusted for. */
  readonly tests: number;
  /** What a reader with a solver can learn of the hidden cells; null where nothing is hidden. */
  readonly audit: Audit | null;
}

const known = new WeakMap<RegisterComparison, ShownComparison>();

/** Worked out once for each comparison: protection is dear, and document and JSON both ask. */
export function shownComparison(comparison: RegisterComparison): ShownComparison {
  let shown = known.get(comparison);
  if (!shown) known.set(comparison, (shown = workedOut(comparison)));
  return shown;
}

function workedOut(comparison: RegisterComparison): ShownComparison {
  const { tables, inSeveral, tests, settings, areGroups } = comparison;
  const { mode, threshold, rounding } = settings.protection;
  if (mode === 'internal') return { persons: true, tables, inSeveral: inSeveral.n, tests, audit: null };
  // Returns are of single days, and of parts and whole together would give each other away.
  const ofCounts = tables.filter(({ id }) => id !== 'return');
  if (rounding !== null) {
    const own = { base: rounding, threshold, areGroups };
    return {
      persons: false,
      // Who has come twelve times or more, and how often all of these have: together they tell how few they are.
      tables: ofCounts
        .filter(({ id }) => id !== 'actualisations-by-group')
        .map(({ id, rows }) => ({ id, rows: rows.flatMap((row) => roundedRow(row, own) ?? []) })),
      inSeveral: roundToBase(inSeveral.n, rounding),
      tests: 0,
      audit: null,
    };
  }
  const { suppressed, audit } = protect({ ...comparisonQuantities(comparison), threshold });
  const isShown = (basis: readonly ComparedCount[]) => basis.every(({ key }) => !suppressed.has(key));
  const open = ofCounts.map((table) => publicTable(table, isShown));
  return {
    persons: false,
    // Adjusted by all tests, a p-value would tell of those that are not shown.
    ...adjustedTests(open),
    inSeveral: suppressed.has(inSeveral.key) ? SUPPRESSED : inSeveral.n,
    audit,
  };
}

type IsShown = (basis: readonly ComparedCount[]) => boolean;

function publicTable({ id, rows }: ComparedTable, isShown: IsShown): ShownComparedTable {
  return {
    id,
    rows: rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([key, cell]) => [key, publicCell(cell, isShown)]),
      ),
      differences: row.differences.flatMap((difference) => publicDifference(row, difference, isShown)),
      test: row.test && isOpen(row.test, isShown) ? row.test : null,
    })),
  };
}

function publicCell(cell: ComparedCell, isShown: IsShown): ComparedCell | Suppressed {
  const { kind, basis } = cell;
  const isOfCounts = kind === 'count' || kind === 'percent' || kind === 'rate' || kind === 'mean';
  return isOfCounts && isShown(basis) ? cell : SUPPRESSED;
}

/** The difference of two shown means is told without an interval, which is of the spread. */
function publicDifference({ cells }: ComparedRow, difference: Difference, isShown: IsShown): Difference[] {
  if (difference.basis) return isShown(difference.basis) ? [difference] : [];
  const both = [difference.part, difference.against].map((key) => cells[key]);
  const areShown = both.every((cell) => cell && isShown(cell.basis));
  return areShown ? [{ ...difference, lower: null, upper: null, standardised: null }] : [];
}

function isOpen({ basis }: NamedTest, isShown: IsShown): boolean {
  return basis !== null && isShown(basis);
}
