/** The dates of rows in memory as day numbers: day numbers as they are, `Date`s and texts by definitions.md "Date". */
import { readDate } from '../register/date.ts';
import { dayNumber } from '../register/day.ts';
import { readCell, type Cell } from '../register/sheet.ts';
import { fourDigits, twoDigits } from './digits.ts';

/** In place of a day, on either side of the calendar: what no calendar has, or nothing is written. */
const INVALID_DAY = -2_147_483_648;
const MISSING_DAY = 2_147_483_647;

/** The calendar's first and last day. 9999-12-31 is how case systems write that there is no date. */
export const FIRST_DAY = dayNumber(1, 1, 1);
export const LAST_DAY = dayNumber(9999, 12, 31) - 1;

/**
 * Days before the calendar's first are dates that do not exist, and those after its last are missing.
 *
 * @param dates day numbers since 1970-01-01 where it is an `Int32Array`, which is then not copied; else cells
 */
export function readDays(dates: Int32Array | ArrayLike<Cell>): Int32Array {
  if (dates instanceof Int32Array) return dates;
  const days = new Int32Array(dates.length);
  for (let i = 0; i < days.length; i++) {
    const cell = dates[i];
    if (typeof cell === 'string') days[i] = dayOfText(cell);
    else if (cell instanceof Date) days[i] = dayOfDate(cell);
    else days[i] = dayOf(cell);
  }
  return days;
}

function dayOf(cell: Cell): number {
  const reading = readDate(readCell(cell), 1900);
  return reading.kind === 'day' ? reading.day : reading.kind === 'missing' ? MISSING_DAY : INVALID_DAY;
}

/** Each day of the years that registers are of is read once, however many rows it has. */
const FIRST_YEAR = 1900;
const YEARS = 256;
const UNREAD = 2_147_483_646;
const knownDays = new Int32Array(YEARS << 9).fill(UNREAD);

const DASH = 45;

/** `YYYY-MM-DD` by a look in the table; other notations by the rules. */
function dayOfText(text: string): number {
  const isIso = text.length === 10 && text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH;
  if (!isIso) return dayOf(text);
  return dayAt(placeOf(fourDigits(text, 0), twoDigits(text, 5), twoDigits(text, 8)), text);
}

/** At its local calendar day, as everywhere. */
function dayOfDate(date: Date): number {
  return dayAt(placeOf(date.getFullYear(), date.getMonth() + 1, date.getDate()), date);
}

function dayAt(place: number, cell: string | Date): number {
  if (place < 0) return dayOf(cell);
  let day = knownDays[place]!;
  if (day === UNREAD) {
    day = dayOf(cell);
    knownDays[place] = day;
  }
  return day;
}

/** Of a day in the table, or −1 where it is outside (or not a number). */
function placeOf(year: number, month: number, day: number): number {
  const years = year - FIRST_YEAR;
  const isInside = years >= 0 && years < YEARS && month >= 0 && month < 16 && day >= 0 && day < 32;
  return isInside ? (years << 9) | (month << 5) | day : -1;
}
