/** How the four engines write what they write differently. All else of the SQL is the same text for all of them. */

export const DIALECTS = ['duckdb', 'postgresql', 'sqlserver', 'spark'] as const;
export type DialectName = (typeof DIALECTS)[number];

export interface Dialect {
  readonly name: DialectName;
  /** Types of columns. Text is compared by its characters: case, accents and ends all count. */
  readonly type: { readonly text: string; readonly integer: string; readonly whole: string };
  /** A table of this session, by its name. */
  table(name: string): string;
  /** Makes a table of what a query gives; it may take two statements. */
  create(name: string, query: string): string;
  /** Likewise, for the largest: on disk, where the engine has the choice. */
  store(name: string, query: string): string;
  /** Makes an empty table. */
  createEmpty(name: string, columns: readonly (readonly [name: string, type: string])[]): string;
  /** Takes such a table away, where there is one. */
  drop(name: string): string;
  text(value: string): string;
  /** Texts one after the other; none is null. */
  joined(...texts: readonly string[]): string;
  /** An expression as text that is compared by its characters. */
  asText(expression: string): string;
  /** Without the characters around it that are no text. */
  trimmed(expression: string): string;
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
  type: { text: 'VARCHAR', integer: 'INTEGER', whole: 'BIGINT' },
  table: (name) => name,
  create: (name, query) => `CREATE OR REPLACE TEMPORARY TABLE ${name} AS\n${query}`,
  // Compressed on disk, where that is where the database is; temporary tables are faster and take more room.
  store: (name, query) => `CREATE OR REPLACE TABLE ${name} AS\n${query}`,
  createEmpty: (name, columns) => `CREATE OR REPLACE TEMPORARY TABLE ${name} (${columnList(columns)})`,
  drop: (name) => `DROP TABLE IF EXISTS ${name}`,
  text: standardText,
  joined: (...texts) => texts.join(' || '),
  asText: (expression) => `CAST(${expression} AS VARCHAR)`,
  // Most cells begin and end with a visible sign, which is seen many times faster than white space is sought.
  trimmed: (expression) =>
    `CASE WHEN ${expression} >= '!' AND ${expression} < chr(127) AND array_extract(${expression}, -1) BETWEEN '!' AND '~' THEN ${expression} ELSE trim(${expression}, ${WHITE.map((code) => `chr(${String(code)})`).join('||')}) END`,
  anyBits: (expression) => `bit_or(${expression})`,
  first: (rows, query) => `${query} LIMIT ${String(rows)}`,
  quoted: standardName,
};

const postgresql: Dialect = {
  ...duckdb,
  name: 'postgresql',
  // Compared and put in order by character, whatever the database's own language is.
  type: { text: 'text COLLATE "C"', integer: 'integer', whole: 'bigint' },
  // Told how large it is, PostgreSQL joins it in the right way: it does not look at temporary tables by itself.
  create: (name, query) => `CREATE TEMPORARY TABLE ${name} AS\n${query};\nANALYZE ${name}`,
  store: (name, query) => postgresql.create(name, query),
  createEmpty: (name, columns) => `CREATE TEMPORARY TABLE ${name} (${columnList(columns)})`,
  // Never a table that is not of this session.
  drop: (name) => `DROP TABLE IF EXISTS pg_temp.${name}`,
  asText: (expression) => `(CAST(${expression} AS text) COLLATE "C")`,
  trimmed: (expression) => `btrim(${expression}, ${WHITE.map((code) => `chr(${String(code)})`).join('||')})`,
};

const sqlserver: Dialect = {
  name: 'sqlserver',
  type: { text: 'NVARCHAR(4000) COLLATE Latin1_General_100_BIN2', integer: 'INT', whole: 'BIGINT' },
  table: (name) => `#${name}`,
  create: (name, query) => `SELECT * INTO #${name} FROM (\n${query}\n) AS made`,
  store: (name, query) => sqlserver.create(name, query),
  createEmpty: (name, columns) => `CREATE TABLE #${name} (${columnList(columns)})`,
  drop: (name) => `DROP TABLE IF EXISTS #${name}`,
  text: (value) => `N${standardText(value)}`,
  joined: (...texts) => `CONCAT(${texts.join(', ')})`,
  asText: (expression) => `CAST(${expression} AS NVARCHAR(4000)) COLLATE Latin1_General_100_BIN2`,
  trimmed: (expression) =>
    `TRIM(CONCAT(${WHITE.map((code) => `NCHAR(${String(code)})`).join(', ')}) FROM ${expression})`,
  // It has no such aggregate: each bit by itself, since the largest of a bit's values tells whether any row has it.
  anyBits: (expression, bits) =>
    `(${Array.from({ length: bits }, (_, at) => `MAX(${expression} & ${String(1 << at)})`).join(' + ')})`,
  first: (rows, query) => `${query} OFFSET 0 ROWS FETCH FIRST ${String(rows)} ROWS ONLY`,
  quoted: (name) => `[${doubled(name, ']')}]`,
};

const spark: Dialect = {
  name: 'spark',
  type: { text: 'STRING', integer: 'INT', whole: 'BIGINT' },
  table: (name) => name,
  create: (name, query) => `CREATE TABLE ${name} USING parquet AS\n${query}`,
  store: (name, query) => spark.create(name, query),
  createEmpty: (name, columns) => `CREATE TABLE ${name} (${columnList(columns)}) USING parquet`,
  drop: (name) => `DROP TABLE IF EXISTS ${name}`,
  // A doubled quote is nothing there before Spark 4, and a backslash is an escape.
  text: (value) => `'${value.replaceAll('\\', '\\u005c').replaceAll("'", '\\u0027')}'`,
  joined: (...texts) => `CONCAT(${texts.join(', ')})`,
  asText: (expression) => `CAST(${expression} AS STRING)`,
  trimmed: (expression) =>
    `TRIM(BOTH '${WHITE.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('')}' FROM ${expression})`,
  anyBits: (expression) => `bit_or(${expression})`,
  first: (rows, query) => `${query} LIMIT ${String(rows)}`,
  quoted: (name) => `\`${doubled(name, '`')}\``,
};

const BY_NAME: Readonly<Record<DialectName, Dialect>> = { duckdb, postgresql, sqlserver, spark };

export function dialectOf(name: DialectName): Dialect {
  return BY_NAME[name];
}
