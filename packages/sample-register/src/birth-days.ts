/**
 * Dealing out the test series' personnummer to any number of persons, each once. The series has five women and five
 * men a birth day up to 1989, one of each from 1990 on; where a birth year has no number left, the year before it
 * is taken.
 */
import { calendarDay, dayNumber } from 'isu-core';
import { personnummer, testBirthNumbers } from './test-series.ts';

const EARLIEST_YEAR = 1900;

/** Spreads births over the year: prime, so that every day is reached, in 365 days as in 366. */
const STRIDE = 149;

export class BirthDays {
  private readonly dealt = new Map<number, number>();

  /** A number not dealt before, born in that year or the nearest before with one left; null when none is. */
  take(birthYear: number, isWoman: boolean): string | null {
    for (let year = birthYear; year >= EARLIEST_YEAR; year--) {
      const key = year * 2 + (isWoman ? 1 : 0);
      const place = this.dealt.get(key) ?? 0;
      const series = testBirthNumbers(year, isWoman);
      const newYear = dayNumber(year, 1, 1);
      const days = dayNumber(year + 1, 1, 1) - newYear;
      if (place === days * series.length) continue;
      this.dealt.set(key, place + 1);
      const birth = calendarDay(newYear + ((place * STRIDE) % days));
      return personnummer(year, birth.month * 100 + birth.day, series[Math.floor(place / days)]!);
    }
    return null;
  }
}
