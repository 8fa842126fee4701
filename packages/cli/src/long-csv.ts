/**
 * Reads a long CSV file with two threads: this one its beginning, the other its rest and its hash.
 *
 * The file is divided after a line feed. Whether a row ends there, or the line feed stands inside quotes, is known
 * when the beginning has been read; in the latter case, and where something is wrong with the rest, this thread goes on
 * alone. So the answer is the same as that of one reader, to the row in which a quote was left open.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Outcome, Sheet } from 'isu-core';
import { CsvReader, fileKind } from 'isu-workbook-file/csv';
import { SecondThread } from './second-thread.ts';

/** Shorter files are read before another thread has started. */
const LONG = 16 << 20;
/** This thread reads a little more than half, since the other one starts, and hashes. */
const OWN_SHARE = 0.61;
const PIECE = 1 << 20;
/** Longer rows are not expected where the file is divided. */
const LONGEST_ROW = 1 << 16;

export interface LongCsvRead {
  readonly sheet: Outcome<Sheet>;
  readonly sha256: string;
  readonly secondThread: SecondThread;
}

/** @returns `null` where the file is not one that can be read so; nothing is said of it then */
export async function readLongCsv(
  path: string,
  size: number,
  encoding: string | undefined,
  onProgress: (read: number, all: number) => void,
): Promise<LongCsvRead | null> {
  if (size < LONG || availableParallelism() < 2) return null;
  const file = await open(path, 'r');
  try {
    const start = await bytesAt(file, 0, PIECE);
    if (fileKind(start).kind !== 'text') return null;
    // It starts while this thread reads the header.
    const secondThread = new SecondThread();
    const csv = new CsvReader({ encoding, size });
    const right = csv.push(start);
    const from = await rowNear(file, Math.floor(OWN_SHARE * size));
    if (!right || csv.separator === null || from === null) {
      secondThread.end();
      return null;
    }
    const rest = secondThread.readRest({ path, from, size, separator: csv.separator });
    const report = (at: number) => onProgress((at * size) / from, size);
    const isRight = await pushTo(csv, file, start.length, from, report);
    const read = isRight ? await rest : null;
    if (read === null) {
      secondThread.end();
      return null;
    }
    if (csv.endsRow() && read.part) csv.join(read.part);
    else await pushTo(csv, file, from, Infinity, () => onProgress(size, size));
    return { sheet: csv.finish(), sha256: read.sha256, secondThread };
  } finally {
    await file.close();
  }
}

/** Pushes the bytes from `from` up to `end`, or to the end of the file. `false`: they were wrong, or not so many. */
async function pushTo(
  csv: CsvReader,
  file: FileHandle,
  from: number,
  end: number,
  report: (at: number) => void,
): Promise<boolean> {
  // Two buffers in turn: one is filled while the other is read.
  const buffers = [Buffer.allocUnsafe(PIECE), Buffer.allocUnsafe(PIECE)] as const;
  const read = (at: number, turn: 0 | 1) => file.read(buffers[turn], 0, Math.min(PIECE, end - at), at);
  let at = from;
  let turn: 0 | 1 = 0;
  let reading = read(at, turn);
  while (at < end) {
    const { buffer, bytesRead } = await reading;
    if (bytesRead === 0) break;
    at += bytesRead;
    turn = turn === 0 ? 1 : 0;
    if (at < end) reading = read(at, turn);
    const isRight = csv.push(buffer.subarray(0, bytesRead));
    report(at);
    if (!isRight) {
      await reading;
      return false;
    }
  }
  return at >= end;
}

/** The byte after the first line feed from `at` on. */
async function rowNear(file: FileHandle, at: number): Promise<number | null> {
  const bytes = await bytesAt(file, at, LONGEST_ROW);
  const lineFeed = bytes.indexOf(10);
  return lineFeed < 0 ? null : at + lineFeed + 1;
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
