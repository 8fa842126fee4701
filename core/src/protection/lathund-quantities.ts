/**
 * What the tables of the lathund tell a reader, for the protection: every count behind a shown figure, the counts that
 * tie them together although no table shows them, and the sums and limits that everybody knows to hold.
 */
import type { AgeGroup, Count, Counts, Measure, Scope } from '../tables/counts.ts';
import type { Table } from '../tables/table.ts';
import type { TopShare } from '../statistics/top-shares.ts';
import type { Lathund } from '../lathund/lathund.ts';
import type { Cell, Quantities, Sum } from './quantities.ts';

/** The sum of actualisations of the persons in a top share: `top|0.05`. */
export function topKey({ share }: TopShare): string {
  return `top|${String(share)}`;
}

/** Each whole falls into these parts, in every group and in all. */
const PARTS: readonly { whole: Measure; parts: readonly Measure[]; tells: boolean }[] = [
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

export function lathundQuantities(
  counts: Counts,
  tables: readonly Table[],
  lathund: Lathund,
  top: readonly TopShare[],
): Quantities {
  const reading = new Reading(counts);
  reading.partition();
  reading.groups();
  reading.years();
  reading.ages();
  reading.tops(lathund, top);
  reading.basis(tables);
  const shown = new Set([...tables.flatMap(keysShown), ...top.map(topKey)]);
  const cells = [...reading.cells.values()].map((cell): Cell => {
    if (cell.shown !== undefined || shown.has(cell.key)) return cell;
    return { ...cell, shown: 'never' };
  });
  return { cells, equations: reading.equations, inequalities: reading.inequalities };
}

function keysShown(table: Table): string[] {
  return table.rows.flatMap(({ cells }) =>
    Object.values(cells).flatMap(({ basis }) => basis.map(({ key }) => key)),
  );
}

class Reading {
  readonly cells = new Map<string, Cell>();
  readonly equations: Sum[] = [];
  readonly inequalities: Sum[] = [];
  private readonly counts: Counts;
  private readonly scopes: readonly Scope[];

  constructor(counts: Counts) {
    this.counts = counts;
    this.scopes = [...counts.groups.keys(), 'all'];
  }

  /** Notes a count as a cell and gives its key. */
  private cell({ key, n, persons }: Count, extra: Partial<Cell> = {}): string {
    const known = this.cells.get(key);
    if (!known || extra.zeroTells) this.cells.set(key, { key, value: n, persons, ...extra });
    return key;
  }

  private sum(whole: string, parts: readonly string[]): void {
    this.equations.push([[-1, whole], ...parts.map((part) => [1, part] as const)]);
  }

  private atMost(part: string, whole: string, times = 1): void {
    this.inequalities.push([
      [times, whole],
      [-1, part],
    ]);
  }

  /** Women and men, applications and reports, … make up the whole, in each group and in all. */
  partition(): void {
    const { counts } = this;
    const referrers: Measure[] = counts.referrers.map((name) => `referrer:${name}` as const);
    if (counts.count('referrer-other', 'all').n > 0) referrers.push('referrer-other');
    if (counts.count('referrer-missing', 'all').n > 0) referrers.push('referrer-missing');
    const partitions = counts.has.referrer
      ? [...PARTS, { whole: 'report' as const, parts: referrers, tells: true }]
      : PARTS;
    const has = (measure: Measure) =>
      measure.includes('type') || measure === 'application' || measure === 'report'
        ? counts.has.lob
        : measure.includes('investigation')
          ? counts.has.investigation
          : true;
    for (const { whole, parts, tells } of partitions) {
      if (!parts.every(has)) continue;
      for (const scope of this.scopes) {
        const found = parts.filter((part) => !this.isAbsent(part)).map((part) => counts.count(part, scope));
        // Everyone in one category: its zeros would say so.
        const allAlike = tells && found.length > 1 && found.filter(({ n }) => n > 0).length === 1;
        const keys = found.map((part) =>
          this.cell(part, allAlike && part.n === 0 ? { zeroTells: true } : {}),
        );
        this.sum(this.cell(counts.count(whole, scope)), keys);
      }
    }
    if (!counts.has.lob) return;
    for (const scope of this.scopes)
      this.atMost(this.cell(counts.count('lob', scope)), this.cell(counts.count('report', scope)));
  }

  private isAbsent(part: Measure): boolean {
    return TOLD_BY_ABSENCE.has(part) && this.counts.count(part, 'all').n === 0;
  }

  /** Groups sum to all, and a group's limits tie its actualisations to its persons. */
  groups(): void {
    const { counts } = this;
    const groups = [...counts.groups.keys()];
    this.sum(
      this.cell(counts.persons('all')),
      groups.map((g) => this.cell(counts.persons(g))),
    );
    const measures = new Set(
      [...this.cells.keys()].filter((key) => key.endsWith('|all')).map((key) => key.slice(0, -'|all'.length)),
    );
    measures.delete('persons');
    for (const measure of measures)
      this.sum(
        `${measure}|all`,
        groups.map((g) => this.cell(counts.count(measure as Measure, g))),
      );
    for (const [g, { lowest, highest }] of counts.groups.entries()) {
      const persons = this.cell(counts.persons(g));
      const actualisations = this.cell(counts.count('actualisation', g));
      if (lowest === highest) {
        this.equations.push([
          [1, actualisations],
          [-lowest, persons],
        ]);
        continue;
      }
      this.inequalities.push([
        [1, actualisations],
        [-lowest, persons],
      ]);
      if (highest < Infinity) this.atMost(actualisations, persons, highest);
    }
  }

  years(): void {
    const { counts } = this;
    const years = counts.years.map((year) => ({ year }));
    const all = this.cell(counts.persons('all'));
    this.sum(
      this.cell(counts.count('actualisation', 'all')),
      years.map((year) => this.cell(counts.count('actualisation', year))),
    );
    const sumOfPersons = years.reduce((sum, year) => sum + counts.persons(year).n, 0);
    const summed = this.cell({
      key: 'persons summed over years|all',
      n: sumOfPersons,
      persons: counts.persons('all').n,
      of: 'persons',
    });
    this.sum(
      summed,
      years.map((year) => this.cell(counts.persons(year))),
    );
    this.atMost(all, summed);
    for (const year of years) {
      const persons = this.cell(counts.persons(year));
      this.atMost(persons, this.cell(counts.count('actualisation', year)));
      this.atMost(persons, all);
    }
  }

  /**
   * Sums of ages, which mean ages would give back. Where somebody is younger than one year every age is raised alike,
   * so that a sum of ages is never 0 or less for somebody.
   */
  ages(): void {
    const { counts } = this;
    const raise = Math.max(0, 1 - counts.lowestAge);
    const sumOfAges = (scope: Scope, among?: AgeGroup) => {
      const sum = counts.ages(scope, among);
      const known = counts.count(among ? `age-known:${among}` : 'age-known', scope);
      return this.cell({ ...sum, n: sum.n + raise * known.n });
    };
    const all = sumOfAges('all');
    this.sum(
      all,
      [...counts.groups.keys()].map((g) => sumOfAges(g)),
    );
    this.sum(
      all,
      counts.years.map((year) => sumOfAges({ year })),
    );
    this.sum(
      this.cell(counts.count('age-known', 'all')),
      counts.years.map((year) => this.cell(counts.count('age-known', { year }))),
    );
    const splits = counts.has.lob ? [SEX_AGES, TYPE_AGES] : [SEX_AGES];
    for (const split of splits) {
      const among = split.filter((group) => !this.isAbsent(group));
      this.sum(
        all,
        among.map((group) => sumOfAges('all', group)),
      );
      this.sum(
        this.cell(counts.count('age-known', 'all')),
        among.map((group) => this.cell(counts.count(`age-known:${group}`, 'all'))),
      );
    }
  }

  /** The most frequent 1, 5, 10 and 20 % overlap with the groups: layers between the limits of both tie them. */
  tops(lathund: Lathund, top: readonly TopShare[]): void {
    const rising = lathund.actualisations.slice().sort();
    const upTo = new Float64Array(rising.length + 1);
    for (let taken = 1; taken < upTo.length; taken++)
      upTo[taken] = upTo[taken - 1]! + rising[rising.length - taken]!;
    const ends = groupEnds(this.counts);
    const limits = [...new Set([...ends, ...top.map(({ persons }) => persons)])].sort((a, b) => a - b);
    const layers = limits.map((to, at) => {
      const from = at === 0 ? 0 : limits[at - 1]!;
      return { from, to, key: `layer|${String(from)}-${String(to)}`, n: upTo[to]! - upTo[from]! };
    });
    for (const { from, to, key, n } of layers)
      if (to > from) this.cells.set(key, { key, value: n, persons: to - from, shown: 'never' });
    const between = (from: number, to: number) =>
      layers
        .filter((layer) => layer.from >= from && layer.to <= to && layer.to > layer.from)
        .map(({ key }) => key);
    for (const share of top) {
      const key = topKey(share);
      this.cells.set(key, { key, value: upTo[share.persons]!, persons: share.persons });
      this.sum(key, between(0, share.persons));
    }
    let from = 0;
    for (const [at, to] of ends.entries()) {
      const g = this.counts.groups.length - 1 - at;
      this.sum(this.cell(this.counts.count('actualisation', g)), between(from, to));
      from = to;
    }
  }

  /** Persons with at least one such actualisation, where the profile's base is persons. */
  basis(tables: readonly Table[]): void {
    for (const table of tables)
      for (const { cells } of table.rows)
        for (const { basis } of Object.values(cells))
          for (const count of basis) {
            if (this.cells.has(count.key) || !Number.isFinite(count.persons)) continue;
            this.cell(count);
          }
    for (const key of this.cells.keys()) {
      const match = /^persons with (.+)\|(.+)$/.exec(key);
      if (!match) continue;
      this.atMost(key, `persons|${match[2]!}`);
      this.atMost(key, `${match[1]!}|${match[2]!}`);
      if (match[2] === 'all') {
        const groups = this.counts.groups.map((group) => `persons with ${match[1]!}|group=${group.key}`);
        if (groups.every((group) => this.cells.has(group))) this.sum(key, groups);
      }
    }
  }
}

/** How many persons stand in the last group, in the last two, …: where groups end by falling count. */
function groupEnds(counts: Counts): number[] {
  const ends: number[] = [];
  let persons = 0;
  for (let g = counts.groups.length - 1; g >= 0; g--) ends.push((persons += counts.persons(g).n));
  return ends;
}
