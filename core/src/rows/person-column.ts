/**
 * The persons of rows in memory as whole numbers below 2³², in the order of their keys: twelve digits hold no more
 * than that, as there are only so many days to be born on. Other identifiers are numbered above or instead of them.
 */
import { readPersonnummer, withCentury } from '../register/personnummer.ts';
import { calendarDay, isCalendarDay } from '../register/day.ts';
import { hasTheForm } from '../register/persons.ts';
import { readCell, type Cell, type CellValue } from '../register/sheet.ts';
import { INVALID_DAY } from './day-column.ts';

/** In place of a person: an empty row, no person, one that can be anyone, ten digits without a date that tells the century. */
export const NOBODY = { notRead: 0, missing: 1, unidentified: 2, undated: 3 } as const;
/** Keys from here are what has no place among the others, numbered as they came. */
const FIRST_OTHER = 3_900_000_000;

export interface PersonColumn {
  /** By row; the least are NOBODY. */
  readonly keys: Uint32Array;
  /** Twelve digits are in order; others come after them, as they came. */
  readonly hasOthers: boolean;
  /** The twelve digits of a key, or 0 where the person is a text. */
  readonly digitsOf: (key: number) => number;
  readonly textOf: (key: number) => string;
  readonly arePersonnummer: boolean;
}

/**
 * @param days by row, which tell the century of ten digits
 * @param isDateEmpty whether a row has no date at all
 */
export function readPersons(
  persons: ArrayLike<Cell>,
  days: Int32Array,
  isDateEmpty: (row: number) => boolean,
): PersonColumn {
  const reading = new PersonReading(persons, days, isDateEmpty);
  return reading.asPersonnummer() ?? reading.asTexts();
}

class PersonReading {
  private readonly persons: ArrayLike<Cell>;
  private readonly days: Int32Array;
  private readonly isDateEmpty: (row: number) => boolean;
  private readonly keys: Uint32Array;
  /** Texts, and twelve digits of centuries that only a slip of the pen in the date can give. */
  private readonly others: (string | number)[] = [];
  private readonly keyOfOther = new Map<string | number, number>();

  constructor(persons: ArrayLike<Cell>, days: Int32Array, isDateEmpty: (row: number) => boolean) {
    this.persons = persons;
    this.days = days;
    this.isDateEmpty = isDateEmpty;
    this.keys = new Uint32Array(persons.length);
  }

  /** Null where most are not of that form. */
  asPersonnummer(): PersonColumn | null {
    const { persons, keys } = this;
    const births = new BirthDays();
    let empty = 0;
    let ofOtherForm = 0;
    for (let i = 0; i < keys.length; i++) {
      const cell = persons[i];
      const twelve = typeof cell === 'number' ? cell : typeof cell === 'string' ? plainDigits(cell) : 0;
      const key = births.keyOf(twelve);
      if (key !== 0) {
        keys[i] = key;
        continue;
      }
      const value = readCell(cell);
      if (value === null) empty++;
      else if (!hasTheForm(readPersonnummer(value))) ofOtherForm++;
      keys[i] = this.keyByTheRules(value, i);
    }
    const filled = keys.length - empty;
    const arePersonnummer = (filled - ofOtherForm) * 2 > filled;
    return arePersonnummer ? this.column(true) : null;
  }

  /** Every identifier as it stands. */
  asTexts(): PersonColumn {
    this.others.length = 0;
    this.keyOfOther.clear();
    const { persons, keys } = this;
    for (let i = 0; i < keys.length; i++) {
      const value = readCell(persons[i]);
      keys[i] = value === null ? this.keyOfNothing(i) : this.keyOf(String(value));
    }
    return this.column(false);
  }

  private column(arePersonnummer: boolean): PersonColumn {
    const { keys, others } = this;
    const digitsOf = (key: number) => {
      if (key < FIRST_OTHER) return digitsOfKey(key);
      const other = others[key - FIRST_OTHER]!;
      return typeof other === 'number' ? other : 0;
    };
    const textOf = (key: number) => {
      const digits = digitsOf(key);
      return digits === 0 ? String(others[key - FIRST_OTHER]) : String(digits).padStart(12, '0');
    };
    return { keys, hasOthers: others.length > 0, digitsOf, textOf, arePersonnummer };
  }

