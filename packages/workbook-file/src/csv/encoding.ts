/**
 * The character encodings of CSV files: which ones are known by name, which one a file is in, and the way to UTF-8.
 *
 * Windows-1252 is turned into UTF-8 here and not by `TextDecoder`, which in some versions of Node (20.20 among them)
 * reads it as ISO-8859-1 and so loses €, ‘ and –.
 */
import { fail, succeed, type Outcome } from 'isu-core';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** ISO-8859-1 is read as Windows-1252, as browsers do: it differs only where ISO-8859-1 has no letters. */
const ENCODING_OF_NAME: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
};

/** The names that `encodingOfName` knows, as a user may write them. */
export const ENCODING_NAMES: readonly string[] = Object.keys(ENCODING_OF_NAME);

export function encodingOfName(name: string): Outcome<Encoding> {
  const key = name.trim().toLowerCase();
  if (Object.hasOwn(ENCODING_OF_NAME, key)) return succeed(ENCODING_OF_NAME[key]!);
  const known = ENCODING_NAMES.join(', ');
  return fail(
    'unknown-encoding',
    `Teckenkodningen ”${name}” är okänd. Ange någon av ${known}, eller ingen alls: då hittas den av sig själv.`,
    `The encoding “${name}” is not known. Give one of ${known}, or none at all: it is then found by itself.`,
  );
}

export interface ByteOrderMark {
  readonly encoding: Encoding;
  readonly length: number;
}

/** The mark at the start of a file that names its encoding; `null` where there is none. */
export function byteOrderMark(bytes: Uint8Array): ByteOrderMark | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Whether `bytes` from `start` to `end` are whole UTF-8 characters (Unicode 15, table 3-7). */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end;) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > end) return false;
    const second = bytes[at + 1]!;
    const lowest = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    const highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (second < lowest || second > highest) return false;
    for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return false;
    at += length;
  }
  return true;
}

/** Characters 0x80–0x9F of Windows-1252 (WHATWG Encoding, index windows-1252); its five gaps are control characters. */
const WINDOWS_1252_FROM_80 = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
  0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0x9d, 0x017e, 0x0178,
];

/** Most bytes that a byte of Windows-1252 outside ASCII gains as UTF-8. */
export const WINDOWS_1252_GROWTH = 2;

/** Writes a byte of Windows-1252 into `target` as UTF-8; the answer is where the next one goes. */
export function putWindows1252(byte: number, target: Uint8Array, at: number): number {
  if (byte < 0x80) {
    target[at] = byte;
    return at + 1;
  }
  const character = byte < 0xa0 ? WINDOWS_1252_FROM_80[byte - 0x80]! : byte;
  if (character < 0x800) {
    target[at] = 0xc0 | (character >> 6);
    target[at + 1] = 0x80 | (character & 0x3f);
    return at + 2;
  }
  target[at] = 0xe0 | (character >> 12);
  target[at + 1] = 0x80 | ((character >> 6) & 0x3f);
  target[at + 2] = 0x80 | (character & 0x3f);
  return at + 3;
}
