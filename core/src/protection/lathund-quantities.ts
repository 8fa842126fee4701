/**
 * What the tables of the lathund tell a reader, for the protection: every count behind a shown figure, the counts that
 * tie them together although no table shows them, and the sums and limits that everybody knows to hold.
 */
import type { AgeGroup, Count, Counts, Measure, Scope } from '../tables/counts.ts';
import type { Table } from '../tables/table.ts';
import type { TopShare } from '../statistics/top-shares.ts';
import type { Lathund } from '../lathund/lathund.ts';
import type { SelectionRule } from '../settings.ts';
import { NotedQuantities } from './noted-quantities.ts';
import type { Quantities } from './quantities.ts';

/** The sum of actualisations of the persons in a top share: `top|0.05`. */
export function topKey({ share }: TopShare): string {
  return `top|${String(share)}`;
}

/** The number of persons selected. */
export const SELECTED = 'selected';

/** A whole, and the parts that it falls into. */
interface Partition {
  readonly whole: Measure;
  readonly parts: readonly Measure[];
  /** Everyone in one part: the zeros of the others would tell it. */
  readonly tells: boolean;
}

/** Each whole falls into these parts, in every group and in all. */
const PARTS: readonly Partition[] = [
  { whole: 'actualisation', parts: ['sex-known', 'sex-unknown'], tells: false },
  { whole: 'sex-known', parts: ['man', 'woman'], tells: true },
  { whole: 'actualisation', parts: ['type-known', 'type-unknown'], tells: false },
  { whole: 'type-known', parts: ['application', 'report', 'type-other'], tells: true },
  { whole: 'actualisation', parts: ['investigation-known', 'investigation-unknown'], tells: false },
  { whole: 'investigation-known', parts: ['investigation', 'no-investigation'], tells: true },
  { whole: 'actualisation', parts: ['age-known', 'age-unknown'], tells: false },
];

/** Parts that have a row only where there are any: where there is none, everybody knows that nothing is missing. */
const TOLD_BY_ABSENCE: ReadonlySet<Measure> = new Set([
  'sex-unknown',
  'type-unknown',
  'type-other',
  'investigation-unknown',
  'age-unknown',
]);

const SEX_AGES: readonly AgeGroup[] = ['man', 'woman', 'sex-unknown'];
const TYPE_AGES: readonly AgeGroup[] = ['application', 'report', 'type-other', 'type-unknown'];

/** Nobody is taken to be older, unless the register says so. */
const OLDEST = 120;

/** What else than the tables a reader is told. */
export interface AlsoTold {
  /** The lowest age of the analysis. */
  readonly lowestAge?: number | null;
  /** How many persons a rule has selected, where it cuts no frequency group in two. */
  readonly selection?: { readonly rule: SelectionRule; readonly persons: number } | null;
  /** Years whose actualisations all stand in the row account, as warnings, with one warning each. */
  readonly warnedYears?: readonly number[];
  /** The fewest persons that a referrer with a name of its own is of. */
  readonly fewestNamed?: number;
}

export function lathundQuantities(
  counts: Counts,
  tables: readonly Table[],
  lathund: Pick<Lathund, 'actualisations'>,
  told: AlsoTold = {},
): Quantities {
  const basis = tables
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells)))
    .flatMap((cell) => cell.basis);
  const shown = new Set(basis.map(({ key }) => key));
  const ofPersons = basis.some(({ key }) => key.startsWith('persons with '));
  const reading = new Reading(counts, ofPersons);
  reading.partition();
  if (told.fewestNamed !== undefined) reading.named(told.fewestNamed);
  reading.groups();
  reading.years();
  reading.ages(told.lowestAge ?? 0);
  if (ofPersons) reading.personsWithSuch();
  if (told.selection) reading.selection(told.selection, lathund);
  reading.account(told.warnedYears ?? []);
  reading.shown(basis);
  return reading.noted.quantities((key) => shown.has(key) || key === SELECTED);
}

class Reading {
  readonly noted = new NotedQuantities();
  private readonly counts: Counts;
  private readonly scopes: readonly Scope[];
  /** Whether shares are of persons. */
  private readonly ofPersons: boolean;

  constructor(counts: Counts, ofPersons: boolean) {
    this.counts = counts;
    this.scopes = [...counts.groups.keys(), 'all'];
    this.ofPersons = ofPersons;
  }

  private count(measure: Measure, scope: Scope): string {
    const { counts, noted } = this;
    const asPersons = this.ofPersons && this.isOfOne(scope) && !measure.startsWith('age-known');
    return noted.cell(asPersons ? counts.personsWith(measure, scope) : counts.count(measure, scope));
  }

