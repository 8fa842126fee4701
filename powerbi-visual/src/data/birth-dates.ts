/**
 * Dates of birth in the age field: core reads ages, so each becomes completed years on the day of its row. A cell that
 * is an age already stays.
 */
import { calendarDay, type CellValue, type CodedColumn } from 'isu-core';

/** More than any age in years, and less than any day number that is a date of birth of a living person. */
const HIGHEST_AGE = 150;
/** Day numbers of spreadsheets count from 30 December 1899. */
const SPREADSHEET_EPOCH = 25_569;
const HIGHEST_DAY_NUMBER = 80_000;
const DATE_TEXT = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/;

/** The age column with ages in it; the same column where it holds no date of birth. */
export function agesOf(column: CodedColumn, dates: CodedColumn): CodedColumn {
  const births = ymdByCode(column);
  if (births.every((birth) => birth === 0)) return column;
  const days = ymdByCode(dates);
  const codes = new Int32Array(column.codes.length);
  const ages = new Map<CellValue, number>();
  const values: CellValue[] = [null, column.value(1)];
  codes[0] = 1;
  for (let row = 1; row < codes.length; row++) {
    const code = column.codes[row]!;
    const age = births[code] === 0 ? column.value(code) : years(births[code]!, days[dates.codes[row]!]!);
    if (age === null) continue;
    let known = ages.get(age);
    if (known === undefined) {
      known = values.push(age) - 1;
      ages.set(age, known);
    }
    codes[row] = known;
  }
  return { codes, size: values.length, value: (code) => values[code] ?? null, textOnly: false };
}

/** YYYYMMDD by code; 0 where the cell is no date. Code 1 is the header. */
function ymdByCode({ size, value }: CodedColumn): Int32Array {
  const ymd = new Int32Array(size);
  for (let code = 2; code < size; code++) ymd[code] = ymdOf(value(code));
  return ymd;
}

function ymdOf(cell: CellValue): number {
  if (typeof cell === 'string') {
    const parts = DATE_TEXT.exec(cell);
    return parts ? Number(parts[1]! + parts[2]! + parts[3]!) : 0;
  }
  if (typeof cell !== 'number' || cell <= HIGHEST_AGE) return 0;
  if (cell >= 10_000_000) return Number.isInteger(cell) ? cell : 0;
  if (cell > HIGHEST_DAY_NUMBER) return 0;
  const { year, month, day } = calendarDay(Math.floor(cell) - SPREADSHEET_EPOCH);
  return year * 10_000 + month * 100 + day;
}

/** Completed years from one YYYYMMDD to another; null before birth or without a day. */
function years(birth: number, day: number): number | null {
  return day < birth ? null : Math.floor((day - birth) / 10_000);
}
