/**
 * Duplicates, by definitions.md: same number and same person. The row with the earliest date stays, at equal dates
 * the first in the source. Same number and different persons is a warning; so are equal rows without a number column.
 */
import type { CodedColumn } from './sheet.ts';

export interface DuplicateSearch {
  readonly rows: number;
  /** Where the rows of data begin in the sheet's columns. */
  readonly from: number;
  readonly isCandidate: (i: number) => boolean;
  readonly person: Int32Array;
  readonly day: (i: number) => number;
  readonly number: CodedColumn | null;
  /** Every column but person and date. */
  readonly others: readonly CodedColumn[];
}

export interface DuplicatesFound {
  readonly duplicates: readonly number[];
  readonly sharedNumbers: readonly number[];
  readonly equalRows: readonly number[];
}

export function findDuplicates(search: DuplicateSearch): DuplicatesFound {
  return search.number === null
    ? { duplicates: [], sharedNumbers: [], equalRows: findEqualRows(search) }
    : { ...findSameNumbers(search, search.number), equalRows: [] };
}

function findSameNumbers(search: DuplicateSearch, number: CodedColumn) {
  const sameText = codesOfSameText(number);
  const firstRow = new Int32Array(number.size).fill(-1);
  const repeated = new Map<number, number[]>();
  for (let i = 0; i < search.rows; i++) {
    const code = sameText(number.codes[search.from + i]!);
    if (code === 0 || !search.isCandidate(i)) continue;
    if (firstRow[code] === -1) firstRow[code] = i;
    else if (repeated.has(code)) repeated.get(code)!.push(i);
    else repeated.set(code, [firstRow[code]!, i]);
  }
  const duplicates: number[] = [];
  const sharedNumbers: number[] = [];
  for (const rows of repeated.values()) {
    const stays = new Map<number, number>();
    for (const i of rows) {
      const other = stays.get(search.person[i]!);
      if (other === undefined) stays.set(search.person[i]!, i);
      else if (search.day(i) < search.day(other)) {
        duplicates.push(other);
        stays.set(search.person[i]!, i);
      } else duplicates.push(i);
    }
    if (stays.size > 1) sharedNumbers.push(...stays.values());
  }
  return { duplicates, sharedNumbers };
}

/** In a workbook the number 1001 may be a number in one row and a text in the next: they are the same. */
function codesOfSameText({ size, value, textOnly }: CodedColumn): (code: number) => number {
  if (textOnly) return (code) => code;
  const codeOfText = new Map<string, number>();
  const same = new Int32Array(size);
  for (let code = 1; code < size; code++) {
    const text = String(value(code));
    if (!codeOfText.has(text)) codeOfText.set(text, code);
    same[code] = codeOfText.get(text)!;
  }
  return (code) => same[code]!;
}

function findEqualRows({ rows, from, isCandidate, person, day, others }: DuplicateSearch): number[] {
  /** Days fit in this many, whatever the calendar. */
  const DAYS = 4_000_000;
  const firstOf = new Map<number, number>();
  const sameDay = new Map<number, number[]>();
  for (let i = 0; i < rows; i++) {
    if (!isCandidate(i)) continue;
    const key = person[i]! * DAYS + day(i) + DAYS / 2;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, i);
    else if (sameDay.has(key)) sameDay.get(key)!.push(i);
    else sameDay.set(key, [first, i]);
  }
  const equal: number[] = [];
  for (const candidates of sameDay.values()) {
    const byCells = new Map<string, number[]>();
    for (const i of candidates) {
      const cells = others.map(({ codes }) => codes[from + i]).join(' ');
      const same = byCells.get(cells);
      if (same) same.push(i);
      else byCells.set(cells, [i]);
    }
    for (const same of byCells.values()) if (same.length > 1) for (const i of same) equal.push(i);
  }
  return equal;
}
