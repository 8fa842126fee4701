/**
 * Reads a CSV file, piece by piece, into a sheet of coded columns, without making a string of a cell.
 *
 * The separator is found from the start of the file, the encoding from a byte order mark or else at the end: UTF-8 if
 * every distinct cell is, otherwise Windows-1252. All cells are text.
 */
import { succeed, type CodedColumn, type Outcome, type Problem, type Sheet } from 'isu-core';
import { byteOrderMark, encodingOfName, type Encoding } from './encoding.ts';
import type { CsvPart } from './part.ts';
import { emptyFile, withinMemory } from './problems.ts';
import { CsvRows } from './rows.ts';
import { findSeparator, namedSeparator } from './separator.ts';
import { emptyColumn, isUtf8Column, textColumn } from './text-column.ts';

export interface CsvOptions {
  /** The encoding by name, e.g. `windows-1252`; found by itself where not given. */
  readonly encoding?: string | undefined;
  /** The size of the file in bytes, where it is known beforehand: saves time and memory, changes no result. */
  readonly size?: number | undefined;
}

/** Bytes of the file that the separator is found from. */
const START_BYTES = 64 * 1024;

/** The sheet of a CSV file that is all at hand. */
export function readCsv(bytes: Uint8Array, options: CsvOptions = {}): Outcome<Sheet> {
  const reader = new CsvReader({ ...options, size: bytes.length });
  reader.push(bytes);
  return reader.finish();
}

export class CsvReader {
  private problem: Problem | null = null;
  /** The encoding asked for, or marked at the start of the file. */
  private encoding: Encoding | null = null;
  private decoder: TextDecoder | null = null;
  private readonly start = new Uint8Array(START_BYTES);
  private started = 0;
  private rows: CsvRows | null = null;
  private readonly size: number;

  constructor(options: CsvOptions = {}) {
    this.size = options.size ?? 0;
    if (options.encoding === undefined) return;
    const encoding = encodingOfName(options.encoding);
    if (encoding.ok) this.encoding = encoding.value;
    else this.problem = encoding.problem;
  }

  /** Takes the next piece of the file. `false`: something is wrong already, and more need not be read. */
  push(piece: Uint8Array): boolean {
    this.problem ??= withinMemory(() => this.take(piece));
    return this.problem === null;
  }

  /**
   * The separator, once it is known and the rest of the bytes can be read by itself (`CsvPartReader`): not where they
   * must be decoded in one go, as UTF-16.
   */
  get separator(): number | null {
    return this.rows && !this.decoder ? this.rows.separator : null;
  }

  /** Whether the bytes so far end where a row ends. */
  endsRow(): boolean {
    const ends = this.problem === null && this.rows !== null && this.rows.endsRow();
    if (typeof ends === 'boolean') return ends;
    this.problem = ends;
    return false;
  }

  /** Takes the rest of the file as read elsewhere; the bytes so far must end a row. */
  join(rest: CsvPart): void {
    this.problem ??= withinMemory(() => this.rows!.join(rest));
  }

  /** The sheet, or what is wrong with the file. Row i of the sheet is number i + 1 in Excel. */
  finish(): Outcome<Sheet> {
    this.problem ??= withinMemory(() => this.takeLast());
    if (this.problem) return { ok: false, problem: this.problem };
    return this.sheet(this.rows!);
  }

  private take(piece: Uint8Array): Problem | null {
    if (this.rows) return this.rows.add(this.textOf(piece, true));
    const first = piece.subarray(0, START_BYTES - this.started);
    this.start.set(first, this.started);
    this.started += first.length;
    if (this.started < START_BYTES) return null;
    return this.open(false) ?? this.take(piece.subarray(first.length));
  }

  private takeLast(): Problem | null {
    if (!this.rows) return this.open(true) ?? this.rows!.end();
    return this.rows.add(this.textOf(new Uint8Array(0), false)) ?? this.rows.end();
  }

  /** Settles how the file is to be read, from its start. `whole`: there is no more of it. */
  private open(whole: boolean): Problem | null {
    const bytes = this.start.subarray(0, this.started);
    const mark = byteOrderMark(bytes);
    this.encoding ??= mark?.encoding ?? null;
    // The mark of UTF-8 is no text in any encoding; those of UTF-16 are two letters in Windows-1252.
    const marked = mark && (mark.encoding === this.encoding || mark.encoding === 'utf-8') ? mark.length : 0;
    if (this.encoding === 'utf-16le' || this.encoding === 'utf-16be') {
      this.decoder = new TextDecoder(this.encoding, { ignoreBOM: true });
      this.encoding = 'utf-8';
    }
    const text = this.textOf(bytes.subarray(marked), !whole);
    const named = namedSeparator(text);
    this.rows = new CsvRows(named?.separator ?? findSeparator(text, whole), this.size);
    return this.rows.add(text.subarray(named?.length ?? 0));
  }

  /** The bytes as ASCII with something above it: UTF-8 or Windows-1252 as they are, UTF-16 as UTF-8. */
  private textOf(bytes: Uint8Array, more: boolean): Uint8Array {
    return this.decoder ? new TextEncoder().encode(this.decoder.decode(bytes, { stream: more })) : bytes;
  }

  private sheet(rows: CsvRows): Outcome<Sheet> {
    const filled = rows.columns.filter((column) => column !== undefined);
    const encoding = this.encoding ?? (filled.every(isUtf8Column) ? 'utf-8' : 'windows-1252');
    const empty = emptyColumn(rows.rowCount);
    const columns: CodedColumn[] = [];
    for (let i = 0; i < rows.columnCount; i++) {
      const column = rows.columns[i];
      columns.push(column ? textColumn(column, encoding, rows.rowCount) : empty);
    }
    if (columns.every((column) => column.size === 1)) return { ok: false, problem: emptyFile() };
    return succeed({ rowCount: rows.rowCount, columns, dateSystem: 1900 });
  }
}
