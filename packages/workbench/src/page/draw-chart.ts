/** A chart of the document, drawn for the width it is given and drawn again when that changes. */
import { chartPicture, svgNode } from 'isu-charts';
import type { DocumentChart, DocumentTable, Language } from 'isu-core';
import { make } from './make-element.ts';

const NARROWEST = 150;
const WIDEST = 900;

export function drawChart(chart: DocumentChart, table: DocumentTable, language: Language): HTMLElement {
  const figure = make('figure', { class: 'chart', id: `chart-${chart.id}` });
  let drawn = 0;
  const draw = (room: number) => {
    const width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, room)));
    if (width === drawn) return;
    drawn = width;
    const height = Math.round(Math.min(420, Math.max(260, width * 0.74)));
    figure.replaceChildren(svgNode(chartPicture(chart, table, language, { width, height }), document));
  };
  draw(480);
  new ResizeObserver(([entry]) => {
    if (entry && entry.contentRect.width > 0) draw(entry.contentRect.width);
  }).observe(figure);
  return figure;
}
