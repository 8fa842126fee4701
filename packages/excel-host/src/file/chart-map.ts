/** Charts, from a file and to one. A kind that a file of this house does not hold is drawn as columns. */
import type {
  AxisData,
  ChartCells as StoredCells,
  ChartData,
  ChartPlace,
  ChartWords,
  LabelPart,
  LabelsData,
  LineData,
  MarkerData,
  PlotData,
  SeriesData,
  WordLook,
} from 'isu-workbook-file/workbook';
import type {
  Axis,
  Chart,
  ChartCells,
  ChartFont,
  ChartLine,
  ChartText,
  DataLabels,
  Gridlines,
  Series,
} from '../model/chart.ts';
import { newChart, newSeries } from '../model/chart-making.ts';
import type { Sheet } from '../model/sheet.ts';
import { areaOfRange, rangeOfArea, shownColour, storedColour } from './areas.ts';
import { capital, small } from './look-map.ts';

type Shape = PlotData['shape'];
type Grouping = PlotData['grouping'];

const TYPE_STARTS: readonly (readonly [start: string, shape: Shape])[] = [
  ['Line', 'line'],
  ['Bar', 'bar'],
  ['Area', 'area'],
  ['Pie', 'pie'],
  ['Doughnut', 'doughnut'],
];

function shapeOf(type: string): Shape {
  return TYPE_STARTS.find(([start]) => type.startsWith(start))?.[1] ?? 'column';
}

function groupingOf(type: string): Grouping {
  if (type.endsWith('Stacked100')) return 'stacked-to-100';
  return type.endsWith('Stacked') ? 'stacked' : 'side-by-side';
}

function typeOf({ shape, grouping, series }: PlotData): string {
  const end = { 'side-by-side': '', stacked: 'Stacked', 'stacked-to-100': 'Stacked100' }[grouping];
  switch (shape) {
    case 'column':
    case 'bar':
      return `${capital(shape)}${end || 'Clustered'}`;
    case 'line':
      return `Line${series.some(({ marker }) => marker !== null) ? 'Markers' : ''}${end}`;
    case 'area':
      return `Area${end}`;
    case 'pie':
    case 'doughnut':
      return capital(shape);
  }
}

const LEGEND_PLACES = { t: 'Top', b: 'Bottom', l: 'Left', r: 'Right', tr: 'Corner' } as const;
const BLANKS = { gap: 'NotPlotted', zero: 'Zero', span: 'Interplotted' } as const;
const TICKS = { none: 'None', in: 'Inside', out: 'Outside', cross: 'Cross' } as const;
const TICK_LABELS = { nextTo: 'NextToAxis', low: 'Low', high: 'High', none: 'None' } as const;

const LABEL_PLACES: Readonly<Record<string, string>> = {
  outEnd: 'OutsideEnd',
  inEnd: 'InsideEnd',
  inBase: 'InsideBase',
  ctr: 'Center',
  t: 'Top',
  b: 'Bottom',
  l: 'Left',
  r: 'Right',
  bestFit: 'BestFit',
};

const LABEL_PARTS = {
  showLegendKey: 'showLegendKey',
  showVal: 'showValue',
  showCatName: 'showCategoryName',
  showSerName: 'showSeriesName',
  showPercent: 'showPercentage',
  showBubbleSize: 'showBubbleSize',
} as const satisfies Readonly<Record<LabelPart, keyof DataLabels>>;

function keyOf<K extends string>(table: Readonly<Record<K, string>>, wanted: string): K | undefined {
  return (Object.keys(table) as K[]).find((key) => table[key] === wanted);
}

