/** The whole result from an engine's aggregates: the same analysis, and so the same JSON, document and protection. */
import type { Analysis, Source } from '../analyse.ts';
import { compareAll, type AgesOf, type Comparison, type GroupsOf } from '../lathund/comparison.ts';
import { concentrationOf } from '../lathund/concentration.ts';
import { yearTrend, type Distribution } from '../lathund/distributions.ts';
import type { Factor } from '../lathund/factors.ts';
import { frequencyGroups, groupIndex, type FrequencyGroup } from '../lathund/groups.ts';
import type { Lathund } from '../lathund/lathund.ts';
import { monthsBetween } from '../lathund/months.ts';
import { RETURN_DAYS, type ReturnGroup, type ReturnShares } from '../lathund/return.ts';
import { selectPersons } from '../lathund/selection.ts';
import { calendarDay, dayNumber } from '../register/day.ts';
import { keyIn, type PersonKeys } from '../register/persons.ts';
import type { Register } from '../register/register.ts';
import { settingsDay, type SelectionRule, type Settings } from '../settings.ts';
import { kaplanMeier, type FollowUp } from '../statistics/kaplan-meier.ts';
import { summaryOf } from '../statistics/summary-of.ts';
import type { Counts } from '../tables/counts.ts';
import { lathundTables } from '../tables/tables.ts';
import type { Aggregates, CountedPersons, FactorCounts, ListedPersons, ReturnCount } from './aggregates.ts';
import { countsOf, publicCountsOf } from './counts-of-aggregates.ts';

/**
 * Completes an analysis that an engine has counted. Where its persons are counted and not listed, nothing may be
 * shown of them one by one: the settings must ask for publication, or the caller must leave `persons` out.
 */
export function analysisOfAggregates(aggregates: Aggregates, settings: Settings, source: Source): Analysis {
  const { lathund, active } = lathundOfPersons(aggregates.persons, settings);
  const thisYear = calendarDay(settingsDay(settings.asOf)).year;
  const personsOfGroup = new Int32Array(lathund.groups.length);
  for (const group of lathund.group) personsOfGroup[group]!++;
  const counts = countsOf(aggregates, lathund.groups, personsOfGroup, thisYear);
  const { threshold } = settings.protection;
  const returned = returnOf(aggregates, () => true);
  return {
    settings,
    source,
    isPseudonymous: false,
    register: registerOf(aggregates, lathund),
    lathund,
    counts,
    publicCounts: publicCountsOf(aggregates, counts, threshold, personsOfGroup, thisYear),
    tables: lathundTables(counts, settings),
    selection:
      settings.selection &&
      selectPersons(activeDays(active, settings.selection), lathund, settings.selection),
    returned: returned.points,
    returnSteps: returned.steps,
    returnedBy: settings.returnBy === null ? [] : returnGroupsOf(aggregates),
    concentration: concentrationOf(lathund),
    distributions: distributionsOf(aggregates, lathund, settings),
    trend: yearTrend(counts, settings),
    comparisons: settings.comparison ? comparisonsOf(aggregates, lathund.groups, counts) : [],
  };
}

/** One day in each of the years that the rule asks for, of each person who has been active in them all. */
function activeDays(active: Uint8Array, { activeYears = [] }: SelectionRule) {
  const days = [...new Set(activeYears)].map((year) => dayNumber(year, 1, 1));
  const persons = active.reduce((sum, isActive) => sum + isActive, 0);
  const person = new Int32Array(persons * days.length);
  const day = new Int32Array(person.length);
  let at = 0;
  for (let p = 0; p < active.length && days.length > 0; p++) {
    if (active[p] === 0) continue;
    person.fill(p, at, at + days.length);
    day.set(days, at);
    at += days.length;
  }
  return { used: person.length, person, day };
}

/** The register without its rows, which are elsewhere. */
function registerOf(aggregates: Aggregates, { keys, key, persons }: Lathund): Register {
  const { mapping, account, oddPersons, gaps, fit, meanings, hasTypeColumn } = aggregates;
  return {
    mapping,
    used: account.used,
    row: new Int32Array(0),
    day: new Int32Array(0),
    person: new Int32Array(0),
    persons: { size: persons, keys, key, arePersonnummer: false },
    age: new Int16Array(0),
    sex: new Uint8Array(0),
    type: null,
    hasTypeColumn,
    investigation: null,
    referrer: null,
    reason: null,
    organisation: null,
    account,
    oddPersons,
    gaps,
    fit,
    meanings,
  };
}

function lathundOfPersons(persons: ListedPersons | CountedPersons, settings: Settings) {
  const groups = frequencyGroups(settings.groups);
  const { keys, actualisations, first, last, active } =
    persons.kind === 'listed' ? inOrder(persons) : oneByOne(persons);
  const size = actualisations.length;
  const isListed = persons.kind === 'listed';
  const months = new Float64Array(isListed ? size : 0);
  for (let p = 0; p < months.length; p++)
    months[p] = first[p] === last[p] ? 0 : monthsBetween(first[p]!, last[p]!, settings.months);
  const group = new Uint8Array(size);
  for (let p = 0; p < size; p++) group[p] = groupIndex(actualisations[p]!, settings.groups);
  const key = keyIn(keys);
  const lathund: Lathund = { persons: size, keys, key, actualisations, first, last, months, group, groups };
  return { lathund, active };
}

