/**
 * PSEUDONYM: the same code as `isu analyse` gives the person with the same key. The cells handed over are read as one
 * column, as an analysis reads it: mostly personnummer, or identifiers of another kind.
 */
import { defaultSettings, lathundOfColumns, pseudonyms, succeed, type Outcome } from 'isu-core';
import { answerEach, beside, cellsOf, filledRows, valueOf, type Answers } from './cells.ts';
import { INVALID_DATE, NO_KEY, UNIDENTIFIED } from './refusals.ts';
import type { Surroundings } from './surroundings.ts';

export async function pseudonym(
  [written, date]: readonly unknown[],
  { pseudonymKey, today, dateSystem }: Surroundings,
): Promise<Outcome<Answers>> {
  const cells = cellsOf(written);
  const key = pseudonymKey();
  if (key === null) return succeed(answerEach(cells, () => NO_KEY));
  const dates = beside(cells, cellsOf(date ?? today), { sv: 'Datumet', en: 'The date' });
  if (!dates.ok) return dates;
  const filled = cells.slice(0, filledRows(cells));
  const columns = {
    person: filled.flatMap((row) => row.map(valueOf)),
    // Without a date a row keeps its person: only the century of ten digits rests on it.
    date: filled.flatMap((row, r) => row.map((_, c) => dates.value(r, c) ?? today)),
    number: null,
    dateSystem,
  };
  const known = lathundOfColumns(columns, defaultSettings(today));
  if (!known.ok) return known;
  const { lathund, personOfRow, find } = known.value;
  const persons = Array.from({ length: lathund.persons }, (_, p) => lathund.key(p));
  const codes = await pseudonyms(persons, key);
  const width = cells[0]!.length;
  return succeed(
    answerEach(cells, (value, row, column) => {
      const person = personOfRow[row * width + column]!;
      if (person >= 0) return codes[person]!;
      return find(value) === 'unidentified' ? UNIDENTIFIED : INVALID_DATE;
    }),
  );
}
