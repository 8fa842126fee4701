/** Figures beside the tables: how counts, months and ages are spread, and how the years develop. */
import { UNKNOWN_AGE, UNLIKELY_BEFORE_YEAR, type Register } from '../register/register.ts';
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
  const ages = register.age.filter(isKnown);
  const first = agesAtFirst(register, lathund).filter(isKnown);
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

const isKnown = (age: number) => age !== UNKNOWN_AGE;

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

/**
 * The straight line through the whole years of the period; null for fewer than three, where a line says nothing.
 * Where the period is open the first or last year of the rows may be cut, and is left out. So are years that are
 * unlikely or not over: one mistyped date would tilt the line.
 */
export function yearTrend(counts: Counts, { period, asOf }: Settings): YearTrend | null {
  const likely = counts.years.filter((year) => year >= UNLIKELY_BEFORE_YEAR && String(year) <= asOf);
  const from = period?.from ?? `${String(likely[0])}-02`;
  const [to = ''] = [period?.to ?? String(likely.at(-1)), asOf].sort();
  const years = likely.filter((year) => from <= `${String(year)}-01-01` && to >= `${String(year)}-12-31`);
  if (years.length < 3) return null;
  const through = (value: (year: number) => number) =>
    linearTrend(years.map((year) => [year, value(year)] as const));
  const actualisations = through((year) => counts.count('actualisation', { year }).n);
  const persons = through((year) => counts.persons({ year }).n);
  return actualisations && persons ? { years, actualisations, persons } : null;
}
