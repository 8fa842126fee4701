/**
 * Reading a personnummer or samordningsnummer in any notation, by definitions.md "Person". The key is twelve digits,
 * YYYYMMDDNNNN; ten digits get their century from the date of the row, never from today.
 */
import { isCalendarDay } from './day.ts';
import type { CellValue } from './sheet.ts';
import { Spellings } from './spelling.ts';

export type PersonnummerReading =
  /** Twelve digits. */
  | { readonly kind: 'full'; readonly digits: number; readonly rightCheckDigit: boolean }
  /** Ten digits; `centenarian` when written with `+`, `zerosLost` when fewer than ten were there. */
  | {
      readonly kind: 'short';
      readonly digits: number;
      readonly rightCheckDigit: boolean;
      readonly centenarian: boolean;
      readonly zerosLost: boolean;
    }
  /** A birth date without the person: last four missing, 0000 or interim (T, TF). */
  | { readonly kind: 'unidentified' }
  /** Not of this form. */
  | { readonly kind: 'other' };

const UNIDENTIFIED: PersonnummerReading = { kind: 'unidentified' };
const OTHER: PersonnummerReading = { kind: 'other' };

const PLUS = 43;
const MINUS = 45;

export function readPersonnummer(cell: CellValue): PersonnummerReading {
  if (typeof cell === 'number') return readDigits(String(cell));
  if (typeof cell !== 'string') return OTHER;
  return readPlain(cell) ?? readOther(cell);
}

/** Ten or twelve digits, perhaps with one sign before the last four: nearly all there is. */
function readPlain(text: string): PersonnummerReading | null {
  const length = text.length;
  if (length < 10 || length > 13) return null;
  const signAt = length === 11 || length === 13 ? length - 5 : -1;
  const sign = signAt < 0 ? 0 : text.charCodeAt(signAt);
  if (signAt >= 0 && sign !== MINUS && sign !== PLUS) return null;
  let digits = 0;
  for (let i = 0; i < length; i++) {
    if (i === signAt) continue;
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    digits = digits * 10 + digit;
  }
  return length >= 12 ? full(digits) : short(digits, sign === PLUS);
}

const PARTS = /^'?(\d{8}|\d{6})\s*([-–−‐+]?)\s*(.*)$/su;
const INTERIM = /^TF?\d+$/iu;
const STRUCK_OUT = /^[X*_?.\-–]{0,4}$/iu;
const SCIENTIFIC = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/iu;

