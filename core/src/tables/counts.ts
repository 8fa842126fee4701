/**
 * Everything that the tables count, in one walk over the rows, person by person. Each count knows how many distinct
 * persons it rests on, which is what protection goes by.
 */
import type { FrequencyGroup } from '../lathund/groups.ts';
import type { Lathund } from '../lathund/lathund.ts';
import { calendarDay } from '../register/day.ts';
import { INVESTIGATION, SEX, TYPE, UNKNOWN_AGE, type Category, type Register } from '../register/register.ts';

/** What a number is a number of. */
export type Counted = 'persons' | 'actualisations' | 'reports' | 'investigations' | 'years of age' | 'years';

/** A number of something, how many persons are behind it, and a key that says what is counted and where. */
export interface Count<Of extends string = Counted> {
  /** What is counted and where, e.g. `woman|group=12+`; the same quantity has the same key in every table. */
  readonly key: string;
  readonly n: number;
  /** Distinct persons behind it. */
  readonly persons: number;
  readonly of: Of;
}

/** Whose mean age is told apart. */
export type AgeGroup =
  'man' | 'woman' | 'sex-unknown' | 'application' | 'report' | 'type-other' | 'type-unknown';

/** What can be true of an actualisation; `report` includes LOB, `known` measures are what percentages are of. */
export type Measure =
  | 'actualisation'
  | 'sex-known'
  | 'man'
  | 'woman'
  | 'sex-unknown'
  | 'type-known'
  | 'application'
  | 'report'
  | 'lob'
  | 'type-other'
  | 'type-unknown'
  | 'investigation-known'
  | 'investigation'
  | 'no-investigation'
  | 'investigation-unknown'
  | 'age-known'
  | 'age-unknown'
  | 'referrer-missing'
  | 'referrer-other'
  | `age-known:${AgeGroup}`
  | `referrer:${string}`;

/** Where: one frequency group, one calendar year, or all. */
export type Scope = number | 'all' | { readonly year: number };

/** Everything that the tables are made of, counted in one walk over the rows. */
export interface Counts {
  readonly groups: readonly FrequencyGroup[];
  /** Calendar years of the table per year, rising. */
  readonly years: readonly number[];
  /** Names of the referrers of reports, most reports first. */
  readonly referrers: readonly string[];
  /** The lowest known age; 0 where none is known. */
  readonly lowestAge: number;
  readonly has: {
    readonly type: boolean;
    readonly lob: boolean;
    readonly investigation: boolean;
    readonly referrer: boolean;
  };
  /** The persons there. */
  persons(scope: Scope): Count;
  /** Actualisations of which the measure holds. */
  count(measure: Measure, scope: Scope): Count;
  /** Persons with at least one such actualisation. */
  personsWith(measure: Measure, scope: Scope): Count;
  /** Sum of the ages at those actualisations whose age is known. */
  ages(scope: Scope, among?: AgeGroup): Count;
}

export const PLAIN_MEASURES = [
  'actualisation',
  'sex-known',
  'man',
  'woman',
  'sex-unknown',
  'type-known',
  'application',
  'report',
  'lob',
  'type-other',
  'type-unknown',
  'investigation-known',
  'investigation',
  'no-investigation',
  'investigation-unknown',
  'age-known',
  'age-unknown',
  'referrer-missing',
  'age-known:man',
  'age-known:woman',
  'age-known:sex-unknown',
  'age-known:application',
  'age-known:report',
  'age-known:type-other',
  'age-known:type-unknown',
] as const satisfies readonly Measure[];

type PlainMeasure = (typeof PLAIN_MEASURES)[number];
const AT = Object.fromEntries(PLAIN_MEASURES.map((measure, at) => [measure, at])) as Record<
  PlainMeasure,
  number
>;

/** The code of the referrers that publication shows as one, since few persons stand behind each. */
export const RARE_REFERRERS = 'rare';

/** Takes referrers with reports about fewer persons than the threshold together, for publication. */
export function withoutRareReferrers(register: Register, counts: Counts, threshold: number): Register {
  const { referrer } = register;
  if (!referrer) return register;
  const isRare = referrer.names.map((name, at) => {
    const { n, persons } = counts.count(`referrer:${name}`, 'all');
    return at > 0 && n > 0 && persons < threshold;
  });
  if (!isRare.includes(true)) return register;
  const rare = referrer.names.length;
  return {
    ...register,
    referrer: {
      index: referrer.index.map((at) => (isRare[at] ? rare : at)),
      names: [...referrer.names, ''],
      codes: [...referrer.codes, RARE_REFERRERS],
    },
  };
}

/** Rows and sum of ages, by cell. */
export class Tally {
  readonly n: Float64Array;
  readonly ages: Float64Array;
  readonly persons: Float64Array;

