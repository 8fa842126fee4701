/** Charts made from cells as Excel makes them: which are names, which are categories, which are series. */
import { cellCount, type Area } from './area.ts';
import type { Axis, Chart, ChartFont, ChartLine, ChartText, DataLabels, Series } from './chart.ts';
import type { CellsOf } from './cells-of.ts';
import { Fault } from './fault.ts';
import { freeName } from './naming.ts';
import type { Sheet } from './sheet.ts';

/** Excel's own size for a new chart, in points. */
const SIZE = { width: 360, height: 216 };

export function addChart(sheet: Sheet, chartType: string, source: CellsOf, seriesBy: string): Chart {
  sheet.demand('allowEditObjects');
  const chart = newChart(sheet, chartType);
  setData(chart, source, seriesBy);
  sheet.charts.push(chart);
  sheet.workbook.events.emit({ kind: 'chart-added', chart });
  return chart;
}

/** A chart of nothing, as Excel first lays it; it is not on its sheet yet. */
export function newChart(sheet: Sheet, chartType: string): Chart {
  const { workbook } = sheet;
  const number = workbook.nextNumber();
  const names = sheet.charts.map(({ name }) => name);
  const base = workbook.locale.name.startsWith('sv') ? 'Diagram ' : 'Chart ';
  return {
    id: `{00000000-0008-0000-0000-${number.toString(16).toUpperCase().padStart(12, '0')}}`,
    sheet,
    name: freeName(base, names),
    alternative: '',
    chartType,
    seriesBy: 'Columns',
    left: sheet.left(sheet.selection.column) + 100,
    top: sheet.top(sheet.selection.row) + 50,
    ...SIZE,
    style: 201,
    displayBlanksAs: 'NotPlotted',
    plotVisibleOnly: true,
    fillColor: '',
    font: chartFont(10),
    title: chartText('', true, 14),
    legend: { visible: true, position: 'Bottom', overlay: false, font: chartFont(9) },
    dataLabels: dataLabels(),
    categoryAxis: axis('Category'),
    valueAxis: axis('Value'),
    seriesAxis: axis('Series'),
    series: [],
    isGone: false,
  };
}

export function deleteChart(chart: Chart): void {
  chart.sheet.demand('allowEditObjects');
  chart.isGone = true;
  chart.sheet.charts = chart.sheet.charts.filter((other) => other !== chart);
  chart.sheet.workbook.events.emit({ kind: 'chart-deleted', chart });
}

/**
 * A top row of texts names the series, a first column of texts is the categories (the other way round for rows). With
 * one series its name is the title, and there is no legend.
 */
export function setData(chart: Chart, source: CellsOf, wanted: string): void {
  const { area } = source;
  if (cellCount(area) > 32_000 * 255)
    throw new Fault('InvalidArgument', 'a chart draws at most 255 series of 32,000');
  chart.seriesBy =
    wanted === 'Columns' || wanted === 'Rows'
      ? wanted
      : area.columnCount > area.rowCount
        ? 'Rows'
        : 'Columns';
  const { names, categories, body } = partsOf(source, chart.seriesBy);
  const lines = linesOf(body, chart.seriesBy);
  chart.series.splice(0).forEach((series) => (series.isGone = true));
  lines.forEach((line, i) => {
    const series = newSeries(chart, '');
    series.values = { sheet: source.sheet, area: line };
    series.categories = categories && { sheet: source.sheet, area: categories };
    const nameCell = names && linesOf(names, chart.seriesBy)[i];
    series.nameCell = nameCell ? { sheet: source.sheet, area: nameCell } : null;
    series.name = nameCell
      ? source.sheet.workbook.shownText(source.sheet, nameCell.row, nameCell.column)
      : `Series${String(i + 1)}`;
    chart.series.push(series);
  });
  const isAlone = chart.series.length === 1;
  chart.title.visible = isAlone || chart.title.text !== '';
  if (isAlone && chart.title.text === '') chart.title.text = chart.series[0]!.name;
  chart.legend.visible = !isAlone;
}

