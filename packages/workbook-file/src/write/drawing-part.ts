/** Where a sheet's charts lie (ECMA-376, part 1, 20.5), each with a sentence for those who cannot see it. */
import { columnPixels, type PlannedChart } from './sheet-plan.ts';
import { drawingText, XML_START } from './xml.ts';

/** English Metric Units a pixel at 96 to the inch. */
const EMU = 9525;

/** The width of a column that nobody has set, as Excel draws it. */
const USUAL_COLUMN_PIXELS = 64;

export function drawingPart(charts: readonly PlannedChart[], columnWidths: readonly number[]): string {
  const anchors = charts.map((chart, i) => anchor(chart, i, columnWidths));
  return (
    `${XML_START}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
    `${anchors.join('')}</xdr:wsDr>`
  );
}

/** Moves with its cells and keeps its size. */
function anchor(chart: PlannedChart, i: number, columnWidths: readonly number[]): string {
  const { column, offset } = columnAt(chart.left, columnWidths);
  const number = String(i + 1);
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${String(column)}</xdr:col><xdr:colOff>${String(offset * EMU)}</xdr:colOff><xdr:row>${String(chart.row)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
    `<xdr:ext cx="${String(chart.width * EMU)}" cy="${String(chart.height * EMU)}"/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${String(i + 2)}" name="${drawingText(chart.title)}" descr="${drawingText(chart.alternative)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="chart${number}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>'
  );
}

function columnAt(left: number, columnWidths: readonly number[]) {
  let column = 0;
  let offset = left;
  for (;;) {
    const characters = columnWidths[column];
    const pixels = characters === undefined ? USUAL_COLUMN_PIXELS : columnPixels(characters);
    if (offset < pixels) return { column, offset };
    offset -= pixels;
    column++;
  }
}
