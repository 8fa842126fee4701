/** From the tallies of a variable to its rows: figures, differences with intervals, and a named test. */
import { cramersV } from '../statistics/cramers-v.ts';
import { independenceTest, simulationOf } from '../statistics/independence-test.ts';
import { kruskalWallis } from '../statistics/kruskal-wallis.ts';
import { meanDifference } from '../statistics/mean-difference.ts';
import { shareDifference } from '../statistics/share-difference.ts';
import {
  standardisedDifferenceOfMeans,
  standardisedDifferenceOfShares,
} from '../statistics/standardised-difference.ts';
import { summaryOf, type Summary } from '../statistics/summary-of.ts';
import { countCell, meanCell, percentCell } from '../tables/table.ts';
import type { Scope } from './compared-rows.ts';
import type { ComparedCell, ComparedRow, Difference, FigureKind, NamedTest } from './compared-table.ts';
import type { CategoryTally, ComparedCount, NumberTally } from './tally.ts';
import type { Category, Numeric } from './variables.ts';

/** Which scopes have columns, and which are set against which. */
export interface Layout {
  readonly parts: readonly Scope[];
  readonly together: Scope;
  readonly pairs: readonly (readonly [part: Scope, against: Scope])[];
  readonly percent: 'column' | 'row';
  /** Some persons are in more than one part. */
  readonly overlap: boolean;
  /** The parts are frequency groups: tests of how often and how soon persons come would test how the parts were made. */
  readonly areGroups: boolean;
}

type Tallies<T> = (scope: Scope) => T;

export function categoryRows(
  variable: Category,
  given: Layout,
  tally: Tallies<CategoryTally>,
): readonly ComparedRow[] {
  // Whoever is in one group in each of two parts is in a third of all: groups are percent of the part only.
  const layout = variable.byScope ? { ...given, percent: 'column' as const } : given;
  const base = (found: CategoryTally) => (variable.percentOf === 'known' ? found.known : found.applicable);
  const shown = [...variable.levels.entries()].filter(([, { hidden }]) => hidden !== true);
  const { separately, key, label } = variable;
  const isExclusive = layout.parts.every((scope) => tally(scope).exclusive);
  // A person's actualisations are all in one group: no test of them holds, nor an interval.
  const isTested = !(variable.byScope && variable.base === 'actualisations');
  const testsLevels = separately || !isExclusive;
  const digits = variable.digits ?? null;
  const levels = shown.map(([level, own]): ComparedRow => {
    const part = (scope: Scope) => tally(scope).levels[level]!;
    const whole = (scope: Scope) => base(tally(scope));
    const alone = layout.parts.map((scope) => [part(scope), whole(scope)] as const);
    return {
      key: own.key,
      label: own.label,
      kind: 'figure',
      figure: 'percent',
      digits,
      cells: cellsOf(layout, (scope) => {
        const cell = shareCell(layout, part, whole, scope);
        return isTested ? cell : withoutInterval(cell);
      }),
      differences: shareDifferences(layout, part, whole).map((one) =>
        isTested ? one : { ...one, lower: null, upper: null },
      ),
      test: testsLevels && isTested ? testOfShare(variable, layout, alone) : null,
    };
  });
  const missing = missingRow(variable, layout, tally);
  if (separately) return [...levels, ...missing];
  const heading: ComparedRow = {
    key,
    label,
    kind: 'section',
    figure: 'count',
    digits: null,
    cells: cellsOf(layout, (scope) => countCell(base(tally(scope)))),
    differences: [],
    test: testsLevels || !isTested ? null : testOfLevels(variable, layout, tally),
  };
  return [heading, ...levels, ...missing];
}

function cellsOf({ parts, together }: Layout, cell: (scope: Scope) => ComparedCell) {
  return Object.fromEntries([...parts, together].map((scope) => [scope.key, cell(scope)]));
}

function shareCell(
  { percent, together }: Layout,
  part: Tallies<ComparedCount>,
  whole: Tallies<ComparedCount>,
  scope: Scope,
): ComparedCell {
  const count = part(scope);
  return { ...percentCell(count, percent === 'row' ? part(together) : whole(scope)), n: count.n };
}

function withoutInterval({
  value,
  numerator = 0,
  denominator = 0,
  n = 0,
  of,
  kind,
  basis,
}: ComparedCell): ComparedCell {
  return { value, numerator, denominator, n, of, kind, basis };
}

function shareDifferences(
  { pairs }: Layout,
  part: Tallies<ComparedCount>,
  whole: Tallies<ComparedCount>,
): Difference[] {
  return pairs.map(([one, other]) => {
    const of = (scope: Scope) => ({ successes: part(scope).n, trials: whole(scope).n });
    const [a, b] = [of(one), of(other)];
    const found = shareDifference(a, b);
    return {
      part: one.key,
      against: other.key,
      kind: 'percent-units',
      value: found && 100 * found.difference,
      lower: found && 100 * found.lower,
      upper: found && 100 * found.upper,
      standardised: found && standardisedDifferenceOfShares(a.successes / a.trials, b.successes / b.trials),
      basis: [part(one), whole(one), part(other), whole(other)],
    };
  });
}

/** Those without a value, of all that it applies to: along the row, who is known in another part would be amiss. */
function missingRow(
  { missingKey, digits = null }: Category | Numeric,
  given: Layout,
  tally: Tallies<CategoryTally | NumberTally>,
): ComparedRow[] {
  const layout = { ...given, percent: 'column' as const };
  const part = (scope: Scope) => tally(scope).missing;
  const whole = (scope: Scope) => tally(scope).applicable;
  if (part(layout.together).n === 0 && layout.parts.every((scope) => part(scope).n === 0)) return [];
  return [
    {
      key: missingKey,
      label: null,
      kind: 'missing',
      figure: 'percent',
      digits,
      cells: cellsOf(layout, (scope) => shareCell(layout, part, whole, scope)),
      differences: shareDifferences(layout, part, whole),
      test: null,
    },
  ];
}

