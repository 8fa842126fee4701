/** The page that a sheet is printed on: A4 across, its margins, and what stands above and below. */
import type { Language } from 'isu-core';

/** What is said about the workbook; there is no clock, so that the same document gives the same bytes. */
export interface WorkbookProperties {
  readonly title: string;
  readonly product: string;
  readonly marking: string | null;
  readonly language: Language;
}

/** In inches. */
export const MARGINS = { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 } as const;

/** Excel's header and footer codes, `''` for nothing. */
export interface PageTexts {
  readonly leftHeader: string;
  readonly rightHeader: string;
  readonly leftFooter: string;
  readonly rightFooter: string;
}

export function pageTexts({ title, product, marking, language }: WorkbookProperties): PageTexts {
  return {
    leftHeader: small(pageWords(title)),
    rightHeader: small(pageWords(marking ?? '')),
    leftFooter: small(pageWords(product)),
    rightFooter: small(language === 'sv' ? 'Sida &P av &N' : 'Page &P of &N'),
  };
}

function small(text: string): string {
  return text === '' ? '' : `&8${text}`;
}

/** In page headers `&` starts a code, and Excel takes 255 signs for all sides together. */
function pageWords(text: string): string {
  const kept = text.length > 90 ? `${text.slice(0, 89)}…` : text;
  // A digit first would be read as part of the size that stands before it.
  return kept.replaceAll('&', '&&').replace(/^(?=\d)/, ' ');
}