/** Counted persons one after the other, without anything that tells who they are. */
function oneByOne({ alike, days }: CountedPersons): Omit<ListedPersons, 'kind'> {
  const size = alike.reduce((sum, { persons }) => sum + persons, 0);
  const actualisations = new Int32Array(size);
  const active = new Uint8Array(size);
  let from = 0;
  for (const { actualisations: n, active: isActive, persons } of alike) {
    actualisations.fill(n, from, from + persons);
    active.fill(isActive, from, (from += persons));
  }
  const [first, last] = days ? [Int32Array.of(days[0]), Int32Array.of(days[1])] : [[], []];
  return {
    keys: { digits: new Float64Array(0), texts: new Map() },
    actualisations,
    active,
    first: Int32Array.from(first),
    last: Int32Array.from(last),
  };
}

/** Sorted by key as core sorts them: an engine may put texts outside ASCII in another order. */
function inOrder(persons: ListedPersons): Omit<ListedPersons, 'kind'> {
  const { keys, actualisations, first, last, active } = persons;
  const key = keyIn(keys);
  const isRising = keys.texts.size === 0 || actualisations.every((_, p) => p === 0 || key(p - 1) < key(p));
  if (isRising) return persons;
  const texts = Array.from(actualisations, (_, p) => key(p));
  const order = [...texts.keys()].sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
  const sorted: PersonKeys = {
    digits: Float64Array.from(order, (p) => keys.digits[p]!),
    texts: new Map(
      order.flatMap((p, at) => (keys.digits[p] === 0 ? [[at, keys.texts.get(p)!] as const] : [])),
    ),
  };
  return {
    keys: sorted,
    actualisations: Int32Array.from(order, (p) => actualisations[p]!),
    first: Int32Array.from(order, (p) => first[p]!),
    last: Int32Array.from(order, (p) => last[p]!),
    active: Uint8Array.from(order, (p) => active[p]!),
  };
}

function returnOf(
  { returns }: Aggregates,
  isIn: (key: number) => boolean,
): ReturnShares & { persons: number } {
  const followed = followedOf(returns.filter(({ key }) => isIn(key)));
  const curve = kaplanMeier(followed);
  const points = RETURN_DAYS.map((day) => curve.at(day));
  return { persons: followed.days.length, points, steps: curve.steps };
}

/** Persons one by one, those alike after each other. */
function followedOf(returns: readonly ReturnCount[]): FollowUp {
  const persons = returns.reduce((sum, count) => sum + count.persons, 0);
  const days = new Int32Array(persons);
  const returned = new Uint8Array(persons);
  let from = 0;
  for (const count of returns) {
    days.fill(count.days, from, from + count.persons);
    returned.fill(count.returned, from, (from += count.persons));
  }
  return { days, returned };
}

function comparisonsOf(
  aggregates: Aggregates,
  groups: readonly FrequencyGroup[],
  counts: Counts,
): readonly Comparison[] {
  const [ages, groupsOf] = agesByGroup(aggregates, groups);
  const levels = <Level>(
    factor: Factor,
    levelOf: (key: string, value: number, of: FactorCounts) => Level,
  ) => {
    const of = aggregates.factors.find((counted) => counted.factor === factor);
    return of ? of.keys.slice(1).map((key, at) => levelOf(key, at + 1, of)) : [];
  };
  return compareAll({
    counts,
    ages,
    groups: groupsOf,
    byGroup: (factor) =>
      levels(factor, (key, value, { byGroup }) => {
        const n = new Float64Array(groups.length);
        for (const count of byGroup) if (count.value === value) n[count.group] = count.n;
        return { key, groups: [...n] };
      }),
    ofReturn: (factor) =>
      levels(factor, (key, value, { returns }) => {
        return { key, followed: followedOf(returns.filter((count) => count.key === value)) };
      }),
  });
}

function returnGroupsOf(aggregates: Aggregates): readonly ReturnGroup[] {
  return aggregates.returnKeys
    .map((key, at) => ({ key, ...returnOf(aggregates, (k) => k === at) }))
    .filter(({ persons }) => persons > 0);
}

/** Of each group one person, who has all its actualisations whose age is known. */
function agesByGroup({ ages }: Aggregates, groups: readonly FrequencyGroup[]): [AgesOf, GroupsOf] {
  const age = Int16Array.from(spread(ages.map((count) => [count.age, count.n])));
  const person = Int32Array.from(spread(ages.map((count) => [count.group, count.n])));
  return [
    { used: age.length, age, person },
    { groups, group: Uint8Array.from(groups.keys()) },
  ];
}

/** Values by how often they occur, each as often as it does. */
function spread(counts: readonly (readonly [value: number, times: number])[]): Float64Array {
  const values = new Float64Array(counts.reduce((sum, [, times]) => sum + times, 0));
  let from = 0;
  for (const [value, times] of counts) values.fill(value, from, (from += times));
  return values;
}

function distributionsOf(
  { account, ages, firstAges, spans }: Aggregates,
  { persons, actualisations }: Lathund,
  settings: Settings,
): readonly Distribution[] {
  const known = spread(ages.map(({ age, n }) => [age, n]));
  const first = spread(firstAges.flatMap(({ age, persons: n }) => (age === null ? [] : [[age, n]])));
  const months = spread(
    spans.map(({ span, persons: n }) => [
      settings.months === 'average' ? monthsBetween(0, span, 'average') : span,
      n,
    ]),
  );
  return [
    {
      key: 'actualisations-per-person',
      of: 'persons',
      missing: 0,
      summary: summaryOf(actualisations),
    },
    { key: 'months-per-person', of: 'persons', missing: 0, summary: summaryOf(months) },
    {
      key: 'age-at-actualisation',
      of: 'actualisations',
      missing: account.used - known.length,
      summary: summaryOf(known),
    },
    {
      key: 'age-at-first-actualisation',
      of: 'persons',
      missing: persons - first.length,
      summary: summaryOf(first),
    },
  ];
}
