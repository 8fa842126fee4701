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
import { PERSON, PERSON_COLUMNS, personOfRow } from './person-sql.ts';
import type { TableName } from './work-tables.ts';

/** A table to be made, and the statement that makes it. */
export type Making = readonly [name: TableName, statement: string];

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
  readonly source: EngineSource;
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

/** A cell without white space around it, null where there is nothing else. */
const filledCell = (dialect: Dialect, cell: string) =>
  `NULLIF(${dialect.trimmed(cell)}, ${dialect.text('')})`;

/**
 * `isu_row`: every row of data, its cells as text. Persons and numbers are without white space around them; of the other
 * columns core says so of each value.
 */
export function readRows(dialect: Dialect, mapping: Mapping, source: EngineSource): string {
  const cells = source.cells.map((cell, at) => `${dialect.asText(cell)} AS cell_${String(at)}`);
  const cellOf = (role: Role) => {
    const { column } = mapping.columns[role]!;
    const cell = `cell_${String(column)}`;
    const isKept = (role !== 'person' && role !== 'number') || source.plain?.includes(column);
    return isKept ? cell : filledCell(dialect, cell);
  };
  const named = rolesOf(mapping).map((role) => `${cellOf(role)} AS ${role}_cell`);
  const taken = rolesOf(mapping).map((role) => mapping.columns[role]!.column);
  const others = source.cells.flatMap((_, at) =>
    taken.includes(at) ? [] : [`cell_${String(at)} AS other_${String(at)}`],
  );
  const data = source.firstRow === null ? '' : `\nWHERE row_no >= ${String(source.firstRow)}`;
  return dialect.read(
    'isu_row',
    `SELECT row_no, ${[...named, ...others].join(', ')}
FROM (SELECT ${source.rowNumber} AS row_no, ${cells.join(', ')} FROM ${source.relation}) AS given${data}`,
  );
}

/** The distinct values of a role's column, with how many rows hold each. */
export function distinctValues(dialect: Dialect, role: Role): string {
  const cell = `${role}_cell`;
  return `SELECT ${cell}, ${dialect.count} AS row_count FROM ${dialect.table('isu_row')} WHERE ${cell} IS NOT NULL GROUP BY ${cell}`;
}

/**
 * `isu_reading`: of each row with a cell filled whose it is, what it says (`kind` is type · 18 + sex · 6 + investigation
 * · 2 + age known), what there is to remark (1 wrong check digit, 2 another sex than the number tells, 4 a person of
 * another form than the column's), and why it is left out, duplicates apart.
 */
