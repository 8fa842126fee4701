/**
 * The register and the lathund of rows that a program has in memory: one array of persons, one of dates. The same
 * figures, exclusions and warnings as `analyse` gives the same two columns, in a fraction of the time: rows are sorted
 * by person as whole numbers, so that each person's rows lie together and persons come out in order.
 */
import { monthsBetween } from '../lathund/months.ts';
import { frequencyGroups, groupIndex } from '../lathund/groups.ts';
import type { Lathund } from '../lathund/lathund.ts';
import { succeed, type Outcome } from '../problem.ts';
import { calendarDay, dayNumber, isoDate, type CalendarDay } from '../register/day.ts';
import { birthDateOf, completedYears } from '../register/personnummer.ts';
import { keyIn, type PersonKeys } from '../register/persons.ts';
import {
  EXCLUSION_REASONS,
  limitWithoutColumn,
  UNLIKELY_BEFORE_YEAR,
  type ExclusionReason,
  type ExcludedRow,
  type RowAccount,
  type RowWarning,
  type Warning,
} from '../register/register.ts';
import { readCell, type Cell } from '../register/sheet.ts';
import { settingsDay, type Settings } from '../settings.ts';
import { FIRST_DAY, LAST_DAY, readDays } from './day-column.ts';
import { NOBODY, readPersons, type PersonColumn } from './person-column.ts';
import { dayAt, groupsIn, rowAt, rowsInOrder, type RowsInOrder } from './row-order.ts';

/** Two arrays of the same length, a row at each place. */
export interface Rows {
  /** Personnummer as twelve digits (numbers or texts; a `Float64Array` is fastest), in any other notation, or other identifiers. */
  readonly person: ArrayLike<Cell>;
  /** In an `Int32Array` days since 1970-01-01; else `Date`s (at their local day), ISO texts or any notation that a sheet may hold. */
  readonly date: Int32Array | ArrayLike<Cell>;
}

/** The register of rows in memory and its lathund. */
export interface LathundOfRows {
  readonly lathund: Lathund;
  /** By row: the person's number in the lathund, or −1 where the row is not used. */
  readonly personOfRow: Int32Array;
  /** By row: days since 1970-01-01, where the row is used. */
  readonly day: Int32Array;
  /** The first row is number 1. Rows of the same person and day are `equal-rows`, as there is nothing to tell them apart. */
  readonly account: RowAccount;
}

/**
 * The lathund of rows in memory, and which rows it is of.
 *
 * @param rows persons and dates, neither copied nor changed
 * @param settings period, lowest age, groups, months and the day of the analysis; `columns` are not looked at
 * @returns the persons sorted by key, or the problem: a limit that needs a column that is not here
 * @example
 * const rows = { person: ['196002109863', '196002109863'], date: ['2020-01-31', '2020-03-01'] };
 * const outcome = lathundOfRows(rows, defaultSettings('2026-11-22'));
 * if (outcome.ok) outcome.value.lathund.months[0]; // 1
 */
export function lathundOfRows(rows: Rows, settings: Settings): Outcome<LathundOfRows> {
  const limited = limitWithoutColumn({ headerRow: 0, headers: [], columns: {}, declined: [] }, settings);
  if (limited) return limited;
  if (rows.person.length !== rows.date.length)
    throw new RangeError(`${String(rows.person.length)} persons and ${String(rows.date.length)} dates`);
  const day = readDays(rows.date);
  const persons = readPersons(rows.person, day, (i) => dateCell(rows, i) === null);
  const fate = fatesOf(persons, day, settings);
  const order = rowsInOrder(persons.keys, day, fate);
  const groups = groupsIn(order);
  const people = peopleIn(groups.keys, persons);
  // The keys have done their work: rows get their persons in the same memory.
  const personOfRow = new Int32Array(persons.keys.buffer).fill(-1);
  const counted = walk(order, groups.begins, people, settings, personOfRow, fate);
  return succeed({
    lathund: lathundOfCounted(people.keys, counted, settings),
    personOfRow,
    day,
    account: accountOf(rows, order.size, fate),
  });
}

function lathundOfCounted(
  keys: PersonKeys,
  counted: Pick<Lathund, 'actualisations' | 'first' | 'last'>,
  settings: Settings,
): Lathund {
  const { actualisations, first, last } = counted;
  const persons = actualisations.length;
  const months = new Float64Array(persons);
  const group = new Uint8Array(persons);
  const groupOfCount = Uint8Array.from({ length: FEW }, (_, count) => groupIndex(count, settings.groups));
  for (let from = 0; from < persons; from += BLOCK) {
    const to = Math.min(from + BLOCK, persons);
    monthsOf(first, last, from, to, settings.months, months);
    groupsOf(actualisations, from, to, groupOfCount, settings.groups, group);
  }
  const groups = frequencyGroups(settings.groups);
  return { persons, keys, key: keyIn(keys), ...counted, months, group, groups };
}

