/**
 * What the published JSON of an analysis tells somebody who has nothing else, written down from the JSON alone and from
 * what everybody knows of registers. Nothing is imported from the protection, nor from what counts the tables: the
 * quantities are counted here, row by row, to hold it all against the truth.
 */
import { Knowledge, type Secret, type Term } from './knowledge.ts';

/** A row of the made-up register, all of whose values the reader of the register would read as they stand. */
export interface Row {
  readonly person: string;
  readonly year: number;
  readonly date: string;
  readonly type: '' | 'Ansökan' | 'Anmälan' | 'LOB' | 'Remiss';
  readonly referrer: string;
  readonly decision: '' | 'Ja' | 'Nej';
  readonly sex: '' | 'Man' | 'Kvinna';
  readonly age: number | null;
}

interface JsonCell {
  readonly suppressed?: true;
  readonly value?: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
}
type JsonRow = { readonly key: string; readonly cells: Readonly<Record<string, JsonCell>> };
export interface PublishedResult {
  readonly settings: {
    readonly groups: readonly number[];
    readonly profileBase: string;
    readonly lowestAge: number | null;
    readonly asOf: string;
    readonly period: { readonly to: string | null } | null;
    readonly selection: { readonly atLeast?: number; readonly activeYears?: readonly number[] } | null;
    readonly protection: { readonly threshold: number };
  };
  readonly rows: {
    readonly used: number;
    readonly warnings: readonly { readonly warning: string }[];
  };
  readonly selection?: { readonly selected: number | { readonly suppressed: true } };
  readonly tables: readonly { readonly id: string; readonly rows: readonly JsonRow[] }[];
  readonly return: {
    readonly points: readonly {
      readonly days: number;
      readonly suppressed?: true;
      readonly atRisk?: number;
      readonly returned?: number;
    }[];
  };
  readonly concentration: {
    readonly gini: number | null;
    readonly top: readonly {
      readonly share: number;
      readonly suppressed?: true;
      readonly persons?: number;
      readonly ofActualisations?: number;
    }[];
    readonly lorenz: readonly (readonly [number, number])[];
  };
}

const isReport = ({ type }: Row) => type === 'Anmälan' || type === 'LOB';
const OF_ROWS: Readonly<Record<string, (row: Row) => boolean>> = {
  actualisation: () => true,
  'sex-known': ({ sex }) => sex !== '',
  man: ({ sex }) => sex === 'Man',
  woman: ({ sex }) => sex === 'Kvinna',
  'sex-unknown': ({ sex }) => sex === '',
  'type-known': ({ type }) => type !== '',
  application: ({ type }) => type === 'Ansökan',
  report: isReport,
  lob: ({ type }) => type === 'LOB',
  'type-other': ({ type }) => type === 'Remiss',
  'type-unknown': ({ type }) => type === '',
  'investigation-known': ({ decision }) => decision !== '',
  investigation: ({ decision }) => decision === 'Ja',
  'no-investigation': ({ decision }) => decision === 'Nej',
  'investigation-unknown': ({ decision }) => decision === '',
  'age-known': ({ age }) => age !== null,
  'age-unknown': ({ age }) => age === null,
  'referrer-missing': (row) => isReport(row) && row.referrer === '',
};

/** A whole, and the parts that it falls into. */
const PARTS: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ['actualisation', ['sex-known', 'sex-unknown']],
  ['sex-known', ['man', 'woman']],
  ['actualisation', ['type-known', 'type-unknown']],
  ['type-known', ['application', 'report', 'type-other']],
  ['actualisation', ['investigation-known', 'investigation-unknown']],
  ['investigation-known', ['investigation', 'no-investigation']],
  ['actualisation', ['age-known', 'age-unknown']],
];

