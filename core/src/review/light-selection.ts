/** Whose files to read with the light form (Söderhamn report, chapter 5). */
import type { Analysis } from '../analyse.ts';
import { calendarDay } from '../register/day.ts';
import { INVESTIGATION } from '../register/register.ts';
import { registerYears, yearsFrom } from './register-years.ts';

/** The report: “some of the most returning and investigated clients, for instance five persons”, over two or three years. */
const PERSONS = 5;
const YEARS = 3;

/** The persons for the light form, and the years that they were chosen by. */
export interface LightSelection {
  /** Indexes in the lathund, rising. */
  readonly persons: readonly number[];
  /** Calendar years that the selection goes by and the form covers, rising. */
  readonly years: readonly number[];
  /** Persons above five, taken along because they tie with the fifth. */
  readonly ties: number;
}

/**
 * The five persons with most actualisations and investigations opened in the last three calendar years of the register
 * (two or one where it holds no more), among those who returned: with two actualisations or more in these years. An
 * actualisation counts one, and one more where it led to an investigation; all who tie with the fifth are included. A
 * register without investigations goes by actualisations alone.
 *
 * @param years the years to go by instead, rising
 */
export function lightSelection(
  analysis: Pick<Analysis, 'settings' | 'register' | 'lathund'>,
  years: readonly number[] = lastYears(analysis),
): LightSelection {
  const { actualisations, weight } = weights(analysis, years);
  const returned = [...weight.keys()].filter((person) => actualisations[person]! >= 2);
  const limit = returned.map((person) => weight[person]!).sort((a, b) => b - a)[PERSONS - 1] ?? 0;
  const persons = returned.filter((person) => weight[person]! >= limit);
  return { persons, years, ties: Math.max(0, persons.length - PERSONS) };
}

function lastYears(analysis: Pick<Analysis, 'settings' | 'lathund'>): readonly number[] {
  const held = registerYears(analysis);
  return held ? yearsFrom(Math.max(held.from, held.to - YEARS + 1), held.to) : [];
}

function weights({ register, lathund }: Pick<Analysis, 'register' | 'lathund'>, years: readonly number[]) {
  const actualisations = new Int32Array(lathund.persons);
  const weight = new Int32Array(lathund.persons);
  for (let row = 0; row < register.used; row++) {
    if (!years.includes(calendarDay(register.day[row]!).year)) continue;
    const person = register.person[row]!;
    actualisations[person]!++;
    weight[person]! += register.investigation?.[row] === INVESTIGATION.yes ? 2 : 1;
  }
  return { actualisations, weight };
}
