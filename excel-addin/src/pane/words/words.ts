/** The words of the pane, the same keys in both languages. */
import type { Language } from 'isu-core';
import { english } from './words-en.ts';
import { swedish } from './words-sv.ts';

export type PaneWords = typeof swedish;

export function paneWords(language: Language): PaneWords {
  return language === 'sv' ? swedish : english;
}
