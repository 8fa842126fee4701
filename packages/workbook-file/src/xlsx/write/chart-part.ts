/**
 * A native chart (ECMA-376, part 1, 21.2) that draws cells of the workbook. What the cells hold stands in the part as
 * well, for programs that show a chart without working it out.
 */
import { reference } from '../address.ts';
import {
  LABEL_PARTS,
  type AxisData,
  type ChartCells,
  type ChartData,
  type ChartWords,
  type LabelsData,
  type LineData,
  type MarkerData,
  type PlotData,
  type SeriesData,
  type WordLook,
} from '../chart-data.ts';
import { drawingText, one, XML_START } from './xml.ts';

const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

export function chartPart(chart: ChartData): string {
  const { axes, legend } = chart;
  const isLying = chart.plots.some(({ shape }) => shape === 'bar');
  let number = 0;
  const plots = chart.plots.map((each) => plot(each, () => number++));
  return (
    `${XML_START}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:date1904 val="0"/><c:lang val="${drawingText(chart.language)}"/><c:roundedCorners val="0"/><c:chart>` +
    `${title(chart.title)}<c:autoTitleDeleted val="${one(chart.title === null)}"/><c:plotArea><c:layout/>` +
    plots.join('') +
    (axes
      ? categoryAxis(axes.category, isLying ? 'l' : 'b') + valueAxis(axes.value, isLying ? 'b' : 'l')
      : '') +
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>' +
    (legend
      ? `<c:legend><c:legendPos val="${legend.at}"/><c:overlay val="${one(legend.overlays)}"/>${textLook(legend.look)}</c:legend>`
      : '') +
    `<c:plotVisOnly val="${one(!chart.showsHiddenCells)}"/><c:dispBlanksAs val="${chart.blanks}"/></c:chart>` +
    `<c:spPr>${chart.fill === null ? GROUND : fill(chart.fill)}<a:ln w="9525">${chart.outline === null ? '<a:noFill/>' : fill(chart.outline)}</a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${hundredths(chart.font.size)}"><a:latin typeface="${drawingText(chart.font.name)}"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>` +
    '</c:chartSpace>'
  );
}

const GROUND = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>';

const GROUPINGS = {
  'side-by-side': { bars: 'clustered', lines: 'standard' },
  stacked: { bars: 'stacked', lines: 'stacked' },
  'stacked-to-100': { bars: 'percentStacked', lines: 'percentStacked' },
} as const;

/** @param next numbers the series through all plots */
function plot(plotted: PlotData, next: () => number): string {
  const { shape, grouping, gap, overlap } = plotted;
  const { bars, lines } = GROUPINGS[grouping];
  const series = plotted.series.map((each) => seriesElement(each, plotted, next())).join('');
  const varied = `<c:varyColors val="${one(plotted.variesColours)}"/>`;
  switch (shape) {
    case 'column':
    case 'bar':
      return (
        `<c:barChart><c:barDir val="${shape === 'bar' ? 'bar' : 'col'}"/><c:grouping val="${bars}"/>${varied}${series}` +
        `<c:gapWidth val="${String(gap)}"/>${overlap === 0 ? '' : `<c:overlap val="${String(overlap)}"/>`}${axisIds()}</c:barChart>`
      );
    case 'line':
      return `<c:lineChart><c:grouping val="${lines}"/>${varied}${series}<c:marker val="1"/>${axisIds()}</c:lineChart>`;
    case 'area':
      return `<c:areaChart><c:grouping val="${lines}"/>${varied}${series}${axisIds()}</c:areaChart>`;
    case 'pie':
      return `<c:pieChart>${varied}${series}<c:firstSliceAng val="0"/></c:pieChart>`;
    case 'doughnut':
      return `<c:doughnutChart>${varied}${series}<c:firstSliceAng val="0"/><c:holeSize val="60"/></c:doughnutChart>`;
  }
}