/** What of what a row of the group profile is a share of. */
const PROFILE: Readonly<Record<string, readonly [part: string, whole: string]>> = {
  'percent-women': ['woman', 'sex-known'],
  'percent-applications': ['application', 'type-known'],
  'percent-lob': ['lob', 'type-known'],
  'percent-investigation': ['investigation', 'investigation-known'],
  'referrer-missing': ['referrer-missing', 'report'],
  'referrer-other': ['referrer-other', 'report'],
  'sex-unknown': ['sex-unknown', 'actualisation'],
  'type-unknown': ['type-unknown', 'actualisation'],
  'investigation-unknown': ['investigation-unknown', 'actualisation'],
  'age-unknown': ['age-unknown', 'actualisation'],
};
const SUMMARY: Readonly<Record<string, readonly [part: string, whole: string]>> = {
  applications: ['application', 'type-known'],
  reports: ['report', 'type-known'],
  lob: ['lob', 'type-known'],
  men: ['man', 'sex-known'],
  women: ['woman', 'sex-known'],
};
const OLDEST = 120;
/** What is hidden must seem possibly larger by so much. */
const MARGIN = 0.3;

export interface Told {
  readonly knowledge: Knowledge;
  readonly secrets: readonly Secret[];
  /** What would be known if all that is not zero were hidden. */
  readonly anyway: () => Knowledge;
}

export function toldByResult(result: PublishedResult, rows: readonly Row[]): Told {
  const { knowledge, secrets } = readingOf(result, rows);
  return { knowledge, secrets: secrets(), anyway: () => readingOf(nothingOf(result), rows).knowledge };
}

function readingOf(result: PublishedResult, rows: readonly Row[]) {
  const reading = new Reading(result, rows);
  reading.counts();
  reading.sums();
  reading.groups();
  reading.years();
  reading.ages();
  reading.personsWithSuch();
  reading.tables();
  reading.account();
  reading.concentration();
  reading.selection();
  reading.returns();
  return { knowledge: reading.knowledge, secrets: () => reading.secrets() };
}

/** The same result with all hidden but zeros and the account of rows. */
function nothingOf(result: PublishedResult): PublishedResult {
  const hidden = (cell: JsonCell): JsonCell => (cell.value === 0 ? cell : { suppressed: true });
  const { selection, ...rest } = result;
  void selection;
  return {
    ...rest,
    tables: result.tables.map(({ id, rows }) => ({
      id,
      rows: rows.map(({ key, cells }) => ({
        key,
        cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, hidden(cell)])),
      })),
    })),
    return: { points: [] },
    concentration: { gini: null, top: [], lorenz: [] },
  };
}

interface FollowUp {
  readonly hasReturned: boolean;
  readonly days: number;
}

interface Group {
  readonly key: string;
  readonly lowest: number;
  readonly highest: number;
}

class Reading {
  readonly knowledge = new Knowledge();
  private readonly result: PublishedResult;
  private readonly rows: readonly Row[];
  private readonly times = new Map<string, number>();
  private readonly groupList: readonly Group[];
  private readonly scopes: readonly string[];
  private readonly yearList: readonly number[];
  private readonly measures: Record<string, (row: Row) => boolean>;
  /** How many different persons a quantity rests on. */
  private readonly personsBehind = new Map<string, number>();
  private readonly asksPersons: boolean;
  /** Who returned between two points of the curve that are told, and who did later. */
  private readonly returnedSince: (readonly Term[])[] = [];

  constructor(result: PublishedResult, rows: readonly Row[]) {
    this.result = result;
    this.rows = rows;
    for (const { person } of rows) this.times.set(person, (this.times.get(person) ?? 0) + 1);
    const limits = result.settings.groups;
    this.groupList = limits.map((lowest, at) => {
      const highest = (limits[at + 1] ?? Infinity) - 1;
      const key =
        highest === Infinity
          ? `${String(lowest)}+`
          : lowest === highest
            ? String(lowest)
            : `${String(lowest)}-${String(highest)}`;
      return { key, lowest, highest };
    });
    this.scopes = [...this.groupList.map(({ key }) => key), 'all'];
    this.yearList = this.table('per-year')
      .filter(({ key }) => key !== 'mean')
      .map(({ key }) => Number(key));
    const named = this.table('group-profile').flatMap(({ key }) =>
      key.startsWith('referrer:') ? [key.slice('referrer:'.length)] : [],
    );
    this.measures = {
      ...OF_ROWS,
      'referrer-other': (row) => isReport(row) && row.referrer !== '' && !named.includes(row.referrer),
      ...Object.fromEntries(
        named.map((name) => [`referrer:${name}`, (row: Row) => isReport(row) && row.referrer === name]),
      ),
    };
    this.asksPersons = result.settings.profileBase === 'persons';
  }

