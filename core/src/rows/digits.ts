/**
 * Digits of texts. Whether all are digits is asked once for all of them: 0 to 9 are what neither by itself nor with 6
 * added has other bits than the lowest four.
 */

const NO_DIGITS = -1;

/** Four digits of a text from a place on as a number, or one below 0 where any is something else. */
export function fourDigits(text: string, at: number): number {
  const a = text.charCodeAt(at) - 48;
  const b = text.charCodeAt(at + 1) - 48;
  const c = text.charCodeAt(at + 2) - 48;
  const d = text.charCodeAt(at + 3) - 48;
  const all = a | b | c | d | (a + 6) | (b + 6) | (c + 6) | (d + 6);
  return all >>> 4 === 0 ? a * 1000 + b * 100 + c * 10 + d : NO_DIGITS;
}

/** Two digits in the same way. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return (tens | ones | (tens + 6) | (ones + 6)) >>> 4 === 0 ? tens * 10 + ones : NO_DIGITS;
}
