/**
 * The lathund of the columns that a formula names, read by core and kept: a sheet may ask for it once a row. Kept in
 * memory only, and only the last few.
 */
import {
  fail,
  lathundOfColumns,
  noUsableRows,
  readSettings,
  succeed,
  type CellValue,
  type LathundOfColumns,
  type Outcome,
  type Settings,
} from 'isu-core';
import { columnOf, filledRows, valueOf, type Cells, type Naming } from './cells.ts';

/** What a formula says that decides its figures. */
export interface Question {
  readonly person: Cells;
  /** `null`: every row counts, and ten digits are read as of today. */
  readonly date: Cells | null;
  /** The number of the matter, by which a row that stands twice counts once. */
  readonly number: Cells | null;
  /** Lower limits of the frequency groups as cells; `null` for the usual. */
  readonly groups: readonly unknown[] | null;
  readonly months: Settings['months'];
  /** ISO. */
  readonly today: string;
  readonly dateSystem: 1900 | 1904;
}

const NAMINGS = {
  person: { sv: 'Personkolumnen', en: 'The person column' },
  date: { sv: 'Datumkolumnen', en: 'The date column' },
  number: { sv: 'Nummerkolumnen', en: 'The number column' },
} as const satisfies Record<string, Naming>;
type Role = keyof typeof NAMINGS;

/** As many as a sheet with a few registers and both conventions asks for in turn. */
const MOST_KEPT = 8;

interface Kept {
  readonly question: Question;
  readonly answer: Outcome<LathundOfColumns>;
}

export class KeptLathunds {
  /** The last asked for first. */
  private kept: Kept[] = [];

  /** The lathund of the columns; the same as the last time if no cell of them has changed. */
  of(question: Question): Outcome<LathundOfColumns> {
    const at = this.kept.findIndex((each) => isSameQuestion(each.question, question));
    const found = at < 0 ? { question, answer: readColumns(question) } : this.kept.splice(at, 1)[0]!;
    this.kept = [found, ...this.kept].slice(0, MOST_KEPT);
    return found.answer;
  }
}

/**
 * Excel hands over every cell of a column at every call, so looking at each once more costs less than the call did;
 * and only that is sure to see a change.
 */
function isSameQuestion(a: Question, b: Question): boolean {
  return (
    a.months === b.months &&
    a.today === b.today &&
    a.dateSystem === b.dateSystem &&
    isSameList(a.groups, b.groups) &&
    isSameColumn(a.person, b.person) &&
    isSameColumn(a.date, b.date) &&
    isSameColumn(a.number, b.number)
  );
}

function isSameList(a: readonly unknown[] | null, b: readonly unknown[] | null): boolean {
  return a === b || (a?.length === b?.length && a!.every((cell, i) => cell === b![i]));
}

function isSameColumn(a: Cells | null, b: Cells | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.length !== b.length) return false;
  for (let row = 0; row < a.length; row++) if (!isSameList(a[row]!, b[row]!)) return false;
  return true;
}

function readColumns(question: Question): Outcome<LathundOfColumns> {
  const { groups, months, today, dateSystem } = question;
  const settings = readSettings({ groups, months }, today);
  if (!settings.ok) return settings;
  const rows = Math.max(
    ...[question.person, question.date, question.number].map((cells) => (cells ? filledRows(cells) : 0)),
  );
  const person = columnAt(question, 'person', rows);
  if (!person.ok) return person;
  const date = question.date && columnAt(question, 'date', rows);
  if (date && !date.ok) return date;
  const number = question.number && columnAt(question, 'number', rows);
  if (number && !number.ok) return number;
  const columns = {
    person: person.value,
    date: date && date.value,
    number: number && number.value,
    dateSystem,
  };
  const known = lathundOfColumns(columns, settings.value);
  if (!known.ok) return known;
  const { account } = known.value;
  if (account.read === 0) return emptyColumns();
  return account.used === 0 ? noUsableRows(account) : known;
}

/** As many rows as are filled in any of the columns; each must be as long as the persons'. */
function columnAt(question: Question, role: Role, rows: number): Outcome<readonly CellValue[]> {
  const cells = question[role] as Cells;
  const column = columnOf(cells, NAMINGS[role]);
  if (!column.ok) return column;
  if (cells.length !== question.person.length)
    return differentLengths(NAMINGS[role], cells.length, question.person.length);
  return succeed(column.value.slice(0, rows).map((row) => valueOf(row[0])));
}

function emptyColumns() {
  return fail(
    'empty-columns',
    'Personkolumnen är tom. Välj cellerna med personer, till exempel A2:A100.',
    'The person column is empty. Choose the cells with persons, for example A2:A100.',
  );
}

function differentLengths(what: Naming, rows: number, personRows: number) {
  return fail(
    'different-lengths',
    `${what.sv} har ${rows} rader men personkolumnen ${personRows}. Välj samma rader i båda, till exempel A2:A100 och B2:B100.`,
    `${what.en} has ${rows} rows but the person column ${personRows}. Choose the same rows in both, for example A2:A100 and B2:B100.`,
  );
}
