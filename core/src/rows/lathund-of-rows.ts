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
import { birthDateOf, completedYears, luhnSum } from '../register/personnummer.ts';
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
import { INVALID_DAY, MISSING_DAY, readDays } from './day-column.ts';
import { NOBODY, readPersons, type PersonColumn } from './person-column.ts';
import { CELL, CELLS, rowsInOrder, type RowsInOrder } from './row-order.ts';

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
  const people = peopleIn(order, persons);
  const { personOfRow, warned, ...counted } = walk(order, people, day.length, settings);
  return succeed({
    lathund: lathundOfCounted(people.keys, counted, settings),
    personOfRow,
    day,
    account: accountOf(rows, fate, warned),
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
  let earliest = 0;
  for (let p = 0; p < persons; p++) if (p === 0 || first[p]! < earliest) earliest = first[p]!;
  const calendar = knownDays(earliest);
  for (let p = 0; p < persons; p++) {
    if (first[p] !== last[p]) months[p] = monthsBetween(first[p]!, last[p]!, settings.months, calendar);
    const count = actualisations[p]!;
    group[p] = count < FEW ? groupOfCount[count]! : groupIndex(count, settings.groups);
  }
  const groups = frequencyGroups(settings.groups);
  return { persons, keys, key: keyIn(keys), ...counted, months, group, groups };
}

/** Most persons have fewer actualisations than this. */
const FEW = 64;

/** Calendar days from the earliest on, each worked out once. */
function knownDays(earliest: number): (day: number) => CalendarDay {
  const known: CalendarDay[] = [];
  return (day) => (known[day - earliest] ??= calendarDay(day));
}

function dateCell({ date }: Rows, row: number) {
  return date instanceof Int32Array ? isoDate(date[row]!) : readCell(date[row]);
}

/** By row: 0 is used, 255 not read (empty), else a reason's place among EXCLUSION_REASONS, from 1. */
const USED = 0;
const NOT_READ = 255;
const FATE = Object.fromEntries(EXCLUSION_REASONS.map((reason, at) => [reason, at + 1])) as Record<
  ExclusionReason,
  number
>;

function fatesOf({ keys, digitsOf }: PersonColumn, day: Int32Array, settings: Settings): Uint8Array {
  const fate = new Uint8Array(keys.length);
  const { period, lowestAge } = settings;
  const from = period?.from ? settingsDay(period.from) : INVALID_DAY + 1;
  const to = period?.to ? settingsDay(period.to) : LATEST_DAY;
  for (let i = 0; i < fate.length; i++) {
    const key = keys[i]!;
    const on = day[i]!;
    if (key <= NOBODY.unidentified) fate[i] = FATE_OF_NOBODY[key]!;
    else if (on <= INVALID_DAY) fate[i] = on === MISSING_DAY ? FATE['missing-date'] : FATE['invalid-date'];
    else if (on < from || on > to) fate[i] = FATE['outside-period'];
    else if (lowestAge !== null && isUnder(lowestAge, digitsOf(key), on)) fate[i] = FATE['under-age'];
  }
  return fate;
}

/** No calendar has a later one that fits in a column. */
const LATEST_DAY = 2_147_483_647;

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
  /** By person in the order of the rows: the number in the lathund. Null where that is the same. */
  readonly number: Int32Array | null;
  readonly keys: PersonKeys;
  /** By person in the order of the rows: 1 where the check digit is wrong. */
  readonly wrongCheckDigit: Uint8Array;
}

function peopleIn(order: RowsInOrder, column: PersonColumn): People {
  const distinct = distinctKeys(order);
  const size = distinct.length;
  const digits = new Float64Array(size);
  const wrongCheckDigit = new Uint8Array(size);
  const isRight = checkDigits();
  for (let p = 0; p < size; p++) {
    digits[p] = column.digitsOf(distinct[p]!);
    if (digits[p] !== 0 && !isRight(digits[p]!)) wrongCheckDigit[p] = 1;
  }
  if (!column.hasOthers) return { number: null, keys: { digits, texts: new Map() }, wrongCheckDigit };
  return { ...inOrderOfText(digits, (p) => column.textOf(distinct[p]!)), wrongCheckDigit };
}