  private table(id: string): readonly JsonRow[] {
    return this.result.tables.find((table) => table.id === id)?.rows ?? [];
  }

  private groupOf(row: Row): string {
    const times = this.times.get(row.person)!;
    return this.groupList.find(({ lowest, highest }) => times >= lowest && times <= highest)!.key;
  }

  private isIn(scope: string, row: Row): boolean {
    if (scope === 'all') return true;
    return scope.startsWith('year=') ? scope === `year=${String(row.year)}` : this.groupOf(row) === scope;
  }

  private note(name: string, found: readonly Row[], value: number, bounds = {}): string {
    this.knowledge.quantity(name, value, { most: this.rows.length, ...bounds });
    this.personsBehind.set(name, new Set(found.map(({ person }) => person)).size);
    return name;
  }

  /** Every measure and the persons, in every group and in all; the persons with at least one such row. */
  counts(): void {
    for (const scope of this.scopes) {
      const here = this.rows.filter((row) => this.isIn(scope, row));
      const persons = (found: readonly Row[]) => new Set(found.map(({ person }) => person)).size;
      this.note(`persons|${scope}`, here, persons(here));
      for (const [measure, holds] of Object.entries(this.measures)) {
        const found = here.filter(holds);
        this.note(`${measure}|${scope}`, found, found.length);
        if (this.asksPersons) this.note(`with ${measure}|${scope}`, found, persons(found));
      }
    }
  }

  /** Parts make up wholes, and what no row is told of there is none of. */
  sums(): void {
    const { knowledge } = this;
    const told = new Set(this.table('group-profile').map(({ key }) => key));
    const referrers = Object.keys(this.measures).filter((measure) => measure.startsWith('referrer'));
    const isAbsent = (part: string) =>
      part === 'type-other'
        ? knowledge.truth('type-other|all') === 0
        : (part.endsWith('-unknown') || part === 'referrer-missing' || part === 'referrer-other') &&
          !told.has(part);
    for (const [whole, parts] of [...PARTS, ['report', referrers] as const])
      for (const scope of this.scopes) {
        for (const part of parts)
          if (isAbsent(part)) {
            knowledge.tell(`${part}|${scope}`, 0);
            if (this.asksPersons) knowledge.tell(`with ${part}|${scope}`, 0);
          }
        knowledge.sum(
          `${whole}|${scope}`,
          parts.map((part) => `${part}|${scope}`),
        );
      }
    const { threshold } = this.result.settings.protection;
    // A name of its own takes so many persons.
    for (const name of referrers.filter((measure) => measure.startsWith('referrer:'))) {
      knowledge.atLeast(`${name}|all`, threshold);
      if (this.asksPersons) knowledge.atLeast(`with ${name}|all`, threshold);
    }
    for (const scope of this.scopes) knowledge.atMost(`lob|${scope}`, `report|${scope}`);
    for (const name of ['persons', ...Object.keys(this.measures)])
      knowledge.sum(
        `${name}|all`,
        this.groupList.map(({ key }) => `${name}|${key}`),
      );
  }

  /** How many times the persons of a group may come. */
  groups(): void {
    for (const { key, lowest, highest } of this.groupList) {
      this.knowledge.tie(
        'so often at least',
        [
          [lowest, `persons|${key}`],
          [-1, `actualisation|${key}`],
        ],
        '<=',
      );
      if (highest < Infinity) this.knowledge.atMost(`actualisation|${key}`, `persons|${key}`, highest);
    }
  }

