/** ANTAL, TIDIGASTE, SENASTE, MANADER, GRUPP: the lathund of one person, or of each person in a range. */
import { lathundWords, succeed, type Lathund, type Outcome } from 'isu-core';
import { answerEach, cellsOf, isLeftOut, type Answer, type Answers } from './cells.ts';
import { conventionOf } from './convention.ts';
import type { Question } from './lathund-of-columns.ts';
import { ABSENT, EITHER, UNIDENTIFIED } from './refusals.ts';
import { serialNumber } from './serial-number.ts';
import type { Surroundings } from './surroundings.ts';

export function antal(
  [person, persons, dates, numbers]: readonly unknown[],
  surroundings: Surroundings,
): Outcome<Answers> {
  const question = questionOf(surroundings, persons, { dates, numbers });
  return eachPerson(person, question, surroundings, (lathund, p) => lathund.actualisations[p]!, 0);
}

export function tidigaste(
  [person, persons, dates, numbers]: readonly unknown[],
  surroundings: Surroundings,
): Outcome<Answers> {
  const question = questionOf(surroundings, persons, { dates, numbers });
  const { dateSystem } = surroundings;
  return eachPerson(person, question, surroundings, (lathund, p) =>
    serialNumber(lathund.first[p]!, dateSystem),
  );
}

export function senaste(
  [person, persons, dates, numbers]: readonly unknown[],
  surroundings: Surroundings,
): Outcome<Answers> {
  const question = questionOf(surroundings, persons, { dates, numbers });
  const { dateSystem } = surroundings;
  return eachPerson(person, question, surroundings, (lathund, p) =>
    serialNumber(lathund.last[p]!, dateSystem),
  );
}

export function manader(
  [person, persons, dates, convention, numbers]: readonly unknown[],
  surroundings: Surroundings,
): Outcome<Answers> {
  const months = conventionOf(convention);
  if (!months.ok) return months;
  const question = questionOf(surroundings, persons, { dates, numbers, months: months.value });
  return eachPerson(person, question, surroundings, (lathund, p) => lathund.months[p]!);
}

export function grupp(
  [person, persons, dates, groups, numbers]: readonly unknown[],
  surroundings: Surroundings,
): Outcome<Answers> {
  const question = questionOf(surroundings, persons, { dates, numbers, groups });
  const { group } = lathundWords(surroundings.language);
  return eachPerson(person, question, surroundings, (lathund, p) =>
    group(lathund.groups[lathund.group[p]!]!.key),
  );
}

/** The rest of a formula's arguments as a question to the lathund. */
export function questionOf(
  { today, dateSystem }: Surroundings,
  persons: unknown,
  rest: { dates?: unknown; numbers?: unknown; groups?: unknown; months?: Question['months'] },
): Question {
  const person = cellsOf(persons);
  const column = (argument: unknown) => (isLeftOut(argument, person.length === 1) ? null : cellsOf(argument));
  return {
    person,
    date: column(rest.dates),
    number: column(rest.numbers),
    groups: limitsOf(rest.groups),
    months: rest.months ?? 'completed',
    today,
    dateSystem,
  };
}

/** Limits lie in a row or a column; empty cells among them are passed over. */
function limitsOf(groups: unknown): readonly unknown[] | null {
  if (isLeftOut(groups)) return null;
  return cellsOf(groups)
    .flat()
    .filter((cell) => !isLeftOut(cell));
}

function eachPerson(
  person: unknown,
  question: Question,
  { lathunds }: Surroundings,
  figure: (lathund: Lathund, person: number) => Answer,
  absent: Answer = ABSENT,
): Outcome<Answers> {
  const known = lathunds.of(question);
  if (!known.ok) return known;
  const { lathund, find } = known.value;
  return succeed(
    answerEach(cellsOf(person), (value) => {
      const found = find(value);
      switch (found) {
        case 'absent':
          return absent;
        case 'unidentified':
          return UNIDENTIFIED;
        case 'either':
          return EITHER;
        default:
          return figure(lathund, found);
      }
    }),
  );
}
