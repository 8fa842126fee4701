/** Periods as people write them: `2017-2019, 2020-2022`, or days as in `2020-01-01..2020-06-30`. */
import { fail, succeed, type Outcome } from '../problem.ts';
import { isCalendarDay, isoDate } from '../register/day.ts';
import { inLine } from '../register/spelling.ts';
import { settingsDay } from '../settings.ts';
import type { Period } from './parts.ts';

const YEARS = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/;
const DAYS = /^(\d{4}-\d{2}-\d{2})\s*\.\.\s*(\d{4}-\d{2}-\d{2})$/;

/** Periods as people write them, checked. */
export function readPeriods(text: string): Outcome<readonly Period[]> {
  const periods: Period[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    const period = readPeriod(part);
    if (!period)
      return fail(
        'wrong-period',
        `Perioden «${inLine(part)}» går inte att läsa. Skriv år, 2017-2019, eller dagar, 2017-01-01..2019-06-30, med komma mellan perioderna.`,
        `The period "${inLine(part)}" cannot be read. Write years, 2017-2019, or days, 2017-01-01..2019-06-30, with commas between the periods.`,
      );
    periods.push(period);
  }
  return succeed(periods);
}

function readPeriod(text: string): Period | null {
  const [, from, to = from] = YEARS.exec(text) ?? [];
  if (from !== undefined) return periodOf(`${from}-01-01`, `${to!}-12-31`);
  const [, first, last] = DAYS.exec(text) ?? [];
  if (first === undefined || !isDay(first) || !isDay(last!)) return null;
  return periodOf(first, last!);
}

/** Days, both included, as a period; whole years are called by their years, whole months by their months. */
export function periodOf(from: string, to: string): Period {
  const areYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  const areMonths = from.endsWith('-01') && isoDate(settingsDay(to) + 1).endsWith('-01');
  const told = areYears ? 'YYYY'.length : areMonths ? 'YYYY-MM'.length : 'YYYY-MM-DD'.length;
  const [first, last] = [from.slice(0, told), to.slice(0, told)];
  return { name: first === last ? first : `${first}–${last}`, from, to };
}

function isDay(iso: string): boolean {
  return isCalendarDay(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}
