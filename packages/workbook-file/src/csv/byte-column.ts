/**
 * A column while its CSV text is read: the bytes of each distinct cell once, and a code for each row.
 *
 * Ways to the code of a cell, the cheapest first:
 * 0. The scanner has seen that it is the cell above.
 * 1. The greatest cell so far of the same length. A cell equal to it (a day in a register kept by date) has its code;
 *    a cell above it (the next running number) is new without a look at the others, and is not even hashed.
 * 2. A table of hashes, with linear probing: an entry holds the code in its low bits and the rest of the hash above.
 *    Cells that came in by way 1 are entered when the table is first asked after them.
 * 3. For a column with many distinct cells, the table, the starts and the bytes are each read for a whole block of
 *    rows before they are used, so that the processor waits for many of them at a time and not for one.
 */
import { hashOf, orderOfBytes, sameBytes, SLACK } from './cell-bytes.ts';
import { CELL_NUMBERS, type CellScanner } from './scanner.ts';

/** Cells longer than this are not compared with the greatest of their length. */
const LONGEST_COMPARED = 63;
/** Distinct cells from where a block is looked up together: below it, the table stays in the nearest cache. */
const MANY = 4096;
/** Offsets are kept in 32 bits. */
const MOST_BYTES = 0x7fff_0000;

/** What a column holds, without the means to add to it. */
export interface CodedBytes {
  /** One code a row; rows after the last filled cell may be missing. */
  readonly codes: Int32Array;
  /** Distinct cells and the empty one, which is code 0. */
  readonly size: number;
  /** Whole words may be read after the last cell. */
  readonly bytes: Uint8Array;
  /** Where the bytes of a code start; they end where the next one starts. */
  readonly starts: Int32Array;
  readonly isAscii: boolean;
}

export class ByteColumn implements CodedBytes {
  codes: Int32Array = new Int32Array(256);
  size = 1;
  bytes: Uint8Array = new Uint8Array(128);
  starts: Int32Array = new Int32Array(16);
  isAscii = true;

  private view = new DataView(this.bytes.buffer);
  private table: Int32Array = new Int32Array(32);
  private tableMask = 31;
  /** Codes below this are in the table. */
  private entered = 1;
  private readonly greatest = new Int32Array(LONGEST_COMPARED + 1);

  /**
   * Takes column `column` (counted from 0) of the block, whose first row is `firstRow` of the sheet. The sheet is
   * expected to have `expectedRows`; room is made for them in few steps.
   */
  take(block: CellScanner, column: number, firstRow: number, expectedRows: number): void {
    this.makeRoom(firstRow + block.rows, expectedRows);
    const offset = column * CELL_NUMBERS;
    if (this.entered > MANY && this.entered * 2 > this.size) this.takeTogether(block, offset, firstRow);
    else this.takeOneByOne(block, offset, firstRow);
  }

  /**
   * Takes the same column of the rows that follow, read elsewhere. Its codes stand in the order of their first rows, as
   * ours do, so that the codes become what they had been in one reading.
   */
  join(part: CodedBytes, firstRow: number, rows: number): void {
    this.makeRoom(firstRow + rows, firstRow + rows);
    this.makeByteRoom(this.starts[this.size]!, part.starts[part.size]!);
    const own = this.ownCodes(part);
    const { codes } = this;
    const filled = Math.min(rows, part.codes.length);
    for (let row = 0; row < filled; row++) codes[firstRow + row] = own[part.codes[row]!]!;
  }

  /** By code of the other column: ours for the same cell. */
  private ownCodes({ size, starts, bytes }: CodedBytes): Int32Array {
    const view = new DataView(bytes.buffer);
    const own = new Int32Array(size);
    for (let code = 1; code < size; code++) {
      const start = starts[code]!;
      own[code] = this.codeOf(view, start, starts[code + 1]! - start);
    }
    return own;
  }

  private makeRoom(rows: number, expectedRows: number): void {
    if (rows <= this.codes.length) return;
    const length = expectedRows < rows ? 2 * this.codes.length : Math.min(expectedRows, 16 * rows);
    const codes = new Int32Array(Math.max(rows, length));
    codes.set(this.codes);
    this.codes = codes;
  }

  private takeOneByOne(block: CellScanner, offset: number, firstRow: number): void {
    const { cells, rowStarts, rows, view } = block;
    const codes = this.codes;
    let above = -1;
    let code = 0;
    for (let row = 0; row < rows; row++) {
      const cell = rowStarts[row]! + offset;
      if (cell >= rowStarts[row + 1]!) continue;
      const length = cells[cell + 1]!;
      if (length === 0) continue;
      const at = cells[cell]!;
      if (at !== above) {
        above = at;
        code = this.codeOf(view, at, length, cells[cell + 2]);
      }
      codes[firstRow + row] = code;
    }
  }

