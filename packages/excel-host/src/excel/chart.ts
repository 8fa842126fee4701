/** Excel.Chart and what it is made of. */
import { plainValue } from '../model/cell-value.ts';
import { cellsGiven } from '../model/cells-of.ts';
import { addChart, deleteChart, newSeries, setData } from '../model/chart-making.ts';
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
import { Fault } from '../model/fault.ts';
import type { Sheet } from '../model/sheet.ts';
import { colourOf } from '../model/style.ts';
import { oneOf, requireNumber, requireText } from '../wire/checked.ts';
import {
  act,
  answer,
  describe,
  event,
  field,
  give,
  giveOrNull,
  items,
  part,
  value,
  writable,
} from '../wire/description.ts';
import { ENUMS } from './enums.ts';
import { LOCAL } from './event-args.ts';

const CHART_TYPES = Object.values(ENUMS['ChartType']!);
const POSITIONS = ['Top', 'Bottom', 'Left', 'Right', 'Corner', 'Custom'] as const;

export const chartCollection = describe<Excel.ChartCollection, Sheet>('ChartCollection', {
  items: items('Chart', ({ charts }) => charts),
  count: value('1.1', ({ charts }) => charts.length),
  add: give('1.1', 'Chart', (sheet, type, source, seriesBy) =>
    addChart(sheet, oneOf('type', type, CHART_TYPES), source, seriesBy ?? 'Auto'),
  ),
  getCount: answer('1.4', ({ charts }) => charts.length),
  getItem: give('1.1', 'Chart', (sheet, name) => findChart(sheet, name)),
  getItemAt: give('1.1', 'Chart', ({ charts }, index) => charts[index]),
  getItemOrNullObject: giveOrNull('1.4', 'Chart', (sheet, name) => findChart(sheet, name)),
  onAdded: event('1.8', 'chart-added', (sheet, { chart }) => chartArgs(sheet, chart, 'ChartAdded')),
  onDeleted: event('1.8', 'chart-deleted', (sheet, { chart }) => chartArgs(sheet, chart, 'ChartDeleted')),
});

function findChart({ charts }: Sheet, key: string): Chart | null {
  return charts.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase()) ?? null;
}

function chartArgs(sheet: Sheet, chart: Chart, type: string): object | null {
  return chart.sheet === sheet ? { type, source: LOCAL, chartId: chart.id, worksheetId: sheet.id } : null;
}

export const chart = describe<Excel.Chart, Chart>(
  'Chart',
  {
    axes: part('1.1', 'ChartAxes', (chart) => chart),
    dataLabels: part('1.1', 'ChartDataLabels', ({ dataLabels }) => dataLabels),
    format: part('1.1', 'ChartAreaFormat', (chart) => chart),
    legend: part('1.1', 'ChartLegend', ({ legend }) => legend),
    series: part('1.1', 'ChartSeriesCollection', (chart) => chart),
    title: part('1.1', 'ChartTitle', ({ title }) => title),
    worksheet: part('1.2', 'Worksheet', ({ sheet }) => sheet),
    id: value('1.7', ({ id }) => id),
    name: writable(
      '1.1',
      ({ name }) => name,
      (chart, name) => {
        const taken = findChart(chart.sheet, requireText('name', name));
        if (taken && taken !== chart)
          throw new Fault('InvalidArgument', `a chart is already named "${name}"`);
        chart.name = name;
      },
    ),
    chartType: writable(
      '1.7',
      ({ chartType }) => chartType as Excel.Interfaces.ChartData['chartType'] & string,
      (chart, type) => {
        chart.chartType = oneOf('chartType', type, CHART_TYPES);
      },
    ),
    left: size('left'),
    top: size('top'),
    width: size('width'),
    height: size('height'),
    style: field('1.8', 'style'),
    displayBlanksAs: field('1.8', 'displayBlanksAs', ['NotPlotted', 'Zero', 'Interplotted']),
    plotVisibleOnly: field('1.8', 'plotVisibleOnly'),
    plotBy: writable(
      '1.8',
      ({ seriesBy }) => seriesBy,
      (chart, plotBy) => {
        chart.seriesBy = oneOf('plotBy', plotBy, ['Rows', 'Columns']);
      },
    ),
    delete: act('1.1', deleteChart),
    setData: act('1.1', (chart, source, seriesBy) => setData(chart, source, seriesBy ?? 'Auto')),
    // Docs, Chart.setPosition: from the start cell's corner to the end cell's; without an end cell the size stays.
    setPosition: act('1.1', (chart, start, end) => {
      const { sheet } = chart;
      const from = cellsGiven(sheet, start).area;
      chart.left = sheet.left(from.column);
      chart.top = sheet.top(from.row);
      if (end === undefined) return;
      const to = cellsGiven(sheet, end).area;
      chart.width = sheet.left(to.column + to.columnCount) - chart.left;
      chart.height = sheet.top(to.row + to.rowCount) - chart.top;
    }),
  },
  ({ isGone, sheet }) => !isGone && !sheet.isGone,
);