function readOther(text: string): PersonnummerReading {
  const bare = text.replace(/^'/, '');
  if (/^\d+$/.test(bare)) return readDigits(bare);
  const scientific = SCIENTIFIC.exec(bare);
  if (scientific) return readScientific(scientific);
  const parts = PARTS.exec(bare);
  if (!parts) return isNobody(bare) ? UNIDENTIFIED : OTHER;
  const [, birth, sign, last] = parts as unknown as [string, string, string, string];
  if (/^\d{4}$/.test(last)) {
    const digits = Number(birth + last);
    return birth.length === 8 ? full(digits) : short(digits, sign === '+');
  }
  if (INTERIM.test(last)) return mayBeBirthDate(birth) ? UNIDENTIFIED : OTHER;
  return STRUCK_OUT.test(last) && isBirthDate(birth) ? UNIDENTIFIED : OTHER;
}

const NOBODY = new Spellings(
  [
    'okänd',
    'okänt',
    'person okänd',
    'saknas',
    'uppgift saknas',
    'personnummer saknas',
    'anonym',
    'unknown',
    // What SQL, R, Excel and Python write for an empty cell.
    'null',
    'na',
    'nan',
    'none',
  ].map((word) => [word, true] as const),
);

/** What is written where nobody is named: a word for it, or signs only. It can be anyone, so it is not a person. */
function isNobody(text: string): boolean {
  return NOBODY.find(text) ?? !/[\p{L}\p{N}]/u.test(text);
}

/** Digits alone, as a number cell or as text: a leading zero may be lost, the last four may be missing. */
function readDigits(digits: string): PersonnummerReading {
  if (!/^\d+$/.test(digits)) return OTHER;
  if (digits.length === 12) return full(Number(digits));
  if ((digits.length === 8 || digits.length === 6) && isBirthDate(digits)) return UNIDENTIFIED;
  if (digits.length >= 6 && digits.length <= 10) return short(Number(digits), false, digits.length < 10);
  return OTHER;
}

/** 1,97E+11 as text has lost the person; 1,97001011234E+11 has not. */
function readScientific([, whole, fraction = '', exponent]: RegExpExecArray): PersonnummerReading {
  const power = Number(exponent);
  if (power !== 11 && power !== 9) return OTHER;
  if (fraction.length < power) return UNIDENTIFIED;
  return readDigits(whole! + fraction.slice(0, power));
}

function full(digits: number): PersonnummerReading {
  if (digits % 10_000 === 0) return UNIDENTIFIED;
  const birth = Math.floor(digits / 10_000);
  const year = Math.floor(birth / 10_000);
  if (year < 1800 || year > 2099 || !isBirthDay(year, birth)) return OTHER;
  return { kind: 'full', digits, rightCheckDigit: hasRightCheckDigit(digits % 10_000_000_000) };
}

function short(digits: number, centenarian: boolean, zerosLost = false): PersonnummerReading {
  if (digits % 10_000 === 0) return UNIDENTIFIED;
  const birth = Math.floor(digits / 10_000);
  // A leap year of either century will do: 00-02-29 was a day in 2000.
  if (!isBirthDay(2000 + Math.floor(birth / 10_000), birth)) return OTHER;
  return { kind: 'short', digits, rightCheckDigit: hasRightCheckDigit(digits), centenarian, zerosLost };
}

function isBirthDate(text: string): boolean {
  const birth = Number(text);
  const year = Math.floor(birth / 10_000);
  if (text.length === 8) return year >= 1800 && year <= 2099 && isBirthDay(year, birth);
  return isBirthDay(2000 + year, birth);
}

/** An interim number may be given before the day of birth is known: 1981-00-00. */
function mayBeBirthDate(text: string): boolean {
  const birth = Number(text);
  return Math.floor(birth / 100) % 100 <= 12 && birth % 100 <= 91;
}

function isBirthDay(year: number, birth: number): boolean {
  const day = birth % 100;
  return isCalendarDay(year, Math.floor(birth / 100) % 100, day > 60 ? day - 60 : day);
}

/** Luhn's rule over the ten digits (SFS 1991:481; the tenth digit makes the sum a multiple of ten). */
function hasRightCheckDigit(tenDigits: number): boolean {
  const firstFive = Math.floor(tenDigits / 100_000);
  return (luhnSum(firstFive, 1) + luhnSum(tenDigits - firstFive * 100_000, 0)) % 10 === 0;
}

/** Of five digits; every second is doubled, from the last (`doubled` 1) or the last but one (0). Small numbers are fast. */
export function luhnSum(fiveDigits: number, doubled: 0 | 1): number {
  let sum = 0;
  for (let place = 0, rest = fiveDigits | 0; place < 5; place++) {
    const digit = rest % 10;
    rest = ((rest - digit) / 10) | 0;
    const weighted = (place + doubled) % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum;
}

/**
 * The twelve digits of ten, seen from the day of the row (as yyyymmdd). Without `+`: the latest century in which the
 * person is not born after that day. With `+`: the latest in which the person turns at least 100 that year.
 */
export function withCentury(tenDigits: number, centenarian: boolean, rowDate: number): number {
  const birth = Math.floor(tenDigits / 10_000);
  const day = birth % 100;
  const monthAndDay = day > 60 ? birth - 60 : birth;
  const latest = centenarian ? (Math.floor(rowDate / 10_000) - 100) * 10_000 + 1231 : rowDate;
  let century = Math.floor(latest / 1_000_000);
  if (century * 1_000_000 + monthAndDay > latest) century--;
  return Math.max(0, century) * 10_000_000_000 + tenDigits;
}

/** The birth date of a twelve-digit key as yyyymmdd (the 60 of a samordningsnummer taken off). */
export function birthDateOf(twelveDigits: number): number {
  const birth = Math.floor(twelveDigits / 10_000);
  return birth % 100 > 60 ? birth - 60 : birth;
}

/** The next to last digit is odd for men. */
export function isMan(twelveDigits: number): boolean {
  return Math.floor(twelveDigits / 10) % 2 === 1;
}

/** Completed years from one day to a later one, both as yyyymmdd. */
export function completedYears(from: number, to: number): number {
  return Math.floor((to - from) / 10_000);
}