  constructor(cells: number) {
    this.n = new Float64Array(cells);
    this.ages = new Float64Array(cells);
    this.persons = new Float64Array(cells);
  }
}

/** Sets of small numbers, one for each person: which referrers, which years. */
class PersonSets {
  private readonly numbers: number;
  private readonly words: number;
  /** A bit for each number of each person; null where names are so many (free text) that pairs take less room. */
  private readonly bits: Int32Array | null;
  private readonly pairs = new Set<number>();

  constructor(persons: number, numbers: number) {
    this.numbers = numbers;
    this.words = (numbers + 31) >> 5;
    this.bits = persons * this.words <= MOST_WORDS ? new Int32Array(persons * this.words) : null;
  }

  add(person: number, number: number): void {
    if (this.bits) this.bits[person * this.words + (number >> 5)]! |= 1 << (number & 31);
    else this.pairs.add(person * this.numbers + number);
  }

  forEach(visit: (person: number, number: number) => void): void {
    const { numbers, words, bits } = this;
    for (const pair of this.pairs) visit(Math.floor(pair / numbers), pair % numbers);
    if (!bits) return;
    for (let at = 0; at < bits.length; at++) {
      const person = Math.floor(at / words);
      const first = (at % words) << 5;
      for (let rest = bits[at]!; rest !== 0; rest &= rest - 1)
        visit(person, first + 31 - Math.clz32(rest & -rest));
    }
  }
}

/** 16 MB. */
const MOST_WORDS = 4_194_304;

/** Rows alike in type (5), sex (3), investigation (3) and known age (2) are counted together, then shared out. */
export const KINDS = 5 * 3 * 3 * 2;

/**
 * What is true of each kind of row, in one number: its measures as bits. The age measures are last and hold where age
 * is known. A kind is `type · 18 + sex · 6 + investigation · 2 + age known`.
 */
export function bitsOfKinds(register: Pick<Register, 'type' | 'investigation'>): Int32Array {
  return new Int32Array(KINDS).map((_, kind) => {
    const ageKnown = kind % 2 === 1;
    const investigation = Math.floor(kind / 2) % 3;
    const sex = Math.floor(kind / 6) % 3;
    const type = Math.floor(kind / 18);
    const found: PlainMeasure[] = ['actualisation', ageKnown ? 'age-known' : 'age-unknown'];
    const sexes = (['sex-unknown', 'man', 'woman'] as const)[sex]!;
    found.push(sexes);
    if (sex !== SEX.unknown) found.push('sex-known');
    if (ageKnown) found.push(`age-known:${sexes}`);
    if (register.type) {
      const types = (['type-unknown', 'application', 'report', 'report', 'type-other'] as const)[type]!;
      found.push(types);
      if (type !== TYPE.unknown) found.push('type-known');
      if (type === TYPE.lob) found.push('lob');
      if (ageKnown) found.push(`age-known:${types}`);
    }
    if (register.investigation) {
      found.push((['investigation-unknown', 'investigation', 'no-investigation'] as const)[investigation]!);
      if (investigation !== INVESTIGATION.unknown) found.push('investigation-known');
    }
    return found.reduce((bits, measure) => bits | (1 << AT[measure]), 0);
  });
}

/** Gives each measure, in each group, the rows and ages of the kinds that it holds of. */
export function shareOut(
  { n, ages }: Tally,
  bitsOfKind: Int32Array,
  rowsOfKind: Float64Array,
  agesOfKind: Float64Array,
): void {
  const groups = rowsOfKind.length / KINDS;
  for (const at of PLAIN_MEASURES.keys())
    for (let i = 0; i < rowsOfKind.length; i++) {
      if ((bitsOfKind[Math.floor(i / groups)]! & (1 << at)) === 0) continue;
      n[at * groups + (i % groups)]! += rowsOfKind[i]!;
      ages[at * groups + (i % groups)]! += agesOfKind[i]!;
    }
}

/** Where a referrer of reports stands among the measures: behind the plain ones, but for the one that is missing. */
export function referrerMeasure(referrer: number): number {
  return referrer === 0 ? AT['referrer-missing'] : PLAIN_MEASURES.length + referrer;
}