function size(key: 'left' | 'top' | 'width' | 'height') {
  return writable<Chart, number>(
    '1.1',
    (chart) => chart[key],
    (chart, points) => {
      chart[key] = requireNumber(key, points);
    },
  );
}

/** Text that is written is seen. */
function shownText<T extends ChartText>() {
  return writable<T, string>(
    '1.1',
    ({ text }) => text,
    (title, text) => {
      title.text = requireText('text', text);
      title.visible = text !== '';
    },
  );
}

export const chartTitle = describe<Excel.ChartTitle, ChartText>('ChartTitle', {
  format: part('1.1', 'ChartTitleFormat', (title) => title),
  text: shownText(),
  visible: field('1.1', 'visible'),
  overlay: field('1.1', 'overlay'),
  position: field('1.7', 'position', ['Automatic', 'Top', 'Bottom', 'Left', 'Right']),
});

export const chartTitleFormat = describe<Excel.ChartTitleFormat, ChartText>('ChartTitleFormat', {
  font: part('1.1', 'ChartFont', ({ font }) => font),
});

export const chartFont = describe<Excel.ChartFont, ChartFont>('ChartFont', {
  bold: field('1.1', 'bold'),
  italic: field('1.1', 'italic'),
  color: colour('1.1', 'color'),
  name: field('1.1', 'name'),
  size: field('1.1', 'size'),
  underline: field('1.1', 'underline', ['None', 'Single']),
});

function colour<K extends string>(since: '1.1' | '1.7', key: K) {
  return writable<Record<K, string>, string>(
    since,
    (target) => target[key],
    (target, given) => {
      target[key] = colourOf(given);
    },
  );
}

export const chartLegend = describe<Excel.ChartLegend, Chart['legend']>('ChartLegend', {
  format: part('1.1', 'ChartLegendFormat', (legend) => legend),
  visible: field('1.1', 'visible'),
  overlay: field('1.1', 'overlay'),
  position: writable(
    '1.1',
    ({ position }) => position as 'Invalid' | (typeof POSITIONS)[number],
    (legend, position) => {
      legend.position = oneOf('position', position, POSITIONS);
    },
  ),
});

export const chartLegendFormat = describe<Excel.ChartLegendFormat, Chart['legend']>('ChartLegendFormat', {
  font: part('1.1', 'ChartFont', ({ font }) => font),
});

export const chartAxes = describe<Excel.ChartAxes, Chart>('ChartAxes', {
  categoryAxis: part('1.1', 'ChartAxis', ({ categoryAxis }) => categoryAxis),
  valueAxis: part('1.1', 'ChartAxis', ({ valueAxis }) => valueAxis),
  seriesAxis: part('1.1', 'ChartAxis', ({ seriesAxis }) => seriesAxis),
  getItem: give('1.7', 'ChartAxis', ({ categoryAxis, valueAxis, seriesAxis }, type, group) => {
    if (group === 'Secondary') throw new Fault('UnsupportedOperation', 'this host has primary axes');
    return { Category: categoryAxis, Value: valueAxis, Series: seriesAxis }[
      oneOf('type', type, ['Category', 'Value', 'Series'])
    ];
  }),
});

/** Docs, ChartAxis.minimum: a number, or an empty text for automatic. */
function limit(key: 'minimum' | 'maximum' | 'majorUnit' | 'minorUnit') {
  return writable<Axis, number | ''>(
    '1.1',
    (axis) => axis[key],
    (axis, given) => {
      axis[key] = given === '' ? '' : requireNumber(key, given, -Infinity);
    },
  );
}

