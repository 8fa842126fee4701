/** Months between two days, in the three conventions of definitions.md. Always named where shown. */
import { calendarDay, type CalendarDay } from '../register/day.ts';
import type { MonthsConvention } from '../settings.ts';

/** Average length of a month in the Gregorian calendar's 365,25-day approximation. */
const DAYS_PER_MONTH = 30.4375;

/**
 * @param first day number, not after `last`
 * @param convention `completed` as Excel's DATEDIF "m" (default): whole months passed. `boundaries` as DAX DATEDIFF and
 *   T-SQL: changes of month. `average`: days / 30,4375, to one decimal.
 * @param calendar what day of the calendar a day number is; for who asks of many days and remembers them
 * @returns months, 0 or more
 * @example monthsBetween(dayNumber(2020, 1, 31), dayNumber(2020, 2, 29), 'completed') // 0
 */
export function monthsBetween(
  first: number,
  last: number,
  convention: MonthsConvention,
  calendar: (day: number) => CalendarDay = calendarDay,
): number {
  if (convention === 'average') return Math.round(((last - first) / DAYS_PER_MONTH) * 10) / 10;
  const a = calendar(first);
  const b = calendar(last);
  const boundaries = (b.year - a.year) * 12 + b.month - a.month;
  return convention === 'completed' && b.day < a.day ? boundaries - 1 : boundaries;
}
