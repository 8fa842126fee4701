/**
 * A document is what a result looks like, before any host draws it: sheets of headings, paragraphs, tables and
 * charts, with all words in place. It is plain data. Excel, .xlsx, HTML, text and the visual each draw the same one.
 */
import type { Language } from '../problem.ts';

/** How a number is shown; `formatCell` gives its text, a spreadsheet its own format code. */
export type NumberFormat =
  | 'text'
  | 'integer' // 3 465
  | 'percent' // 44 %: the value is 44.18, shown with no decimals
  | 'percent-one-decimal' // 0,9 %
  | 'decimal-1' // 26,5
  | 'decimal-2' // 5,10
  | 'decimal-3' // 0,523
  | 'date'; // the value is a day number: days since 1970-01-01

/** A column of a table: its header, and how its numbers are written. */
export interface DocumentColumn {
  readonly key: string;
  readonly header: string;
  readonly format: NumberFormat;
  /** In characters. */
  readonly width: number;
}

/** A cell of a table, unrounded; how it is written is the column’s or its own. */
export interface DocumentCell {
  /** `null` where there is nothing to count (shown as –); percent as 0–100; date as days since 1970-01-01. */
  readonly value: string | number | null;
  /** Where it differs from the column's. */
  readonly format?: NumberFormat;
  /** Hidden for protection: value is `null`, shown as `..` in every host. */
  readonly suppressed?: true;
}

/** A row of a table. */
export interface DocumentRow {
  readonly key: string;
  readonly cells: readonly DocumentCell[];
  /** `total` rows are set off from the others; `section` rows are a heading inside the table. */
  readonly kind?: 'total' | 'section';
}

/** A table, with its title and what its figures rest on. */
export interface DocumentTable {
  readonly kind: 'table';
  /** Letters, digits and hyphens; unique in the document. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
  /** What the figures rest on, shown under the table. */
  readonly notes: readonly string[];
}

/** A chart of cells that stand in a table of the same document. */
export interface DocumentChart {
  readonly kind: 'chart';
  readonly id: string;
  readonly title: string;
  readonly shape: 'clustered-column' | 'line';
  readonly categoryAxis: string;
  readonly valueAxis: string;
  /** The table whose cells the chart draws; `rows` are the keys of the rows that it takes, in order. */
  readonly table: string;
  readonly rows: readonly string[];
  /** Column key with the category's name. */
  readonly categories: string;
  readonly series: readonly { readonly name: string; readonly column: string }[];
  /** What the picture shows, in a sentence, for those who cannot see it. */
  readonly alternative: string;
}

/** A heading of a sheet. */
export interface DocumentHeading {
  readonly kind: 'heading';
  readonly text: string;
}

/** A paragraph of plain words. */
export interface DocumentParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly tone?: 'plain' | 'warning' | 'marking';
}

/** Label and value, one to a line: the overview's figures, the protocol's settings. */
export interface DocumentFacts {
  readonly kind: 'facts';
  readonly facts: readonly { readonly label: string; readonly cell: DocumentCell }[];
}

/** What a sheet is made of, from top to bottom. */
export type DocumentBlock =
  DocumentHeading | DocumentParagraph | DocumentFacts | DocumentTable | DocumentChart;

/** A sheet of the result, which a host draws as a tab, a page or a part of one. */
export interface DocumentSheet {
  /** Letters and hyphens: overview, persons, tables, rows, protocol. */
  readonly id: string;
  /** As a sheet tab shows it: at most 31 characters, none of []:*?/\ */
  readonly name: string;
  readonly blocks: readonly DocumentBlock[];
}

/** The result as it is read: every word, table and chart in place, in one language. */
export interface ResultDocument {
  readonly title: string;
  readonly language: Language;
  /** «Internt arbetsmaterial – omfattas av sekretess» or nothing. */
  readonly marking: string | null;
  readonly product: string;
  readonly sheets: readonly DocumentSheet[];
}
