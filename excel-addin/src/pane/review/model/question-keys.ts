/** What a key does in a question, by where the focus is. */
import type { Item } from 'isu-core/review';
import { MISSING_KEY } from './digits.ts';

export interface Pressed {
  readonly key: string;
  readonly isShift: boolean;
  readonly isAlt: boolean;
  /** Held down. */
  readonly isRepeated: boolean;
}

/**
 * - `question`: its heading, or an alternative.
 * - `field`: where a number or words are typed; `beside`: the same, beside one of several alternatives.
 * - `button`: what has an Enter of its own.
 */
export type FocusIn = 'question' | 'field' | 'beside' | 'button';

export type Deed =
  | 'next'
  | 'back'
  | 'items'
  | 'clear'
  /** «Ingen uppgift» of a number, on and off. */
  | 'missing'
  /** One of the digits that choose an alternative. */
  | 'digit'
  /** What is typed goes into the field, in place of what stood there. */
  | 'to-field'
  /** From a number beside, back to its alternative. */
  | 'to-alternative'
  /** The key is taken, so that it does nothing. */
  | 'nothing';

/** @returns `null` where the key is left to whatever has the focus */
export function deedOf(
  { key, isShift, isAlt, isRepeated }: Pressed,
  where: FocusIn,
  item: Item,
): Deed | null {
  const isText = where === 'field' || where === 'beside';
  if (isAlt) {
    if (isText) return null;
    return key === 'ArrowLeft' ? 'back' : key === 'ArrowRight' ? 'next' : null;
  }
  if (key === 'Escape') return 'items';
  if (key === 'Enter') {
    // A key that is held down walks past nothing.
    if (isRepeated) return 'nothing';
    if (isShift) return 'back';
    if (where === 'button') return null;
    return where === 'beside' ? 'to-alternative' : 'next';
  }
  if (where !== 'question') return null;
  if (key === 'Delete') return 'clear';
  if (item.kind === 'text') return key.length === 1 ? 'to-field' : null;
  const isDigit = /^\d$/.test(key);
  if (item.codes.length > 0) return isDigit ? 'digit' : null;
  return key === MISSING_KEY ? 'missing' : isDigit ? 'to-field' : null;
}
