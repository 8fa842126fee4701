/** The tables of the analysis are its own: what else is called so in the database is neither read nor taken away. */
import { sheetOf } from 'isu-core';
import { mapSource } from 'isu-core/aggregates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countInEngine } from '../src/analyse.ts';
import { rowsOf, type Engine } from '../src/engine.ts';
import { TABLES } from '../src/work-tables.ts';
import { given, settingsOf } from './both.ts';
import { openDuckdb, openPostgresql } from './engines.ts';
import { ROWS } from './written.ts';

describe.each([
  ['DuckDB', openDuckdb, 'main'],
  ['PostgreSQL', openPostgresql, 'public'],
])('in %s', (_, open, schema) => {
  let engine: Engine;
  let close: () => Promise<void> | void;
  beforeAll(async () => {
    ({ engine, close } = await open());
  });
  afterAll(() => close());

  async function counted(): Promise<number> {
    const settings = settingsOf({});
    const mapping = mapSource(sheetOf(ROWS), settings);
    if (!mapping.ok) throw new Error(mapping.problem.en);
    const source = { ...(await given(engine, ROWS)), firstRow: 2 };
    const asked = { engine, source, mapping: mapping.value, settings, listPersons: true };
    return (await countInEngine(asked)).account.used;
  }

  test('a table of the database by each of the names stays as it is', async () => {
    for (const name of TABLES) {
      await engine.run(`CREATE TABLE ${schema}.${name} (kept INTEGER)`);
      await engine.run(`INSERT INTO ${schema}.${name} VALUES (7)`);
    }
    expect(await counted()).toBe(3);
    for (const name of TABLES)
      expect(await rowsOf(engine, `SELECT kept FROM ${schema}.${name}`), name).toEqual([[7]]);
  });

  test('a table of the session by one of the names is told, and stays', async () => {
    const { dialect } = engine;
    await engine.run(dialect.createEmpty('isu_lathund', [['kept', 'INTEGER']]));
    await expect(counted()).rejects.toThrow(/has a table isu_lathund already/);
    expect(await rowsOf(engine, `SELECT kept FROM ${dialect.table('isu_lathund')}`)).toEqual([]);
    await engine.run(dialect.drop('isu_lathund'));
    expect(await counted()).toBe(3);
  });
});