export function readMeanings(asked: RowsAsked): string {
  const { dialect, mapping, settings, arePersonnummer, limited, hasTypes } = asked;
  const { small, integer } = dialect.type;
  const roles = rolesOf(mapping);
  const has = (role: Role) => roles.includes(role);
  const found = CATEGORIES.filter(has);
  const table = dialect.table.bind(dialect);
  const rows = `SELECT row_no, person_cell, date_kind, day_no, ymd${found.map((role) => `, ${role}_found, ${role}_code, ${role}_allowed`).join('')}${has('age') ? ', given_age' : ''},
  ${personColumns(arePersonnummer).join(', ')}
FROM ${table('isu_row')} AS given
LEFT JOIN (SELECT cell AS date_value, kind AS date_kind, day_no, ymd FROM ${table('isu_date')}) AS of_date ON date_value = date_cell
${found
  .map(
    (role) =>
      `LEFT JOIN (SELECT cell AS ${role}_value, place AS ${role}_found, code AS ${role}_code, is_allowed AS ${role}_allowed FROM ${table(`isu_${role}`)}) AS of_${role} ON ${role}_value = ${role}_cell\n`,
  )
  .join(
    '',
  )}${has('age') ? `LEFT JOIN (SELECT cell AS age_value, age AS given_age FROM ${table('isu_age')}) AS of_age ON age_value = age_cell\n` : ''}${personJoin(dialect, arePersonnummer)}
WHERE ${isFilled(dialect, asked, found)}`;
  const ownAge = `${dialect.quotient('(ymd - birth + 100000000)', '10000')} - 10000`;
  const code = (role: Role) => (has(role) ? `COALESCE(${role}_code, 0)` : '0');
  const place = (role: Role) => (has(role) ? `COALESCE(${role}_found, 0)` : '0');
  const lob = has('reason') ? 'COALESCE(reason_code, 0) = 3' : '1 = 0';
  const type = has('type')
    ? code('type')
    : has('reason') && hasTypes
      ? 'CASE WHEN COALESCE(reason_found, 0) = 0 THEN 0 ELSE 4 END'
      : '0';
  const allowed = limited.map((role) => `COALESCE(${role}_allowed, 0) = 1`).join(' AND ');
  const isOdd = arePersonnummer ? `CASE WHEN person_kind = ${String(PERSON.opaque)} THEN 4 ELSE 0 END` : '0';
  const { period, lowestAge } = settings;
  const outside = [
    ...(period?.from ? [`day_no < ${String(settingsDay(period.from))}`] : []),
    ...(period?.to ? [`day_no > ${String(settingsDay(period.to))}`] : []),
  ].join(' OR ');
  return dialect.create(
    'isu_reading',
    `SELECT row_no, person_no, day_no, ymd, CAST(age AS ${small}) AS age,
  CAST(type_code * 18 + CASE WHEN given_sex > 0 THEN given_sex ELSE own_sex END * 6 + investigation_code * 2 + CASE WHEN age IS NULL THEN 0 ELSE 1 END AS ${small}) AS kind,
  referrer_place, reason_place, organisation_place,
  CAST(wrong_check + CASE WHEN given_sex > 0 AND own_sex > 0 AND given_sex <> own_sex THEN 2 ELSE 0 END + odd_person AS ${small}) AS remark,
  CAST(CASE WHEN person_kind IS NULL THEN ${reasonNumber('missing-person')}
    WHEN person_kind = ${String(PERSON.unidentified)} THEN ${reasonNumber('unidentified-person')}
    WHEN date_kind IS NULL OR date_kind = 0 THEN ${reasonNumber('missing-date')}
    WHEN date_kind = 1 THEN ${reasonNumber('invalid-date')}${outside ? `\n    WHEN ${outside} THEN ${reasonNumber('outside-period')}` : ''}${
      lowestAge === null ? '' : `\n    WHEN age < ${String(lowestAge)} THEN ${reasonNumber('under-age')}`
    }${allowed ? `\n    WHEN NOT (${allowed}) THEN ${reasonNumber('outside-selection')}` : ''}
    ELSE 0 END AS ${small}) AS fate
FROM (
SELECT row_no, person_no, person_kind, date_kind, COALESCE(day_no, 0) AS day_no, COALESCE(ymd, 0) AS ymd,
  ${has('age') ? `COALESCE(given_age, ${ownAge})` : ownAge} AS age, own_sex, wrong_check, ${isOdd} AS odd_person,
  ${code('sex')} AS given_sex, CASE WHEN ${lob} THEN 3 ELSE ${type} END AS type_code, ${code('investigation')} AS investigation_code,
  CAST(${place('referrer')} AS ${integer}) AS referrer_place, CAST(${place('reason')} AS ${integer}) AS reason_place, CAST(${place('organisation')} AS ${integer}) AS organisation_place${limited.map((role) => `, ${role}_allowed`).join('')}
FROM (${personOfRow(dialect, rows)}) AS persons
) AS said`,
  );
}

function personColumns(arePersonnummer: boolean): readonly string[] {
  if (arePersonnummer) return PERSON_COLUMNS;
  const column = {
    person_kind: `CASE WHEN cell_no IS NULL THEN NULL ELSE ${String(PERSON.opaque)} END`,
    digits: '0 - cell_no',
    birth_date: '0',
    own_sex: '0',
    wrong_check: '0',
  };
  return PERSON_COLUMNS.map((name) => `${column[name]} AS ${name}`);
}

/** Where the column does not hold personnummer every key is its own text. */
function personJoin(dialect: Dialect, arePersonnummer: boolean): string {
  const [table, columns] = arePersonnummer
    ? ['isu_person_read', PERSON_COLUMNS.join(', ')]
    : ['isu_person_cell', 'cell_no'];
  return `LEFT JOIN (SELECT person_cell AS read_cell, ${columns} FROM ${dialect.table(table)}) AS of_person ON read_cell = person_cell`;
}

