/**
 * The tables of a case-file review as long data: like those of the lathund (`tables/table.ts`), with labels that come
 * from the form, since a municipality may have changed it.
 */
import type { Suppressed } from '../../protection/shown.ts';
import type { Count } from '../../tables/counts.ts';
import type { CellKind, TableCell } from '../../tables/table.ts';
import type { Text } from '../form.ts';

/** What a number is a number of: `answers` are marks, of which a person may have several. */
export type ReviewCounted = 'persons' | 'answers' | 'number' | 'years' | 'kronor';

/** A count of a review: of persons, of answers or of what is given beside them. */
export type ReviewCount = Count<ReviewCounted>;

/** Medians, the least and the most are of single persons: never published. */
export type ReviewTableCell = TableCell<ReviewCounted, CellKind | 'median' | 'least' | 'most'>;

/** A row of a review’s table: an answer, with the persons for whom the item is answered. */
export interface ReviewRow<Cell = ReviewTableCell> {
  readonly key: string;
  readonly label: Text;
  /** `section` rows are the question, with its answers in the rows below. */
  readonly kind?: 'section' | 'total';
  readonly cells: Readonly<Record<string, Cell>>;
}

export type ReviewColumnKey =
  | 'persons'
  | 'percent'
  | 'base'
  | 'sum'
  | 'mean-all'
  | 'mean-any'
  | 'median'
  | 'least'
  | 'most'
  | 'yes'
  | 'no'
  | 'yes-percent'
  | 'no-percent';

/** A table of a review. */
export interface ReviewTable<Cell = ReviewTableCell> {
  readonly id: string;
  readonly title: Text;
  /** Header of the first column. */
  readonly rowHeader: Text;
  readonly columns: readonly { readonly key: string; readonly header: Text }[];
  readonly rows: readonly ReviewRow<Cell>[];
  readonly notes: readonly Text[];
}

/** A cell, or that it is hidden. */
export type ShownReviewTableCell = ReviewTableCell | Suppressed;
/** A row with its hidden cells hidden. */
export type ShownReviewRow = ReviewRow<ShownReviewTableCell>;
/** A table of a review with its hidden cells hidden. */
export type ShownReviewTable = ReviewTable<ShownReviewTableCell>;
