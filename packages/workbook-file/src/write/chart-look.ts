/** How a chart looks, as data that a file and an open Excel can both be drawn by. */
import { CHART_COLOURS } from 'isu-charts';
import type { PlannedChart } from './sheet-plan.ts';

/** In points. */
export const CHART_TITLE_SIZE = 12;
export const CHART_WORD_SIZE = 9;

/** Between groups of columns, in percent of a column's width. */
export const VALUE_GAP = 70;

export const MARKERS = ['circle', 'diamond', 'square', 'triangle'] as const;

/** In points. */
export const MARKER_SIZE = 7;

/** As every host draws the series, without the sign before it: RRGGBB. */
export const SERIES_COLOURS = CHART_COLOURS.series.map((colour) => colour.slice(1).toUpperCase());

export function seriesColour(i: number): string {
  return SERIES_COLOURS[i % SERIES_COLOURS.length]!;
}

/** More labels than this stand on each other. */
const MOST_LABELS = 16;

export function hasValueLabels(chart: PlannedChart): boolean {
  return chart.series.length * chart.categories.values.length <= MOST_LABELS;
}

/** Counts and percentages are shown from zero: a cut axis makes small differences look large. */
export function startsAtZero({ series }: PlannedChart): boolean {
  return !series.some(({ values }) => values.values.some((value) => Number(value) < 0));
}
