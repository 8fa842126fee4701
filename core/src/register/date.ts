/**
 * Reading a date cell, by definitions.md "Date". Day first, never month first. The clock time is dropped.
 * Accepted: a date cell (day number), ISO date and date-time, 20170105, 5/1 2017, 05/01/2017, 5.1.2017, 17-01-05.
 */
import { dayNumber, isCalendarDay } from './day.ts';
import type { CellValue } from './sheet.ts';

export type DateReading =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid' };

const MISSING: DateReading = { kind: 'missing' };
const INVALID: DateReading = { kind: 'invalid' };

/** What the case systems write for "no date": 0000-00-00 and 9999-12-31 in their notations. */
const NO_DATE = new Set([0, 99_991_231, 99_999_999]);

/** Excel's day numbers of 1970-01-01, less the clock. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** Excel counts a 29 February 1900 that never was (day 60). */
const EXCEL_PHANTOM_DAY = 60;
const EXCEL_LAST_DAY = 2_958_466; // 10000-01-01

export function readDate(cell: CellValue, dateSystem: 1900 | 1904): DateReading {
  if (cell === null) return MISSING;
  if (typeof cell === 'string') return readDateText(cell);
  if (typeof cell === 'number') return readDateNumber(cell, dateSystem);
  return INVALID;
}

function readDateNumber(cell: number, dateSystem: 1900 | 1904): DateReading {
  if (NO_DATE.has(cell)) return MISSING;
  if (Number.isInteger(cell) && cell >= 10_000_000) return ofNumber(cell);
  const whole = Math.floor(cell);
  if (whole < 1 || whole >= EXCEL_LAST_DAY) return INVALID;
  if (dateSystem === 1904) return dayOrMissing(whole - EPOCH_1904);
  if (whole === EXCEL_PHANTOM_DAY) return INVALID;
  return dayOrMissing(whole - EPOCH_1900 + (whole < EXCEL_PHANTOM_DAY ? 1 : 0));
}

const LAST_DAY_OF_9999 = dayNumber(9999, 12, 31);

function dayOrMissing(day: number): DateReading {
  return day >= LAST_DAY_OF_9999 ? MISSING : { kind: 'day', day };
}

const TIME = String.raw`(?:(?:T|\s+|\s*kl\.?\s*)\d{1,2}(?:[:.]\d{2}){0,2}(?:[.,]\d+)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i');
const COMPACT = new RegExp(String.raw`^(\d{4})()(\d{2})(\d{2})${TIME}$`, 'i');
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*(?:\2\s*|\s|-)(\d{4})${TIME}$`,
  'i',
);
const SHORT_YEAR = new RegExp(String.raw`^(\d{2})-(\d{2})-(\d{2})${TIME}$`, 'i');

function readDateText(text: string): DateReading {
  const iso = readIsoPrefix(text);
  if (iso !== null) return iso;
  const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (yearFirst) return ofCalendar(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return ofCalendar(Number(dayFirst[4]), Number(dayFirst[3]), Number(dayFirst[1]));
  const shortYear = SHORT_YEAR.exec(text);
  if (shortYear)
    return ofCalendar(fullYear(Number(shortYear[1])), Number(shortYear[2]), Number(shortYear[3]));
  return INVALID;
}

/** The commonest notations, YYYY-MM-DD and YYYYMMDD, without the regular expressions. */
function readIsoPrefix(text: string): DateReading | null {
  if (text.length !== 10 && text.length !== 8) return null;
  const dashes = text.length === 10 ? 1 : 0;
  if (dashes === 1 && (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45)) return null;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    if (dashes === 1 && (i === 4 || i === 7)) continue;
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    digits = digits * 10 + digit;
  }
  return ofNumber(digits);
}

function ofNumber(yyyymmdd: number): DateReading {
  return ofCalendar(Math.floor(yyyymmdd / 10_000), Math.floor(yyyymmdd / 100) % 100, yyyymmdd % 100);
}

function ofCalendar(year: number, month: number, day: number): DateReading {
  if (NO_DATE.has(year * 10_000 + month * 100 + day)) return MISSING;
  return isCalendarDay(year, month, day) && year <= 9999
    ? { kind: 'day', day: dayNumber(year, month, day) }
    : INVALID;
}

/** Two-digit years are 1990–2089: a date before 1990 would be unlikely all the same. */
function fullYear(twoDigits: number): number {
  return twoDigits >= 90 ? 1900 + twoDigits : 2000 + twoDigits;
}