/** @param asOf day number of the analysis: later years are shown only where they occur */
export function countAll(register: Register, lathund: Lathund, asOf: number): Counts {
  const { used, person, day, age, sex, type, investigation, referrer } = register;
  const groups = lathund.groups.length;
  const { list: years, firstDay, ofDay } = yearsOf(register, calendarDay(asOf).year);
  const yearCount = years.length;
  const referrers = referrer?.names.length ?? 0;
  const byGroup = new Tally((PLAIN_MEASURES.length + referrers) * groups);
  const byYear = new Tally(2 * yearCount);
  const rowsOfKind = new Float64Array(KINDS * groups);
  const agesOfKind = new Float64Array(KINDS * groups);
  const bitsOfKind = bitsOfKinds(register);
  const bitsOfPerson = new Int32Array(lathund.persons);
  const referrersOfPerson = new PersonSets(lathund.persons, referrers);
  const yearsOfPerson = new PersonSets(lathund.persons, 2 * yearCount);

  for (let i = 0; i < used; i++) {
    const p = person[i]!;
    const g = lathund.group[p]!;
    const t = type === null ? 0 : type[i]!;
    const known = age[i] === UNKNOWN_AGE ? 0 : 1;
    const kind = t * 18 + sex[i]! * 6 + (investigation === null ? 0 : investigation[i]! * 2) + known;
    rowsOfKind[kind * groups + g]!++;
    bitsOfPerson[p]! |= bitsOfKind[kind]!;
    const y = ofDay[day[i]! - firstDay]!;
    byYear.n[y]!++;
    yearsOfPerson.add(p, y);
    if (known === 1) {
      agesOfKind[kind * groups + g]! += age[i]!;
      byYear.n[yearCount + y]!++;
      byYear.ages[yearCount + y]! += age[i]!;
      yearsOfPerson.add(p, yearCount + y);
    }
    if (referrer !== null && (t === TYPE.report || t === TYPE.lob)) {
      const r = referrer.index[i]!;
      byGroup.n[referrerMeasure(r) * groups + g]!++;
      referrersOfPerson.add(p, r);
    }
  }

  shareOut(byGroup, bitsOfKind, rowsOfKind, agesOfKind);
  const personsOfGroup = new Int32Array(groups);
  for (let p = 0; p < lathund.persons; p++) {
    const g = lathund.group[p]!;
    personsOfGroup[g]!++;
    for (let bits = bitsOfPerson[p]!; bits !== 0; bits &= bits - 1)
      byGroup.persons[(31 - Math.clz32(bits & -bits)) * groups + g]!++;
  }
  referrersOfPerson.forEach((p, r) => {
    byGroup.persons[referrerMeasure(r) * groups + lathund.group[p]!]!++;
  });
  yearsOfPerson.forEach((_, y) => byYear.persons[y]!++);
  return new CountsOfRegister(register, lathund.groups, years, byGroup, byYear, personsOfGroup);
}

/** What of a register the tallies must be known to be of: which columns it has, the referrers' names, and the ages. */
export interface Tallied extends Pick<Register, 'hasTypeColumn' | 'type' | 'investigation' | 'age'> {
  readonly referrer: Pick<Category, 'names' | 'codes'> | null;
}

export class CountsOfRegister implements Counts {
  readonly groups: readonly FrequencyGroup[];
  readonly years: readonly number[];
  readonly referrers: readonly string[];
  readonly lowestAge: number;
  readonly has: Counts['has'];
  private readonly byGroup: Tally;
  private readonly byYear: Tally;
  private readonly personsOfGroup: Int32Array;
  private readonly referrerAt: ReadonlyMap<string, number>;

