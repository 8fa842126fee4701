/** Figures beside the tables: how counts, months and ages are spread, and how the years develop. */
import { UNKNOWN_AGE, type Register } from '../register/register.ts';
import type { Settings } from '../settings.ts';
import { linearTrend, type LinearTrend } from '../statistics/linear-trend.ts';
import { summaryOf, type Summary } from '../statistics/summary-of.ts';
import type { Counts } from '../tables/counts.ts';
import type { Lathund } from './lathund.ts';

/** What is spread. */
export type DistributionKey =
  'actualisations-per-person' | 'months-per-person' | 'age-at-actualisation' | 'age-at-first-actualisation';

/** How a number is spread over persons or actualisations. */
export interface Distribution {
  readonly key: DistributionKey;
  readonly of: 'persons' | 'actualisations';
  /** Persons or actualisations whose value is not known: they are in no other figure here. */
  readonly missing: number;
  /** Null where no value is known. */
  readonly summary: Summary | null;
}

export function distributionsOf(register: Register, lathund: Lathund): readonly Distribution[] {
  const ages = known(register.age);
  const first = known(agesAtFirst(register, lathund));
  return [
    {
      key: 'actualisations-per-person',
      of: 'persons',
      missing: 0,
      summary: summaryOf(lathund.actualisations),
    },
    { key: 'months-per-person', of: 'persons', missing: 0, summary: summaryOf(lathund.months) },
    {
      key: 'age-at-actualisation',
      of: 'actualisations',
      missing: register.used - ages.length,
      summary: summaryOf(ages),
    },
    {
      key: 'age-at-first-actualisation',
      of: 'persons',
      missing: lathund.persons - first.length,
      summary: summaryOf(first),
    },
  ];
}

function known(ages: Int16Array): Int16Array {
  const kept = new Int16Array(ages.length);
  let n = 0;
  for (let i = 0; i < ages.length; i++) if (ages[i] !== UNKNOWN_AGE) kept[n++] = ages[i]!;
  return kept.subarray(0, n);
}

function agesAtFirst(register: Register, lathund: Lathund): Int16Array {
  const ages = new Int16Array(lathund.persons).fill(UNKNOWN_AGE);
  const { used, person, day, age } = register;
  const { first } = lathund;
  for (let i = 0; i < used; i++) {
    const p = person[i]!;
    if (day[i] === first[p] && ages[p] === UNKNOWN_AGE) ages[p] = age[i]!;
  }
  return ages;
}

/** The straight line through the years of the period. */
export interface YearTrend {
  /** Whole calendar years only: half a year is not a fall. */
  readonly years: readonly number[];
  readonly actualisations: LinearTrend;
  readonly persons: LinearTrend;
}

/** The straight line through the whole years of the period; null for fewer than three, where a line says nothing. */
export function yearTrend(counts: Counts, period: Settings['period']): YearTrend | null {
  const whole = (year: number) =>
    (period?.from ?? '') <= `${String(year)}-01-01` &&
    (period?.to ?? '9999-12-31') >= `${String(year)}-12-31`;
  const years = counts.years.filter(whole);
  if (years.length < 3) return null;
  const through = (value: (year: number) => number) =>
    linearTrend(years.map((year) => [year, value(year)] as const));
  const actualisations = through((year) => counts.count('actualisation', { year }).n);
  const persons = through((year) => counts.persons({ year }).n);
  return actualisations && persons ? { years, actualisations, persons } : null;
}
