/** Answers from the keyboard: which digits stand for which alternative. */
import type { Code, Item } from 'isu-core/review';

/** «Inget av dessa», where no code is called so. */
export const NONE_KEY = '0';

/** What is typed for each code: the code itself, or its place where codes are longer, as years are. */
export function keysOf(item: Item): readonly string[] {
  const areCodes = item.codes.every(({ code }) => /^\d{1,2}$/.test(code) && code !== NONE_KEY);
  return item.codes.map(({ code }, at) => (areCodes ? code : String(at + 1)));
}

/** «Ingen uppgift», where a number is asked for. */
export const MISSING_KEY = '-';

export interface Typed {
  /** Typed and not yet understood. */
  readonly waiting: string;
  /** Place of the alternative among the keys. */
  readonly chosen: number | null;
}

/** `1` waits while `10` may be meant; what cannot be continued begins anew. */
export function typed(keys: readonly string[], waiting: string, digit: string): Typed {
  const text = waiting + digit;
  const found = keys.indexOf(text);
  const canGoOn = keys.some((key) => key.length > text.length && key.startsWith(text));
  if (canGoOn) return { waiting: text, chosen: null };
  if (found !== -1) return { waiting: '', chosen: found };
  return waiting === '' ? { waiting: '', chosen: null } : typed(keys, '', digit);
}

/** Nothing more is typed. */
export function typedOut(keys: readonly string[], waiting: string): number | null {
  const found = keys.indexOf(waiting);
  return found === -1 ? null : found;
}

export interface InSight {
  readonly code: Code;
  readonly key: string;
}

/** The alternatives as they are shown: «Ingen uppgift» last, each with its key. */
export function inSight(item: Item): readonly InSight[] {
  const keys = keysOf(item);
  const all = item.codes.map((code, at) => ({ code, key: keys[at]! }));
  return [...all.filter(({ code }) => !code.missing), ...all.filter(({ code }) => code.missing)];
}

/** Of an item of kind several. */
export function noneKey(item: Item): string | null {
  return keysOf(item).includes(NONE_KEY) ? null : NONE_KEY;
}
