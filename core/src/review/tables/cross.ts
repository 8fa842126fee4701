/**
 * Any question by any other. Answers by answers: persons, and percent of those in the column (or in the row). Answers by
 * a number: mean, median, least and most in each row. The base is those for whom both questions are answered.
 */
import { countCell, percentCell } from '../../tables/table.ts';
import { itemOf, type Form, type Item, type Text } from '../form.ts';
import { meanOverAll, spreadCells } from './cells.ts';
import { crossTests, type CrossTest } from './cross-tests.ts';
import { sideOf, type Category, type Side } from './cross-sides.ts';
import type { ReviewTableCell, ReviewRow, ReviewTable } from './review-table.ts';
import type { Fact, Tally } from './tally.ts';
import { inBoth } from './words.ts';

/** Which item by which. */
export interface CrossChoice {
  /** Item ids. */
  readonly rows: string;
  readonly columns: string;
  /** What percentages are of: those in the column (where nothing is said) or those in the row. */
  readonly percentOf?: 'columns' | 'rows';
}

/** One item by another, and what is tested of it. */
export interface Cross {
  readonly choice: CrossChoice;
  readonly rows: Side;
  readonly columns: Side;
  readonly table: ReviewTable;
  readonly tests: readonly CrossTest[];
}

export function canBeCrossed(item: Item): boolean {
  return item.kind !== 'text';
}

/** @param choice items that the form has and that can be crossed */
export function crossOf(tally: Tally, choice: CrossChoice, number: number): Cross {
  const rows = sideOf(tally, mustHave(tally.form, choice.rows));
  const columns = sideOf(tally, mustHave(tally.form, choice.columns));
  const head = {
    id: `review-cross-${String(number)}`,
    title: inBoth(({ cross }, language) =>
      cross.title(rows.item.question[language], columns.item.question[language]),
    ),
    rowHeader: rows.item.question,
  };
  const table = columns.measure
    ? { ...head, ...numberTable(tally, rows, columns) }
    : { ...head, ...answerTable(tally, rows, columns, choice.percentOf ?? 'columns') };
  return { choice, rows, columns, table, tests: crossTests(tally, rows, columns) };
}

function mustHave(form: Form, id: string): Item {
  const item = itemOf(form, id);
  if (!item) throw new RangeError(`The form has no item ${id}.`);
  return item;
}

type Body = Pick<ReviewTable, 'columns' | 'rows' | 'notes'>;

function answerTable(tally: Tally, rows: Side, columns: Side, percentOf: 'columns' | 'rows'): Body {
  const all: Category = {
    key: 'all',
    label: inBoth((words) => words.cross.all),
    fact: columns.answered,
  };
  const across = [...columns.categories, all];
  const cellsOf = (row: Fact): Record<string, ReviewTableCell> =>
    Object.fromEntries(
      across.flatMap(({ key, fact }) => {
        const part = tally.count(row, fact);
        const whole =
          percentOf === 'columns' ? tally.count(rows.answered, fact) : tally.count(row, columns.answered);
        return [
          [key, countCell(part)],
          [`${key} percent`, percentCell(part, whole)],
        ];
      }),
    );
  const base: ReviewRow = {
    key: 'base',
    label: inBoth((words) => words.cross.base),
    kind: 'total',
    cells: Object.fromEntries(
      across.map(({ key, fact }) => [key, countCell(tally.count(rows.answered, fact))]),
    ),
  };
  return {
    columns: across.flatMap(({ key, label }) => [
      { key, header: inBoth(({ cross }, language) => cross.number(label[language])) },
      { key: `${key} percent`, header: inBoth(({ cross }, language) => cross.percent(label[language])) },
    ]),
    rows: [...rows.categories.map(({ key, label, fact }) => ({ key, label, cells: cellsOf(fact) })), base],
    notes: [inBoth(({ cross }) => cross.percentOf[percentOf]), ...commonNotes(rows, columns)],
  };
}

function numberTable(tally: Tally, rows: Side, columns: Side): Body {
  const measure = columns.measure!;
  const cellsOf = (...facts: readonly Fact[]): Record<string, ReviewTableCell> => ({
    base: countCell(tally.count(measure.told, ...facts)),
    'mean-all': meanOverAll(tally, measure, ...facts),
    ...spreadCells(tally, measure, ...facts),
  });
  const all: ReviewRow = {
    key: 'all',
    label: inBoth((words) => words.cross.all),
    kind: 'total',
    cells: cellsOf(rows.answered),
  };
  return {
    columns: (['base', 'mean-all', 'median', 'least', 'most'] as const).map((key) => ({
      key,
      header: inBoth((words) => (key === 'base' ? words.cross.persons : words.columns[key])),
    })),
    rows: [...rows.categories.map(({ key, label, fact }) => ({ key, label, cells: cellsOf(fact) })), all],
    notes: commonNotes(rows, columns),
  };
}

function commonNotes(rows: Side, columns: Side): Text[] {
  return [
    inBoth(({ cross }) => cross.both),
    ...(rows.overlaps || columns.overlaps ? [inBoth(({ cross }) => cross.overlaps)] : []),
    ...(rows.split || (columns.split && !columns.measure) ? [inBoth(({ cross }) => cross.split)] : []),
  ];
}
