/** What the tab Power BI says, by language. */
import type { Language } from 'isu-core';
import { english } from './words-en.ts';
import { swedish } from './words-sv.ts';

export type PowerBiWords = typeof swedish;

export function powerBiWords(language: Language): PowerBiWords {
  return language === 'sv' ? swedish : english;
}
