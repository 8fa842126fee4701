/** A register from a file, or from standard input (`-`): CSV while it is read, a workbook when it is all there. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { succeed, type Outcome, type Sheet } from 'isu-core';
import { CsvReader, fileKind } from 'isu-workbook-file/csv';
import { unreadable } from './file-problems.ts';
import { namingFile, shownPath, systemCode } from './files.ts';
import { readLongCsv } from './long-csv.ts';
import type { SecondThread } from './second-thread.ts';

export interface FileSheet {
  readonly sheet: Sheet;
  readonly sheetName: string | null;
  readonly name: string;
  readonly sha256: string;
  /** Where the file was long enough for one to be started; it has nothing to do now. */
  readonly secondThread: SecondThread | null;
}

type Options = { readonly sheet?: string; readonly encoding?: string };
/** Bytes read of bytes in all, where that is known. */
type OnProgress = (read: number, all: number | null) => void;

interface Content {
  readonly sha256: string;
  /** As read from CSV, or the bytes of what is not. */
  readonly content: Outcome<Sheet> | Uint8Array;
  readonly secondThread: SecondThread | null;
}

const PIECE = 1 << 20;

/** Its problems name the file. */
export async function readSheet(
  path: string,
  options: Options,
  onProgress: OnProgress,
): Promise<Outcome<FileSheet>> {
  // An encoding that there is not is told of any file, before it is read.
  const unread = new CsvReader(options);
  const wrong = unread.push(new Uint8Array(0)) ? null : unread.finish();
  if (wrong?.ok === false) return namingFile(wrong, path);
  let read: Content;
  try {
    read = await contentOf(path, options, onProgress);
  } catch (fault) {
    return unreadable(path, systemCode(fault));
  }
  const { content, sha256, secondThread } = read;
  const found = { name: path === '-' ? '-' : basename(path), sha256, secondThread };
  if (!(content instanceof Uint8Array)) {
    if (!content.ok) return namingFile(content, path);
    return succeed({ sheet: content.value, sheetName: null, ...found });
  }
  const { readWorkbook } = await import('isu-workbook-file');
  const workbook = await readWorkbook(content, { ...options, name: shownPath(path) });
  if (!workbook.ok) return workbook;
  const { sheet, sheetName } = workbook.value;
  return succeed({ sheet, sheetName, ...found });
}

async function contentOf(path: string, options: Options, onProgress: OnProgress): Promise<Content> {
  if (path === '-') return contentIn(process.stdin, null, options, onProgress);
  const about = await stat(path);
  const size = about.isFile() ? about.size : null;
  const mayBeCsv = size !== null && options.sheet === undefined;
  const long = mayBeCsv ? await readLongCsv(path, size, options.encoding, onProgress) : null;
  if (long) {
    const { sheet, sha256, secondThread } = long;
    return { content: sheet, sha256, secondThread };
  }
  return contentIn(createReadStream(path, { highWaterMark: PIECE }), size, options, onProgress);
}

async function contentIn(
  source: AsyncIterable<Uint8Array>,
  size: number | null,
  options: Options,
  onProgress: OnProgress,
): Promise<Content> {
  const csv = new CsvReader({ ...options, size: size ?? undefined });
  const hash = createHash('sha256');
  const pieces: Uint8Array[] = [];
  let isCsv = true;
  let read = 0;
  for await (const piece of source) {
    hash.update(piece);
    if (read === 0) isCsv = options.sheet === undefined && fileKind(piece).kind === 'text';
    read += piece.length;
    if (!isCsv) pieces.push(piece);
    else if (!csv.push(piece)) break;
    onProgress(read, size);
  }
  return {
    content: isCsv ? csv.finish() : Buffer.concat(pieces),
    sha256: hash.digest('hex'),
    secondThread: null,
  };
}
