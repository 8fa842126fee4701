/**
 * A reader with a solver (HiGHS, which shares nothing with the code under test), who knows every equation and limit,
 * every cell that is shown, that counts are whole, and that a hidden cell is not zero where in truth it is not.
 */
import loadHighs, { type Highs } from 'highs';
import type { Quantities, Sum } from '../../src/protection/quantities.ts';

/** Larger than any count here; a reader who knew of no limit would find no other answer below it. */
const CEILING = 1_000_000;

let highs: Highs;
export async function giveReaderASolver(): Promise<void> {
  highs = await loadHighs();
}

/** The largest value the reader must think possible for a sum of hidden cells. */
export function largestPossible(
  { cells, equations, inequalities = [] }: Quantities,
  suppressed: ReadonlySet<string>,
  keys: readonly string[],
): number {
  const name = new Map<string, string>();
  const shown = new Map<string, number>();
  const limits: string[] = [];
  cells.forEach((cell, i) => {
    if (cell.shown !== 'never' && !suppressed.has(cell.key)) {
      shown.set(cell.key, cell.value);
      return;
    }
    name.set(cell.key, `x${i}`);
    limits.push(` ${cell.value > 0 && cell.shown !== 'never' ? 1 : 0} <= x${i} <= ${CEILING}`);
  });
  const constraint = (sum: Sum, relation: string): string => {
    const terms = sum.filter(([, key]) => name.has(key));
    const known = sum.reduce((total, [factor, key]) => total + factor * (shown.get(key) ?? 0), 0);
    const left = terms.map(
      ([factor, key]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name.get(key)!}`,
    );
    return left.length > 0 ? ` ${left.join(' ')} ${relation} ${-known}` : '';
  };
  const model = [
    'Maximize',
    ` ${keys.map((key) => name.get(key)!).join(' + ')}`,
    'Subject To',
    ...equations.map((sum) => constraint(sum, '=')),
    ...inequalities.map((sum) => constraint(sum, '>=')),
    'Bounds',
    ...limits,
    'General',
    ` ${[...name.values()].join(' ')}`,
    'End',
  ];
  const solution = highs.solve(model.filter((line) => line !== '').join('\n'), { output_flag: false });
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`);
  return Math.round(solution.ObjectiveValue);
}
