/**
 * The lathund of the columns that a formula names, read by core and kept: a sheet may ask for it once a row. Kept in
 * memory only, and only the last few.
 */
import {
  analyse,
  fail,
  lathundOf,
  noUsableRows,
  readRegister,
  readSettings,
  sheetOf,
  succeed,
  type Analysis,
  type Cell,
  type Lathund,
  type Outcome,
  type Register,
  type Settings,
} from 'isu-core';
import { columnOf, filledRows, sheetCell, type Cells, type Naming } from './cells.ts';
import { PersonFinder } from './person-finder.ts';

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

export interface KnownLathund {
  readonly register: Register;
  readonly lathund: Lathund;
  readonly finder: PersonFinder;
  /** All tables of the same rows. */
  readonly analysis: () => Outcome<Analysis>;
}

const NAMINGS = {
  person: { sv: 'Personkolumnen', en: 'The person column' },
  date: { sv: 'Datumkolumnen', en: 'The date column' },
  number: { sv: 'Nummerkolumnen', en: 'The number column' },
} as const satisfies Record<string, Naming>;
type Role = keyof typeof NAMINGS;

const SOURCE = { name: '', sha256: null, sheet: null };
/** As many as a sheet with a few registers and both conventions asks for in turn. */
const MOST_KEPT = 8;

interface Kept {
  readonly question: Question;
  readonly answer: Outcome<KnownLathund>;
}

export class KeptLathunds {
  /** The last asked for first. */
  private kept: Kept[] = [];

  /** The lathund of the columns; the same as the last time if no cell of them has changed. */
  of(question: Question): Outcome<KnownLathund> {
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

function readColumns(question: Question): Outcome<KnownLathund> {
  const rows = rowsOf(question);
  if (!rows.ok) return rows;
  const { groups, months, today } = question;
  const columns = { person: 'person', date: 'date', ...(question.number && { number: 'number' }) };
  const read = readSettings({ columns, groups, months }, today);
  if (!read.ok) return read;
  const settings = read.value;
  const sheet = sheetOf(rows.value, question.dateSystem);
  const register = readRegister(sheet, settings);
  if (!register.ok) return register;
  if (register.value.account.read === 0) return emptyColumns();
  if (register.value.used === 0) return noUsableRows(register.value.account);
  const lathund = lathundOf(register.value, settings);
  let analysis: Outcome<Analysis> | null = null;
  return succeed({
    register: register.value,
    lathund,
    finder: new PersonFinder(register.value, lathund),
    analysis: () => (analysis ??= analyse(sheet, settings, SOURCE)),
  });
}

/** The columns side by side under the names that core knows them by. */
function rowsOf(question: Question): Outcome<readonly (readonly Cell[])[]> {
  const roles: Role[] = ['person', 'date'];
  if (question.number) roles.push('number');
  const columns: (Cells | null)[] = [];
  for (const role of roles) {
    const cells = question[role];
    const column = cells && columnOf(cells, NAMINGS[role]);
    if (column && !column.ok) return column;
    if (column && column.value.length !== question.person.length)
      return differentLengths(NAMINGS[role], column.value.length, question.person.length);
    columns.push(column && column.value);
  }
  const length = Math.max(...columns.map((column) => (column ? filledRows(column) : 0)));
  const rows: Cell[][] = [roles];
  for (let i = 0; i < length; i++)
    rows.push(columns.map((column) => (column ? sheetCell(column[i]![0]) : question.today)));
  return succeed(rows);
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
