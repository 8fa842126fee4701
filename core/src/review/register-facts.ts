/**
 * What the register already tells of a person, as answers to the form. What it cannot tell (no such column, an unknown
 * age, years outside the export) is left out rather than answered with no or 0.
 */
import type { Analysis } from '../analyse.ts';
import { calendarDay } from '../register/day.ts';
import { completedYears } from '../register/personnummer.ts';
import { INVESTIGATION, SEX, TYPE, UNKNOWN_AGE, type Register } from '../register/register.ts';
import { Spellings } from '../register/spelling.ts';
import { amountKey, markKey } from './fields.ts';
import type { Code, Form, Item, RegisterFact } from './form.ts';
import { registerYears } from './register-years.ts';
import type { Answers, FieldValue } from './reviews.ts';

/** As much of an analysis as is needed. */
export type KnownRegister = Pick<Analysis, 'settings' | 'register' | 'lathund'>;

/**
 * The facts of one person.
 *
 * @param person index in the lathund
 */
export function registerFacts(form: Form, analysis: KnownRegister, person: number): Answers {
  return registerFactsOf(form, analysis, [person])[0]!;
}

/** The facts of several persons, in the same order, in one walk over the rows. */
export function registerFactsOf(
  form: Form,
  analysis: KnownRegister,
  persons: readonly number[],
): readonly Answers[] {
  const telling = new Telling(form, analysis);
  const rows = rowsOf(analysis.register, persons);
  return persons.map((person) => telling.of(person, rows.get(person)!));
}

function rowsOf({ person, used }: Register, persons: readonly number[]): ReadonlyMap<number, number[]> {
  const rows = new Map<number, number[]>(persons.map((p) => [p, []]));
  for (let row = 0; row < used; row++) rows.get(person[row]!)?.push(row);
  return rows;
}

/** Upper ends of the age bands of codes 1–5; code 6 is whoever is older. */
const AGE_BAND_ENDS = [24, 34, 44, 54, 64];

/** Index of the age band: 0 for code 1. */
export function ageBand(age: number): number {
  return AGE_BAND_ENDS.filter((end) => age > end).length;
}

type Facts = Partial<Record<RegisterFact, number | ReadonlyMap<string, boolean | number>>>;

class Telling {
  private readonly form: Form;
  private readonly analysis: KnownRegister;
  private readonly items: readonly Item[];
  /** The form's years that the register holds. */
  private readonly known: readonly number[];
  private readonly referrerCode: readonly (string | null)[];
  /** The form's codes that the register has names for; it tells nothing of the others. */
  private readonly namedReferrers: readonly string[];

  constructor(form: Form, analysis: KnownRegister) {
    this.form = form;
    this.analysis = analysis;
    this.items = form.items.filter(({ fact }) => fact !== undefined);
    const held = registerYears(analysis);
    this.known = held ? form.years.filter((year) => year >= held.from && year <= held.to) : [];
    const referrers = this.items.find(({ fact }) => fact === 'referrers')?.codes ?? [];
    this.referrerCode = referrerCodes(referrers, analysis.register);
    this.namedReferrers = referrers.filter(({ register }) => register).map(({ code }) => code);
  }

  of(person: number, rows: readonly number[]): Answers {
    const facts: Facts = { ...this.agesAndSex(person, rows), ...this.withinYears(rows) };
    const answers: Record<string, FieldValue> = {};
    for (const item of this.items) {
      const fact = facts[item.fact!];
      if (typeof fact === 'number') tellNumber(item, fact, answers);
      else if (fact !== undefined) tellMarks(item, fact, answers);
    }
    return answers;
  }

  /** Over all used rows: what is before the form's years is known too. */
  private agesAndSex(person: number, rows: readonly number[]): Facts {
    const { register, lathund } = this.analysis;
    const [first, last] = [lathund.first[person]!, lathund.last[person]!];
    const agesOn = (day: number) =>
      rows
        .filter((row) => register.day[row] === day && register.age[row] !== UNKNOWN_AGE)
        .map((row) => register.age[row]!);
    const youngest = least(agesOn(first));
    const oldest = most(agesOn(last));
    const sexes = new Set(rows.map((row) => register.sex[row]!).filter((sex) => sex !== SEX.unknown));
    return {
      // Whoever is now a man, now a woman in the register is neither to us.
      ...(sexes.size === 1 && { sex: [...sexes][0]! }),
      ...(youngest !== null && { 'age-first': youngest }),
      ...(oldest !== null && { 'age-latest': oldest }),
      ...(youngest !== null && oldest !== null && { 'age-bands': bandsBetween(youngest, oldest) }),
      'years-known': completedYears(yearMonthDay(first), yearMonthDay(last)),
    };
  }

