/**
 * Results as long data: every cell with its value unrounded, its numerator and denominator, and what the denominator
 * counts (definitions.md, "Tables"). Words and rounding come later, in the document.
 */
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { Count, Counted } from './counts.ts';

/** The tables of the report, by definitions.md. */
export type TableId =
  'persons-by-group' | 'actualisations-by-group' | 'group-profile' | 'per-year' | 'sex-and-age' | 'summary';

/** What a figure is: a count, a percent or a mean. */
export type CellKind = 'count' | 'percent' | 'mean';

/** A figure with its numerator, its denominator, what that counts, and the counts that it rests on. */
export interface TableCell<Of extends string = Counted, Kind extends string = CellKind> {
  /** Percent as 0–100; `null` where there is nothing to divide by. */
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  /** 95 % Wilson limits of a percent, 0–100; none where there is nothing to divide by. */
  readonly lower?: number;
  readonly upper?: number;
  /** What the denominator counts; of a plain count, what it is a count of. */
  readonly of: Of;
  readonly kind: Kind;
  /** The counts that the figure would give away: hidden when one of them is. */
  readonly basis: readonly Count<Of>[];
}

/** A row of a table: a frequency group, a year, a statistic or the total. */
export interface TableRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, TableCell>>;
}

/** A table of the report as long data: each cell unrounded, with what it is made of. */
export interface Table {
  readonly id: TableId;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Columns of the register that the table lacks, so that some of its rows are left out. */
  readonly lacks: readonly ('type' | 'referrer' | 'investigation' | 'sex' | 'age')[];
}

export function countCell<Of extends string>(count: Count<Of>): TableCell<Of> {
  return { value: count.n, of: count.of, kind: 'count', basis: [count] };
}

export function percentCell<Of extends string>(part: Count<Of>, whole: Count<Of>): TableCell<Of> {
  const interval = wilsonInterval(part.n, whole.n);
  return {
    value: whole.n === 0 ? null : (100 * part.n) / whole.n,
    numerator: part.n,
    denominator: whole.n,
    ...(interval && { lower: 100 * interval.lower, upper: 100 * interval.upper }),
    of: whole.of,
    kind: 'percent',
    basis: [part, whole],
  };
}

/** Sum / number: actualisations per person, mean age. */
export function meanCell<Of extends string>(total: Count<Of>, number: Count<Of>): TableCell<Of> {
  return {
    value: number.n === 0 ? null : total.n / number.n,
    numerator: total.n,
    denominator: number.n,
    of: number.of,
    kind: 'mean',
    basis: [total, number],
  };
}