  years(): void {
    const { knowledge, yearList } = this;
    const summed = new Map<string, Set<string>>();
    for (const year of yearList) {
      const scope = `year=${String(year)}`;
      const here = this.rows.filter((row) => this.isIn(scope, row));
      const persons = new Set(here.map(({ person }) => person));
      summed.set(scope, persons);
      this.note(`actualisation|${scope}`, here, here.length);
      this.note(`persons|${scope}`, here, persons.size);
      knowledge.atMost(`persons|${scope}`, `actualisation|${scope}`);
      knowledge.atMost(`persons|${scope}`, 'persons|all');
    }
    const scopes = yearList.map((year) => `year=${String(year)}`);
    knowledge.quantity(
      'persons summed',
      [...summed.values()].reduce((sum, { size }) => sum + size, 0),
    );
    knowledge.sum(
      'persons summed',
      scopes.map((scope) => `persons|${scope}`),
    );
    knowledge.sum(
      'actualisation|all',
      scopes.map((scope) => `actualisation|${scope}`),
    );
    knowledge.atMost('persons|all', 'persons summed');
    // Nobody is in more years than he comes times, nor in more than there are.
    const most = this.groupList.map(({ key, highest }): Term => [
      -Math.min(highest, yearList.length),
      `persons|${key}`,
    ]);
    knowledge.tie('years of persons', [[1, 'persons summed'], ...most], '<=');
  }

  /** Ages are whole and nobody is older than the oldest; where the analysis is of those from 18 up, so are all. */
  ages(): void {
    const { knowledge } = this;
    const youngest = this.result.settings.lowestAge ?? 0;
    const scopes = [...this.scopes, ...this.yearList.map((year) => `year=${String(year)}`)];
    const of = (scope: string, among: string) => {
      const found = this.rows.filter(
        (row) => row.age !== null && this.isIn(scope, row) && (among === '' || this.measures[among]!(row)),
      );
      const suffix = among === '' ? '' : `:${among}`;
      const known = this.note(`age-known${suffix}|${scope}`, found, found.length);
      const sum = this.note(
        `ages${suffix}|${scope}`,
        found,
        found.reduce((all, { age }) => all + age!, 0),
        { most: OLDEST * this.rows.length },
      );
      knowledge.atMost(sum, known, OLDEST);
      if (youngest > 0)
        knowledge.tie(
          'youngest',
          [
            [youngest, known],
            [-1, sum],
          ],
          '<=',
        );
      knowledge.atMost(known, `${among === '' ? 'actualisation' : among}|${scope}`);
      // Where no row tells of ages that are missing, none is.
      if (knowledge.isTold('age-unknown|all'))
        knowledge.tie(
          'ages known',
          [
            [1, known],
            [-1, `${among === '' ? 'actualisation' : among}|${scope}`],
          ],
          '=',
        );
    };
    for (const scope of scopes) of(scope, '');
    const splits = [
      ['man', 'woman', 'sex-unknown'],
      ['application', 'report', 'type-other', 'type-unknown'],
    ];
    for (const split of splits) {
      for (const among of split) of('all', among);
      for (const what of ['ages', 'age-known'])
        knowledge.sum(
          `${what}|all`,
          split.map((among) => `${what}:${among}|all`),
        );
    }
    knowledge.sum(
      'ages|all',
      this.groupList.map(({ key }) => `ages|${key}`),
    );
    for (const what of ['ages', 'age-known'])
      knowledge.sum(
        `${what}|all`,
        this.yearList.map((year) => `${what}|year=${String(year)}`),
      );
  }

