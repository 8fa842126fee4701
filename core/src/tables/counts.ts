/**
 * Everything that the tables count, in one walk over the rows, person by person. Each count knows how many distinct
 * persons it rests on, which is what protection goes by.
 */
import type { FrequencyGroup } from '../lathund/groups.ts';
import { rowsByPerson, type Lathund } from '../lathund/lathund.ts';
import { calendarDay } from '../register/day.ts';
import { INVESTIGATION, SEX, TYPE, UNKNOWN_AGE, type Register } from '../register/register.ts';

/** What a number is a number of. */
export type Counted = 'persons' | 'actualisations' | 'reports' | 'investigations' | 'years of age' | 'years';

export interface Count {
  /** What is counted and where, e.g. `woman|group=12+`; the same quantity has the same key in every table. */
  readonly key: string;
  readonly n: number;
  /** Distinct persons behind it. */
  readonly persons: number;
  readonly of: Counted;
}

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
  | 'type-unknown'
  | 'investigation-known'
  | 'investigation'
  | 'investigation-unknown'
  | 'age-known'
  | 'age-unknown'
  | 'referrer-missing'
  | `age-known:${'man' | 'woman' | 'sex-unknown' | 'application' | 'report'}`
  | `referrer:${string}`;

/** Where: one frequency group, one calendar year, or all. */
export type Scope = number | 'all' | { readonly year: number };

export interface Counts {
  readonly groups: readonly FrequencyGroup[];
  /** Calendar years of the table per year, rising. */
  readonly years: readonly number[];
  /** Names of the referrers of reports, most reports first. */
  readonly referrers: readonly string[];
  readonly has: {
    readonly type: boolean;
    readonly lob: boolean;
    readonly investigation: boolean;
    readonly referrer: boolean;
  };
  persons(scope: Scope): Count;
  /** Actualisations of which the measure holds. */
  count(measure: Measure, scope: Scope): Count;
  /** Persons with at least one such actualisation. */
  personsWith(measure: Measure, scope: Scope): Count;
  /** Sum of the ages at those actualisations whose age is known. */
  ages(scope: Scope, among?: 'man' | 'woman' | 'sex-unknown' | 'application' | 'report'): Count;
}

const AMONG = ['man', 'woman', 'sex-unknown', 'application', 'report'] as const;

const PLAIN_MEASURES = [
  'actualisation',
  'sex-known',
  'man',
  'woman',
  'sex-unknown',
  'type-known',
  'application',
  'report',
  'lob',
  'type-unknown',
  'investigation-known',
  'investigation',
  'investigation-unknown',
  'age-known',
  'age-unknown',
  'referrer-missing',
  'age-known:man',
  'age-known:woman',
  'age-known:sex-unknown',
  'age-known:application',
  'age-known:report',
] as const satisfies readonly Measure[];

type PlainMeasure = (typeof PLAIN_MEASURES)[number];
const AT = Object.fromEntries(PLAIN_MEASURES.map((measure, at) => [measure, at])) as Record<
  PlainMeasure,
  number
>;

/** Counts of cells and of the distinct persons in them, where a person's rows come one after the other. */
class Tally {
  readonly n: Float64Array;
  readonly persons: Int32Array;
  /** Sum of ages, for the measures that have one. */
  readonly ages: Float64Array;
  private readonly lastPerson: Int32Array;

  constructor(cells: number) {
    this.n = new Float64Array(cells);
    this.persons = new Int32Array(cells);
    this.ages = new Float64Array(cells);
    this.lastPerson = new Int32Array(cells).fill(-1);
  }

  add(cell: number, person: number): void {
    this.n[cell]!++;
    if (this.lastPerson[cell] === person) return;
    this.lastPerson[cell] = person;
    this.persons[cell]!++;
  }

  addAge(cell: number, person: number, age: number): void {
    this.add(cell, person);
    this.ages[cell]! += age;
  }
}

