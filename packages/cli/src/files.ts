/** Files in and out. What is written is written beside its place and moved there when it is whole. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { succeed, type Outcome, type Problem } from 'isu-core';
import * as naming from 'isu-workbook-file/naming-file';
import { noFolder, unreadable, unwritable, unwritableOutput } from './file-problems.ts';

/** What is wrong with a file's content is told with the file's name, as it is shown, before it. */
export function namingFile<T>(outcome: Outcome<T>, path: string): Outcome<T> {
  return naming.namingFile(outcome, shownPath(path));
}

export function namedProblem(problem: Problem, path: string): Problem {
  return naming.namedProblem(problem, shownPath(path));
}

export function shownPath(path: string): string {
  return path === '-' ? 'stdin' : path;
}

/** A fault that the system names (ENOENT, EACCES, …) is the user's to mend; any other is ours. */
export function systemCode(fault: unknown): string {
  if (fault instanceof Error && 'code' in fault && 'syscall' in fault) return String(fault.code);
  throw fault;
}

export async function readJson(path: string): Promise<Outcome<unknown>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (fault) {
    return unreadable(path, systemCode(fault));
  }
  const { readJsonFile } = await import('isu-workbook-file/json');
  return readJsonFile(path, bytes);
}

/** Writes a whole file or none: an older file of that name stays until the new one is complete. */
export async function writeWhole(
  path: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<Outcome<string>> {
  try {
    const target = await realpath(path).catch(() => path);
    const former = await stat(target).catch(() => null);
    // A device or a pipe (/dev/stdout) has nothing to replace.
    if (former && !former.isFile()) await writePieces(target, pieces);
    else await replaceFile(target, former?.mode ?? null, pieces);
    return succeed(path);
  } catch (fault) {
    return unwritable(path, systemCode(fault));
  }
}

type Pieces = Parameters<typeof writeWhole>[1];

/** The new file keeps the rights of the former: who made a result private wants the next one private too. */
async function replaceFile(target: string, mode: number | null, pieces: Pieces): Promise<void> {
  const temporary = besides(target);
  const stop = (signal: NodeJS.Signals) => {
    rmSync(temporary, { force: true });
    process.kill(process.pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    await writePieces(temporary, pieces, mode);
    await rename(temporary, target);
  } catch (fault) {
    await rm(temporary, { force: true });
    throw fault;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

async function writePieces(path: string, pieces: Pieces, mode: number | null = null): Promise<void> {
  const file = await open(path, 'w', mode ?? undefined);
  try {
    if (mode !== null) await file.chmod(mode & 0o777);
    await writeInTurn(pieces, (piece) => file.writeFile(piece));
  } finally {
    await file.close();
  }
}

/** Makes the next piece while the one before is being written. */
async function writeInTurn(
  pieces: Pieces,
  write: (piece: string | Uint8Array) => Promise<void>,
): Promise<void> {
  let writing = Promise.resolve();
  for await (const piece of pieces) {
    await writing;
    writing = write(piece);
    // It is told of below, or at the next turn; until then it is not unheard of.
    writing.catch(() => undefined);
  }
  await writing;
}

function besides(target: string): string {
  return join(dirname(target), `.isu-${randomBytes(6).toString('hex')}.tmp`);
}

/** Whether a file may be written there, asked before the work is done. */
export async function mayWrite(path: string): Promise<Outcome<string>> {
  try {
    const target = await realpath(path).catch(() => path);
    const former = await stat(target).catch(() => null);
    if (former?.isDirectory()) return unwritable(path, 'EISDIR');
    if (former && !former.isFile()) return succeed(path);
    const folder = dirname(target);
    if (!(await stat(folder).catch(() => null))?.isDirectory()) return noFolder(path, folder);
    if (former) await (await open(target, 'r+')).close();
    const probe = besides(target);
    await (await open(probe, 'w')).close();
    await rm(probe);
    return succeed(path);
  } catch (fault) {
    return unwritable(path, systemCode(fault));
  }
}

/** Whether two paths lead to the same file, by links or otherwise. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => null)));
  return a !== null && a !== undefined && b?.isFile() === true && a.dev === b.dev && a.ino === b.ino;
}

/** Writes to standard output as fast as its reader takes it; a reader that leaves ends the work quietly. */
export async function writeStandardOutput(pieces: Iterable<string | Uint8Array>): Promise<Outcome<null>> {
  const { stdout } = process;
  let fault: Error | null = null;
  stdout.on('error', (error: Error) => (fault ??= error));
  const written = (piece: string | Uint8Array) =>
    new Promise<void>((resume) => stdout.write(piece, () => setImmediate(resume)));
  for (const piece of pieces) {
    await written(piece);
    if (fault) break;
  }
  if (fault === null || systemCode(fault) === 'EPIPE') return succeed(null);
  return unwritableOutput(systemCode(fault));
}

export function endingOf(path: string): string {
  return extname(path).toLowerCase();
}
