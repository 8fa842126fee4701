/**
 * What a reader must not come to know: the cells that rest on fewer persons than the threshold, and the sums of such
 * cells that are small in their turn.
 */
import { total, type Cell, type Row, type System } from './quantities.ts';
import type { Move } from './move.ts';

export interface Secret {
  readonly row: Row;
  readonly value: number;
  /** Shows that the reader cannot know it; see move.ts. */
  proof?: Move;
}

/** A reader must think it possible that a secret is this much larger, for 40 actualisations of 3 persons too. */
const MARGIN = 0.3;

/** How much larger a reader must think the secret can be: not small at all, and larger by the margin. */
export function wantedRise({ value }: Secret, threshold: number): number {
  return Math.max(threshold - value, Math.ceil(value * MARGIN));
}

export function isSmall(cell: Cell, threshold: number): boolean {
  return cell.value > 0 ? cell.persons < threshold : cell.zeroTells === true;
}

/**
 * The small cells, and for every equation the sum of the small cells on one side, where that is small too: with nothing
 * else hidden in the equation, the total less the rest would give it. Cells before sums, the smallest first.
 */
export function findSecrets(system: System, primary: readonly boolean[], threshold: number): Secret[] {
  const rows: Row[] = [];
  primary.forEach((is, j) => {
    if (is) rows.push({ columns: [j], coefficients: [1] });
  });
  const hideable = (j: number) => primary[j]! && system.cells[j]!.shown !== 'always';
  for (const row of system.rows.slice(0, system.equations)) {
    for (const side of [1, -1]) {
      const small = terms(row, (j, factor) => factor * side > 0 && hideable(j));
      if (small.columns.length > 1 && fewestPersons(system, row, small, side) < threshold) {
        rows.push({ columns: small.columns, coefficients: small.coefficients.map(Math.abs) });
      }
    }
  }
  const secrets = rows.map((row): Secret => ({ row, value: total(row, system.value) }));
  return secrets.sort((a, b) => a.row.columns.length - b.row.columns.length || a.value - b.value);
}

/**
 * The fewest different persons the small cells of an equation can rest on together: as many as the largest of them, and
 * those of the total that no other cell accounts for. (One person can be in several cells, so they do not just add up.)
 */
function fewestPersons(system: System, row: Row, small: Row, side: number): number {
  const persons = (j: number) => system.cells[j]!.persons;
  const totals = terms(row, (_, factor) => factor * side < 0).columns;
  const others = terms(row, (j, factor) => factor * side > 0 && !small.columns.includes(j)).columns;
  const left = totals.length === 1 ? persons(totals[0]!) - others.reduce((sum, j) => sum + persons(j), 0) : 0;
  return Math.max(left, ...small.columns.map(persons));
}

function terms(row: Row, keep: (column: number, coefficient: number) => boolean): Row {
  const kept = row.columns.map((_, i) => i).filter((i) => keep(row.columns[i]!, row.coefficients[i]!));
  return { columns: kept.map((i) => row.columns[i]!), coefficients: kept.map((i) => row.coefficients[i]!) };
}
