/** The lathund and what the tables count, in SQL, of the rows that are used. */
import type { CodedRole, Settings } from 'isu-core';
import { settingsDay, TYPE } from 'isu-core/aggregates';
import type { Dialect } from './dialect.ts';

/** Bits that tell what holds of a row: core's plain measures. */
export const MEASURE_BITS = 25;
/** Ages are −3000 or more. */
const LEAST_AGE = 32_768;
/** Above every age so raised and every place of a value. */
const VALUES = 16_777_216;

export function lathundTables(dialect: Dialect, settings: Settings): readonly string[] {
  return [
    usedRows(dialect),
    lathund(dialect, settings),
    counted(dialect),
    persons(dialect, settings.returnBy),
  ];
}

/** `isu_used`: the rows that are used, each with its kind: `type · 18 + sex · 6 + investigation · 2 + age known`. */
function usedRows(dialect: Dialect): string {
  return dialect.create(
    'isu_used',
    `SELECT row_no, person, is_number, day_no, ymd, CAST((ymd - ymd % 10000) / 10000 AS ${dialect.type.integer}) AS yr, age, sex_code, type_code,
  investigation_code, referrer_place, reason_place, organisation_place, is_odd_person,
  type_code * 18 + sex_code * 6 + investigation_code * 2 + CASE WHEN age IS NULL THEN 0 ELSE 1 END AS kind
FROM (
  SELECT fates.*, CASE WHEN given_sex > 0 THEN given_sex ELSE own_sex END AS sex_code
  FROM ${dialect.table('isu_fate')} AS fates WHERE reason_no = 0
) AS used_rows`,
  );
}

/** `isu_lathund`: per person the number of actualisations, the first, the last, the months between, the group. */
function lathund(dialect: Dialect, settings: Settings): string {
  const { groups, selection } = settings;
  const years = [...new Set(selection?.activeYears ?? [])];
  const active =
    years.map((year) => `MAX(CASE WHEN yr = ${String(year)} THEN 1 ELSE 0 END)`).join(' * ') || '1';
  const group = groups
    .map((limit, at) => `WHEN actualisations >= ${String(limit)} THEN ${String(at)}`)
    .reverse()
    .join(' ');
  return dialect.create(
    'isu_lathund',
    `SELECT person, is_number, actualisations, first_day, last_day, is_active,
  ${spanBetween(dialect, settings.months)} AS span,
  CASE ${group} ELSE 0 END AS group_no
FROM (
  SELECT person, MAX(is_number) AS is_number, COUNT(*) AS actualisations, MIN(day_no) AS first_day, MAX(day_no) AS last_day,
    MIN(ymd) AS first_ymd, MAX(ymd) AS last_ymd, ${active} AS is_active
  FROM ${dialect.table('isu_used')} GROUP BY person
) AS of_person`,
  );
}

/** Whole months by the chosen convention; days where months are of average length, which core makes months of. */
function spanBetween(dialect: Dialect, months: Settings['months']): string {
  if (months === 'average') return 'last_day - first_day';
  const year = (ymd: string) => `(${ymd} - ${ymd} % 10000) / 10000`;
  const month = (ymd: string) => `(${ymd} % 10000 - ${ymd} % 100) / 100`;
  const boundaries = `CAST((${year('last_ymd')} - ${year('first_ymd')}) * 12 + ${month('last_ymd')} - ${month('first_ymd')} AS ${dialect.type.integer})`;
  if (months === 'boundaries') return boundaries;
  return `${boundaries} - CASE WHEN last_ymd % 100 < first_ymd % 100 THEN 1 ELSE 0 END`;
}

/** `isu_counted`: of each person how many rows of each kind, year, age and referrer there are. */
function counted(dialect: Dialect): string {
  return dialect.create(
    'isu_counted',
    `SELECT rows_of_person.person, group_no, kind, type_code, yr, age, referrer_place, COUNT(*) AS n
FROM ${dialect.table('isu_used')} AS rows_of_person JOIN ${dialect.table('isu_lathund')} AS lathund ON lathund.person = rows_of_person.person
GROUP BY rows_of_person.person, group_no, kind, type_code, yr, age, referrer_place`,
  );
}

/**
 * `isu_of_person`: what needs a person's rows together. The first row in the source that holds speaks where several
 * are of the first day: the least of `row · VALUES + value` is that row's value.
 */
function persons(dialect: Dialect, returnBy: Settings['returnBy']): string {
  const { whole } = dialect.type;
  const isFirst = 'rows_of_person.day_no = first_day';
  const least = (condition: string, value: string) =>
    `MIN(CASE WHEN ${condition} THEN CAST(row_no AS ${whole}) * ${String(VALUES)} + ${value} END)`;
  const atFirst =
    returnBy === null
      ? '0'
      : returnBy === 'group'
        ? 'MAX(group_no)'
        : `${least(isFirst, RETURN_COLUMNS[returnBy])} % ${String(VALUES)}`;
  return dialect.create(
    'isu_of_person',
    `SELECT rows_of_person.person, MAX(actualisations) AS actualisations, MAX(first_day) AS first_day,
  SUM(CASE WHEN ${isFirst} THEN 1 ELSE 0 END) AS on_first_day,
  MIN(CASE WHEN ${isFirst} THEN NULL ELSE rows_of_person.day_no END) AS later_day,
  ${least(`${isFirst} AND age IS NOT NULL`, `age + ${String(LEAST_AGE)}`)} % ${String(VALUES)} - ${String(LEAST_AGE)} AS first_age,
  ${atFirst} AS return_key
FROM ${dialect.table('isu_used')} AS rows_of_person JOIN ${dialect.table('isu_lathund')} AS lathund ON lathund.person = rows_of_person.person
GROUP BY rows_of_person.person`,
  );
}

