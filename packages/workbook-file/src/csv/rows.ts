/**
 * Takes the text of a CSV file as bytes, piece by piece, and puts its rows into columns.
 *
 * Bytes are held until they make a row; what is left after the last complete row is moved to the front of the buffer
 * and read again with the next piece. So a border between pieces can stand anywhere.
 */
import type { Problem } from 'isu-core';
import { ByteColumn, type CodedBytes } from './byte-column.ts';
import { nulBytes, rowTooLong, tooLarge, tooManyColumns, unclosedQuote } from './problems.ts';
import { CELL_NUMBERS, CellScanner, LINE_FEED, MAX_COLUMNS, NEEDS_MORE, NUL_FOUND } from './scanner.ts';

const BUFFER_BYTES = 256 * 1024;
const MEGABYTE = 1024 * 1024;
/** No row of a register is longer: a quote has been left open, or the file is not CSV. */
const MAX_ROW_BYTES = 16 * MEGABYTE;
/** Rows times filled columns: the codes of so many cells take 1 GB. */
const MAX_CODES = 2 ** 28;

/** Rows that have been read: their columns, each at its place where it has a filled cell. */
export interface RowsRead {
  readonly rowCount: number;
  /** Cells of the widest row. */
  readonly columnCount: number;
  readonly columns: readonly (CodedBytes | undefined)[];
}

export class CsvRows implements RowsRead {
  rowCount = 0;
  columnCount = 0;
  readonly columns: (ByteColumn | undefined)[] = [];

  readonly separator: number;
  private readonly scanner: CellScanner;
  private held = 0;
  /** Bytes to hold before a row that was not complete is read again: twice as many, so that the work stays linear. */
  private wanted = 0;
  private filledColumns = 0;
  private readonly size: number;
  private readBytes = 0;

  /** `size`: how many bytes there will be; 0 where that is not known. */
  constructor(separator: number, size: number) {
    this.separator = separator;
    this.size = size;
    this.scanner = new CellScanner(separator, BUFFER_BYTES);
  }

  /** Takes the next bytes of the text; the answer is what is wrong with it, or `null`. */
  add(bytes: Uint8Array): Problem | null {
    for (let taken = 0; taken < bytes.length;) {
      const { scanner } = this;
      if (this.held === scanner.capacity) scanner.enlarge(scanner.capacity * 2, this.held);
      const next = bytes.subarray(taken, taken + scanner.capacity - this.held);
      scanner.bytes.set(next, this.held);
      this.held += next.length;
      this.readBytes += next.length;
      taken += next.length;
      const problem = this.held < this.wanted ? null : this.readHeld();
      if (problem) return problem;
    }
    return null;
  }

  /** Reads the last row, which need not end with a line feed. */
  end(): Problem | null {
    let problem = this.readHeld();
    if (!problem && this.held > 0) problem = this.add(Uint8Array.of(LINE_FEED)) ?? this.readHeld();
    if (problem || this.held === 0) return problem;
    return unclosedQuote(this.rowCount + 1, this.scanner.column);
  }

  /** Whether the bytes so far end where a row ends, outside quotes. */
  endsRow(): Problem | boolean {
    return this.readHeld() ?? this.held === 0;
  }

  /** Takes the rows that follow, read elsewhere from where the bytes so far end. */
  join(part: RowsRead): Problem | null {
    for (const [at, column] of part.columns.entries()) {
      if (!column) continue;
      if (!this.columns[at]) {
        this.columns[at] = new ByteColumn();
        this.filledColumns++;
      }
      if (this.filledColumns * (this.rowCount + part.rowCount) > MAX_CODES) return tooLarge();
      this.columns[at].join(column, this.rowCount, part.rowCount);
    }
    this.columnCount = Math.max(this.columnCount, part.columnCount);
    this.rowCount += part.rowCount;
    return null;
  }

  private readHeld(): Problem | null {
    const { scanner } = this;
    for (;;) {
      // A row is judged on as many bytes whatever the pieces it came in.
      const end = Math.min(this.held, MAX_ROW_BYTES + 1);
      scanner.rewind();
      const problem = this.readTo(end);
      if (problem) return problem;
      const read = scanner.rowAt;
      if (read === 0 && end > MAX_ROW_BYTES) return this.endlessRow();
      scanner.bytes.copyWithin(0, read, this.held);
      this.held -= read;
      if (this.held <= MAX_ROW_BYTES) break;
    }
    this.wanted = Math.min(2 * this.held, MAX_ROW_BYTES + 1);
    return null;
  }

  private endlessRow(): Problem {
    const row = this.rowCount + 1;
    return this.scanner.insideQuotes
      ? unclosedQuote(row, this.scanner.column)
      : rowTooLong(row, MAX_ROW_BYTES / MEGABYTE);
  }

  private readTo(end: number): Problem | null {
    const { scanner } = this;
    for (;;) {
      const stop = scanner.scan(end);
      const problem = this.takeBlock();
      if (problem) return problem;
      if (stop === NEEDS_MORE) return null;
      if (stop === NUL_FOUND) return nulBytes(this.rowCount + 1, scanner.column);
      scanner.emptyBlock();
    }
  }

  private takeBlock(): Problem | null {
    const { scanner, columns } = this;
    const { rows } = scanner;
    let widest = 0;
    for (let row = 0; row < rows; row++) {
      const width = scanner.width(row);
      if (width > MAX_COLUMNS) return tooManyColumns(this.rowCount + row + 1, width, MAX_COLUMNS);
      if (width > widest) widest = width;
    }
    if (widest > this.columnCount) this.columnCount = widest;
    // A little more than the rows so far promise, so that a few shorter rows do not mean making room anew.
    const expectedRows = Math.ceil(1.02 * (this.rowCount + rows) * (this.size / this.readBytes));
    for (let column = 0; column < widest; column++) {
      if (!columns[column] && isFilled(scanner, column)) {
        columns[column] = new ByteColumn();
        this.filledColumns++;
      }
      if (this.filledColumns * (this.rowCount + rows) > MAX_CODES) return tooLarge();
      columns[column]?.take(scanner, column, this.rowCount, expectedRows);
    }
    this.rowCount += rows;
    return null;
  }
}

/** Whether some row of the block has a filled cell in the column. */
function isFilled(block: CellScanner, column: number): boolean {
  const offset = column * CELL_NUMBERS;
  for (let row = 0; row < block.rows; row++) {
    const cell = block.rowStarts[row]! + offset;
    if (cell < block.rowStarts[row + 1]! && block.cells[cell + 1]! > 0) return true;
  }
  return false;
}
