/** What the second thread does: hashes a CSV file and reads it from a row in its middle to its end; writes the persons. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { keyIn, personsJson, type Lathund } from 'isu-core';
import { buffersOf, CsvPartReader, type CsvPart } from 'isu-workbook-file/csv';

export interface RestAsked {
  readonly task: 'rest';
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

export interface PersonsAsked extends Omit<Lathund, 'key'> {
  readonly task: 'persons';
}

export type PersonsWritten = readonly Uint8Array<ArrayBuffer>[];

export type Asked = RestAsked | PersonsAsked;

const PIECE = 1 << 20;

parentPort!.on('message', (asked: Asked) => {
  if (asked.task === 'rest') {
    const rest = readRest(asked);
    parentPort!.postMessage(rest, rest.part ? (buffersOf(rest.part) as ArrayBuffer[]) : []);
  } else {
    const written = writePersons(asked);
    parentPort!.postMessage(
      written,
      written.map(({ buffer }) => buffer),
    );
  }
});

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

function writePersons(columns: PersonsAsked): PersonsWritten {
  return [...personsJson({ ...columns, key: keyIn(columns.keys) })];
}
