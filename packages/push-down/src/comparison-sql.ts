/**
 * What the comparison asks of the rows, in SQL: how often organisations and reasons occur in each frequency group, and
 * how soon persons return by what was known of them at the first actualisation.
 */
import type { Settings } from 'isu-core';
import { AGE_BANDS, type Factor } from 'isu-core/aggregates';
import type { Dialect } from './dialect.ts';
import { followUp } from './lathund-sql.ts';

const COLUMNS: Readonly<Record<Factor, string>> = {
  sex: 'sex_code',
  age: 'age_band',
  type: 'type_code',
  investigation: 'investigation_code',
  referrer: 'referrer_place',
  organisation: 'organisation_place',
  reason: 'reason_place',
};

/** `isu_first`: of each person the follow-up, and the values of the first row in the source of the first day. */
export function firstValues(dialect: Dialect, settings: Settings): string {
  const t = dialect.table.bind(dialect);
  const bands = AGE_BANDS.map(
    (lowest, at) => `WHEN age >= ${String(lowest)} THEN ${String(at + 1)}`,
  ).reverse();
  const own = Object.values(COLUMNS).filter((column) => column !== COLUMNS.age);
  return dialect.create(
    'isu_first',
    `SELECT days, returned, ${own.join(', ')}, CASE ${bands.join(' ')} ELSE 0 END AS age_band
FROM (
  SELECT rows_of_person.person, MIN(row_no) AS first_row
  FROM ${t('isu_used')} AS rows_of_person JOIN ${t('isu_lathund')} AS lathund ON lathund.person = rows_of_person.person
  WHERE rows_of_person.day_no = lathund.first_day GROUP BY rows_of_person.person
) AS firsts
JOIN ${t('isu_used')} AS used_rows ON used_rows.row_no = firsts.first_row
JOIN (SELECT person, ${followUp(dialect, settings)} FROM ${t('isu_of_person')}) AS followed ON followed.person = firsts.person`,
  );
}

/** Number of the value, days, returned, persons. */
export function returnsByFactor(dialect: Dialect, factor: Factor): string {
  const column = COLUMNS[factor];
  return `SELECT ${column} AS value_no, days, returned, COUNT(*) AS persons FROM ${dialect.table('isu_first')} GROUP BY ${column}, days, returned ORDER BY ${column}, days, returned`;
}

/** Frequency group, number of the value, rows. */
export function rowsByGroup(dialect: Dialect, factor: 'organisation' | 'reason'): string {
  const column = COLUMNS[factor];
  return `SELECT group_no, ${column} AS value_no, COUNT(*) AS n
FROM ${dialect.table('isu_used')} AS rows_of_person JOIN ${dialect.table('isu_lathund')} AS lathund ON lathund.person = rows_of_person.person
WHERE ${column} > 0 GROUP BY group_no, ${column} ORDER BY group_no, ${column}`;
}
