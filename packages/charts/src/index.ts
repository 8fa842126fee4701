/** The charts of a document as SVG: one tree of elements, drawn as text, as DOM nodes, or by a host of its own. */
export { chartPicture, type ChartSize } from './chart-picture.ts';
export { CHART_COLOURS, type ChartColours } from './colours.ts';
export type { PictureElement } from './picture-element.ts';
export { svgNode } from './svg-node.ts';
export { svgText } from './svg-text.ts';
