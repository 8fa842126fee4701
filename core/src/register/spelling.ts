/**
 * Recognising Swedish words as exports spell them: in any case, with or without spaces and signs, and with åäö lost
 * on the way (`Anmalan`, `Anm?lan`, `AnmÃ¤lan`, `Anmlan`). Words are compared whole; nothing is guessed from parts.
 */
import { distance } from 'fastest-levenshtein';

const MOJIBAKE: readonly (readonly [string, string])[] = [
  ['ã¥', 'å'],
  ['ã¤', 'ä'],
  ['ã¶', 'ö'],
  ['ã…', 'å'],
  ['ã„', 'ä'],
  ['ã–', 'ö'],
  ['\u00e3\u0085', 'å'],
  ['\u00e3\u0084', 'ä'],
  ['\u00e3\u0096', 'ö'],
];

/** A sign that stands where a letter was lost. */
const LOST = '¤';

/** Small letters and digits only; a lost letter inside a word becomes one mark. */
export function fold(text: string): string {
  let lower = text.normalize('NFC').toLowerCase();
  if (lower.includes('ã')) for (const [broken, letter] of MOJIBAKE) lower = lower.replaceAll(broken, letter);
  return lower
    .replace(/(?<=\p{L})[?\ufffd]{1,2}(?=\p{L})|^[?\ufffd]{1,2}(?=\p{L})|\ufffd{1,2}/gu, LOST)
    .replace(/[^\p{L}\p{N}¤]/gu, '');
}

/** Same as `fold`, with å, ä, ö (and é) as their bare letters: equal texts differ in nothing that an export loses. */
export function foldBare(text: string): string {
  return fold(text).replace(/[åä]/g, 'a').replace(/ö/g, 'o').replace(/é/g, 'e');
}

/** One of a list of words, and what it stands for. */
export class Spellings<T> {
  private readonly exact = new Map<string, T>();
  private readonly patterns: { readonly pattern: RegExp; readonly meaning: T }[] = [];

  /** Words in their right Swedish spelling, the first of a spelling wins. */
  constructor(words: Iterable<readonly [word: string, meaning: T]>) {
    for (const [word, meaning] of words) {
      const folded = fold(word);
      const bare = foldBare(word);
      if (!this.exact.has(folded)) this.exact.set(folded, meaning);
      if (!this.exact.has(bare)) this.exact.set(bare, meaning);
      if (/[åäöé]/.test(folded)) this.patterns.push({ pattern: lossyPattern(folded), meaning });
    }
  }

  find(text: string): T | undefined {
    const folded = fold(text);
    if (folded === '') return undefined;
    const found = this.exact.get(folded) ?? this.exact.get(foldBare(text));
    if (found !== undefined) return found;
    return this.patterns.find(({ pattern }) => pattern.test(folded))?.meaning;
  }
}

function lossyPattern(folded: string): RegExp {
  const letters = folded.replace(/[åä]/g, `(?:[åäa${LOST}]|ae|aa|)`).replace(/ö/g, `(?:[öo${LOST}]|oe|)`);
  return new RegExp(`^${letters.replace(/é/g, `[ée${LOST}]?`)}$`, 'u');
}

/** The candidate that takes the fewest keystrokes to become the given text, or undefined of none. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const d = distance(foldBare(text), foldBare(candidate));
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** A text as a sentence can hold it: in one line, and no longer than one reads. */
export function inLine(text: string, most = 40): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g, ' ')
    .trim();
  return line.length > most || text.length > 4 * most ? `${line.slice(0, most - 1)}…` : line;
}