interface Parts {
  readonly names: Area | null;
  readonly categories: Area | null;
  readonly body: Area;
}

function partsOf({ sheet, area }: CellsOf, seriesBy: 'Columns' | 'Rows'): Parts {
  const top = { ...area, rowCount: 1 };
  const left = { ...area, columnCount: 1 };
  const hasTop = area.rowCount > 1 && isWords(sheet, top);
  const hasLeft = area.columnCount > 1 && isWords(sheet, left);
  const body = {
    row: area.row + Number(hasTop),
    column: area.column + Number(hasLeft),
    rowCount: area.rowCount - Number(hasTop),
    columnCount: area.columnCount - Number(hasLeft),
  };
  const topPart = hasTop ? { ...body, row: area.row, rowCount: 1 } : null;
  const leftPart = hasLeft ? { ...body, column: area.column, columnCount: 1 } : null;
  return seriesBy === 'Columns'
    ? { names: topPart, categories: leftPart, body }
    : { names: leftPart, categories: topPart, body };
}

/** Whether the line has words and no numbers, past its corner. */
function isWords(sheet: Sheet, line: Area): boolean {
  let [words, numbers] = [0, 0];
  sheet.cells.eachFilled(line, (row, column, value) => {
    if (row === line.row && column === line.column && cellCount(line) > 1) return;
    if (typeof value === 'number') numbers++;
    else words++;
  });
  return words > 0 && numbers === 0;
}

function linesOf(area: Area, seriesBy: 'Columns' | 'Rows'): Area[] {
  return seriesBy === 'Columns'
    ? Array.from({ length: area.columnCount }, (_, i) => ({
        ...area,
        column: area.column + i,
        columnCount: 1,
      }))
    : Array.from({ length: area.rowCount }, (_, i) => ({ ...area, row: area.row + i, rowCount: 1 }));
}

export function newSeries(chart: Chart, name: string): Series {
  return {
    chart,
    name,
    nameCell: null,
    values: null,
    categories: null,
    chartType: null,
    axisGroup: 'Primary',
    color: '',
    line: chartLine(),
    gapWidth: 150,
    overlap: 0,
    smooth: false,
    hasDataLabels: false,
    dataLabels: dataLabels(),
    markerStyle: 'Automatic',
    markerSize: 7,
    markerBackgroundColor: '',
    markerForegroundColor: '',
    invertIfNegative: false,
    varyByCategories: false,
    isGone: false,
  };
}

function chartFont(size: number): ChartFont {
  return { bold: false, italic: false, color: '#595959', name: 'Calibri', size, underline: 'None' };
}

function chartText(text: string, visible: boolean, size: number): ChartText {
  return { text, visible, overlay: false, position: 'Top', font: chartFont(size) };
}

function chartLine(): ChartLine {
  return { color: '', lineStyle: 'Continuous', weight: 2.25 };
}

function dataLabels(): DataLabels {
  return {
    position: 'OutsideEnd',
    showValue: true,
    showSeriesName: false,
    showCategoryName: false,
    showPercentage: false,
    showLegendKey: false,
    showBubbleSize: false,
    separator: ', ',
    numberFormat: 'General',
    linkNumberFormat: true,
    font: chartFont(9),
  };
}

function axis(kind: Axis['kind']): Axis {
  return {
    kind,
    title: chartText('', false, 10),
    visible: true,
    minimum: '',
    maximum: '',
    majorUnit: '',
    minorUnit: '',
    numberFormat: 'General',
    linkNumberFormat: true,
    reversePlotOrder: false,
    categoryType: 'Automatic',
    tickLabelPosition: 'NextToAxis',
    majorTickMark: 'None',
    minorTickMark: 'None',
    scaleType: 'Linear',
    isBetweenCategories: true,
    font: chartFont(9),
    line: chartLine(),
    majorGridlines: { visible: kind === 'Value', line: chartLine() },
    minorGridlines: { visible: false, line: chartLine() },
  };
}
