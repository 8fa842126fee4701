/**
 * An analysis told row by row of its source, for hosts that have the source open beside it: the lathund's figures beside
 * each row, the rows of the selection, the rows to look over.
 */
import {
  lathundWords,
  qualityOf,
  type Analysis,
  type Language,
  type NumberFormat,
  type Role,
} from 'isu-core';

export type BesideKey = 'actualisations' | 'first' | 'last' | 'months' | 'group';

export interface BesideColumn {
  readonly key: BesideKey;
  readonly header: string;
  readonly format: NumberFormat;
  /** One for each row under the header; `null` where the row is not used. Days count from 1970. */
  readonly values: readonly (string | number | null)[];
}

export interface BesideRows {
  /** As the source's own program numbers it. */
  readonly headerRow: number;
  readonly columns: readonly BesideColumn[];
  /** The columns of the source that the figures come from, from 0; those that it lacks are left out. */
  readonly source: Readonly<Partial<Record<Role, number>>>;
}

/**
 * The lathund's figures of the person that each row is about.
 *
 * @param rowCount rows of the sheet, titles and header included
 */
export function besideRows(
  { register, lathund, settings }: Analysis,
  rowCount: number,
  language: Language,
): BesideRows {
  const words = lathundWords(language);
  const { headerRow, columns } = register.mapping;
  const figures: Readonly<Record<BesideKey, (person: number) => string | number>> = {
    actualisations: (person) => lathund.actualisations[person]!,
    first: (person) => lathund.first[person]!,
    last: (person) => lathund.last[person]!,
    months: (person) => lathund.months[person]!,
    group: (person) => words.group(lathund.groups[lathund.group[person]!]!.key),
  };
  const formats: Readonly<Record<BesideKey, NumberFormat>> = {
    actualisations: 'integer',
    first: 'date',
    last: 'date',
    months: settings.months === 'average' ? 'decimal-1' : 'integer',
    group: 'text',
  };
  return {
    headerRow: headerRow + 1,
    columns: (Object.keys(figures) as BesideKey[]).map((key) => {
      const values = new Array<string | number | null>(rowCount - headerRow - 1).fill(null);
      for (let i = 0; i < register.used; i++)
        values[register.row[i]! - headerRow - 2] = figures[key](register.person[i]!);
      return { key, header: words.columns[key], format: formats[key], values };
    }),
    source: Object.fromEntries(Object.entries(columns).map(([role, { column }]) => [role, column])),
  };
}

export interface SelectedRows {
  readonly headerRow: number;
  /** As the source's own program numbers them, rising. */
  readonly rows: readonly number[];
  readonly persons: number;
  readonly header: string;
}

/** The rows of the persons whose files are to be read; `null` where the settings ask for no selection. */
export function selectedRows({ register, selection }: Analysis, language: Language): SelectedRows | null {
  if (selection === null) return null;
  const chosen = new Set(selection.persons);
  const rows: number[] = [];
  for (let i = 0; i < register.used; i++) if (chosen.has(register.person[i]!)) rows.push(register.row[i]!);
  return {
    headerRow: register.mapping.headerRow + 1,
    rows: rows.sort((a, b) => a - b),
    persons: chosen.size,
    header: lathundWords(language).selection,
  };
}

/** By key of a row of the document's table `quality`: the first rows that it is about. */
export function rowsToMend({ register, settings }: Analysis): Readonly<Record<string, readonly number[]>> {
  if (settings.protection.mode === 'publication') return {};
  return Object.fromEntries(
    qualityOf(register).flatMap(({ code, role, rows }) =>
      rows.length === 0 ? [] : [[`${code} ${role ?? ''}`, rows]],
    ),
  );
}