function monthsOf(
  first: Int32Array,
  last: Int32Array,
  from: number,
  to: number,
  convention: Settings['months'],
  months: Float64Array,
): void {
  for (let p = from; p < to; p++)
    if (first[p] !== last[p]) months[p] = monthsBetween(first[p]!, last[p]!, convention, knownDay);
}

function groupsOf(
  actualisations: Int32Array,
  from: number,
  to: number,
  groupOfCount: Uint8Array,
  limits: readonly number[],
  group: Uint8Array,
): void {
  for (let p = from; p < to; p++) {
    const count = actualisations[p]!;
    group[p] = count < FEW ? groupOfCount[count]! : groupIndex(count, limits);
  }
}

/** Most persons have fewer actualisations than this. */
const FEW = 64;

/** Calendar days since 1900, each worked out once. */
const KNOWN_FROM = dayNumber(1900, 1, 1);
const KNOWN_DAYS = 1 << 16;
const knownCalendar = new Array<CalendarDay | null>(KNOWN_DAYS).fill(null);

function knownDay(day: number): CalendarDay {
  const since = day - KNOWN_FROM;
  if (since < 0 || since >= KNOWN_DAYS) return calendarDay(day);
  return (knownCalendar[since] ??= calendarDay(day));
}

function dateCell({ date }: Rows, row: number) {
  return date instanceof Int32Array ? isoDate(date[row]!) : readCell(date[row]);
}

/**
 * By row: 0 is used, with the bits of WARNED for what there is to say of it; a reason's place among EXCLUSION_REASONS,
 * from 1; or not read (empty).
 */
const USED = 0;
const NOT_READ = 15;
const FATE = Object.fromEntries(EXCLUSION_REASONS.map((reason, at) => [reason, at + 1])) as Record<
  ExclusionReason,
  number
>;

/** Rows are looked at a block at a time in arrays that are always the same: see row-order.ts. */
const BLOCK = 8192;
const blockOfKeys = new Uint32Array(BLOCK);
const blockOfDays = new Int32Array(BLOCK);
const blockOfFates = new Uint8Array(BLOCK);

function fatesOf({ keys, digitsOf }: PersonColumn, day: Int32Array, settings: Settings): Uint8Array {
  const fate = new Uint8Array(keys.length);
  const { period, lowestAge } = settings;
  const from = period?.from ? settingsDay(period.from) : FIRST_DAY;
  const to = period?.to ? Math.min(settingsDay(period.to), LAST_DAY) : LAST_DAY;
  for (let start = 0; start < fate.length; start += BLOCK) {
    const size = Math.min(BLOCK, fate.length - start);
    blockOfKeys.set(keys.subarray(start, start + size));
    blockOfDays.set(day.subarray(start, start + size));
    if (areAllWithin(size, from, to) && lowestAge === null) continue;
    fatesOfBlock(size, from, to);
    if (lowestAge !== null)
      for (let i = 0; i < size; i++)
        if (blockOfFates[i] === USED && isUnder(lowestAge, digitsOf(blockOfKeys[i]!), blockOfDays[i]!))
          blockOfFates[i] = FATE['under-age'];
    fate.set(size === BLOCK ? blockOfFates : blockOfFates.subarray(0, size), start);
  }
  return fate;
}

function areAllWithin(size: number, from: number, to: number): boolean {
  for (let i = 0; i < size; i++) {
    const on = blockOfDays[i]!;
    if (blockOfKeys[i]! <= UNIDENTIFIED || on < from || on > to) return false;
  }
  return true;
}

const UNIDENTIFIED = NOBODY.unidentified;

function fatesOfBlock(size: number, from: number, to: number): void {
  for (let i = 0; i < size; i++) {
    const key = blockOfKeys[i]!;
    const on = blockOfDays[i]!;
    if (key > UNIDENTIFIED && on >= from && on <= to) blockOfFates[i] = USED;
    else if (key <= UNIDENTIFIED) blockOfFates[i] = FATE_OF_NOBODY[key]!;
    else if (on < FIRST_DAY) blockOfFates[i] = FATE['invalid-date'];
    else if (on > LAST_DAY) blockOfFates[i] = FATE['missing-date'];
    else blockOfFates[i] = FATE['outside-period'];
  }
}

