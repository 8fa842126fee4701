/**
 * What the comparison asks of the rows, in SQL: how often organisations and reasons occur in each frequency group, and
 * how soon persons return by what was known of them at the first actualisation.
 */
import type { CodedRole, Settings } from 'isu-core';
import { AGE_BANDS, type Factor } from 'isu-core/aggregates';
import type { Dialect } from './dialect.ts';
import { codedValue, followUp, rowsOfPersons } from './lathund-sql.ts';
import type { Making } from './rows-sql.ts';

const VALUED: readonly CodedRole[] = ['sex', 'type', 'investigation', 'referrer', 'organisation', 'reason'];

/** `isu_first`: of each person the follow-up, and the values of the first row in the source of the first day. */
export function firstValues(dialect: Dialect, used: string, settings: Settings): Making {
  const bands = AGE_BANDS.map(
    (lowest, at) => `WHEN age >= ${String(lowest)} THEN ${String(at + 1)}`,
  ).reverse();
  const values = VALUED.map((factor) => `${codedValue(dialect, factor)} AS ${factor}_no`);
  const persons = `SELECT first_row, ${followUp(dialect, settings)} FROM ${dialect.table('isu_of_person')}`;
  return [
    'isu_first',
    dialect.create(
      'isu_first',
      `SELECT days, returned, ${values.join(', ')}, CASE ${bands.join(' ')} ELSE 0 END AS age_no
FROM (${persons}) AS persons JOIN ${used} ON row_no = first_row`,
    ),
  ];
}

/** Number of the value, days, returned, persons. */
export function returnsByFactor(dialect: Dialect, factor: Factor): string {
  const value = `${factor}_no`;
  return `SELECT ${value}, days, returned, ${dialect.count} AS persons FROM ${dialect.table('isu_first')} GROUP BY ${value}, days, returned ORDER BY ${value}, days, returned`;
}

/** Frequency group, number of the value, rows. */
export function rowsByGroup(dialect: Dialect, used: string, factor: 'organisation' | 'reason'): string {
  const place = `${factor}_place`;
  return `SELECT group_no, ${place}, ${dialect.count} AS n FROM ${rowsOfPersons(dialect, used)} WHERE ${place} > 0 GROUP BY group_no, ${place} ORDER BY group_no, ${place}`;
}
