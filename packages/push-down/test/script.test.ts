/**
 * The SQL as text: kept in sql/, so that a change is seen. Of the dialects that no test runs it is read by a parser, and
 * held against lists of what the dialect has.
 */
import { init, parse } from '@guanmingchiu/sqlparser-ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIALECTS, type DialectName } from '../src/dialect.ts';
import { sqlScript } from '../src/script.ts';
import { unknownIn, type NotRun } from './dialect-words.ts';
import { openDuckdb, type OpenEngine } from './engines.ts';
import { sparkParser } from './spark-parser.ts';
import { statementsOf } from './written.ts';

let duckdb: OpenEngine;
let written: Partial<Record<DialectName, readonly string[]>>;
beforeAll(async () => {
  await init();
  duckdb = await openDuckdb();
  written = await statementsOf(duckdb.engine, DIALECTS);
});
afterAll(() => duckdb.close());

describe.each(DIALECTS)('the text for %s', (name) => {
  test('is the one that is kept', async () => {
    await expect(sqlScript(name, written[name]!)).toMatchFileSnapshot(`../sql/${name}.sql`);
  });

  test('says whether it has ever been run', () => {
    const isRun = name === 'duckdb' || name === 'postgresql';
    expect(sqlScript(name, []).includes('NOT RUN')).toBe(!isRun);
  });
});

/** What is wrong in a statement, by the parser of the dialect or by the lists of what it has. */
const faultsIn: Readonly<Record<NotRun, (statement: string) => readonly string[]>> = {
  sqlserver: (statement) => [...faultsOfTsql(statement), ...unknownIn(statement, 'sqlserver')],
  spark: (statement) => [...faultsOfSpark(statement), ...unknownIn(statement, 'spark')],
};

let faultsOfSpark: (statement: string) => readonly string[];
beforeAll(async () => {
  faultsOfSpark = await sparkParser();
});

function faultsOfTsql(statement: string): readonly string[] {
  try {
    parse(statement, 'mssql');
    return [];
  } catch (fault) {
    return [String(fault)];
  }
}

/** What is right in another dialect, and in this one is not. */
const FOREIGN: Readonly<Record<NotRun, readonly string[]>> = {
  sqlserver: [
    'SELECT person_no FROM #isu_lathund LIMIT 5',
    'SELECT CAST(age AS INT)::BIGINT AS age FROM #isu_reading',
    "SELECT N'a' || person_cell AS joined FROM #isu_person_cell",
    "SELECT 'a' AS word FROM #isu_person_cell",
    'SELECT TRUE AS is_active FROM #isu_lathund',
    'SELECT person_no FROM #isu_lathund WHERE TRUE',
    'SELECT ymd // 10000 AS yr FROM #isu_reading',
    'SELECT ymd DIV 10000 AS yr FROM #isu_reading',
    'SELECT bit_or(bits) AS bits FROM #isu_of_person',
    'SELECT MAX(1 << kind) AS bits FROM #isu_of_person',
    'CREATE TEMPORARY TABLE isu_row AS SELECT 1 AS row_no',
    'CREATE TABLE #isu_row AS SELECT 1 AS row_no',
    'CREATE TABLE isu_row (cell STRING) USING parquet',
    'SELECT a.n FROM `given` AS a',
    'SELECT COUNT(*) AS n FROM (SELECT person_no FROM #isu_lathund)',
    'SELECT n FROM (SELECT person_no AS n FROM #isu_lathund ORDER BY person_no) AS persons',
    'SELECT * FROM #isu_lathund JOIN #isu_of_person USING (person_no)',
    'SELECT btrim(person_cell) AS cell FROM #isu_person_cell',
    'SELECT LENGTH(person_cell) AS n FROM #isu_person_cell',
    'SELECT COUNT(*) FILTER (WHERE age > 18) AS n FROM #isu_reading',
    'SELECT person_no AS key FROM #isu_lathund',
    'DROP TABLE pg_temp.isu_row CASCADE',
  ],
  spark: [
    'SELECT TOP 5 person_no FROM isu_lathund',
    'SELECT age::int FROM isu_reading',
    'SELECT [n] FROM given',
    'SELECT person_no FROM #isu_lathund',
    'SELECT * INTO isu_row FROM given',
    "SELECT N'a' AS word FROM isu_row",
    "SELECT 'O''Briens' AS word FROM isu_row",
    "SELECT 'a' || person_cell AS joined FROM isu_person_cell",
    'SELECT ymd // 10000 AS yr FROM isu_reading',
    'SELECT COUNT_BIG(*) AS n FROM isu_reading',
    'CREATE TEMPORARY TABLE isu_row AS SELECT 1 AS row_no',
    'CREATE TABLE isu_row (cell NVARCHAR(4000))',
    'SELECT row_no FROM isu_row ORDER BY row_no OFFSET 0 ROWS FETCH FIRST 5 ROWS ONLY',
    'SELECT CAST(n AS STRING) COLLATE Latin1_General_100_BIN2_UTF8 AS n FROM given',
    'SELECT NCHAR(160) AS blank FROM given',
    'SELECT btrim(person_cell, chr(9)) AS cell FROM isu_person_cell',
    'SELECT array_extract(person_cell, -1) AS cell FROM isu_person_cell',
    'SELECT person_no AS user FROM isu_lathund',
    'DROP TABLE pg_temp.isu_row; ANALYZE isu_row',
  ],
};

describe.each<NotRun>(['sqlserver', 'spark'])('the text for %s, which no test runs,', (name) => {
  test('is read by a parser of the dialect, and has nothing that it does not have', () => {
    expect(written[name]!.length).toBeGreaterThan(40);
    for (const statement of written[name]!) expect(faultsIn[name](statement), statement).toEqual([]);
  });

  test.each(FOREIGN[name])('is not taken: %s', (statement) => {
    expect(faultsIn[name](statement)).not.toEqual([]);
  });

  test('is not taken with a parenthesis too many', () => {
    const [made] = written[name]!.filter((statement) => statement.includes('FROM ('));
    expect(faultsIn[name](made!.replace('FROM (', 'FROM (('))).not.toEqual([]);
  });
});
