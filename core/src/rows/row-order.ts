/**
 * Rows in the order of their persons, sorted by a whole number below 2³² (radix sort). The highest bits divide the rows
 * into parts that the processor's cache holds, and each part is sorted there: so the memory is walked through once,
 * however many the rows are.
 */

export interface RowsInOrder {
  /** Rising. */
  readonly keys: Uint32Array;
  /** By place in `keys`: the row that has the key. Rows of one key stand as they came. */
  readonly rows: Int32Array;
  /** By place in `keys`: the row's day. */
  readonly days: Int32Array;
}

const LOW_BITS = 22;
const PARTS = 1 << (32 - LOW_BITS);
const BITS = 11;
const BUCKETS = 1 << BITS;

/** @param fate by row; those that are 0 are taken */
export function rowsInOrder(keys: Uint32Array, days: Int32Array, fate: Uint8Array): RowsInOrder {
  const ends = new Int32Array(PARTS);
  for (let i = 0; i < keys.length; i++) if (fate[i] === 0) ends[keys[i]! >>> LOW_BITS]!++;
  const [size, longest] = startsOf(ends);
  const sorted = emptyRows(size);
  for (let i = 0; i < keys.length; i++) {
    if (fate[i] !== 0) continue;
    const key = keys[i]!;
    const at = ends[key >>> LOW_BITS]!++;
    sorted.keys[at] = key;
    sorted.rows[at] = i;
    sorted.days[at] = days[i]!;
  }
  const spare = emptyRows(longest);
  for (let part = 0, start = 0; part < PARTS; part++) {
    const end = ends[part]!;
    if (end - start > 1) sortPart(sorted, start, end, spare);
    start = end;
  }
  return sorted;
}

function emptyRows(size: number): RowsInOrder {
  return { keys: new Uint32Array(size), rows: new Int32Array(size), days: new Int32Array(size) };
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

/** By the low bits, which are all that differ within a part: eleven at a time, over to `spare` and back. */
function sortPart(sorted: RowsInOrder, start: number, end: number, spare: RowsInOrder): void {
  distribute(sorted, start, end, spare, 0, 0);
  distribute(spare, 0, end - start, sorted, start, BITS);
}

const next = new Int32Array(BUCKETS);

function distribute(
  from: RowsInOrder,
  start: number,
  end: number,
  to: RowsInOrder,
  toStart: number,
  shift: number,
): void {
  const { keys, rows, days } = from;
  const { keys: keysTo, rows: rowsTo, days: daysTo } = to;
  next.fill(0);
  for (let i = start; i < end; i++) next[(keys[i]! >>> shift) & (BUCKETS - 1)]!++;
  startsOf(next);
  for (let i = start; i < end; i++) {
    const key = keys[i]!;
    const at = toStart + next[(key >>> shift) & (BUCKETS - 1)]!++;
    keysTo[at] = key;
    rowsTo[at] = rows[i]!;
    daysTo[at] = days[i]!;
  }
}
