/** The cells that the tables of the review are made of. */
import { countCell, meanCell, percentCell } from '../../tables/table.ts';
import { summaryOf } from '../../statistics/summary-of.ts';
import type { ReviewTableCell, ReviewColumnKey, ReviewCount } from './review-table.ts';
import type { Fact, Measure, Tally } from './tally.ts';

export type Cells = Readonly<Partial<Record<ReviewColumnKey, ReviewTableCell>>>;

/** How many, of how many. */
export function shareCells(part: ReviewCount, base: ReviewCount): Cells {
  return { persons: countCell(part), percent: percentCell(part, base), base: countCell(base) };
}

/** A sum that may pass its base, since a person can have several: 80 interventions of 28 persons are 286 %. */
export function percentOver(part: ReviewCount, base: ReviewCount): ReviewTableCell {
  return {
    value: base.n === 0 ? null : (100 * part.n) / base.n,
    numerator: part.n,
    denominator: base.n,
    of: base.of,
    kind: 'percent',
    basis: [part, base],
  };
}

/** Over all of whom the number is told, 0 included. */
export function meanOverAll(tally: Tally, measure: Measure, ...facts: readonly Fact[]): ReviewTableCell {
  return meanCell(tally.sum(measure, ...facts), tally.count(measure.told, ...facts));
}

/** Over those who have any: the number is above 0. */
export function meanOverAny(tally: Tally, measure: Measure): ReviewTableCell {
  return meanCell(tally.sum(measure), tally.count(tally.some(measure)));
}

/** Half of the persons have less, half more; the least and the most. Each is a person's own number. */
export function spreadCells(tally: Tally, measure: Measure, ...facts: readonly Fact[]): Cells {
  const summary = summaryOf(tally.values(measure, ...facts));
  const number = tally.count(measure.told, ...facts);
  const cell = (value: number | undefined, kind: 'median' | 'least' | 'most'): ReviewTableCell => ({
    value: value ?? null,
    denominator: number.n,
    of: measure.of,
    kind,
    basis: [number],
  });
  return {
    median: cell(summary?.median, 'median'),
    least: cell(summary?.min, 'least'),
    most: cell(summary?.max, 'most'),
  };
}