function testOfShare(
  { base }: Category,
  layout: Layout,
  parts: readonly (readonly [part: ComparedCount, whole: ComparedCount])[],
): NamedTest | null {
  const table = [parts.map(([part]) => part.n), parts.map(([part, whole]) => whole.n - part.n)];
  return testOfTable(table, layout, base, parts.flat());
}

/** All levels at once: who is in one is in no other. */
function testOfLevels(
  { base, levels }: Category,
  layout: Layout,
  tally: Tallies<CategoryTally>,
): NamedTest | null {
  const counts = [...levels.keys()].map((level) => layout.parts.map((scope) => tally(scope).levels[level]!));
  const table = counts.map((row) => row.map(({ n }) => n));
  return testOfTable(table, layout, base, counts.flat());
}

function testOfTable(
  table: readonly (readonly number[])[],
  { overlap }: Layout,
  base: Category['base'],
  basis: readonly ComparedCount[],
): NamedTest | null {
  const found = independenceTest(table);
  if (!found) return null;
  const isOfTable = found.test === 'chi-square';
  return {
    test: found.test,
    statistic: isOfTable ? found.statistic : null,
    degreesOfFreedom: isOfTable ? found.degreesOfFreedom : null,
    p: found.p,
    adjusted: null,
    simulated: simulationOf(found),
    doubtful: 'doubt' in found,
    cramersV: cramersV(table),
    tooSure: base === 'actualisations',
    overlapping: overlap,
    basis,
  };
}

const SPREAD: readonly (readonly [FigureKind, (summary: Summary) => number | null])[] = [
  ['sd', (summary) => summary.standardDeviation],
  ['median', (summary) => summary.median],
  ['lower-quartile', (summary) => summary.lowerQuartile],
  ['upper-quartile', (summary) => summary.upperQuartile],
  ['least', (summary) => summary.min],
  ['most', (summary) => summary.max],
];

/** @param key of the row of means */
export function numberRows(
  variable: Numeric,
  key: string,
  layout: Layout,
  tally: Tallies<NumberTally>,
): readonly ComparedRow[] {
  const summaries = new Map(
    [...layout.parts, layout.together, ...layout.pairs.map(([, against]) => against)].map((scope) => [
      scope.key,
      summaryOf(tally(scope).values),
    ]),
  );
  const own = { key, label: variable.label, base: variable.base, digits: variable.digits ?? null };
  const means = meanRow(own, layout, (scope) => {
    const { sum, known, values } = tally(scope);
    return { sum, number: known, values, summary: summaries.get(scope.key)! };
  });
  const spread = variable.summary === 'whole' ? SPREAD : [];
  return [
    means,
    ...spread.map(([figure, of]): ComparedRow => ({
      key: `${variable.key}: ${figure}`,
      label: variable.label,
      kind: 'figure',
      figure,
      digits: own.digits,
      cells: cellsOf(layout, (scope) => {
        const summary = summaries.get(scope.key);
        const { known } = tally(scope);
        return {
          value: summary ? of(summary) : null,
          of: known.of,
          kind: figure,
          n: known.n,
          basis: [known],
        };
      }),
      differences: [],
      test: null,
    })),
    ...missingRow(variable, layout, tally),
  ];
}

interface Mean {
  readonly sum: ComparedCount;
  readonly number: ComparedCount;
  readonly values: ArrayLike<number>;
  readonly summary: Summary | null;
}

/** Means compared by Kruskal–Wallis, which asks of ranks; the interval of their difference is Welch's. */
export function meanRow(
  { key, label, base, digits = null }: Pick<Numeric, 'key' | 'label' | 'base' | 'digits'>,
  layout: Layout,
  meanOf: (scope: Scope) => Mean,
): ComparedRow {
  const found = kruskalWallis(layout.parts.map((scope) => meanOf(scope).values));
  return {
    key,
    label,
    kind: 'figure',
    figure: 'mean',
    digits,
    cells: cellsOf(layout, (scope) => {
      const { sum, number } = meanOf(scope);
      return { ...meanCell(sum, number), n: number.n };
    }),
    differences: layout.pairs.map(([one, other]) => {
      const [a, b] = [meanOf(one).summary, meanOf(other).summary];
      const difference = a && b && meanDifference(a, b);
      return {
        part: one.key,
        against: other.key,
        kind: 'means',
        value: a && b ? a.mean - b.mean : null,
        lower: difference?.lower ?? null,
        upper: difference?.upper ?? null,
        standardised: a && b ? standardised(a, b) : null,
        basis: null,
      };
    }),
    test: found && {
      test: 'kruskal-wallis',
      statistic: found.statistic,
      degreesOfFreedom: found.degreesOfFreedom,
      p: found.p,
      adjusted: null,
      simulated: null,
      doubtful: false,
      cramersV: null,
      tooSure: base === 'actualisations',
      overlapping: layout.overlap,
      basis: null,
    },
  };
}

function standardised(a: Summary, b: Summary): number | null {
  const [s, t] = [a.standardDeviation, b.standardDeviation];
  if (s === null || t === null) return null;
  return standardisedDifferenceOfMeans(
    { mean: a.mean, standardDeviation: s },
    { mean: b.mean, standardDeviation: t },
  );
}
