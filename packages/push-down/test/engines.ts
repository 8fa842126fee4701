/** The two engines that the SQL is run in: DuckDB in this process, and PostgreSQL in WebAssembly. */
import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite, types } from '@electric-sql/pglite';
import { dialectOf } from '../src/dialect.ts';
import { duckdbEngine } from '../src/duckdb/engine.ts';
import type { Answer, Engine } from '../src/engine.ts';

export interface OpenEngine {
  readonly engine: Engine;
  readonly close: () => Promise<void> | void;
}

export async function openDuckdb(): Promise<OpenEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  return { engine: duckdbEngine(connection), close };
}

export async function openPostgresql(): Promise<OpenEngine> {
  const database = await PGlite.create();
  const parsers = { [types.INT8]: Number, [types.NUMERIC]: Number };
  const engine: Engine = {
    dialect: dialectOf('postgresql'),
    run: async (sql) => {
      await database.exec(sql);
    },
    ask: async function* (sql) {
      const { rows, fields } = await database.query<Answer[]>(sql, [], { rowMode: 'array', parsers });
      yield fields.map((_, column) => rows.map((row) => row[column]!));
    },
  };
  return { engine, close: () => database.close() };
}
