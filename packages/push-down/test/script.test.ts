/** The SQL as text: kept in sql/, so that a change is seen, and read by a parser of the dialects that no test runs. */
import { init, parse, type DialectName as ParserName } from '@guanmingchiu/sqlparser-ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIALECTS, type DialectName } from '../src/dialect.ts';
import { sqlScript } from '../src/script.ts';
import { openDuckdb, type OpenEngine } from './engines.ts';
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

describe.each<[DialectName, ParserName]>([
  ['sqlserver', 'mssql'],
  ['spark', 'spark'],
])('a parser of the dialect reads the text for %s', (name, parser) => {
  test('statement by statement', () => {
    expect(written[name]!.length).toBeGreaterThan(40);
    for (const statement of written[name]!) expect(() => parse(statement, parser), statement).not.toThrow();
  });

  test('and refuses what is wrong in it', () => {
    const [made] = written[name]!.filter((statement) => statement.includes('COUNT(*)'));
    expect(() => parse(made!.replace('COUNT(*', 'COUNT(* ('), parser)).toThrow();
  });
});
