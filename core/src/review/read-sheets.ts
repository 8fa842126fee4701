/**
 * A review read back from the sheets of a workbook, of an .xlsx file or of an open Excel. Sheets are found by their
 * marks and columns by their keys, so they may be renamed, moved, sorted, filtered and grown. What cannot be read is
 * told with its place, and the rest is kept.
 */
import { succeed, type Language, type Outcome } from '../problem.ts';
import { fieldsOf, type Field } from './fields.ts';
import type { Form } from './form.ts';
import { readFormSheet } from './form-sheet.ts';
import {
  keyedColumns,
  markedSheet,
  problemAt,
  textAt,
  type CellProblem,
  type MarkedSheet,
} from './read-sheets-grid.ts';
import { readPersonSheet } from './read-sheets-person.ts';
import {
  noAnswers,
  noForm,
  notAReview,
  personGone,
  personTwice,
  sheetGone,
  sheetTwice,
  wrongForm,
} from './read-sheets-problems.ts';
import { firstAnswerRow, readAnswerRows, type ReadRow } from './read-sheets-rows.ts';
import type { ReviewLayout } from './review-sheets-drawing.ts';
import type { WhoIsWho } from './review-sheets-lists.ts';
import type { Answers, Review, ReviewSet } from './reviews.ts';
import { COLUMN_KEYS, type SheetKind } from './sheet-marks.ts';
import { SHEET_WORDS } from './sheet-words.ts';
import type { AnswerPlace, ReadSheet, ReviewSheet } from './sheets.ts';

/** A review as its workbook holds it, and what in the cells could not be read. */
export interface ReadReview {
  readonly set: ReviewSet;
  /** In the order of sheets and cells. */
  readonly problems: readonly CellProblem[];
  /** `null` where the workbook does not tell. */
  readonly who: readonly WhoIsWho[] | null;
  /** As the reviews of the set. */
  readonly places: readonly ReviewPlace[];
  readonly layout: ReviewLayout;
  /** That of the words in its lists. */
  readonly language: Language;
}

/** Where a review's answers stand. */
export interface ReviewPlace {
  readonly person: string;
  readonly reader: string;
  readonly sheet: string;
  /** `F7`, by the field's key. */
  readonly cells: ReadonlyMap<string, string>;
}

/** A review read back from the sheets of its workbook. */
export function readReviewSheets(sheets: readonly ReadSheet[]): Outcome<ReadReview> {
  const marked = sheets.flatMap((sheet) => markedSheet(sheet) ?? []);
  const first = (kind: SheetKind) => marked.find((each) => each.kind === kind);
  const answers = first('answers');
  const persons = marked.filter(({ kind }) => kind === 'person');
  const filledIn = persons[0] ?? answers;
  const formSheet = first('form');
  if (!formSheet) return filledIn ? noForm(filledIn.sheet.name) : notAReview();
  const form = readFormSheet(formSheet.sheet.rows);
  if (!form.ok) return wrongForm(formSheet.sheet.name, form.problem);
  if (!filledIn) return noAnswers();

  const layout = persons.length > 0 ? 'forms' : 'rows';
  const fields = new Map(fieldsOf(form.value).map((field) => [field.key, field]));
  const register = readRegister(form.value, fields, first('register'));
  const read =
    layout === 'forms'
      ? persons.map((each) => readPersonSheet(form.value, fields, each))
      : [readAnswerRows(form.value, fields, filledIn)];
  const { rows, problems } = onlyOnce(read.flatMap(({ reviews }) => reviews));
  const reviews = rows.map(({ review }) => review);
  return succeed({
    set: { form: form.value, reviews, register: register.told },
    problems: [
      ...copies(marked),
      ...read.flatMap((each) => each.problems),
      ...problems,
      ...(layout === 'forms' ? goneSheets(answers, reviews) : gonePersons(filledIn, register.told, reviews)),
      ...register.problems,
    ],
    who: readWho(first('who')),
    places: rows.map(({ review: { person, reader }, sheet, cells }) => ({ person, reader, sheet, cells })),
    layout,
    language: languageOf(first('start')),
  });
}

/** The cell that takes an answer; `null` where there is none. */
export function answerPlace(
  places: readonly ReviewPlace[],
  person: string,
  reader: string,
  key: string,
): AnswerPlace | null {
  const place = places.find((each) => each.person === person && each.reader === reader);
  const address = place?.cells.get(key);
  return place && address !== undefined ? { sheet: place.sheet, address } : null;
}

