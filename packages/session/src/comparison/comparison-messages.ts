/** What a host asks of a comparison of the open register's parts, and what it is told. */
import type { ComparisonChoices } from 'isu-core/compare';
import type { CutDocument } from '../messages.ts';

/** What the register is split by. */
export type SplitChosen = 'periods' | 'year' | 'organisation' | 'group' | { readonly column: string };

/** As the fields have it: text is text, and core judges what it means. */
export interface ComparisonChosen {
  readonly by: SplitChosen;
  /** Days as `YYYY-MM-DD`; of a register that is split otherwise they say nothing. */
  readonly periods: readonly { readonly from: string; readonly to: string }[];
  /** Columns that the group profile does not show. */
  readonly rows: readonly string[];
  /** Between the answers of a cell; empty where a cell is one answer. */
  readonly separator: string;
  /** What percentages are of. */
  readonly base: 'actualisations' | 'persons';
  /** Each part against the first, or against all the others together. */
  readonly against: 'first' | 'rest';
  /** Inhabitants, by the name of the part. */
  readonly population: Readonly<Record<string, string>>;
}

export type { ComparisonChoices };

export interface ShownComparison {
  readonly document: CutDocument;
  /** The names of the parts, which inhabitants can be given for. */
  readonly parts: readonly string[];
}
