/** How the four engines write what they write differently. All else of the SQL is the same text for all of them. */

export const DIALECTS = ['duckdb', 'postgresql', 'sqlserver', 'spark'] as const;
export type DialectName = (typeof DIALECTS)[number];

export interface Dialect {
  readonly name: DialectName;
  /** Types of columns. Text is compared by its characters: case, accents and ends all count. */
  readonly type: {
    readonly text: string;
    readonly small: string;
    readonly integer: string;
    readonly whole: string;
  };
  /** A table of this session, by its name: never one of the same name that was there before. */
  table(name: string): string;
  /** Makes a table of what a query gives, and fails where there is one. It may take two statements. */
  create(name: string, query: string): string;
  /** Likewise, for a query that only reads columns: the engine may keep the query instead of what it gives. */
  read(name: string, query: string): string;
  /** Makes an empty table. */
  createEmpty(name: string, columns: readonly (readonly [name: string, type: string])[]): string;
  /** Takes away what `create` or `createEmpty` has made. */
  drop(name: string): string;
  /** Takes away what `read` has made. */
  dropRead(name: string): string;
  text(value: string): string;
  /** An expression as text that is compared by its characters. */
  asText(expression: string): string;
  /** Without the characters around it that are no text. */
  trimmed(expression: string): string;
  /** How often one whole number, 0 or more, goes into another. */
  quotient(number: string, divisor: string): string;
  /** The number of a group's rows. */
  readonly count: string;
  /** The sum of whole numbers, however large. */
  sum(expression: string): string;
  /** A number for each row of a query, its own, from 0 or 1. */
  readonly ownNumber: string;
  /** Something short that is equal for equal texts, and seldom for others. */
  digest(expression: string): string;
  /** The bits of any of a group's rows, of so many bits. */
  anyBits(expression: string, bits: number): string;
  /** The first rows of a query that says in which order. */
  first(rows: number, query: string): string;
  /** A name given by others. */
  quoted(name: string): string;
}

/** What `String.prototype.trim` takes away: white space and ends of lines. */
const WHITE = [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006,
  0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
];

const doubled = (text: string, sign: string) => text.replaceAll(sign, sign + sign);
const standardText = (value: string) => `'${doubled(value, "'")}'`;
const standardName = (name: string) => `"${doubled(name, '"')}"`;
const columnList = (columns: readonly (readonly [string, string])[]) =>
  columns.map((column) => column.join(' ')).join(', ');

const duckdb: Dialect = {
  name: 'duckdb',
  type: { text: 'VARCHAR', small: 'SMALLINT', integer: 'INTEGER', whole: 'BIGINT' },
  table: (name) => `temp.${name}`,
  create: (name, query) => `CREATE TEMPORARY TABLE ${name} AS\n${query}`,
  // Columns of a Parquet file are read again faster than they are kept.
  read: (name, query) => `CREATE TEMPORARY VIEW ${name} AS\n${query}`,
  createEmpty: (name, columns) => `CREATE TEMPORARY TABLE ${name} (${columnList(columns)})`,
  drop: (name) => `DROP TABLE temp.${name}`,
  dropRead: (name) => `DROP VIEW temp.${name}`,
  text: standardText,
  asText: (expression) => `CAST(${expression} AS VARCHAR)`,
  // Most cells begin and end with a visible sign, which is seen many times faster than white space is sought.
  trimmed: (expression) =>
    `CASE WHEN ${expression} >= '!' AND ${expression} < chr(127) AND array_extract(${expression}, -1) BETWEEN '!' AND '~' THEN ${expression} ELSE trim(${expression}, ${WHITE.map((code) => `chr(${String(code)})`).join('||')}) END`,
  quotient: (number, divisor) => `${number} // ${divisor}`,
  count: 'COUNT(*)',
  sum: (expression) => `SUM(${expression})`,
  ownNumber: 'ROW_NUMBER() OVER ()',
  digest: (expression) => `hash(${expression})`,
  anyBits: (expression) => `bit_or(${expression})`,
  first: (rows, query) => `${query} LIMIT ${String(rows)}`,
  quoted: standardName,
};

