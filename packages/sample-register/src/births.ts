/**
 * When the persons of the sample are born, so that the mean ages are the printed ones: of each frequency group, of
 * all actualisations, lowest and highest of the calendar years, and of the case-file review's persons when they were
 * last actualised. Births are drawn first, then single persons are made some years older or younger until all means
 * of the register are right; then pairs of persons in the highest group until the review's is right too.
 */
import { calendarDay, dayNumber } from 'isu-core';
import { GROUPS, MEAN_AGE, MEAN_AGE_IN_YEAR, MEAN_AGE_OF_ALL, SELECTED } from './printed-figures.ts';
import type { Random } from './random.ts';
import { personnummer, testBirthNumbers } from './test-series.ts';

export interface Client {
  /** Index in `GROUPS`. */
  readonly group: number;
  readonly isWoman: boolean;
  /** Meets the rule of the case-file review. */
  readonly isSelected: boolean;
  /** Day numbers of the client's actualisations, rising. */
  readonly days: readonly number[];
}

/** The report is about adults. */
const YOUNGEST = 18;
const OLDEST = 85;

export interface Birth {
  readonly year: number;
  /** month · 100 + day; never 29 February, which not every year has. */
  readonly monthAndDay: number;
  /** Which of the day's birth numbers, counted round. */
  readonly pick: number;
}

/** A birth for each client, no two of whom have the same personnummer. */
export function birthsOf(clients: readonly Client[], random: Random): readonly Birth[] {
  const someone = (): readonly Change[] => [
    { client: random.below(clients.length), older: STEPS[random.below(STEPS.length)]! },
  ];
  for (;;) {
    const births = settled(clients, drawn(clients, random), someone, inRegister);
    if (births !== null) return births;
  }
}

/**
 * The same births, but for some of the highest group's: with the selected persons as old when they were last
 * actualised as the case-file review has them, and all other means still right.
 */
export function birthsWithSelected(
  clients: readonly Client[],
  births: readonly Birth[],
  random: Random,
): readonly Birth[] {
  const highest = [...clients.keys()].filter((i) => clients[i]!.group === GROUPS.length - 1);
  const pair = (): readonly Change[] => {
    const one = random.below(highest.length);
    const other = (one + 1 + random.below(highest.length - 1)) % highest.length;
    return [highest[one]!, highest[other]!].map((client) => ({
      client,
      older: STEPS[random.below(STEPS.length)]!,
    }));
  };
  for (;;) {
    const found = settled(clients, [...births], pair, inRegisterAndReview);
    if (found !== null) return found;
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

/** The personnummer of a client born then. */
export function numberOf(birth: Birth, { isWoman }: Client): string {
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

interface Change {
  /** Index of the client. */
  readonly client: number;
  /** Years; negative makes the client younger. */
  readonly older: number;
}

/** Changes birth years as proposed while that brings the means nearer; null where it gets stuck. */
function settled(
  clients: readonly Client[],
  births: Birth[],
  proposal: () => readonly Change[],
  aim: Aim,
): readonly Birth[] | null {
  const rowsInYear = clients.map(({ days }) => countByYear(days));
  const distanceOf = aim(clients);
  const taken = new Set(births.map((birth, i) => numberOf(birth, clients[i]!)));
  let sums = ageSums(clients, births);
  let distance = distanceOf(sums);
  for (let proposals = 0; proposals < PROPOSALS && distance > 0; proposals++) {
    const changes = proposal();
    const isPossible = changes.every(({ client: i, older }) => {
      const client = clients[i]!;
      const then = born(births[i]!, older);
      const isOfAge = ageOn(client.days[0]!, then) >= YOUNGEST && ageOn(client.days.at(-1)!, then) <= OLDEST;
      return isOfAge && !taken.has(numberOf(then, client));
    });
    if (!isPossible) continue;
    const tried = changes.reduce(
      (now, { client: i, older }) => olderBy(now, clients[i]!, rowsInYear[i]!, older),
      sums,
    );
    const triedDistance = distanceOf(tried);
    if (triedDistance >= distance) continue;
    for (const { client: i, older } of changes) {
      taken.delete(numberOf(births[i]!, clients[i]!));
      births[i] = born(births[i]!, older);
      taken.add(numberOf(births[i], clients[i]!));
    }
    sums = tried;
    distance = triedDistance;
  }
  return distance === 0 ? births : null;
}

function born(birth: Birth, older: number): Birth {
  return { ...birth, year: birth.year - older };
}

/** Sums of age over actualisations, and over the selected persons when last actualised. */
interface AgeSums {
  readonly ofGroup: readonly number[];
  readonly ofYear: readonly number[];
  readonly ofSelectedAtLatest: number;
}

function ageSums(clients: readonly Client[], births: readonly Birth[]): AgeSums {
  const ofGroup = GROUPS.map(() => 0);
  const ofYear = MEAN_AGE_IN_YEAR.map(() => 0);
  let ofSelectedAtLatest = 0;
  clients.forEach(({ group, isSelected, days }, i) => {
    if (isSelected) ofSelectedAtLatest += ageOn(days.at(-1)!, births[i]!);
    for (const day of days) {
      const age = ageOn(day, births[i]!);
      ofGroup[group]! += age;
      ofYear[yearIndex(day)]! += age;
    }
  });
  return { ofGroup, ofYear, ofSelectedAtLatest };
}

function olderBy(
  sums: AgeSums,
  { group, isSelected }: Client,
  rowsInYear: readonly number[],
  years: number,
): AgeSums {
  const rows = rowsInYear.reduce((a, b) => a + b, 0);
  return {
    ofGroup: sums.ofGroup.map((sum, g) => (g === group ? sum + rows * years : sum)),
    ofYear: sums.ofYear.map((sum, y) => sum + rowsInYear[y]! * years),
    ofSelectedAtLatest: sums.ofSelectedAtLatest + (isSelected ? years : 0),
  };
}

/** For some clients: how far the sums are from where every mean is shown as printed; 0 when there. */
type Aim = (clients: readonly Client[]) => (sums: AgeSums) => number;

const outside = (sum: number, from: number, to: number) => Math.max(0, from - sum, sum - to) ** 2;

const inRegister: Aim = (clients) => {
  const inGroup = GROUPS.map((_, g) => clients.reduce((n, c) => n + (c.group === g ? c.days.length : 0), 0));
  const inYear = countByYear(clients.flatMap(({ days }) => days));
  const all = inGroup.reduce((a, b) => a + b, 0);
  return (sums) => {
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
  };
};

/** A year of a selected person's age weighs as much as the person's actualisations do in the other sums. */
const inRegisterAndReview: Aim = (clients) => {
  const register = inRegister(clients);
  const weight = (SELECTED.actualisations / (SELECTED.men + SELECTED.women)) ** 2;
  const aimedAt = SELECTED.yearsOfAgeAtLatest;
  return (sums) => register(sums) + weight * outside(sums.ofSelectedAtLatest, aimedAt, aimedAt);
};

function countByYear(days: readonly number[]): readonly number[] {
  const counts = MEAN_AGE_IN_YEAR.map(() => 0);
  for (const day of days) counts[yearIndex(day)]!++;
  return counts;
}

function yearIndex(day: number): number {
  return calendarDay(day).year - MEAN_AGE_IN_YEAR[0]!.year;
}
