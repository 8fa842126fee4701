/** The charts of a document as SVG: one tree of elements, drawn as text, as DOM nodes, or by a host of its own. */
export { chartPicture, type ChartSize } from './chart-picture.ts';
export { CHART_COLOURS, type ChartColours } from './colours.ts';
export { coordinate, element, keyed, marked, type PictureElement } from './picture-element.ts';
export { svgNode } from './svg-node.ts';
export { svgText } from './svg-text.ts';
export { bandPath, linePath, stepPath, type Band, type Point } from './parts/curves.ts';
export { markOf, type Fact, type Mark } from './parts/mark.ts';
export { shapeStamp, type ShapeName } from './parts/shapes.ts';
export { spread } from './parts/spread.ts';
export { brokenInto, cutTo, LINE_HEIGHT, linesAt, textAt, widthOf, type TextStyle } from './parts/text.ts';
export { contrast, mixed, standingOut } from './parts/tone.ts';
export { scaleBand, scaleLinear } from 'd3-scale';