  constructor(
    register: Tallied,
    groups: readonly FrequencyGroup[],
    years: readonly number[],
    byGroup: Tally,
    byYear: Tally,
    personsOfGroup: Int32Array,
  ) {
    this.groups = groups;
    this.years = years;
    this.byGroup = byGroup;
    this.byYear = byYear;
    this.personsOfGroup = personsOfGroup;
    const names = register.referrer?.names ?? [];
    this.lowestAge = lowestOf(register.age);
    const rare = register.referrer?.codes.indexOf(RARE_REFERRERS) ?? -1;
    this.referrerAt = new Map(
      names.map((name, at) => [at === rare ? 'referrer-other' : `referrer:${name}`, at]),
    );
    this.has = {
      type: register.hasTypeColumn,
      lob: register.type !== null,
      investigation: register.investigation !== null,
      referrer: register.referrer !== null && register.hasTypeColumn,
    };
    this.referrers = names
      .filter((_, at) => at !== 0 && at !== rare)
      .map((name) => ({ name, n: this.count(`referrer:${name}`, 'all').n }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
      .map(({ name }) => name);
  }

  persons(scope: Scope): Count {
    const n =
      scope === 'all'
        ? this.personsOfGroup.reduce((a, b) => a + b, 0)
        : typeof scope === 'number'
          ? this.personsOfGroup[scope]!
          : this.byYear.persons[this.yearAt(scope)]!;
    return { key: `persons|${this.scopeKey(scope)}`, n, persons: n, of: 'persons' };
  }

  count(measure: Measure, scope: Scope): Count {
    const of =
      measure === 'investigation'
        ? 'investigations'
        : measure === 'report' || measure.startsWith('referrer')
          ? 'reports'
          : 'actualisations';
    const { n, persons } = this.read(measure, scope);
    return { key: `${measure}|${this.scopeKey(scope)}`, n, persons, of };
  }

  personsWith(measure: Measure, scope: Scope): Count {
    const { persons } = this.read(measure, scope);
    return { key: `persons with ${measure}|${this.scopeKey(scope)}`, n: persons, persons, of: 'persons' };
  }

  ages(scope: Scope, among?: AgeGroup): Count {
    const measure = among ? (`age-known:${among}` as const) : 'age-known';
    const { ages, persons } = this.read(measure, scope);
    return { key: `sum of ${measure}|${this.scopeKey(scope)}`, n: ages, persons, of: 'years of age' };
  }

  private read(measure: Measure, scope: Scope): { n: number; persons: number; ages: number } {
    if (typeof scope === 'object') {
      const at = this.yearAt(scope) + (measure === 'age-known' ? this.years.length : 0);
      return at < 0 ? NOTHING : cellOf(this.byYear, at);
    }
    const measureAt = this.measureAt(measure);
    if (measureAt === undefined) return NOTHING;
    const first = measureAt * this.groups.length;
    if (scope !== 'all') return cellOf(this.byGroup, first + scope);
    const total = { n: 0, persons: 0, ages: 0 };
    for (let g = 0; g < this.groups.length; g++) {
      const cell = cellOf(this.byGroup, first + g);
      total.n += cell.n;
      total.persons += cell.persons;
      total.ages += cell.ages;
    }
    return total;
  }

  private measureAt(measure: Measure): number | undefined {
    const at = this.referrerAt.get(measure);
    return at === undefined ? AT[measure as PlainMeasure] : PLAIN_MEASURES.length + at;
  }

  private yearAt({ year }: { year: number }): number {
    return this.years.indexOf(year);
  }

  private scopeKey(scope: Scope): string {
    if (scope === 'all') return 'all';
    return typeof scope === 'number' ? `group=${this.groups[scope]!.key}` : `year=${String(scope.year)}`;
  }
}

function lowestOf(ages: Int16Array): number {
  let lowest = Infinity;
  for (let i = 0; i < ages.length; i++) {
    const age = ages[i]!;
    if (age !== UNKNOWN_AGE && age < lowest) lowest = age;
  }
  return Number.isFinite(lowest) ? lowest : 0;
}

const NOTHING = { n: 0, persons: 0, ages: 0 };

function cellOf(tally: Tally, at: number) {
  return { n: tally.n[at]!, persons: tally.persons[at]!, ages: tally.ages[at]! };
}

const LIKELY_FROM_YEAR = 1990;

/**
 * The calendar year of each row, and the years to show: all between the first and the last, so that a year without
 * actualisations shows as zero. Years before 1990 or to come (dates with a warning) are shown only where they occur.
 */
export function yearsOf(
  { day, used }: Pick<Register, 'day' | 'used'>,
  thisYear: number,
): {
  readonly list: readonly number[];
  /** Where in the list the year of a day is, by days since the first day. */
  readonly ofDay: Int32Array;
  readonly firstDay: number;
} {
  let firstDay = Infinity;
  let lastDay = -Infinity;
  for (let i = 0; i < used; i++) {
    const d = day[i]!;
    if (d < firstDay) firstDay = d;
    if (d > lastDay) lastDay = d;
  }
  if (used === 0) return { list: [], ofDay: new Int32Array(0), firstDay: 0 };
  const occurs = new Uint8Array(lastDay - firstDay + 1);
  for (let i = 0; i < used; i++) occurs[day[i]! - firstDay] = 1;
  const ofDay = new Int32Array(occurs.length);
  const present = new Set<number>();
  for (let at = 0; at < occurs.length; at++) {
    if (occurs[at] === 0) continue;
    const { year } = calendarDay(firstDay + at);
    ofDay[at] = year;
    present.add(year);
  }
  const occurring = [...present].sort((a, b) => a - b);
  const list = [...occurring];
  const likely = occurring.filter((year) => year >= LIKELY_FROM_YEAR && year <= thisYear);
  for (let year = likely[0] ?? 0; year < (likely.at(-1) ?? 0); year++)
    if (!present.has(year)) list.push(year);
  list.sort((a, b) => a - b);
  const place = new Map(list.map((year, at) => [year, at]));
  for (let at = 0; at < occurs.length; at++) if (occurs[at] === 1) ofDay[at] = place.get(ofDay[at]!)!;
  return { list, ofDay, firstDay };
}