  private withinYears(rows: readonly number[]): Facts {
    const { register } = this.analysis;
    const { years } = this.form;
    const yearOf = new Map(rows.map((row) => [row, calendarDay(register.day[row]!).year]));
    const within = rows.filter((row) => years.includes(yearOf.get(row)!));
    const active = new Map(
      this.known.map((year) => [String(year), within.some((row) => yearOf.get(row) === year)]),
    );
    // A count over years that the register knows only in part would be too low.
    if (this.known.length < years.length) return { 'active-years': active };
    return {
      'active-years': active,
      actualisations: within.length,
      ...this.types(within),
      ...this.investigations(within),
      ...this.referrers(within),
    };
  }

  private types(within: readonly number[]): Facts {
    const { type, hasTypeColumn } = this.analysis.register;
    if (!type) return {};
    const number = (wanted: number) => within.filter((row) => type[row] === wanted).length;
    const lob = { lob: number(TYPE.lob) };
    if (!hasTypeColumn) return lob;
    return { ...lob, reports: number(TYPE.report), applications: number(TYPE.application) };
  }

  private investigations(within: readonly number[]): Facts {
    const { investigation } = this.analysis.register;
    if (!investigation) return {};
    return { investigations: within.filter((row) => investigation[row] === INVESTIGATION.yes).length };
  }

  /** Of reports, LOB included. Where a report lacks its referrer, nobody is told not to have reported. */
  private referrers(within: readonly number[]): Facts {
    const { type, hasTypeColumn, referrer } = this.analysis.register;
    if (!type || !hasTypeColumn || !referrer) return {};
    const reports = within.filter((row) => type[row] === TYPE.report || type[row] === TYPE.lob);
    const told = reports.map((row) => this.referrerCode[referrer.index[row]!]);
    const allTold = told.every((code) => code !== null && code !== undefined);
    const counts = new Map<string, boolean | number>();
    for (const code of this.namedReferrers) {
      const number = told.filter((own) => own === code).length;
      if (number > 0 || allTold) counts.set(code, number > 0 && number);
    }
    return { referrers: counts };
  }
}

function tellNumber(item: Item, fact: number, answers: Record<string, FieldValue>): void {
  const code = String(fact);
  if (item.kind !== 'one') answers[item.id] = fact;
  else if (item.codes.some((own) => own.code === code)) answers[item.id] = code;
}

/** Marks, and beside those that hold the number, where the form asks for it. */
function tellMarks(
  item: Item,
  marks: ReadonlyMap<string, boolean | number>,
  answers: Record<string, FieldValue>,
): void {
  for (const code of item.codes) {
    const fact = marks.get(code.code);
    if (fact === undefined) continue;
    answers[markKey(item, code)] = fact !== false;
    if (typeof fact === 'number' && code.amount === 'count') answers[amountKey(item, code)] = fact;
  }
}

function bandsBetween(youngest: number, oldest: number): ReadonlyMap<string, boolean> {
  const [from, to] = [ageBand(youngest), ageBand(oldest)];
  return new Map([0, ...AGE_BAND_ENDS].map((_, at) => [String(at + 1), at >= from && at <= to]));
}

/** By index of the register's referrers: the form's code, or null where there is none to take it. */
function referrerCodes(codes: readonly Code[], { referrer }: Register): readonly (string | null)[] {
  if (!referrer) return [];
  const names = codes.flatMap(({ code, register }) => (register ?? []).map((name) => [name, code] as const));
  const spellings = new Spellings(names.filter(([name]) => name !== REST));
  const rest = names.find(([name]) => name === REST)?.[1] ?? null;
  // Index 0 is a referrer that is missing: not even the rest.
  return referrer.names.map((name, at) => (at === 0 ? null : (spellings.find(name) ?? rest)));
}

/** The code of this register name takes every referrer that no other code names. */
const REST = '*';

function yearMonthDay(dayNumber: number): number {
  const { year, month, day } = calendarDay(dayNumber);
  return year * 10_000 + month * 100 + day;
}

function least(ages: readonly number[]): number | null {
  return ages.length === 0 ? null : Math.min(...ages);
}

function most(ages: readonly number[]): number | null {
  return ages.length === 0 ? null : Math.max(...ages);
}
