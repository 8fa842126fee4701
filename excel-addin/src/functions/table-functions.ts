/** PERSONER and FREKVENS: whole tables that spill over the cells beside and below the formula. */
import {
  lathundWords,
  shownPerson,
  succeed,
  type Outcome,
  type Table,
  type TableId,
  type TableRow,
} from 'isu-core';
import type { Answers } from './cells.ts';
import { conventionOf } from './convention.ts';
import { questionOf } from './person-functions.ts';
import { serialNumber } from './serial-number.ts';
import type { Surroundings } from './surroundings.ts';

/** The lathund: one row per person. */
export function personer(
  [persons, dates, convention, groups, numbers, headers]: readonly unknown[],
  surroundings: Surroundings,
): Outcome<Answers> {
  const months = conventionOf(convention);
  if (!months.ok) return months;
  const known = surroundings.lathunds.of(
    questionOf(surroundings, persons, { dates, numbers, groups, months: months.value }),
  );
  if (!known.ok) return known;
  const { lathund } = known.value;
  const { columns, group } = lathundWords(surroundings.language);
  const header = [
    columns.person,
    columns.actualisations,
    columns.first,
    columns.last,
    columns.months,
    columns.group,
  ];
  const rows = Array.from({ length: lathund.persons }, (_, p) => [
    shownPerson(lathund.key(p)),
    lathund.actualisations[p]!,
    serialNumber(lathund.first[p]!, surroundings.dateSystem),
    serialNumber(lathund.last[p]!, surroundings.dateSystem),
    lathund.months[p]!,
    group(lathund.groups[lathund.group[p]!]!.key),
  ]);
  return succeed(headers === false ? rows : [header, ...rows]);
}

/** Tabell 1 and 2 of the report side by side: persons and actualisations by frequency group. */
export function frekvens(
  [persons, dates, groups, numbers, headers]: readonly unknown[],
  surroundings: Surroundings,
): Outcome<Answers> {
  const known = surroundings.lathunds.of(questionOf(surroundings, persons, { dates, numbers, groups }));
  if (!known.ok) return known;
  const counted = known.value.tables();
  const { tables, group, total } = lathundWords(surroundings.language);
  const ofPersons = tables['persons-by-group'];
  const ofActualisations = tables['actualisations-by-group'];
  const header = [
    ofPersons.rows,
    ofPersons.columns['persons']!,
    ofPersons.columns['percent']!,
    ofActualisations.columns['actualisations']!,
    ofActualisations.columns['percent']!,
  ];
  const actualisations = rowsOf(counted, 'actualisations-by-group');
  const rows = rowsOf(counted, 'persons-by-group').map((row, at) => [
    row.key === 'total' ? total : group(row.key),
    figure(row, 'persons'),
    shareOf(row),
    figure(actualisations[at]!, 'actualisations'),
    shareOf(actualisations[at]!),
  ]);
  return succeed(headers === false ? rows : [header, ...rows]);
}

function rowsOf(tables: readonly Table[], id: TableId): readonly TableRow[] {
  return tables.find((table) => table.id === id)!.rows;
}

function figure({ cells }: TableRow, column: string): number {
  return cells[column]!.value!;
}

/** A percentage is a share of one in Excel: its percent format makes 44 % of 0,44. */
function shareOf(row: TableRow): number {
  return figure(row, 'percent') / 100;
}
