/** The lathund's columns as the workbook takes them: values from the analysis, and the formula that gives the same. */
import type { MonthsConvention } from 'isu-core';
import type { BesideColumn, BesideKey, BesideRows, FormSettings } from 'isu-session';
import type { AddedColumn, FormulaCells } from '../../office/workbook.ts';

export function addedColumns(
  { columns, source }: BesideRows,
  keys: readonly BesideKey[],
  form: Pick<FormSettings, 'groups' | 'months'>,
): readonly AddedColumn[] {
  return columns
    .filter(({ key }) => keys.includes(key))
    .map((column: BesideColumn) => ({
      ...column,
      formula: (cells: FormulaCells) => formula(column.key, source, form, cells),
    }));
}

/**
 * The functions count all rows of the export. They know its limits of groups and months, but no period, age or other
 * limit of rows.
 */
export function functionsCountTheSame(form: FormSettings): boolean {
  return (
    form.from === null &&
    form.to === null &&
    form.lowestAge === null &&
    form.reasons.length + form.types.length + form.organisations.length === 0
  );
}

/** As `range.formulas` has it: English, with commas, in every language of Excel. */
function formula(
  key: BesideKey,
  source: BesideRows['source'],
  { groups, months }: Pick<FormSettings, 'groups' | 'months'>,
  cells: FormulaCells,
): string {
  const { person, date, number } = source as { person: number; date: number; number?: number };
  const numbers = number === undefined ? [] : [cells.column(number)];
  const always = [cells.own(person), cells.column(person), cells.column(date)];
  switch (key) {
    case 'actualisations':
      return call('ANTAL', [...always, ...numbers]);
    case 'first':
      return call('TIDIGASTE', [...always, ...numbers]);
    case 'last':
      return call('SENASTE', [...always, ...numbers]);
    case 'months':
      return call('MANADER', [...always, `"${CONVENTIONS[months]}"`, ...numbers]);
    case 'group':
      return call('GRUPP', [...always, `{${(groups ?? '').split(/[\s,;]+/).join(',')}}`, ...numbers]);
  }
}

const CONVENTIONS: Readonly<Record<MonthsConvention, string>> = {
  completed: 'hela',
  boundaries: 'skiften',
  average: 'snitt',
};

function call(name: string, given: readonly string[]): string {
  return `=ISU.${name}(${given.join(',')})`;
}
