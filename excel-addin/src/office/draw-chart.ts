/** Draws a planned chart as a native chart of the cells that hold its figures. */
import {
  CHART_TITLE_SIZE,
  CHART_WORD_SIZE,
  COLOURS,
  FONT,
  hasValueLabels,
  MARKER_SIZE,
  ROW_HEIGHT,
  seriesColour,
  startsAtZero,
  VALUE_GAP,
  type ChartCells,
  type PlannedChart,
} from 'isu-workbook-file/sheet-plan';
import { Refused } from './excel-problem.ts';
import { POINTS_PER_PIXEL, type DrawnSheet } from './draw-sheet.ts';

/** About what a chart weighs in a request. */
export const CHART_BYTES = 20_000;

const GREY = `#${COLOURS.grey}`;

/** @param sheetOf the new sheet of a planned name */
export function drawChart(
  sheet: Excel.Worksheet,
  planned: PlannedChart,
  heights: DrawnSheet['heights'],
  sheetOf: (name: string) => Excel.Worksheet,
): void {
  const isLine = planned.shape === 'line';
  const type = isLine ? Excel.ChartType.lineMarkers : Excel.ChartType.columnClustered;
  const cells = (drawn: ChartCells) => chartCells(drawn, planned, sheetOf);
  const first = cells(planned.series[0]!.values);
  const chart = sheet.charts.add(type, first, Excel.ChartSeriesBy.columns);
  chart.name = planned.title;
  chart.left = planned.left * POINTS_PER_PIXEL;
  chart.top = pointsAbove(planned.row, heights);
  chart.width = planned.width * POINTS_PER_PIXEL;
  chart.height = planned.height * POINTS_PER_PIXEL;
  chart.format.font.name = FONT;
  chart.format.font.size = CHART_WORD_SIZE;
  chart.title.text = planned.title;
  chart.title.format.font.size = CHART_TITLE_SIZE;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = `#${COLOURS.accent}`;
  chart.legend.visible = planned.series.length > 1;
  if (planned.series.length > 1) chart.legend.position = Excel.ChartLegendPosition.bottom;
  planned.series.forEach(({ name, values }, i) => {
    const series = i === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    series.name = name;
    series.setValues(i === 0 ? first : cells(values));
    series.setXAxisValues(cells(planned.categories));
    if (isLine) drawLineSeries(series, i);
    else drawColumnSeries(series, i);
    if (hasValueLabels(planned)) drawLabels(series, values.format, isLine);
  });
  drawAxes(chart.axes, planned);
}

/** An open Excel draws a series from one run of cells. Our documents have no other; another's chart is left to the file. */
function chartCells(
  { sheetName, ranges }: ChartCells,
  { title }: PlannedChart,
  sheetOf: (name: string) => Excel.Worksheet,
): Excel.Range {
  if (ranges.length !== 1)
    throw new Refused('chart-of-scattered-rows', {
      sv: `Diagrammet «${title}» bygger på rader som inte följer på varandra, och det kan inte ritas i Excel. Spara resultatet som fil i stället.`,
      en: `The chart "${title}" rests on rows that do not follow each other, and cannot be drawn in Excel. Save the result as a file instead.`,
    });
  const { firstRow, firstColumn, lastRow, lastColumn } = ranges[0]!;
  return sheetOf(sheetName).getRangeByIndexes(
    firstRow,
    firstColumn,
    lastRow - firstRow + 1,
    lastColumn - firstColumn + 1,
  );
}

function pointsAbove(row: number, heights: DrawnSheet['heights']): number {
  const own = heights.reduce((sum, { row: first, rowCount, points }) => {
    const above = Math.max(0, Math.min(rowCount, row - first));
    return sum + above * (points - ROW_HEIGHT);
  }, 0);
  return row * ROW_HEIGHT + own;
}

function drawColumnSeries(series: Excel.ChartSeries, i: number): void {
  series.format.fill.setSolidColor(`#${seriesColour(i)}`);
  series.gapWidth = VALUE_GAP;
}

const MARKER_STYLES = ['Circle', 'Diamond', 'Square', 'Triangle'] as const;

function drawLineSeries(series: Excel.ChartSeries, i: number): void {
  const colour = `#${seriesColour(i)}`;
  series.format.line.color = colour;
  series.markerStyle = MARKER_STYLES[i % MARKER_STYLES.length]!;
  series.markerSize = MARKER_SIZE;
  series.markerBackgroundColor = colour;
  series.smooth = false;
}

function drawLabels(series: Excel.ChartSeries, format: string, isLine: boolean): void {
  series.hasDataLabels = true;
  series.dataLabels.showValue = true;
  series.dataLabels.numberFormat = format;
  series.dataLabels.position = isLine ? 'Top' : 'OutsideEnd';
  series.dataLabels.format.font.size = CHART_WORD_SIZE;
  series.dataLabels.format.font.color = GREY;
}

function drawAxes({ categoryAxis, valueAxis }: Excel.ChartAxes, planned: PlannedChart): void {
  nameAxis(categoryAxis, planned.categoryAxis);
  nameAxis(valueAxis, planned.valueAxis);
  categoryAxis.tickLabelPosition = 'Low';
  categoryAxis.majorTickMark = 'None';
  // A year is a name here, no point in time.
  categoryAxis.categoryType = 'TextAxis';
  valueAxis.majorTickMark = 'None';
  valueAxis.numberFormat = planned.series[0]?.values.format ?? 'General';
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = `#${COLOURS.line}`;
  if (startsAtZero(planned)) valueAxis.minimum = 0;
}

function nameAxis(axis: Excel.ChartAxis, text: string): void {
  axis.format.font.size = CHART_WORD_SIZE;
  axis.format.font.color = GREY;
  if (text === '') {
    axis.title.visible = false;
    return;
  }
  axis.title.text = text;
  axis.title.format.font.size = CHART_WORD_SIZE;
  axis.title.format.font.color = GREY;
}