/** Sheets that were just drawn, as if they had been read. */
export function drawnSheets(sheets: readonly ReviewSheet[]): ReadSheet[] {
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(({ value }) => value)) }));
}

// --- Reviews -------------------------------------------------------------------------------------------------------------

/** A person and reader once: the first that stands. */
function onlyOnce(rows: readonly ReadRow[]): {
  readonly rows: readonly ReadRow[];
  readonly problems: readonly CellProblem[];
} {
  const seen = new Map<string, ReadRow>();
  const problems: CellProblem[] = [];
  for (const row of rows) {
    const { person, reader } = row.review;
    const key = JSON.stringify([person, reader]);
    const before = seen.get(key);
    if (!before) seen.set(key, row);
    else
      problems.push({
        sheet: row.sheet,
        address: row.address,
        problem: personTwice(person, reader, before.sheet, before.address),
      });
  }
  return { rows: [...seen.values()], problems };
}

/** Persons of whom the register told, and who have no row any more. */
function gonePersons(
  { sheet, row, column }: MarkedSheet,
  told: ReadonlyMap<string, Answers>,
  reviews: readonly Review[],
): CellProblem[] {
  const known = new Set(reviews.map(({ person }) => person));
  const gone = [...told.keys()].filter((person) => !known.has(person));
  return gone.map((person) => problemAt(sheet, row, column, personGone(person)));
}

/**
 * Rows of the sheet of answers whose own sheet is not there. A person has as many sheets as rows, also when a reader's
 * initials were changed on one of them.
 */
function goneSheets(answers: MarkedSheet | undefined, reviews: readonly Review[]): CellProblem[] {
  if (!answers) return [];
  const { sheet, column } = answers;
  const reader = keyedColumns(answers).columns.get(COLUMN_KEYS.reader);
  const rows = sheet.rows.flatMap((_, row) => {
    const person = row < firstAnswerRow(answers) ? '' : textAt(sheet, row, column);
    return person === ''
      ? []
      : [{ row, person, reader: reader === undefined ? '' : textAt(sheet, row, reader) }];
  });
  return [...new Set(rows.map(({ person }) => person))].flatMap((person) => {
    const own = rows.filter((each) => each.person === person);
    const there = reviews.filter((each) => each.person === person);
    const unmatched = own.filter((row) => there.every((each) => each.reader !== row.reader));
    return unmatched
      .slice(0, Math.max(0, own.length - there.length))
      .map(({ row }) => problemAt(sheet, row, column, sheetGone(person)));
  });
}

/** Second sheets of a kind of which there is one. */
function copies(marked: readonly MarkedSheet[]): CellProblem[] {
  return marked.flatMap((each) => {
    const first = marked.find(({ kind }) => kind === each.kind)!;
    if (each.kind === 'person' || first === each) return [];
    return [problemAt(each.sheet, each.row, each.column, sheetTwice(first.sheet.name))];
  });
}

// --- What stands beside ---------------------------------------------------------------------------------------------------

function readRegister(form: Form, fields: ReadonlyMap<string, Field>, sheet: MarkedSheet | undefined) {
  if (!sheet) return { told: new Map<string, Answers>(), problems: [] };
  const { reviews, problems } = readAnswerRows(form, fields, sheet);
  const told = new Map<string, Answers>();
  for (const { review } of reviews) if (!told.has(review.person)) told.set(review.person, review.answers);
  return { told, problems };
}

function readWho(who: MarkedSheet | undefined): WhoIsWho[] | null {
  if (!who) return null;
  const { sheet, row, column } = who;
  const identity = (sheet.rows[row] ?? []).indexOf(COLUMN_KEYS.identity);
  if (identity < 0) return null;
  return sheet.rows.flatMap((_, at) => {
    const [code, person] = [textAt(sheet, at, column), textAt(sheet, at, identity)];
    const isPerson = at > row && code !== '' && person !== '' && !WHO_HEADINGS.has(person);
    return isPerson ? [{ code, person }] : [];
  });
}

const WHO_HEADINGS: ReadonlySet<string> = new Set(Object.values(SHEET_WORDS).map((words) => words.identity));

function languageOf(start: MarkedSheet | undefined): Language {
  const isEnglish = start?.sheet.rows[start.row]?.includes(`${COLUMN_KEYS.language}en`);
  return isEnglish ? 'en' : 'sv';
}