  /** Persons with at least one such row: no more than rows, and no fewer than they can all be of. */
  personsWithSuch(): void {
    if (!this.asksPersons) return;
    const { knowledge } = this;
    for (const measure of Object.keys(this.measures)) {
      knowledge.sum(
        `with ${measure}|all`,
        this.groupList.map(({ key }) => `with ${measure}|${key}`),
      );
      for (const scope of this.scopes) {
        knowledge.atMost(`with ${measure}|${scope}`, `${measure}|${scope}`);
        knowledge.atMost(`with ${measure}|${scope}`, `persons|${scope}`);
        const { highest = Infinity } = this.groupList.find(({ key }) => key === scope) ?? {};
        if (highest < Infinity) knowledge.atMost(`${measure}|${scope}`, `with ${measure}|${scope}`, highest);
      }
    }
    const referrers = Object.keys(this.measures).filter((measure) => measure.startsWith('referrer'));
    for (const scope of this.scopes)
      for (const [whole, parts] of [...PARTS, ['report', referrers] as const]) {
        // Each person of the whole has some part of it; no part has persons that the whole has not.
        for (const part of parts) knowledge.atMost(`with ${part}|${scope}`, `with ${whole}|${scope}`);
        knowledge.tie(
          'somebody in each part',
          [[1, `with ${whole}|${scope}`], ...parts.map((part): Term => [-1, `with ${part}|${scope}`])],
          '<=',
        );
      }
    for (const scope of this.scopes) {
      knowledge.tie(
        'everybody',
        [
          [1, `with actualisation|${scope}`],
          [-1, `persons|${scope}`],
        ],
        '=',
      );
      knowledge.atMost(`with lob|${scope}`, `with report|${scope}`);
    }
  }

  private tell(name: string, value: number | undefined): void {
    if (value !== undefined) this.knowledge.tell(name, value);
  }

  /** A count that is hidden is not zero: zeros are shown (but those that say something of everyone). */
  private count(cell: JsonCell | undefined, name: string): void {
    if (!cell) return;
    if (!cell.suppressed) return this.tell(name, cell.value!);
    if (this.knowledge.truth(name) > 0) this.knowledge.atLeast(name, 1);
  }

  private ratio(cell: JsonCell | undefined, part: string, whole: string): void {
    if (!cell) return;
    if (cell.suppressed) {
      for (const name of [part, whole]) if (this.knowledge.truth(name) > 0) this.knowledge.atLeast(name, 1);
      return;
    }
    this.tell(part, cell.numerator);
    this.tell(whole, cell.denominator);
  }

  tables(): void {
    for (const { key, cells } of this.table('persons-by-group')) {
      const scope = key === 'total' ? 'all' : key;
      this.count(cells['persons'], `persons|${scope}`);
      this.ratio(cells['percent'], `persons|${scope}`, 'persons|all');
    }
    for (const { key, cells } of this.table('actualisations-by-group')) {
      const scope = key === 'total' ? 'all' : key;
      this.count(cells['persons'], `persons|${scope}`);
      this.count(cells['actualisations'], `actualisation|${scope}`);
      this.ratio(cells['percent'], `actualisation|${scope}`, 'actualisation|all');
    }
    for (const { key, cells } of this.table('group-profile'))
      for (const [column, cell] of Object.entries(cells)) {
        const scope = column === 'total' ? 'all' : column;
        if (key === 'mean-actualisations') this.ratio(cell, `actualisation|${scope}`, `persons|${scope}`);
        else if (key === 'mean-age') this.ratio(cell, `ages|${scope}`, `age-known|${scope}`);
        else if (key === 'investigations') this.count(cell, `investigation|${scope}`);
        else if (key === 'percent-of-investigations')
          this.ratio(cell, `investigation|${scope}`, 'investigation|all');
        else {
          const [part, whole] = PROFILE[key] ?? [key, 'report'];
          const base = this.asksPersons ? 'with ' : '';
          this.ratio(cell, `${base}${part}|${scope}`, `${base}${whole}|${scope}`);
        }
      }
    for (const { key, cells } of this.table('per-year')) {
      if (key === 'mean') {
        this.tell('actualisation|all', cells['actualisations']!.numerator);
        this.tell('persons summed', cells['persons']!.numerator);
        continue;
      }
      this.count(cells['actualisations'], `actualisation|year=${key}`);
      this.count(cells['persons'], `persons|year=${key}`);
    }
    this.sexAndAge();
    this.summary();
  }