function seriesElement(series: SeriesData, { shape, grouping }: PlotData, number: number): string {
  const start = `<c:ser><c:idx val="${String(number)}"/><c:order val="${String(number)}"/><c:tx>${nameOf(series)}</c:tx>`;
  const cells = `${labels(series.labels, shape, grouping)}${seriesCells(series)}`;
  switch (shape) {
    case 'line':
      return (
        `${start}${stroke(series)}${marker(series.marker)}${cells}` +
        `<c:smooth val="${one(series.smooth)}"/></c:ser>`
      );
    case 'column':
    case 'bar':
      return `${start}${area(series)}<c:invertIfNegative val="${one(series.invertsNegative)}"/>${cells}</c:ser>`;
    case 'area':
    case 'pie':
    case 'doughnut':
      return `${start}${area(series)}${cells}</c:ser>`;
  }
}

function nameOf({ name, nameCell }: SeriesData): string {
  const text = drawingText(name);
  if (nameCell === null) return `<c:v>${text}</c:v>`;
  const cell = drawingText(reference(nameCell.sheetName, [nameCell.range]));
  return `<c:strRef><c:f>${cell}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${text}</c:v></c:pt></c:strCache></c:strRef>`;
}

function area({ colour }: SeriesData): string {
  return colour === null ? '' : `<c:spPr>${fill(colour)}</c:spPr>`;
}

function stroke({ colour, weight }: SeriesData): string {
  const shade = colour === null ? '' : fill(colour);
  return `<c:spPr><a:ln w="${emu(weight)}" cap="rnd">${shade}<a:round/></a:ln></c:spPr>`;
}

function marker(look: MarkerData | null): string {
  if (look === null) return '<c:marker><c:symbol val="none"/></c:marker>';
  const shape =
    look.fill === null
      ? ''
      : `<c:spPr>${fill(look.fill)}<a:ln w="9525">${look.outline === null ? GROUND : fill(look.outline)}</a:ln></c:spPr>`;
  return `<c:marker><c:symbol val="${look.symbol}"/><c:size val="${String(look.size)}"/>${shape}</c:marker>`;
}

function seriesCells({ categories, values }: SeriesData): string {
  const areNumbers = categories?.values.every((value) => typeof value === 'number') ?? false;
  const cat = categories && (areNumbers ? numbers(categories) : texts(categories));
  return `${cat === null ? '' : `<c:cat>${cat}</c:cat>`}${values === null ? '' : `<c:val>${numbers(values)}</c:val>`}`;
}

function numbers({ sheetName, ranges, values, format }: ChartCells): string {
  const points = values.map((value, i) =>
    typeof value === 'number' ? `<c:pt idx="${String(i)}"><c:v>${String(value)}</c:v></c:pt>` : '',
  );
  return `<c:numRef><c:f>${drawingText(reference(sheetName, ranges))}</c:f><c:numCache><c:formatCode>${drawingText(format)}</c:formatCode><c:ptCount val="${String(values.length)}"/>${points.join('')}</c:numCache></c:numRef>`;
}

function texts({ sheetName, ranges, values }: ChartCells): string {
  const points = values.map(
    (value, i) => `<c:pt idx="${String(i)}"><c:v>${drawingText(String(value ?? ''))}</c:v></c:pt>`,
  );
  return `<c:strRef><c:f>${drawingText(reference(sheetName, ranges))}</c:f><c:strCache><c:ptCount val="${String(values.length)}"/>${points.join('')}</c:strCache></c:strRef>`;
}

/** Where labels may stand: Excel refuses a file that puts them anywhere else. */
function labelPlaces(shape: PlotData['shape'], grouping: PlotData['grouping']): readonly string[] {
  switch (shape) {
    case 'column':
    case 'bar': {
      const inside = ['ctr', 'inEnd', 'inBase'];
      return grouping === 'side-by-side' ? ['outEnd', ...inside] : inside;
    }
    case 'line':
      return ['t', 'b', 'l', 'r', 'ctr'];
    case 'pie':
      return ['bestFit', 'outEnd', 'inEnd', 'ctr'];
    case 'area':
    case 'doughnut':
      return [];
  }
}