/** Whether twelve digits have the right check digit; each five of them are summed once. */
function checkDigits(): (twelve: number) => boolean {
  const sums = [new Uint8Array(100_000), new Uint8Array(100_000)] as const;
  const sumOf = (five: number, doubled: 0 | 1) => {
    const known = sums[doubled];
    // 0 is not known yet.
    if (known[five] === 0) known[five] = luhnSum(five, doubled) + 1;
    return known[five]! - 1;
  };
  return (twelve) => {
    const ten = twelve % 1e10;
    const firstFive = Math.floor(ten / 1e5);
    return (sumOf(firstFive, 1) + sumOf(ten - firstFive * 1e5, 0)) % 10 === 0;
  };
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

function distinctKeys({ size, cells }: RowsInOrder): Uint32Array {
  let persons = 0;
  for (let at = 0; at < size * CELLS; at += CELLS) if (at === 0 || cells[at] !== cells[at - CELLS]) persons++;
  const keys = new Uint32Array(persons);
  for (let at = 0, person = 0; at < size * CELLS; at += CELLS)
    if (at === 0 || cells[at] !== cells[at - CELLS]) keys[person++] = cells[at]!;
  return keys;
}

/** By row, bit by bit: what there is to say of it. */
const WARNED = { checkDigit: 1, unlikelyDate: 2, equalRows: 4 } as const;
const WARNING_OF: readonly (readonly [bit: number, warning: Warning])[] = [
  [WARNED.checkDigit, 'check-digit'],
  [WARNED.unlikelyDate, 'unlikely-date'],
  [WARNED.equalRows, 'equal-rows'],
];

/** Person by person, whose rows lie together. */
function walk({ size, cells }: RowsInOrder, people: People, rowCount: number, settings: Settings) {
  const persons = people.keys.digits.length;
  const personOfRow = new Int32Array(rowCount).fill(-1);
  const warned = new Uint8Array(rowCount);
  const actualisations = new Int32Array(persons);
  const first = new Int32Array(persons);
  const last = new Int32Array(persons);
  const likelyFrom = dayNumber(UNLIKELY_BEFORE_YEAR, 1, 1);
  const asOf = settingsDay(settings.asOf);
  const [earliest, latest] = reachOf(size, cells);
  // By day: whose row of that day was the last, counted from 1.
  const lastOn = new Int32Array(latest - earliest + 1);
  for (let p = 0, start = 0; p < persons; p++) {
    const person = people.number ? people.number[p]! : p;
    const key = cells[start]!;
    const wrong = people.wrongCheckDigit[p] === 0 ? 0 : WARNED.checkDigit;
    let least = latest;
    let most = earliest;
    let hasEqual = false;
    let at = start;
    for (; at < cells.length && cells[at] === key; at += CELLS) {
      const row = cells[at + CELL.row]!;
      const day = cells[at + CELL.day]! | 0;
      personOfRow[row] = person;
      if (day < least) least = day;
      if (day > most) most = day;
      if (lastOn[day - earliest] === p + 1) hasEqual = true;
      lastOn[day - earliest] = p + 1;
      const unlikely = day < likelyFrom || day > asOf ? WARNED.unlikelyDate : 0;
      if ((wrong | unlikely) !== 0) warned[row] = wrong | unlikely;
    }
    actualisations[person] = (at - start) / CELLS;
    first[person] = least;
    last[person] = most;
    if (hasEqual) warnOfEqualDays(cells.subarray(start, at), warned);
    start = at;
  }
  return { personOfRow, warned, actualisations, first, last };
}

/** The first and the last day of all; one and the same where there is no row. */
function reachOf(size: number, cells: Uint32Array): [earliest: number, latest: number] {
  if (size === 0) return [0, 0];
  let earliest = 2_147_483_647;
  let latest = -2_147_483_648;
  for (let at: number = CELL.day; at < size * CELLS; at += CELLS) {
    const day = cells[at]! | 0;
    if (day < earliest) earliest = day;
    if (day > latest) latest = day;
  }
  return [earliest, latest];
}

/** @param cells of one person's rows, of which some are of the same day */
function warnOfEqualDays(cells: Uint32Array, warned: Uint8Array): void {
  const rowOfDay = new Map<number, number>();
  for (let at = 0; at < cells.length; at += CELLS) {
    const row = cells[at + CELL.row]!;
    const other = rowOfDay.get(cells[at + CELL.day]!);
    if (other === undefined) rowOfDay.set(cells[at + CELL.day]!, row);
    else {
      warned[row]! |= WARNED.equalRows;
      warned[other]! |= WARNED.equalRows;
    }
  }
}

function accountOf(rows: Rows, fate: Uint8Array, warned: Uint8Array): RowAccount {
  const excluded: ExcludedRow[] = [];
  const warnings: RowWarning[] = [];
  let used = 0;
  for (let i = 0; i < fate.length; i++) {
    if (fate[i] === USED) {
      used++;
      if (warned[i] !== 0)
        for (const [bit, warning] of WARNING_OF) if (warned[i]! & bit) warnings.push({ row: i + 1, warning });
    } else if (fate[i] !== NOT_READ) {
      const reason = EXCLUSION_REASONS[fate[i]! - 1]!;
      excluded.push({ row: i + 1, reason, value: valueBehind(reason, rows, i) });
    }
  }
  return { read: used + excluded.length, used, excluded, warnings };
}

/** The cell that was the reason, as written. */
function valueBehind(reason: ExclusionReason, rows: Rows, i: number): string {
  const isOfPerson = reason === 'missing-person' || reason === 'unidentified-person';
  const cell = isOfPerson ? readCell(rows.person[i]) : dateCell(rows, i);
  return cell === null ? '' : String(cell);
}
