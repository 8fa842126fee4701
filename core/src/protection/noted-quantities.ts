/** Notes quantities one by one as they are read: a cell once, however many tables show it, and what ties it to others. */
import type { Count } from '../tables/counts.ts';
import type { Cell, Quantities, Sum } from './quantities.ts';

export class NotedQuantities {
  private readonly cells = new Map<string, Cell>();
  private readonly equations: Sum[] = [];
  private readonly inequalities: Sum[] = [];

  /** Notes a count as a cell and gives its key. */
  cell({ key, n, persons }: Omit<Count<string>, 'of'>, extra?: Partial<Cell>): string {
    const known = this.cells.get(key);
    if (!known || extra) this.cells.set(key, { key, value: n, persons, ...known, ...extra });
    return key;
  }

  has(key: string): boolean {
    return this.cells.has(key);
  }

  keys(): readonly string[] {
    return [...this.cells.keys()];
  }

  sum(whole: string, parts: readonly string[]): void {
    this.equations.push(less(whole, parts));
  }

  atMost(part: string, whole: string, times = 1): void {
    this.inequalities.push([
      [times, whole],
      [-1, part],
    ]);
  }

  /** Parts overlap: together they are at least the whole. */
  atMostAll(whole: string, parts: readonly string[]): void {
    this.inequalities.push(less(whole, parts));
  }

  /** A sum that is 0, of any terms. */
  nothing(sum: Sum): void {
    this.equations.push(sum);
  }

  /** A sum that is never below 0, of any terms. */
  notBelowNothing(sum: Sum): void {
    this.inequalities.push(sum);
  }

  /** Persons come from `lowest` to `highest` times each. */
  times(rows: string, persons: string, lowest: number, highest: number): void {
    if (lowest === highest) {
      this.nothing([
        [1, rows],
        [-lowest, persons],
      ]);
      return;
    }
    this.notBelowNothing([
      [1, rows],
      [-lowest, persons],
    ]);
    if (highest < Infinity) this.atMost(rows, persons, highest);
  }

  /** All that is noted. What is not shown only ties. */
  quantities(isShown: (key: string) => boolean): Quantities {
    const cells = [...this.cells.values()].map((cell): Cell => {
      return cell.shown !== undefined || isShown(cell.key) ? cell : { ...cell, shown: 'never' };
    });
    return { cells, equations: this.equations, inequalities: this.inequalities };
  }
}

function less(whole: string, parts: readonly string[]): Sum {
  return [[-1, whole], ...parts.map((part) => [1, part] as const)];
}
