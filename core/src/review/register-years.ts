/** Which calendar years a register holds, and which of them a review covers. */
import type { Analysis } from '../analyse.ts';
import { calendarDay } from '../register/day.ts';
import { settingsDay } from '../settings.ts';

type Dated = Pick<Analysis, 'settings' | 'lathund'>;

/** The first year whose dates are taken for what they say (`unlikely-date`). */
const LIKELY_FROM = 1990;

/**
 * Calendar years of the first and the latest used row, dates that cannot be right left aside.
 *
 * @returns null where there is no such row
 */
export function registerYears({ settings, lathund }: Dated): { from: number; to: number } | null {
  const asOf = settingsDay(settings.asOf);
  let [from, to] = [Infinity, -Infinity];
  for (let person = 0; person < lathund.persons; person++)
    for (const day of [lathund.first[person]!, lathund.last[person]!]) {
      const { year } = calendarDay(day);
      if (year < LIKELY_FROM || day > asOf) continue;
      from = Math.min(from, year);
      to = Math.max(to, year);
    }
  return from > to ? null : { from, to };
}

/**
 * The years of a review where nobody has said them: those of the period that the analysis is limited to, else of the
 * register. Rising; none where there is no row to tell.
 */
export function reviewYears(analysis: Dated): number[] {
  const { period } = analysis.settings;
  const rows = registerYears(analysis);
  const from = yearAt(period?.from) ?? rows?.from;
  const to = yearAt(period?.to) ?? rows?.to;
  return from === undefined || to === undefined ? [] : yearsFrom(from, to);
}

/** Rising, both ends included. */
export function yearsFrom(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

function yearAt(iso: string | null | undefined): number | undefined {
  return iso ? calendarDay(settingsDay(iso)).year : undefined;
}