  private takeTogether(block: CellScanner, offset: number, firstRow: number): void {
    const { cells, rowStarts, rows, view } = block;
    const { codes, table, tableMask, starts, view: ownView } = this;
    for (let row = 0; row < rows; row++) {
      const hash = cells[rowStarts[row]! + offset + 2]!;
      const entry = table[hash & tableMask]!;
      likelyCodes[row] = ((entry ^ hash) & ~tableMask) === 0 ? entry & tableMask : 0;
    }
    for (let row = 0; row < rows; row++) likelyStarts[row] = starts[likelyCodes[row]!]!;
    for (let row = 0; row < rows; row++) likelyWords[row] = ownView.getInt32(likelyStarts[row]!, true);
    for (let row = 0; row < rows; row++) {
      const cell = rowStarts[row]! + offset;
      if (cell >= rowStarts[row + 1]!) continue;
      const length = cells[cell + 1]!;
      if (length === 0) continue;
      const at = cells[cell]!;
      const code = likelyCodes[row]!;
      const start = likelyStarts[row]!;
      // A code once given stays, so this holds though cells may have been added since the table was read.
      codes[firstRow + row] =
        code !== 0 &&
        starts[code + 1]! - start === length &&
        ((likelyWords[row]! ^ view.getInt32(at, true)) & (length < 4 ? -1 >>> (32 - 8 * length) : -1)) ===
          0 &&
        sameBytes(view, at, ownView, start, length)
          ? code
          : this.codeOf(view, at, length, cells[cell + 2]);
    }
  }

  /** @param hash where it is known already: it is not always needed */
  private codeOf(view: DataView, at: number, length: number, hash?: number): number {
    if (length > LONGEST_COMPARED) return this.lookUp(view, at, length, hash ?? hashOf(view, at, length));
    const greatest = this.greatest[length]!;
    const order = greatest === 0 ? 1 : orderOfBytes(view, at, this.view, this.starts[greatest]!, length);
    if (order === 0) return greatest;
    if (order < 0) return this.lookUp(view, at, length, hash ?? hashOf(view, at, length));
    return (this.greatest[length] = this.add(view, at, length));
  }

  private lookUp(view: DataView, at: number, length: number, hash: number): number {
    if (this.entered < this.size) this.enterAll();
    const { table, tableMask, starts } = this;
    let slot = hash & tableMask;
    for (;;) {
      const entry = table[slot]!;
      if (entry === 0) break;
      if (((entry ^ hash) & ~tableMask) === 0) {
        const code = entry & tableMask;
        const start = starts[code]!;
        if (starts[code + 1]! - start === length && sameBytes(view, at, this.view, start, length))
          return code;
      }
      slot = (slot + 1) & tableMask;
    }
    const code = this.add(view, at, length);
    if (this.size * 2 > tableMask) {
      this.enterAll();
    } else {
      table[slot] = (hash & ~tableMask) | code;
      this.entered = this.size;
    }
    return code;
  }

  /** Enters the codes that are not in the table yet, which is at most half full. */
  private enterAll(): void {
    let length = this.table.length;
    while (this.size * 2 >= length) length *= 2;
    if (length !== this.table.length) {
      this.table = new Int32Array(length);
      this.tableMask = length - 1;
      this.entered = 1;
    }
    const { table, tableMask, starts, view } = this;
    for (let code = this.entered; code < this.size; code++) {
      const start = starts[code]!;
      const hash = hashOf(view, start, starts[code + 1]! - start);
      let slot = hash & tableMask;
      while (table[slot] !== 0) slot = (slot + 1) & tableMask;
      table[slot] = (hash & ~tableMask) | code;
    }
    this.entered = this.size;
  }

  private add(view: DataView, at: number, length: number): number {
    const code = this.size++;
    let to = this.starts[code]!;
    this.makeByteRoom(to, length);
    if (code + 1 === this.starts.length) {
      const starts = new Int32Array(this.starts.length * 2);
      starts.set(this.starts);
      this.starts = starts;
    }
    const own = this.view;
    const rest = length & 3;
    let bits = 0;
    let from = at;
    for (; from < at + length - rest; from += 4, to += 4) {
      const word = view.getInt32(from, true);
      bits |= word;
      own.setInt32(to, word, true);
    }
    if (rest > 0) {
      const word = view.getInt32(from, true) & (-1 >>> (32 - 8 * rest));
      bits |= word;
      own.setInt32(to, word, true);
    }
    if ((bits & 0x8080_8080) !== 0) this.isAscii = false;
    this.starts[code + 1] = to + rest;
    return code;
  }

  private makeByteRoom(used: number, length: number): void {
    if (used + length + SLACK <= this.bytes.length) return;
    if (used + length > MOST_BYTES) throw new RangeError('The distinct cells of a column exceed 2 GB.');
    const bytes = new Uint8Array(Math.max(this.bytes.length * 2, used + length + SLACK));
    bytes.set(this.bytes.subarray(0, used));
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }
}

/** Read ahead for the rows of a block; used only within `takeTogether`. */
const likelyCodes = new Int32Array(4096);
const likelyStarts = new Int32Array(4096);
/** The first four bytes of the cell. */
const likelyWords = new Int32Array(4096);
