/** The lathund and what the tables count, in SQL, of the rows that are used. */
import type { CodedRole, Settings } from 'isu-core';
import { settingsDay, TYPE } from 'isu-core/aggregates';
import type { Dialect } from './dialect.ts';
import type { Making } from './rows-sql.ts';

/** Bits that tell what holds of a row: core's plain measures. */
export const MEASURE_BITS = 25;
/** Ages are −3000 or more. */
const LEAST_AGE = 32_768;
/** Above every age so raised and every place of a value. */
const VALUES = 16_777_216;
/** In a row's `kind`: type · 18 + sex · 6 + investigation · 2 + age known. */
const TYPE_UNIT = 18;

/** @param used what stands after FROM where the rows that are used are asked for */
export function lathundTables(dialect: Dialect, used: string, settings: Settings): readonly Making[] {
  return [
    ['isu_lathund', lathund(dialect, used, settings)],
    ['isu_of_person', persons(dialect, used, settings)],
  ];
}

/** `isu_lathund`: per person the number of actualisations, the first, the last, the months between, the group. */
function lathund(dialect: Dialect, used: string, settings: Settings): string {
  const { groups, selection } = settings;
  const years = [...new Set(selection?.activeYears ?? [])];
  const active =
    years
      .map(
        (year) =>
          `MAX(CASE WHEN ymd >= ${String(year * 10_000)} AND ymd < ${String((year + 1) * 10_000)} THEN 1 ELSE 0 END)`,
      )
      .join(' * ') || '1';
  const group = groups
    .map((limit, at) => `WHEN actualisations >= ${String(limit)} THEN ${String(at)}`)
    .reverse()
    .join(' ');
  return dialect.create(
    'isu_lathund',
    `SELECT person_no, actualisations, first_day, last_day, is_active,
  ${spanBetween(dialect, settings.months)} AS span,
  CAST(CASE ${group} ELSE 0 END AS ${dialect.type.small}) AS group_no
FROM (
  SELECT person_no, ${dialect.count} AS actualisations, MIN(day_no) AS first_day, MAX(day_no) AS last_day,
    MIN(ymd) AS first_ymd, MAX(ymd) AS last_ymd, ${active} AS is_active
  FROM ${used} GROUP BY person_no
) AS of_person`,
  );
}

/** Whole months by the chosen convention; days where months are of average length, which core makes months of. */
function spanBetween(dialect: Dialect, months: Settings['months']): string {
  if (months === 'average') return 'last_day - first_day';
  const year = (ymd: string) => `(${dialect.quotient(ymd, '10000')})`;
  const month = (ymd: string) => `(${dialect.quotient(`(${ymd} % 10000)`, '100')})`;
  const boundaries = `(${year('last_ymd')} - ${year('first_ymd')}) * 12 + ${month('last_ymd')} - ${month('first_ymd')}`;
  if (months === 'boundaries') return boundaries;
  return `${boundaries} - CASE WHEN last_ymd % 100 < first_ymd % 100 THEN 1 ELSE 0 END`;
}

/** Rows that are used, each with what is known of its person. */
export function rowsOfPersons(dialect: Dialect, used: string): string {
  return `${used} JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM ${dialect.table('isu_lathund')}) AS lathund ON known_person = person_no`;
}

/**
 * `isu_of_person`: what needs a person's rows together. The first row in the source that holds speaks where several
 * are of the first day: the least of `row · VALUES + value` is that row's value.
 */
function persons(dialect: Dialect, used: string, { returnBy, comparison }: Settings): string {
  const { whole } = dialect.type;
  const isFirst = 'day_no = first_day';
  const least = (condition: string, value: string) =>
    `MIN(CASE WHEN ${condition} THEN CAST(row_no AS ${whole}) * ${String(VALUES)} + ${value} END)`;
  const atFirst =
    returnBy === null
      ? '0'
      : returnBy === 'group'
        ? 'MAX(group_no)'
        : `${least(isFirst, codedValue(dialect, returnBy))} % ${String(VALUES)}`;
  return dialect.create(
    'isu_of_person',
    `SELECT MAX(group_no) AS group_no, MAX(actualisations) AS actualisations, MAX(first_day) AS first_day,
  ${dialect.sum(`CASE WHEN ${isFirst} THEN 1 ELSE 0 END`)} AS on_first_day,
  MIN(CASE WHEN ${isFirst} THEN NULL ELSE day_no END) AS later_day,
  ${least(`${isFirst} AND age IS NOT NULL`, `age + ${String(LEAST_AGE)}`)} % ${String(VALUES)} - ${String(LEAST_AGE)} AS first_age,
  ${atFirst} AS return_key,${comparison ? `\n  MIN(CASE WHEN ${isFirst} THEN row_no END) AS first_row,` : ''}
  ${dialect.anyBits('bits', MEASURE_BITS)} AS bits
FROM ${rowsOfPersons(dialect, used)} JOIN ${dialect.table('isu_kind')} AS kinds ON kind_no = kind
GROUP BY person_no`,
  );
}

/** The number of a coded value of a row; 0 is missing. */
export function codedValue(dialect: Dialect, by: CodedRole): string {
  if (by === 'type') return `(${dialect.quotient('kind', String(TYPE_UNIT))})`;
  if (by === 'sex') return `(${dialect.quotient(`(kind % ${String(TYPE_UNIT)})`, '6')})`;
  if (by === 'investigation') return `(${dialect.quotient('(kind % 6)', '2')})`;
  return `${by}_place`;
}