const postgresql: Dialect = {
  ...duckdb,
  name: 'postgresql',
  // Compared and put in order by character, whatever the database's own language is.
  type: { text: 'text COLLATE "C"', small: 'smallint', integer: 'integer', whole: 'bigint' },
  table: (name) => `pg_temp.${name}`,
  // Told how large it is, PostgreSQL joins it in the right way: it does not look at temporary tables by itself.
  create: (name, query) => `CREATE TEMPORARY TABLE ${name} AS\n${query};\nANALYZE pg_temp.${name}`,
  read: (name, query) => postgresql.create(name, query),
  createEmpty: (name, columns) => `CREATE TEMPORARY TABLE ${name} (${columnList(columns)})`,
  drop: (name) => `DROP TABLE pg_temp.${name}`,
  dropRead: (name) => postgresql.drop(name),
  asText: (expression) => `(CAST(${expression} AS text) COLLATE "C")`,
  trimmed: (expression) => `btrim(${expression}, ${WHITE.map((code) => `chr(${String(code)})`).join('||')})`,
  quotient: (number, divisor) => `${number} / ${divisor}`,
  digest: (expression) => expression,
};

/**
 * From SQL Server 2019, where text can be UTF-8; Fabric's has no other. By a binary collation case and accents count,
 * which in a Swedish database they do not; spaces at the end never do, so what is compared has none, or a meaning that
 * does not ask for them.
 */
const sqlserver: Dialect = {
  name: 'sqlserver',
  type: {
    text: 'VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8',
    small: 'SMALLINT',
    integer: 'INT',
    whole: 'BIGINT',
  },
  table: (name) => `#${name}`,
  create: (name, query) => `SELECT * INTO #${name} FROM (\n${query}\n) AS made`,
  read: (name, query) => sqlserver.create(name, query),
  createEmpty: (name, columns) => `CREATE TABLE #${name} (${columnList(columns)})`,
  drop: (name) => `DROP TABLE #${name}`,
  dropRead: (name) => sqlserver.drop(name),
  text: (value) => `N${standardText(value)}`,
  asText: (expression) => `CAST(${expression} AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8`,
  // NCHAR makes NVARCHAR, which Fabric has no columns of.
  trimmed: (expression) =>
    sqlserver.asText(
      `TRIM(CONCAT(${WHITE.map((code) => `NCHAR(${String(code)})`).join(', ')}) FROM ${expression})`,
    ),
  quotient: (number, divisor) => `${number} / ${divisor}`,
  // Of INT it makes INT, which a sum of ages does not hold.
  count: 'COUNT_BIG(*)',
  sum: (expression) => `SUM(CAST(${expression} AS BIGINT))`,
  ownNumber: 'ROW_NUMBER() OVER (ORDER BY (SELECT NULL))',
  digest: (expression) => expression,
  // It has no such aggregate: each bit by itself, since the largest of a bit's values tells whether any row has it.
  anyBits: (expression, bits) =>
    `(${Array.from({ length: bits }, (_, at) => `MAX(${expression} & ${String(1 << at)})`).join(' + ')})`,
  first: (rows, query) => `${query} OFFSET 0 ROWS FETCH FIRST ${String(rows)} ROWS ONLY`,
  quoted: (name) => `[${doubled(name, ']')}]`,
};

const spark: Dialect = {
  name: 'spark',
  type: { text: 'STRING', small: 'SMALLINT', integer: 'INT', whole: 'BIGINT' },
  table: (name) => name,
  create: (name, query) => `CREATE TABLE ${name} USING parquet AS\n${query}`,
  read: (name, query) => spark.create(name, query),
  createEmpty: (name, columns) => `CREATE TABLE ${name} (${columnList(columns)}) USING parquet`,
  drop: (name) => `DROP TABLE ${name}`,
  dropRead: (name) => spark.drop(name),
  // A doubled quote is nothing there before Spark 4, and a backslash is an escape.
  text: (value) => `'${value.replaceAll('\\', '\\u005c').replaceAll("'", '\\u0027')}'`,
  asText: (expression) => `CAST(${expression} AS STRING)`,
  trimmed: (expression) =>
    `TRIM(BOTH '${WHITE.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('')}' FROM ${expression})`,
  quotient: (number, divisor) => `${number} DIV ${divisor}`,
  count: 'COUNT(*)',
  sum: (expression) => `SUM(${expression})`,
  ownNumber: 'monotonically_increasing_id()',
  digest: (expression) => expression,
  anyBits: (expression) => `bit_or(${expression})`,
  first: (rows, query) => `${query} LIMIT ${String(rows)}`,
  quoted: (name) => `\`${doubled(name, '`')}\``,
};

const BY_NAME: Readonly<Record<DialectName, Dialect>> = { duckdb, postgresql, sqlserver, spark };

export function dialectOf(name: DialectName): Dialect {
  return BY_NAME[name];
}
