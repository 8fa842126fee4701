/**
 * What is about to be published, and what everybody knows of how it hangs together: cells, the sums that tie them,
 * and the limits they obey. Read once into numbered columns and rows, in an order that depends on the keys alone, so
 * that the order in which the tables were handed over changes nothing.
 */
export interface Cell {
  readonly key: string;
  /** What is counted: actualisations, persons, reports; whole and not negative. */
  readonly value: number;
  /** The number of different persons the value rests on. For a count of persons it is the value itself. */
  readonly persons: number;
  /** A zero that tells something of everyone in its row (all of them are in another cell), and so must not be read. */
  readonly zeroTells?: boolean;
  /**
   * `always`: known from elsewhere, so that it cannot be hidden, only reckoned with. `never`: not shown in any table;
   * it is here because it ties what is shown (the referrers that are left out of a table, say).
   */
  readonly shown?: 'always' | 'never';
  /** The fewest that everybody knows it to be, where that is more than 1. */
  readonly least?: number;
}

/** Σ coefficient · cell, with whole coefficients: [[1, 'women'], [1, 'men'], [-1, 'all']]. */
export type Sum = readonly (readonly [coefficient: number, key: string])[];

export interface Quantities {
  readonly cells: readonly Cell[];
  /** Sums that are 0. */
  readonly equations: readonly Sum[];
  /** Sums that are never below 0. */
  readonly inequalities?: readonly Sum[];
}

/** Σ coefficient · column. */
export interface Row {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
}

/**
 * The same as columns and rows, where every row sums to 0. An inequality has become an equation with a column of its
 * own, its surplus. The first columns are the cells, in the order of their keys; the surpluses come after.
 */
export interface System {
  readonly cells: readonly Cell[];
  readonly rows: readonly Row[];
  /** How many of the rows are equations between cells; they come first. */
  readonly equations: number;
  readonly value: readonly number[];
  /**
   * The least value a reader can think a column has, once its cell is hidden. Zeros are shown, so a cell that is hidden
   * and is not zero is known to be at least 1, or what its own `least` says.
   */
  readonly least: readonly number[];
  /** For each column the rows it stands in. */
  readonly rowsOf: readonly (readonly number[])[];
}

export function readSystem({ cells: given, equations, inequalities = [] }: Quantities): System {
  const cells = [...given].sort((a, b) => byText(a.key, b.key));
  const column = new Map(cells.map((cell, index) => [cell.key, index]));
  if (column.size !== cells.length) throw new RangeError('Two cells have the same key.');
  cells.forEach(mustBeCount);

  const value = cells.map((cell) => cell.value);
  const least = cells.map(({ value, shown, least = 0 }) =>
    Math.max(least, value > 0 && shown !== 'never' ? 1 : 0),
  );
  const rows = inOrder(equations, column);
  for (const row of rows) {
    if (total(row, value) !== 0) throw new RangeError(`Does not sum to 0: ${spelled(row, cells)}`);
  }
  const count = rows.length;
  for (const row of inOrder(inequalities, column)) {
    const surplus = total(row, value);
    if (surplus < 0) throw new RangeError(`Sums to less than 0: ${spelled(row, cells)}`);
    rows.push({ columns: [...row.columns, value.length], coefficients: [...row.coefficients, -1] });
    value.push(surplus);
    least.push(0);
  }
  return { cells, rows, equations: count, value, least, rowsOf: transposed(rows, value.length) };
}

/** Σ coefficient · value over a row. */
export function total(row: Row, values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < row.columns.length; i++) sum += row.coefficients[i]! * values[row.columns[i]!]!;
  return sum;
}

function mustBeCount({ key, value, persons, least = 0 }: Cell): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${key} is not a count: ${value}`);
  if (!Number.isSafeInteger(persons) || persons < 0 || persons > value) {
    throw new RangeError(`${key} counts ${value} and cannot rest on ${persons} persons.`);
  }
  if (value < least) throw new RangeError(`${key} counts ${value} and cannot be known to be ${least}.`);
}

/** Sums as rows: terms of the same cell taken together, terms and rows sorted, the same row only once. */
function inOrder(sums: readonly Sum[], column: ReadonlyMap<string, number>): Row[] {
  const rows = new Map<string, Row>();
  for (const sum of sums) {
    const coefficient = new Map<number, number>();
    for (const [factor, key] of sum) {
      const index = column.get(key);
      if (index === undefined) throw new RangeError(`A sum names a cell that is not there: ${key}`);
      if (!Number.isSafeInteger(factor))
        throw new RangeError(`The coefficient of ${key} is not whole: ${factor}`);
      coefficient.set(index, (coefficient.get(index) ?? 0) + factor);
    }
    const terms = [...coefficient].filter(([, factor]) => factor !== 0).sort(([a], [b]) => a - b);
    if (terms.length === 0) continue;
    rows.set(JSON.stringify(terms), {
      columns: terms.map(([index]) => index),
      coefficients: terms.map(([, factor]) => factor),
    });
  }
  return [...rows].sort(([a], [b]) => byText(a, b)).map(([, row]) => row);
}

function transposed(rows: readonly Row[], width: number): number[][] {
  const rowsOf = Array.from({ length: width }, (): number[] => []);
  rows.forEach((row, r) => row.columns.forEach((column) => rowsOf[column]!.push(r)));
  return rowsOf;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function spelled(row: Row, cells: readonly Cell[]): string {
  return row.columns.map((column, i) => `${row.coefficients[i]} · ${cells[column]!.key}`).join(' + ');
}