const FATE_OF_NOBODY = [NOT_READ, FATE['missing-person'], FATE['unidentified-person']];

/** Only personnummer tell an age; who has none stays. */
function isUnder(lowestAge: number, digits: number, day: number): boolean {
  return digits !== 0 && completedYears(birthDateOf(digits), yearMonthDay(day)) < lowestAge;
}

function yearMonthDay(on: number): number {
  const { year, month, day } = calendarDay(on);
  return year * 10_000 + month * 100 + day;
}

interface People {
  /** By person in the order of the rows: the number in the lathund. */
  readonly number: Int32Array;
  readonly keys: PersonKeys;
  /** By person in the order of the rows: 1 where the check digit is wrong. */
  readonly wrongCheckDigit: Uint8Array;
}

function peopleIn(distinct: Uint32Array, column: PersonColumn): People {
  const { digits, wrongCheckDigit } = column.digitsOfAll(distinct);
  if (column.hasOthers)
    return { ...inOrderOfText(digits, (p) => column.textOf(distinct[p]!)), wrongCheckDigit };
  const number = new Int32Array(digits.length);
  for (let p = 0; p < number.length; p++) number[p] = p;
  return { number, keys: { digits, texts: new Map() }, wrongCheckDigit };
}

function inOrderOfText(
  digits: Float64Array,
  textOf: (person: number) => string,
): Pick<People, 'number' | 'keys'> {
  const named = Array.from(digits, (twelve, p) => ({ p, twelve, text: textOf(p) }));
  named.sort((a, b) => (a.text < b.text ? -1 : 1));
  const number = new Int32Array(digits.length);
  const texts = new Map<number, string>();
  for (const [at, { p, twelve, text }] of named.entries()) {
    number[p] = at;
    if (twelve === 0) texts.set(at, text);
  }
  return { number, keys: { digits: Float64Array.from(named, ({ twelve }) => twelve), texts } };
}

/** Above the reasons, bit by bit: what there is to say of a row that is used. */
const WARNED = { checkDigit: 16, unlikelyDate: 32, equalRows: 64 } as const;
const WARNING_OF: readonly (readonly [bit: number, warning: Warning])[] = [
  [WARNED.checkDigit, 'check-digit'],
  [WARNED.unlikelyDate, 'unlikely-date'],
  [WARNED.equalRows, 'equal-rows'],
];

/** By day, those 89 years apart together: where the last person with that day begins in order, counted from 1. */
const DAYS = 1 << 15;
const lastOn = new Int32Array(DAYS);

/**
 * Person by person, whose rows lie together.
 *
 * @param personOfRow to be filled
 * @param warned by row, to be marked by WARNED
 */
function walk(
  order: RowsInOrder,
  begins: Int32Array,
  people: People,
  settings: Settings,
  personOfRow: Int32Array,
  warned: Uint8Array,
) {
  const { form } = order;
  const persons = begins.length - 1;
  const actualisations = new Int32Array(persons);
  const first = new Int32Array(persons);
  const last = new Int32Array(persons);
  const likely = { from: dayNumber(UNLIKELY_BEFORE_YEAR, 1, 1), to: settingsDay(settings.asOf) };
  lastOn.fill(0);
  lastSince.fill(0);
  for (let from = 0, to = 0; from < persons; from = to) {
    to = Math.max(from + 1, personsOfBlock(begins, from));
    walkThrough(order, begins, from, to, people.number, personOfRow);
    countThrough(begins, from, to, people.number, form.earliest, actualisations, first, last);
    const leastLikely = likely.from - form.earliest;
    const mostLikely = likely.to - form.earliest;
    for (let p = from; p < to; p++) {
      p = nextRemarkable(p, from, to, people.wrongCheckDigit, leastLikely, mostLikely);
      if (p === to) break;
      const wrong = people.wrongCheckDigit[p] === 0 ? 0 : WARNED.checkDigit;
      if (wrong !== 0 || blockOfLeast[p - from]! < leastLikely || blockOfMost[p - from]! > mostLikely)
        warnOfRows(order, begins[p]!, begins[p + 1]!, wrong, likely, warned);
      if (blockOfEqual[p - from] !== 0) warnOfEqualRows(order, begins[p]!, begins[p + 1]!, p - from, warned);
    }
  }
  return { actualisations, first, last };
}

