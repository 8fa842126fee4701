/**
 * What a comparison tells a reader, for the protection: the counts behind its figures, and how they hang together. Parts
 * sum to the whole; where persons are in several parts, to the whole and those who are counted again.
 */
import { isDominated } from '../protection/dominance.ts';
import { NotedQuantities } from '../protection/noted-quantities.ts';
import type { Cell, Quantities } from '../protection/quantities.ts';
import type { RegisterComparison } from './compare.ts';
import type { Scope } from './compared-rows.ts';
import type { CategoryTally, ComparedCount, NumberTally } from './tally.ts';
import type { Category, Numeric, Variable } from './variables.ts';

export function comparisonQuantities(comparison: RegisterComparison): Quantities {
  return new Reading(comparison).read();
}

class Reading {
  private readonly comparison: RegisterComparison;
  private readonly noted = new NotedQuantities();
  private readonly parts: readonly Scope[];
  private readonly together: Scope;
  private readonly rests: readonly Scope[];

  constructor(comparison: RegisterComparison) {
    this.comparison = comparison;
    const { scopes } = comparison;
    this.parts = scopes.filter(({ kind }) => kind === 'part');
    this.rests = scopes.filter(({ kind }) => kind === 'rest');
    this.together = scopes.find(({ kind }) => kind === 'together')!;
  }

  read(): Quantities {
    this.wholes();
    for (const { variable, in: tally, shown } of this.comparison.counted)
      if (variable.kind === 'category')
        this.category(variable, tally as (scope: Scope) => CategoryTally, shown);
      else this.number(variable, tally as (scope: Scope) => NumberTally);
    this.frequencies();
    this.reports();
    this.personsOfRows();
    const keys = shownKeys(this.comparison);
    return this.noted.quantities((key) => keys.has(key));
  }

  private cell(count: Omit<ComparedCount, 'of'>, extra?: Partial<Cell>): string {
    return this.noted.cell(count, extra);
  }

  /** Persons and actualisations; who is in several parts is counted again in each. */
  private wholes(): void {
    const { whole, inSeveral } = this.comparison;
    this.over('persons', (scope) => whole(scope).persons);
    this.over('actualisations', (scope) => whole(scope).actualisations);
    for (const scope of this.comparison.scopes)
      this.noted.atMost(this.cell(whole(scope).persons), this.cell(whole(scope).actualisations));
    if (inSeveral.n === 0) return;
    const several = this.cell(inSeveral);
    const again = againKey(whole(this.together).persons);
    this.noted.atMost(several, again);
    this.noted.atMost(again, several, this.parts.length - 1);
    for (const scope of [...this.parts, this.together]) {
      this.noted.atMost(this.cell(whole(scope).persons), this.cell(whole(this.together).persons));
      if (scope.kind === 'together') this.noted.atMost(several, this.cell(whole(scope).persons));
    }
  }

  /**
   * One quantity over the scopes: the parts sum to the whole, less what is counted again; a part and its rest too. Of
   * actualisations nothing is counted again.
   */
  private over(unit: 'persons' | 'actualisations' | 'sums', count: (scope: Scope) => ComparedCount): void {
    const all = count(this.together);
    const mayRepeat = unit !== 'actualisations' && this.comparison.inSeveral.n > 0;
    const tie = (key: string, scopes: readonly Scope[]) => {
      const parts = scopes.map((scope) => this.cell(count(scope)));
      const again = scopes.reduce((sum, scope) => sum + count(scope).n, 0) - all.n;
      const persons = scopes.reduce((sum, scope) => sum + count(scope).persons, 0) - all.persons;
      if (!mayRepeat) return this.noted.sum(this.cell(all), parts);
      // So many different persons at most are counted again; all of them may be one.
      const atLeast = Math.min(again, Math.ceil(persons / (scopes.length - 1)));
      const repeated = this.cell({ key, n: again, persons: atLeast }, { shown: 'never' });
      this.noted.nothing([[-1, this.cell(all)], [-1, repeated], ...parts.map((part) => [1, part] as const)]);
    };
    tie(againKey(all), this.parts);
    for (const rest of this.rests) tie(`${againKey(all)} ${rest.key}`, [this.parts[rest.part]!, rest]);
  }