  private sexAndAge(): void {
    const among: Record<string, string> = {
      men: 'man',
      women: 'woman',
      applications: 'application',
      reports: 'report',
    };
    for (const { key, cells } of this.table('sex-and-age')) {
      const group = key === 'total' ? '' : (among[key] ?? key);
      this.count(cells['actualisations'], `${group === '' ? 'actualisation' : group}|all`);
      const suffix = group === '' ? '' : `:${group}`;
      this.ratio(cells['mean-age'], `ages${suffix}|all`, `age-known${suffix}|all`);
      const whole = group === 'man' || group === 'woman' ? 'sex-known' : 'type-known';
      this.ratio(cells['percent'], `${group}|all`, `${whole}|all`);
    }
  }

  private summary(): void {
    for (const { key, cells } of this.table('summary')) {
      const { number, percent, mean } = cells;
      if (key === 'actualisations') this.count(number, 'actualisation|all');
      else if (key === 'persons') this.count(number, 'persons|all');
      else if (key === 'investigations') this.count(number, 'investigation|all');
      else if (key === 'actualisations-per-person') this.ratio(mean, 'actualisation|all', 'persons|all');
      else if (key === 'investigations-per-person') this.ratio(mean, 'investigation|all', 'persons|all');
      else if (key === 'mean-age') this.ratio(mean, 'ages|all', 'age-known|all');
      else if (key.startsWith('mean-age-')) this.meanAgeOfYear(mean!);
      else {
        const [part, whole] = SUMMARY[key] ?? PROFILE[key] ?? [key, 'report'];
        this.count(number, `${part}|all`);
        this.ratio(percent, `${part}|all`, `${whole}|all`);
      }
    }
  }

  /** Which year it is of is not said; that only one fits is taken to be seen. */
  private meanAgeOfYear({ suppressed, numerator, denominator }: JsonCell): void {
    if (suppressed) return;
    const { knowledge } = this;
    const fits = this.yearList.filter(
      (year) =>
        knowledge.truth(`ages|year=${String(year)}`) === numerator &&
        knowledge.truth(`age-known|year=${String(year)}`) === denominator,
    );
    if (fits.length !== 1) return;
    this.tell(`ages|year=${String(fits[0])}`, numerator);
    this.tell(`age-known|year=${String(fits[0])}`, denominator);
  }

  /** Every row that is used is an actualisation; each row with an unlikely date is one of an unlikely year. */
  account(): void {
    const { rows, settings } = this.result;
    this.tell('actualisation|all', rows.used);
    const unlikely = this.yearList.filter((year) => year < 1990 || year > Number(settings.asOf.slice(0, 4)));
    if (unlikely.length === 0) return;
    const warned = rows.warnings.filter(({ warning }) => warning === 'unlikely-date').length;
    const terms = unlikely.map((year): Term => [1, `actualisation|year=${String(year)}`]);
    // Days later in the year of the analysis are unlikely too; these registers have none.
    this.knowledge.tie('unlikely dates', terms, '=', warned);
  }