  private keyByTheRules(value: CellValue, row: number): number {
    if (value === null) return this.keyOfNothing(row);
    const reading = readPersonnummer(value);
    if (reading.kind === 'unidentified') return NOBODY.unidentified;
    if (reading.kind === 'other') return this.keyOf(String(value));
    if (reading.kind === 'full') return keyOfDigits(reading.digits);
    const day = this.days[row]!;
    if (day <= INVALID_DAY) return NOBODY.undated;
    const twelve = withCentury(reading.digits, reading.centenarian, yearMonthDay(day));
    return isInRange(twelve) ? keyOfDigits(twelve) : this.keyOf(twelve);
  }

  private keyOfNothing(row: number): number {
    return this.isDateEmpty(row) ? NOBODY.notRead : NOBODY.missing;
  }

  private keyOf(other: string | number): number {
    let key = this.keyOfOther.get(other);
    if (key === undefined) {
      key = FIRST_OTHER + this.others.length;
      this.others.push(other);
      this.keyOfOther.set(other, key);
    }
    return key;
  }
}

function yearMonthDay(day: number): number {
  const { year, month, day: ofMonth } = calendarDay(day);
  return year * 10_000 + month * 100 + ofMonth;
}

const FIRST_YEAR = 1800;
const LAST_YEAR = 2099;
/** Month and day are below this: the month at most 12, the day at most 31 and 60. */
const DAYS_OF_YEAR = 1300;

const isInRange = (twelve: number) => twelve >= FIRST_YEAR * 1e8 && twelve < (LAST_YEAR + 1) * 1e8;

/** Of twelve digits that are a personnummer. */
function keyOfDigits(twelve: number): number {
  const birth = Math.floor(twelve / 10_000);
  const year = (birth / 10_000) | 0;
  const place = (year - FIRST_YEAR) * DAYS_OF_YEAR + (birth - year * 10_000);
  return place * 10_000 + (twelve - birth * 10_000);
}

function digitsOfKey(key: number): number {
  const place = Math.floor(key / 10_000);
  const year = Math.floor(place / DAYS_OF_YEAR);
  const birth = (FIRST_YEAR + year) * 10_000 + (place - year * DAYS_OF_YEAR);
  return birth * 10_000 + (key - place * 10_000);
}

const BIRTH = { unread: 0, real: 1, none: 2 } as const;

/** Which dates somebody can be born on: each is looked up in the calendar once. */
class BirthDays {
  private readonly known = new Uint8Array((LAST_YEAR + 1 - FIRST_YEAR) * DAYS_OF_YEAR);

  /** The key of a whole number of twelve digits that is a personnummer; 0 where it is anything else. */
  keyOf(twelve: number): number {
    if (!isInRange(twelve)) return 0;
    const birth = Math.floor(twelve / 10_000);
    const lastFour = twelve - birth * 10_000;
    if (lastFour !== (lastFour | 0) || lastFour === 0) return 0;
    const year = (birth / 10_000) | 0;
    const monthAndDay = birth - year * 10_000;
    if (monthAndDay >= DAYS_OF_YEAR) return 0;
    const place = (year - FIRST_YEAR) * DAYS_OF_YEAR + monthAndDay;
    if (this.known[place] === BIRTH.unread) this.known[place] = isBirthDay(year, monthAndDay);
    return this.known[place] === BIRTH.real ? place * 10_000 + lastFour : 0;
  }
}

function isBirthDay(year: number, monthAndDay: number): number {
  const day = monthAndDay % 100;
  const month = Math.floor(monthAndDay / 100);
  return isCalendarDay(year, month, day > 60 ? day - 60 : day) ? BIRTH.real : BIRTH.none;
}

const MINUS = 45;

/** Twelve digits, perhaps with a dash before the last four; 0 where it is anything else. */
function plainDigits(text: string): number {
  const length = text.length;
  if (length !== 12 && (length !== 13 || text.charCodeAt(8) !== MINUS)) return 0;
  const birth = digitsIn(text, 0, 8);
  const lastFour = digitsIn(text, length - 4, length);
  return birth < 0 || lastFour < 0 ? 0 : birth * 10_000 + lastFour;
}

function digitsIn(text: string, from: number, to: number): number {
  let digits = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    digits = digits * 10 + digit;
  }
  return digits;
}