export const chartAxis = describe<Excel.ChartAxis, Axis>('ChartAxis', {
  format: part('1.1', 'ChartAxisFormat', (axis) => axis),
  majorGridlines: part('1.1', 'ChartGridlines', ({ majorGridlines }) => majorGridlines),
  minorGridlines: part('1.1', 'ChartGridlines', ({ minorGridlines }) => minorGridlines),
  title: part('1.1', 'ChartAxisTitle', ({ title }) => title),
  type: value('1.7', ({ kind }) => kind),
  axisGroup: value('1.7', () => 'Primary'),
  visible: field('1.7', 'visible'),
  minimum: limit('minimum'),
  maximum: limit('maximum'),
  majorUnit: limit('majorUnit'),
  minorUnit: limit('minorUnit'),
  numberFormat: writable(
    '1.8',
    ({ numberFormat }) => numberFormat,
    (axis, format) => {
      axis.numberFormat = requireText('numberFormat', format);
      axis.linkNumberFormat = false;
    },
  ),
  linkNumberFormat: field('1.9', 'linkNumberFormat'),
  reversePlotOrder: field('1.7', 'reversePlotOrder'),
  categoryType: field('1.7', 'categoryType', ['Automatic', 'TextAxis', 'DateAxis']),
  tickLabelPosition: field('1.7', 'tickLabelPosition', ['NextToAxis', 'High', 'Low', 'None']),
  majorTickMark: field('1.7', 'majorTickMark', ['None', 'Cross', 'Inside', 'Outside']),
  minorTickMark: field('1.7', 'minorTickMark', ['None', 'Cross', 'Inside', 'Outside']),
  scaleType: field('1.7', 'scaleType', ['Linear', 'Logarithmic']),
  isBetweenCategories: field('1.8', 'isBetweenCategories'),
});

export const chartAxisFormat = describe<Excel.ChartAxisFormat, Axis>('ChartAxisFormat', {
  font: part('1.1', 'ChartFont', ({ font }) => font),
  line: part('1.1', 'ChartLineFormat', ({ line }) => line),
});

export const chartAxisTitle = describe<Excel.ChartAxisTitle, ChartText>('ChartAxisTitle', {
  format: part('1.1', 'ChartAxisTitleFormat', (title) => title),
  text: shownText(),
  visible: field('1.1', 'visible'),
});

export const chartAxisTitleFormat = describe<Excel.ChartAxisTitleFormat, ChartText>('ChartAxisTitleFormat', {
  font: part('1.1', 'ChartFont', ({ font }) => font),
});

export const chartGridlines = describe<Excel.ChartGridlines, Gridlines>('ChartGridlines', {
  format: part('1.1', 'ChartGridlinesFormat', (gridlines) => gridlines),
  visible: field('1.1', 'visible'),
});

export const chartGridlinesFormat = describe<Excel.ChartGridlinesFormat, Gridlines>('ChartGridlinesFormat', {
  line: part('1.1', 'ChartLineFormat', ({ line }) => line),
});

export const chartLineFormat = describe<Excel.ChartLineFormat, ChartLine>('ChartLineFormat', {
  color: colour('1.1', 'color'),
  lineStyle: writable(
    '1.7',
    ({ lineStyle }) => lineStyle as Excel.Interfaces.ChartLineFormatData['lineStyle'] & string,
    (line, style) => {
      line.lineStyle = oneOf('lineStyle', style, Object.values(ENUMS['ChartLineStyle']!));
    },
  ),
  weight: field('1.7', 'weight'),
  clear: act('1.1', (line) => {
    line.color = '';
    line.lineStyle = 'None';
  }),
});

export const chartSeriesCollection = describe<Excel.ChartSeriesCollection, Chart>('ChartSeriesCollection', {
  items: items('ChartSeries', ({ series }) => series),
  count: value('1.1', ({ series }) => series.length),
  add: give('1.7', 'ChartSeries', (chart, name, index) => {
    const added = newSeries(chart, name ?? `Series${String(chart.series.length + 1)}`);
    chart.series.splice(index ?? chart.series.length, 0, added);
    return added;
  }),
  getCount: answer('1.4', ({ series }) => series.length),
  getItemAt: give('1.1', 'ChartSeries', ({ series }, index) => series[index]),
});