  /** The whole frequency distribution: how many come t times or more, and what concentration tells of it. */
  concentration(): void {
    const { knowledge, groupList } = this;
    const { gini, top } = this.result.concentration;
    const times = [...this.times.values()];
    const persons = times.length;
    const total = this.rows.length;
    if (!knowledge.isTold('persons|all')) return;
    const longest = Math.min(total, Math.max(...times) + 6);
    const came = (t: number) => times.filter((n) => n >= t).length;
    const N = (t: number) => `came ${String(t)}`;
    for (let t = 1; t <= longest; t++) {
      knowledge.quantity(N(t), came(t), { most: persons });
      if (t > 1) knowledge.atMost(N(t), N(t - 1));
    }
    for (const { key, lowest, highest } of groupList) {
      const above: Term[] = highest + 1 <= longest ? [[-1, N(highest + 1)]] : [];
      if (lowest > longest) {
        knowledge.tie('nobody so often', [[1, `persons|${key}`]], '=', 0);
        continue;
      }
      knowledge.tie('persons of a group', [[-1, `persons|${key}`], [1, N(lowest)], ...above], '=');
      const steps: Term[] = [];
      for (let t = lowest + 1; t <= Math.min(highest, longest); t++) steps.push([1, N(t)]);
      // Each came the lowest number of times, and once more for each step; those of higher groups took all the steps.
      const more: Term[] = highest + 1 <= longest ? [[lowest - highest, N(highest + 1)]] : [];
      knowledge.tie(
        'actualisations of a group',
        [[-1, `actualisation|${key}`], [lowest, `persons|${key}`], ...steps, ...more],
        '=',
      );
    }
    const told = top.filter(({ suppressed }) => !suppressed);
    if (told.length === 0 && gini === null) return;
    // One of these is 1: so many came t times or more.
    const is = (t: number, n: number) => `came ${String(t)}: ${String(n)}`;
    for (let t = 1; t <= longest; t++) {
      const all = Array.from({ length: persons + 1 }, (_, n) => n);
      for (const n of all) knowledge.quantity(is(t, n), came(t) === n ? 1 : 0, { most: 1 });
      knowledge.tie(
        'one number',
        all.map((n): Term => [1, is(t, n)]),
        '=',
        1,
      );
      knowledge.tie('number', [[-1, N(t)], ...all.map((n): Term => [n, is(t, n)])], '=');
    }
    const over = (of: (n: number) => number): Term[] => {
      const terms: Term[] = [];
      for (let t = 1; t <= longest; t++)
        for (let n = 1; n <= persons; n++) if (of(n) !== 0) terms.push([of(n), is(t, n)]);
      return terms;
    };
    for (const { persons: m, ofActualisations } of told)
      knowledge.tie(
        'top',
        over((n) => Math.min(m!, n)),
        '=',
        Math.round(ofActualisations! * total),
      );
    if (gini !== null) {
      const mean = over((n) => n * (persons - n));
      knowledge.tie('gini', mean, '<=', (gini + 0.005 + 1e-9) * persons * total);
      knowledge.tie('gini', mean, '>=', (gini - 0.005 - 1e-9) * persons * total);
    }
  }

  /** The selected are between the groups that are wholly above the limit and those that are partly. */
  selection(): void {
    const { selection } = this.result;
    const rule = this.result.settings.selection;
    if (!selection || typeof selection.selected !== 'number') return;
    const { knowledge, groupList } = this;
    const { atLeast = 1, activeYears = [] } = rule!;
    const partly = groupList.filter(({ highest }) => highest >= atLeast);
    const wholly = groupList.filter(({ lowest }) => lowest >= atLeast);
    const terms = (groups: readonly Group[]) => groups.map(({ key }): Term => [1, `persons|${key}`]);
    knowledge.tie('selected', terms(partly), '>=', selection.selected);
    if (activeYears.length === 0) knowledge.tie('selected', terms(wholly), '<=', selection.selected);
    for (const year of activeYears)
      if (this.yearList.includes(year))
        knowledge.tie('selected', [[1, `persons|year=${String(year)}`]], '>=', selection.selected);
    const at = `came ${String(atLeast)}`;
    if (activeYears.length === 0 && knowledge.has(at))
      knowledge.tie('selected', [[1, at]], '=', selection.selected);
  }