/** By person of a block: where the rows begin, the least day, the most, and whether some are equal, or 89 years apart. */
const blockOfBegins = new Int32Array(BLOCK + 1);
const blockOfLeast = new Int32Array(BLOCK);
const blockOfMost = new Int32Array(BLOCK);
const blockOfEqual = new Uint8Array(BLOCK);
/** By row in order. */
const block = new Float64Array(BLOCK);
const halvesOfBlock = new Int32Array(block.buffer);
const blockOfRows = new Int32Array(BLOCK);

/** The first person whose rows do not fit in a block with those of the persons from one on; the beginnings are noted. */
function personsOfBlock(begins: Int32Array, from: number): number {
  const begin = begins[from]!;
  let p = from;
  while (p + 1 < begins.length && begins[p + 1]! - begin <= BLOCK) {
    blockOfBegins[p - from] = begins[p]! - begin;
    p++;
  }
  blockOfBegins[p - from] = begins[p]! - begin;
  return p;
}

/** The persons of a block; or one who has more rows than a block holds. */
function walkThrough(
  { records, form }: RowsInOrder,
  begins: Int32Array,
  from: number,
  to: number,
  number: Int32Array,
  personOfRow: Int32Array,
): void {
  const { rowBits, keyBits } = form;
  const begin = begins[from]!;
  const end = begins[to]!;
  let [least, most, equal] = [LATEST, -1, 0];
  for (let at = begin; at < end; at += BLOCK) {
    const size = Math.min(BLOCK, end - at);
    block.set(records.subarray(at, at + size));
    readBlock(size, rowBits, keyBits);
    if (end - begin > BLOCK) blockOfBegins.set([0, size]);
    walkBlock(to - from, begin);
    writeBlock(to - from, from, number, personOfRow);
    least = Math.min(least, blockOfLeast[0]!);
    most = Math.max(most, blockOfMost[0]!);
    equal |= blockOfEqual[0]!;
  }
  blockOfLeast[0] = least;
  blockOfMost[0] = most;
  blockOfEqual[0] = equal;
}

/** Later than any day. */
const LATEST = 1 << 30;

function readBlock(size: number, rowBits: number, keyBits: number): void {
  const rowMask = (1 << rowBits) - 1;
  for (let i = 0; i < size; i++) {
    const low = halvesOfBlock[i * 2]!;
    blockOfRows[i] = low & rowMask;
    blockOfDays[i] = (low >>> rowBits) | ((halvesOfBlock[i * 2 + 1]! >>> keyBits) << (32 - rowBits));
  }
}

/**
 * Least and most are found without a branch, as nobody can foresee them: a difference's sign in all bits is a mask.
 *
 * @param begin where the block's first person begins among all rows in order
 */
function walkBlock(persons: number, begin: number): void {
  for (let p = 0; p < persons; p++) {
    const end = blockOfBegins[p + 1]!;
    const beginOfPerson = begin + blockOfBegins[p]!;
    let least = LATEST;
    let most = -1;
    let equal = 0;
    for (let i = blockOfBegins[p]!; i < end; i++) {
      const day = blockOfDays[i]!;
      const below = day - least;
      least += below & (below >> 31);
      const above = day - most;
      most += above & ~(above >> 31);
      equal |= (beginOfPerson - lastOn[day & (DAYS - 1)]!) >> 31;
      lastOn[day & (DAYS - 1)] = beginOfPerson + 1;
    }
    blockOfLeast[p] = least;
    blockOfMost[p] = most;
    blockOfEqual[p] = equal & 1;
  }
}

function writeBlock(persons: number, from: number, number: Int32Array, personOfRow: Int32Array): void {
  for (let p = 0; p < persons; p++) {
    const person = number[from + p]!;
    const end = blockOfBegins[p + 1]!;
    for (let i = blockOfBegins[p]!; i < end; i++) personOfRow[blockOfRows[i]!] = person;
  }
}

function countThrough(
  begins: Int32Array,
  from: number,
  to: number,
  number: Int32Array,
  earliest: number,
  actualisations: Int32Array,
  first: Int32Array,
  last: Int32Array,
): void {
  for (let p = from; p < to; p++) {
    const person = number[p]!;
    actualisations[person] = begins[p + 1]! - begins[p]!;
    first[person] = earliest + blockOfLeast[p - from]!;
    last[person] = earliest + blockOfMost[p - from]!;
  }
}

