/** A chart as plain data: what it draws, where it stands, and its words. Positions and sizes are in points. */
import type { Area } from './area.ts';
import type { Sheet } from './sheet.ts';

/** Cells of a sheet, as a chart draws them. */
export interface ChartCells {
  readonly sheet: Sheet;
  readonly area: Area;
}

export interface ChartText {
  text: string;
  visible: boolean;
  overlay: boolean;
  position: string;
  font: ChartFont;
}

export interface ChartFont {
  bold: boolean;
  italic: boolean;
  color: string;
  name: string;
  size: number;
  underline: 'None' | 'Single';
}

export interface ChartLine {
  color: string;
  lineStyle: string;
  weight: number;
}

export interface Gridlines {
  visible: boolean;
  line: ChartLine;
}

export interface Axis {
  readonly kind: 'Category' | 'Value' | 'Series';
  title: ChartText;
  visible: boolean;
  /** `''` is automatic. */
  minimum: number | '';
  maximum: number | '';
  majorUnit: number | '';
  minorUnit: number | '';
  numberFormat: string;
  linkNumberFormat: boolean;
  reversePlotOrder: boolean;
  categoryType: 'Automatic' | 'TextAxis' | 'DateAxis';
  tickLabelPosition: 'NextToAxis' | 'High' | 'Low' | 'None';
  majorTickMark: 'None' | 'Cross' | 'Inside' | 'Outside';
  minorTickMark: 'None' | 'Cross' | 'Inside' | 'Outside';
  scaleType: 'Linear' | 'Logarithmic';
  isBetweenCategories: boolean;
  font: ChartFont;
  line: ChartLine;
  readonly majorGridlines: Gridlines;
  readonly minorGridlines: Gridlines;
}

export interface DataLabels {
  position: string;
  showValue: boolean;
  showSeriesName: boolean;
  showCategoryName: boolean;
  showPercentage: boolean;
  showLegendKey: boolean;
  showBubbleSize: boolean;
  separator: string;
  numberFormat: string;
  linkNumberFormat: boolean;
  font: ChartFont;
}

export interface Series {
  readonly chart: Chart;
  name: string;
  /** The header cell that the name was taken from. */
  nameCell: ChartCells | null;
  values: ChartCells | null;
  categories: ChartCells | null;
  /** `null` is the chart's own. */
  chartType: string | null;
  axisGroup: 'Primary' | 'Secondary';
  /** `''` is automatic. */
  color: string;
  line: ChartLine;
  gapWidth: number;
  overlap: number;
  smooth: boolean;
  hasDataLabels: boolean;
  readonly dataLabels: DataLabels;
  markerStyle: string;
  markerSize: number;
  markerBackgroundColor: string;
  markerForegroundColor: string;
  invertIfNegative: boolean;
  varyByCategories: boolean;
  isGone: boolean;
}

export interface Chart {
  readonly id: string;
  readonly sheet: Sheet;
  name: string;
  /** For those who cannot see it; Office.js has no member for it. */
  alternative: string;
  chartType: string;
  seriesBy: 'Columns' | 'Rows';
  left: number;
  top: number;
  width: number;
  height: number;
  style: number;
  displayBlanksAs: 'NotPlotted' | 'Zero' | 'Interplotted';
  plotVisibleOnly: boolean;
  fillColor: string;
  font: ChartFont;
  readonly title: ChartText;
  readonly legend: { visible: boolean; position: string; overlay: boolean; font: ChartFont };
  readonly dataLabels: DataLabels;
  readonly categoryAxis: Axis;
  readonly valueAxis: Axis;
  readonly seriesAxis: Axis;
  readonly series: Series[];
  isGone: boolean;
}
