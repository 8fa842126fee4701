/**
 * Where everything in a chart stands. From a thumbnail of 150 pixels to a full page the same chart is drawn; what has
 * no room leaves in a fixed order: value labels, axis titles, legend, title. The plot always has its share.
 */
import { formatNumber, type DocumentChart, type Language, type NumberFormat } from 'isu-core';
import type { ChartFigures } from './chart-figures.ts';
import { roundTicks } from './round-ticks.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface ChartSize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
}

export interface ChartLayout {
  readonly fontSize: number;
  readonly titleSize: number;
  readonly title: readonly PlacedText[];
  readonly legend: readonly (PlacedText & { readonly series: number })[];
  readonly valueTitle: PlacedText | null;
  readonly categoryTitle: PlacedText | null;
  readonly ticks: readonly (PlacedText & { readonly value: number })[];
  readonly categoryLabels: readonly PlacedText[];
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Width of a category, in pixels. */
  readonly slot: number;
  /** Middle of a category. */
  categoryX(category: number): number;
  valueY(value: number): number;
}

const PAD = 8;
const LINE = 1.3;
const NO_BREAK = '\u00a0';
const DETAILS = [
  { title: 3, legend: true, axisTitles: true },
  { title: 2, legend: true, axisTitles: false },
  { title: 1, legend: true, axisTitles: false },
  { title: 1, legend: false, axisTitles: false },
  { title: 0, legend: false, axisTitles: false },
] as const;

type Detail = (typeof DETAILS)[number];

export function chartLayout(
  chart: DocumentChart,
  figures: ChartFigures,
  language: Language,
  size: ChartSize,
): ChartLayout {
  const least = Math.max(40, 0.42 * size.height);
  for (const detail of DETAILS) {
    const layout = layoutWith(detail, chart, figures, language, size);
    if (layout.plot.bottom - layout.plot.top >= least) return layout;
  }
  return layoutWith(DETAILS.at(-1)!, chart, figures, language, size);
}

function layoutWith(
  detail: Detail,
  chart: DocumentChart,
  figures: ChartFigures,
  language: Language,
  size: ChartSize,
): ChartLayout {
  const fontSize = size.width < 240 ? 9.5 : size.width < 340 ? 11 : 12;
  const titleSize = fontSize + (size.width < 340 ? 1.5 : 2.5);
  const line = fontSize * LINE;
  const inner = size.width - 2 * PAD;

  const title = wrapText(chart.title, titleSize * 1.1, inner, detail.title).map((text, at) => ({
    text,
    x: PAD,
    y: PAD + titleSize * (1 + at * LINE),
  }));
  let y = PAD + title.length * titleSize * LINE;

  const legend = detail.legend ? legendRows(figures, fontSize, inner, y) : [];
  if (legend.length > 0) y = legend.at(-1)!.y + fontSize * 0.3;

  const valueTitle = detail.axisTitles ? { text: chart.valueAxis, x: PAD, y: y + line * 1.2 } : null;
  if (valueTitle) y = valueTitle.y + fontSize * 0.3;

  const axis = valueAxis(figures, language, size);
  const tickWidth = Math.max(...axis.map((tick) => textWidth(tick.text, fontSize)));
  const left = PAD + tickWidth + 6;
  const right = Math.max(left + 1, size.width - PAD);
  const slot = (right - left) / Math.max(1, figures.categories.length);
  const labels = categoryLines(chart, figures, fontSize, slot);

  const top = y + line * 1.2;
  const below =
    Math.max(1, ...labels.map((lines) => lines.length)) * line + (detail.axisTitles ? line * 1.4 : 0);
  const bottom = Math.max(top + 1, size.height - PAD - below);

  const low = axis[0]!.value;
  const high = axis.at(-1)!.value;
  const valueY = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top);
  const categoryX = (category: number) => left + slot * (category + 0.5);

  return {
    fontSize,
    titleSize,
    title,
    legend,
    valueTitle,
    categoryTitle: detail.axisTitles
      ? { text: chart.categoryAxis, x: (left + right) / 2, y: size.height - PAD }
      : null,
    ticks: axis.map((tick) => ({ ...tick, x: left - 6, y: valueY(tick.value) + fontSize * 0.35 })),
    categoryLabels: labels.flatMap((lines, category) =>
      lines.map((text, at) => ({ text, x: categoryX(category), y: bottom + line * (at + 1) })),
    ),
    plot: { left, right, top, bottom },
    slot,
    categoryX,
    valueY,
  };
}

/** One series needs no legend: the value axis names it. */
function legendRows(
  figures: ChartFigures,
  fontSize: number,
  inner: number,
  top: number,
): ChartLayout['legend'] {
  if (figures.series.length < 2) return [];
  const swatch = fontSize * 1.4;
  let x = PAD;
  let y = top + fontSize * 1.4;
  return figures.series.map(({ name }, series) => {
    const text = wrapText(name, fontSize, inner - swatch, 1)[0] ?? '';
    const width = swatch + textWidth(text, fontSize);
    if (x > PAD && x + width > PAD + inner) {
      x = PAD;
      y += fontSize * LINE;
    }
    const placed = { text, series, x: x + swatch, y };
    x += width + fontSize * 1.4;
    return placed;
  });
}

function valueAxis(
  figures: ChartFigures,
  language: Language,
  size: ChartSize,
): readonly { readonly value: number; readonly text: string }[] {
  const values = figures.series.flatMap(({ figures: all }) => all.flatMap(({ value }) => value ?? []));
  const format = figures.series[0]?.format ?? 'integer';
  const wanted = Math.min(6, Math.max(2, Math.floor(size.height / 70)));
  const { values: ticks, step } = roundTicks(values, wanted, finestStep(format));
  const shown = tickFormat(format, step);
  return ticks.map((value) => ({ value, text: formatNumber(value, shown, language) }));
}

function finestStep(format: NumberFormat): number {
  if (format === 'integer') return 1;
  return format === 'percent' || format === 'percent-one-decimal' ? 0.1 : 0.001;
}

/** As many decimals as the steps need. */
function tickFormat(format: NumberFormat, step: number): NumberFormat {
  if (format === 'percent' || format === 'percent-one-decimal') {
    return step >= 1 ? 'percent' : 'percent-one-decimal';
  }
  if (step >= 1) return 'integer';
  return step >= 0.1 ? 'decimal-1' : step >= 0.01 ? 'decimal-2' : 'decimal-3';
}

/** Groups each keep their name, broken over lines; of years along a line every second or third may do. */
function categoryLines(
  chart: DocumentChart,
  figures: ChartFigures,
  fontSize: number,
  slot: number,
): readonly (readonly string[])[] {
  const names = figures.categories.map(({ name }) => name);
  const widest = Math.max(0, ...names.map((name) => textWidth(name, fontSize)));
  if (chart.shape === 'line') {
    const every = Math.max(1, Math.ceil((widest + 6) / slot));
    return names.map((name, at) => (at % every === 0 ? [name] : []));
  }
  return names.map((name) => {
    const wordsFit = name.split(' ').every((word) => textWidth(word, fontSize) <= slot - 2);
    return wrapText(wordsFit ? name : name.replace(/ /g, NO_BREAK), fontSize, slot - 2, 3);
  });
}