/** Values of blanks are not among those that are looked up. */
function isFilled(dialect: Dialect, { mapping, source }: RowsAsked, found: readonly Role[]): string {
  const taken = rolesOf(mapping).map((role) => mapping.columns[role]!.column);
  const cells = [
    'person_cell',
    'date_kind',
    ...found.map((role) => `${role}_found`),
    ...(mapping.columns.number ? ['number_cell'] : []),
    ...(mapping.columns.age ? [filledCell(dialect, 'age_cell')] : []),
    ...source.cells.flatMap((_, at) =>
      taken.includes(at) ? [] : [filledCell(dialect, `other_${String(at)}`)],
    ),
  ];
  return cells.map((cell) => `${cell} IS NOT NULL`).join(' OR ');
}

const reasonNumber = (reason: (typeof EXCLUSION_REASONS)[number]) =>
  String(EXCLUSION_REASONS.indexOf(reason) + 1);
const warningNumber = (warning: (typeof WARNINGS)[number]) => String(WARNINGS.indexOf(warning));

/** Rows that duplicates are sought among: whose they are and when is known. */
const IS_READ = `(fate = 0 OR fate > ${reasonNumber('invalid-date')})`;

/**
 * `isu_repeated`: rows with a number that another row has, and where each stands among those of its person. First the
 * numbers, then their rows, which are few: no large table is put in order.
 */
export function readRepeated({ dialect, mapping }: RowsAsked): readonly Making[] {
  if (!mapping.columns.number) return [];
  const table = dialect.table.bind(dialect);
  const digest = dialect.digest('number_cell');
  return [
    making(
      dialect,
      'isu_number',
      `SELECT ${digest} AS number_digest FROM ${table('isu_row')} GROUP BY ${digest} HAVING COUNT(number_cell) > 1`,
    ),
    making(
      dialect,
      'isu_numbered',
      `SELECT row_no AS numbered_row, number_cell FROM ${table('isu_row')} AS given JOIN ${table('isu_number')} AS numbers ON number_digest = ${digest}`,
    ),
    making(
      dialect,
      'isu_repeated',
      `SELECT row_no, fate, number_cell, ROW_NUMBER() OVER (PARTITION BY number_cell, person_no ORDER BY day_no, row_no) AS place
FROM ${table('isu_reading')} AS reading JOIN ${table('isu_numbered')} AS numbered ON numbered_row = row_no
WHERE ${IS_READ}`,
    ),
  ];
}

function making(dialect: Dialect, name: TableName, query: string): Making {
  return [name, dialect.create(name, query)];
}

/** Rows of `isu_reading`, as a query: `duplicate_row` is null where the row is no duplicate. */
function withDuplicates({ dialect, mapping }: Pick<RowsAsked, 'dialect' | 'mapping'>): string {
  const reading = `${dialect.table('isu_reading')} AS reading`;
  if (!mapping.columns.number) return reading;
  return `${reading} LEFT JOIN (SELECT row_no AS duplicate_row FROM ${dialect.table('isu_repeated')} WHERE place > 1) AS duplicates ON duplicate_row = row_no`;
}

/** What stands after FROM where the rows that are used are asked for. */
export function usedRows(asked: Pick<RowsAsked, 'dialect' | 'mapping'>): string {
  const isNew = asked.mapping.columns.number ? ' AND duplicate_row IS NULL' : '';
  return `(SELECT reading.* FROM ${withDuplicates(asked)} WHERE fate = 0${isNew}) AS used`;
}

/** How many rows are read, and of how many a kind of value is missing among those that are used. */
export function countRows(asked: RowsAsked, missing: readonly string[]): string {
  const { dialect, mapping } = asked;
  const isUsed = mapping.columns.number ? 'fate = 0 AND duplicate_row IS NULL' : 'fate = 0';
  const gaps = missing.map(
    (condition, at) =>
      `, COALESCE(${dialect.sum(`CASE WHEN ${isUsed} AND ${condition} THEN 1 ELSE 0 END`)}, 0) AS missing_${String(at)}`,
  );
  return `SELECT ${dialect.count} AS read_rows, COALESCE(${dialect.sum(`CASE WHEN ${isUsed} THEN 1 ELSE 0 END`)}, 0) AS used${gaps.join('')} FROM ${withDuplicates(asked)}`;
}

