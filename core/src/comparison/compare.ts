/** Parts of a register, or registers, laid side by side: each, and all together. */
import { fail, succeed, type Outcome } from '../problem.ts';
import { inLine } from '../register/spelling.ts';
import { summaryOf } from '../statistics/summary-of.ts';
import { adjustedTests } from './adjusted-tests.ts';
import { chosenVariable } from './chosen-rows.ts';
import { comparedRows, remembered, TOGETHER, type ComparedRows, type Scope } from './compared-rows.ts';
import { categoryRows, meanRow, numberRows, type Layout } from './compared-rows-of.ts';
import type { ComparedRow, ComparedTable } from './compared-table.ts';
import type { ComparisonSettings } from './comparison-settings.ts';
import type { Part } from './parts.ts';
import { rateRows } from './rates.ts';
import { returnRows } from './returned.ts';
import {
  tallyCategory,
  tallyNumber,
  wholeOf,
  type CategoryTally,
  type ComparedCount,
  type NumberTally,
} from './tally.ts';
import {
  frequencyVariable,
  profileVariables,
  type Category,
  type Numeric,
  type Variable,
} from './variables.ts';
import { withoutRareLevels } from './rare-levels.ts';

export interface Whole {
  readonly persons: ComparedCount;
  readonly actualisations: ComparedCount;
}

/** What was counted of a variable: for the protection, which must know how counts hang together. */
export interface Counted {
  readonly variable: Variable;
  readonly in: (scope: Scope) => CategoryTally | NumberTally;
  /** Whether a table shows it. */
  readonly shown: boolean;
}

/** Everything that is worked out of parts side by side, unprotected. What leaves the unit passes `shownComparison`. */
export interface RegisterComparison {
  readonly settings: ComparisonSettings;
  readonly parts: readonly Part[];
  /** Parts, then together, then the rests that parts are set against. */
  readonly scopes: readonly Scope[];
  /** What there is of everything. */
  readonly whole: (scope: Scope) => Whole;
  readonly counted: readonly Counted[];
  readonly rows: ComparedRows;
  /** Persons who are in more than one part. */
  readonly inSeveral: ComparedCount;
  /** The parts are frequency groups: how often and how soon persons come is not tested between them. */
  readonly areGroups: boolean;
  readonly tables: readonly ComparedTable[];
  /** How many tests were made: what the p-values are adjusted for. */
  readonly tests: number;
}

/**
 * Compares two parts or more.
 *
 * @param parts from `wholePart` and `splitPart`; with different names
 * @returns the comparison, or the problem with a row of one's own
 */
export function compareRegisters(
  parts: readonly Part[],
  settings: ComparisonSettings,
): Outcome<RegisterComparison> {
  const wrong = wrongParts(parts);
  if (wrong) return wrong;
  const rows = comparedRows(parts, settings.sameCodes);
  const chosen: Variable[] = [];
  for (const one of settings.rows) {
    const variable = chosenVariable(rows, one);
    if (!variable.ok) return variable;
    if (chosen.some(({ key, base }) => key === variable.value.key && base === variable.value.base))
      return rowTwice(one.column);
    chosen.push(variable.value);
  }
  return succeed(new Comparing(rows, settings).compare(chosen));
}

function wrongParts(parts: readonly Part[]): ReturnType<typeof fail> | null {
  if (parts.length < 2)
    return fail(
      'nothing-to-compare',
      'Det behövs minst två delar att jämföra. Ange flera filer eller vad filen ska delas efter.',
      'It takes at least two parts to compare. Name several files, or what to split the file by.',
    );
  const twice = parts.find(({ name }, at) => parts.findIndex((other) => other.name === name) !== at);
  return twice
    ? fail(
        'same-name',
        `Två delar heter «${inLine(twice.name)}». Ge dem olika namn.`,
        `Two parts are called "${inLine(twice.name)}". Give them different names.`,
      )
    : null;
}

function rowTwice(column: string) {
  return fail(
    'row-twice',
    `Raden «${inLine(column)}» är vald två gånger med samma bas. Ta bort den ena.`,
    `The row "${inLine(column)}" is chosen twice with the same base. Take one away.`,
  );
}

class Comparing {
  private readonly rows: ComparedRows;
  private readonly settings: ComparisonSettings;
  private readonly layout: Layout;
  private readonly scopes: readonly Scope[];
  private readonly inSeveral: ComparedCount;
  private readonly whole: (scope: Scope) => Whole;
  private readonly counted: Counted[] = [];

