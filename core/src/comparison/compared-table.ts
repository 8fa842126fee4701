/** A comparison as long data: figures of each part and of all together, what differs between them, and its test. */
import type { Suppressed } from '../protection/shown.ts';
import type { Simulation } from '../statistics/independence-test.ts';
import type { TableCell } from '../tables/table.ts';
import type { ComparedCount, Of } from './tally.ts';

/** What a figure is. */
export type FigureKind =
  | 'count'
  | 'percent'
  | 'mean'
  | 'sd'
  | 'median'
  | 'lower-quartile'
  | 'upper-quartile'
  | 'least'
  | 'most'
  | 'rate'
  | 'returned';

/** `n` is what stands beside the figure: of a percent its numerator, of a mean how many it is of. */
export type ComparedCell = TableCell<Of, FigureKind> & { readonly n?: number };

/** The tables of a comparison. */
export type ComparedTableId =
  'parts' | 'persons-by-group' | 'actualisations-by-group' | 'profile' | 'rows' | 'return';

/** What sets one part apart from another, with its interval. */
export interface Difference {
  /** Keys of scopes. */
  readonly part: string;
  readonly against: string;
  /** Percent units, or the unit of the mean; of rates a ratio. */
  readonly kind: 'percent-units' | 'means' | 'ratio';
  readonly value: number | null;
  /** 95 % limits; null where there is none on that side, and on both where none can be told. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** In standard deviations; null where neither varies. */
  readonly standardised: number | null;
  /** Of a ratio where the inhabitants are known: those of the other through those of the one. */
  readonly times?: number;
  /** The counts that it would give away; null where it is of single persons' values. */
  readonly basis: readonly ComparedCount[] | null;
}

/** A test of whether parts differ, by its name. */
export interface NamedTest {
  readonly test: 'chi-square' | 'fisher' | 'fisher-simulated' | 'kruskal-wallis' | 'log-rank';
  /** χ² or H; none of Fisher's test. */
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  readonly p: number | null;
  /** Adjusted for how many tests were made, by Holm. */
  readonly adjusted: number | null;
  /** How many tables were drawn, and between what limits the exact p-value lies (95 %); null where none were. */
  readonly simulated: Simulation | null;
  /** χ² is told although an expected count is below 5, since the table is too large for any other test. */
  readonly doubtful: boolean;
  readonly cramersV: number | null;
  /** Actualisations of one person are alike: the p-value is smaller than it should be. */
  readonly tooSure: boolean;
  /** Some persons are in more than one of the parts, or levels: the test takes them for different ones. */
  readonly overlapping: boolean;
  /** As of a difference. */
  readonly basis: readonly ComparedCount[] | null;
}

/** A row of a comparison’s table, with a cell for each part and for all together. */
export interface ComparedRow<Cell = ComparedCell> {
  readonly key: string;
  /** Null where the product has words for the key. */
  readonly label: string | null;
  /** A heading, with its levels in the rows below; its cells are what they are of. */
  readonly kind: 'section' | 'figure' | 'missing';
  readonly figure: FigureKind;
  /** Decimals that it is shown with; null where nobody has said. */
  readonly digits: number | null;
  /** By key of the scope. */
  readonly cells: Readonly<Record<string, Cell>>;
  readonly differences: readonly Difference[];
  readonly test: NamedTest | null;
}

/** A table of a comparison, as long data. */
export interface ComparedTable<Cell = ComparedCell> {
  readonly id: ComparedTableId;
  readonly rows: readonly ComparedRow<Cell>[];
}

/** A table of a comparison with its hidden cells hidden. */
export type ShownComparedTable = ComparedTable<ComparedCell | Suppressed>;