/** The conditions of a used row that tell that it lacks a value, by role. */
export function missingValues(dialect: Dialect) {
  return {
    type: `kind < ${String(TYPE_UNIT)}`,
    investigation: `${dialect.quotient('(kind % 6)', '2')} = 0`,
    referrer: 'referrer_place = 0',
    reason: 'reason_place = 0',
  } as const;
}

/** Of a person in `isu_of_person`: whether he has returned, and days to that or to the end of the follow-up. */
export function followUp(dialect: Dialect, { period }: Settings): string {
  const end = period?.to
    ? String(settingsDay(period.to))
    : `(SELECT MAX(last_day) FROM ${dialect.table('isu_lathund')})`;
  return `CASE WHEN actualisations > 1 THEN 1 ELSE 0 END AS returned,
    CASE WHEN actualisations = 1 THEN ${end} - first_day WHEN on_first_day > 1 THEN 0 ELSE later_day - first_day END AS days`;
}

/** The questions whose answers are the aggregates, by name. */
export function questions(dialect: Dialect, used: string, settings: Settings) {
  const t = dialect.table.bind(dialect);
  const { count } = dialect;
  const sum = dialect.sum.bind(dialect);
  const type = `(${dialect.quotient('kind', String(TYPE_UNIT))})`;
  const isReport = `${type} IN (${String(TYPE.report)}, ${String(TYPE.lob)})`;
  const year = dialect.quotient('ymd', '10000');
  return {
    alike: `SELECT actualisations, is_active, ${count} AS persons FROM ${t('isu_lathund')} GROUP BY actualisations, is_active ORDER BY actualisations, is_active`,
    days: `SELECT MIN(first_day) AS first_day, MAX(last_day) AS last_day FROM ${t('isu_lathund')}`,
    kinds: `SELECT group_no, kind, age, ${count} AS n FROM ${rowsOfPersons(dialect, used)} GROUP BY group_no, kind, age ORDER BY group_no, kind, age`,
    personMeasures: `SELECT group_no, bits, ${count} AS persons FROM ${t('isu_of_person')} GROUP BY group_no, bits ORDER BY group_no, bits`,
    referrers: `SELECT group_no, referrer_place, ${sum('n')} AS n, ${count} AS persons FROM (
  SELECT person_no, group_no, referrer_place, ${count} AS n FROM ${rowsOfPersons(dialect, used)} WHERE ${isReport} GROUP BY person_no, group_no, referrer_place
) AS of_person GROUP BY group_no, referrer_place ORDER BY group_no, referrer_place`,
    /** Of some referrers taken together. */
    together: (places: readonly number[]) =>
      `SELECT group_no, ${count} AS n, COUNT(DISTINCT person_no) AS persons FROM ${rowsOfPersons(dialect, used)} WHERE ${isReport} AND referrer_place IN (${places.join(', ')}) GROUP BY group_no ORDER BY group_no`,
    years: `SELECT yr, ${sum('n')} AS n, ${count} AS persons, ${sum('known')} AS known, ${sum('CASE WHEN known > 0 THEN 1 ELSE 0 END')} AS known_persons, COALESCE(${sum('ages')}, 0) AS ages FROM (
  SELECT person_no, ${year} AS yr, ${count} AS n, COUNT(age) AS known, ${sum('age')} AS ages FROM ${used} GROUP BY person_no, ${year}
) AS of_person GROUP BY yr ORDER BY yr`,
    firstAges: `SELECT first_age, ${count} AS persons FROM ${t('isu_of_person')} GROUP BY first_age ORDER BY first_age`,
    spans: `SELECT span, ${count} AS persons FROM ${t('isu_lathund')} GROUP BY span ORDER BY span`,
    returns: `SELECT return_key, days, returned, ${count} AS persons FROM (
  SELECT return_key, ${followUp(dialect, settings)}
  FROM ${t('isu_of_person')}
) AS of_person GROUP BY return_key, days, returned ORDER BY return_key, days, returned`,
    oddPersons: `SELECT row_no FROM ${used} WHERE remark >= 4 ORDER BY row_no`,
  };
}

/**
 * Persons one by one, in the order of their keys. Twelve digits are a number, and of an opaque key its text is told.
 *
 * @param texts a query of `person_cell` and `key_no`; null where no person has an opaque key
 */
export function listedPersons(dialect: Dialect, texts: string | null): string {
  const columns = 'actualisations, first_day, last_day, is_active';
  const from = `${dialect.table('isu_lathund')} AS lathund`;
  if (texts === null) return `SELECT person_no, NULL AS text_key, ${columns} FROM ${from} ORDER BY person_no`;
  const twelve = `SUBSTRING(${dialect.asText('1000000000000 + person_no')}, 2, 12)`;
  return `SELECT CASE WHEN person_no < 0 THEN 0 ELSE person_no END AS twelve_digits, person_cell AS text_key, ${columns}
FROM ${from} LEFT JOIN (${texts}) AS texts ON key_no = person_no
ORDER BY CASE WHEN person_no < 0 THEN person_cell ELSE ${twelve} END`;
}

/** The used rows without a value, the first of them. */
export function firstMissing(dialect: Dialect, used: string, condition: string, examples: number): string {
  return dialect.first(examples, `SELECT row_no FROM ${used} WHERE ${condition} ORDER BY row_no`);
}