  private category(variable: Category, tally: (scope: Scope) => CategoryTally, shown: boolean): void {
    const unit = variable.base;
    this.appliesTo(variable, tally);
    if (!variable.byScope) {
      this.over(unit, (scope) => tally(scope).known);
      for (const level of variable.levels.keys()) this.over(unit, (scope) => tally(scope).levels[level]!);
    }
    for (const scope of this.comparison.scopes) {
      const found = tally(scope);
      const known = this.cell(found.known);
      this.noted.sum(this.cell(found.applicable), [known, ...this.missingIn(tally, found)]);
      const filled = found.levels.filter(({ n }) => n > 0).length;
      // Everyone in one level: the zeros of the others would say so.
      const allAlike = shown && filled === 1 && found.levels.length > 1;
      const levels = found.levels.map((level) =>
        this.cell(level, allAlike && level.n === 0 ? { zeroTells: true } : {}),
      );
      this.levelsOf(found, known, levels, `${variable.key} in several (${unit})|${scope.key}`);
    }
  }

  /** Where no row of the missing is shown, everybody knows that there are none. */
  private missingIn(
    tally: (scope: Scope) => CategoryTally | NumberTally,
    found: CategoryTally | NumberTally,
  ): string[] {
    const areSome = [...this.parts, this.together].some((scope) => tally(scope).missing.n > 0);
    return areSome ? [this.cell(found.missing)] : [];
  }

  /** Levels make up those whose value is known, less the answers of those who are in several. */
  private levelsOf(found: CategoryTally, known: string, levels: readonly string[], key: string): void {
    if (found.exclusive) return this.noted.sum(known, levels);
    const more = found.levels.reduce((sum, { n }) => sum + n, 0) - found.known.n;
    const persons = Math.min(more, found.personsInSeveral);
    const several = this.cell({ key, n: more, persons }, { shown: 'never' });
    this.noted.nothing([[-1, known], [-1, several], ...levels.map((level) => [1, level] as const)]);
    for (const level of levels) this.noted.atMost(level, known);
  }

  /** A column that some registers lack applies to all of the parts that have it. */
  private appliesTo(variable: Variable, tally: (scope: Scope) => CategoryTally | NumberTally): void {
    const { base, parts, whole: applies } = variable;
    const isOwn = parts.includes(false);
    if (!isOwn && applies === 'all') return;
    this.over(base, (scope) => tally(scope).applicable);
    const { whole } = this.comparison;
    for (const scope of this.comparison.scopes) {
      const own = this.cell(tally(scope).applicable);
      const all = this.cell(whole(scope)[base]);
      if (isOwn && scope.kind === 'part' && parts[scope.part]) this.noted.sum(all, [own]);
      else this.noted.atMost(own, all);
    }
  }

  /**
   * Sums of values as whole numbers from 1 up, raised alike: a reader of means works with the same equations. A sum that
   * is nearly one person's is taken to rest on that person alone.
   */
  private number(variable: Numeric, tally: (scope: Scope) => NumberTally): void {
    this.appliesTo(variable, tally);
    this.over(variable.base, (scope) => tally(scope).known);
    let least = Infinity;
    for (const scope of this.comparison.scopes)
      for (const value of tally(scope).values) least = Math.min(least, value);
    const raised = (scope: Scope): ComparedCount => {
      const { sum, values } = tally(scope);
      return { ...sum, n: values.reduce((total, value) => total + Math.round(value - least) + 1, 0) };
    };
    this.over(variable.base === 'persons' ? 'sums' : 'actualisations', raised);
    for (const scope of this.comparison.scopes) {
      const { applicable, known, values, persons } = tally(scope);
      if (isDominated(sharesOf(values, persons, Math.min(0, least))))
        this.cell(raised(scope), { persons: 1 });
      this.noted.sum(this.cell(applicable), [this.cell(known), ...this.missingIn(tally, tally(scope))]);
      this.noted.atMost(this.cell(known), this.cell(raised(scope)));
    }
  }

