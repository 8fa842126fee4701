/** Cells as a formula hands them over and takes them back: rows of columns, also for a single cell. */
import { fail, succeed, type CellValue, type Outcome, type Problem } from 'isu-core';

export type Cells = readonly (readonly unknown[])[];

/** Why a cell has no answer. `notAvailable` is #N/A: nothing is wrong with the formula, there just is none. */
export interface Refusal {
  readonly error: 'notAvailable' | 'invalidValue';
  readonly problem: Problem;
}

export type Answer = string | number | Refusal;
export type Answers = readonly (readonly Answer[])[];

export function isRefusal(answer: Answer): answer is Refusal {
  return typeof answer === 'object';
}

export function notAvailable(code: string, sv: string, en: string): Refusal {
  return { error: 'notAvailable', problem: { code, sv, en } };
}

export function invalidValue(code: string, sv: string, en: string): Refusal {
  return { error: 'invalidValue', problem: { code, sv, en } };
}

/** Of one cell, or of many. */
export function cellsOf(argument: unknown): Cells {
  return Array.isArray(argument) ? (argument as Cells) : [[argument]];
}

/**
 * An argument left out is `null`; one left empty between two semicolons may come as a single empty cell too.
 *
 * @param isOneCell a single cell is what is asked for, so that an empty one is not left out
 */
export function isLeftOut(argument: unknown, isOneCell = false): boolean {
  if (!Array.isArray(argument)) return valueOf(argument) === null;
  const cells = argument as Cells;
  return !isOneCell && cells.length === 1 && cells[0]!.length === 1 && valueOf(cells[0]![0]) === null;
}

/**
 * An empty cell comes as `null` in Excel on the web and as 0 on the desktop (office-js issue 4702). No person, date or
 * number of a matter is 0, so 0 is empty here.
 */
export function valueOf(cell: unknown): CellValue {
  if (typeof cell === 'number') return cell === 0 ? null : cell;
  if (typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string') return null;
  const text = cell.trim();
  return text === '' ? null : text;
}

/** Rows down to the last that is filled: a reference to a whole column has a million that are not. */
export function filledRows(cells: Cells): number {
  let rows = cells.length;
  while (rows > 0 && cells[rows - 1]!.every((cell) => valueOf(cell) === null)) rows--;
  return rows;
}

/** The answer to each cell, in the same shape; an empty cell stays empty, and so do the empty rows at the end. */
export function answerEach(
  cells: Cells,
  answer: (value: CellValue, row: number, column: number) => Answer,
): Answers {
  const rows = Math.max(1, filledRows(cells));
  return cells.slice(0, rows).map((row, r) =>
    row.map((cell, c) => {
      const value = valueOf(cell);
      return value === null ? '' : answer(value, r, c);
    }),
  );
}

/** The cell beside each cell of another range of the same shape; one cell alone stands beside all. */
export function beside(
  cells: Cells,
  others: Cells,
  what: Naming,
): Outcome<(row: number, column: number) => CellValue> {
  const only = others.length === 1 && others[0]!.length === 1;
  if (only) return succeed(() => valueOf(others[0]![0]));
  if (others.length === cells.length && others[0]!.length === cells[0]!.length)
    return succeed((row, column) => valueOf(others[row]![column]));
  return fail(
    'different-shapes',
    `${what.sv} är ${shapeOf(others, 'sv')}, men första argumentet är ${shapeOf(cells, 'sv')}. Välj lika många celler, eller en enda.`,
    `${what.en} is ${shapeOf(others, 'en')}, but the first argument is ${shapeOf(cells, 'en')}. Choose as many cells, or a single one.`,
  );
}

/** A parameter as a sentence begins with it. */
export interface Naming {
  readonly sv: string;
  readonly en: string;
}

function shapeOf(cells: Cells, language: 'sv' | 'en'): string {
  const [rows, columns] = [cells.length, cells[0]!.length];
  return language === 'sv' ? `${rows} × ${columns} celler` : `${rows} × ${columns} cells`;
}

/** The cells of one column. */
export function columnOf(cells: Cells, what: Naming): Outcome<Cells> {
  const width = cells[0]!.length;
  if (width === 1) return succeed(cells);
  return fail(
    'not-one-column',
    `${what.sv} ska vara en kolumn, inte ${width}. Välj till exempel A2:A100.`,
    `${what.en} must be one column, not ${width}. Choose for example A2:A100.`,
  );
}
