/** DuckDB in this process: files read and counted by it. Loaded only when asked for, since DuckDB is large. */
export { duckdbEngine } from './engine.ts';
export { openDuckdb, type OpenDuckdb } from './open.ts';
export { csvSource, parquetHeaders, parquetSource, type CsvShape, type ParquetColumn } from './files.ts';
