/**
 * How a sheet is printed on A4 across: on one page where it can be read so, else over several with tables and charts
 * whole. A sheet with a long table just runs on, as wide as the page.
 */

export type Printing =
  | { readonly kind: 'one-page' | 'running' }
  /** Percent of full size, and the rows that start a new page. */
  | { readonly kind: 'pages'; readonly scale: number; readonly starts: readonly number[] };

/** A block of rows that should not be cut. */
export interface Chunk {
  readonly firstRow: number;
  /** Its height in points. */
  readonly height: number;
  /** A heading stays with what it heads. */
  readonly withNext: boolean;
}

/** A4 across less the margins of the worksheet part, in points. */
const PAGE_WIDTH = 770;
const PAGE_HEIGHT = 487;
/** Programs and printers round columns and rows differently: LibreOffice draws columns a twentieth wider. */
const SPARE = 0.93;
/** Smaller than this is hard to read. */
const SMALLEST_SCALE = 0.6;

export function printing(chunks: readonly Chunk[], widthPixels: number): Printing {
  const wide = Math.min(1, PAGE_WIDTH / (widthPixels * 0.75));
  const height = chunks.reduce((sum, chunk) => sum + chunk.height, 0);
  if (Math.min(wide, PAGE_HEIGHT / height) >= SMALLEST_SCALE) return { kind: 'one-page' };
  const scale = Math.max(10, Math.floor(wide * SPARE * 100));
  return { kind: 'pages', scale, starts: pageStarts(chunks, (PAGE_HEIGHT * SPARE * 100) / scale) };
}

function pageStarts(chunks: readonly Chunk[], pageHeight: number): number[] {
  const starts: number[] = [];
  let used = 0;
  for (const group of glued(chunks)) {
    if (used > 0 && used + group.height > pageHeight) {
      starts.push(group.firstRow);
      used = 0;
    }
    // What is longer than a page goes on by itself on the next.
    used = (used + group.height) % pageHeight;
  }
  return starts;
}

function glued(chunks: readonly Chunk[]): { readonly firstRow: number; readonly height: number }[] {
  const groups: { firstRow: number; height: number }[] = [];
  let open = false;
  for (const { firstRow, height, withNext } of chunks) {
    const last = groups.at(-1);
    if (open && last) last.height += height;
    else groups.push({ firstRow, height });
    open = withNext;
  }
  return groups;
}
