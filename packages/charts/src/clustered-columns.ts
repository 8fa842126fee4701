/** Columns side by side, a cluster for each category, with the figure above each column. */
import type { ChartFigures } from './chart-figures.ts';
import type { ChartLayout } from './chart-layout.ts';
import { seriesColour, type ChartColours } from './colours.ts';
import { element, type PictureElement } from './picture-element.ts';
import { labelsThatFit, valueLabel, type LabelWish } from './value-labels.ts';

const WIDEST = 64;
const SMALLEST_LABEL = 8.5;

export function clusteredColumns(
  figures: ChartFigures,
  layout: ChartLayout,
  colours: ChartColours,
): readonly PictureElement[] {
  const width = columnWidth(figures, layout);
  const zero = layout.valueY(0);
  const marks: PictureElement[] = [];
  const wishes: LabelWish[] = [];
  figures.categories.forEach((category, at) => {
    figures.series.forEach((series, s) => {
      const { value, text } = series.figures[at]!;
      const left = layout.categoryX(at) + (s - figures.series.length / 2) * width;
      const end = value === null ? zero : layout.valueY(value);
      const x = left + width / 2;
      wishes.push({
        text,
        x,
        y: end > zero ? end + layout.fontSize : end - layout.fontSize * 0.35,
        isGap: value === null,
      });
      if (value === null) return;
      marks.push(
        element(
          'rect',
          {
            class: `isu-chart-mark isu-chart-series-${String(s + 1)}`,
            'data-row': category.key,
            'data-column': series.column,
            x: left + 1,
            y: Math.min(zero, end),
            width: Math.max(0.5, width - 2),
            height: Math.abs(zero - end),
            fill: seriesColour(colours, s),
          },
          [element('title', {}, [`${category.name} – ${series.name}: ${text}`])],
        ),
      );
    });
  });
  return [...marks, ...labels(wishes, layout, colours)];
}

function columnWidth(figures: ChartFigures, layout: ChartLayout): number {
  return Math.min(WIDEST, (layout.slot * 0.84) / Math.max(1, figures.series.length));
}

/** All figures or none: a column without its figure among others that have theirs would look like a mistake. */
function labels(
  wishes: readonly LabelWish[],
  layout: ChartLayout,
  colours: ChartColours,
): readonly PictureElement[] {
  const frame = { ...layout.plot, left: layout.plot.left - 4, right: layout.plot.right + 6, top: 0 };
  for (let size = layout.fontSize; size >= SMALLEST_LABEL; size -= 0.5) {
    const placed = labelsThatFit(wishes, size, frame);
    if (placed.length === wishes.length) return placed.map((label) => valueLabel(label, size, colours));
  }
  return wishes.filter(({ isGap }) => isGap).map((label) => valueLabel(label, SMALLEST_LABEL, colours));
}
