/**
 * Variables of the same column of the sheets: the profile's sex and a row of one's own for it, or a column with persons
 * and with actualisations as base. Their levels are the same rows, or some of them, and a reader knows it.
 */
import { TOGETHER, type ComparedRows } from './compared-rows.ts';
import type { Variable } from './variables.ts';

/** Rows with a level (its place), with any value, or with none. */
export type Measure = number | 'known' | 'missing';

export interface Nested {
  /** Of the second variable within the first, and the other way round: inner, outer. */
  readonly inFirst: readonly (readonly [inner: Measure, outer: Measure])[];
  readonly inSecond: readonly (readonly [inner: Measure, outer: Measure])[];
}

const NONE: Nested = { inFirst: [], inSecond: [] };

/** Which measures are the rows of which, or some of them; none where the variables are of different columns. */
export function nestedMeasures(rows: ComparedRows, first: Variable, second: Variable): Nested {
  const isSame = first.key === second.key || areOfOne(first.columns, second.columns);
  if (!isSame) return NONE;
  const [ofFirst, ofSecond] = [measuresOf(rows, first), measuresOf(rows, second)];
  const [one, other, both] = [
    new Map<Measure, number>(),
    new Map<Measure, number>(),
    new Map<string, Pair>(),
  ];
  for (let row = 0; row < rows.size; row++) {
    const [own, others] = [ofFirst(row), ofSecond(row)];
    for (const measure of own) one.set(measure, (one.get(measure) ?? 0) + 1);
    for (const measure of others) other.set(measure, (other.get(measure) ?? 0) + 1);
    for (const a of own)
      for (const b of others) {
        const key = `${String(a)} ${String(b)}`;
        const pair = both.get(key) ?? { a, b, n: 0 };
        pair.n++;
        both.set(key, pair);
      }
  }
  const pairs = [...both.values()];
  return {
    inFirst: pairs.filter(({ b, n }) => other.get(b) === n).map(({ a, b }) => [b, a]),
    inSecond: pairs.filter(({ a, n }) => one.get(a) === n).map(({ a, b }) => [a, b]),
  };
}

/** Whether values stand in the same column of some part. */
export function areOfOne(columns: Variable['columns'], others: Variable['columns']): boolean {
  return columns.some((column, part) => column !== null && column === others[part]);
}

interface Pair {
  readonly a: Measure;
  readonly b: Measure;
  n: number;
}

function measuresOf({ part }: ComparedRows, variable: Variable): (row: number) => readonly Measure[] {
  const missing: readonly Measure[] = ['missing'];
  if (variable.kind === 'number') {
    const known: readonly Measure[] = ['known'];
    return (row) =>
      !variable.parts[part[row]!]! ? [] : Number.isNaN(variable.values[row]!) ? missing : known;
  }
  const codes = variable.codesIn(TOGETHER);
  const known = variable.answers.map((levels): readonly Measure[] => ['known', ...levels]);
  return (row) => (codes[row]! < 0 ? [] : codes[row] === 0 ? missing : known[codes[row]!]!);
}