const RETURN_COLUMNS: Readonly<Record<CodedRole, string>> = {
  type: 'type_code',
  sex: 'sex_code',
  investigation: 'investigation_code',
  reason: 'reason_place',
  referrer: 'referrer_place',
  organisation: 'organisation_place',
};

/** Of a person in `isu_of_person`: whether he has returned, and days to that or to the end of the follow-up. */
export function followUp(dialect: Dialect, { period }: Settings): string {
  const end = period?.to
    ? String(settingsDay(period.to))
    : `(SELECT MAX(day_no) FROM ${dialect.table('isu_used')})`;
  return `CASE WHEN actualisations > 1 THEN 1 ELSE 0 END AS returned,
    CASE WHEN actualisations = 1 THEN ${end} - first_day WHEN on_first_day > 1 THEN 0 ELSE later_day - first_day END AS days`;
}

/** The questions whose answers are the aggregates, by name. */
export function questions(dialect: Dialect, settings: Settings) {
  const t = dialect.table.bind(dialect);
  const isReport = `type_code IN (${String(TYPE.report)}, ${String(TYPE.lob)})`;
  const referrers = `SELECT person, group_no, referrer_place, SUM(n) AS n FROM ${t('isu_counted')} WHERE ${isReport} GROUP BY person, group_no, referrer_place`;
  return {
    /** Digits as a number or, of an opaque key, its text. */
    listed: `SELECT CASE WHEN is_number = 1 THEN CAST(person AS ${dialect.type.whole}) ELSE 0 END AS digits, CASE WHEN is_number = 1 THEN NULL ELSE person END AS text_key, actualisations, first_day, last_day, is_active FROM ${t('isu_lathund')} ORDER BY person`,
    alike: `SELECT actualisations, is_active, COUNT(*) AS persons FROM ${t('isu_lathund')} GROUP BY actualisations, is_active ORDER BY actualisations, is_active`,
    days: `SELECT MIN(first_day) AS first_day, MAX(last_day) AS last_day FROM ${t('isu_lathund')}`,
    kinds: `SELECT group_no, kind, age, SUM(n) AS n FROM ${t('isu_counted')} GROUP BY group_no, kind, age ORDER BY group_no, kind, age`,
    personMeasures: `SELECT group_no, bits, COUNT(*) AS persons FROM (
  SELECT person, group_no, ${dialect.anyBits('bits', MEASURE_BITS)} AS bits
  FROM ${t('isu_counted')} AS counted JOIN ${t('isu_kind')} AS of_kind ON of_kind.kind_no = counted.kind GROUP BY person, group_no
) AS of_person GROUP BY group_no, bits ORDER BY group_no, bits`,
    referrers: `SELECT group_no, referrer_place, SUM(n) AS n, COUNT(*) AS persons FROM (${referrers}) AS of_person GROUP BY group_no, referrer_place ORDER BY group_no, referrer_place`,
    rareReferrers: `SELECT group_no, SUM(n) AS n, COUNT(DISTINCT person) AS persons FROM (${referrers}) AS of_person WHERE referrer_place IN (
  SELECT referrer_place FROM (${referrers}) AS of_referrer WHERE referrer_place > 0 GROUP BY referrer_place HAVING COUNT(*) < ${String(settings.protection.threshold)}
) GROUP BY group_no ORDER BY group_no`,
    years: `SELECT yr, SUM(n) AS n, COUNT(*) AS persons, SUM(known) AS known, SUM(CASE WHEN known > 0 THEN 1 ELSE 0 END) AS known_persons, SUM(ages) AS ages FROM (
  SELECT person, yr, SUM(n) AS n, SUM(CASE WHEN age IS NULL THEN 0 ELSE n END) AS known, SUM(COALESCE(age, 0) * n) AS ages FROM ${t('isu_counted')} GROUP BY person, yr
) AS of_person GROUP BY yr ORDER BY yr`,
    firstAges: `SELECT first_age, COUNT(*) AS persons FROM ${t('isu_of_person')} GROUP BY first_age ORDER BY first_age`,
    spans: `SELECT span, COUNT(*) AS persons FROM ${t('isu_lathund')} GROUP BY span ORDER BY span`,
    returns: `SELECT return_key, days, returned, COUNT(*) AS persons FROM (
  SELECT return_key, ${followUp(dialect, settings)}
  FROM ${t('isu_of_person')}
) AS of_person GROUP BY return_key, days, returned ORDER BY return_key, days, returned`,
    oddPersons: `SELECT row_no FROM ${t('isu_used')} WHERE is_odd_person = 1 ORDER BY row_no`,
    used: `SELECT COUNT(*) AS used FROM ${t('isu_used')}`,
    read: `SELECT COUNT(*) AS read_rows FROM ${t('isu_row')}`,
  };
}

/** The used rows without a value: how many, and the first of them. */
export function gapQuestions(
  dialect: Dialect,
  column: string,
  examples: number,
): readonly [count: string, rows: string] {
  const from = `FROM ${dialect.table('isu_used')} WHERE ${column} = 0`;
  return [
    `SELECT COUNT(*) AS row_count ${from}`,
    dialect.first(examples, `SELECT row_no ${from} ORDER BY row_no`),
  ];
}
