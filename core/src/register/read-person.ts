/** What one cell says of a person, for hosts that ask about a cell at a time. */
import { readDate } from './date.ts';
import { calendarDay } from './day.ts';
import { birthDateOf, completedYears, isMan, readPersonnummer, withCentury } from './personnummer.ts';
import type { CellValue } from './sheet.ts';

/** What one cell says of a person. */
export type PersonReading =
  | {
      readonly kind: 'personnummer';
      /** Twelve digits; `null` for ten without a date, which alone tells their century. */
      readonly key: string | null;
      /** Completed years on the date; `null` without one, below 0 before the birth. */
      readonly age: number | null;
      readonly sex: 'man' | 'woman';
      readonly rightCheckDigit: boolean;
    }
  /** `unidentified`: can be anyone (last four missing, 0000 or interim). `other`: not of this form. */
  | { readonly kind: 'unidentified' | 'other' };

/**
 * Reads a cell as personnummer or samordningsnummer, in any notation of definitions.md "Person". An identifier of
 * another kind, such as a running number, can look like one: what a whole column holds is for `lathundOfColumns`.
 *
 * @param date of the row, as its cell holds it; without a date that a calendar has, nothing is told that needs one
 * @example readPerson('811218-9876', '2018-12-17') // { key: '198112189876', age: 36, sex: 'man', … }
 */
export function readPerson(cell: CellValue, date: CellValue, dateSystem: 1900 | 1904 = 1900): PersonReading {
  const reading = readPersonnummer(cell);
  if (reading.kind === 'unidentified' || reading.kind === 'other') return reading;
  const { digits, rightCheckDigit } = reading;
  const day = yearMonthDay(date, dateSystem);
  const twelve =
    reading.kind === 'full' ? digits : day === null ? null : withCentury(digits, reading.centenarian, day);
  return {
    kind: 'personnummer',
    key: twelve === null ? null : String(twelve).padStart(12, '0'),
    age: twelve === null || day === null ? null : completedYears(birthDateOf(twelve), day),
    sex: isMan(digits) ? 'man' : 'woman',
    rightCheckDigit,
  };
}

function yearMonthDay(date: CellValue, dateSystem: 1900 | 1904): number | null {
  const reading = readDate(date, dateSystem);
  if (reading.kind !== 'day') return null;
  const { year, month, day } = calendarDay(reading.day);
  return year * 10_000 + month * 100 + day;
}
