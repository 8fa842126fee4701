/**
 * PSEUDONYM: the same code as `isu analyse` gives the person with the same key. The cells handed over are read as one
 * column, as an analysis reads it: mostly personnummer, or identifiers of another kind.
 */
import {
  defaultSettings,
  pseudonyms,
  readDate,
  readRegister,
  sheetOf,
  succeed,
  type Outcome,
} from 'isu-core';
import { answerEach, beside, cellsOf, valueOf, type Answers, type Cells } from './cells.ts';
import { NO_KEY, UNIDENTIFIED } from './refusals.ts';
import type { Surroundings } from './surroundings.ts';

export async function pseudonym(
  [written, date]: readonly unknown[],
  surroundings: Surroundings,
): Promise<Outcome<Answers>> {
  const cells = cellsOf(written);
  const key = surroundings.pseudonymKey;
  if (key === null) return succeed(answerEach(cells, () => NO_KEY));
  const persons = personsOf(cells, date, surroundings);
  if (!persons.ok) return persons;
  const distinct = [...new Set(persons.value.values())];
  const codes = await pseudonyms(distinct, key);
  const codeOf = new Map(distinct.map((person, at) => [person, codes[at]!]));
  const width = cells[0]!.length;
  return succeed(
    answerEach(cells, (_, row, column) => {
      const person = persons.value.get(row * width + column);
      return person === undefined ? UNIDENTIFIED : codeOf.get(person)!;
    }),
  );
}

/** Keys of persons by the place of their cell; cells without a particular person have none. */
function personsOf(
  cells: Cells,
  date: unknown,
  { today, dateSystem }: Surroundings,
): Outcome<ReadonlyMap<number, string>> {
  const dates = beside(cells, cellsOf(date ?? today), { sv: 'Datumet', en: 'The date' });
  if (!dates.ok) return dates;
  const rows = cells.flatMap((row, r) =>
    row.map((cell, c) => {
      const day = dates.value(r, c);
      // A row without a date keeps its person: only the century of ten digits needs one.
      return [valueOf(cell), readDate(day, dateSystem).kind === 'day' ? day : today];
    }),
  );
  const settings = { ...defaultSettings(today), columns: { person: 'person', date: 'date' } };
  const read = readRegister(sheetOf([['person', 'date'], ...rows], dateSystem), settings);
  if (!read.ok) return read;
  const { row, person, persons, used } = read.value;
  // Row 2 of the sheet is the first under its headers.
  return succeed(new Map(Array.from({ length: used }, (_, i) => [row[i]! - 2, persons.key(person[i]!)])));
}
