/** A chart: where it lies, its words, what it draws and how that looks. */
import type { CellRange } from './address.ts';

export interface ChartData {
  readonly name: string;
  /** For those who cannot see it. */
  readonly alternative: string;
  /** It moves with the cell that its corner is in, and keeps its size. */
  readonly place: ChartPlace;
  /** `sv-SE` */
  readonly language: string;
  readonly title: ChartWords | null;
  readonly legend: {
    readonly at: 't' | 'b' | 'l' | 'r' | 'tr';
    readonly overlays: boolean;
    readonly look: WordLook;
  } | null;
  /** Kinds of drawing on the same axes. */
  readonly plots: readonly PlotData[];
  /** `null` where it has none: a pie. */
  readonly axes: { readonly category: AxisData; readonly value: AxisData } | null;
  readonly showsHiddenCells: boolean;
  readonly blanks: 'gap' | 'zero' | 'span';
  /** `null` is as the theme has it. */
  readonly fill: string | null;
  readonly outline: string | null;
  /** Of words that have no look of their own. */
  readonly font: { readonly name: string; readonly size: number };
}

/** The cell that has its corner, how far into it, and the size, in points. */
export interface ChartPlace {
  readonly row: number;
  readonly column: number;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

export interface WordLook {
  /** In points. */
  readonly size: number;
  readonly colour: string;
  readonly bold: boolean;
  readonly italic?: boolean;
  /** `null` is as the chart has it. */
  readonly font: string | null;
}

export interface ChartWords {
  readonly text: string;
  readonly overlays: boolean;
  readonly look: WordLook;
}

export interface PlotData {
  readonly shape: 'column' | 'bar' | 'line' | 'area' | 'pie' | 'doughnut';
  readonly grouping: 'side-by-side' | 'stacked' | 'stacked-to-100';
  /** Between groups of columns, in percent of a column's width. */
  readonly gap: number;
  /** How far columns stand over each other, in percent; below 0 they stand apart. */
  readonly overlap: number;
  readonly variesColours: boolean;
  readonly series: readonly SeriesData[];
}

/** Cells that a chart draws, with what they hold. */
export interface ChartCells {
  readonly sheetName: string;
  /** In order; several where there are cells between them that are not drawn. */
  readonly ranges: readonly CellRange[];
  readonly values: readonly (string | number | null)[];
  readonly format: string;
}

export interface SeriesData {
  readonly name: string;
  /** The cell that the name was taken from. */
  readonly nameCell: { readonly sheetName: string; readonly range: CellRange } | null;
  readonly categories: ChartCells | null;
  readonly values: ChartCells | null;
  /** `null` is Excel's choice. */
  readonly colour: string | null;
  /** Of a line, in points. */
  readonly weight: number;
  readonly smooth: boolean;
  readonly invertsNegative: boolean;
  /** `null` is none. */
  readonly marker: MarkerData | null;
  readonly labels: LabelsData | null;
}

export interface MarkerData {
  /** By the file's own names: `circle`, `diamond`, `auto` … */
  readonly symbol: string;
  /** In points. */
  readonly size: number;
  readonly fill: string | null;
  /** `null` is the colour of the ground. */
  readonly outline: string | null;
}

export interface LabelsData {
  /** By the file's own names: `outEnd`, `t` …; `null` is Excel's choice. */
  readonly at: string | null;
  /** `null` is as the cells have it. */
  readonly format: string | null;
  readonly shows: readonly LabelPart[];
  readonly separator: string | null;
  readonly look: WordLook;
}

export type LabelPart = (typeof LABEL_PARTS)[number];

/** By the file's own names and in its order. */
export const LABEL_PARTS = [
  'showLegendKey',
  'showVal',
  'showCatName',
  'showSerName',
  'showPercent',
  'showBubbleSize',
] as const;

export interface AxisData {
  readonly visible: boolean;
  readonly title: ChartWords | null;
  /** `null` is Excel's choice. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly majorUnit: number | null;
  readonly minorUnit: number | null;
  readonly reversed: boolean;
  readonly isLogarithmic: boolean;
  /** `null` is as the cells have it. */
  readonly format: string | null;
  /** `null` is none. */
  readonly majorGridlines: LineData | null;
  readonly minorGridlines: LineData | null;
  readonly majorTicks: TickName;
  readonly minorTicks: TickName;
  readonly labels: 'nextTo' | 'low' | 'high' | 'none';
  readonly line: LineData | null;
  readonly look: WordLook;
  /** Whether the value axis meets the category axis between two categories. */
  readonly crossesBetween: boolean;
}

export type TickName = 'none' | 'in' | 'out' | 'cross';

export interface LineData {
  readonly colour: string;
  /** In points. */
  readonly weight: number;
}