  /**
   * Frequency groups, by the number of times in the same scope: the limits of a group tie its actualisations to its
   * persons. Who is in several parts may be in one group there and in another group of all.
   */
  private frequencies(): void {
    const of = (base: string) =>
      this.comparison.counted.find(({ variable }) => variable.key === `${base}-by-group`)!;
    const persons = of('persons').in as (scope: Scope) => CategoryTally;
    const rows = of('actualisations').in as (scope: Scope) => CategoryTally;
    const { groups } = this.comparison.rows;
    for (const [group, { lowest, highest }] of groups.entries()) {
      for (const scope of this.comparison.scopes) {
        const n = this.cell(persons(scope).levels[group]!);
        const times = this.cell(rows(scope).levels[group]!);
        this.noted.times(times, n, lowest, highest);
      }
      this.moved((scope) => persons(scope).levels[group]!, true);
      this.moved((scope) => rows(scope).levels[group]!, false);
    }
  }

  /** Those in one part only are in the same group of all; the others leave some groups and come into others. */
  private moved(count: (scope: Scope) => ComparedCount, isOfPersons: boolean): void {
    const { inSeveral } = this.comparison;
    const all = count(this.together);
    const tie = (scopes: readonly Scope[], key: string) => {
      const parts = scopes.map((scope) => this.cell(count(scope)));
      if (inSeveral.n === 0) return this.noted.sum(this.cell(all), parts);
      const change = scopes.reduce((sum, scope) => sum + count(scope).n, 0) - all.n;
      const left = Math.max(0, change);
      const come = Math.max(0, -change);
      // At least this; both may be larger alike, which a reader cannot know.
      const [out, into] = [left, come].map((n, at) =>
        this.cell(
          { key: `${at === 0 ? 'left' : 'come'} ${key}`, n, persons: Math.min(n, 1) },
          { shown: 'never' },
        ),
      ) as [string, string];
      if (isOfPersons) {
        this.noted.atMost(into, this.cell(inSeveral));
        this.noted.atMost(out, this.cell(inSeveral), this.parts.length);
      }
      this.noted.nothing([
        [-1, this.cell(all)],
        [-1, out],
        [1, into],
        ...parts.map((part) => [1, part] as const),
      ]);
    };
    tie(this.parts, all.key);
    for (const rest of this.rests) tie([this.parts[rest.part]!, rest], `${all.key} ${rest.key}`);
  }

  /** Reports are the type's reports and LOB. */
  private reports(): void {
    const find = (key: string) => this.comparison.counted.find(({ variable }) => variable.key === key);
    const [type, referrer] = [find('type'), find('referrer')];
    if (!type || !referrer) return;
    const tally = type.in as (scope: Scope) => CategoryTally;
    const { levels, base } = type.variable as Category;
    const at = ['report', 'percent-lob'].map((key) => levels.findIndex((level) => level.key === key));
    for (const scope of this.comparison.scopes) {
      const parts = at.map((level) => this.cell(tally(scope).levels[level]!));
      const reports = this.cell(referrer.in(scope).applicable);
      if (base === 'actualisations') this.noted.sum(reports, parts);
      else for (const part of parts) this.noted.atMost(part, reports);
    }
  }

  /** The same column with persons and with actualisations as base: no more persons than actualisations. */
  private personsOfRows(): void {
    for (const one of this.comparison.counted) {
      if (one.variable.base !== 'persons' || !one.variable.key.startsWith('column:')) continue;
      const other = this.comparison.counted.find(
        ({ variable }) => variable.key === one.variable.key && variable.base === 'actualisations',
      );
      if (!other) continue;
      for (const scope of this.comparison.scopes)
        this.noted.atMost(this.cell(one.in(scope).known), this.cell(other.in(scope).known));
    }
  }
}

/** What each person has of a sum, counted from the least where that is below 0. */
function sharesOf(values: Float64Array, persons: Int32Array, from: number): Iterable<number> {
  const shares = new Map<number, number>();
  values.forEach((value, at) => {
    const person = persons[at]!;
    shares.set(person, (shares.get(person) ?? 0) + value - from);
  });
  return shares.values();
}

function againKey({ key }: ComparedCount): string {
  return `again ${key}`;
}

/** Of what is shown: the counts of its cells and of what parts are set against. */
function shownKeys({ tables, inSeveral }: RegisterComparison): ReadonlySet<string> {
  const keys = tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells, differences }) => [
      ...Object.values(cells).flatMap(({ basis }) => basis),
      ...differences.flatMap(({ basis }) => basis ?? []),
    ]),
  );
  return new Set([inSeveral.key, ...keys.map(({ key }) => key)]);
}
