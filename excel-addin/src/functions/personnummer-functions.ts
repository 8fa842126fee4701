/** PERSONNUMMER, KON, ALDER: what a personnummer says, cell by cell, as core reads it. */
import {
  birthDateOf,
  calendarDay,
  completedYears,
  isMan,
  mappingWords,
  readDate,
  readPersonnummer,
  shownPerson,
  succeed,
  withCentury,
  type CellValue,
  type Outcome,
} from 'isu-core';
import { answerEach, beside, cellsOf, isRefusal, type Answer, type Answers, type Refusal } from './cells.ts';
import {
  INVALID_DATE,
  NO_AGE,
  NO_DATE,
  NO_PERSONNUMMER,
  NO_SEX,
  NOT_YET_BORN,
  UNIDENTIFIED,
  WRONG_CHECK_DIGIT,
} from './refusals.ts';
import type { Surroundings } from './surroundings.ts';

const DATE = { sv: 'Datumet', en: 'The date' };

export function personnummer(
  [written, date, mustBeRight]: readonly unknown[],
  surroundings: Surroundings,
): Outcome<Answers> {
  return withDates(written, date ?? surroundings.today, surroundings, (value, day) => {
    const read = readPersonnummer(value);
    if (read.kind === 'unidentified') return UNIDENTIFIED;
    if (read.kind === 'other') return NO_PERSONNUMMER;
    if (mustBeRight === true && !read.rightCheckDigit) return WRONG_CHECK_DIGIT;
    if (read.kind === 'full') return shown(read.digits);
    return isRefusal(day) ? day : shown(withCentury(read.digits, read.centenarian, day));
  });
}

export function kon([persons]: readonly unknown[], { language }: Surroundings): Outcome<Answers> {
  const { codes } = mappingWords(language);
  return succeed(
    answerEach(cellsOf(persons), (value) => {
      const read = readPersonnummer(value);
      if (read.kind === 'unidentified') return UNIDENTIFIED;
      if (read.kind === 'other') return NO_SEX;
      return isMan(read.digits) ? codes['man']! : codes['woman']!;
    }),
  );
}

export function alder([persons, date]: readonly unknown[], surroundings: Surroundings): Outcome<Answers> {
  return withDates(persons, date, surroundings, (value, day) => {
    const read = readPersonnummer(value);
    if (read.kind === 'unidentified') return UNIDENTIFIED;
    if (read.kind === 'other') return NO_AGE;
    if (isRefusal(day)) return day;
    const digits = read.kind === 'full' ? read.digits : withCentury(read.digits, read.centenarian, day);
    const age = completedYears(birthDateOf(digits), day);
    return age < 0 ? NOT_YET_BORN : age;
  });
}

/** @param answer is given the cell, and its date as yyyymmdd or why there is none */
function withDates(
  persons: unknown,
  date: unknown,
  { dateSystem }: Surroundings,
  answer: (value: CellValue, day: number | Refusal) => Answer,
): Outcome<Answers> {
  const cells = cellsOf(persons);
  const dates = beside(cells, cellsOf(date), DATE);
  if (!dates.ok) return dates;
  return succeed(
    answerEach(cells, (value, row, column) => answer(value, dayOf(dates.value(row, column), dateSystem))),
  );
}

function dayOf(cell: CellValue, dateSystem: 1900 | 1904): number | Refusal {
  const read = readDate(cell, dateSystem);
  if (read.kind === 'missing') return NO_DATE;
  if (read.kind === 'invalid') return INVALID_DATE;
  const { year, month, day } = calendarDay(read.day);
  return year * 10_000 + month * 100 + day;
}

function shown(digits: number): string {
  return shownPerson(String(digits).padStart(12, '0'));
}