  constructor(rows: ComparedRows, settings: ComparisonSettings) {
    this.rows = rows;
    this.settings = settings;
    const parts = rows.parts.map(({ name }, part): Scope => ({ key: `part=${name}`, kind: 'part', part }));
    const againstRest = settings.against === 'rest' && parts.length > 2;
    const rests = againstRest
      ? parts.map(({ part }): Scope => {
          return { key: `rest=${rows.parts[part]!.name}`, kind: 'rest', part };
        })
      : [];
    const pairs = againstRest
      ? parts.map((part, at) => [part, rests[at]!] as const)
      : parts.slice(1).map((part) => [part, parts[0]!] as const);
    this.scopes = [...parts, TOGETHER, ...rests];
    this.inSeveral = personsInSeveral(rows);
    const overlap = this.inSeveral.n > 0;
    const groups = frequencyVariable(rows, 'persons');
    // By their names too: that everyone in some parts comes once is found out by chance, and is worth a table.
    const areGroups = parts.every((scope, at) =>
      tallyCategory(rows, groups, scope).levels.every(
        ({ n }, level) => n > 0 === (rows.groups[level]!.key === rows.parts[at]!.name),
      ),
    );
    this.layout = { parts, together: TOGETHER, pairs, percent: settings.percent, overlap, areGroups };
    this.whole = remembered((scope: Scope) => wholeOf(rows, scope));
  }

  compare(chosen: readonly Variable[]): RegisterComparison {
    const { rows, settings, layout } = this;
    const tables: ComparedTable[] = [
      { id: 'parts', rows: rateRows(rows.parts, layout, this.whole) },
      ...this.frequencyTables(),
      {
        id: 'profile',
        rows: [
          this.meanActualisations(),
          ...profileVariables(rows, settings.base).flatMap((variable) => this.rowsOf(variable)),
        ],
      },
      ...(chosen.length > 0
        ? [{ id: 'rows' as const, rows: chosen.flatMap((variable) => this.rowsOf(variable)) }]
        : []),
      { id: 'return', rows: returnRows(rows, layout) },
    ];
    return {
      settings,
      parts: rows.parts,
      scopes: this.scopes,
      whole: this.whole,
      counted: this.counted,
      rows,
      inSeveral: this.inSeveral,
      areGroups: layout.areGroups,
      ...adjustedTests(tables),
    };
  }

  /** Not of parts that are each a frequency group: that tells nothing but what they are called. */
  private frequencyTables(): readonly ComparedTable[] {
    const [persons, actualisations] = (['persons', 'actualisations'] as const).map((base) =>
      frequencyVariable(this.rows, base),
    ) as [Category, Category];
    const shown = !this.layout.areGroups;
    const tables = [
      { id: 'persons-by-group', rows: this.categoryRowsOf(persons, shown) },
      { id: 'actualisations-by-group', rows: this.categoryRowsOf(actualisations, shown) },
    ] as const;
    return shown ? tables : [];
  }

  private rowsOf(variable: Variable): readonly ComparedRow[] {
    return variable.kind === 'number' ? this.numberRowsOf(variable) : this.categoryRowsOf(variable);
  }

  private numberRowsOf(variable: Numeric): readonly ComparedRow[] {
    const tally = remembered((scope: Scope) => tallyNumber(this.rows, variable, scope));
    this.counted.push({ variable, in: tally, shown: true });
    const key = variable.key === 'age' ? 'mean-age' : variable.key;
    return numberRows(variable, key, this.layout, tally);
  }

  private categoryRowsOf(given: Category, shown = true): readonly ComparedRow[] {
    const { mode, threshold } = this.settings.protection;
    const variable =
      mode === 'publication'
        ? withoutRareLevels(given, tallyCategory(this.rows, given, TOGETHER), threshold)
        : given;
    const tally = remembered((scope: Scope) => tallyCategory(this.rows, variable, scope));
    this.counted.push({ variable, in: tally, shown });
    return categoryRows(variable, this.layout, tally);
  }

  private meanActualisations(): ComparedRow {
    const own = { key: 'mean-actualisations', label: null, base: 'persons' } as const;
    const row = meanRow(own, this.layout, (scope) => {
      const { persons, actualisations } = this.whole(scope);
      const values = this.rows.countsIn(scope).filter((count) => count > 0);
      return { sum: actualisations, number: persons, values, summary: summaryOf(values) };
    });
    return this.layout.areGroups ? { ...row, test: null } : row;
  }
}

function personsInSeveral({ size, part, person }: ComparedRows): ComparedCount {
  const last = new Map<number, number>();
  const found = new Set<number>();
  for (let row = 0; row < size; row++) {
    const p = person[row]!;
    const before = last.get(p);
    if (before !== undefined && before !== part[row]) found.add(p);
    last.set(p, part[row]!);
  }
  return { key: 'persons in several parts', n: found.size, persons: found.size, of: 'persons' };
}
