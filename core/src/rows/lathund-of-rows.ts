/**
 * The register and the lathund of rows that a program has in memory: one array of persons, one of dates. The same
 * figures, exclusions and warnings as `analyse` gives the same two columns, in a fraction of the time: rows are sorted
 * by person as whole numbers, so that each person's rows lie together and persons come out in order.
 */
import { monthsBetween } from '../lathund/months.ts';
import { frequencyGroups, groupIndex } from '../lathund/groups.ts';
import type { Lathund } from '../lathund/lathund.ts';
import { succeed, type Outcome } from '../problem.ts';
import { calendarDay, dayNumber, isoDate } from '../register/day.ts';
import { birthDateOf, completedYears, hasRightCheckDigit } from '../register/personnummer.ts';
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
import { rowsInOrder, type RowsInOrder } from './row-order.ts';

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
  const people = peopleIn(order.keys, persons);
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
  for (let p = 0; p < persons; p++) {
    if (first[p] !== last[p]) months[p] = monthsBetween(first[p]!, last[p]!, settings.months);
    group[p] = groupIndex(actualisations[p]!, settings.groups);
  }
  const groups = frequencyGroups(settings.groups);
  return { persons, keys, key: keyIn(keys), ...counted, months, group, groups };
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
  const from = period?.from ? settingsDay(period.from) : -Infinity;
  const to = period?.to ? settingsDay(period.to) : Infinity;
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

function peopleIn(keys: Uint32Array, column: PersonColumn): People {
  const distinct = distinctOf(keys);
  const size = distinct.length;
  const digits = new Float64Array(size);
  const wrongCheckDigit = new Uint8Array(size);
  for (let p = 0; p < size; p++) {
    digits[p] = column.digitsOf(distinct[p]!);
    if (digits[p] !== 0 && !hasRightCheckDigit(digits[p]! % 1e10)) wrongCheckDigit[p] = 1;
  }
  if (!column.hasOthers) return { number: null, keys: { digits, texts: new Map() }, wrongCheckDigit };
  return { ...inOrderOfText(digits, (p) => column.textOf(distinct[p]!)), wrongCheckDigit };
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

/** @param keys rising */
function distinctOf(keys: Uint32Array): Uint32Array {
  let size = 0;
  for (let i = 0; i < keys.length; i++) if (i === 0 || keys[i] !== keys[i - 1]) size++;
  const distinct = new Uint32Array(size);
  for (let i = 0, at = 0; i < keys.length; i++)
    if (i === 0 || keys[i] !== keys[i - 1]) distinct[at++] = keys[i]!;
  return distinct;
}

/** By row, bit by bit: what there is to say of it. */
const WARNED = { checkDigit: 1, unlikelyDate: 2, equalRows: 4 } as const;
const WARNING_OF: readonly (readonly [bit: number, warning: Warning])[] = [
  [WARNED.checkDigit, 'check-digit'],
  [WARNED.unlikelyDate, 'unlikely-date'],
  [WARNED.equalRows, 'equal-rows'],
];

/** Person by person, whose rows lie together. */
function walk({ keys, rows, days }: RowsInOrder, people: People, rowCount: number, settings: Settings) {
  const size = people.keys.digits.length;
  const personOfRow = new Int32Array(rowCount).fill(-1);
  const warned = new Uint8Array(rowCount);
  const [actualisations, first, last] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const likelyFrom = dayNumber(UNLIKELY_BEFORE_YEAR, 1, 1);
  const asOf = settingsDay(settings.asOf);
  for (let p = 0, start = 0; p < size; p++) {
    const person = people.number ? people.number[p]! : p;
    const key = keys[start]!;
    const wrong = people.wrongCheckDigit[p] === 0 ? 0 : WARNED.checkDigit;
    let least = 2_147_483_647;
    let most = -2_147_483_648;
    let end = start;
    for (; end < keys.length && keys[end] === key; end++) {
      const row = rows[end]!;
      const day = days[end]!;
      personOfRow[row] = person;
      if (day < least) least = day;
      if (day > most) most = day;
      const unlikely = day < likelyFrom || day > asOf ? WARNED.unlikelyDate : 0;
      if ((wrong | unlikely) !== 0) warned[row] = wrong | unlikely;
    }
    actualisations[person] = end - start;
    first[person] = least;
    last[person] = most;
    if (end - start > 1) forEqualDays(days, start, end, (at) => (warned[rows[at]!]! |= WARNED.equalRows));
    start = end;
  }
  return { personOfRow, warned, actualisations, first, last };
}

/** Up to as many days are held two by two against each other; more are sorted. */
const FEW = 16;

/** Asks for every place between `start` and `end` whose day stands at another place too; for some more than once. */
function forEqualDays(days: Int32Array, start: number, end: number, found: (at: number) => void): void {
  if (end - start > FEW) {
    const places = Int32Array.from({ length: end - start }, (_, i) => start + i);
    places.sort((a, b) => days[a]! - days[b]!);
    for (let i = 1; i < places.length; i++) {
      if (days[places[i]!] !== days[places[i - 1]!]) continue;
      found(places[i - 1]!);
      found(places[i]!);
    }
    return;
  }
  for (let at = start + 1; at < end; at++) {
    for (let before = start; before < at; before++) {
      if (days[at] !== days[before]) continue;
      found(before);
      found(at);
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
