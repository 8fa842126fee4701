/**
 * A CSV file made ready for an engine: its separator, header and encoding are found as `isu analyse` finds them, and a
 * file that the engine would read otherwise (not UTF-8, or with empty lines) is copied so that it reads the same.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { succeed, type Outcome, type Sheet } from 'isu-core';
import { CsvReader, putWindows1252, WINDOWS_1252_GROWTH } from 'isu-workbook-file/csv';
import { namingFile } from '../files.ts';
import { notInUtf16 } from './engine-problems.ts';

export interface ReadableCsv {
  /** The first rows. */
  readonly head: Sheet;
  readonly separator: string;
  /** Lines before the first row: the one that names the separator. */
  readonly skip: number;
  readonly sha256: string;
  /** The file itself, or a copy of it in UTF-8 without empty lines. */
  readonly readable: string;
}

type OnProgress = (read: number, all: number | null) => void;

const PIECE = 1 << 20;
const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;

/**
 * @param name what the file is called in what is said of it
 * @param folder where a copy may be made
 */
export async function readableCsv(
  path: string,
  name: string,
  encoding: string | undefined,
  folder: string,
  onProgress: OnProgress,
): Promise<Outcome<ReadableCsv>> {
  const unread = new CsvReader({ encoding }).finish();
  if (!unread.ok && unread.problem.code === 'unknown-encoding') return namingFile(unread, name);
  const start = await startOf(path);
  if (isUtf16(start, encoding)) return namingFile(notInUtf16(), name);
  const { sha256, isUtf8, hasEmptyLines } = await lookThrough(path, onProgress);
  const isWindows1252 = encoding === undefined ? !isUtf8 : !encoding.trim().toLowerCase().startsWith('utf');
  const head = headOf(start, isWindows1252 ? 'windows-1252' : 'utf-8');
  if (!head.ok) return namingFile(head, name);
  const { sheet, separator } = head.value;
  const skip = /^(?:\xef\xbb\xbf)?"?sep=/i.test(start.toString('latin1', 0, 16)) ? 1 : 0;
  const found = { head: sheet, separator: String.fromCharCode(separator), skip, sha256 };
  if (!isWindows1252 && !hasEmptyLines) return succeed({ ...found, readable: path });
  const readable = join(folder, 'register.csv');
  await copyCsv(path, readable, separator, isWindows1252);
  return succeed({ ...found, readable });
}

/** The checksum of a file, read a piece at a time. */
export async function checksumOf(path: string, onProgress: OnProgress): Promise<string> {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  let read = 0;
  for await (const piece of piecesOf(path)) {
    hash.update(piece);
    onProgress((read += piece.length), size);
  }
  return hash.digest('hex');
}

function piecesOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: PIECE });
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE), 0, PIECE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isUtf16(start: Buffer, encoding: string | undefined): boolean {
  if (encoding !== undefined) return encoding.trim().toLowerCase().startsWith('utf-16');
  return (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
}

/** A line end within quotes does not end a row: where the start is cut there, an earlier line end is tried. */
const ENDS_TRIED = 100;

function headOf(start: Buffer, encoding: string): Outcome<{ sheet: Sheet; separator: number }> {
  let end = start.length;
  for (let tried = 0; ; tried++) {
    const reader = new CsvReader({ encoding });
    reader.push(start.subarray(0, end));
    const sheet = reader.finish();
    const next = start.lastIndexOf(LINE_FEED, end - 2) + 1;
    const isCut = start.length === PIECE && (end === PIECE || !sheet.ok);
    if (!isCut || next <= 0 || tried === ENDS_TRIED)
      return sheet.ok ? succeed({ sheet: sheet.value, separator: reader.separator! }) : sheet;
    end = next;
  }
}

interface Looks {
  readonly sha256: string;
  readonly isUtf8: boolean;
  readonly hasEmptyLines: boolean;
}

async function lookThrough(path: string, onProgress: OnProgress): Promise<Looks> {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let hasEmptyLines = false;
  let read = 0;
  // A file that begins with a line end begins with an empty line.
  let before: Buffer = Buffer.from('\n');
  for await (const piece of piecesOf(path)) {
    hash.update(piece);
    isUtf8 &&= isDecoded(() => decoder.decode(piece, { stream: true }));
    hasEmptyLines ||= hasEmptyLine(Buffer.concat([before, piece.subarray(0, 2)])) || hasEmptyLine(piece);
    before = piece.subarray(-2);
    onProgress((read += piece.length), size);
  }
  isUtf8 &&= isDecoded(() => decoder.decode());
  return { sha256: hash.digest('hex'), isUtf8, hasEmptyLines };
}

function isDecoded(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

function hasEmptyLine(bytes: Buffer): boolean {
  return ['\n\n', '\n\r\n', '\r\r'].some((ends) => bytes.includes(ends, 0, 'latin1'));
}

/** An empty line becomes a row of empty cells, which counts as a row and says nothing. */
async function copyCsv(path: string, copy: string, separator: number, isWindows1252: boolean): Promise<void> {
  const out = createWriteStream(copy);
  const put = isWindows1252
    ? putWindows1252
    : (byte: number, target: Uint8Array, at: number) => ((target[at] = byte), at + 1);
  let before = LINE_FEED;
  let inQuotes = false;
  let startsCell = true;
  for await (const piece of piecesOf(path)) {
    // An empty line gains a byte.
    const bytes = new Uint8Array(piece.length * (1 + WINDOWS_1252_GROWTH));
    let at = 0;
    for (const byte of piece) {
      const ends = byte === LINE_FEED || byte === RETURN;
      const startsLine = before === LINE_FEED || (before === RETURN && byte !== LINE_FEED);
      if (ends && startsLine && !inQuotes) at = put(separator, bytes, at);
      if (byte === QUOTE) inQuotes = inQuotes ? false : startsCell || before === QUOTE;
      startsCell = !inQuotes && (ends || byte === separator);
      before = byte;
      at = put(byte, bytes, at);
    }
    if (!out.write(bytes.subarray(0, at))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
