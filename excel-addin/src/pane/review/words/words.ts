/** The words of the review's part of the pane, the same keys in both languages. They come with it, not with the pane. */
import type { Language } from 'isu-core';
import { english } from './words-en.ts';
import { swedish } from './words-sv.ts';

export type ReviewWords = typeof swedish;

export function reviewWords(language: Language): ReviewWords {
  return language === 'sv' ? swedish : english;
}
