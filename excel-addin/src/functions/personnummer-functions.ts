/** PERSONNUMMER, KON, ALDER: what a personnummer says, cell by cell, as core reads it. */
import { mappingWords, readPerson, shownPerson, succeed, type CellValue, type Outcome } from 'isu-core';
import { answerEach, beside, cellsOf, type Answer, type Answers, type Refusal } from './cells.ts';
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

type Personnummer = Extract<ReturnType<typeof readPerson>, { readonly kind: 'personnummer' }>;

export function personnummer(
  [written, date, mustBeRight]: readonly unknown[],
  surroundings: Surroundings,
): Outcome<Answers> {
  return eachOnDate(written, date ?? surroundings.today, surroundings, NO_PERSONNUMMER, (person, onDate) => {
    if (mustBeRight === true && !person.rightCheckDigit) return WRONG_CHECK_DIGIT;
    return person.key === null ? withoutDate(onDate) : shownPerson(person.key);
  });
}

export function alder([persons, date]: readonly unknown[], surroundings: Surroundings): Outcome<Answers> {
  return eachOnDate(persons, date, surroundings, NO_AGE, ({ age }, onDate) => {
    if (age === null) return withoutDate(onDate);
    return age < 0 ? NOT_YET_BORN : age;
  });
}

export function kon([persons]: readonly unknown[], { language }: Surroundings): Outcome<Answers> {
  const { codes } = mappingWords(language);
  return succeed(
    answerEach(cellsOf(persons), (value) => answerFor(value, null, 1900, NO_SEX, ({ sex }) => codes[sex]!)),
  );
}

function eachOnDate(
  persons: unknown,
  date: unknown,
  { dateSystem }: Surroundings,
  other: Refusal,
  answer: (person: Personnummer, date: CellValue) => Answer,
): Outcome<Answers> {
  const cells = cellsOf(persons);
  const dates = beside(cells, cellsOf(date), DATE);
  if (!dates.ok) return dates;
  return succeed(
    answerEach(cells, (value, row, column) => {
      const onDate = dates.value(row, column);
      return answerFor(value, onDate, dateSystem, other, (person) => answer(person, onDate));
    }),
  );
}

function answerFor(
  value: CellValue,
  date: CellValue,
  dateSystem: 1900 | 1904,
  other: Refusal,
  answer: (person: Personnummer) => Answer,
): Answer {
  const person = readPerson(value, date, dateSystem);
  if (person.kind === 'unidentified') return UNIDENTIFIED;
  return person.kind === 'personnummer' ? answer(person) : other;
}

function withoutDate(date: CellValue): Refusal {
  return date === null ? NO_DATE : INVALID_DATE;
}