  /** A group of persons who come once each: persons and actualisations are the same number. */
  private isOfOne(scope: Scope): boolean {
    return typeof scope === 'number' && this.counts.groups[scope]!.highest === 1;
  }

  /** Counts that a table shows: what nothing here has tied to others stands by itself. */
  shown(basis: readonly Count[]): void {
    const { counts, noted } = this;
    for (const count of basis) if (Number.isFinite(count.persons)) noted.cell(count);
    if (!this.ofPersons) return;
    // Those of who come once are known as persons.
    for (const g of counts.groups.keys())
      if (this.isOfOne(g))
        for (const measure of ['actualisation', 'age-known', 'investigation'] as const) {
          const own = counts.count(measure, g);
          if (noted.has(own.key)) noted.sum(own.key, [noted.cell(counts.personsWith(measure, g))]);
        }
  }

  private persons(scope: Scope): string {
    return this.noted.cell(this.counts.persons(scope));
  }

  /** Without the parts that everybody knows that there is nothing of. */
  private partitions(): readonly Partition[] {
    const { counts } = this;
    const referrers: Measure[] = counts.referrers.map((name) => `referrer:${name}` as const);
    if (counts.count('referrer-other', 'all').n > 0) referrers.push('referrer-other');
    if (counts.count('referrer-missing', 'all').n > 0) referrers.push('referrer-missing');
    const all: readonly Partition[] = counts.has.referrer
      ? [...PARTS, { whole: 'report', parts: referrers, tells: true }]
      : PARTS;
    const has = (measure: Measure) =>
      measure.includes('type') || measure === 'application' || measure === 'report'
        ? counts.has.lob
        : measure.includes('investigation')
          ? counts.has.investigation
          : true;
    return all
      .filter(({ parts }) => parts.every(has))
      .map(({ whole, parts, tells }) => ({
        whole,
        parts: parts.filter((part) => !this.isAbsent(part)),
        tells,
      }));
  }

  private isAbsent(part: Measure): boolean {
    return TOLD_BY_ABSENCE.has(part) && this.counts.count(part, 'all').n === 0;
  }

  /** Notes the parts of a whole. Where all of it is in one of them, the zeros of the others would say so. */
  private parts({ parts, tells }: Partition, count: (part: Measure) => Count): string[] {
    const found = parts.map(count);
    const allAlike = tells && found.length > 1 && found.filter(({ n }) => n > 0).length === 1;
    return found.map((part) => this.noted.cell(part, allAlike && part.n === 0 ? { zeroTells: true } : {}));
  }

  /** Women and men, applications and reports, … make up the whole, in each group and in all. */
  partition(): void {
    for (const partition of this.partitions())
      for (const scope of this.scopes)
        if (!this.ofPersons || !this.isOfOne(scope))
          this.noted.sum(
            this.count(partition.whole, scope),
            this.parts(partition, (part) => this.counts.count(part, scope)),
          );
    if (!this.counts.has.lob) return;
    for (const scope of this.scopes) this.noted.atMost(this.count('lob', scope), this.count('report', scope));
  }

  /** Referrers that are of fewer persons have no name of their own. */
  named(fewest: number): void {
    const { counts, noted, ofPersons } = this;
    for (const name of counts.referrers) {
      const measure = `referrer:${name}` as const;
      const persons = counts.personsWith(measure, 'all');
      if (persons.n < fewest) continue;
      noted.cell(counts.count(measure, 'all'), { least: fewest });
      if (ofPersons) noted.cell(persons, { least: fewest });
    }
  }

  /** Groups sum to all, and a group's limits tie its actualisations to its persons. */
  groups(): void {
    const { counts, noted } = this;
    const groups = [...counts.groups.keys()];
    noted.sum(
      this.persons('all'),
      groups.map((g) => this.persons(g)),
    );
    const measures = noted
      .keys()
      .filter((key) => key.endsWith('|all') && !key.startsWith('persons'))
      .map((key) => key.slice(0, -'|all'.length) as Measure);
    for (const measure of measures)
      noted.sum(
        this.count(measure, 'all'),
        groups.map((g) => this.count(measure, g)),
      );
    for (const [g, { lowest, highest }] of counts.groups.entries())
      noted.times(this.count('actualisation', g), this.persons(g), lowest, highest);
  }