/** The next person, from one on, whose rows must be looked at again to say what there is to say of them. */
function nextRemarkable(
  at: number,
  from: number,
  to: number,
  wrongCheckDigit: Uint8Array,
  leastLikely: number,
  mostLikely: number,
): number {
  for (let p = at; p < to; p++) {
    if (wrongCheckDigit[p] !== 0 || blockOfEqual[p - from] !== 0) return p;
    if (blockOfLeast[p - from]! < leastLikely || blockOfMost[p - from]! > mostLikely) return p;
  }
  return to;
}

/** From one day to another, both included, dates are likely. */
interface Likely {
  readonly from: number;
  readonly to: number;
}

/** @param ofPerson what there is to say of each of the rows, which are one person's */
function warnOfRows(
  order: RowsInOrder,
  begin: number,
  end: number,
  ofPerson: number,
  likely: Likely,
  warned: Uint8Array,
): void {
  for (let at = begin; at < end; at++) {
    const day = dayAt(order, at);
    const unlikely = day < likely.from || day > likely.to ? WARNED.unlikelyDate : 0;
    warned[rowAt(order, at)]! |= ofPerson | unlikely;
  }
}

/** Of one person's rows, of which some are of the same day or 89 years apart. */
function warnOfEqualRows(
  order: RowsInOrder,
  begin: number,
  end: number,
  inBlock: number,
  warned: Uint8Array,
): void {
  const { halves, form } = order;
  const least = blockOfLeast[inBlock]!;
  if (blockOfMost[inBlock]! - least < DAYS)
    warnOfEqualDays(begin, end, least, halves, form.rowBits, form.keyBits, warned);
  else warnOfEqualDaysFarApart(order, begin, end, warned);
}

/** By days since a person's first: which row in order was the last of that day, counted from 1. */
const lastSince = new Int32Array(DAYS);

/** Of one person's rows, whose days are less than 89 years from the least. */
function warnOfEqualDays(
  begin: number,
  end: number,
  least: number,
  halves: Int32Array,
  rowBits: number,
  keyBits: number,
  warned: Uint8Array,
): void {
  const rowMask = (1 << rowBits) - 1;
  for (let at = begin; at < end; at++) {
    const low = halves[at * 2]!;
    const day = (low >>> rowBits) | ((halves[at * 2 + 1]! >>> keyBits) << (32 - rowBits));
    const before = lastSince[day - least]!;
    lastSince[day - least] = at + 1;
    if (before <= begin) continue;
    warned[halves[(before - 1) * 2]! & rowMask]! |= WARNED_EQUAL;
    warned[low & rowMask]! |= WARNED_EQUAL;
  }
}

const WARNED_EQUAL = WARNED.equalRows;

/** The same of any days. */
function warnOfEqualDaysFarApart(order: RowsInOrder, begin: number, end: number, warned: Uint8Array): void {
  const rowOfDay = new Map<number, number>();
  for (let at = begin; at < end; at++) {
    const row = rowAt(order, at);
    const other = rowOfDay.get(dayAt(order, at));
    if (other === undefined) rowOfDay.set(dayAt(order, at), row);
    else {
      warned[row]! |= WARNED_EQUAL;
      warned[other]! |= WARNED_EQUAL;
    }
  }
}

function accountOf(rows: Rows, used: number, fate: Uint8Array): RowAccount {
  const excluded: ExcludedRow[] = [];
  const warnings: RowWarning[] = [];
  for (let from = 0; from < fate.length; from += BLOCK) {
    const size = Math.min(BLOCK, fate.length - from);
    blockOfFates.set(fate.subarray(from, from + size));
    for (let i = remarkableFrom(0, size); i < size; i = remarkableFrom(i + 1, size)) {
      const row = from + i + 1;
      const found = blockOfFates[i]!;
      for (const [bit, warning] of WARNING_OF) if (found & bit) warnings.push({ row, warning });
      const reason = EXCLUSION_REASONS[found - 1];
      if (reason) excluded.push({ row, reason, value: valueBehind(reason, rows, from + i) });
    }
  }
  return { read: used + excluded.length, used, excluded, warnings };
}

/** The next row of the block that there is anything to say of. */
function remarkableFrom(from: number, size: number): number {
  let i = from;
  while (i < size && blockOfFates[i] === USED) i++;
  return i;
}

/** The cell that was the reason, as written. */
function valueBehind(reason: ExclusionReason, rows: Rows, i: number): string {
  const isOfPerson = reason === 'missing-person' || reason === 'unidentified-person';
  const cell = isOfPerson ? readCell(rows.person[i]) : dateCell(rows, i);
  return cell === null ? '' : String(cell);
}
