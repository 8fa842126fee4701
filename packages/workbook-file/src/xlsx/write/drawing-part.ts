/** Where a sheet's charts lie (ECMA-376, part 1, 20.5), each with a sentence for those who cannot see it. */
import type { ChartData } from '../chart-data.ts';
import { drawingText, XML_START } from './xml.ts';

/** English Metric Units a point. */
const EMU = 12_700;

export function drawingPart(charts: readonly ChartData[]): string {
  return (
    `${XML_START}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
    `${charts.map(anchor).join('')}</xdr:wsDr>`
  );
}

/** Moves with its cells and keeps its size. */
function anchor({ name, alternative, place }: ChartData, i: number): string {
  const { row, column, top, left, width, height } = place;
  const emu = (points: number) => String(Math.round(points * EMU));
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${String(column)}</xdr:col><xdr:colOff>${emu(left)}</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>${emu(top)}</xdr:rowOff></xdr:from>` +
    `<xdr:ext cx="${emu(width)}" cy="${emu(height)}"/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${String(i + 2)}" name="${drawingText(name)}"${alternative === '' ? '' : ` descr="${drawingText(alternative)}"`}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="chart${String(i + 1)}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>'
  );
}
