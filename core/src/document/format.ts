/** Numbers as people read them, the same in every host and on every machine (so not by Intl, which varies). */
import type { Language } from '../problem.ts';
import { isoDate } from '../register/day.ts';
import type { DocumentCell, NumberFormat } from './document.ts';

const NO_BREAK = '\u00a0';

/** The text of a cell: `..` when suppressed, `–` when there is nothing to show. */
export function formatCell(cell: DocumentCell, columnFormat: NumberFormat, language: Language): string {
  if (cell.suppressed) return '..';
  if (cell.value === null) return '–';
  if (typeof cell.value === 'string') return cell.value;
  return formatNumber(cell.value, cell.format ?? columnFormat, language);
}

/** A number as people read it in the language, the same on every machine. */
export function formatNumber(value: number, format: NumberFormat, language: Language): string {
  switch (format) {
    case 'text':
      return String(value);
    case 'integer':
      return decimal(value, 0, language);
    case 'percent':
      return percent(value, 0, language);
    case 'percent-one-decimal':
      return percent(value, 1, language);
    case 'decimal-1':
      return decimal(value, 1, language);
    case 'decimal-2':
      return decimal(value, 2, language);
    case 'decimal-3':
      return decimal(value, 3, language);
    case 'date':
      return isoDate(value);
  }
}

function percent(value: number, decimals: number, language: Language): string {
  return decimal(value, decimals, language) + (language === 'sv' ? NO_BREAK : '') + '%';
}

function decimal(value: number, decimals: number, language: Language): string {
  const [whole, fraction] = roundHalfAway(value, decimals).toFixed(decimals).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? NO_BREAK : ',');
  const text = fraction === undefined ? grouped : grouped + (language === 'sv' ? ',' : '.') + fraction;
  return /^-0([.,]0*)?$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

/**
 * Rounds once, halves away from zero (definitions: 0,5 → 1, −0,5 → −1). A value that binary arithmetic left a hair
 * under its half, such as 100 · 0,145 = 14,499999999999998, is taken as the half that it stands for.
 */
export function roundHalfAway(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  return (Math.sign(value) * Math.floor(scaled + 0.5 + scaled * 4 * Number.EPSILON)) / scale;
}