function labels(look: LabelsData | null, shape: PlotData['shape'], grouping: PlotData['grouping']): string {
  if (look === null) return '';
  const place = labelPlaces(shape, grouping).find((each) => each === look.at);
  const format =
    look.format === null ? '' : `<c:numFmt formatCode="${drawingText(look.format)}" sourceLinked="0"/>`;
  const shown = LABEL_PARTS.map((part) => `<c:${part} val="${one(look.shows.includes(part))}"/>`);
  return (
    `<c:dLbls>${format}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textLook(look.look)}` +
    `${place === undefined ? '' : `<c:dLblPos val="${place}"/>`}${shown.join('')}` +
    `${look.separator === null ? '' : `<c:separator>${drawingText(look.separator)}</c:separator>`}</c:dLbls>`
  );
}

function axisIds(): string {
  return `<c:axId val="${String(CATEGORY_AXIS)}"/><c:axId val="${String(VALUE_AXIS)}"/>`;
}

function categoryAxis(axis: AxisData, position: string): string {
  return (
    `<c:catAx>${axisStart(axis, CATEGORY_AXIS, position)}${axisLook(axis)}` +
    `<c:crossAx val="${String(VALUE_AXIS)}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function valueAxis(axis: AxisData, position: string): string {
  return (
    `<c:valAx>${axisStart(axis, VALUE_AXIS, position)}${axisLook(axis)}` +
    `<c:crossAx val="${String(CATEGORY_AXIS)}"/><c:crosses val="autoZero"/><c:crossBetween val="${axis.crossesBetween ? 'between' : 'midCat'}"/>` +
    `${limit('majorUnit', axis.majorUnit)}${limit('minorUnit', axis.minorUnit)}</c:valAx>`
  );
}

function axisStart(axis: AxisData, id: number, position: string): string {
  return (
    `<c:axId val="${String(id)}"/><c:scaling>${axis.isLogarithmic ? '<c:logBase val="10"/>' : ''}` +
    `<c:orientation val="${axis.reversed ? 'maxMin' : 'minMax'}"/>${limit('max', axis.maximum)}${limit('min', axis.minimum)}</c:scaling>` +
    `<c:delete val="${one(!axis.visible)}"/><c:axPos val="${position}"/>`
  );
}

function limit(name: string, value: number | null): string {
  return value === null ? '' : `<c:${name} val="${String(value)}"/>`;
}

function axisLook(axis: AxisData): string {
  return (
    gridlines('majorGridlines', axis.majorGridlines) +
    gridlines('minorGridlines', axis.minorGridlines) +
    title(axis.title) +
    `<c:numFmt formatCode="${drawingText(axis.format ?? 'General')}" sourceLinked="${one(axis.format === null)}"/>` +
    `<c:majorTickMark val="${axis.majorTicks}"/><c:minorTickMark val="${axis.minorTicks}"/><c:tickLblPos val="${axis.labels}"/>` +
    `<c:spPr>${axis.line === null ? '<a:ln><a:noFill/></a:ln>' : line(axis.line)}</c:spPr>${textLook(axis.look)}`
  );
}

function gridlines(name: string, look: LineData | null): string {
  return look === null ? '' : `<c:${name}><c:spPr>${line(look)}</c:spPr></c:${name}>`;
}

function line({ colour, weight }: LineData): string {
  return `<a:ln w="${emu(weight)}">${fill(colour)}</a:ln>`;
}

function title(words: ChartWords | null): string {
  if (words === null || words.text === '') return '';
  const { size, colour, bold, italic = false, font } = words.look;
  const look = `sz="${hundredths(size)}" b="${one(bold)}"${italic ? ' i="1"' : ''}`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}>${fill(colour)}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr ${look}>${fill(colour)}${typeface(font)}</a:rPr><a:t>${drawingText(words.text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="${one(words.overlays)}"/></c:title>`
  );
}

function textLook({ size, colour, bold, italic = false, font }: WordLook): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${hundredths(size)}"${bold ? ' b="1"' : ''}${italic ? ' i="1"' : ''}>${fill(colour)}${typeface(font)}</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`;
}

function typeface(font: string | null): string {
  return font === null ? '' : `<a:latin typeface="${drawingText(font)}"/>`;
}

/** Drawings count text in hundredths of a point. */
function hundredths(points: number): string {
  return String(Math.round(points * 100));
}

/** English Metric Units. */
function emu(points: number): string {
  return String(Math.round(points * 12_700));
}

function fill(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}
