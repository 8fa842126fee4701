/**
 * The persons of rows in memory as whole numbers below 2³², in the order of their keys: twelve digits hold no more
 * than that, as there are only so many days to be born on. Other identifiers are numbered above or instead of them.
 */
import { luhnSum, readPersonnummer, withCentury } from '../register/personnummer.ts';
import { calendarDay, isCalendarDay } from '../register/day.ts';
import { hasTheForm } from '../register/persons.ts';
import { readCell, type Cell, type CellValue } from '../register/sheet.ts';
import { FIRST_DAY, LAST_DAY } from './day-column.ts';
import { fourDigits } from './digits.ts';

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
  /** The same of rising keys, and 1 for each whose check digit is wrong. */
  readonly digitsOfAll: (keys: Uint32Array) => { digits: Float64Array; wrongCheckDigit: Uint8Array };
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
    let empty = 0;
    let ofOtherForm = 0;
    for (let from = 0; from < keys.length; from += BLOCK) {
      const size = Math.min(BLOCK, keys.length - from);
      fillWithTwelve(persons, from, size);
      const hasMore = keysOfBlock(size);
      for (let i = 0; hasMore && i < size; i++) {
        if (blockOfKeys[i] !== 0) continue;
        const value = readCell(persons[from + i]);
        if (value === null) empty++;
        else if (!hasTheForm(readPersonnummer(value))) ofOtherForm++;
        blockOfKeys[i] = this.keyByTheRules(value, from + i);
      }
      keys.set(size === BLOCK ? blockOfKeys : blockOfKeys.subarray(0, size), from);
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
    const digitsOfAll = (some: Uint32Array) => {
      const digits = new Float64Array(some.length);
      const wrongCheckDigit = new Uint8Array(some.length);
      for (let from = 0; from < some.length; from += BLOCK)
        digitsOfKeys(some, from, Math.min(from + BLOCK, some.length), digits, wrongCheckDigit);
      for (let p = some.length - 1; p >= 0 && some[p]! >= FIRST_OTHER; p--) {
        digits[p] = digitsOf(some[p]!);
        wrongCheckDigit[p] = digits[p] === 0 || hasRightCheckDigit(digits[p]!) ? 0 : 1;
      }
      return { digits, wrongCheckDigit };
    };
    return { keys, hasOthers: others.length > 0, digitsOf, digitsOfAll, textOf, arePersonnummer };
  }

  private keyByTheRules(value: CellValue, row: number): number {
    if (value === null) return this.keyOfNothing(row);
    const reading = readPersonnummer(value);
    if (reading.kind === 'unidentified') return NOBODY.unidentified;
    if (reading.kind === 'other') return this.keyOf(String(value));
    if (reading.kind === 'full') return keyOfDigits(reading.digits);
    const day = this.days[row]!;
    if (day < FIRST_DAY || day > LAST_DAY) return NOBODY.undated;
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

/** Rows are read a block at a time in arrays that are always the same: see row-order.ts. */
const BLOCK = 8192;
const blockOfTwelve = new Float64Array(BLOCK);
const blockOfKeys = new Uint32Array(BLOCK);

/** Twelve digits as a number, or whatever else the cell holds; 0 of a text that is not of that form. */
function fillWithTwelve(persons: ArrayLike<Cell>, from: number, size: number): void {
  if (persons instanceof Float64Array) blockOfTwelve.set(persons.subarray(from, from + size));
  else
    for (let i = 0; i < size; i++) {
      const cell = persons[from + i];
      if (typeof cell === 'string') writePlainDigits(cell, i);
      else blockOfTwelve[i] = typeof cell === 'number' ? cell : 0;
    }
}

/** Of rising keys: those of the same birth follow each other, and what it tells is worked out once for all of them. */
function digitsOfKeys(
  keys: Uint32Array,
  from: number,
  to: number,
  digits: Float64Array,
  wrongCheckDigit: Uint8Array,
): void {
  let place = -1;
  let birth = 0;
  let sumOfBirth = 0;
  for (let p = from; p < to; p++) {
    const key = keys[p]!;
    const placeOfKey = (key / 10_000) >>> 0;
    if (placeOfKey !== place) {
      place = placeOfKey;
      birth = FIRST_YEAR * 10_000 + place + ((place / DAYS_OF_YEAR) | 0) * (10_000 - DAYS_OF_YEAR);
      sumOfBirth = luhnSumOfBirth(birth);
    }
    const lastFour = key - place * 10_000;
    if (sumsOfLastFour[lastFour] === 0) sumsOfLastFour[lastFour] = luhnSum(lastFour, 0) + 1;
    digits[p] = birth * 10_000 + lastFour;
    if ((sumOfBirth + sumsOfLastFour[lastFour]! - 1) % 10 !== 0) wrongCheckDigit[p] = 1;
  }
}

/** What Luhn's rule makes of the last four digits, and 1: 0 is not known yet. */
const sumsOfLastFour = new Uint8Array(10_000);

/** Of the last six of eight digits: the last is not doubled, and the five before it are as five by themselves. */
function luhnSumOfBirth(birth: number): number {
  return luhnSum(((birth / 10) | 0) % 100_000, 1) + (birth % 10);
}

function hasRightCheckDigit(twelve: number): boolean {
  const birth = Math.floor(twelve / 10_000);
  return (luhnSumOfBirth(birth) + luhnSum(twelve - birth * 10_000, 0)) % 10 === 0;
}

const UNREAD = 0;
const REAL = 1;
const UNREAL = 2;
/** Which dates somebody can be born on: each is looked up in the calendar once. */
const births = new Uint8Array((LAST_YEAR + 1 - FIRST_YEAR) * DAYS_OF_YEAR);
/** As many numbers has a birth of eight digits, from the first year on. */
const BIRTHS = (LAST_YEAR + 1 - FIRST_YEAR) * 10_000;

/** The keys of whole numbers of twelve digits that are personnummer, and 0 where it is anything else: whether there is any. */
function keysOfBlock(size: number): boolean {
  let hasMore = false;
  for (let i = 0; i < size; i++) {
    const sinceFirst = blockOfTwelve[i]! - FIRST_YEAR * 1e8;
    // Multiplied where it could be divided, which is slower; what is then one too low has four digits that are too many.
    const birth = (sinceFirst * 1e-4) | 0;
    const lastFour = sinceFirst - birth * 10_000;
    const four = lastFour | 0;
    const year = (birth * 1e-4) | 0;
    const monthAndDay = birth - year * 10_000;
    const place = year * DAYS_OF_YEAR + monthAndDay;
    const isPlain = four === lastFour && four > 0 && four < 10_000 && monthAndDay < DAYS_OF_YEAR;
    if (isPlain && birth >= 0 && birth < BIRTHS && (births[place] === REAL || isBirth(place)))
      blockOfKeys[i] = Math.imul(place, 10_000) + four;
    else {
      blockOfKeys[i] = 0;
      hasMore = true;
    }
  }
  return hasMore;
}

function isBirth(place: number): boolean {
  if (births[place] === UNREAD)
    births[place] = isBirthDay(FIRST_YEAR + Math.floor(place / DAYS_OF_YEAR), place % DAYS_OF_YEAR)
      ? REAL
      : UNREAL;
  return births[place] === REAL;
}

function isBirthDay(year: number, monthAndDay: number): boolean {
  const day = monthAndDay % 100;
  const month = Math.floor(monthAndDay / 100);
  return isCalendarDay(year, month, day > 60 ? day - 60 : day);
}

const MINUS = 45;

/**
 * Twelve digits, perhaps with a dash before the last four, as the number of a row in the block; 0 where it is anything
 * else. Written rather than returned, as a number of twelve digits takes an object of its own to be returned.
 */
function writePlainDigits(text: string, row: number): void {
  const length = text.length;
  blockOfTwelve[row] = 0;
  if (length !== 12 && (length !== 13 || text.charCodeAt(8) !== MINUS)) return;
  const year = fourDigits(text, 0);
  const monthAndDay = fourDigits(text, 4);
  const lastFour = fourDigits(text, length - 4);
  if ((year | monthAndDay | lastFour) >= 0)
    blockOfTwelve[row] = (year * 10_000 + monthAndDay) * 10_000 + lastFour;
}
