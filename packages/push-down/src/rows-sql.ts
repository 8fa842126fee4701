/** The register in SQL: which rows are read, what each says, which are used and why the others are not. */
import type { CodedRole, Role, Settings } from 'isu-core';
import {
  EXCLUSION_REASONS,
  settingsDay,
  UNLIKELY_BEFORE_YEAR,
  WARNINGS,
  type Mapping,
} from 'isu-core/aggregates';
import type { Dialect } from './dialect.ts';
import type { EngineSource } from './engine.ts';
import { PERSON, PERSON_COLUMNS, personKey, personReading } from './person-sql.ts';

/** What is asked about the rows, when it is known which columns there are and what their values mean. */
export interface RowsAsked {
  readonly dialect: Dialect;
  readonly mapping: Mapping;
  readonly settings: Settings;
  readonly arePersonnummer: boolean;
  /** Of the categories: those whose values the settings limit. */
  readonly limited: readonly CodedRole[];
  /** There is a column of types, or LOB stands among the reasons. */
  readonly hasTypes: boolean;
}

const CATEGORIES = ['type', 'reason', 'referrer', 'organisation', 'investigation', 'sex'] as const;

export function rolesOf({ columns }: Mapping): readonly Role[] {
  return (Object.keys(columns) as Role[]).filter((role) => columns[role] !== undefined);
}

/** The columns that only tell equal rows from others, where no number does. */
function otherColumns(mapping: Mapping): readonly number[] {
  if (mapping.columns.number) return [];
  const taken = rolesOf(mapping).map((role) => mapping.columns[role]!.column);
  return [...mapping.headers.keys()].filter((column) => !taken.includes(column));
}

/** The cells that must be alike, beside person and day, for rows to be equal. */
function comparedCells(mapping: Mapping): readonly string[] {
  return [
    ...rolesOf(mapping)
      .filter((role) => role !== 'person' && role !== 'date')
      .map((role) => `${role}_cell`),
    ...otherColumns(mapping).map((column) => `other_${String(column)}`),
  ];
}

/** `isu_row`: every row with a cell filled, its cells as text without white space around them. */
export function readRows(dialect: Dialect, mapping: Mapping, source: EngineSource): string {
  const cells = source.cells.map(
    (cell, at) =>
      `NULLIF(${dialect.trimmed(dialect.asText(cell))}, ${dialect.text('')}) AS cell_${String(at)}`,
  );
  const named = [
    ...rolesOf(mapping).map((role) => `cell_${String(mapping.columns[role]!.column)} AS ${role}_cell`),
    ...otherColumns(mapping).map((column) => `cell_${String(column)} AS other_${String(column)}`),
  ];
  const filled = source.cells.map((_, at) => `cell_${String(at)} IS NOT NULL`).join(' OR ');
  const data = source.firstRow === null ? '' : ` AND row_no >= ${String(source.firstRow)}`;
  return dialect.store(
    'isu_row',
    `SELECT row_no, ${named.join(', ')}
FROM (SELECT ${source.rowNumber} AS row_no, ${cells.join(', ')} FROM ${source.relation}) AS given
WHERE (${filled})${data}`,
  );
}

/** The distinct values of a role's column, with how many rows hold each. */
export function distinctValues(dialect: Dialect, role: Role): string {
  const cell = `${role}_cell`;
  return `SELECT ${cell}, COUNT(*) AS row_count FROM ${dialect.table('isu_row')} WHERE ${cell} IS NOT NULL GROUP BY ${cell}`;
}

/** `isu_person_cell`: each distinct cell of the person column, with how many rows hold it, as it is read. */
export function readPersonCells(dialect: Dialect): string {
  const cells = `SELECT person_cell, COUNT(*) AS row_count FROM ${dialect.table('isu_row')} WHERE person_cell IS NOT NULL GROUP BY person_cell`;
  return dialect.create(
    'isu_person_cell',
    `SELECT person_cell, row_count, is_odd, ${PERSON_COLUMNS.join(', ')} FROM (${personReading(dialect, cells, dialect.table('isu_person'))}) AS read_cells`,
  );
}