/** Every sheet must be there already: a chart may draw cells of any. */
export function readChart(sheet: Sheet, data: ChartData): Chart {
  const { place, legend, axes } = data;
  const chart = newChart(sheet, data.plots[0] ? typeOf(data.plots[0]) : 'ColumnClustered');
  chart.name = data.name === '' ? chart.name : data.name;
  chart.alternative = data.alternative;
  chart.left = sheet.left(place.column) + place.left;
  chart.top = sheet.top(place.row) + place.top;
  chart.width = place.width;
  chart.height = place.height;
  chart.displayBlanksAs = BLANKS[data.blanks];
  chart.plotVisibleOnly = !data.showsHiddenCells;
  chart.fillColor = shownColour(data.fill);
  Object.assign(chart.font, data.font);
  readWords(chart.title, data.title);
  chart.legend.visible = legend !== null;
  if (legend) {
    chart.legend.position = LEGEND_PLACES[legend.at];
    chart.legend.overlay = legend.overlays;
    readFont(chart.legend.font, legend.look);
  }
  if (axes) {
    readAxis(chart.categoryAxis, axes.category);
    readAxis(chart.valueAxis, axes.value);
    chart.categoryAxis.isBetweenCategories = axes.value.crossesBetween;
  }
  for (const plot of data.plots) {
    const type = typeOf(plot);
    for (const series of plot.series) {
      const read = readSeries(chart, series, plot);
      read.chartType = type === chart.chartType ? null : type;
      chart.series.push(read);
    }
  }
  return chart;
}

function readWords(text: ChartText, words: ChartWords | null): void {
  text.visible = words !== null;
  if (!words) return;
  text.text = words.text;
  text.overlay = words.overlays;
  readFont(text.font, words.look);
}

function readFont(font: ChartFont, look: WordLook): void {
  font.size = look.size;
  font.color = `#${look.colour}`;
  font.bold = look.bold;
  font.italic = look.italic ?? false;
  font.name = look.font ?? font.name;
}

function readLine(line: ChartLine, data: LineData | null): void {
  line.lineStyle = data ? 'Continuous' : 'None';
  if (!data) return;
  line.color = `#${data.colour}`;
  line.weight = data.weight;
}

function readGridlines(gridlines: Gridlines, data: LineData | null): void {
  gridlines.visible = data !== null;
  if (data) readLine(gridlines.line, data);
}

function readAxis(axis: Axis, data: AxisData): void {
  axis.visible = data.visible;
  axis.minimum = data.minimum ?? '';
  axis.maximum = data.maximum ?? '';
  axis.majorUnit = data.majorUnit ?? '';
  axis.minorUnit = data.minorUnit ?? '';
  axis.reversePlotOrder = data.reversed;
  axis.scaleType = data.isLogarithmic ? 'Logarithmic' : 'Linear';
  axis.numberFormat = data.format ?? 'General';
  axis.linkNumberFormat = data.format === null;
  axis.majorTickMark = TICKS[data.majorTicks];
  axis.minorTickMark = TICKS[data.minorTicks];
  axis.tickLabelPosition = TICK_LABELS[data.labels];
  readWords(axis.title, data.title);
  readFont(axis.font, data.look);
  readLine(axis.line, data.line);
  readGridlines(axis.majorGridlines, data.majorGridlines);
  readGridlines(axis.minorGridlines, data.minorGridlines);
}

function readSeries(chart: Chart, data: SeriesData, plot: PlotData): Series {
  const series = newSeries(chart, data.name);
  const isLine = plot.shape === 'line';
  const { nameCell, marker, labels } = data;
  series.nameCell = nameCell && cellsOf(chart.sheet, { ...nameCell, ranges: [nameCell.range] });
  series.values = data.values && cellsOf(chart.sheet, data.values);
  series.categories = data.categories && cellsOf(chart.sheet, data.categories);
  series.color = shownColour(data.colour);
  if (isLine) series.line.color = series.color;
  series.line.weight = data.weight;
  series.gapWidth = plot.gap;
  series.overlap = plot.overlap;
  series.smooth = data.smooth;
  series.invertIfNegative = data.invertsNegative;
  series.varyByCategories = plot.variesColours;
  if (isLine)
    series.markerStyle = marker ? (marker.symbol === 'auto' ? 'Automatic' : capital(marker.symbol)) : 'None';
  if (marker) {
    series.markerSize = marker.size;
    series.markerBackgroundColor = shownColour(marker.fill);
    series.markerForegroundColor = shownColour(marker.outline);
  }
  series.hasDataLabels = labels !== null;
  if (labels) readLabels(series.dataLabels, labels);
  return series;
}

