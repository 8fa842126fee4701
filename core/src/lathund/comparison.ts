/**
 * The frequency groups compared on every background factor, and return compared by them, when asked for: a named test
 * with its p-value, also adjusted for how many tests there are, and an effect size. No test without its name.
 *
 * Actualisations of one person are alike, so p-values of actualisations are smaller than they should be: the document
 * says so. Return is not compared between frequency groups, which are made of who has returned, but between what was
 * known at the first actualisation.
 */
import type { Analysis } from '../analyse.ts';
import { UNKNOWN_AGE, type Register } from '../register/register.ts';
import { cramersV } from '../statistics/cramers-v.ts';
import { holmAdjustment } from '../statistics/holm-adjustment.ts';
import { independenceTest, simulationOf, type Simulation } from '../statistics/independence-test.ts';
import { kruskalWallis } from '../statistics/kruskal-wallis.ts';
import { logRankTest } from '../statistics/log-rank-test.ts';
import { standardisedDifferenceOfMeans } from '../statistics/standardised-difference.ts';
import { summaryOf } from '../statistics/summary-of.ts';
import type { Counts, Measure } from '../tables/counts.ts';
import {
  FACTORS,
  levelsByGroup,
  levelsOfReturn,
  type Factor,
  type LevelByGroup,
  type LevelReturn,
} from './factors.ts';
import type { Lathund } from './lathund.ts';
import { returnTimes } from './return.ts';

/** A test of whether frequency groups differ, or whether persons return equally soon, with an effect size. */
export interface Comparison {
  /** The row of the group profile, or the factor: `percent-women`, `organisation`, `return:sex`. */
  readonly row: string;
  readonly test: 'chi-square' | 'fisher' | 'fisher-simulated' | 'kruskal-wallis' | 'log-rank';
  /** χ² or H; none of Fisher's test. */
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  readonly p: number | null;
  /** Adjusted by Holm for all tests of the comparison. */
  readonly adjusted: number | null;
  /** How many tables were drawn, and between what limits the exact p-value lies (95 %); null where none were. */
  readonly simulated: Simulation | null;
  /** An expected count is below 5, and no exact test is to be had. */
  readonly doubtful: boolean;
  readonly effect: 'cramers-v' | 'standardised-difference' | 'return-ratio';
  /**
   * Cramér's V over all groups; the standardised difference of the last group against the others together; how many
   * times as often as the soonest value the latest returns, each against what is expected.
   */
  readonly effectSize: number | null;
  /** Of return: the values between which the ratio is. */
  readonly between: { readonly soonest: string; readonly latest: string } | null;
}

type Tested = Omit<Comparison, 'adjusted'>;

/** What is compared, from rows or from an engine's counts of them. */
export interface Comparable {
  readonly counts: Counts;
  readonly ages: AgesOf;
  readonly groups: GroupsOf;
  readonly byGroup: (factor: 'organisation' | 'reason') => readonly LevelByGroup[];
  readonly ofReturn: (factor: Factor) => readonly LevelReturn[];
}

/** What the ages are compared by: rows with an age and a person, and the person's group. */
export type AgesOf = Pick<Register, 'used' | 'age' | 'person'>;
export type GroupsOf = Pick<Lathund, 'groups' | 'group'>;

const known = new WeakMap<Analysis, readonly Comparison[]>();

/** The comparison of the frequency groups and of return; none where the settings do not ask. Worked out once. */
export function groupComparisons(analysis: Analysis): readonly Comparison[] {
  const { register, lathund, counts, settings, comparisons } = analysis;
  if (comparisons) return comparisons;
  if (!settings.comparison) return [];
  let found = known.get(analysis);
  if (!found) {
    const times = returnTimes(register, lathund, settings.period);
    found = compareAll({
      counts,
      ages: register,
      groups: lathund,
      byGroup: (factor) => levelsByGroup(register, lathund, factor),
      ofReturn: (factor) => levelsOfReturn(register, lathund, times, factor),
    });
    known.set(analysis, found);
  }
  return found;
}

const SHARES: readonly (readonly [row: string, part: Measure, whole: Measure])[] = [
  ['percent-women', 'woman', 'sex-known'],
  ['percent-applications', 'application', 'type-known'],
  ['percent-lob', 'lob', 'type-known'],
  ['percent-investigation', 'investigation', 'investigation-known'],
];

export function compareAll(comparable: Comparable): readonly Comparison[] {
  const { counts, ages, groups, byGroup, ofReturn } = comparable;
  const shares = [
    ...SHARES,
    ...counts.referrers.map((name) => [`referrer:${name}`, `referrer:${name}`, 'report'] as const),
  ];
  const found = [
    compareAges(ages, groups),
    ...shares.map((share) => compareShares(counts, ...share)),
    ...(['organisation', 'reason'] as const).map((factor) => compareLevels(factor, byGroup(factor))),
    ...FACTORS.map((factor) => compareReturn(factor, ofReturn(factor))),
  ].filter((comparison) => comparison !== null);
  const adjusted = holmAdjustment(found.map(({ p }) => p));
  return found.map((comparison, at) => ({ ...comparison, adjusted: adjusted[at]! }));
}

