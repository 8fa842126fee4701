/**
 * What a comparison tells a reader, for the protection: the counts behind its figures, and how they hang together. Parts
 * sum to the whole; where persons are in several parts, to the whole and those who are counted again.
 */
import { isDominated } from '../protection/dominance.ts';
import { NotedQuantities } from '../protection/noted-quantities.ts';
import type { Cell, Quantities } from '../protection/quantities.ts';
import type { Counted, RegisterComparison } from './compare.ts';
import { remembered, type Scope } from './compared-rows.ts';
import { areOfOne, nestedMeasures, type Measure } from './same-column.ts';
import { canBeRare, restOf } from './rare-levels.ts';
import { tallyCategory, type CategoryTally, type ComparedCount, type NumberTally } from './tally.ts';
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
  /** What is counted, and the rows of some that is counted in persons. */
  private readonly counted: readonly Counted[];

  constructor(comparison: RegisterComparison) {
    this.comparison = comparison;
    this.counted = [...comparison.counted, ...countedOtherwise(comparison)];
    const { scopes } = comparison;
    this.parts = scopes.filter(({ kind }) => kind === 'part');
    this.rests = scopes.filter(({ kind }) => kind === 'rest');
    this.together = scopes.find(({ kind }) => kind === 'together')!;
  }

  read(): Quantities {
    this.wholes();
    for (const { variable, in: tally, shown } of this.counted)
      if (variable.kind === 'category')
        this.category(variable, tally as (scope: Scope) => CategoryTally, shown);
      else this.number(variable, tally as (scope: Scope) => NumberTally);
    this.frequencies();
    this.reports();
    this.sameColumns();
    this.named();
    const keys = shownKeys(this.comparison);
    return this.noted.quantities((key) => keys.has(key));
  }

  private cell(count: Omit<ComparedCount, 'of'>, extra?: Partial<Cell>): string {
    return this.noted.cell(count, extra);
  }

  /** Persons and actualisations; who is in several parts is counted again in each. */
  private wholes(): void {
    const { whole, inSeveral } = this.comparison;
    const persons = (scope: Scope) => whole(scope).persons;
    this.over('persons', persons, persons);
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
   *
   * @param among of persons: those whom these are among, so that no more of these are counted again
   */
  private over(
    unit: 'persons' | 'actualisations' | 'sums',
    count: (scope: Scope) => ComparedCount,
    among?: (scope: Scope) => ComparedCount,
  ): void {
    const all = count(this.together);
    const mayRepeat = unit !== 'actualisations' && this.comparison.inSeveral.n > 0;
    const tie = (suffix: string, scopes: readonly Scope[]) => {
      const parts = scopes.map((scope) => this.cell(count(scope)));
      const again = scopes.reduce((sum, scope) => sum + count(scope).n, 0) - all.n;
      const persons = scopes.reduce((sum, scope) => sum + count(scope).persons, 0) - all.persons;
      if (!mayRepeat) return this.noted.sum(this.cell(all), parts);
      // So many different persons at most are counted again; all of them may be one.
      const atLeast = Math.min(again, Math.ceil(persons / (scopes.length - 1)));
      const key = `${againKey(all)}${suffix}`;
      const repeated = this.cell({ key, n: again, persons: atLeast }, { shown: 'never' });
      this.noted.nothing([[-1, this.cell(all)], [-1, repeated], ...parts.map((part) => [1, part] as const)]);
      const whole = among && `${againKey(among(this.together))}${suffix}`;
      if (whole !== undefined && whole !== key) this.noted.atMost(repeated, whole);
      // Whoever is in a part and in its rest is one of those in several.
      if (suffix !== '' && unit === 'persons')
        this.noted.atMost(repeated, this.cell(this.comparison.inSeveral));
    };
    tie('', this.parts);
    for (const rest of this.rests) tie(` ${rest.key}`, [this.parts[rest.part]!, rest]);
    if (mayRepeat && unit === 'persons') this.outside(count);
  }

  /** Of persons who may be in several parts: all less a part are those who are in other parts only. */
  private outside(count: (scope: Scope) => ComparedCount): void {
    const all = count(this.together);
    for (const scope of [...this.parts, ...this.rests]) {
      const own = count(scope);
      const n = all.n - own.n;
      const others = this.cell({ key: `outside ${own.key}`, n, persons: n }, { shown: 'never' });
      this.noted.sum(this.cell(all), [this.cell(own), others]);
    }
  }

  private category(variable: Category, tally: (scope: Scope) => CategoryTally, shown: boolean): void {
    const unit = variable.base;
    this.appliesTo(variable, tally);
    const { levels: own, answers } = variable;
    if (!variable.byScope) {
      const known = (scope: Scope) => tally(scope).known;
      this.over(unit, known, (scope) => tally(scope).applicable);
      for (const level of own.keys()) this.over(unit, (scope) => tally(scope).levels[level]!, known);
    }
    const isSingle = answers.every((found) => found.length < 2);
    for (const scope of this.comparison.scopes) {
      const found = tally(scope);
      const known = this.cell(found.known);
      this.noted.sum(this.cell(found.applicable), [known, ...this.missingIn(tally, found)]);
      const filled = found.levels.filter(({ n }) => n > 0).length;
      const isOwn = this.isWhatPartsAre(variable, scope);
      // Everyone in one level: the zeros of the others would say so.
      const allAlike = shown && filled === 1 && found.levels.length > 1 && !isOwn;
      const levels = found.levels.map((level) =>
        this.cell(
          level,
          level.n > 0 ? {} : isOwn ? { shown: 'always' } : allAlike ? { zeroTells: true } : {},
        ),
      );
      const several = `${variable.key} in several (${unit})|${scope.key}`;
      this.levelsOf(found, known, levels, several);
      if (!found.exclusive) this.answersOf(isSingle && unit === 'persons', several, levels.length, scope);
    }
  }

  /** Where parts are the values of a column everybody knows which of its values are in none of a part's rows. */
  private isWhatPartsAre({ byScope, columns }: Category, { kind, part }: Scope): boolean {
    const { parts, areGroups, rows } = this.comparison;
    if (kind === 'together') return false;
    if (byScope)
      return areGroups && kind === 'part' && rows.groups.some(({ key }) => key === parts[part]!.name);
    return parts.every(({ valueOf }, at) => valueOf !== null && columns[at] === valueOf);
  }

  /** Who comes once has one answer, and who comes thrice three at most: so much more than persons answers can be. */
  private answersOf(areOfPersons: boolean, several: string, levels: number, scope: Scope): void {
    if (!areOfPersons) return;
    const { whole, counted, rows } = this.comparison;
    const { persons, actualisations } = whole(scope);
    this.noted.notBelowNothing([
      [1, this.cell(actualisations)],
      [-1, this.cell(persons)],
      [-1, several],
    ]);
    const groups = counted.find(({ variable }) => variable.key === 'persons-by-group')!;
    const tally = groups.in(scope) as CategoryTally;
    this.noted.notBelowNothing([
      [-1, several],
      ...rows.groups.map(
        ({ highest }, group) => [Math.min(highest, levels) - 1, this.cell(tally.levels[group]!)] as const,
      ),
    ]);
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
    const { whole } = this.comparison;
    const applicable = (scope: Scope) => tally(scope).applicable;
    this.over(base, applicable, (scope) => whole(scope)[base]);
    for (const scope of this.comparison.scopes) {
      const own = this.cell(tally(scope).applicable);
      const all = this.cell(whole(scope)[base]);
      if (isOwn && scope.kind === 'part' && parts[scope.part]) this.noted.sum(all, [own]);
      else this.noted.atMost(own, all);
    }
  }

  /**
   * Sums of values as whole numbers from 1 up, raised alike: a reader of means works with the same equations. A sum rests
   * on those who have something of it, and one that is nearly one person's on that person alone.
   */
  private number(variable: Numeric, tally: (scope: Scope) => NumberTally): void {
    this.appliesTo(variable, tally);
    const known = (scope: Scope) => tally(scope).known;
    this.over(variable.base, known, (scope) => tally(scope).applicable);
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
      const shares = [...sharesOf(values, persons, Math.min(0, least))];
      const having = isDominated(shares) ? 1 : shares.filter((share) => share > 0).length;
      if (having > 0) this.cell(raised(scope), { persons: having });
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
    if (this.comparison.inSeveral.n > 0) this.soOften(persons, rows);
  }

  /**
   * Who comes so often in a part comes so often in all, with all actualisations; who does only in all is in several
   * parts, and came less often than that in each.
   */
  private soOften(persons: (scope: Scope) => CategoryTally, rows: (scope: Scope) => CategoryTally): void {
    const { groups } = this.comparison.rows;
    const several = this.cell(this.comparison.inSeveral);
    const again = againKey(this.comparison.whole(this.together).persons);
    groups.forEach(({ lowest }, from) => {
      const above = (of: typeof persons, scope: Scope, factor: number) =>
        of(scope)
          .levels.slice(from)
          .map((level) => [factor, this.cell(level)] as const);
      const all = above(persons, this.together, 1);
      for (const scope of [...this.parts, ...this.rests])
        this.noted.notBelowNothing([...all, ...above(persons, scope, -1)]);
      const inParts = (of: typeof persons, factor: number) =>
        this.parts.flatMap((scope) => above(of, scope, factor));
      this.noted.notBelowNothing([
        [1, several],
        ...above(persons, this.together, -1),
        ...inParts(persons, 1),
      ]);
      this.noted.notBelowNothing([[1, again], ...all, ...inParts(persons, -1)]);
      this.noted.notBelowNothing([...above(rows, this.together, 1), ...inParts(rows, -1)]);
      this.noted.notBelowNothing([
        [(lowest - 1) * this.parts.length, several],
        ...above(rows, this.together, -1),
        ...inParts(rows, 1),
      ]);
    });
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
    for (const type of this.counted) {
      const { key, base } = type.variable;
      const referrer = this.counted.find(
        ({ variable }) => variable.key === 'referrer' && variable.base === base,
      );
      if (key !== 'type' || !referrer) continue;
      const tally = type.in as (scope: Scope) => CategoryTally;
      const { levels } = type.variable as Category;
      const at = ['report', 'percent-lob'].map((name) => levels.findIndex((level) => level.key === name));
      for (const scope of this.comparison.scopes) {
        const parts = at.map((level) => this.cell(tally(scope).levels[level]!));
        const reports = this.cell(referrer.in(scope).applicable);
        if (base === 'actualisations') {
          this.noted.sum(reports, parts);
          continue;
        }
        for (const part of parts) this.noted.atMost(part, reports);
        this.noted.atMostAll(reports, parts);
        const known = this.cell(tally(scope).known);
        this.noted.atMost(reports, known);
        const others = tally(scope).levels.filter((_, level) => !at.includes(level));
        this.noted.atMostAll(known, [reports, ...others.map((level) => this.cell(level))]);
      }
    }
  }

  /** Variables of one column, such as the profile's sex and a row of one's own: what is the same in both, or within. */
  private sameColumns(): void {
    const { rows } = this.comparison;
    this.counted.forEach((one, at) => {
      for (const other of this.counted.slice(at + 1)) {
        const { inFirst, inSecond } = nestedMeasures(rows, one.variable, other.variable);
        for (const [inner, outer] of inFirst) this.within(other, inner, one, outer);
        for (const [inner, outer] of inSecond) this.within(one, inner, other, outer);
        const areBoth = one.variable.kind === 'number' && other.variable.kind === 'number';
        if (areBoth && one.variable.base === other.variable.base) this.sameSums(one, other);
      }
    });
  }

  private sameSums(one: Counted, other: Counted): void {
    const { scopes } = this.comparison;
    const sums = scopes.map((scope) => [one, other].map((of) => (of.in(scope) as NumberTally).sum));
    // The profile's ages can be of the personnummer too.
    if (sums.some(([a, b]) => a!.n !== b!.n || a!.persons !== b!.persons)) return;
    for (const [a, b] of sums) this.noted.sum(this.cell(a!), [this.cell(b!)]);
  }

  /** The rows of one measure are among those of another; so are its persons, and each person's rows but the first. */
  private within(one: Counted, inner: Measure, other: Counted, outer: Measure): void {
    for (const scope of this.comparison.scopes) {
      const [a, b] = [countOf(one, inner, scope), countOf(other, outer, scope)];
      if (!a || !b) continue;
      const { persons, actualisations } = this.comparison.whole(scope);
      const beyondFirst = (rows: ComparedCount, people: ComparedCount) =>
        this.noted.notBelowNothing([
          [1, this.cell(actualisations)],
          [-1, this.cell(persons)],
          [-1, this.cell(rows)],
          [1, this.cell(people)],
        ]);
      const [base, otherBase] = [one.variable.base, other.variable.base];
      if (base === 'persons' || otherBase === 'actualisations') this.noted.atMost(this.cell(a), this.cell(b));
      if (base === 'actualisations' && otherBase === 'persons') beyondFirst(a, b);
    }
  }

  /** Levels and parts with names of their own are of so many persons as it takes. */
  private named(): void {
    const { counted, parts, whole, settings } = this.comparison;
    const { threshold } = settings.protection;
    const note = (count: ComparedCount) => {
      if (count.persons >= threshold) this.cell(count, { least: threshold });
    };
    for (const { variable, in: tally } of counted) {
      if (variable.kind !== 'category' || !canBeRare(variable)) continue;
      const { levels } = tally(this.together) as CategoryTally;
      const rest = restOf(variable).key;
      levels.filter((_, at) => variable.levels[at]!.key !== rest).forEach(note);
    }
    if (!parts.every(({ valueOf }) => valueOf !== null)) return;
    for (const scope of this.parts) if (!parts[scope.part]!.isRest) Object.values(whole(scope)).forEach(note);
  }
}

/**
 * Types and referrers counted in rows where the comparison counts them in persons, and the other way about, which no
 * table shows: they tie a row of one's own, of one of these columns and counted the other way, to those reported.
 */
function countedOtherwise({ counted, rows }: RegisterComparison): readonly Counted[] {
  const reported = counted.filter(({ variable: { key } }) => key === 'type' || key === 'referrer');
  const areTold = counted.some(({ variable: { base, columns } }) =>
    reported.some(({ variable }) => base !== variable.base && areOfOne(columns, variable.columns)),
  );
  return (areTold ? reported : []).map(({ variable }): Counted => {
    const base = variable.base === 'persons' ? 'actualisations' : 'persons';
    const otherwise = { ...(variable as Category), base } as const;
    const tally = remembered((scope) => tallyCategory(rows, otherwise, scope));
    return { variable: otherwise, in: tally, shown: false };
  });
}

/** Of persons the missing are those of whom nothing is known, and no rows. */
function countOf({ variable, in: tally }: Counted, measure: Measure, scope: Scope): ComparedCount | null {
  const found = tally(scope);
  if (measure === 'known') return found.known;
  if (measure === 'missing') return variable.base === 'persons' ? null : found.missing;
  return (found as CategoryTally).levels[measure]!;
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
