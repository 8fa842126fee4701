/**
 * A table as printed, in the one shape that the rules read, whether it came as JSON or as a sheet: blocks of series
 * over the same labels, and single figures beside them.
 */
import type { Figure, Kind } from './figure.ts';
import { conceptOf, type Concept, type Role } from './words.ts';

export interface PrintedTable {
  /** Path of the table in the source; empty for the whole file. */
  readonly path: string;
  /** `Tabell 3`, or empty. */
  readonly print: string;
  /** Tables with the same scope are about the same population, as far as one can see from where they stand. */
  readonly scope: string;
  readonly blocks: readonly Block[];
  readonly scalars: readonly Scalar[];
  /** How many persons (or cases) the table says that it is about. */
  readonly n: Figure | null;
  /** First and last day, as ISO dates, where the scope gives them. */
  readonly period: readonly [string, string] | null;
}

/** Series over the same labels. */
export interface Block {
  readonly path: string;
  readonly name: string;
  readonly labels: readonly Label[];
  readonly series: readonly Series[];
  /** Totals of all parts of all its counts. */
  readonly grandTotals: readonly Figure[];
  /** The table's or the block's own n. */
  readonly n: Figure | null;
  /** The place that the block is about, where the table has several: `Söderhamn`, `Länet`. */
  readonly area: string | null;
  readonly money: boolean;
}

export interface Label {
  readonly text: string;
  readonly role: Role;
  /** Rows under the same heading inside the table. */
  readonly section: number;
}

export interface Series {
  readonly name: string;
  readonly path: string;
  readonly kind: Kind;
  /** `part` of the others, or their `total` or `mean` across the block. */
  readonly role: Role;
  /** What its percentages are said to rest on, in words; `null` where nothing is said. */
  readonly base: string | null;
  /** The number that its percentages are said to rest on, where the header has it: `percent of 28`. */
  readonly baseFigure: Figure | null;
  /** One a label of the block. */
  readonly cells: readonly (Figure | null)[];
  /** Totals and means printed for the whole series, in a row or column of their own or beside the table. */
  readonly totals: readonly Figure[];
  readonly means: readonly Figure[];
  readonly subtotals: readonly { readonly from: number; readonly to: number; readonly figure: Figure }[];
}

export interface Scalar {
  readonly name: string;
  /** Path of the object that it stands in, so that equals can be told from strangers. */
  readonly beside: string;
  readonly figure: Figure;
}

/** The figures of a series that are parts (not total, mean, `därav`), with what is empty left out. */
export function partsOf(block: Block, series: Series): readonly Figure[] {
  return partIndices(block).flatMap((i) => series.cells[i] ?? []);
}

export function partIndices(block: Block): readonly number[] {
  return block.labels.flatMap((label, i) => (label.role === 'part' || label.role === 'missing' ? [i] : []));
}

/** Whether every part of the series has a figure, so that the parts can be summed. */
export function isComplete(block: Block, series: Series): boolean {
  return partIndices(block).every((i) => series.cells[i]);
}

export function conceptOfSeries(series: Series): Concept | null {
  return conceptOf(series.name);
}

/** What is counted, as against how it is divided: persons and actualisations have no common sum. */
const UNITS: ReadonlySet<string> = new Set(['persons', 'actualisations', 'investigations']);

export function areOfOneUnit(series: readonly Pick<Series, 'name'>[]): boolean {
  const units = series.map((one) => conceptOf(one.name)).filter((unit) => unit !== null && UNITS.has(unit));
  return new Set(units).size <= 1;
}

export function countSeries(block: Block): readonly Series[] {
  return block.series.filter((series) => series.kind === 'count');
}

/** Every figure of a table, in the order of the print. */
export function figuresOf(table: PrintedTable): readonly Figure[] {
  const inBlocks = table.blocks.flatMap((block) => [
    ...block.series.flatMap((series) => [
      ...series.cells.flatMap((cell) => cell ?? []),
      ...series.totals,
      ...series.means,
      ...series.subtotals.map((one) => one.figure),
    ]),
    ...block.grandTotals,
  ]);
  return [...inBlocks, ...table.scalars.map((scalar) => scalar.figure), ...(table.n ? [table.n] : [])];
}
