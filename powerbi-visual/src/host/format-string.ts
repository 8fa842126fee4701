/**
 * A value as the model's format string asks for it, in the report's locale: `#,0.0`, `0.0 %`, `yyyy-MM-dd`, `#,0 kr;-#,0 kr;–`.
 * It is for the fields in Knappbeskrivningar; the visual's own figures are written by core.
 */
import type { PrimitiveValue } from '../data/fields.ts';

/** What stands in quotes or after a backslash is text; the rest of a number's pattern is digits and marks. */
const LITERAL = /"([^"]*)"|'([^']*)'|\\(.)/g;
const DIGITS = /[0#][0#,]*(?:\.[0#]*)?/;
const STANDARD = /^([CDEFGNP])(\d*)$/i;
const DATE_PARTS = /"([^"]*)"|'([^']*)'|\\(.)|yyyy|yy|MMMM|MMM|MM|M|dddd|ddd|dd|d|HH|H|hh|h|mm|m|ss|s|tt/g;

export function formatted(value: PrimitiveValue, format: string | undefined, locale: string): string | null {
  if (value === null) return null;
  if (typeof value === 'number') return Number.isNaN(value) ? null : number(value, format ?? '', locale);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : date(value, format ?? '', locale);
  return String(value);
}

function number(value: number, format: string, locale: string): string {
  const standard = STANDARD.exec(format);
  if (standard) return standardNumber(value, standard[1]!.toUpperCase(), standard[2]!, locale);
  const sections = sectionsOf(format);
  const place = value < 0 && sections[1] ? 1 : value === 0 && sections[2] ? 2 : 0;
  const section = sections[place] ?? '';
  const [before, digits, after] = partsOf(section);
  if (digits === null) return section === '' ? new Intl.NumberFormat(locale).format(value) : literal(section);
  const isPercent = withoutLiterals(section).includes('%');
  const written = new Intl.NumberFormat(locale, numberOptions(digits)).format(
    (place === 1 ? Math.abs(value) : value) * (isPercent ? 100 : 1),
  );
  return `${literal(before)}${written}${literal(after)}`;
}

function standardNumber(value: number, kind: string, digits: string, locale: string): string {
  const decimals = digits === '' ? (kind === 'D' || kind === 'G' ? undefined : 2) : Number(digits);
  const options: Intl.NumberFormatOptions = {
    ...(kind === 'P' && { style: 'percent' as const }),
    ...(kind === 'F' && { useGrouping: false }),
    ...(decimals !== undefined &&
      kind !== 'D' &&
      kind !== 'G' && { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  };
  return new Intl.NumberFormat(locale, options).format(value);
}

/** Positive; negative; zero. */
function sectionsOf(format: string): readonly string[] {
  const seen = withoutLiterals(format);
  const sections: string[] = [];
  let from = 0;
  for (let end = seen.indexOf(';'); end !== -1; end = seen.indexOf(';', from)) {
    sections.push(format.slice(from, end));
    from = end + 1;
  }
  return [...sections, format.slice(from)];
}

function partsOf(section: string): readonly [before: string, digits: string | null, after: string] {
  const found = DIGITS.exec(withoutLiterals(section));
  if (!found) return [section, null, ''];
  return [section.slice(0, found.index), found[0], section.slice(found.index + found[0].length)];
}

/** Blanks of their own length in place of texts, so that a digit or semicolon in one is passed over. */
function withoutLiterals(format: string): string {
  return format.replace(LITERAL, (text) => ' '.repeat(text.length));
}

function numberOptions(digits: string): Intl.NumberFormatOptions {
  const [whole = '', fraction = ''] = digits.split('.');
  const zeros = (text: string) => text.replace(/[^0]/g, '').length;
  return {
    useGrouping: whole.includes(','),
    minimumIntegerDigits: Math.max(1, zeros(whole)),
    minimumFractionDigits: zeros(fraction),
    maximumFractionDigits: fraction.length,
  };
}

function literal(text: string): string {
  return text.replace(
    LITERAL,
    (_, double?: string, single?: string, one?: string) => double ?? single ?? one!,
  );
}

function date(value: Date, format: string, locale: string): string {
  if (!/y|MM|dd|HH|h:/.test(format)) {
    const hasTime = value.getHours() + value.getMinutes() + value.getSeconds() > 0;
    return new Intl.DateTimeFormat(locale, {
      dateStyle: 'short',
      ...(hasTime && { timeStyle: 'short' as const }),
    }).format(value);
  }
  return format.replace(DATE_PARTS, (part, double?: string, single?: string, one?: string) => {
    return double ?? single ?? one ?? datePart(value, part, locale);
  });
}

function datePart(value: Date, part: string, locale: string): string {
  const padded = (n: number) => (part.length > 1 ? String(n).padStart(2, '0') : String(n));
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format(value);
  switch (part) {
    case 'yyyy':
      return String(value.getFullYear()).padStart(4, '0');
    case 'yy':
      return padded(value.getFullYear() % 100);
    case 'MMMM':
      return named({ month: 'long' });
    case 'MMM':
      return named({ month: 'short' });
    case 'dddd':
      return named({ weekday: 'long' });
    case 'ddd':
      return named({ weekday: 'short' });
    case 'tt':
      return value.getHours() < 12 ? 'AM' : 'PM';
  }
  switch (part.charAt(0)) {
    case 'M':
      return padded(value.getMonth() + 1);
    case 'd':
      return padded(value.getDate());
    case 'H':
      return padded(value.getHours());
    case 'h':
      return padded(value.getHours() % 12 || 12);
    case 'm':
      return padded(value.getMinutes());
    default:
      return padded(value.getSeconds());
  }
}
