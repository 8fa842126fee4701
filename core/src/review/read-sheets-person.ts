/** One person's sheet, read back: keys stand in hidden columns, and the first row says which column holds what. */
import type { Field } from './fields.ts';
import type { Form } from './form.ts';
import {
  keyedColumns,
  problemAt,
  textAt,
  valueAt,
  type CellProblem,
  type MarkedSheet,
} from './read-sheets-grid.ts';
import { identityNumber, keyTwice, rowWithoutPerson, unknownKey } from './read-sheets-problems.ts';
import { goneItems, isIdentityNumber, readAnswer, type ReadRows } from './read-sheets-rows.ts';
import { addressOf } from './review-sheets-cells.ts';
import type { FieldValue } from './reviews.ts';
import { COLUMN_KEYS } from './sheet-marks.ts';

interface KeyedCell {
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

export function readPersonSheet(
  form: Form,
  fields: ReadonlyMap<string, Field>,
  marked: MarkedSheet,
): ReadRows {
  const { sheet } = marked;
  const cells = keyedCells(marked);
  const answers: Record<string, FieldValue> = {};
  const problems: CellProblem[] = [];
  const places = new Map<string, string>();
  for (const { key, row, column } of cells.answers) {
    const field = fields.get(key);
    const value = valueAt(sheet, row, column);
    const before = places.get(key);
    if (!field || before !== undefined) {
      const problem = before === undefined ? unknownKey(key) : keyTwice(key, before);
      if (value !== null) problems.push(problemAt(sheet, row, column, problem));
      continue;
    }
    places.set(key, addressOf(row, column));
    if (value !== null) readAnswer(sheet, row, column, field, value, answers, problems);
  }
  problems.push(...goneItems(form, places, marked));
  const { code, reader } = cells;
  const person = code ? textAt(sheet, code.row, code.column) : '';
  const at = code ?? marked;
  if (person === '' || isIdentityNumber(person)) {
    const problem = person === '' ? rowWithoutPerson() : identityNumber();
    return { reviews: [], problems: [problemAt(sheet, at.row, at.column, problem)] };
  }
  const review = { person, reader: reader ? textAt(sheet, reader.row, reader.column) : '', answers };
  return {
    reviews: [{ review, sheet: sheet.name, address: addressOf(at.row, at.column), cells: places }],
    problems,
  };
}

/** Cells that are filled in, by the keys that stand on their rows. */
function keyedCells(marked: MarkedSheet) {
  const { sheet, row: markRow, column: keyColumn } = marked;
  const { columns } = keyedColumns(marked);
  const [answer, amountKeys, amount] = [COLUMN_KEYS.answer, COLUMN_KEYS.amountKey, COLUMN_KEYS.amount].map(
    (key) => columns.get(key),
  );
  const answers: KeyedCell[] = [];
  let code: KeyedCell | null = null;
  let reader: KeyedCell | null = null;
  for (let row = markRow + 1; row < sheet.rows.length; row++) {
    const key = textAt(sheet, row, keyColumn);
    if (key !== '' && answer !== undefined) {
      const found = { key, row, column: answer };
      if (key === COLUMN_KEYS.code) code = found;
      else if (key === COLUMN_KEYS.reader) reader = found;
      else answers.push(found);
    }
    const beside = amountKeys === undefined ? '' : textAt(sheet, row, amountKeys);
    if (beside !== '' && amount !== undefined) answers.push({ key: beside, row, column: amount });
  }
  return { answers, code, reader };
}
