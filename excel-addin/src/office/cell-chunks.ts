/** A planned sheet's rows as what Excel takes at once: a grid of values, and rectangles of cells that look alike. */
import { DATE_FORMAT, keptText, TEXT_FORMAT, type PlannedCell } from 'isu-workbook-file/sheet-plan';
import type { CellArea } from './address.ts';
import type { Checksum } from './checksum.ts';
import { jsonBytes } from './json-bytes.ts';
import { asTypedText, needsApostrophe } from './typed-text.ts';

export type WrittenValue = string | number | boolean;

export interface WrittenCell extends PlannedCell {
  /** Without `=`; it stands in the cell in the value's place. */
  readonly formula?: string;
}

export interface WrittenRow {
  readonly row: number;
  /** In points, where it is not the usual one. */
  readonly height?: number;
  readonly cells: readonly WrittenCell[];
}

export interface CellChunk {
  readonly area: CellArea;
  /** `''` is an empty cell. */
  readonly values: readonly (readonly WrittenValue[])[];
  readonly looks: readonly { readonly area: CellArea; readonly style: number }[];
  /** Cells whose text format must wait until they are written. */
  readonly formatLast: readonly CellArea[];
  /** Rows in points. */
  readonly heights: readonly { readonly row: number; readonly rowCount: number; readonly points: number }[];
  readonly bytes: number;
}

/** About what the looks of a rectangle weigh. */
const LOOK_BYTES = 1_200;

export interface Collected {
  /** Only the format is asked for. */
  readonly styles: { style(number: number): { readonly format?: string } };
  /** Days that the workbook's date system counts less than the plan's, which counts from 1900. */
  readonly dayShift: number;
  /** Gets every cell as it will read back. */
  readonly checksum: Checksum;
}

/** Rows between two pauses. */
const ROWS_OF_A_STRETCH = 100;

/** Now and then it gives `null`: a place to pause, with nothing to write yet. */
export function* cellChunks(
  rows: Iterable<WrittenRow>,
  collected: Collected,
  mostBytes: number,
): Generator<CellChunk | null> {
  let chunk = new Collecting(collected);
  let count = 0;
  for (const row of rows) {
    chunk.add(row);
    if (++count % ROWS_OF_A_STRETCH === 0) yield null;
    if (chunk.bytes < mostBytes) continue;
    yield chunk.finish();
    chunk = new Collecting(collected);
  }
  if (!chunk.isEmpty) yield chunk.finish();
}

interface OpenLook {
  readonly row: number;
  readonly column: number;
  readonly columnCount: number;
  readonly style: number;
  rowCount: number;
}

class Collecting {
  bytes = 0;
  private readonly collected: Collected;
  /** Rows may be skipped, and be of different length, until the chunk is finished. */
  private readonly values: WrittenValue[][] = [];
  private readonly formatLast: CellArea[] = [];
  private readonly heights: { readonly row: number; rowCount: number; readonly points: number }[] = [];
  private readonly looks: OpenLook[] = [];
  /** Those that end on the row before. */
  private open: OpenLook[] = [];
  private firstRow = 0;
  private lastRow = -1;

  constructor(collected: Collected) {
    this.collected = collected;
  }

  get isEmpty(): boolean {
    return this.values.length === 0;
  }

  add(row: WrittenRow): void {
    if (this.isEmpty) this.firstRow = row.row;
    while (this.values.length <= row.row - this.firstRow) this.values.push([]);
    const values = this.values.at(-1)!;
    for (const cell of row.cells) {
      while (values.length < cell.column) values.push('');
      values[cell.column] = this.written(cell, row.row);
    }
    this.bytes += jsonBytes(values);
    this.addLooks(row);
    if (row.height !== undefined) this.addHeight(row.row, row.height);
    this.lastRow = row.row;
  }

  private written({ column, value, formula, style }: WrittenCell, row: number): WrittenValue {
    const { styles, dayShift, checksum } = this.collected;
    if (formula !== undefined) {
      checksum.cell(row, column, `=${formula}`);
      return `=${formula}`;
    }
    if (value === null) return '';
    const { format } = styles.style(style);
    const kept = keptValue(value, format, dayShift);
    checksum.cell(row, column, kept);
    if (typeof kept !== 'string') return kept;
    if (format !== TEXT_FORMAT) return asTypedText(kept);
    if (!needsApostrophe(kept)) return kept;
    this.formatLast.push({ row, column, rowCount: 1, columnCount: 1 });
    return `'${kept}`;
  }

  private addHeight(row: number, points: number): void {
    const last = this.heights.at(-1);
    if (last && last.points === points && row === last.row + last.rowCount) last.rowCount++;
    else this.heights.push({ row, rowCount: 1, points });
  }

  /** Cells beside each other that look alike are one rectangle, and go on the one above where that is as wide. */
  private addLooks({ row, cells }: WrittenRow): void {
    const above = row === this.lastRow + 1 ? this.open : [];
    this.open = runsOf(cells).map(({ column, columnCount, style }) => {
      const same = above.find(
        (look) => look.column === column && look.columnCount === columnCount && look.style === style,
      );
      if (same) {
        same.rowCount++;
        return same;
      }
      const look = { row, column, columnCount, style, rowCount: 1 };
      this.looks.push(look);
      this.bytes += LOOK_BYTES;
      return look;
    });
  }

  finish(): CellChunk {
    const columnCount = this.values.reduce((most, { length }) => Math.max(most, length), 1);
    for (const row of this.values) while (row.length < columnCount) row.push('');
    return {
      area: { row: this.firstRow, column: 0, rowCount: this.values.length, columnCount },
      values: this.values,
      looks: this.looks.map(({ style, ...look }) => ({ area: look, style })),
      formatLast: runsDown(this.formatLast),
      heights: this.heights,
      bytes: this.bytes,
    };
  }
}

function keptValue(value: WrittenValue, format: string | undefined, dayShift: number): WrittenValue {
  if (typeof value === 'string') return keptText(value);
  return typeof value === 'number' && format === DATE_FORMAT ? value - dayShift : value;
}

function runsOf(cells: readonly WrittenCell[]) {
  const runs: { column: number; columnCount: number; style: number }[] = [];
  for (const { column, style } of cells) {
    const last = runs.at(-1);
    if (last && last.style === style && column === last.column + last.columnCount) last.columnCount++;
    else runs.push({ column, columnCount: 1, style });
  }
  return runs;
}

/** Single cells, row by row, as runs down their columns. */
function runsDown(cells: readonly CellArea[]): CellArea[] {
  const runs: { row: number; column: number; rowCount: number; columnCount: number }[] = [];
  const lastOf = new Map<number, (typeof runs)[number]>();
  for (const { row, column } of cells) {
    const last = lastOf.get(column);
    if (last && row === last.row + last.rowCount) {
      last.rowCount++;
      continue;
    }
    const run = { row, column, rowCount: 1, columnCount: 1 };
    runs.push(run);
    lastOf.set(column, run);
  }
  return runs;
}
