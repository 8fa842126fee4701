/** A thread beside the command: hashes a CSV file, and reads it from a row in its middle to its end. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, CsvPartReader, type CsvPart } from 'isu-workbook-file/csv';

export interface RestAsked {
  readonly path: string;
  /** The byte where the row begins. */
  readonly from: number;
  readonly size: number;
  readonly separator: number;
}

export interface RestRead {
  /** Of the whole file, hexadecimal. */
  readonly sha256: string;
  readonly part: CsvPart | null;
}

const PIECE = 1 << 20;

const rest = readRest(workerData as RestAsked);
parentPort!.postMessage(rest, rest.part ? (buffersOf(rest.part) as ArrayBuffer[]) : []);

function readRest({ path, from, size, separator }: RestAsked): RestRead {
  const hash = createHash('sha256');
  const reader = new CsvPartReader(separator, size - from);
  const buffer = Buffer.allocUnsafe(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let at = 0, length = 0; (length = readSync(file, buffer)) > 0; at += length) {
      const piece = buffer.subarray(0, length);
      hash.update(piece);
      if (at + length > from) reader.push(piece.subarray(Math.max(0, from - at)));
    }
  } finally {
    closeSync(file);
  }
  return { sha256: hash.digest('hex'), part: reader.finish() };
}
