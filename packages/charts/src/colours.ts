/**
 * Colours of a chart. They stand as attributes, so a picture in a file looks as it should by itself; every element
 * also has a class (`isu-chart-…`), so that a page's stylesheet can put its own in their place.
 */
export interface ChartColours {
  /** Text, axis line. */
  readonly ink: string;
  /** Tick labels and axis titles. */
  readonly quiet: string;
  readonly grid: string;
  /** What the chart stands on. */
  readonly ground: string;
  /** One a series, in order; further series start over. */
  readonly series: readonly string[];
}

/**
 * Teal and orange keep apart under every form of colour blindness and, by their lightness, in grey print. Both stand
 * out from white by more than 3:1 (WCAG 2.2, 1.4.11), teal by 7:1.
 */
export const CHART_COLOURS: ChartColours = {
  ink: 'currentColor',
  quiet: '#55605f',
  grid: '#d9dfde',
  ground: '#ffffff',
  series: ['#1f5f5b', '#c8702d', '#4b4f9a', '#7a7a2c'],
};

export function seriesColour(colours: ChartColours, series: number): string {
  return colours.series[series % colours.series.length] ?? colours.ink;
}
