/** How a chart looks, as data that a file and an open Excel can both be drawn by. */
import { COLOURS } from './look.ts';
import type { PlannedChart } from './sheet-plan.ts';

/** In points. */
export const CHART_TITLE_SIZE = 12;
export const CHART_WORD_SIZE = 9;

/** Between groups of columns, in percent of a column's width. */
export const VALUE_GAP = 70;

/** Told apart by lightness too, so that a print in black and white is read. */
const SERIES_COLOURS = [COLOURS.accent, COLOURS.accentLight, '5B6770', 'B08A3E', '3F7F7A', 'A7AFB4'] as const;

export const MARKERS = ['circle', 'diamond', 'square', 'triangle'] as const;

/** In points. */
export const MARKER_SIZE = 7;

/** RRGGBB. */
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
