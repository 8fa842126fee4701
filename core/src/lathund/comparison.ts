/**
 * The frequency groups compared, when asked for: a named test with its p-value, and an effect size. No test without
 * its name. Actualisations of one person are alike, so p-values of actualisations are smaller than they should be:
 * the document says so.
 */
import { UNKNOWN_AGE, type Register } from '../register/register.ts';
import { cramersV } from '../statistics/cramers-v.ts';
import { independenceTest } from '../statistics/independence-test.ts';
import { kruskalWallis } from '../statistics/kruskal-wallis.ts';
import { standardisedDifferenceOfMeans } from '../statistics/standardised-difference.ts';
import { summaryOf } from '../statistics/summary-of.ts';
import type { Counts, Measure } from '../tables/counts.ts';
import type { Lathund } from './lathund.ts';

/** A test of whether frequency groups differ, with its name and an effect size. */
export interface Comparison {
  /** The row of the group profile that is compared. */
  readonly row: string;
  readonly test: 'chi-square' | 'fisher' | 'kruskal-wallis';
  /** χ² or H; none of Fisher's test. */
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  /** Null where the exact test is too large to work out. */
  readonly p: number | null;
  /** χ² is told although an expected count is below 5, since Fisher's test is too large. */
  readonly doubtful: boolean;
  readonly effect: 'cramers-v' | 'standardised-difference';
  /** Cramér's V over all groups; the standardised difference of the last group against the others together. */
  readonly effectSize: number | null;
}

const SHARES: readonly (readonly [row: string, part: Measure, whole: Measure])[] = [
  ['percent-women', 'woman', 'sex-known'],
  ['percent-applications', 'application', 'type-known'],
  ['percent-lob', 'lob', 'type-known'],
  ['percent-investigation', 'investigation', 'investigation-known'],
];

/** What the ages are compared by: rows with an age and a person, and the person's group. */
export type AgesOf = Pick<Register, 'used' | 'age' | 'person'>;
export type GroupsOf = Pick<Lathund, 'groups' | 'group'>;

export function compareGroups(register: AgesOf, lathund: GroupsOf, counts: Counts): readonly Comparison[] {
  const shares = [
    ...SHARES,
    ...counts.referrers.map((name) => [`referrer:${name}`, `referrer:${name}`, 'report'] as const),
  ];
  return [compareAges(register, lathund), ...shares.map((share) => compareShares(counts, ...share))].filter(
    (comparison) => comparison !== null,
  );
}

function compareShares(counts: Counts, row: string, part: Measure, whole: Measure): Comparison | null {
  const groups = [...counts.groups.keys()];
  const table = [
    groups.map((g) => counts.count(part, g).n),
    groups.map((g) => counts.count(whole, g).n - counts.count(part, g).n),
  ];
  const found = independenceTest(table);
  if (!found) return null;
  const isExact = found.test === 'fisher';
  return {
    row,
    test: isExact ? 'fisher' : 'chi-square',
    statistic: isExact ? null : found.statistic,
    degreesOfFreedom: isExact ? null : found.degreesOfFreedom,
    p: found.p,
    doubtful: 'doubt' in found,
    effect: 'cramers-v',
    effectSize: cramersV(table),
  };
}

function compareAges(register: AgesOf, lathund: GroupsOf): Comparison | null {
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
    doubtful: false,
    effect: 'standardised-difference',
    effectSize: a && b ? standardisedDifferenceOfMeans(a, b) : null,
  };
}
