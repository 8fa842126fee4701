/**
 * Finds which of `;`, `,` and tab separates the cells of a CSV text, from its first rows.
 *
 * Each candidate reads the rows as the scanner would. The one wins that gives the most rows the same number of cells:
 * rows count more than cells, since commas in a free text may give some rows many cells but not all of them the same
 * number. A row where quotes stand in odd places, or do not close, counts little and speaks against its candidate.
 */
import { CARRIAGE_RETURN, LINE_FEED, QUOTE } from './scanner.ts';

const CANDIDATES = [';', ',', '\t'].map((character) => character.charCodeAt(0));
const ROWS_TRIED = 50;
const ODD_ROW_WEIGHT = 0.25;

interface RowShape {
  readonly separators: number;
  readonly oddQuotes: boolean;
}

/** The separator of the text that `start` opens; `;` where nothing tells. `whole`: there is no more text. */
export function findSeparator(start: Uint8Array, whole: boolean): number {
  let best = CANDIDATES[0]!;
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const score = evenness(rowShapes(start, candidate, whole));
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** The separator that Excel's own first line `sep=;` names, and the bytes it takes; `null` without such a line. */
export function namedSeparator(start: Uint8Array): { separator: number; length: number } | null {
  const match = /^("?)sep=([\t -~])\1(\r\n|\r|\n|$)/i.exec(
    String.fromCharCode(...start.subarray(0, Math.min(start.length, 10))),
  );
  if (!match || match[2] === '"') return null;
  return { separator: match[2]!.charCodeAt(0), length: match[0].length };
}

function evenness(rows: readonly RowShape[]): number {
  const weightOf = new Map<number, number>();
  let total = 0;
  for (const { separators, oddQuotes } of rows) {
    const weight = oddQuotes ? ODD_ROW_WEIGHT : 1;
    total += weight;
    if (separators > 0) weightOf.set(separators, (weightOf.get(separators) ?? 0) + weight);
  }
  const soundness = total / rows.length;
  let best = 0;
  for (const [separators, weight] of weightOf) {
    best = Math.max(best, (soundness * weight) ** 2 * Math.log2(1 + separators));
  }
  return best;
}

function rowShapes(bytes: Uint8Array, separator: number, whole: boolean): RowShape[] {
  const rows: RowShape[] = [];
  let at = 0;
  while (at < bytes.length && rows.length < ROWS_TRIED) {
    const row = readRow(bytes, at, separator);
    // A row that the start of the file cuts off tells nothing, unless it is all there is.
    if (row.end >= bytes.length && !whole && rows.length > 0) break;
    rows.push(row);
    at = row.end;
  }
  return rows;
}

function readRow(bytes: Uint8Array, start: number, separator: number): RowShape & { end: number } {
  let separators = 0;
  let oddQuotes = false;
  let inQuotes = bytes[start] === QUOTE;
  let afterQuotes = false;
  let at = inQuotes ? start + 1 : start;
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (inQuotes) {
      if (byte !== QUOTE) continue;
      if (bytes[at + 1] === QUOTE) at++;
      else {
        inQuotes = false;
        afterQuotes = true;
      }
    } else if (byte === separator) {
      separators++;
      afterQuotes = false;
      inQuotes = bytes[at + 1] === QUOTE;
      if (inQuotes) at++;
    } else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
      break;
    } else {
      oddQuotes ||= afterQuotes || byte === QUOTE;
    }
  }
  if (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) at++;
  return { separators, oddQuotes: oddQuotes || inQuotes, end: at + 1 };
}
