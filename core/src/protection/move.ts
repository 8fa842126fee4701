/**
 * A move: how another whole table differs from the true one. When the moved table keeps every sum and limit, and the
 * move leaves alone all that is shown, a reader cannot tell the two tables apart; where the move changes a hidden cell,
 * that cell cannot be worked out. So a move is a proof, and it is checked in whole numbers, whatever found it.
 */
import { total, type Row, type System } from './quantities.ts';
import { cheapestSteps, type Demand, type Effort } from './simplex.ts';

/** One whole step per column of the system. */
export type Move = Float64Array;

/** How many linear programmes are solved before the search for a whole move is given up. */
const TRIES = 40;

/** Far above the rounding errors of the solver, far below the halves and thirds it may answer with. */
const TINY = 1e-6;

/**
 * The cheapest whole move that raises `row` by at least `by`, or undefined where none was found. A column with the cost
 * Infinity stays as it is.
 */
export function cheapestMove(
  system: System,
  row: Row,
  by: number,
  cost: Float64Array,
  effort: Effort,
): Move | undefined {
  let tries = TRIES;
  // Nearly always the answer is whole at once. Where parts turn up, one of them is told to be the whole number
  // nearest to it, and so on.
  const whole = (told: Demand['told']): Move | undefined => {
    if (tries-- <= 0) return undefined;
    const steps = cheapestSteps(system, { row, by, told, cost }, effort);
    if (!steps) return undefined;
    const broken = steps.findIndex((step) => Math.abs(step - Math.round(step)) > TINY);
    if (broken >= 0) {
      const near = Math.round(steps[broken]!);
      const far = near < steps[broken]! ? near + 1 : near - 1;
      return whole([...told, [broken, near]]) ?? whole([...told, [broken, far]]);
    }
    const move = steps.map(Math.round);
    return isPossible(system, move) && total(row, move) >= by ? move : undefined;
  };
  return whole([]);
}

/**
 * Everything that hangs together with a column, some whole times over. Every sum is kept, so this is a move; it changes
 * all the cells it reaches that are not 0.
 */
export function allTimesOver(system: System, column: number, times: number): Move {
  const move: Move = new Float64Array(system.value.length);
  const reached = new Set([column]);
  for (const j of reached) {
    move[j] = system.value[j]! * times;
    for (const r of system.rowsOf[j]!) system.rows[r]!.columns.forEach((other) => reached.add(other));
  }
  return move;
}

/**
 * The same move taken `times` times, or backwards where `times` is negative; undefined where it leads below the least
 * value of a column. The rows need no new check: a sum of 0 stays 0 however many times it is taken.
 */
export function repeated(system: System, move: Move, times: number): Move | undefined {
  if (times === 1) return move;
  for (let j = 0; j < move.length; j++) {
    if (system.value[j]! + move[j]! * times < system.least[j]!) return undefined;
  }
  return move.map((step) => step * times);
}

/** Whether the moved table is as possible as the true one. Whole numbers throughout, so no rounding error. */
function isPossible(system: System, move: Move): boolean {
  for (let j = 0; j < move.length; j++) {
    if (system.value[j]! + move[j]! < system.least[j]!) return false;
  }
  return system.rows.every((row) => total(row, move) === 0);
}
