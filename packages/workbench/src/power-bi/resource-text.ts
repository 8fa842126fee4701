/** The visual's own words for its fields and settings, in the language of the page. */
import type { Language } from 'isu-core';
import type { VisualParts } from './messages.ts';

export function textOf(
  { stringResources }: VisualParts,
  key: string | undefined,
  language: Language,
): string {
  if (key === undefined) return '';
  return stringResources[language === 'sv' ? 'sv-SE' : 'en-US']?.[key] ?? key;
}
