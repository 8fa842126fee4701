/** Answers that stand in rows, a person and reader each: the sheet of answers, and what the register told. */
import { fieldsOfItem, type Field } from './fields.ts';
import type { Form } from './form.ts';
import { readValue } from './read-value.ts';
import {
  isErrorValue,
  keyedColumns,
  problemAt,
  textAt,
  valueAt,
  type CellProblem,
  type MarkedSheet,
} from './read-sheets-grid.ts';
import {
  errorValue,
  identityNumber,
  itemGone,
  keyTwice,
  rowWithoutPerson,
  unknownKey,
} from './read-sheets-problems.ts';
import { readPersonnummer } from '../register/personnummer.ts';
import { addressOf } from './review-sheets-cells.ts';
import type { FieldValue, Review } from './reviews.ts';
import { COLUMN_KEYS, isOwnKey } from './sheet-marks.ts';
import { SHEET_WORDS } from './sheet-words.ts';
import type { ReadSheet } from './sheets.ts';

/** A review and where it stands. */
export interface ReadRow {
  readonly review: Review;
  readonly sheet: string;
  /** Of the person's code. */
  readonly address: string;
  /** Where its answers stand, by their fields' keys. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface ReadRows {
  readonly reviews: readonly ReadRow[];
  readonly problems: readonly CellProblem[];
}

type Fields = ReadonlyMap<string, Field>;

export function readAnswerRows(form: Form, fields: Fields, marked: MarkedSheet): ReadRows {
  const { sheet, kind } = marked;
  const { columns, repeated } = keyedColumns(marked);
  const problems: CellProblem[] = [];
  for (const { key, column } of repeated) {
    const first = addressOf(marked.row, columns.get(key)!);
    problems.push(problemAt(sheet, marked.row, column, keyTwice(key, first)));
  }
  const first = firstAnswerRow(marked);
  problems.push(...unknownColumns(marked, columns, fields, first));
  if (kind === 'answers') problems.push(...goneItems(form, columns, marked));
  const places = [...columns].flatMap(([key, column]) => {
    const field = fields.get(key);
    return field ? [{ field, column }] : [];
  });
  const reader = columns.get(COLUMN_KEYS.reader);
  const reviews: ReadRow[] = [];
  for (let row = first; row < sheet.rows.length; row++) {
    const read = readRow(marked, places, reader, row);
    problems.push(...read.problems);
    if (read.row) reviews.push(read.row);
  }
  return { reviews, problems };
}

/** Keys, a section, numbers, questions, answers. */
const MOST_HEAD_ROWS = 8;
const PERSON_HEADINGS: ReadonlySet<string> = new Set(Object.values(SHEET_WORDS).map(({ person }) => person));

/** The row after the one that is headed «Person»; where somebody has changed the heading, after as many as are drawn. */
export function firstAnswerRow({ sheet, row, column, kind }: MarkedSheet): number {
  for (let at = row + 1; at < row + MOST_HEAD_ROWS; at++) {
    if (PERSON_HEADINGS.has(textAt(sheet, at, column))) return at + 1;
  }
  return row + (kind === 'answers' ? 5 : 4);
}

function readRow(
  { sheet, column }: MarkedSheet,
  places: readonly { readonly field: Field; readonly column: number }[],
  reader: number | undefined,
  row: number,
): { readonly row: ReadRow | null; readonly problems: readonly CellProblem[] } {
  const cells = new Map(places.map(({ field, column: at }) => [field.key, addressOf(row, at)]));
  const answers: Record<string, FieldValue> = {};
  const problems: CellProblem[] = [];
  let isEmpty = true;
  for (const { field, column: at } of places) {
    const value = valueAt(sheet, row, at);
    if (value === null) continue;
    isEmpty = false;
    readAnswer(sheet, row, at, field, value, answers, problems);
  }
  const person = textAt(sheet, row, column);
  if (person === '') {
    return { row: null, problems: isEmpty ? [] : [problemAt(sheet, row, column, rowWithoutPerson())] };
  }
  if (isIdentityNumber(person))
    return { row: null, problems: [problemAt(sheet, row, column, identityNumber())] };
  const review = { person, reader: reader === undefined ? '' : textAt(sheet, row, reader), answers };
  return { row: { review, sheet: sheet.name, address: addressOf(row, column), cells }, problems };
}

/** Puts the answer where it belongs, or what is wrong with it. */
export function readAnswer(
  sheet: ReadSheet,
  row: number,
  column: number,
  field: Field,
  value: FieldValue,
  answers: Record<string, FieldValue>,
  problems: CellProblem[],
): void {
  if (isErrorValue(value)) {
    problems.push(problemAt(sheet, row, column, errorValue(String(value))));
    return;
  }
  const read = readValue(field, value);
  if (!read.ok) problems.push(problemAt(sheet, row, column, read.problem));
  else if (read.value !== undefined) answers[field.key] = read.value;
}

/** A code may look like anything but a number that is somebody's. */
export function isIdentityNumber(person: string): boolean {
  const read = readPersonnummer(person);
  return read.kind === 'full' || (read.kind === 'short' && read.rightCheckDigit && !read.zerosLost);
}

/** Columns with answers to what the form does not ask. */
function unknownColumns(
  { sheet, row, column: markAt }: MarkedSheet,
  columns: ReadonlyMap<string, number>,
  fields: Fields,
  first: number,
): CellProblem[] {
  return [...columns].flatMap(([key, column]) => {
    if (column === markAt || isOwnKey(key) || fields.has(key)) return [];
    const isFilled = sheet.rows.slice(first).some((_, at) => valueAt(sheet, first + at, column) !== null);
    return isFilled ? [problemAt(sheet, row, column, unknownKey(key))] : [];
  });
}

/** Items of the form that have no column, or lack some of theirs. */
export function goneItems(
  form: Form,
  keys: { has(key: string): boolean },
  { sheet, row, column }: MarkedSheet,
): CellProblem[] {
  return form.items.flatMap((item) => {
    const all = fieldsOfItem(item);
    const gone = all.filter(({ key }) => !keys.has(key));
    if (gone.length === 0) return [];
    return [problemAt(sheet, row, column, itemGone(item.number, gone.length === all.length))];
  });
}
