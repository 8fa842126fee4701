/** Curves as paths: straight from point to point, or level until the next step. */
import { area, curveLinear, curveStepAfter, line } from 'd3-shape';

export type Point = readonly [x: number, y: number];

/** What a curve stands between: `x`, and the two heights at it. */
export type Band = readonly [x: number, lower: number, upper: number];

export function linePath(points: readonly Point[]): string {
  return line<Point>().curve(curveLinear).digits(2)(points) ?? '';
}

export function stepPath(points: readonly Point[]): string {
  return line<Point>().curve(curveStepAfter).digits(2)(points) ?? '';
}

export function bandPath(bands: readonly Band[], shape: 'line' | 'step'): string {
  return (
    area<Band>()
      .curve(shape === 'line' ? curveLinear : curveStepAfter)
      .digits(2)
      .x(([x]) => x)
      .y0(([, lower]) => lower)
      .y1(([, , upper]) => upper)(bands) ?? ''
  );
}
