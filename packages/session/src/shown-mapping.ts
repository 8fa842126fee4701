/**
 * What of the choices of columns and codes may be shown: where persons have codes in place of names no cell of the
 * source is shown, and for publication no value either, since one that few rows have could tell who they are about.
 */
import type { MappingChoices, Settings } from 'isu-core';

export interface ShownMapping extends MappingChoices {
  /** False where cells of the source are kept back. */
  readonly showsCells: boolean;
  readonly showsValues: boolean;
}

export function shownMapping(
  choices: MappingChoices,
  { protection, pseudonymKeyFile }: Pick<Settings, 'protection' | 'pseudonymKeyFile'>,
): ShownMapping {
  const showsValues = protection.mode === 'internal';
  if (showsValues && pseudonymKeyFile === null) return { ...choices, showsCells: true, showsValues };
  return {
    ...choices,
    showsCells: false,
    showsValues,
    topRows: choices.topRows.map(({ row }) => ({ row, cells: [] })),
    columns: choices.columns.map(({ letter, header, name }) => {
      // Without a row of headers, the first person stands where the headers should.
      const isCell = /\d/.test(header);
      return { letter, header: isCell ? '' : header, name: isCell ? letter : name, examples: [] };
    }),
    values: showsValues ? choices.values : [],
  };
}
