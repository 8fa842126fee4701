/** `isu analyse --engine duckdb`: a register that is too large for memory, counted by DuckDB where the file is. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sheetOf, succeed, type Analysis, type Outcome, type Settings } from 'isu-core';
import { analysisOfAggregates, mapSource, type Aggregates } from 'isu-core/aggregates';
import { countInEngine, type EngineSource } from 'isu-push-down';
import { csvSource, openDuckdb, parquetHeaders, parquetSource, type OpenDuckdb } from 'isu-push-down/duckdb';
import { namingFile, shownPath, systemCode } from '../files.ts';
import { unreadable } from '../file-problems.ts';
import { checksumOf, readableCsv } from './csv-file.ts';
import { engineFault, notForEngine, parquetFault, withoutDuckdb } from './engine-problems.ts';

export interface EngineWork {
  readonly encoding: string | undefined;
  /** Whether anything is to show persons, or to make codes of them. */
  readonly listPersons: boolean;
  readonly onProgress: (read: number, all: number | null) => void;
  /** Told when the file has been read through and the counting begins. */
  readonly onCounting: () => void;
}

/** How the names of CSV files end. */
const CSV = ['.csv', '.txt', '.tsv'];

/** How DuckDB begins what it has to say: «Invalid Input Error: …». */
const ENGINE_FAULT = /^[A-Z][A-Za-z ]* Error: .*/;

/** Of the memory that the machine has or the process may have. The rest is for the result, and for others. */
const SHARE_OF_MEMORY = 0.4;

function memoryForEngine(): number {
  const most = process.constrainedMemory();
  return SHARE_OF_MEMORY * Math.min(totalmem(), most > 0 ? most : Infinity);
}

/** @param path `-` is CSV on standard input */
export async function analyseFile(
  path: string,
  settings: Settings,
  work: EngineWork,
): Promise<Outcome<Analysis>> {
  const isParquet = path !== '-' && extname(path).toLowerCase() === '.parquet';
  if (!isParquet && path !== '-' && !CSV.includes(extname(path).toLowerCase())) return notForEngine(path);
  let folder: string | null = null;
  let open: OpenDuckdb | null = null;
  let counted: Outcome<Counted>;
  try {
    folder = await mkdtemp(join(tmpdir(), 'isu-'));
    open = await openDuckdb(folder, memoryForEngine());
    if (!open) return withoutDuckdb();
    counted = isParquet
      ? await countParquet(path, settings, work, open)
      : await countCsv(path, settings, work, open, folder);
  } catch (fault) {
    const words = fault instanceof Error ? ENGINE_FAULT.exec(fault.message) : null;
    if (words) return isParquet ? parquetFault(path, words[0]) : engineFault(path, words[0]);
    if (fault instanceof Error && 'syscall' in fault) return unreadable(shownPath(path), systemCode(fault));
    throw fault;
  } finally {
    open?.close();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
  if (!counted.ok) return counted;
  // DuckDB has given its memory back.
  const { aggregates, sha256 } = counted.value;
  const name = path === '-' ? '-' : basename(path);
  return succeed(analysisOfAggregates(aggregates, settings, { name, sha256, sheet: null }));
}

interface Counted {
  readonly aggregates: Aggregates;
  readonly sha256: string;
}

async function countCsv(
  path: string,
  settings: Settings,
  work: EngineWork,
  { engine }: OpenDuckdb,
  folder: string,
): Promise<Outcome<Counted>> {
  const file = path === '-' ? join(folder, 'stdin.csv') : path;
  if (path === '-') await pipeline(process.stdin, createWriteStream(file));
  const read = await readableCsv(file, path, work.encoding, folder, work.onProgress);
  if (!read.ok) return read;
  const { head, separator, skip, sha256, readable } = read.value;
  const mapping = namingFile(mapSource(head, settings), path);
  if (!mapping.ok) return mapping;
  const { headerRow } = mapping.value;
  const shape = { separator, columns: head.columns.length, skip, headerRow };
  const source = await csvSource(engine, readable, shape, join(folder, 'rows.parquet'));
  return countSource(settings, work, { engine, mapping: mapping.value, source, sha256 });
}

async function countParquet(
  path: string,
  settings: Settings,
  work: EngineWork,
  { engine }: OpenDuckdb,
): Promise<Outcome<Counted>> {
  const sha256 = await checksumOf(path, work.onProgress);
  const columns = await parquetHeaders(engine, path);
  const mapping = namingFile(mapSource(sheetOf([columns.map(({ name }) => name)]), settings), path);
  if (!mapping.ok) return mapping;
  const source = parquetSource(path, columns);
  return countSource(settings, work, { engine, mapping: mapping.value, source, sha256 });
}

type Found = Pick<Parameters<typeof countInEngine>[0], 'engine' | 'mapping'> & {
  readonly source: EngineSource;
  readonly sha256: string;
};

async function countSource(
  settings: Settings,
  { listPersons, onCounting }: EngineWork,
  { engine, mapping, source, sha256 }: Found,
): Promise<Outcome<Counted>> {
  onCounting();
  const aggregates = await countInEngine({ engine, source, mapping, settings, listPersons });
  return succeed({ aggregates, sha256 });
}
