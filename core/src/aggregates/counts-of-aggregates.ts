/** The counts that the tables are made of, from those of an engine. */
import type { FrequencyGroup } from '../lathund/groups.ts';
import { dayNumber } from '../register/day.ts';
import {
  bitsOfKinds,
  KINDS,
  PLAIN_MEASURES,
  RARE_REFERRERS,
  referrerMeasure,
  shareOut,
  yearsOf,
  Tally,
  CountsOfRegister,
  type Counts,
  type Tallied,
} from '../tables/counts.ts';
import type { Aggregates, ReferrerCount } from './aggregates.ts';

/** By kind of row: what holds of it, as bits. An engine gathers them for each person. */
export function measureBits(about: Pick<Aggregates, 'hasTypes' | 'hasInvestigations'>): Int32Array {
  return bitsOfKinds(columnsOf(about));
}

/**
 * @param personsOfGroup by group
 * @param thisYear of the analysis
 */
export function countsOf(
  aggregates: Aggregates,
  groups: readonly FrequencyGroup[],
  personsOfGroup: Int32Array,
  thisYear: number,
): Counts {
  return tallied(aggregates, aggregates.referrer, aggregates.referrers, groups, personsOfGroup, thisYear);
}

/** The same with referrers of reports about fewer persons than the threshold taken together, for publication. */
export function publicCountsOf(
  aggregates: Aggregates,
  counts: Counts,
  threshold: number,
  personsOfGroup: Int32Array,
  thisYear: number,
): Counts {
  const { referrer, referrers, rareReferrers } = aggregates;
  if (!referrer) return counts;
  const isRare = referrer.names.map((name, at) => {
    const { n, persons } = counts.count(`referrer:${name}`, 'all');
    return at > 0 && n > 0 && persons < threshold;
  });
  if (!isRare.includes(true)) return counts;
  const rare = referrer.names.length;
  const merged = { names: [...referrer.names, ''], codes: [...referrer.codes, RARE_REFERRERS] };
  const kept = referrers.filter(({ referrer: at }) => !isRare[at]);
  const together = rareReferrers.map((count) => ({ ...count, referrer: rare }));
  return tallied(aggregates, merged, [...kept, ...together], counts.groups, personsOfGroup, thisYear);
}

function tallied(
  aggregates: Aggregates,
  referrer: Tallied['referrer'],
  referrers: readonly ReferrerCount[],
  groups: readonly FrequencyGroup[],
  personsOfGroup: Int32Array,
  thisYear: number,
): Counts {
  // One day of each year tells which years there are.
  const day = Int32Array.from(aggregates.years, ({ year }) => dayNumber(year, 1, 1));
  const years = yearsOf({ day, used: day.length }, thisYear).list;
  const names = referrer?.names.length ?? 0;
  const byGroup = groupTally(aggregates, referrers, names, groups.length);
  const { hasTypeColumn, ages } = aggregates;
  const age = Int16Array.from(ages, (count) => count.age);
  const about = { ...columnsOf(aggregates), hasTypeColumn, referrer, age };
  const byYear = yearTally(aggregates, years);
  return new CountsOfRegister(about, groups, years, byGroup, byYear, personsOfGroup);
}

function groupTally(
  aggregates: Aggregates,
  referrers: readonly ReferrerCount[],
  names: number,
  groups: number,
): Tally {
  const tally = new Tally((PLAIN_MEASURES.length + names) * groups);
  const rowsOfKind = new Float64Array(KINDS * groups);
  const agesOfKind = new Float64Array(KINDS * groups);
  for (const { group, kind, n, ages } of aggregates.kinds) {
    rowsOfKind[kind * groups + group]! += n;
    agesOfKind[kind * groups + group]! += ages;
  }
  shareOut(tally, measureBits(aggregates), rowsOfKind, agesOfKind);
  for (const { group, bits, persons } of aggregates.personMeasures)
    for (const at of PLAIN_MEASURES.keys())
      if ((bits & (1 << at)) !== 0) tally.persons[at * groups + group]! += persons;
  for (const { group, referrer, n, persons } of referrers) {
    const measure = referrerMeasure(referrer);
    tally.n[measure * groups + group]! += n;
    tally.persons[measure * groups + group]! += persons;
  }
  return tally;
}

/** Each year, then each again with its known ages alone. */
function yearTally(aggregates: Aggregates, years: readonly number[]): Tally {
  const tally = new Tally(2 * years.length);
  for (const { year, n, persons, known, knownPersons, ages } of aggregates.years) {
    const at = years.indexOf(year);
    tally.n[at] = n;
    tally.persons[at] = persons;
    tally.n[years.length + at] = known;
    tally.persons[years.length + at] = knownPersons;
    tally.ages[years.length + at] = ages;
  }
  return tally;
}

/** The columns without their rows: only whether they are there. */
function columnsOf({ hasTypes, hasInvestigations }: Pick<Aggregates, 'hasTypes' | 'hasInvestigations'>) {
  const there = new Uint8Array(0);
  return { type: hasTypes ? there : null, investigation: hasInvestigations ? there : null };
}
