/** A straight line through points, such as actualisations per year. */
import { linearRegression, linearRegressionLine, rSquared } from 'simple-statistics';

/** A straight line through points, and how much of them it explains. */
export interface LinearTrend {
  /** Change of y for each step of one in x, such as actualisations more per year. */
  readonly slope: number;
  /** The line's value at x = 0. */
  readonly intercept: number;
  /** Share of the variation in y that the line accounts for, 0 to 1; null where y does not vary. */
  readonly rSquared: number | null;
}

/**
 * Whether something rises or falls, and by how much a step: the straight line that lies closest to the points. Use it
 * over whole years; few points make an uncertain line, and a line says nothing of why.
 *
 * Source: ordinary least squares (A. M. Legendre 1805), by simple-statistics; as R's lm(y ~ x).
 *
 * @param points [x, y] pairs, any order; all finite, otherwise a RangeError.
 * @returns null for fewer than two different x, where no line is given.
 * @example
 * linearTrend([[2017, 10], [2018, 14], [2019, 15]]) // → { slope: 2.5, intercept: -5032, rSquared: 0.8928571 }
 */
export function linearTrend(points: readonly (readonly [number, number])[]): LinearTrend | null {
  if (!points.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) {
    throw new RangeError('linearTrend needs finite points');
  }
  const first = points[0];
  if (first === undefined || points.every(([x]) => x === first[0])) return null;
  const level = points.every(([, y]) => y === first[1]);
  if (level) return { slope: 0, intercept: first[1], rSquared: null };
  // simple-statistics asks for pairs that may be changed, and changes none.
  const pairs = points as [number, number][];
  const line = linearRegression(pairs);
  return {
    slope: line.m,
    intercept: line.b,
    rSquared: Math.max(0, rSquared(pairs, linearRegressionLine(line))),
  };
}
