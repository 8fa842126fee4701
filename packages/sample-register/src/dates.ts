/** When a person's actualisations came in: in bursts, with waiting times of very different length between. */
import { calendarDay, dayNumber } from 'isu-core';
import { SELECTED } from './printed-figures.ts';
import type { Random } from './random.ts';

/** The report's period, both days included. */
export const FIRST_DAY = dayNumber(2017, 1, 1);
export const LAST_DAY = dayNumber(2022, 6, 30);

/**
 * The course of a person's contact. `episode`: one stretch somewhere in the period. The other three are for persons in
 * the highest group, and decide whether the case-file review's rule selects them: `steady` is selected; `newcomer`
 * has nothing in 2017 and `left` nothing in 2022, so these are not.
 */
export type Course = 'episode' | 'steady' | 'newcomer' | 'left';

/** Day numbers, rising. */
export function datesOf(actualisations: number, course: Course, random: Random): number[] {
  switch (course) {
    case 'episode':
      return episode(actualisations, random);
    case 'steady':
      return steady(actualisations, random);
    case 'newcomer': {
      const latestStart = Math.min(dayNumber(2021, 3, 31), LAST_DAY - room(actualisations));
      const from = random.between(dayNumber(2018, 1, 1), latestStart);
      return within(actualisations, from, laterOfTwo(from + room(actualisations), LAST_DAY, random), random);
    }
    case 'left': {
      const earliestEnd = Math.max(dayNumber(2018, 3, 31), FIRST_DAY + room(actualisations));
      const to = random.between(earliestEnd, dayNumber(2021, 12, 31));
      const from =
        FIRST_DAY + to - room(actualisations) - laterOfTwo(FIRST_DAY, to - room(actualisations), random);
      return within(actualisations, from, to, random);
    }
  }
}

function laterOfTwo(from: number, to: number, random: Random): number {
  return Math.max(random.between(from, to), random.between(from, to));
}

/** Days that so many actualisations need at least: a year, and one in twelve days. */
function room(actualisations: number): number {
  return Math.max(365, actualisations * 12);
}

function episode(actualisations: number, random: Random): number[] {
  const meanGap = 2000 / (actualisations + 3);
  const gaps = Array.from({ length: actualisations - 1 }, () => burstyGap(random) * meanGap);
  const span = gaps.reduce((a, b) => a + b, 0);
  const longest = LAST_DAY - FIRST_DAY;
  const scale = span > longest ? longest / span : 1;
  let day = FIRST_DAY + placeInPeriod(actualisations, random) * (longest - span * scale);
  return [day, ...gaps.map((gap) => (day += gap * scale))].map((at) => Math.min(LAST_DAY, Math.round(at)));
}

/**
 * From 0 (as early as can be) to 1 (as late). Long stretches begin or end near the edge of the period more often than
 * not, or the middle years would have more actualisations than the first and the last.
 */
function placeInPeriod(actualisations: number, random: Random): number {
  const place = random.fraction();
  if (actualisations <= 2) return place;
  return random.below(2) === 0 ? place * place : 1 - place * place;
}

function steady(actualisations: number, random: Random): number[] {
  for (;;) {
    const days = within(actualisations, FIRST_DAY, LAST_DAY, random);
    const years = new Set(days.map((day) => calendarDay(day).year));
    if (SELECTED.activeYears.every((year) => years.has(year))) return days;
  }
}

function within(actualisations: number, from: number, to: number, random: Random): number[] {
  const gaps = Array.from({ length: actualisations + 1 }, () => burstyGap(random));
  const perGap = (to - from + 1) / gaps.reduce((a, b) => a + b, 0);
  let day = from;
  return gaps.slice(0, -1).map((gap) => Math.min(to, Math.floor((day += gap * perGap))));
}

/** Mean 1: two of three waiting times are drawn with mean 0.4, the third with mean 2.2. */
function burstyGap(random: Random): number {
  return random.waitingTime() * (random.below(3) === 0 ? 2.2 : 0.4);
}
