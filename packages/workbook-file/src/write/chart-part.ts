/**
 * A native chart (ECMA-376, part 1, 21.2) that draws cells of the workbook: columns side by side, or lines. The values
 * stand in the part as well, for programs that show a chart without working it out.
 */
import type { Language } from 'isu-core';
import {
  CHART_TITLE_SIZE,
  CHART_WORD_SIZE,
  hasValueLabels,
  MARKERS,
  MARKER_SIZE,
  seriesColour,
  startsAtZero,
  VALUE_GAP,
} from './chart-look.ts';
import { COLOURS, FONT } from './look.ts';
import type { ChartCells, PlannedChart } from './sheet-plan.ts';
import { drawingText, reference, XML_START } from './xml.ts';

const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

export function chartPart(chart: PlannedChart, language: Language): string {
  return (
    `${XML_START}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:date1904 val="0"/><c:lang val="${language === 'sv' ? 'sv-SE' : 'en-GB'}"/><c:roundedCorners val="0"/><c:chart>` +
    `${title(chart.title, CHART_TITLE_SIZE, true)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    (chart.shape === 'line' ? lines(chart) : columns(chart)) +
    categoryAxis(chart) +
    valueAxis(chart) +
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>' +
    (chart.series.length > 1 ? legend() : '') +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="${COLOURS.line}"/></a:solidFill></a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${hundredths(CHART_WORD_SIZE)}"><a:latin typeface="${FONT}"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>` +
    '</c:chartSpace>'
  );
}

function columns(chart: PlannedChart): string {
  const series = chart.series.map(
    (_, i) =>
      `${seriesStart(chart, i)}<c:spPr>${fill(seriesColour(i))}</c:spPr><c:invertIfNegative val="0"/>` +
      `${valueLabels(chart, i, 'outEnd')}${seriesCells(chart, i)}</c:ser>`,
  );
  return (
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}` +
    `<c:gapWidth val="${String(VALUE_GAP)}"/>${axisIds()}</c:barChart>`
  );
}

function lines(chart: PlannedChart): string {
  const series = chart.series.map((_, i) => {
    const colour = seriesColour(i);
    const stroke = `<a:ln w="28575" cap="rnd">${fill(colour)}<a:round/></a:ln>`;
    const marker = `<c:marker><c:symbol val="${MARKERS[i % MARKERS.length]!}"/><c:size val="${String(MARKER_SIZE)}"/><c:spPr>${fill(colour)}<a:ln w="9525"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln></c:spPr></c:marker>`;
    return `${seriesStart(chart, i)}<c:spPr>${stroke}</c:spPr>${marker}${valueLabels(chart, i, 't')}${seriesCells(chart, i)}<c:smooth val="0"/></c:ser>`;
  });
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>${axisIds()}</c:lineChart>`;
}

function seriesStart(chart: PlannedChart, i: number): string {
  const { name, nameCell } = chart.series[i]!;
  const number = String(i);
  const text = drawingText(name);
  const shown =
    nameCell === null
      ? `<c:v>${text}</c:v>`
      : `<c:strRef><c:f>${drawingText(reference(nameCell.sheetName, [nameCell.range]))}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${text}</c:v></c:pt></c:strCache></c:strRef>`;
  return `<c:ser><c:idx val="${number}"/><c:order val="${number}"/><c:tx>${shown}</c:tx>`;
}

function seriesCells(chart: PlannedChart, i: number): string {
  const { categories } = chart;
  const areNumbers = categories.values.every((value) => typeof value === 'number');
  const cat = areNumbers ? numbers(categories) : texts(categories);
  return `<c:cat>${cat}</c:cat><c:val>${numbers(chart.series[i]!.values)}</c:val>`;
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

function valueLabels(chart: PlannedChart, i: number, position: 'outEnd' | 't'): string {
  if (!hasValueLabels(chart)) return '';
  const format = drawingText(chart.series[i]!.values.format);
  return (
    `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textLook()}` +
    `<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
  );
}

function axisIds(): string {
  return `<c:axId val="${String(CATEGORY_AXIS)}"/><c:axId val="${String(VALUE_AXIS)}"/>`;
}

function categoryAxis(chart: PlannedChart): string {
  return (
    `<c:catAx>${axisStart(CATEGORY_AXIS, 'b')}${axisTitle(chart.categoryAxis)}<c:numFmt formatCode="General" sourceLinked="1"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="A7AFB4"/></a:solidFill></a:ln></c:spPr>${textLook()}` +
    `<c:crossAx val="${String(VALUE_AXIS)}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function valueAxis(chart: PlannedChart): string {
  const lowest = startsAtZero(chart) ? '<c:min val="0"/>' : '';
  const format = drawingText(chart.series[0]?.values.format ?? 'General');
  return (
    `<c:valAx>${axisStart(VALUE_AXIS, 'l', lowest)}<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${COLOURS.line}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>` +
    `${axisTitle(chart.valueAxis)}<c:numFmt formatCode="${format}" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textLook()}` +
    `<c:crossAx val="${String(CATEGORY_AXIS)}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function axisStart(id: number, position: string, limits = ''): string {
  return `<c:axId val="${String(id)}"/><c:scaling><c:orientation val="minMax"/>${limits}</c:scaling><c:delete val="0"/><c:axPos val="${position}"/>`;
}

function axisTitle(text: string): string {
  return text === '' ? '' : title(text, CHART_WORD_SIZE, false);
}

function title(text: string, size: number, bold: boolean): string {
  const look = `sz="${hundredths(size)}" b="${bold ? '1' : '0'}"`;
  const colour = fill(bold ? COLOURS.accent : COLOURS.grey);
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}>${colour}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr ${look}>${colour}<a:latin typeface="${FONT}"/></a:rPr><a:t>${drawingText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

function legend(): string {
  return `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textLook()}</c:legend>`;
}

function textLook(): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${hundredths(CHART_WORD_SIZE)}">${fill(COLOURS.grey)}</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`;
}

/** Drawings count text in hundredths of a point. */
function hundredths(points: number): string {
  return String(points * 100);
}

function fill(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}