  years(): void {
    const { counts, noted } = this;
    const years = counts.years.map((year) => ({ year }));
    const all = this.persons('all');
    noted.sum(
      this.count('actualisation', 'all'),
      years.map((year) => this.count('actualisation', year)),
    );
    const summed = noted.cell({
      key: 'persons summed over years|all',
      n: years.reduce((sum, year) => sum + counts.persons(year).n, 0),
      persons: counts.persons('all').n,
    });
    noted.sum(
      summed,
      years.map((year) => this.persons(year)),
    );
    noted.atMost(all, summed);
    // Nobody is in more years than he comes times, nor in more than there are.
    noted.notBelowNothing([
      [-1, summed],
      ...counts.groups.map(({ highest }, g) => [Math.min(highest, years.length), this.persons(g)] as const),
    ]);
    for (const year of years) {
      noted.atMost(this.persons(year), this.count('actualisation', year));
      noted.atMost(this.persons(year), all);
    }
  }

  /**
   * Sums of ages, which mean ages would give back. Where somebody is younger than one year every age is raised alike,
   * so that a sum of ages is never 0 or less for somebody.
   */
  ages(lowestAge: number): void {
    const { counts, noted } = this;
    const raise = Math.max(0, 1 - counts.lowestAge);
    const youngest = Math.max(1, Math.min(lowestAge, counts.lowestAge));
    const known = (scope: Scope, among?: AgeGroup) => {
      const key = this.count(among ? `age-known:${among}` : 'age-known', scope);
      const whole = this.count(among ?? 'actualisation', scope);
      if (this.isAbsent('age-unknown')) noted.sum(whole, [key]);
      else noted.atMost(key, whole);
      return key;
    };
    const sumOfAges = (scope: Scope, among?: AgeGroup) => {
      const own = counts.ages(scope, among);
      const number = counts.count(among ? `age-known:${among}` : 'age-known', scope);
      const n = own.n + raise * number.n;
      const sum = noted.cell({ ...own, n });
      noted.atMost(known(scope, among), sum, 1);
      const limits = [
        [youngest, 1],
        [-(OLDEST + raise), -1],
      ] as const;
      for (const [age, sign] of limits)
        if (sign * n >= age * number.n)
          noted.notBelowNothing([
            [sign, sum],
            [-age, known(scope, among)],
          ]);
      return sum;
    };
    const all = sumOfAges('all');
    noted.sum(
      all,
      [...counts.groups.keys()].map((g) => sumOfAges(g)),
    );
    noted.sum(
      all,
      counts.years.map((year) => sumOfAges({ year })),
    );
    noted.sum(
      known('all'),
      counts.years.map((year) => known({ year })),
    );
    const splits = counts.has.lob ? [SEX_AGES, TYPE_AGES] : [SEX_AGES];
    for (const split of splits) {
      const among = split.filter((group) => !this.isAbsent(group));
      noted.sum(
        all,
        among.map((group) => sumOfAges('all', group)),
      );
      noted.sum(
        known('all'),
        among.map((group) => known('all', group)),
      );
    }
  }

  /** Persons with at least one such actualisation, where the profile's base is persons. */
  personsWithSuch(): void {
    const { counts, noted } = this;
    const groups = [...counts.groups.keys()];
    const such = (measure: Measure, scope: Scope) => noted.cell(counts.personsWith(measure, scope));
    for (const scope of this.scopes) noted.sum(this.persons(scope), [such('actualisation', scope)]);
    const measures = new Set<Measure>(['actualisation']);
    for (const partition of this.partitions())
      for (const scope of this.scopes) {
        const whole = such(partition.whole, scope);
        const parts = this.parts(partition, (part) => counts.personsWith(part, scope));
        // Who comes once is in one part.
        if (this.isOfOne(scope)) noted.sum(whole, parts);
        else {
          for (const part of parts) noted.atMost(part, whole);
          noted.atMostAll(whole, parts);
        }
        for (const measure of [partition.whole, ...partition.parts]) measures.add(measure);
      }
    if (counts.has.lob) {
      measures.add('lob');
      for (const scope of this.scopes) noted.atMost(such('lob', scope), such('report', scope));
    }
    for (const measure of measures) {
      noted.sum(
        such(measure, 'all'),
        groups.map((g) => such(measure, g)),
      );
      noted.atMost(such(measure, 'all'), this.count(measure, 'all'));
      for (const [g, { highest }] of counts.groups.entries())
        if (!this.isOfOne(g) || measure === 'actualisation')
          noted.times(this.count(measure, g), such(measure, g), 1, highest);
    }
  }

