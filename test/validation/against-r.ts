/** Every statistic held against R, by the answers that the scripts in core/test/statistics/fixtures have asked it for. */
import { readFileSync } from 'node:fs';
import { chiSquareUpperTail } from '../../core/src/statistics/chi-square-tail.ts';
import { chiSquareTest } from '../../core/src/statistics/chi-square-test.ts';
import { cohensKappa } from '../../core/src/statistics/cohens-kappa.ts';
import { cramersV } from '../../core/src/statistics/cramers-v.ts';
import { fisherExactTest } from '../../core/src/statistics/fisher-exact-test.ts';
import { gini } from '../../core/src/statistics/gini.ts';
import { holmAdjustment } from '../../core/src/statistics/holm-adjustment.ts';
import { kaplanMeier } from '../../core/src/statistics/kaplan-meier.ts';
import { kruskalWallis } from '../../core/src/statistics/kruskal-wallis.ts';
import { linearTrend } from '../../core/src/statistics/linear-trend.ts';
import { logGamma } from '../../core/src/statistics/log-gamma.ts';
import { logRankTest } from '../../core/src/statistics/log-rank-test.ts';
import { lorenz } from '../../core/src/statistics/lorenz.ts';
import { rateOf, rateRatio } from '../../core/src/statistics/rate.ts';
import { meanDifference } from '../../core/src/statistics/mean-difference.ts';
import { shareDifference } from '../../core/src/statistics/share-difference.ts';
import {
  standardisedDifferenceOfMeans,
  standardisedDifferenceOfShares,
} from '../../core/src/statistics/standardised-difference.ts';
import { summaryOf, type Summary } from '../../core/src/statistics/summary-of.ts';
import { topShares } from '../../core/src/statistics/top-shares.ts';
import { wilsonInterval } from '../../core/src/statistics/wilson-interval.ts';
import { differenceOf, type Figure, type Held } from './held.ts';

type Pairs = Iterable<readonly [ours: Figure, theirs: Figure]>;
type Two = readonly [number, number];

const FOLDER = 'core/test/statistics/fixtures/';

interface Fixture<Case> {
  readonly R: string;
  readonly survival?: string;
  readonly cases: readonly Case[];
}

