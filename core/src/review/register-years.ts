/** Which calendar years a register holds, and which of them a review covers. */
import type { Analysis } from '../analyse.ts';
import type { Problem } from '../problem.ts';
import { calendarDay, dayNumber, isoDate } from '../register/day.ts';
import { settingsDay } from '../settings.ts';
import { MOST_YEARS, writeYears } from './form-years.ts';
import type { Form } from './form.ts';

/** What an analysis tells of its years. */
export type Dated = Pick<Analysis, 'settings' | 'lathund'>;

/** The first year whose dates are taken for what they say (`unlikely-date`). */
const LIKELY_FROM = 1990;

/** Calendar years of the first and the latest used row, dates that cannot be right left aside; null where none is left. */
export function registerYears(analysis: Dated): { from: number; to: number } | null {
  const days = registerDays(analysis);
  return days && { from: calendarDay(days.from).year, to: calendarDay(days.to).year };
}

function registerDays({ settings, lathund }: Dated): { from: number; to: number } | null {
  const least = dayNumber(LIKELY_FROM, 1, 1);
  const most = settingsDay(settings.asOf);
  let [from, to] = [Infinity, -Infinity];
  for (let person = 0; person < lathund.persons; person++)
    for (const day of [lathund.first[person]!, lathund.last[person]!]) {
      if (day < least || day > most) continue;
      from = Math.min(from, day);
      to = Math.max(to, day);
    }
  return from > to ? null : { from, to };
}

/**
 * The years of a review where nobody has said them: those of the period that the analysis is limited to, else of the
 * register; of more than a form holds, the latest. Rising; none where there is no row to tell.
 */
export function reviewYears(analysis: Dated): number[] {
  const { period } = analysis.settings;
  const rows = registerYears(analysis);
  const from = yearAt(period?.from) ?? rows?.from;
  const to = yearAt(period?.to) ?? rows?.to;
  return from === undefined || to === undefined ? [] : yearsFrom(from, to).slice(-MOST_YEARS);
}

/** Rising, both ends included. */
export function yearsFrom(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

function yearAt(iso: string | null | undefined): number | undefined {
  return iso ? calendarDay(settingsDay(iso)).year : undefined;
}

/** A register whose rows begin or end so many days inside the years asked for may just have had a quiet month. */
const QUIET_DAYS = 31;

/**
 * What to know of a form that asks about more time than the register holds: totals are then left out, or are of a part
 * of the time only.
 *
 * @returns null where the register holds it all
 */
export function yearsNotHeld(form: Pick<Form, 'years'>, analysis: Dated): Problem | null {
  const days = registerDays(analysis);
  const [first, last] = [form.years[0], form.years.at(-1)];
  if (!days || first === undefined || last === undefined) return null;
  const held = { from: isoDate(days.from), to: isoDate(days.to) };
  const known = {
    sv: `Registret har aktualiseringar från ${held.from} till ${held.to}, men formuläret frågar om ${writeYears(form.years)}.`,
    en: `The register has actualisations from ${held.from} to ${held.to}, but the form asks about ${writeYears(form.years)}.`,
  };
  if (first < calendarDay(days.from).year || last > calendarDay(days.to).year)
    return {
      code: 'review-years-outside-register',
      sv: `${known.sv} Antalen aktualiseringar, anmälare och utredningar fylls därför inte i: hämta dem ur akterna, eller välj år som registret har.`,
      en: `${known.en} The numbers of actualisations, referrers and investigations are therefore not filled in: take them from the files, or choose years that the register has.`,
    };
  const lacking = Math.max(days.from - dayNumber(first, 1, 1), dayNumber(last, 12, 31) - days.to);
  if (lacking <= QUIET_DAYS) return null;
  return {
    code: 'review-years-partly-held',
    sv: `${known.sv} Antalen från registret gäller bara den tiden: lägg till det som akterna visar därutöver, eller välj hela år.`,
    en: `${known.en} The numbers from the register are of that time only: add what the files show besides, or choose whole years.`,
  };
}
