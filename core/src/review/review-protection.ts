/**
 * What may be shown of a review. `internal`: everything. `publication`: no person, no words that a reader has written,
 * and no figure that rests on fewer persons than the threshold or that would give such a figure away. The least, the
 * most and the median are single persons' numbers and never shown; nor are tests, agreement or differences.
 *
 * Document and JSON are made from this alone.
 */
import { protect, type Audit } from '../protection/protect.ts';
import { SUPPRESSED } from '../protection/shown.ts';
import type { ReviewAnalysis } from './review-analysis.ts';
import type { Cross } from './tables/cross.ts';
import type { CrossTest } from './tables/cross-tests.ts';
import type {
  ReviewTableCell,
  ReviewTable,
  ShownReviewTableCell,
  ShownReviewTable,
} from './tables/review-table.ts';
import { reviewQuantities } from './tables/review-quantities.ts';

/** A cross table as far as it may be shown. */
export interface ShownCross {
  /** Null where the table itself would tell single persons' numbers. */
  readonly table: ShownReviewTable | null;
  readonly tests: readonly CrossTest[];
}

/** What of a review’s analysis may be shown. */
export interface ShownReview {
  /** Whether persons, words and single persons' numbers may be shown. */
  readonly persons: boolean;
  readonly tables: readonly ShownReviewTable[];
  /** In the order of the choices. */
  readonly crosses: readonly ShownCross[];
  /** What a reader with a solver can learn of the hidden cells; null where nothing is hidden. */
  readonly audit: Audit | null;
}

/** Worked out once for each analysis: protection is dear, and document and JSON both ask. */
export function shownReview(analysis: ReviewAnalysis): ShownReview {
  let shown = known.get(analysis);
  if (!shown) known.set(analysis, (shown = workedOut(analysis)));
  return shown;
}

const known = new WeakMap<ReviewAnalysis, ShownReview>();

function workedOut({ settings, tables, crosses, tally }: ReviewAnalysis): ShownReview {
  const { mode, threshold } = settings.protection;
  if (mode === 'internal') return { persons: true, tables, crosses, audit: null };
  const open = crosses.filter(mayBeCrossed);
  const all = [...tables, ...open.map(({ table }) => table)];
  const { suppressed, audit } = protect({ ...reviewQuantities(tally, all, open), threshold });
  const hidden = (cell: ReviewTableCell): ShownReviewTableCell =>
    isOfOnePerson(cell) || cell.basis.some(({ key }) => suppressed.has(key)) ? SUPPRESSED : cell;
  return {
    persons: false,
    tables: tables.map((table) => mapCells(table, hidden)),
    crosses: crosses.map((cross) => ({
      table: mayBeCrossed(cross) ? mapCells(cross.table, hidden) : null,
      tests: [],
    })),
    audit,
  };
}

/** The rows of a number are its values, and each of them somebody's. */
function mayBeCrossed({ rows }: Cross): boolean {
  return rows.measure === null;
}

function isOfOnePerson({ kind }: ReviewTableCell): boolean {
  return kind === 'median' || kind === 'least' || kind === 'most';
}

function mapCells(
  table: ReviewTable,
  map: (cell: ReviewTableCell) => ShownReviewTableCell,
): ShownReviewTable {
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, map(cell)])),
    })),
  };
}