/** `isu_reading`: what each row says, and why it is left out as far as the row itself tells. */
export function readMeanings(asked: RowsAsked): string {
  const { dialect, mapping, arePersonnummer, limited, hasTypes } = asked;
  const roles = rolesOf(mapping);
  const has = (role: Role) => roles.includes(role);
  const found = CATEGORIES.filter(has);
  const joins = [
    `LEFT JOIN (SELECT cell AS date_value, kind AS date_kind, day_no, ymd FROM ${dialect.table('isu_date')}) AS of_date ON date_value = date_cell`,
    ...found.map(
      (role) =>
        `LEFT JOIN (SELECT cell AS ${role}_value, place AS ${role}_found, code AS ${role}_code, is_allowed AS ${role}_allowed FROM ${dialect.table(`isu_${role}`)}) AS of_${role} ON ${role}_value = ${role}_cell`,
    ),
    ...(has('age')
      ? [
          `LEFT JOIN (SELECT cell AS age_value, age AS given_age FROM ${dialect.table('isu_age')}) AS of_age ON age_value = age_cell`,
        ]
      : []),
  ];
  const joined = `SELECT given.*, date_kind, day_no, ymd${found.map((role) => `, ${role}_found, ${role}_code, ${role}_allowed`).join('')}${has('age') ? ', given_age' : ''}
FROM ${dialect.table('isu_row')} AS given
${joins.join('\n')}`;
  const read = arePersonnummer
    ? `SELECT given.*, ${PERSON_COLUMNS.join(', ')} FROM (${joined}) AS given
LEFT JOIN (SELECT person_cell AS read_cell, ${PERSON_COLUMNS.join(', ')} FROM ${dialect.table('isu_person_cell')}) AS of_person ON read_cell = person_cell`
    : `SELECT given.*, ${String(PERSON.opaque)} AS person_kind, 0 AS wrong_check FROM (${joined}) AS given`;
  const ownAge = `CASE WHEN birth IS NULL OR ymd IS NULL THEN NULL ELSE CAST(FLOOR((ymd - birth) / 10000.0) AS ${dialect.type.integer}) END`;
  const code = (role: Role, missing = '0') => (has(role) ? `COALESCE(${role}_code, ${missing})` : '0');
  const place = (role: Role) => (has(role) ? `COALESCE(${role}_found, 0)` : '0');
  const lob = has('reason') ? 'COALESCE(reason_code, 0) = 3' : '1 = 0';
  const type = has('type')
    ? code('type')
    : has('reason') && hasTypes
      ? 'CASE WHEN COALESCE(reason_found, 0) = 0 THEN 0 ELSE 4 END'
      : '0';
  const allowed = limited.map((role) => `COALESCE(${role}_allowed, 0) = 1`).join(' AND ') || '1 = 1';
  const others = mapping.columns.number ? ['number_cell'] : comparedCells(mapping);
  return dialect.create(
    'isu_reading',
    `SELECT row_no, person, is_number, COALESCE(day_no, 0) AS day_no, COALESCE(ymd, 0) AS ymd,
  ${has('age') ? `COALESCE(given_age, ${ownAge})` : ownAge} AS age,
  own_sex, ${code('sex')} AS given_sex,
  CASE WHEN ${lob} THEN 3 ELSE ${type} END AS type_code,
  ${code('investigation')} AS investigation_code,
  ${place('referrer')} AS referrer_place, ${place('reason')} AS reason_place, ${place('organisation')} AS organisation_place,
  CASE WHEN is_number = 1 OR ${arePersonnummer ? '1 = 0' : '1 = 1'} THEN 0 ELSE 1 END AS is_odd_person,
  CASE WHEN is_number = 1 THEN wrong_check ELSE 0 END AS wrong_check,
  CASE WHEN ${allowed} THEN 1 ELSE 0 END AS is_allowed,
  CASE WHEN person_cell IS NULL THEN 1
    WHEN person_kind = ${String(PERSON.unidentified)} THEN 2
    WHEN date_kind IS NULL OR date_kind = 0 THEN 3
    WHEN date_kind = 1 THEN 4 ELSE 0 END AS fate${others.map((cell) => `, ${cell}`).join('')}
FROM (${personKey(dialect, read, arePersonnummer)}) AS said`,
  );
}

/** Rows with a number that another row has: where each stands among those of its person. */
export function readRepeated(asked: RowsAsked): readonly string[] {
  const { dialect, mapping } = asked;
  if (!mapping.columns.number) return [];
  const reading = dialect.table('isu_reading');
  return [
    dialect.create(
      'isu_repeated',
      `SELECT row_no, rows_of_number.number_cell, ROW_NUMBER() OVER (PARTITION BY rows_of_number.number_cell, person ORDER BY day_no, row_no) AS place
FROM ${reading} AS rows_of_number JOIN (
  SELECT number_cell AS repeated_number FROM ${reading}
  WHERE fate = 0 AND number_cell IS NOT NULL GROUP BY number_cell HAVING COUNT(*) > 1
) AS repeated ON repeated_number = rows_of_number.number_cell
WHERE fate = 0`,
    ),
  ];
}

/** What is asked of the rows when it is known which are used. */
const FATE_COLUMNS = [
  'row_no',
  'person',
  'is_number',
  'day_no',
  'ymd',
  'age',
  'own_sex',
  'given_sex',
  'type_code',
  'investigation_code',
  'referrer_place',
  'reason_place',
  'organisation_place',
  'is_odd_person',
  'wrong_check',
  'fate',
];

