/** Reads cells piece by piece, each piece as many rows as weigh about a megabyte. */
import { codeOf, stopIfAsked } from './excel-problem.ts';
import { CHUNK_BYTES, jsonBytes } from './json-bytes.ts';
import { cellsOf } from './cells-of.ts';
import type { CellArea } from './address.ts';

/** Rows of the first piece, which tells what a row weighs. */
const FIRST_ROWS = 1_000;
/** Office.js hands over `null` without a word where more than five million cells are asked for. */
const MOST_CELLS = 1_000_000;

export interface ReadPiece {
  /** The first row's place in the sheet, from 0. */
  readonly firstRow: number;
  readonly rows: readonly (readonly (string | number | boolean)[])[];
}

export async function* readInChunks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: CellArea,
  what: 'values' | 'formulas',
  signal: AbortSignal,
): AsyncGenerator<ReadPiece> {
  const mostRows = Math.max(1, Math.floor(MOST_CELLS / area.columnCount));
  const end = area.row + area.rowCount;
  let wanted = Math.min(FIRST_ROWS, mostRows);
  for (let row = area.row; row < end;) {
    stopIfAsked(signal);
    const rowCount = Math.min(wanted, end - row);
    const cells = cellsOf(sheet, { ...area, row, rowCount });
    cells.load(what);
    try {
      await context.sync();
    } catch (error) {
      // Rows that are far longer than those before them: half as many at a time.
      if (codeOf(error) !== 'ResponsePayloadSizeLimitExceeded' || rowCount === 1) throw error;
      wanted = Math.max(1, Math.floor(rowCount / 2));
      continue;
    }
    const rows = cells[what] as (string | number | boolean)[][];
    yield { firstRow: row, rows };
    cells.untrack();
    row += rowCount;
    wanted = Math.min(mostRows, Math.max(1, Math.floor(CHUNK_BYTES / bytesOfRow(rows))));
  }
}

/** So many of a piece's rows are weighed: what all weigh would take longer to tell than to read. */
const WEIGHED_ROWS = 200;

function bytesOfRow(rows: ReadPiece['rows']): number {
  const step = Math.ceil(rows.length / WEIGHED_ROWS);
  const weighed = rows.filter((_, i) => i % step === 0);
  return jsonBytes(weighed) / weighed.length;
}
