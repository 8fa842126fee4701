/** Whom to read the files of: the selection for the case-file review (Söderhamn report, Steg 2). */
import { calendarDay } from '../register/day.ts';
import type { Register } from '../register/register.ts';
import type { SelectionRule } from '../settings.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import type { Lathund } from './lathund.ts';

/** The selected persons, and what was done to come to them. */
export interface Selection {
  readonly rule: SelectionRule;
  /** Persons (indexes of the lathund) who meet the whole rule, rising. */
  readonly persons: readonly number[];
  /** Persons above `mostFrequent`, taken along because they tie with the last. */
  readonly ties: number;
  /** Persons who met the rule before the random sample was drawn; null without one. */
  readonly drawnFrom: number | null;
}

/**
 * The parts of a rule narrow down in this order: at least k actualisations; at least one in each year; the n most
 * frequent of those left, with all who tie with the last; a random sample of those left.
 */
export function selectPersons(
  register: Pick<Register, 'used' | 'day' | 'person'>,
  lathund: Pick<Lathund, 'persons' | 'actualisations'>,
  rule: SelectionRule,
): Selection {
  let persons = [...lathund.actualisations.keys()];
  if (rule.atLeast !== undefined) {
    const atLeast = rule.atLeast;
    persons = persons.filter((p) => lathund.actualisations[p]! >= atLeast);
  }
  if (rule.activeYears !== undefined) {
    const active = activeInAll(register, lathund.persons, rule.activeYears);
    persons = persons.filter((p) => active[p]);
  }
  let ties = 0;
  if (rule.mostFrequent !== undefined && persons.length > rule.mostFrequent) {
    const counts = persons.map((p) => lathund.actualisations[p]!).sort((a, b) => b - a);
    const limit = counts[rule.mostFrequent - 1]!;
    persons = persons.filter((p) => lathund.actualisations[p]! >= limit);
    ties = persons.length - rule.mostFrequent;
  }
  const drawnFrom = rule.sample === undefined ? null : persons.length;
  if (rule.sample !== undefined) persons = drawn(persons, rule.sample.size, rule.sample.seed);
  return { rule, persons, ties, drawnFrom };
}

function activeInAll(
  register: Pick<Register, 'used' | 'day' | 'person'>,
  persons: number,
  years: readonly number[],
): Uint8Array {
  const distinct = [...new Set(years)];
  const yearOfDay = new Map<number, number>();
  const years_ = new Map<number, Uint8Array>(distinct.map((year) => [year, new Uint8Array(persons)]));
  for (let i = 0; i < register.used; i++) {
    const day = register.day[i]!;
    let year = yearOfDay.get(day);
    if (year === undefined) yearOfDay.set(day, (year = calendarDay(day).year));
    const active = years_.get(year);
    if (active) active[register.person[i]!] = 1;
  }
  const all = new Uint8Array(persons).fill(1);
  for (const active of years_.values()) for (let p = 0; p < persons; p++) all[p]! &= active[p]!;
  return all;
}

/** A sample without replacement from persons in the order of their keys, so the rows' order does not matter. */
function drawn(persons: readonly number[], size: number, seed: number): number[] {
  const pool = [...persons];
  const random = seededRandom(seed);
  const taken = Math.min(size, pool.length);
  for (let i = 0; i < taken; i++) {
    const j = i + Math.floor(random() * (pool.length - i));
    [pool[i], pool[j]] = [pool[j]!, pool[i]!];
  }
  return pool.slice(0, taken).sort((a, b) => a - b);
}
