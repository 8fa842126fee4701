/** Days as Excel counts them, in the workbook's date system. */
import { isoDate } from 'isu-core';

const DAY_ZERO = { 1900: 25_569, 1904: 24_107 } as const;
/** Excel's 1900 has a 29 February that never was: from 1 March on its numbers are right. */
const FIRST_RIGHT = { 1900: 61, 1904: 0 } as const;

/** @param day days since 1970-01-01; text where Excel has no such day */
export function serialNumber(day: number, dateSystem: 1900 | 1904): number | string {
  const serial = day + DAY_ZERO[dateSystem];
  return serial >= FIRST_RIGHT[dateSystem] ? serial : isoDate(day);
}
