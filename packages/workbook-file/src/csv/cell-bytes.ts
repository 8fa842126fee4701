/**
 * The bytes of a cell where they stand: hashed and compared four at a time, never made into a string.
 *
 * Every view handed in has at least `SLACK` readable bytes after the cell, so that the last, partly used word can be
 * read whole and masked.
 */

export const SLACK = 8;

export const HASH_FACTOR = 0x9e37_79b1 | 0;

/** The hash that `CellScanner` works out while it looks for the end of a cell: the two must stay the same. */
export function hashOf(view: DataView, start: number, length: number): number {
  const end = start + length;
  let hash = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), HASH_FACTOR);
    hash ^= hash >>> 15;
  }
  const rest = end - at;
  const word = rest === 0 ? 0 : view.getInt32(at, true) & (-1 >>> (32 - 8 * rest));
  hash = (Math.imul(hash ^ word, HASH_FACTOR) + length) | 0;
  return hash ^ (hash >>> 15);
}

/** Whether `length` bytes at `start` and at `otherStart` are the same. */
export function sameBytes(
  view: DataView,
  start: number,
  other: DataView,
  otherStart: number,
  length: number,
): boolean {
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    if (view.getInt32(start + i, true) !== other.getInt32(otherStart + i, true)) return false;
  }
  const rest = length & 3;
  if (rest === 0) return true;
  const differing = view.getInt32(start + whole, true) ^ other.getInt32(otherStart + whole, true);
  return differing << (32 - 8 * rest) === 0;
}

/** Below 0, 0 or above 0 as the bytes at `start` come before, are, or come after those at `otherStart`. */
export function orderOfBytes(
  view: DataView,
  start: number,
  other: DataView,
  otherStart: number,
  length: number,
): number {
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    const word = view.getUint32(start + i);
    const otherWord = other.getUint32(otherStart + i);
    if (word !== otherWord) return word > otherWord ? 1 : -1;
  }
  const rest = length & 3;
  if (rest === 0) return 0;
  const unused = 32 - 8 * rest;
  return (view.getUint32(start + whole) >>> unused) - (other.getUint32(otherStart + whole) >>> unused);
}

/** Space, tab, line feed, vertical tab, form feed, carriage return: the ASCII half of what JavaScript trims. */
export function isAsciiSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}
