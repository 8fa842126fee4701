/**
 * Rows in the order of their persons, sorted by a whole number below 2³² (radix sort). The highest bits divide the rows
 * into parts that the processor's cache holds, and each part is sorted there: so the memory is walked through once,
 * however many the rows are. What belongs to a row lies together, so that moving it touches one place and not three.
 */

/** Of each row in `RowsInOrder`: where in `cells` its key, its number and its day stand. */
export const CELL = { key: 0, row: 1, day: 2 } as const;
export const CELLS = 3;

export interface RowsInOrder {
  readonly size: number;
  /** Three for each row: by rising key, and rows of one key as they came. Days are as a signed number's bits. */
  readonly cells: Uint32Array;
}

const LOW_BITS = 22;
const PARTS = 1 << (32 - LOW_BITS);
const BITS = 11;
const BUCKETS = 1 << BITS;

/** @param fate by row; those that are 0 are taken */
export function rowsInOrder(keys: Uint32Array, days: Int32Array, fate: Uint8Array): RowsInOrder {
  const next = new Int32Array(PARTS);
  for (let i = 0; i < keys.length; i++) if (fate[i] === 0) next[keys[i]! >>> LOW_BITS]!++;
  const [size, longest] = startsOf(next);
  const cells = new Uint32Array(size * CELLS);
  for (let i = 0; i < keys.length; i++) {
    if (fate[i] !== 0) continue;
    const key = keys[i]!;
    const at = next[key >>> LOW_BITS]!++ * CELLS;
    cells[at] = key;
    cells[at + CELL.row] = i;
    cells[at + CELL.day] = days[i]!;
  }
  const spare = new Uint32Array(longest * CELLS);
  for (let part = 0, start = 0; part < PARTS; part++) {
    const end = next[part]!;
    if (end - start > 1) sortPart(cells.subarray(start * CELLS, end * CELLS), spare);
    start = end;
  }
  return { size, cells };
}

/** Makes counts into where each begins; all together and the greatest are returned. */
function startsOf(counts: Int32Array): [sum: number, greatest: number] {
  let start = 0;
  let greatest = 0;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at]!;
    counts[at] = start;
    start += count;
    if (count > greatest) greatest = count;
  }
  return [start, greatest];
}

const low = new Int32Array(BUCKETS);
const high = new Int32Array(BUCKETS);

/** By the low bits, which are all that differ within a part: the lower half of them over to `spare`, the upper half back. */
function sortPart(cells: Uint32Array, spare: Uint32Array): void {
  low.fill(0);
  high.fill(0);
  for (let at = 0; at < cells.length; at += CELLS) {
    const key = cells[at]!;
    low[key & (BUCKETS - 1)]!++;
    high[(key >>> BITS) & (BUCKETS - 1)]!++;
  }
  startsOf(low);
  startsOf(high);
  distribute(cells, cells.length, spare, 0, low);
  distribute(spare, cells.length, cells, BITS, high);
}

function distribute(
  from: Uint32Array,
  length: number,
  to: Uint32Array,
  shift: number,
  next: Int32Array,
): void {
  for (let at = 0; at < length; at += CELLS) {
    const key = from[at]!;
    const place = next[(key >>> shift) & (BUCKETS - 1)]!++ * CELLS;
    to[place] = key;
    to[place + CELL.row] = from[at + CELL.row]!;
    to[place + CELL.day] = from[at + CELL.day]!;
  }
}
