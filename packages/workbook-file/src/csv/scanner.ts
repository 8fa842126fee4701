/**
 * Finds the cells of a CSV text in a buffer of bytes: where each starts, how long it is, and its hash.
 *
 * The text is read as RFC 4180 says, and where files differ from it, as Excel does: a quote opens only at the start
 * of a cell, text after the closing quote belongs to the cell, and CRLF, LF or CR alone ends a row.
 */
import { HASH_FACTOR, hashOf, isAsciiSpace, sameBytes, SLACK } from './cell-bytes.ts';

/** As many columns as a sheet in Excel has. */
export const MAX_COLUMNS = 16_384;

/** Numbers kept of a cell: start, length, hash. */
export const CELL_NUMBERS = 3;

export const QUOTE = 34;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;

/** Why the scanner stopped. */
export const NEEDS_MORE = 0;
export const BLOCK_FULL = 1;
export const NUL_FOUND = 2;
const ODD_CELL = 3;
const CELL_READ = 4;

const BLOCK_CELLS = 4096;
const FIRST_BLOCK_CELLS = 256;

export class CellScanner {
  /** The text; then slack; then room for cells whose doubled quotes have been undone. */
  bytes: Uint8Array;
  view: DataView;
  /** Most bytes of text that the buffer takes. */
  capacity: number;

  /** The cells of the block, row after row. A row wider than `MAX_COLUMNS` runs over the end: counted, not kept. */
  readonly cells = new Int32Array((BLOCK_CELLS + MAX_COLUMNS) * CELL_NUMBERS);
  /** Where in `cells` row i of the block starts, and the row after the last one. */
  readonly rowStarts = new Int32Array(BLOCK_CELLS + 2);
  /** Complete rows in the block. */
  rows = 0;
  /** Where in the buffer the first row starts that is not complete. */
  rowAt = 0;
  /** Whether the text ended inside quotes when the scanner last stopped. */
  insideQuotes = false;

  private readonly separator: number;
  /** Where the next cell starts, and where in `cells` it goes. */
  private at = 0;
  private filled = 0;
  private scratch = 0;
  private blockEnd = FIRST_BLOCK_CELLS * CELL_NUMBERS;

  constructor(separator: number, capacity: number) {
    this.separator = separator;
    this.capacity = capacity;
    this.bytes = new Uint8Array(2 * (capacity + SLACK));
    this.view = new DataView(this.bytes.buffer);
  }

  /** Makes room for `capacity` bytes of text, keeping the first `kept`. */
  enlarge(capacity: number, kept: number): void {
    const bytes = new Uint8Array(2 * (capacity + SLACK));
    bytes.set(this.bytes.subarray(0, kept));
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
    this.capacity = capacity;
  }

  /** Starts at the beginning of the buffer with an empty block. */
  rewind(): void {
    this.at = 0;
    this.rowAt = 0;
    this.insideQuotes = false;
    this.emptyBlock();
  }

  /** Forgets the rows of the block, once they have been taken. */
  emptyBlock(): void {
    this.rows = 0;
    this.filled = 0;
    this.scratch = this.capacity + SLACK;
    // Blocks start small, so that the engine has seen each branch of `readPlainCells` before it compiles it.
    this.blockEnd = Math.min(this.blockEnd * 2, BLOCK_CELLS * CELL_NUMBERS);
  }

  /** Cells in row i of the block. */
  width(row: number): number {
    return (this.rowStarts[row + 1]! - this.rowStarts[row]!) / CELL_NUMBERS;
  }

  /** The column, counted from 1, of the cell that the scanner stopped in. */
  get column(): number {
    return (this.filled - this.rowStarts[this.rows]!) / CELL_NUMBERS + 1;
  }

  /** Reads rows of the text that ends at `end`, until the block is full or the text is not enough for a row. */
  scan(end: number): typeof NEEDS_MORE | typeof BLOCK_FULL | typeof NUL_FOUND {
    for (;;) {
      const stop = this.readPlainCells(end);
      const cutOffInQuotes = stop === NEEDS_MORE && this.at < end && this.bytes[this.at] === QUOTE;
      if (stop !== ODD_CELL && !cutOffInQuotes) return stop;
      const after = this.readOddCell(end);
      if (after !== CELL_READ) return after;
    }
  }