/** @param by what of R was asked @param pairs of a case; none where the case is made by a rule of its own test */
function held<Case>(definition: string, file: string, by: string, pairs: (known: Case) => Pairs): Held {
  const url = new URL(`../../${FOLDER}${file}`, import.meta.url);
  const { R, survival, cases } = JSON.parse(readFileSync(url, 'utf8')) as Fixture<Case>;
  const told = cases.map((known) => [...pairs(known)]).filter((of) => of.length > 0);
  const version = by.startsWith('survival::') ? `R ${R}, survival ${survival!}` : `R ${R}`;
  return {
    definition,
    reference: `${version}: ${by.startsWith('the ') ? by : `\`${by}\``}`,
    where: FOLDER + file,
    cases: told.length,
    difference: differenceOf(told.flat()),
  };
}

interface Followed {
  readonly days: readonly number[] | null;
  readonly returned: readonly number[] | null;
}
interface Point {
  readonly days: number;
  readonly atRisk: number;
  readonly remaining: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Of what is exactly nothing R is left with a rounding error. */
const orNothing = (value: number | null) => (value !== null && Math.abs(value) < 1e-15 ? 0 : value);
const returnedOf = (remaining: number | null) => (remaining === null ? null : 1 - remaining);
const share = ([successes, trials]: Two) => ({ successes, trials });
const place = ([count, population]: Two) => ({ count, population });
const spreadOf = (values: readonly number[]) => {
  const { mean, standardDeviation } = summaryOf(values)!;
  return { mean, standardDeviation: standardDeviation! };
};

export function againstR(): Held[] {
  return [
    held<{ successes: number; trials: number; z: number; lower: number; upper: number }>(
      'Wilson interval of a share',
      'wilson-interval.json',
      'prop.test(correct = FALSE)',
      function* ({ successes, trials, z, lower, upper }) {
        const found = wilsonInterval(successes, trials, z)!;
        yield [found.lower, lower];
        yield [found.upper, upper];
      },
    ),
    held<Summary & { values: number[] | null }>(
      'Mean, standard deviation, quartiles (type 7)',
      'summary-of.json',
      'mean, sd, quantile(type = 7)',
      function* (known) {
        if (known.values === null) return;
        const found = summaryOf(known.values)!;
        for (const key of Object.keys(found) as (keyof Summary)[]) yield [found[key], known[key]];
      },
    ),
    held<{ points: Two[]; slope: number; intercept: number; rSquared: number | null }>(
      'Linear trend over years',
      'linear-trend.json',
      'lm',
      function* ({ points, slope, intercept, rSquared }) {
        const found = linearTrend(points)!;
        yield [found.slope, orNothing(slope)];
        yield [found.intercept, intercept];
        yield [found.rSquared, orNothing(rSquared)];
      },
    ),
    held<Followed & { steps: Point[]; at: Point[] }>(
      'Return: shares by Kaplan–Meier, and their 95 % limits on the log scale',
      'kaplan-meier.json',
      'survival::survfit',
      function* ({ days, returned, steps, at }) {
        if (days === null || returned === null) return;
        const curve = kaplanMeier({ days, returned });
        const both = [
          ...steps.map((theirs, step) => [curve.steps[step]!, theirs] as const),
          ...at.map((theirs) => [curve.at(theirs.days), theirs] as const),
        ];
        for (const [ours, theirs] of both) {
          yield [ours.atRisk, theirs.atRisk];
          yield [ours.returned, returnedOf(theirs.remaining)];
          yield [ours.lower, returnedOf(theirs.upper)];
          yield [ours.upper, returnedOf(theirs.lower)];
        }
      },
    ),
    held<{
      groups: { days: number[]; returned: number[] }[] | null;
      statistic: number;
      p: number;
      expected: number[];
    }>(
      'Return compared between groups: log-rank test',
      'log-rank.json',
      'survival::survdiff',
      function* ({ groups, statistic, p, expected }) {
        if (groups === null) return;
        const found = logRankTest(groups)!;
        yield [found.statistic, statistic];
        yield [found.p, p];
        for (const [g, theirs] of expected.entries()) yield [found.groups[g]!.expected, theirs];
      },
    ),
    held<{
      counts: number[];
      gini: number;
      lorenz: Two[];
      percent: number[];
      persons: number[];
      ofActualisations: number[];
    }>(
      'Concentration: Gini, Lorenz points, shares of the most frequent',
      'concentration.json',
      'the definitions, written otherwise',
      function* (known) {
        yield [gini(known.counts), known.gini];
        for (const [at, point] of lorenz(known.counts).entries()) {
          yield [point[0], known.lorenz[at]![0]];
          yield [point[1], known.lorenz[at]![1]];
        }
        const shares = known.percent.map((percent) => percent / 100);
        for (const [at, top] of topShares(known.counts, shares).entries()) {
          yield [top.persons, known.persons[at]];
          yield [top.ofActualisations, known.ofActualisations[at]];
        }
      },
    ),
    held<{ table: number[][]; statistic: number; p: number; smallestExpected: number }>(
      'χ² test, without Yates',
      'count-tables.json',
      'chisq.test(correct = FALSE)',
      function* ({ table, statistic, p, smallestExpected }) {
        const found = chiSquareTest(table)!;
        yield [found.statistic, orNothing(statistic)];
        yield [found.p, p];
        yield [found.smallestExpected, smallestExpected];
      },
    ),
    held<{ table: number[][]; fisher: number | null }>(
      'Fisher’s exact test',
      'count-tables.json',
      'fisher.test',
      function* ({ table, fisher }) {
        if (fisher !== null) yield [fisherExactTest(table)!.p, fisher];
      },
    ),
    held<{ table: number[][]; cramersV: number }>(
      'Cramér’s V',
      'count-tables.json',
      'the formula, of chisq.test',
      function* (known) {
        yield [cramersV(known.table), orNothing(known.cramersV)];
      },
    ),
    held<{ groups: number[][] | null; statistic: number; p: number }>(
      'Kruskal–Wallis test',
      'kruskal-wallis.json',
      'kruskal.test',
      function* ({ groups, statistic, p }) {
        if (groups === null) return;
        const found = kruskalWallis(groups)!;
        yield [found.statistic, statistic];
        yield [found.p, p];
      },
    ),
    held<{ of: 'means' | 'shares'; first: number[]; second: number[]; difference: number }>(
      'Standardised difference',
      'standardised-difference.json',
      'the formula, of var and mean',
      function* ({ of, first, second, difference }) {
        const [a, b] = [spreadOf(first), spreadOf(second)];
        const ours =
          of === 'means'
            ? standardisedDifferenceOfMeans(a, b)
            : standardisedDifferenceOfShares(a.mean, b.mean);
        yield [ours, difference];
      },
    ),
    held<{ p: number[]; adjusted: number[] }>(
      'p-values adjusted for their number, by Holm',
      'holm-adjustment.json',
      'p.adjust(method = "holm")',
      function* ({ p, adjusted }) {
        for (const [at, ours] of holmAdjustment(p).entries()) yield [ours, adjusted[at]];
      },
    ),
    held<{ first: Two; second: Two; difference: number; lower: number; upper: number }>(
      'Difference of shares, with Newcombe’s interval',
      'share-difference.json',
      'the formula, of prop.test',
      function* ({ first, second, difference, lower, upper }) {
        const found = shareDifference(share(first), share(second))!;
        yield [found.difference, difference];
        yield [found.lower, lower];
        yield [found.upper, upper];
      },
    ),
    held<{ first: number[]; second: number[]; difference: number; lower: number; upper: number }>(
      'Difference of means, with Welch’s interval',
      'mean-difference.json',
      't.test',
      function* ({ first, second, difference, lower, upper }) {
        const found = meanDifference(summaryOf(first)!, summaryOf(second)!)!;
        yield [found.difference, difference];
        yield [found.lower, lower];
        yield [found.upper, upper];
      },
    ),
    held<{ count: number; population: number; rate: number; lower: number; upper: number }>(
      'Rate per 10 000 inhabitants, with its exact interval',
      'rate.json',
      'poisson.test',
      function* ({ count, population, rate, lower, upper }) {
        const found = rateOf(count, population);
        yield [found.rate, rate];
        yield [found.lower, lower];
        yield [found.upper, upper];
      },
    ),
    held<{ first: Two; second: Two; ratio: number | null; lower: number; upper: number | null }>(
      'Ratio of two rates, with its interval',
      'rate-ratio.json',
      'the formula, of prop.test',
      function* ({ first, second, ratio, lower, upper }) {
        const found = rateRatio(place(first), place(second))!;
        yield [found.ratio, ratio];
        yield [found.lower, lower];
        yield [found.upper, upper !== null && upper > 1e9 ? null : upper];
      },
    ),
    held<{ table: number[][]; kappa: number; standardError: number }>(
      'Agreement of two readers: Cohen’s kappa',
      'cohens-kappa.json',
      'the definition, case by case',
      function* ({ table, kappa }) {
        yield [cohensKappa(table)!.kappa, kappa];
      },
    ),
    held<{ table: number[][]; standardError: number }>(
      'The standard error of kappa',
      'cohens-kappa.json',
      'the delta method, by numeric derivatives',
      function* ({ table, standardError }) {
        yield [cohensKappa(table)!.standardError, standardError];
      },
    ),
    held<{ statistic: number; degreesOfFreedom: number; p: number }>(
      'The tail of χ², which p-values are read from',
      'chi-square-tail.json',
      'pchisq(lower.tail = FALSE)',
      function* ({ statistic, degreesOfFreedom, p }) {
        yield [chiSquareUpperTail(statistic, degreesOfFreedom), p];
      },
    ),
    held<{ x: number; logGamma: number }>(
      'ln Γ, which the tail is worked out from',
      'log-gamma.json',
      'lgamma',
      function* (known) {
        yield [logGamma(known.x), known.logGamma];
      },
    ),
  ];
}
