/** Files in and out. What is written is written beside its place and moved there when it is whole. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { succeed, type Outcome, type Sheet } from 'isu-core';
import { causeOf, notFound, notJson, unreadable, unwritable } from './words.ts';

export interface FileSheet {
  readonly sheet: Sheet;
  readonly sheetName: string | null;
  readonly name: string;
  readonly sha256: string;
}

const PIECE = 1 << 20;

/** Reads a register from a file, or CSV from standard input (`-`). `onProgress` hears of bytes read of bytes in all. */
export async function readSheet(
  path: string,
  options: { readonly sheet?: string; readonly encoding?: string },
  onProgress: (read: number, all: number | null) => void,
): Promise<Outcome<FileSheet>> {
  const { CsvReader, fileKind, readWorkbook } = await import('isu-workbook-file');
  const name = path === '-' ? '-' : basename(path);
  const hash = createHash('sha256');
  let all: number | null = null;
  try {
    if (path !== '-') {
      const about = await stat(path);
      if (about.isDirectory()) return unreadable(path, 'EISDIR');
      all = about.size;
    }
    const source: AsyncIterable<Uint8Array> =
      path === '-' ? process.stdin : createReadStream(path, { highWaterMark: PIECE });
    const csv = new CsvReader(options);
    const pieces: Uint8Array[] = [];
    let isText = true;
    let read = 0;
    for await (const piece of source) {
      hash.update(piece);
      if (read === 0 && path !== '-') isText = fileKind(piece).kind === 'text';
      read += piece.length;
      if (isText) csv.push(piece);
      else pieces.push(piece);
      onProgress(read, all);
    }
    const sha256 = hash.digest('hex');
    if (isText) {
      const sheet = csv.finish();
      return sheet.ok ? succeed({ sheet: sheet.value, sheetName: null, name, sha256 }) : sheet;
    }
    const workbook = await readWorkbook(Buffer.concat(pieces), { ...options, name });
    if (!workbook.ok) return workbook;
    const { sheet, sheetName } = workbook.value;
    return succeed({ sheet, sheetName, name, sha256 });
  } catch (fault) {
    return faultOfReading(path, fault);
  }
}

/** A fault that the system names (ENOENT, EACCES, …) is the user's to mend; any other is ours. */
function faultOfReading(path: string, fault: unknown) {
  if (!(fault instanceof Error && 'code' in fault)) throw fault;
  return fault.code === 'ENOENT' ? notFound(path) : unreadable(path, causeOf(fault));
}

export async function readJson(path: string): Promise<Outcome<unknown>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (fault) {
    return faultOfReading(path, fault);
  }
  try {
    return succeed(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  } catch (fault) {
    return notJson(path, fault instanceof Error ? fault.message.replace(/\s+/g, ' ') : String(fault));
  }
}

/** Writes a whole file or none: an older file of that name stays until the new one is complete. */
export async function writeWhole(
  path: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<Outcome<string>> {
  let temporary: string | null = null;
  try {
    const target = await realpath(path).catch(() => path);
    temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    const about = await stat(target).catch(() => null);
    if (about && !about.isFile()) {
      temporary = null;
      if (about.isDirectory()) return unwritable(path, 'EISDIR');
    }
    const file = await open(temporary ?? target, 'w');
    try {
      for await (const piece of pieces) await file.writeFile(piece);
    } finally {
      await file.close();
    }
    if (temporary !== null) await rename(temporary, target);
    return succeed(path);
  } catch (fault) {
    if (temporary !== null) await rm(temporary, { force: true });
    return unwritable(path, causeOf(fault));
  }
}

/** Whether a file may be written there, asked before the work is done. */
export async function mayWrite(path: string): Promise<Outcome<string>> {
  try {
    const about = await stat(path).catch(() => null);
    if (about?.isDirectory()) return unwritable(path, 'EISDIR');
    if (about) await (await open(path, 'r+')).close();
    else {
      const probe = join(dirname(path), `.isu.${randomBytes(6).toString('hex')}.tmp`);
      await (await open(probe, 'w')).close();
      await rm(probe);
    }
    return succeed(path);
  } catch (fault) {
    return unwritable(path, causeOf(fault));
  }
}

/** Writes to standard output as fast as its reader takes it; a reader that leaves ends the work quietly. */
export async function writeStandardOutput(pieces: Iterable<string | Uint8Array>): Promise<void> {
  const { stdout } = process;
  let left = false;
  stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
    left = true;
  });
  for (const piece of pieces) {
    if (left) return;
    if (!stdout.write(piece))
      await new Promise<void>((resolve) => {
        stdout.once('drain', resolve);
        stdout.once('error', () => {
          resolve();
        });
      });
  }
}

export function endingOf(path: string): string {
  return extname(path).toLowerCase();
}