  /** The selected are those of the groups wholly above the limit and some of the group that it cuts. */
  selection(
    { rule, persons }: NonNullable<AlsoTold['selection']>,
    { actualisations }: Pick<Lathund, 'actualisations'>,
  ): void {
    const { counts, noted } = this;
    const cell = (key: string, n: number) => noted.cell({ key, n, persons: n });
    const selected = cell(SELECTED, persons);
    noted.sum(this.persons('all'), [selected, cell('not selected', counts.persons('all').n - persons)]);
    for (const year of rule.activeYears ?? [])
      if (counts.years.includes(year)) noted.atMost(selected, this.persons({ year }));
    const least = rule.atLeast ?? 1;
    const often = cell(
      `persons with at least ${String(least)}`,
      actualisations.filter((n) => n >= least).length,
    );
    noted.atMost(selected, often);
    if (rule.activeYears === undefined && rule.mostFrequent === undefined && rule.sample === undefined)
      noted.sum(selected, [often]);
    const parts = counts.groups.flatMap(({ lowest, highest }, g) => {
      if (highest < least) return [];
      if (lowest >= least) return [this.persons(g)];
      const above = actualisations.filter((n) => n >= least && n <= highest).length;
      const part = cell('selected of the group that is cut', above);
      const others = cell('others of the group that is cut', counts.persons(g).n - above);
      noted.sum(this.persons(g), [part, others]);
      const rows = this.count('actualisation', g);
      noted.notBelowNothing([
        [1, rows],
        [-least, part],
        [-lowest, others],
      ]);
      if (highest < Infinity)
        noted.notBelowNothing([
          [-1, rows],
          [highest, part],
          [least - 1, others],
        ]);
      return [part];
    });
    noted.sum(often, parts);
  }

  /** The row account tells how many rows are used, and how many have a date that is unlikely. */
  account(warnedYears: readonly number[]): void {
    const { counts, noted } = this;
    noted.cell(counts.count('actualisation', 'all'), { shown: 'always' });
    if (warnedYears.length === 0) return;
    const all = warnedYears.map((year) => counts.count('actualisation', { year }));
    const n = all.reduce((sum, one) => sum + one.n, 0);
    const warned = noted.cell(
      { key: 'actualisations with unlikely dates', n, persons: Math.max(...all.map((one) => one.persons)) },
      { shown: 'always' },
    );
    noted.sum(
      warned,
      all.map((one) => noted.cell(one)),
    );
  }
}

/** How many are selected by a rule that cuts a frequency group in two, where all groups are shown. */
export function selectionQuantities(
  counts: Counts,
  lathund: Pick<Lathund, 'actualisations'>,
  selection: NonNullable<AlsoTold['selection']>,
): Quantities {
  const reading = new Reading(counts, false);
  const known = { shown: 'always' } as const;
  for (const scope of [...counts.groups.keys(), 'all'] as const) {
    reading.noted.cell(counts.persons(scope), known);
    reading.noted.cell(counts.count('actualisation', scope), known);
  }
  reading.selection(selection, lathund);
  return reading.noted.quantities((key) => key === SELECTED);
}

/**
 * The most frequent 1, 5, 10 and 20 % overlap with the groups: layers between the limits of both tie them. Where all
 * groups are shown, so that these limits are known.
 */
export function topQuantities(
  counts: Counts,
  { actualisations }: Pick<Lathund, 'actualisations'>,
  top: readonly TopShare[],
): Quantities {
  const noted = new NotedQuantities();
  const rising = actualisations.slice().sort();
  const upTo = new Float64Array(rising.length + 1);
  for (let taken = 1; taken < upTo.length; taken++)
    upTo[taken] = upTo[taken - 1]! + rising[rising.length - taken]!;
  const ends = groupEnds(counts);
  const limits = [...new Set([...ends, ...top.map(({ persons }) => persons)])].sort((a, b) => a - b);
  const layers = limits.map((to, at) => {
    const from = at === 0 ? 0 : limits[at - 1]!;
    return { from, to, key: `layer|${String(from)}-${String(to)}`, n: upTo[to]! - upTo[from]! };
  });
  for (const { from, to, key, n } of layers) if (to > from) noted.cell({ key, n, persons: to - from });
  const between = (from: number, to: number) =>
    layers
      .filter((layer) => layer.from >= from && layer.to <= to && layer.to > layer.from)
      .map(({ key }) => key);
  for (const share of top) {
    const cell = { key: topKey(share), n: upTo[share.persons]!, persons: share.persons };
    noted.sum(noted.cell(cell), between(0, share.persons));
  }
  let from = 0;
  for (const [at, to] of ends.entries()) {
    const g = counts.groups.length - 1 - at;
    noted.sum(noted.cell(counts.count('actualisation', g), { shown: 'always' }), between(from, to));
    from = to;
  }
  return noted.quantities((key) => key.startsWith('top|'));
}

/** How many persons stand in the last group, in the last two, …: where groups end by falling count. */
function groupEnds(counts: Counts): number[] {
  const ends: number[] = [];
  let persons = 0;
  for (let g = counts.groups.length - 1; g >= 0; g--) ends.push((persons += counts.persons(g).n));
  return ends;
}
