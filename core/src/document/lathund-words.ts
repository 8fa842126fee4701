/** The lathund's words, for hosts that show it a figure at a time: formulas, columns beside the export. */
import { frequencyGroups } from '../lathund/groups.ts';
import type { Language } from '../problem.ts';
import { wordsIn, type TableWords, type Words } from './words.ts';

/** What the lathund’s columns, groups and tables are called. */
export interface LathundWords {
  /** Headers of the lathund's columns. */
  readonly columns: Words['persons']['columns'];
  /** A frequency group's name by its key: `3-6` is 3–6, `12+` is 12 eller fler. */
  readonly group: (key: string) => string;
  /** The names of the frequency groups that have these lower limits. */
  readonly groups: (limits: readonly number[]) => readonly string[];
  /** Of the tables by frequency group, and of their last row. */
  readonly tables: Readonly<Record<'persons-by-group' | 'actualisations-by-group', TableWords>>;
  readonly total: string;
  /** Header of a column that marks the selection for the case-file review. */
  readonly selection: string;
}

/** What the lathund’s columns, groups and tables are called in a language. */
export function lathundWords(language: Language): LathundWords {
  const { persons, group, tables, total, selection } = wordsIn(language);
  return {
    columns: persons.columns,
    group,
    groups: (limits) => frequencyGroups(limits).map(({ key }) => group(key)),
    tables,
    total,
    selection: selection.title,
  };
}
