/** How a country writes numbers, dates and the words for true and false. */
import { format, getLocale } from 'numfmt';
import { isError, type CellValue } from './cell-value.ts';

export interface Locale {
  /** A language tag, e.g. `sv-SE`. */
  readonly name: string;
  readonly decimal: string;
  readonly group: string;
  readonly words: { readonly true: string; readonly false: string };
  readonly shortDate: string;
  readonly longDate: string;
  readonly dateSeparator: string;
  readonly currency: string;
}

const TRUTH: Readonly<Record<string, Locale['words']>> = {
  sv: { true: 'SANT', false: 'FALSKT' },
  nb: { true: 'SANN', false: 'USANN' },
  da: { true: 'SAND', false: 'FALSK' },
  fi: { true: 'TOSI', false: 'EPÄTOSI' },
  de: { true: 'WAHR', false: 'FALSCH' },
  fr: { true: 'VRAI', false: 'FAUX' },
};

const SWEDISH_DATES = {
  shortDate: 'yyyy-MM-dd',
  longDate: "'den 'd MMMM yyyy",
  dateSeparator: '-',
  currency: 'kr',
};
const BRITISH_DATES = {
  shortDate: 'dd/MM/yyyy',
  longDate: 'dd MMMM yyyy',
  dateSeparator: '/',
  currency: '£',
};
const AMERICAN_DATES = {
  shortDate: 'M/d/yyyy',
  longDate: 'dddd, MMMM d, yyyy',
  dateSeparator: '/',
  currency: '$',
};

export function localeOf(name: string): Locale {
  const known = getLocale(name) ?? getLocale('en-US')!;
  const language = name.slice(0, 2).toLowerCase();
  const dates = language === 'sv' ? SWEDISH_DATES : name === 'en-GB' ? BRITISH_DATES : AMERICAN_DATES;
  return {
    name,
    decimal: known.decimal,
    group: known.group,
    words: TRUTH[language] ?? { true: 'TRUE', false: 'FALSE' },
    ...dates,
  };
}

/** The text that the cell shows in a column that is wide enough. */
export function shownText(value: CellValue, numberFormat: string, locale: Locale): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? locale.words.true : locale.words.false;
  if (typeof value === 'string' && (numberFormat === 'General' || numberFormat === '@')) return value;
  return format(numberFormat, value, { locale: locale.name, nbsp: false, throws: false });
}