/** @param asOf day number of the analysis: later years are shown only where they occur */
export function countAll(register: Register, lathund: Lathund, asOf: number): Counts {
  const groups = lathund.groups;
  const years = yearsOf(register, calendarDay(asOf).year);
  const referrerCount = register.referrer?.names.length ?? 0;
  const byGroup = new Tally((PLAIN_MEASURES.length + referrerCount) * groups.length);
  const byYear = new Tally(2 * years.list.length);
  const personsOfGroup = new Int32Array(groups.length);
  for (const g of lathund.group) personsOfGroup[g]!++;

  const { person, type, investigation, sex, age } = register;
  for (const i of rowsByPerson(register, lathund)) {
    const p = person[i]!;
    const g = lathund.group[p]!;
    const add = (measure: PlainMeasure) => {
      byGroup.add(AT[measure] * groups.length + g, p);
    };
    add('actualisation');
    const years_ = age[i]!;
    const ageKnown = years_ !== UNKNOWN_AGE;
    const addAge = (measure: PlainMeasure) => {
      if (ageKnown) byGroup.addAge(AT[measure] * groups.length + g, p, years_);
    };
    if (ageKnown) addAge('age-known');
    else add('age-unknown');

    if (sex[i] === SEX.unknown) {
      add('sex-unknown');
      addAge('age-known:sex-unknown');
    } else {
      add('sex-known');
      add(sex[i] === SEX.man ? 'man' : 'woman');
      addAge(sex[i] === SEX.man ? 'age-known:man' : 'age-known:woman');
    }
    if (type) {
      const t = type[i]!;
      if (t === TYPE.unknown) add('type-unknown');
      else add('type-known');
      if (t === TYPE.application) {
        add('application');
        addAge('age-known:application');
      } else if (t === TYPE.report || t === TYPE.lob) {
        add('report');
        addAge('age-known:report');
        if (t === TYPE.lob) add('lob');
        if (register.referrer) {
          const r = register.referrer.index[i]!;
          byGroup.add((r === 0 ? AT['referrer-missing'] : PLAIN_MEASURES.length + r) * groups.length + g, p);
        }
      }
    }
    if (investigation) {
      if (investigation[i] === INVESTIGATION.unknown) add('investigation-unknown');
      else add('investigation-known');
      if (investigation[i] === INVESTIGATION.yes) add('investigation');
    }
    const y = years.index[i]!;
    byYear.add(y, p);
    if (ageKnown) byYear.addAge(years.list.length + y, p, years_);
  }
  return new CountsOfRegister(register, groups, years.list, byGroup, byYear, personsOfGroup);
}

class CountsOfRegister implements Counts {
  readonly groups: readonly FrequencyGroup[];
  readonly years: readonly number[];
  readonly referrers: readonly string[];
  readonly has: Counts['has'];
  private readonly byGroup: Tally;
  private readonly byYear: Tally;
  private readonly personsOfGroup: Int32Array;
  private readonly referrerAt: ReadonlyMap<string, number>;

  constructor(
    register: Register,
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
    this.referrerAt = new Map(names.map((name, at) => [name, at]));
    this.has = {
      type: register.hasTypeColumn,
      lob: register.type !== null,
      investigation: register.investigation !== null,
      referrer: register.referrer !== null && register.hasTypeColumn,
    };
    this.referrers = names
      .slice(1)
      .map((name) => ({ name, n: this.count(`referrer:${name}`, 'all').n }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
      .map(({ name }) => name);
  }

  persons(scope: Scope): Count {
    const n =
      scope === 'all'
        ? sum(this.personsOfGroup)
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

  ages(scope: Scope, among?: (typeof AMONG)[number]): Count {
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
    if (!measure.startsWith('referrer:')) return AT[measure as PlainMeasure];
    const at = this.referrerAt.get(measure.slice('referrer:'.length));
    return at === undefined ? undefined : PLAIN_MEASURES.length + at;
  }

  private yearAt({ year }: { year: number }): number {
    return this.years.indexOf(year);
  }

  private scopeKey(scope: Scope): string {
    if (scope === 'all') return 'all';
    return typeof scope === 'number' ? `group=${this.groups[scope]!.key}` : `year=${String(scope.year)}`;
  }
}

const NOTHING = { n: 0, persons: 0, ages: 0 };

function cellOf(tally: Tally, at: number) {
  return { n: tally.n[at]!, persons: tally.persons[at]!, ages: tally.ages[at]! };
}

function sum(values: Int32Array): number {
  return values.reduce((a, b) => a + b, 0);
}

const LIKELY_FROM_YEAR = 1990;

/**
 * The calendar year of each row, and the years to show: all between the first and the last, so that a year without
 * actualisations shows as zero. Years before 1990 or to come (dates with a warning) are shown only where they occur.
 */
function yearsOf(register: Register, thisYear: number): { list: number[]; index: Int32Array } {
  const { day, used } = register;
  const yearOf = new Int32Array(used);
  let known = { from: 0, to: -1, year: 0 };
  const ofDay = new Map<number, number>();
  const present = new Set<number>();
  for (let i = 0; i < used; i++) {
    const d = day[i]!;
    if (d < known.from || d > known.to) {
      let year = ofDay.get(d);
      if (year === undefined) ofDay.set(d, (year = calendarDay(d).year));
      known = { from: d, to: d, year };
      present.add(year);
    }
    yearOf[i] = known.year;
  }
  const occurring = [...present].sort((a, b) => a - b);
  const list = [...occurring];
  const likely = occurring.filter((year) => year >= LIKELY_FROM_YEAR && year <= thisYear);
  for (let year = likely[0] ?? 0; year < (likely.at(-1) ?? 0); year++) if (!present.has(year)) list.push(year);
  list.sort((a, b) => a - b);
  const at = new Map(list.map((year, index) => [year, index]));
  return { list, index: yearOf.map((year) => at.get(year)!) };
}
