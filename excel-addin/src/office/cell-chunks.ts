/** A planned sheet's rows as what Excel takes at once: a grid of values, and rectangles of cells that look alike. */
import {
  DATE_FORMAT,
  keptText,
  TEXT_FORMAT,
  type PlannedCell,
  type PlannedRow,
  type Styles,
} from 'isu-workbook-file/sheet-plan';
import type { CellArea } from './address.ts';
import { jsonBytes } from './json-bytes.ts';
import { asTypedText, needsApostrophe } from './typed-text.ts';

export type WrittenValue = string | number | boolean;

export interface CellChunk {
  readonly area: CellArea;
  /** `''` is an empty cell. */
  readonly values: readonly (readonly WrittenValue[])[];
  /** As they will read back. */
  readonly readBack: readonly (readonly WrittenValue[])[];
  readonly looks: readonly { readonly area: CellArea; readonly style: number }[];
  /** Cells whose text format must wait until they are written. */
  readonly formatLast: readonly CellArea[];
  /** Rows in points. */
  readonly heights: readonly { readonly row: number; readonly rowCount: number; readonly points: number }[];
  readonly bytes: number;
}

/** About what the looks of a rectangle weigh. */
const LOOK_BYTES = 1_200;

/** @param dayShift days that the workbook's date system counts less than the plan's, which counts from 1900 */
export function* cellChunks(
  rows: Iterable<PlannedRow>,
  styles: Styles,
  dayShift: number,
  mostBytes: number,
): Generator<CellChunk> {
  let chunk = new Collecting(styles, dayShift);
  for (const row of rows) {
    chunk.add(row);
    if (chunk.bytes < mostBytes) continue;
    yield chunk.finish();
    chunk = new Collecting(styles, dayShift);
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
  private readonly styles: Styles;
  private readonly dayShift: number;
  private readonly rows: PlannedRow[] = [];
  private readonly looks: OpenLook[] = [];
  /** Those that end on the row before. */
  private open: OpenLook[] = [];
  private lastRow = -1;

  constructor(styles: Styles, dayShift: number) {
    this.styles = styles;
    this.dayShift = dayShift;
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  add(row: PlannedRow): void {
    this.rows.push(row);
    this.bytes += jsonBytes(row.cells.map(({ value }) => value));
    this.addLooks(row);
    this.lastRow = row.row;
  }

  /** Cells beside each other that look alike are one rectangle, and go on the one above where that is as wide. */
  private addLooks({ row, cells }: PlannedRow): void {
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
    const firstRow = this.rows[0]!.row;
    const columnCount = this.rows.reduce((most, { cells }) => Math.max(most, width(cells)), 1);
    const area = { row: firstRow, column: 0, rowCount: this.lastRow - firstRow + 1, columnCount };
    const values = emptyGrid(area);
    const readBack = emptyGrid(area);
    const formatLast: CellArea[] = [];
    for (const { row, cells } of this.rows) {
      for (const { column, value, style } of cells) {
        if (value === null) continue;
        const { format } = this.styles.style(style);
        const kept = this.kept(value, format);
        readBack[row - firstRow]![column] = kept;
        const isTextCell = format === TEXT_FORMAT;
        values[row - firstRow]![column] = writtenValue(kept, isTextCell);
        if (isTextCell && typeof kept === 'string' && needsApostrophe(kept))
          formatLast.push({ row, column, rowCount: 1, columnCount: 1 });
      }
    }
    return {
      area,
      values,
      readBack,
      looks: this.looks.map(({ style, ...look }) => ({ area: look, style })),
      formatLast: runsDown(formatLast),
      heights: heightsOf(this.rows),
      bytes: this.bytes,
    };
  }

  private kept(value: WrittenValue, format: string | undefined): WrittenValue {
    if (typeof value === 'string') return keptText(value);
    return typeof value === 'number' && format === DATE_FORMAT ? value - this.dayShift : value;
  }
}

function writtenValue(value: WrittenValue, isTextCell: boolean): WrittenValue {
  if (typeof value !== 'string') return value;
  if (isTextCell) return needsApostrophe(value) ? `'${value}` : value;
  return asTypedText(value);
}

function width(cells: readonly PlannedCell[]): number {
  return cells.reduce((most, { column }) => Math.max(most, column + 1), 0);
}

function emptyGrid({ rowCount, columnCount }: CellArea): WrittenValue[][] {
  return Array.from({ length: rowCount }, () => new Array<WrittenValue>(columnCount).fill(''));
}

function runsOf(cells: readonly PlannedCell[]) {
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

function heightsOf(rows: readonly PlannedRow[]): CellChunk['heights'] {
  const runs: { row: number; rowCount: number; points: number }[] = [];
  for (const { row, height } of rows) {
    if (height === undefined) continue;
    const last = runs.at(-1);
    if (last && last.points === height && row === last.row + last.rowCount) last.rowCount++;
    else runs.push({ row, rowCount: 1, points: height });
  }
  return runs;
}