/** The rows that are left out, in order: number, reason and, where they may be seen, the cells that the reason is of. */
export function excludedRows(asked: RowsAsked, withCells: boolean): readonly [make: string, ask: string] {
  const { dialect, mapping } = asked;
  const cell = (role: Role) => (mapping.columns[role] ? `${role}_cell` : 'NULL');
  const cells = (['person', 'date', 'number', 'reason', 'type', 'organisation'] as const)
    .map((role) => `, ${cell(role)} AS ${role}_value`)
    .join('');
  const isDuplicate = mapping.columns.number ? 'duplicate_row IS NOT NULL' : '1 = 0';
  const excluded = dialect.table('isu_excluded');
  return [
    dialect.create(
      'isu_excluded',
      `SELECT row_no AS excluded_row, CASE WHEN ${isDuplicate} THEN ${reasonNumber('duplicate')} ELSE fate END AS reason_no FROM ${withDuplicates(asked)} WHERE fate > 0 OR ${isDuplicate}`,
    ),
    withCells
      ? `SELECT excluded_row, reason_no${cells} FROM ${dialect.table('isu_row')} AS given JOIN ${excluded} AS excluded ON excluded_row = row_no ORDER BY excluded_row`
      : `SELECT excluded_row, reason_no FROM ${excluded} ORDER BY excluded_row`,
  ];
}

/** The used rows that there is something to say of, in order, each with what. */
export function warnedRows(asked: RowsAsked): readonly [make: readonly Making[], ask: string] {
  const { dialect, mapping, settings } = asked;
  const used = usedRows(asked);
  const where = (warning: (typeof WARNINGS)[number], condition: string) =>
    `SELECT row_no, ${warningNumber(warning)} AS warning FROM ${used} WHERE ${condition}`;
  const queries = [
    where('check-digit', 'remark % 2 = 1'),
    where(
      'unlikely-date',
      `ymd < ${String(UNLIKELY_BEFORE_YEAR * 10_000)} OR day_no > ${String(settingsDay(settings.asOf))}`,
    ),
    where('sex-contradicts', 'remark % 4 > 1'),
    mapping.columns.number ? sharedNumbers(dialect) : equalRows(asked),
  ];
  return [
    mapping.columns.number ? [] : sameDays(dialect),
    `SELECT row_no, warning FROM (
${queries.join('\nUNION ALL\n')}
) AS warned ORDER BY row_no, warning`,
  ];
}

/** Of each person the row that stays, where the number has several persons. */
function sharedNumbers(dialect: Dialect): string {
  const repeated = dialect.table('isu_repeated');
  return `SELECT row_no, ${warningNumber('number-shared')} AS warning FROM ${repeated} AS stays JOIN (
  SELECT number_cell AS shared_number FROM ${repeated} WHERE place = 1 GROUP BY number_cell HAVING ${dialect.count} > 1
) AS shared ON shared_number = number_cell
WHERE place = 1 AND fate = 0`;
}

/** `isu_same_day`: rows of a person and day that another row has, which alone can be equal. */
function sameDays(dialect: Dialect): readonly Making[] {
  const reading = dialect.table('isu_reading');
  return [
    making(
      dialect,
      'isu_day_repeated',
      `SELECT person_no AS repeated_person, day_no AS repeated_day FROM ${reading} WHERE ${IS_READ} GROUP BY person_no, day_no HAVING ${dialect.count} > 1`,
    ),
    making(
      dialect,
      'isu_same_day',
      `SELECT row_no AS same_row, person_no, day_no, fate FROM ${reading} JOIN ${dialect.table('isu_day_repeated')} AS days ON repeated_person = person_no AND repeated_day = day_no WHERE ${IS_READ}`,
    ),
  ];
}

/** Rows that could be counted, equal in every cell, the person and the day being the same in whatever notation. */
function equalRows({ dialect, mapping }: RowsAsked): string {
  const alike = ['person_no', 'day_no', ...comparedCells(mapping).map((cell) => filledCell(dialect, cell))];
  return `SELECT row_no, ${warningNumber('equal-rows')} AS warning FROM (
  SELECT row_no, fate, ${dialect.count} OVER (PARTITION BY ${alike.join(', ')}) AS alike FROM ${dialect.table('isu_row')} AS given JOIN ${dialect.table('isu_same_day')} AS same_days ON same_row = row_no
) AS compared WHERE alike > 1 AND fate = 0`;
}