  /**
   * The hot loop: plain cells. Those with quotes, outer spaces or control characters are left to `readOddCell`.
   *
   * A cell often repeats the one above it (the day, the unit): that is tried first, and the cell then points at the
   * bytes of the one above, which tells the column that no look-up is needed. Otherwise its end is sought four bytes
   * a turn. Whether a word of four bytes holds a separator, or a byte below 14 (a row's end, or something odd), shows
   * in the borrow when 1, or 14, is taken from each of its bytes; the lowest one found is certain.
   *
   * There is one way out, where the state is put away: a way out that does more than leave, and that had not been
   * taken when the engine compiled the loop, would have it thrown away and compiled anew.
   */
  private readPlainCells(end: number): typeof NEEDS_MORE | typeof BLOCK_FULL | typeof ODD_CELL {
    const { bytes, view, cells, rowStarts, separator, blockEnd } = this;
    const separators = separator * 0x0101_0101;
    let { at: next, filled, rows, rowAt } = this;
    let aboveEnd = rows > 0 ? rowStarts[rows]! : 0;
    let above = rows > 0 ? rowStarts[rows - 1]! + filled - aboveEnd : 0;
    let stop: typeof NEEDS_MORE | typeof BLOCK_FULL | typeof ODD_CELL = NEEDS_MORE;

    while (next < end) {
      let start = next;
      let length = above < aboveEnd ? cells[above + 1]! : end;
      let hash = 0;
      let at = start + length;
      // With the byte after it, the end of the cell is compared too.
      if (at < end && bytes[start]! > QUOTE && sameBytes(view, start, view, cells[above]!, length + 1)) {
        start = cells[above]!;
        hash = cells[above + 2]!;
      } else {
        at = start;
        let word = 0;
        let found = 0;
        for (;;) {
          word = view.getInt32(at, true);
          const apart = word ^ separators;
          found = (((apart - 0x0101_0101) & ~apart) | ((word - 0x0e0e_0e0e) & ~word)) & 0x8080_8080;
          if (found !== 0 || at >= end) break;
          hash = Math.imul(hash ^ word, HASH_FACTOR);
          hash ^= hash >>> 15;
          at += 4;
        }
        if (at >= end) break;
        const bits = 24 - Math.clz32(found & -found);
        at += bits >> 3;
        if (at >= end) break;
        length = at - start;
        if (length > 0 && (bytes[start]! <= QUOTE || bytes[at - 1]! <= 32)) {
          stop = ODD_CELL;
          break;
        }
        const rest = bits === 0 ? 0 : word & (-1 >>> (32 - bits));
        hash = (Math.imul(hash ^ rest, HASH_FACTOR) + length) | 0;
        hash ^= hash >>> 15;
      }

      const terminator = bytes[at]!;
      if (terminator !== separator && terminator !== LINE_FEED && terminator !== CARRIAGE_RETURN) {
        stop = ODD_CELL;
        break;
      }
      if (terminator === CARRIAGE_RETURN) {
        if (at + 1 >= end) break;
        if (bytes[at + 1] === LINE_FEED) at++;
      }
      cells[filled] = start;
      cells[filled + 1] = length;
      cells[filled + 2] = hash;
      filled += CELL_NUMBERS;
      above += CELL_NUMBERS;
      next = at + 1;
      if (terminator !== separator) {
        above = rowStarts[rows]!;
        aboveEnd = filled;
        rows++;
        rowStarts[rows] = filled;
        rowAt = next;
        if (filled >= blockEnd) {
          stop = BLOCK_FULL;
          break;
        }
      }
    }

    this.at = next;
    this.filled = filled;
    this.rows = rows;
    this.rowAt = rowAt;
    return stop;
  }

  /** One cell, byte by byte, whatever stands in it. */
  private readOddCell(
    end: number,
  ): typeof CELL_READ | typeof NEEDS_MORE | typeof BLOCK_FULL | typeof NUL_FOUND {
    const { bytes, separator } = this;
    const start = this.at;
    let at = start;
    let closing = -1;
    let doubled = false;
    if (bytes[at] === QUOTE) {
      for (at++; ; at++) {
        if (at >= end) {
          this.insideQuotes = true;
          return NEEDS_MORE;
        }
        const byte = bytes[at]!;
        if (byte === 0) return NUL_FOUND;
        if (byte !== QUOTE) continue;
        if (at + 1 >= end || bytes[at + 1] !== QUOTE) break;
        doubled = true;
        at++;
      }
      closing = at;
      at++;
    }
    for (; ; at++) {
      if (at >= end) return NEEDS_MORE;
      const byte = bytes[at]!;
      if (byte === separator || byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
      if (byte === 0) return NUL_FOUND;
    }
    const terminator = bytes[at]!;
    if (terminator === CARRIAGE_RETURN && at + 1 >= end) return NEEDS_MORE;

    if (closing < 0) this.addTrimmed(start, at);
    else if (doubled || closing + 1 < at || isAsciiSpace(bytes[closing - 1]!)) {
      this.addUnquoted(start + 1, closing, at);
    } else this.addTrimmed(start + 1, closing);

    this.at = at + (terminator === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1);
    if (terminator === separator) return CELL_READ;
    this.rows++;
    this.rowStarts[this.rows] = this.filled;
    this.rowAt = this.at;
    return this.filled >= this.blockEnd ? BLOCK_FULL : CELL_READ;
  }

  /**
   * Adds the cell whose quoted text ends at `closing` and is followed by text up to `end`. It is put together outside
   * the text, since a row that turns out not to be complete is read again from its start. A quote goes after it:
   * separators may stand in such a cell, so none below may be taken for the same by its bytes and what follows them.
   */
  private addUnquoted(start: number, closing: number, end: number): void {
    const { bytes } = this;
    const from = this.scratch;
    let to = from;
    for (let at = start; at < closing; at++) {
      bytes[to++] = bytes[at]!;
      if (bytes[at] === QUOTE) at++;
    }
    for (let at = closing + 1; at < end; at++) bytes[to++] = bytes[at]!;
    while (to > from && isAsciiSpace(bytes[to - 1]!)) to--;
    bytes[to] = QUOTE;
    this.scratch = to + 1;
    this.addTrimmed(from, to);
  }

  private addTrimmed(from: number, to: number): void {
    const { bytes, cells, filled } = this;
    let start = from;
    let end = to;
    while (start < end && isAsciiSpace(bytes[start]!)) start++;
    while (start < end && isAsciiSpace(bytes[end - 1]!)) end--;
    cells[filled] = start;
    cells[filled + 1] = end - start;
    cells[filled + 2] = hashOf(this.view, start, end - start);
    this.filled = filled + CELL_NUMBERS;
  }
}
