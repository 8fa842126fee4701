/** What the workbench says, by language. */
import type { Language } from 'isu-core';
import { english } from './words-en.ts';
import { swedish } from './words-sv.ts';

export type WorkbookWords = typeof swedish;

export function workbookWords(language: Language): WorkbookWords {
  return language === 'sv' ? swedish : english;
}
