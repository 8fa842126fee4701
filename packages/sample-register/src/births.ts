/**
 * When the persons of the sample are born, so that the mean ages are the printed ones: of each frequency group, of
 * all actualisations, and lowest and highest of the calendar years. Births are drawn first, then single persons are
 * made some years older or younger until all means are right.
 */
import { calendarDay, dayNumber } from 'isu-core';
import { GROUPS, MEAN_AGE, MEAN_AGE_IN_YEAR, MEAN_AGE_OF_ALL } from './printed-figures.ts';
import type { Random } from './random.ts';
import { personnummer, testBirthNumbers } from './test-series.ts';

export interface Client {
  /** Index in `GROUPS`. */
  readonly group: number;
  readonly isWoman: boolean;
  /** Day numbers of the client's actualisations, rising. */
  readonly days: readonly number[];
}

/** The report is about adults. */
const YOUNGEST = 18;
const OLDEST = 85;

interface Birth {
  readonly year: number;
  /** month · 100 + day; never 29 February, which not every year has. */
  readonly monthAndDay: number;
  /** Which of the day's birth numbers, counted round. */
  readonly pick: number;
}

/** A personnummer for each client, no two alike. */
export function personnummerFor(clients: readonly Client[], random: Random): readonly string[] {
  for (;;) {
    const births = settled(clients, drawn(clients, random), random);
    if (births !== null) return births.map((birth, i) => numberOf(birth, clients[i]!));
  }
}

/** A birth year for a mean age in completed years at the middle of the period, and for an adult on the first day. */
export function drawBirthYear(meanAge: number, firstDay: number, random: Random): number {
  for (;;) {
    const age = YOUNGEST + (meanAge - YOUNGEST) * adultYears(random);
    if (age < OLDEST - 3) {
      return Math.min(Math.floor(2019.25 - age), calendarDay(firstDay).year - YOUNGEST - 1);
    }
  }
}

/** Mean 1: half of the persons spread like two dice, the other half younger with a long tail of old. */
function adultYears(random: Random): number {
  return random.below(2) === 0
    ? random.fraction() + random.fraction()
    : (random.waitingTime() + random.waitingTime() + random.waitingTime()) / 3;
}

function drawn(clients: readonly Client[], random: Random): Birth[] {
  const taken = new Set<string>();
  return clients.map((client) => {
    for (;;) {
      // A day of 2019, which was no leap year.
      const { month, day } = calendarDay(dayNumber(2019, 1, 1) + random.below(365));
      const birth = {
        year: drawBirthYear(MEAN_AGE[client.group]!, client.days[0]!, random),
        monthAndDay: month * 100 + day,
        pick: random.below(5),
      };
      const number = numberOf(birth, client);
      if (taken.has(number)) continue;
      taken.add(number);
      return birth;
    }
  });
}

function numberOf(birth: Birth, { isWoman }: Client): string {
  const series = testBirthNumbers(birth.year, isWoman);
  return personnummer(birth.year, birth.monthAndDay, series[birth.pick % series.length]!);
}

/** Completed years on a day. */
function ageOn(day: number, birth: Birth): number {
  const on = calendarDay(day);
  return on.year - birth.year - (on.month * 100 + on.day < birth.monthAndDay ? 1 : 0);
}

/** Years that a client may be made older (positive) or younger in one step. */
const STEPS = [-3, -2, -1, 1, 2, 3];
const PROPOSALS = 100_000;

/** Changes birth years one at a time while that brings the means nearer; null where it gets stuck. */
function settled(clients: readonly Client[], births: Birth[], random: Random): readonly Birth[] | null {
  const rowsInYear = clients.map(({ days }) => countByYear(days));
  const sums = ageSums(clients, births);
  const goal = goalFor(clients);
  const taken = new Set(births.map((birth, i) => numberOf(birth, clients[i]!)));
  let distance = goal.distance(sums);
  for (let proposal = 0; proposal < PROPOSALS && distance > 0; proposal++) {
    const i = random.below(clients.length);
    const client = clients[i]!;
    const older = STEPS[random.below(STEPS.length)]!;
    const now = births[i]!;
    const then = { ...now, year: now.year - older };
    if (ageOn(client.days[0]!, then) < YOUNGEST || ageOn(client.days.at(-1)!, then) > OLDEST) continue;
    if (taken.has(numberOf(then, client))) continue;
    const tried = olderBy(sums, client.group, rowsInYear[i]!, older);
    const triedDistance = goal.distance(tried);
    if (triedDistance >= distance) continue;
    taken.delete(numberOf(now, client));
    taken.add(numberOf(then, client));
    births[i] = then;
    sums.ofGroup = tried.ofGroup;
    sums.ofYear = tried.ofYear;
    distance = triedDistance;
  }
  return distance === 0 ? births : null;
}

/** Sums of age over actualisations. */
interface AgeSums {
  ofGroup: readonly number[];
  ofYear: readonly number[];
}

function ageSums(clients: readonly Client[], births: readonly Birth[]): AgeSums {
  const ofGroup = GROUPS.map(() => 0);
  const ofYear = MEAN_AGE_IN_YEAR.map(() => 0);
  clients.forEach(({ group, days }, i) => {
    for (const day of days) {
      const age = ageOn(day, births[i]!);
      ofGroup[group]! += age;
      ofYear[yearIndex(day)]! += age;
    }
  });
  return { ofGroup, ofYear };
}

function olderBy(sums: AgeSums, group: number, rowsInYear: readonly number[], years: number): AgeSums {
  const rows = rowsInYear.reduce((a, b) => a + b, 0);
  return {
    ofGroup: sums.ofGroup.map((sum, g) => (g === group ? sum + rows * years : sum)),
    ofYear: sums.ofYear.map((sum, y) => sum + rowsInYear[y]! * years),
  };
}

/** How far the sums are from where every mean is shown as printed; 0 when there. */
function goalFor(clients: readonly Client[]): { distance(sums: AgeSums): number } {
  const inGroup = GROUPS.map((_, g) => clients.reduce((n, c) => n + (c.group === g ? c.days.length : 0), 0));
  const inYear = countByYear(clients.flatMap(({ days }) => days));
  const all = inGroup.reduce((a, b) => a + b, 0);
  const outside = (sum: number, from: number, to: number) => Math.max(0, from - sum, sum - to) ** 2;
  return {
    distance(sums) {
      const total = sums.ofGroup.reduce((a, b) => a + b, 0);
      // 0.004 years: two decimals are printed.
      let distance = outside(total, all * (MEAN_AGE_OF_ALL - 0.004), all * (MEAN_AGE_OF_ALL + 0.004));
      inGroup.forEach((rows, g) => {
        distance += outside(sums.ofGroup[g]!, rows * (MEAN_AGE[g]! - 0.1), rows * (MEAN_AGE[g]! + 0.1));
      });
      MEAN_AGE_IN_YEAR.forEach(({ from, to }, y) => {
        distance += outside(sums.ofYear[y]!, inYear[y]! * from, inYear[y]! * to);
      });
      return distance;
    },
  };
}

function countByYear(days: readonly number[]): readonly number[] {
  const counts = MEAN_AGE_IN_YEAR.map(() => 0);
  for (const day of days) counts[yearIndex(day)]!++;
  return counts;
}

function yearIndex(day: number): number {
  return calendarDay(day).year - MEAN_AGE_IN_YEAR[0]!.year;
}
