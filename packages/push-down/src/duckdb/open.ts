/** A DuckDB of its own, which keeps in a folder what it makes beyond the memory that it is given. */
import type { Engine } from '../engine.ts';
import { duckdbEngine } from './engine.ts';

export interface OpenDuckdb {
  readonly engine: Engine;
  readonly close: () => void;
}

/**
 * @param folder an empty one, for the caller to remove afterwards: it may hold rows while the work is going on
 * @param memory bytes for DuckDB itself; what is more goes to the folder
 * @returns null where DuckDB's package (`@duckdb/node-api`) is not installed
 */
export async function openDuckdb(folder: string, memory: number): Promise<OpenDuckdb | null> {
  const duckdb = await import('@duckdb/node-api').catch((fault: unknown) => {
    if (isMissing(fault)) return null;
    throw fault;
  });
  if (duckdb === null) return null;
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    temp_directory: folder,
    memory_limit: `${String(Math.floor(memory / 1_000_000))}MB`,
    // Nothing is fetched from anywhere.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  return { engine: duckdbEngine(connection), close };
}

function isMissing(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null;
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
}
