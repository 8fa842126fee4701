/**
 * What the values of a column mean, each asked about once. An engine that holds the rows gives a column's distinct
 * values with how many rows hold each; the answer says of each what the rules of the register make of it, so that the
 * engine has only to look it up.
 */
import type { Outcome } from '../problem.ts';
import { succeed } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { CodeReader, type CodedRole } from '../register/codes.ts';
import { readDate } from '../register/date.ts';
import { calendarDay } from '../register/day.ts';
import { mapColumns, type Mapping } from '../register/mapping.ts';
import { readPersonnummer } from '../register/personnummer.ts';
import { hasTheForm } from '../register/persons.ts';
import { PROFILES } from '../register/profiles.ts';
import {
  DATE,
  fitOf,
  investigationsOf,
  limit,
  limitWithoutColumn,
  readAgeColumn,
  readCategory,
  SEX,
  TYPE,
  typesOf,
  UNKNOWN_AGE,
  type CategoryColumn,
  type Register,
  type ValueMeaning,
} from '../register/register.ts';
import type { CodedColumn, Sheet } from '../register/sheet.ts';

/** A value as text, trimmed and never empty, and how many rows hold it. */
export interface ValueCount {
  readonly value: string;
  readonly rows: number;
}

/** Which column is which, from the first rows of a source (its header and some below), as `analyse` finds them. */
export function mapSource(head: Sheet, settings: Settings): Outcome<Mapping> {
  const mapped = mapColumns(head, settings.columns, settings.profile ? PROFILES[settings.profile] : {});
  if (!mapped.ok) return mapped;
  return limitWithoutColumn(mapped.value, settings) ?? succeed(mapped.value);
}

/** What a date cell says. */
export interface DateMeaning {
  readonly kind: 'missing' | 'invalid' | 'day';
  /** Days since 1970-01-01; 0 where there is no day. */
  readonly day: number;
  /** Year · 10000 + month · 100 + day; 0 where there is no day. */
  readonly ymd: number;
}

/** What a date cell says, by definitions.md. */
export function dateMeaning(value: string): DateMeaning {
  const reading = readDate(value, 1900);
  if (reading.kind !== 'day') return { kind: reading.kind, day: 0, ymd: 0 };
  const { year, month, day } = calendarDay(reading.day);
  return { kind: 'day', day: reading.day, ymd: year * 10_000 + month * 100 + day };
}

/** Age in years by value; null where it is not one. */
export function ageMeanings(values: readonly ValueCount[]): readonly (number | null)[] {
  const ages = readAgeColumn(columnOf(values), rowsOf(values));
  return values.map((_, at) => (ages[at + 1] === UNKNOWN_AGE ? null : ages[at + 1]!));
}

/** A coded column's distinct values, taken together where they stand for the same. */
export interface CategoryMeanings {
  readonly names: readonly string[];
  readonly codes: readonly (string | null)[];
  readonly meanings: readonly ValueMeaning[];
  /** By value: its place among the names; 0 is missing. */
  readonly places: readonly number[];
  /** By value: the number that the register has for its code; 3 of a reason that is LOB, 0 where there is none. */
  readonly numbers: readonly number[];
  /** By value: whether the settings' limit lets it through; null without a limit. */
  readonly allowed: readonly boolean[] | null;
}

const LIMITS = { reason: 'reasons', type: 'types', organisation: 'organisations' } as const;

/** What the values of a coded column stand for, and which of them the limits let through. */
export function categoryMeanings(
  role: CodedRole,
  values: readonly ValueCount[],
  settings: Settings,
): CategoryMeanings {
  // A row for each value, and the numbers of rows as the engine has counted them.
  const reader = new CodeReader(role, settings.codes[role]);
  const category = readCategory(columnOf(values), 0, rowsOf(values), reader);
  const { names, codes, meanings, index } = category;
  const isAllowed = limit(category, role in LIMITS ? settings[LIMITS[role as keyof typeof LIMITS]] : null);
  const numbers = numbersOf(role, category);
  return {
    names,
    codes,
    meanings,
    places: values.map((_, at) => index[at + 1]!),
    numbers: values.map((_, at) => numbers[at + 1]!),
    allowed: isAllowed && values.map((_, at) => isAllowed(at + 1)),
  };
}

function numbersOf(role: CodedRole, category: CategoryColumn): ArrayLike<number> {
  const { index, codes } = category;
  if (role === 'type') return typesOf(category, null, index.length)!;
  if (role === 'investigation') return investigationsOf(category);
  return index.map((place) => NUMBERS[codes[place] ?? ''] ?? 0);
}

const NUMBERS: Readonly<Record<string, number>> = { man: SEX.man, woman: SEX.woman, lob: TYPE.lob };

/** The shares of the columns' filled cells that are of the form that they should have. */
export function fitOfSource(
  dates: readonly (ValueCount & { readonly kind: DateMeaning['kind'] })[],
  person: number,
  categories: Readonly<Partial<Record<CodedRole, CategoryMeanings>>>,
): Register['fit'] {
  const rows = rowsOf(dates);
  const kind = Uint8Array.from([DATE.missing, ...dates.map((date) => DATE[date.kind])]);
  return fitOf({ rows, kind }, { fit: () => person }, categories);
}

/** What a person cell says. */
export interface PersonMeaning {
  readonly kind: 'full' | 'short' | 'centenarian' | 'unidentified' | 'other';
  /** Twelve (`full`) or ten digits; null otherwise. */
  readonly digits: string | null;
  readonly rightCheckDigit: boolean;
  /** Whether it speaks for a column of personnummer. */
  readonly hasTheForm: boolean;
}

/** A cell as personnummer; the century of ten digits is for the row's date to tell. */
export function personMeaning(value: string): PersonMeaning {
  const reading = readPersonnummer(value);
  const form = hasTheForm(reading);
  if (reading.kind === 'unidentified' || reading.kind === 'other')
    return { kind: reading.kind, digits: null, rightCheckDigit: true, hasTheForm: form };
  const { digits, rightCheckDigit } = reading;
  const isFull = reading.kind === 'full';
  return {
    kind: isFull ? 'full' : reading.centenarian ? 'centenarian' : 'short',
    digits: String(digits).padStart(isFull ? 12 : 10, '0'),
    rightCheckDigit,
    hasTheForm: form,
  };
}

function columnOf(values: readonly ValueCount[]): CodedColumn {
  return {
    codes: Int32Array.from({ length: values.length + 1 }, (_, code) => code),
    size: values.length + 1,
    value: (code) => (code === 0 ? null : values[code - 1]!.value),
    textOnly: true,
  };
}

function rowsOf(values: readonly ValueCount[]): Int32Array {
  return Int32Array.from([0, ...values.map(({ rows }) => rows)]);
}