export const chartSeries = describe<Excel.ChartSeries, Series>(
  'ChartSeries',
  {
    dataLabels: part('1.8', 'ChartDataLabels', ({ dataLabels }) => dataLabels),
    format: part('1.1', 'ChartSeriesFormat', (series) => series),
    name: writable(
      '1.1',
      ({ name }) => name,
      (series, name) => {
        series.name = requireText('name', name);
        series.nameCell = null;
      },
    ),
    chartType: writable(
      '1.7',
      (series) =>
        (series.chartType ?? series.chart.chartType) as Excel.Interfaces.ChartSeriesData['chartType'] &
          string,
      (series, type) => {
        series.chartType = oneOf('chartType', type, CHART_TYPES);
      },
    ),
    axisGroup: field('1.8', 'axisGroup', ['Primary', 'Secondary']),
    gapWidth: writable(
      '1.7',
      ({ gapWidth }) => gapWidth,
      (series, percent) => {
        series.gapWidth = requireNumber('gapWidth', percent, 0, 500);
      },
    ),
    overlap: writable(
      '1.8',
      ({ overlap }) => overlap,
      (series, percent) => {
        series.overlap = requireNumber('overlap', percent, -100, 100);
      },
    ),
    smooth: field('1.7', 'smooth'),
    hasDataLabels: field('1.7', 'hasDataLabels'),
    invertIfNegative: field('1.8', 'invertIfNegative'),
    varyByCategories: field('1.8', 'varyByCategories'),
    markerStyle: writable(
      '1.7',
      ({ markerStyle }) => markerStyle as Excel.Interfaces.ChartSeriesData['markerStyle'] & string,
      (series, style) => {
        series.markerStyle = oneOf('markerStyle', style, Object.values(ENUMS['ChartMarkerStyle']!));
      },
    ),
    markerSize: writable(
      '1.7',
      ({ markerSize }) => markerSize,
      (series, points) => {
        series.markerSize = requireNumber('markerSize', points, 2, 72);
      },
    ),
    markerBackgroundColor: colour('1.7', 'markerBackgroundColor'),
    markerForegroundColor: colour('1.7', 'markerForegroundColor'),
    delete: act('1.7', (series) => {
      series.isGone = true;
      series.chart.series.splice(series.chart.series.indexOf(series), 1);
    }),
    getDimensionValues: answer('1.12', (series, dimension) => {
      const cells = dimension === 'Categories' || dimension === 'XValues' ? series.categories : series.values;
      return cells ? textsOf(cells) : [];
    }),
    setValues: act('1.7', (series, { sheet, area }) => {
      series.values = { sheet, area };
    }),
    setXAxisValues: act('1.7', (series, { sheet, area }) => {
      series.categories = { sheet, area };
    }),
  },
  ({ isGone, chart }) => !isGone && !chart.isGone && !chart.sheet.isGone,
);

function textsOf({ sheet, area }: ChartCells): string[] {
  const texts: string[] = [];
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      texts.push(String(plainValue(sheet.value(row, column))));
    }
  }
  return texts;
}

export const chartSeriesFormat = describe<Excel.ChartSeriesFormat, Series>('ChartSeriesFormat', {
  fill: part('1.1', 'ChartFill', (series) => ({ holder: series, key: 'color' })),
  line: part('1.1', 'ChartLineFormat', ({ line }) => line),
});

export const chartAreaFormat = describe<Excel.ChartAreaFormat, Chart>('ChartAreaFormat', {
  fill: part('1.1', 'ChartFill', (chart) => ({ holder: chart, key: 'fillColor' })),
  font: part('1.1', 'ChartFont', ({ font }) => font),
});

/** A fill is a colour somewhere in the chart. */
interface Fill {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

export const chartFill = describe<Excel.ChartFill, Fill>('ChartFill', {
  clear: act('1.1', ({ holder, key }) => {
    holder[key] = '';
  }),
  setSolidColor: act('1.1', ({ holder, key }, colour) => {
    holder[key] = colourOf(colour);
  }),
  getSolidColor: answer('1.16', ({ holder, key }) => String(holder[key])),
});

export const chartDataLabels = describe<Excel.ChartDataLabels, DataLabels>('ChartDataLabels', {
  format: part('1.1', 'ChartDataLabelFormat', (labels) => labels),
  position: writable(
    '1.1',
    ({ position }) => position as Excel.Interfaces.ChartDataLabelsData['position'] & string,
    (labels, position) => {
      labels.position = oneOf('position', position, Object.values(ENUMS['ChartDataLabelPosition']!));
    },
  ),
  showValue: field('1.1', 'showValue'),
  showSeriesName: field('1.1', 'showSeriesName'),
  showCategoryName: field('1.1', 'showCategoryName'),
  showPercentage: field('1.1', 'showPercentage'),
  showLegendKey: field('1.1', 'showLegendKey'),
  showBubbleSize: field('1.1', 'showBubbleSize'),
  separator: field('1.1', 'separator'),
  numberFormat: writable(
    '1.8',
    ({ numberFormat }) => numberFormat,
    (labels, format) => {
      labels.numberFormat = requireText('numberFormat', format);
      labels.linkNumberFormat = false;
    },
  ),
  linkNumberFormat: field('1.9', 'linkNumberFormat'),
});

export const chartDataLabelFormat = describe<Excel.ChartDataLabelFormat, DataLabels>('ChartDataLabelFormat', {
  font: part('1.1', 'ChartFont', ({ font }) => font),
});
