/** How a sheet is printed. */
import type { CellRange } from './address.ts';

export interface PageData {
  readonly orientation: 'portrait' | 'landscape';
  /** Excel's number for the paper; 9 is A4. */
  readonly paper: number;
  /** In inches. */
  readonly margins: MarginsData;
  /** Percent of full size, or how many pages wide and high; 0 is as many as it takes. */
  readonly zoom: { readonly scale: number } | { readonly wide: number; readonly high: number };
  readonly centred: { readonly across: boolean; readonly down: boolean };
  readonly gridlines: boolean;
  readonly headings: boolean;
  readonly blackAndWhite: boolean;
  readonly draft: boolean;
  /** `null` is one more than the sheet before. */
  readonly firstPage: number | null;
  readonly comments: 'none' | 'asDisplayed' | 'atEnd';
  readonly errors: 'displayed' | 'blank' | 'dash' | 'NA';
  readonly order: 'downThenOver' | 'overThenDown';
  readonly areas: readonly CellRange[];
  /** Printed again on each page. */
  readonly titleRows: LineRange | null;
  readonly titleColumns: LineRange | null;
  /** Rows and columns that begin a page, rising. */
  readonly breaks: { readonly rows: readonly number[]; readonly columns: readonly number[] };
  readonly texts: PageTextsData;
}

export interface MarginsData {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly header: number;
  readonly footer: number;
}

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What stands above and below. A kind of page that is absent is as the others. */
export interface PageTextsData {
  readonly usual: PageEdges;
  readonly even?: PageEdges;
  readonly first?: PageEdges;
  readonly scales: boolean;
  readonly alignsWithMargins: boolean;
}

export interface PageEdges {
  readonly header: PageSides;
  readonly footer: PageSides;
}

/** With Excel's codes; `''` is nothing. */
export interface PageSides {
  readonly left: string;
  readonly centre: string;
  readonly right: string;
}

const NO_SIDES: PageSides = { left: '', centre: '', right: '' };

export const NO_EDGES: PageEdges = { header: NO_SIDES, footer: NO_SIDES };

/** A4 upright with Excel's own margins. */
export const PLAIN_PAGE: PageData = {
  orientation: 'portrait',
  paper: 9,
  margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  zoom: { scale: 100 },
  centred: { across: false, down: false },
  gridlines: false,
  headings: false,
  blackAndWhite: false,
  draft: false,
  firstPage: null,
  comments: 'none',
  errors: 'displayed',
  order: 'downThenOver',
  areas: [],
  titleRows: null,
  titleColumns: null,
  breaks: { rows: [], columns: [] },
  texts: { usual: NO_EDGES, scales: true, alignsWithMargins: true },
};
