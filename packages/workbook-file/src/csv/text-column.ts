/**
 * A column of a CSV file once it is read: its codes with the text behind each, decoded when it is asked for.
 *
 * Text is decoded a block of codes at a time and cut out of it, which is many times faster than decoding each value
 * by itself. What JavaScript trims beyond ASCII (no-break space and others) is trimmed here, once per distinct value,
 * and values that thereby become the same share one code.
 */
import type { CodedColumn } from 'isu-core';
import type { ByteColumn } from './byte-column.ts';
import { isUtf8, putWindows1252, WINDOWS_1252_GROWTH, type Encoding } from './encoding.ts';

/** Distinct cells as UTF-8: the bytes of code i stand from `starts[i]` to `starts[i + 1]`. */
interface Texts {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly size: number;
}

/** Codes whose text is decoded together. */
const BLOCK_BITS = 10;
const BLOCK_CODES = 1 << BLOCK_BITS;

/** A column without a filled cell. */
export function emptyColumn(rowCount: number): CodedColumn {
  return { codes: new Int32Array(rowCount), size: 1, value: () => null, textOnly: true };
}

/** Whether every value of the column is UTF-8. */
export function isUtf8Column(column: ByteColumn): boolean {
  if (column.isAscii) return true;
  for (let code = 1; code < column.size; code++) {
    if (!isUtf8(column.bytes, column.starts[code]!, column.starts[code + 1]!)) return false;
  }
  return true;
}

/** The column as text, with a code for each of `rowCount` rows. `encoding` is that of its bytes. */
export function textColumn(column: ByteColumn, encoding: Encoding, rowCount: number): CodedColumn {
  const codes = codesOfRows(column.codes, rowCount);
  // Not the column itself: its table is not needed any more, and large.
  const { bytes, starts, size } = column;
  if (column.isAscii) return lazyColumn(codes, { bytes, starts, size });
  const texts = encoding === 'windows-1252' ? fromWindows1252(column) : { bytes, starts, size };
  return hasUnclean(texts) ? cleanedColumn(codes, texts) : lazyColumn(codes, texts);
}

function codesOfRows(codes: Int32Array, rowCount: number): Int32Array {
  if (codes.length >= rowCount) return codes.subarray(0, rowCount);
  const longer = new Int32Array(rowCount);
  longer.set(codes);
  return longer;
}

function fromWindows1252(column: Texts): Texts {
  const used = column.starts[column.size]!;
  let letters = 0;
  for (let at = 0; at < used; at++) letters += column.bytes[at]! >> 7;
  const bytes = new Uint8Array(used + letters * WINDOWS_1252_GROWTH);
  const starts = new Int32Array(column.size + 1);
  let to = 0;
  for (let code = 1; code < column.size; code++) {
    starts[code] = to;
    for (let at = column.starts[code]!; at < column.starts[code + 1]!; at++) {
      to = putWindows1252(column.bytes[at]!, bytes, to);
    }
  }
  starts[column.size] = to;
  return { bytes, starts, size: column.size };
}

/** Decodes UTF-8, U+FFFD for what is not; a byte order mark inside the text is a character like others. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function decode(texts: Texts, code: number): string {
  return decoder.decode(texts.bytes.subarray(texts.starts[code], texts.starts[code + 1]));
}

/** Whether some value has outer spaces that are left, or bytes that are not UTF-8 and so may read as another's. */
function hasUnclean(texts: Texts): boolean {
  const { bytes, starts, size } = texts;
  for (let code = 1; code < size; code++) {
    const start = starts[code]!;
    const end = starts[code + 1]!;
    if (!isUtf8(bytes, start, end)) return true;
    if (bytes[start]! < 0x80 && bytes[end - 1]! < 0x80) continue;
    const text = decode(texts, code);
    if (text.trim() !== text) return true;
  }
  return false;
}

function cleanedColumn(codes: Int32Array, texts: Texts): CodedColumn {
  const values: (string | null)[] = [null];
  const codeOf = new Map<string, number>([['', 0]]);
  const cleaned = new Int32Array(texts.size);
  for (let code = 1; code < texts.size; code++) {
    const text = decode(texts, code).trim();
    let known = codeOf.get(text);
    if (known === undefined) {
      known = values.push(text) - 1;
      codeOf.set(text, known);
    }
    cleaned[code] = known;
  }
  for (let row = 0; row < codes.length; row++) codes[row] = cleaned[codes[row]!]!;
  return { codes, size: values.length, value: (code) => values[code] ?? null, textOnly: true };
}

interface TextBlock {
  readonly text: string;
  /** Where the text of each code starts, and the last one ends, counted from `base`. */
  readonly starts: Int32Array;
  readonly base: number;
}

function lazyColumn(codes: Int32Array, texts: Texts): CodedColumn {
  const blocks = new Array<TextBlock | undefined>(Math.ceil(texts.size / BLOCK_CODES));
  return {
    codes,
    size: texts.size,
    textOnly: true,
    value: (code) => {
      if (!(code >= 1 && code < texts.size)) return null;
      const { text, starts, base } = (blocks[code >> BLOCK_BITS] ??= decodeBlock(texts, code >> BLOCK_BITS));
      const i = code & (BLOCK_CODES - 1);
      return text.slice(starts[i]! - base, starts[i + 1]! - base);
    },
  };
}

function decodeBlock(texts: Texts, block: number): TextBlock {
  const first = block << BLOCK_BITS;
  const starts = texts.starts.subarray(first, Math.min(first + BLOCK_CODES, texts.size) + 1);
  const base = starts[0]!;
  const bytes = texts.bytes.subarray(base, starts[starts.length - 1]);
  const text = decoder.decode(bytes);
  if (text.length === bytes.length) return { text, starts, base };
  return { text, starts: characterStarts(bytes, starts), base: 0 };
}

/** Where values that start at the bytes `starts` (the first one at byte 0 of `bytes`) start in the decoded string. */
function characterStarts(bytes: Uint8Array, starts: Int32Array): Int32Array {
  const inText = new Int32Array(starts.length);
  const base = starts[0]!;
  let characters = 0;
  let at = 0;
  for (let i = 0; i < starts.length; i++) {
    for (; at < starts[i]! - base; at++) {
      const byte = bytes[at]!;
      // Each character counts once, at its first byte; one beyond U+FFFF is two UTF-16 units.
      if ((byte & 0xc0) !== 0x80) characters += byte >= 0xf0 ? 2 : 1;
    }
    inText[i] = characters;
  }
  return inText;
}
