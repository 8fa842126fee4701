/** How many printed figures a check has read: said beside its findings, above all where there are none. */
import { figuresOf } from './printed-table.ts';
import { readPublished } from './read-published.ts';
import { isResult, readResult } from './read-result.ts';

/**
 * A total stands both as a total and in its row, so figures are told apart by their place.
 *
 * @param json as `checkPublished` takes it
 */
export function countFigures(json: unknown): number {
  const figures = isResult(json) ? readResult(json).figures : readPublished(json).flatMap(figuresOf);
  return new Set(figures.map(({ path }) => path)).size;
}