/** `isu_fate`: each row with the first reason in the defined order that leaves it out, 0 where it is used. */
export function readFates({ dialect, mapping, settings }: RowsAsked): string {
  const { period, lowestAge } = settings;
  const outside = [
    ...(period?.from ? [`day_no < ${String(settingsDay(period.from))}`] : []),
    ...(period?.to ? [`day_no > ${String(settingsDay(period.to))}`] : []),
  ];
  const number = (reason: (typeof EXCLUSION_REASONS)[number]) =>
    String(EXCLUSION_REASONS.indexOf(reason) + 1);
  const when = [
    'WHEN fate > 0 THEN fate',
    ...(mapping.columns.number ? [`WHEN duplicate_row IS NOT NULL THEN ${number('duplicate')}`] : []),
    ...(outside.length > 0 ? [`WHEN ${outside.join(' OR ')} THEN ${number('outside-period')}`] : []),
    ...(lowestAge === null ? [] : [`WHEN age < ${String(lowestAge)} THEN ${number('under-age')}`]),
    `WHEN is_allowed = 0 THEN ${number('outside-selection')}`,
  ];
  const columns = [...FATE_COLUMNS, ...(mapping.columns.number ? [] : comparedCells(mapping))];
  const duplicates = mapping.columns.number
    ? ` LEFT JOIN (SELECT row_no AS duplicate_row FROM ${dialect.table('isu_repeated')} WHERE place > 1) AS duplicates ON duplicate_row = reading.row_no`
    : '';
  return dialect.create(
    'isu_fate',
    `SELECT ${columns.join(', ')}, CASE ${when.join(' ')} ELSE 0 END AS reason_no FROM ${dialect.table('isu_reading')} AS reading${duplicates}`,
  );
}

/** The rows that are left out, in order: number, reason and, where they may be seen, the cells that the reason is of. */
export function excludedRows({ dialect, mapping }: RowsAsked, withCells: boolean): string {
  const cell = (role: Role) => (mapping.columns[role] ? `given.${role}_cell` : 'NULL');
  const cells = (['person', 'date', 'number', 'reason', 'type', 'organisation'] as const)
    .map((role) => `, ${cell(role)} AS ${role}_value`)
    .join('');
  const fates = dialect.table('isu_fate');
  if (!withCells) return `SELECT row_no, reason_no FROM ${fates} WHERE reason_no > 0 ORDER BY row_no`;
  return `SELECT fates.row_no, fates.reason_no${cells}
FROM ${fates} AS fates JOIN ${dialect.table('isu_row')} AS given ON given.row_no = fates.row_no
WHERE fates.reason_no > 0 ORDER BY fates.row_no`;
}

/** The used rows that there is something to say of, in order, each with what. */
export function warnedRows(asked: RowsAsked): string {
  const { dialect, mapping, settings } = asked;
  const fates = dialect.table('isu_fate');
  const number = (warning: (typeof WARNINGS)[number]) => String(WARNINGS.indexOf(warning));
  const where = (warning: (typeof WARNINGS)[number], condition: string) =>
    `SELECT row_no, ${number(warning)} AS warning FROM ${fates} WHERE reason_no = 0 AND ${condition}`;
  const queries = [
    where('check-digit', 'wrong_check = 1'),
    where(
      'unlikely-date',
      `(ymd < ${String(UNLIKELY_BEFORE_YEAR * 10_000)} OR day_no > ${String(settingsDay(settings.asOf))})`,
    ),
    where('sex-contradicts', 'given_sex > 0 AND own_sex > 0 AND given_sex <> own_sex'),
    mapping.columns.number
      ? sharedNumbers(dialect, number('number-shared'))
      : equalRows(asked, number('equal-rows')),
  ];
  return `SELECT row_no, warning FROM (
${queries.join('\nUNION ALL\n')}
) AS warned ORDER BY row_no, warning`;
}

/** Of each person the row that stays, where the number has several persons. */
function sharedNumbers(dialect: Dialect, warning: string): string {
  const repeated = dialect.table('isu_repeated');
  return `SELECT stays.row_no, ${warning} AS warning FROM ${repeated} AS stays JOIN (
  SELECT number_cell AS shared_number FROM ${repeated} WHERE place = 1 GROUP BY number_cell HAVING COUNT(*) > 1
) AS shared ON shared_number = stays.number_cell JOIN ${dialect.table('isu_fate')} AS fates ON fates.row_no = stays.row_no
WHERE stays.place = 1 AND fates.reason_no = 0`;
}

/** Rows that could be counted, equal in every cell, the person and the day being the same in whatever notation. */
function equalRows({ dialect, mapping }: RowsAsked, warning: string): string {
  const alike = ['person', 'day_no', ...comparedCells(mapping)].join(', ');
  return `SELECT row_no, ${warning} AS warning FROM (
  SELECT row_no, reason_no, COUNT(*) OVER (PARTITION BY ${alike}) AS alike FROM ${dialect.table('isu_fate')} WHERE fate = 0
) AS compared WHERE alike > 1 AND reason_no = 0`;
}
