/** The dates of rows in memory as day numbers: day numbers as they are, `Date`s and texts by definitions.md "Date". */
import { readDate } from '../register/date.ts';
import { dayNumber } from '../register/day.ts';
import { readCell, type Cell } from '../register/sheet.ts';

/** In place of a day: nothing is written, or what no calendar has. */
export const MISSING_DAY = -2_147_483_648;
export const INVALID_DAY = -2_147_483_647;

/** @param dates day numbers since 1970-01-01 where it is an `Int32Array`, which is then not copied; else cells */
export function readDays(dates: Int32Array | ArrayLike<Cell>): Int32Array {
  if (dates instanceof Int32Array) return hasCalendarDaysOnly(dates) ? dates : dates.map(calendarDayOnly);
  const days = new Int32Array(dates.length);
  const known = new KnownDays();
  for (let i = 0; i < days.length; i++) {
    const cell = dates[i];
    if (typeof cell === 'string') days[i] = known.ofText(cell);
    else if (cell instanceof Date) days[i] = known.ofDate(cell);
    else days[i] = dayOf(cell);
  }
  return days;
}

const FIRST_DAY = dayNumber(1, 1, 1);
/** 9999-12-31 is how case systems write that there is no date. */
const LAST_DAY = dayNumber(9999, 12, 31) - 1;

function hasCalendarDaysOnly(days: Int32Array): boolean {
  for (let i = 0; i < days.length; i++) if (days[i]! < FIRST_DAY || days[i]! > LAST_DAY) return false;
  return true;
}

function calendarDayOnly(day: number): number {
  return day < FIRST_DAY ? INVALID_DAY : day > LAST_DAY ? MISSING_DAY : day;
}

function dayOf(cell: Cell): number {
  const reading = readDate(readCell(cell), 1900);
  return reading.kind === 'day' ? reading.day : reading.kind === 'missing' ? MISSING_DAY : INVALID_DAY;
}

const FIRST_YEAR = 1900;
const YEARS = 256;
const UNREAD = 2_147_483_647;

/** Each day of the years that registers are of is read once, however many rows it has. */
class KnownDays {
  private readonly days = new Int32Array(YEARS << 9).fill(UNREAD);

  /** `YYYY-MM-DD` by a look in the table; other notations by the rules. */
  ofText(text: string): number {
    const isIso = text.length === 10 && text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH;
    if (!isIso) return dayOf(text);
    const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
    return this.at(placeOf(year, twoDigits(text, 5), twoDigits(text, 8)), text);
  }

  /** At its local calendar day, as everywhere. */
  ofDate(date: Date): number {
    return this.at(placeOf(date.getFullYear(), date.getMonth() + 1, date.getDate()), date);
  }

  private at(place: number, cell: string | Date): number {
    if (place < 0) return dayOf(cell);
    let day = this.days[place]!;
    if (day === UNREAD) {
      day = dayOf(cell);
      this.days[place] = day;
    }
    return day;
  }
}

const DASH = 45;
const NO_DIGITS = -1_000_000;

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}

/** Of a day in the table, or −1 where it is outside (or not a number). */
function placeOf(year: number, month: number, day: number): number {
  const years = year - FIRST_YEAR;
  const isInside = years >= 0 && years < YEARS && month >= 0 && month < 16 && day >= 0 && day < 32;
  return isInside ? (years << 9) | (month << 5) | day : -1;
}
