/** A chart of a document as a picture: title, legend, axes, marks, and a sentence for those who cannot see it. */
import type { DocumentChart, DocumentTable, Language } from 'isu-core';
import { chartFigures, type ChartFigures } from './chart-figures.ts';
import { chartLayout, type ChartLayout, type ChartSize, type PlacedText } from './chart-layout.ts';
import { clusteredColumns } from './clustered-columns.ts';
import { CHART_COLOURS, seriesColour, type ChartColours } from './colours.ts';
import { lines } from './lines.ts';
import { element, type PictureElement } from './picture-element.ts';

export type { ChartSize } from './chart-layout.ts';

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/**
 * @param table the table that the chart names
 * @param size in pixels; from 150 to 900 wide it is readable
 * @example svgText(chartPicture(chart, table, 'sv', { width: 640, height: 360 }))
 */
export function chartPicture(
  chart: DocumentChart,
  table: DocumentTable,
  language: Language,
  size: ChartSize,
  colours: ChartColours = CHART_COLOURS,
): PictureElement {
  const figures = chartFigures(chart, table, language);
  const layout = chartLayout(chart, figures, language, size);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'isu-chart',
      role: 'img',
      'aria-label': chart.alternative,
      lang: language,
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${String(size.width)} ${String(size.height)}`,
      'font-family': FONT,
      'font-size': layout.fontSize,
    },
    [
      ...layout.title.map((line) =>
        words(line, 'title', colours.ink, { 'font-size': layout.titleSize, 'font-weight': '600' }),
      ),
      ...legend(chart, layout, colours),
      ...axes(layout, colours),
      ...drawMarks(chart, figures, layout, colours),
    ],
  );
}

function drawMarks(
  chart: DocumentChart,
  figures: ChartFigures,
  layout: ChartLayout,
  colours: ChartColours,
): readonly PictureElement[] {
  switch (chart.shape) {
    case 'clustered-column':
      return clusteredColumns(figures, layout, colours);
    case 'line':
      return lines(figures, layout, colours);
  }
}

function legend(chart: DocumentChart, layout: ChartLayout, colours: ChartColours): readonly PictureElement[] {
  const side = layout.fontSize * 0.85;
  return layout.legend.flatMap((entry) => {
    const left = entry.x - layout.fontSize * 1.4;
    const marked = {
      class: `isu-chart-mark isu-chart-series-${String(entry.series + 1)}`,
      fill: seriesColour(colours, entry.series),
    };
    const swatch =
      chart.shape === 'line' && entry.series % 2 === 0
        ? element('circle', { ...marked, cx: left + side / 2, cy: entry.y - side / 2, r: side / 2 })
        : element('rect', { ...marked, x: left, y: entry.y - side, width: side, height: side });
    return [swatch, words(entry, 'legend', colours.ink)];
  });
}

function axes(layout: ChartLayout, colours: ChartColours): readonly PictureElement[] {
  const { left, right } = layout.plot;
  const level = (value: number) => ({
    x1: left,
    x2: right,
    y1: layout.valueY(value),
    y2: layout.valueY(value),
  });
  return [
    ...layout.ticks
      .filter(({ value }) => value !== 0)
      .map(({ value }) =>
        element('line', { class: 'isu-chart-grid', ...level(value), stroke: colours.grid }),
      ),
    element('line', { class: 'isu-chart-axis', ...level(0), stroke: colours.quiet }),
    ...layout.ticks.map((tick) => words(tick, 'tick', colours.quiet, { 'text-anchor': 'end' })),
    ...layout.categoryLabels.map((label) =>
      words(label, 'category', colours.ink, { 'text-anchor': 'middle' }),
    ),
    ...(layout.valueTitle ? [words(layout.valueTitle, 'axis-title', colours.quiet)] : []),
    ...(layout.categoryTitle
      ? [words(layout.categoryTitle, 'axis-title', colours.quiet, { 'text-anchor': 'middle' })]
      : []),
  ];
}

function words(
  { text, x, y }: PlacedText,
  part: string,
  fill: string,
  further: Readonly<Record<string, string | number>> = {},
): PictureElement {
  return element('text', { class: `isu-chart-${part}`, x, y, fill, ...further }, [text]);
}
