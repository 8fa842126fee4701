/** A chart as a part of an .xlsx file: bars, columns, lines and pies; any other type is drawn as columns. */
import { absoluteAddress, quotedSheetName } from '../model/address.ts';
import type { Axis, Chart, ChartCells, ChartText, Series } from '../model/chart.ts';
import { escapeXml } from './xml.ts';

export function chartPart(chart: Chart): string {
  const shape = shapeOf(chart.chartType);
  const isPie = shape === 'pie';
  const series = chart.series.map((each, i) => seriesElement(each, i, shape)).join('');
  return (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    `<c:chart>${title(chart.title)}<c:autoTitleDeleted val="${chart.title.visible ? '0' : '1'}"/><c:plotArea><c:layout/>` +
    plot(chart.chartType, shape, series) +
    (isPie ? '' : axes(chart, shape)) +
    `</c:plotArea>${legend(chart)}<c:plotVisOnly val="1"/></c:chart></c:chartSpace>`
  );
}

type Shape = 'column' | 'bar' | 'line' | 'pie';

function shapeOf(type: string): Shape {
  if (type.startsWith('Line')) return 'line';
  if (type.startsWith('Bar')) return 'bar';
  return type.startsWith('Pie') || type.startsWith('Doughnut') ? 'pie' : 'column';
}

const AXES = '<c:axId val="1"/><c:axId val="2"/>';

function plot(type: string, shape: Shape, series: string): string {
  const grouping = type.endsWith('Stacked100')
    ? 'percentStacked'
    : type.endsWith('Stacked')
      ? 'stacked'
      : null;
  switch (shape) {
    case 'pie':
      return `<c:pieChart><c:varyColors val="1"/>${series}</c:pieChart>`;
    case 'line':
      return `<c:lineChart><c:grouping val="${grouping ?? 'standard'}"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${AXES}</c:lineChart>`;
    case 'column':
    case 'bar':
      return (
        `<c:barChart><c:barDir val="${shape === 'bar' ? 'bar' : 'col'}"/><c:grouping val="${grouping ?? 'clustered'}"/>` +
        `<c:varyColors val="0"/>${series}<c:gapWidth val="80"/>${grouping === null ? '' : '<c:overlap val="100"/>'}${AXES}</c:barChart>`
      );
  }
}

function seriesElement(series: Series, i: number, shape: Shape): string {
  const number = String(i);
  const name = series.nameCell
    ? `<c:strRef><c:f>${reference(series.nameCell)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(series.name)}</c:v></c:pt></c:strCache></c:strRef>`
    : `<c:v>${escapeXml(series.name)}</c:v>`;
  return (
    `<c:ser><c:idx val="${number}"/><c:order val="${number}"/><c:tx>${name}</c:tx>${look(series, shape)}` +
    (series.categories ? `<c:cat>${texts(series.categories)}</c:cat>` : '') +
    (series.values ? `<c:val>${numbers(series.values)}</c:val>` : '') +
    (shape === 'line' ? `<c:smooth val="${series.smooth ? '1' : '0'}"/>` : '') +
    '</c:ser>'
  );
}

/** Office's accents: the file has no theme that could give them. */
const ACCENTS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;

function look(series: Series, shape: Shape): string {
  const own = shape === 'line' ? series.line.color || series.color : series.color;
  if (own === '' && shape === 'pie') return '';
  const colour = own || ACCENTS[series.chart.series.indexOf(series) % ACCENTS.length]!;
  const fill = `<a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill>`;
  return `<c:spPr>${shape === 'line' ? `<a:ln w="28575">${fill}</a:ln>` : fill}</c:spPr>`;
}

function reference({ sheet, area }: ChartCells): string {
  return escapeXml(`${quotedSheetName(sheet.name)}!${absoluteAddress(area)}`);
}

function points(cells: ChartCells, show: (row: number, column: number) => string | null): string {
  const { area } = cells;
  const found: string[] = [];
  const count = area.rowCount * area.columnCount;
  for (let i = 0; i < count; i++) {
    const row = area.row + (area.columnCount === 1 ? i : 0);
    const column = area.column + (area.columnCount === 1 ? 0 : i);
    const text = show(row, column);
    if (text !== null) found.push(`<c:pt idx="${String(i)}"><c:v>${escapeXml(text)}</c:v></c:pt>`);
  }
  return `<c:ptCount val="${String(count)}"/>${found.join('')}`;
}

function texts(cells: ChartCells): string {
  const shown = points(cells, (row, column) => cells.sheet.workbook.shownText(cells.sheet, row, column));
  return `<c:strRef><c:f>${reference(cells)}</c:f><c:strCache>${shown}</c:strCache></c:strRef>`;
}

function numbers(cells: ChartCells): string {
  const shown = points(cells, (row, column) => {
    const value = cells.sheet.value(row, column);
    return typeof value === 'number' ? String(value) : null;
  });
  return `<c:numRef><c:f>${reference(cells)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${shown}</c:numCache></c:numRef>`;
}

function title({ visible, text }: ChartText): string {
  if (!visible || text === '') return '';
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function axes({ categoryAxis, valueAxis }: Chart, shape: Shape): string {
  const [bottom, left] = shape === 'bar' ? ['l', 'b'] : ['b', 'l'];
  return (
    `<c:catAx><c:axId val="1"/>${scaling(categoryAxis)}<c:delete val="${categoryAxis.visible ? '0' : '1'}"/><c:axPos val="${bottom}"/>` +
    `${title(categoryAxis.title)}<c:crossAx val="2"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/>${scaling(valueAxis)}<c:delete val="${valueAxis.visible ? '0' : '1'}"/><c:axPos val="${left}"/>` +
    `${valueAxis.majorGridlines.visible ? '<c:majorGridlines/>' : ''}${title(valueAxis.title)}` +
    `<c:numFmt formatCode="${escapeXml(valueAxis.numberFormat)}" sourceLinked="${valueAxis.linkNumberFormat ? '1' : '0'}"/><c:crossAx val="1"/></c:valAx>`
  );
}

function scaling({ minimum, maximum, reversePlotOrder }: Axis): string {
  const limit = (name: string, value: number | '') =>
    value === '' ? '' : `<c:${name} val="${String(value)}"/>`;
  return `<c:scaling><c:orientation val="${reversePlotOrder ? 'maxMin' : 'minMax'}"/>${limit('max', maximum)}${limit('min', minimum)}</c:scaling>`;
}

const PLACES: Readonly<Record<string, string>> = {
  Top: 't',
  Bottom: 'b',
  Left: 'l',
  Right: 'r',
  Corner: 'tr',
};

function legend({ legend: { visible, position } }: Chart): string {
  return visible
    ? `<c:legend><c:legendPos val="${PLACES[position] ?? 'b'}"/><c:overlay val="0"/></c:legend>`
    : '';
}
