/** `isu analyse --engine duckdb`: a register that is too large for memory, counted by DuckDB where the file is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { basename, extname, join } from 'node:path';
import { sheetOf, succeed, type Analysis, type Outcome, type Settings } from 'isu-core';
import { mapSource } from 'isu-core/aggregates';
import { analyseInEngine, type EngineSource } from 'isu-push-down';
import { csvSource, openDuckdb, parquetHeaders, parquetSource, type OpenDuckdb } from 'isu-push-down/duckdb';
import { namingFile, shownPath, systemCode } from '../files.ts';
import { unreadable } from '../file-problems.ts';
import { checksumOf, readableCsv } from './csv-file.ts';
import { engineFault, notForEngine, withoutDuckdb } from './engine-problems.ts';

export interface EngineWork {
  readonly encoding: string | undefined;
  /** Whether anything is to show persons, or to make codes of them. */
  readonly listPersons: boolean;
  readonly onProgress: (read: number, all: number | null) => void;
  /** Told when the file has been read through and the counting begins. */
  readonly onCounting: () => void;
}

/** How DuckDB begins what it has to say: «Invalid Input Error: …». */
const ENGINE_FAULT = /^[A-Z][A-Za-z ]* Error: .*/;

/** Of the machine's memory, and no more than leaves room for the result on a machine of 24 GB. */
const SHARE_OF_MEMORY = 0.5;
const MOST_MEMORY = 12e9;

export async function analyseFile(
  path: string,
  settings: Settings,
  work: EngineWork,
): Promise<Outcome<Analysis>> {
  const kind = extname(path).toLowerCase();
  if (path === '-' || !['.csv', '.txt', '.tsv', '.parquet'].includes(kind)) return notForEngine(path);
  let folder: string | null = null;
  let open: OpenDuckdb | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), 'isu-'));
    open = await openDuckdb(folder, Math.min(totalmem() * SHARE_OF_MEMORY, MOST_MEMORY));
    if (!open) return withoutDuckdb();
    return kind === '.parquet'
      ? await analyseParquet(path, settings, work, open)
      : await analyseCsv(path, settings, work, open, folder);
  } catch (fault) {
    const words = fault instanceof Error ? ENGINE_FAULT.exec(fault.message) : null;
    if (words) return engineFault(path, words[0]);
    if (fault instanceof Error && 'syscall' in fault) return unreadable(shownPath(path), systemCode(fault));
    throw fault;
  } finally {
    open?.close();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

async function analyseCsv(
  path: string,
  settings: Settings,
  work: EngineWork,
  { engine }: OpenDuckdb,
  folder: string,
): Promise<Outcome<Analysis>> {
  const read = await readableCsv(path, work.encoding, folder, work.onProgress);
  if (!read.ok) return read;
  const { head, separator, skip, sha256, readable } = read.value;
  const mapping = namingFile(mapSource(head, settings), path);
  if (!mapping.ok) return mapping;
  const { headerRow } = mapping.value;
  const source = csvSource(readable, { separator, columns: head.columns.length, skip, headerRow });
  return analyseSource(path, settings, work, { engine, mapping: mapping.value, source, sha256 });
}

async function analyseParquet(
  path: string,
  settings: Settings,
  work: EngineWork,
  { engine }: OpenDuckdb,
): Promise<Outcome<Analysis>> {
  const sha256 = await checksumOf(path, work.onProgress);
  const columns = await parquetHeaders(engine, path);
  const mapping = namingFile(mapSource(sheetOf([columns.map(({ name }) => name)]), settings), path);
  if (!mapping.ok) return mapping;
  const source = parquetSource(path, columns);
  return analyseSource(path, settings, work, { engine, mapping: mapping.value, source, sha256 });
}

type Found = Pick<Parameters<typeof analyseInEngine>[0], 'engine' | 'mapping'> & {
  readonly source: EngineSource;
  readonly sha256: string;
};

async function analyseSource(
  path: string,
  settings: Settings,
  { listPersons, onCounting }: EngineWork,
  { engine, mapping, source, sha256 }: Found,
): Promise<Outcome<Analysis>> {
  onCounting();
  const about = { name: basename(path), sha256, sheet: null };
  return succeed(await analyseInEngine({ engine, source, mapping, settings, about, listPersons }));
}