/** `null` where the cells are in several pieces, which a series of this model cannot draw. */
function cellsOf(
  { workbook }: Sheet,
  { sheetName, ranges }: Pick<StoredCells, 'sheetName' | 'ranges'>,
): ChartCells | null {
  const sheet = workbook.findSheet(sheetName);
  return sheet && ranges.length === 1 ? { sheet, area: areaOfRange(ranges[0]!) } : null;
}

function readLabels(labels: DataLabels, data: LabelsData): void {
  for (const [part, key] of Object.entries(LABEL_PARTS) as [LabelPart, (typeof LABEL_PARTS)[LabelPart]][]) {
    labels[key] = data.shows.includes(part);
  }
  labels.position = LABEL_PLACES[data.at ?? ''] ?? labels.position;
  labels.separator = data.separator ?? labels.separator;
  labels.numberFormat = data.format ?? 'General';
  labels.linkNumberFormat = data.format === null;
  readFont(labels.font, data.look);
}

export function writtenChart(chart: Chart): ChartData {
  const { legend, categoryAxis, valueAxis } = chart;
  const plots = plotsOf(chart);
  const hasAxes = plots.some(({ shape }) => shape !== 'pie' && shape !== 'doughnut');
  return {
    name: chart.name,
    alternative: chart.alternative,
    place: placeOf(chart),
    language: chart.sheet.workbook.locale.name,
    title: writtenWords(chart.title),
    legend: legend.visible
      ? {
          at: keyOf(LEGEND_PLACES, legend.position) ?? 'b',
          overlays: legend.overlay,
          look: writtenFont(legend.font),
        }
      : null,
    plots,
    axes: hasAxes
      ? {
          category: writtenAxis(categoryAxis, categoryAxis.isBetweenCategories),
          value: writtenAxis(valueAxis, categoryAxis.isBetweenCategories),
        }
      : null,
    showsHiddenCells: !chart.plotVisibleOnly,
    blanks: keyOf(BLANKS, chart.displayBlanksAs) ?? 'gap',
    fill: storedColour(chart.fillColor),
    outline: OUTLINE,
    font: { name: chart.font.name, size: chart.font.size },
  };
}

/** Excel's own light grey, round a chart and for its lines. */
const OUTLINE = 'D9D9D9';
const THIN = 0.75;

/** The cell that has the chart's corner. */
function placeOf({ sheet, left, top, width, height }: Chart): ChartPlace {
  let [row, column] = [0, 0];
  while (sheet.left(column + 1) <= left) column++;
  while (sheet.top(row + 1) <= top) row++;
  return { row, column, left: left - sheet.left(column), top: top - sheet.top(row), width, height };
}

/** Series of one kind are drawn together, in their order. */
function plotsOf(chart: Chart): PlotData[] {
  const types = [...new Set(chart.series.map((series) => series.chartType ?? chart.chartType))];
  return types.map((type) => {
    const drawn = chart.series.filter((series) => (series.chartType ?? chart.chartType) === type);
    const [shape, grouping] = [shapeOf(type), groupingOf(type)];
    const isRound = shape === 'pie' || shape === 'doughnut';
    const { gapWidth = 150, overlap = 0, varyByCategories = false } = drawn[0] ?? {};
    return {
      shape,
      grouping,
      gap: gapWidth,
      overlap: grouping === 'side-by-side' ? overlap : 100,
      variesColours: isRound || varyByCategories,
      series: drawn.map((series) => writtenSeries(series, type)),
    };
  });
}

function writtenSeries(series: Series, type: string): SeriesData {
  const { nameCell, values, categories } = series;
  const shape = shapeOf(type);
  const isLine = shape === 'line';
  const own = isLine ? series.line.color || series.color : series.color;
  return {
    name: series.name,
    nameCell: nameCell && { sheetName: nameCell.sheet.name, range: rangeOfArea(nameCell.area) },
    categories: categories && storedCells(categories, 'texts'),
    values: values && storedCells(values, 'numbers'),
    colour: storedColour(own),
    weight: series.line.weight,
    smooth: series.smooth,
    invertsNegative: series.invertIfNegative,
    marker: isLine ? markerOf(series, type, own) : null,
    labels: series.hasDataLabels ? writtenLabels(series.dataLabels) : null,
  };
}

