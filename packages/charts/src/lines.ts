/** A line for each series over the categories in order; it breaks where a figure is hidden or missing. */
import type { ChartFigures, ChartSeries } from './chart-figures.ts';
import type { ChartLayout } from './chart-layout.ts';
import { seriesColour, type ChartColours } from './colours.ts';
import { coordinate, element, type PictureElement } from './picture-element.ts';
import { labelsThatFit, valueLabel, type Box, type LabelWish } from './value-labels.ts';

/** Series are told apart by mark and dash too, not by colour alone. */
const DASHES = [undefined, '7 4', '2 3', '10 3 2 3'] as const;

export function lines(
  figures: ChartFigures,
  layout: ChartLayout,
  colours: ChartColours,
): readonly PictureElement[] {
  return [
    ...figures.series.flatMap((series, s) => linePath(series, s, layout, colours)),
    ...figures.series.flatMap((series, s) => points(series, s, figures, layout, colours)),
    ...valueLabels(figures, layout, colours),
  ];
}

function linePath(
  series: ChartSeries,
  s: number,
  layout: ChartLayout,
  colours: ChartColours,
): readonly PictureElement[] {
  let path = '';
  let pen = 'M';
  series.figures.forEach(({ value }, at) => {
    if (value === null) {
      pen = 'M';
      return;
    }
    path += `${pen}${coordinate(layout.categoryX(at))} ${coordinate(layout.valueY(value))}`;
    pen = 'L';
  });
  if (path === '') return [];
  return [
    element('path', {
      class: `isu-chart-line isu-chart-series-${String(s + 1)}`,
      d: path,
      fill: 'none',
      stroke: seriesColour(colours, s),
      'stroke-width': 2.5,
      'stroke-linejoin': 'round',
      'stroke-dasharray': DASHES[s % DASHES.length],
    }),
  ];
}

function points(
  series: ChartSeries,
  s: number,
  figures: ChartFigures,
  layout: ChartLayout,
  colours: ChartColours,
): readonly PictureElement[] {
  return series.figures.flatMap(({ value, text }, at) => {
    if (value === null) return [];
    const category = figures.categories[at]!;
    const x = layout.categoryX(at);
    const y = layout.valueY(value);
    const marked = {
      class: `isu-chart-mark isu-chart-series-${String(s + 1)}`,
      'data-row': category.key,
      'data-column': series.column,
      fill: seriesColour(colours, s),
    };
    const title = [element('title', {}, [`${category.name} – ${series.name}: ${text}`])];
    return s % 2 === 0
      ? [element('circle', { ...marked, cx: x, cy: y, r: 4 }, title)]
      : [element('rect', { ...marked, x: x - 3.5, y: y - 3.5, width: 7, height: 7 }, title)];
  });
}

/**
 * The uppermost figure of a category stands above its point, the lowest below. One that would collide is left out;
 * where most would, all are.
 */
function valueLabels(
  figures: ChartFigures,
  layout: ChartLayout,
  colours: ChartColours,
): readonly PictureElement[] {
  const size = layout.fontSize;
  const zero = layout.valueY(0);
  const wishes: LabelWish[] = [];
  const marks: Box[] = [];
  figures.categories.forEach((_, at) => {
    const x = layout.categoryX(at);
    const shown = figures.series
      .map(({ figures: all }) => all[at]!)
      .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
    shown.forEach(({ value, text }, rank) => {
      const y = value === null ? zero : layout.valueY(value);
      if (value !== null) marks.push({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 });
      const below = value !== null && rank > 0 && rank === shown.length - 1;
      wishes.push({ text, x, y: below ? y + size * 1.3 : y - size * 0.6, isGap: value === null });
    });
  });
  const frame = { ...layout.plot, left: layout.plot.left - 4, right: layout.plot.right + 6, top: 0 };
  const fitting = labelsThatFit(wishes, size, frame, marks).filter(
    ({ isGap, y }) => isGap || y < layout.plot.bottom - 2,
  );
  const shown = fitting.length < 0.7 * wishes.length ? fitting.filter(({ isGap }) => isGap) : fitting;
  return shown.map((label) => valueLabel(label, size, colours));
}