  /**
   * At each point told: so many have returned within these days (r), some of them before the last day (q), and some have
   * left the follow-up before it (c), who never returned. Kaplan–Meier's share is between r of all and r of those who
   * have not left.
   */
  returns(): void {
    const { knowledge } = this;
    if (!knowledge.isTold('persons|all') || !knowledge.has('came 2')) return;
    const persons = this.times.size;
    const followed = this.followUp();
    let before: string | undefined;
    for (const { days, suppressed, returned, atRisk } of this.result.return.points) {
      if (suppressed) continue;
      const [r, q, c] = ['within', 'before', 'left before'].map((what) => `${what} ${String(days)} days`) as [
        string,
        string,
        string,
      ];
      const number = (holds: (one: FollowUp) => boolean) => followed.filter(holds).length;
      knowledge.quantity(
        r,
        number((one) => one.hasReturned && one.days <= days),
        { most: persons },
      );
      knowledge.quantity(
        q,
        number((one) => one.hasReturned && one.days < days),
        { most: persons },
      );
      knowledge.quantity(
        c,
        number((one) => !one.hasReturned && one.days < days),
        { most: persons },
      );
      knowledge.atMost(q, r);
      knowledge.atMost(r, 'came 2');
      if (before !== undefined) knowledge.atMost(before, q);
      knowledge.tie(
        'never',
        [
          [1, c],
          [1, 'came 2'],
        ],
        '<=',
        persons,
      );
      knowledge.tie(
        'at risk',
        [
          [1, q],
          [1, c],
        ],
        '=',
        persons - atRisk!,
      );
      const [low, high] = [returned! - 0.005 - 1e-9, returned! + 0.005 + 1e-9];
      knowledge.tie('share of all', [[1, r]], '<=', high * persons);
      knowledge.tie(
        'share of those who have not left',
        [
          [1, r],
          [Math.max(0, low), c],
        ],
        '>=',
        low * persons,
      );
      this.returnedSince.push(
        before === undefined
          ? [[1, r]]
          : [
              [1, r],
              [-1, before],
            ],
      );
      this.returnedSince.push([
        [1, 'came 2'],
        [-1, r],
      ]);
      before = r;
    }
  }

  /** Days to the second actualisation, or to the end. */
  private followUp(): FollowUp[] {
    const day = (date: string) => Date.parse(date) / 86_400_000;
    const { period } = this.result.settings;
    const end = day(period?.to ?? this.rows.reduce((last, { date }) => (date > last ? date : last), ''));
    return [...this.times.keys()].map((person) => {
      const dates = this.rows
        .filter((row) => row.person === person)
        .map(({ date }) => day(date))
        .sort((a, b) => a - b);
      const [first, second] = dates as [number, number | undefined];
      return { hasReturned: second !== undefined, days: (second ?? end) - first };
    });
  }

  /** Counts that rest on few persons, and zeros that tell of everyone in their row. */
  secrets(): Secret[] {
    const { knowledge } = this;
    const { threshold } = this.result.settings.protection;
    const secrets: Secret[] = [];
    for (const [name, persons] of this.personsBehind) {
      const truth = knowledge.truth(name);
      if (name.startsWith('ages') || persons === 0 || persons >= threshold) continue;
      const reaches = [truth + Math.max(threshold - truth, Math.ceil(truth * MARGIN)), threshold, truth + 1];
      secrets.push({ name, terms: [[1, name]], reaches: reaches.filter((reach) => reach > truth) });
    }
    for (const name of this.tellingZeros()) secrets.push({ name, terms: [[1, name]], reaches: [1] });
    for (const terms of this.returnedSince) {
      const truth = terms.reduce((sum, [factor, name]) => sum + factor * knowledge.truth(name), 0);
      if (truth > 0 && truth < threshold)
        secrets.push({ name: terms.map(([, name]) => name).join(' less '), terms, reaches: [truth + 1] });
    }
    return secrets;
  }

  /** Where everyone of whom something is known is in one part, the zeros of the others say so. */
  private tellingZeros(): string[] {
    const { knowledge } = this;
    const referrers = Object.keys(this.measures).filter((measure) => measure.startsWith('referrer'));
    const wholes = [...PARTS.filter(([whole]) => whole !== 'actualisation'), ['report', referrers] as const];
    const bases = this.asksPersons ? ['', 'with '] : [''];
    return this.scopes.flatMap((scope) =>
      wholes.flatMap(([, parts]) =>
        bases.flatMap((base) => {
          const there = parts.filter(
            (part) => !knowledge.isTold(`${part}|all`) || knowledge.truth(`${part}|all`) > 0,
          );
          const zeros = there.filter((part) => knowledge.truth(`${part}|${scope}`) === 0);
          return zeros.length > 0 && zeros.length === there.length - 1
            ? zeros.map((part) => `${base}${part}|${scope}`)
            : [];
        }),
      ),
    );
  }
}