function markerOf(series: Series, type: string, colour: string): MarkerData | null {
  const { markerStyle, markerSize, markerBackgroundColor, markerForegroundColor } = series;
  const isAutomatic = markerStyle === 'Automatic';
  if (markerStyle === 'None' || (isAutomatic && !type.includes('Markers'))) return null;
  return {
    symbol: isAutomatic ? 'auto' : small(markerStyle),
    size: markerSize,
    fill: storedColour(markerBackgroundColor || colour),
    outline: storedColour(markerForegroundColor || colour),
  };
}

/** With what the cells hold, down a column or along a row. */
function storedCells({ sheet, area }: ChartCells, kind: 'texts' | 'numbers'): StoredCells {
  const isColumn = area.columnCount === 1;
  const values = Array.from({ length: isColumn ? area.rowCount : area.columnCount }, (_, i) => {
    const row = area.row + (isColumn ? i : 0);
    const column = area.column + (isColumn ? 0 : i);
    if (kind === 'texts') return sheet.workbook.shownText(sheet, row, column);
    const value = sheet.value(row, column);
    return typeof value === 'number' ? value : null;
  });
  const format = kind === 'numbers' ? sheet.style(area.row, area.column).numberFormat : 'General';
  return { sheetName: sheet.name, ranges: [rangeOfArea(area)], values, format };
}

function writtenLabels(labels: DataLabels): LabelsData {
  const parts = Object.entries(LABEL_PARTS) as [LabelPart, (typeof LABEL_PARTS)[LabelPart]][];
  return {
    at: keyOf(LABEL_PLACES, labels.position) ?? null,
    format: labels.linkNumberFormat ? null : labels.numberFormat,
    shows: parts.filter(([, key]) => labels[key]).map(([part]) => part),
    separator: labels.separator === ', ' ? null : labels.separator,
    look: writtenFont(labels.font),
  };
}

function writtenWords({ visible, text, overlay, font }: ChartText): ChartWords | null {
  return visible && text !== '' ? { text, overlays: overlay, look: writtenFont(font) } : null;
}

function writtenFont({ size, color, bold, italic, name }: ChartFont): WordLook {
  return { size, colour: storedColour(color) ?? '595959', bold, ...(italic && { italic }), font: name };
}

/** Excel draws the line of a category axis by itself, and none for a value axis. */
function writtenLine({ color, lineStyle, weight }: ChartLine, isDrawnAnyway: boolean): LineData | null {
  if (lineStyle === 'None') return null;
  const colour = storedColour(color);
  if (colour === null) return isDrawnAnyway ? { colour: OUTLINE, weight: THIN } : null;
  return { colour, weight };
}

function writtenGridlines({ visible, line }: Gridlines): LineData | null {
  return visible ? writtenLine(line, true) : null;
}

function writtenAxis(axis: Axis, crossesBetween: boolean): AxisData {
  const limit = (value: number | '') => (value === '' ? null : value);
  return {
    visible: axis.visible,
    title: writtenWords(axis.title),
    minimum: limit(axis.minimum),
    maximum: limit(axis.maximum),
    majorUnit: limit(axis.majorUnit),
    minorUnit: limit(axis.minorUnit),
    reversed: axis.reversePlotOrder,
    isLogarithmic: axis.scaleType === 'Logarithmic',
    format: axis.linkNumberFormat ? null : axis.numberFormat,
    majorGridlines: writtenGridlines(axis.majorGridlines),
    minorGridlines: writtenGridlines(axis.minorGridlines),
    majorTicks: keyOf(TICKS, axis.majorTickMark) ?? 'none',
    minorTicks: keyOf(TICKS, axis.minorTickMark) ?? 'none',
    labels: keyOf(TICK_LABELS, axis.tickLabelPosition) ?? 'nextTo',
    line: writtenLine(axis.line, axis.kind === 'Category'),
    look: writtenFont(axis.font),
    crossesBetween,
  };
}