function compareShares(counts: Counts, row: string, part: Measure, whole: Measure): Tested | null {
  const groups = [...counts.groups.keys()];
  return compareTable(row, [
    groups.map((g) => counts.count(part, g).n),
    groups.map((g) => counts.count(whole, g).n - counts.count(part, g).n),
  ]);
}

function compareTable(row: string, table: readonly (readonly number[])[]): Tested | null {
  const found = independenceTest(table);
  if (!found) return null;
  const isOfTable = found.test === 'chi-square';
  return {
    row,
    test: found.test,
    statistic: isOfTable ? found.statistic : null,
    degreesOfFreedom: isOfTable ? found.degreesOfFreedom : null,
    p: found.p,
    simulated: simulationOf(found),
    doubtful: 'doubt' in found,
    effect: 'cramers-v',
    effectSize: cramersV(table),
    between: null,
  };
}

function compareAges(register: AgesOf, lathund: GroupsOf): Tested | null {
  const ages: number[][] = lathund.groups.map(() => []);
  for (let i = 0; i < register.used; i++)
    if (register.age[i] !== UNKNOWN_AGE) ages[lathund.group[register.person[i]!]!]!.push(register.age[i]!);
  const found = kruskalWallis(ages);
  if (!found) return null;
  const last = summaryOf(ages.at(-1)!);
  const others = summaryOf(ages.slice(0, -1).flat());
  const spread = (summary: typeof last) =>
    summary && summary.standardDeviation !== null
      ? { mean: summary.mean, standardDeviation: summary.standardDeviation }
      : null;
  const [a, b] = [spread(last), spread(others)];
  return {
    row: 'mean-age',
    test: 'kruskal-wallis',
    statistic: found.statistic,
    degreesOfFreedom: found.degreesOfFreedom,
    p: found.p,
    simulated: null,
    doubtful: false,
    effect: 'standardised-difference',
    effectSize: a && b ? standardisedDifferenceOfMeans(a, b) : null,
    between: null,
  };
}

/** Of a column with more values than this the most common are compared, and the rest together. */
const MOST_LEVELS = 20;
/** The key of the rest. */
export const REST = 'rest';

/** All values at once: an actualisation has one. */
function compareLevels(row: string, given: readonly LevelByGroup[]): Tested | null {
  const levels = mostCommon(
    given,
    ({ groups }) => groups.reduce((sum, n) => sum + n, 0),
    (rest) => ({
      key: REST,
      groups: rest[0]!.groups.map((_, g) => rest.reduce((sum, { groups }) => sum + groups[g]!, 0)),
    }),
  );
  return compareTable(
    row,
    levels.map(({ groups }) => groups),
  );
}

/** Below so many expected returns a value's own figures are not told, and log-rank's χ² is approximate. */
const FEW_RETURNS = 5;

function compareReturn(factor: Factor, given: readonly LevelReturn[]): Tested | null {
  const levels = mostCommon(
    given,
    ({ followed }) => followed.days.length,
    (rest) => ({
      key: REST,
      followed: {
        days: rest.flatMap(({ followed }) => Array.from(followed.days)),
        returned: rest.flatMap(({ followed }) => Array.from(followed.returned)),
      },
    }),
  );
  const found = logRankTest(levels.map(({ followed }) => followed));
  if (!found) return null;
  const { statistic, degreesOfFreedom, p, groups } = found;
  const told = groups
    .map(({ observed, expected }, at) => ({ key: levels[at]!.key, expected, ratio: observed / expected }))
    .filter(({ expected }) => expected >= FEW_RETURNS);
  const byRatio = told.sort((a, b) => b.ratio - a.ratio);
  const [soonest, latest] = [byRatio[0], byRatio.at(-1)];
  const areTwo = soonest && latest && byRatio.length > 1;
  return {
    row: `return:${factor}`,
    test: 'log-rank',
    statistic,
    degreesOfFreedom,
    p,
    simulated: null,
    doubtful: groups.some(({ expected }) => expected > 0 && expected < FEW_RETURNS),
    effect: 'return-ratio',
    effectSize: areTwo && latest.ratio > 0 ? soonest.ratio / latest.ratio : null,
    between: areTwo ? { soonest: soonest.key, latest: latest.key } : null,
  };
}

/** Those that occur, in their order; of more than `MOST_LEVELS` the most common, and the rest as one. */
function mostCommon<Level extends { readonly key: string }>(
  given: readonly Level[],
  size: (level: Level) => number,
  together: (rest: readonly Level[]) => Level,
): readonly Level[] {
  const levels = given.filter((level) => size(level) > 0);
  if (levels.length <= MOST_LEVELS) return levels;
  const bySize = [...levels].sort((a, b) => size(b) - size(a) || (a.key < b.key ? -1 : 1));
  return [...bySize.slice(0, MOST_LEVELS - 1), together(bySize.slice(MOST_LEVELS - 1))];
}
