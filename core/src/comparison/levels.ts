/**
 * The values of a column as levels, over one register or several. Spellings that differ only in what exports lose (case,
 * space, åäö) are one level, shown in its most usual spelling.
 */
import type { Register } from '../register/register.ts';
import type { CellValue, Sheet } from '../register/sheet.ts';
import { foldBare } from '../register/spelling.ts';

export interface ColumnOf {
  readonly register: Register;
  readonly sheet: Sheet;
  /** Null where the register has no such column. */
  readonly column: number | null;
}

export interface Levels {
  /** Most rows first; equal, by name. Index 0 of `index` is missing, i stands for level i − 1. */
  readonly levels: readonly { readonly name: string }[];
  /** For each register, by used row: into `answers`. */
  readonly index: readonly Int32Array[];
  /** The levels that a cell names, from 0: none where it is empty, several where it has several answers. */
  readonly answers: readonly (readonly number[])[];
}

/** @param separator between the answers of a cell: «Alkohol; Narkotika»; null where a cell is one answer */
export function levelsOf(columns: readonly ColumnOf[], separator: string | null): Levels {
  const rows = columns.map(rowsOfCell);
  const spellings = new Map<string, Map<string, number>>();
  const answersIn = (cell: CellValue) => textsIn(cell, separator);
  columns.forEach(({ sheet, column }, at) => {
    if (column === null) return;
    const { value } = sheet.columns[column]!;
    rows[at]!.forEach((n, code) => {
      if (n === 0) return;
      for (const text of answersIn(value(code))) {
        const key = keyOf(text);
        const known = spellings.get(key) ?? new Map<string, number>();
        spellings.set(key, known.set(text, (known.get(text) ?? 0) + n));
      }
    });
  });
  const ordered = [...spellings].map(([key, known]) => {
    const n = [...known.values()].reduce((sum, rowsOf) => sum + rowsOf, 0);
    const [name] = [...known].sort(([a, x], [b, y]) => y - x || byText(a, b))[0]!;
    return { key, name, n };
  });
  ordered.sort((a, b) => b.n - a.n || byText(a.name, b.name));
  const place = new Map(ordered.map(({ key }, at) => [key, at]));
  const answers: number[][] = [[], ...ordered.map((_, at) => [at])];
  const several = new Map<string, number>();
  const codeOf = (cell: CellValue): number => {
    const found = [...new Set(answersIn(cell).map((text) => place.get(keyOf(text))!))];
    if (found.length < 2) return found.length === 0 ? 0 : found[0]! + 1;
    const key = found.sort((a, b) => a - b).join(' ');
    if (!several.has(key)) several.set(key, answers.push(found) - 1);
    return several.get(key)!;
  };
  const index = columns.map(({ register, sheet, column }, at) => {
    const out = new Int32Array(register.used);
    if (column === null) return out;
    const { codes, value } = sheet.columns[column]!;
    const ofCell = Int32Array.from(rows[at]!, (n, code) => (n === 0 ? 0 : codeOf(value(code))));
    for (let i = 0; i < out.length; i++) out[i] = ofCell[codes[register.row[i]! - 1]!]!;
    return out;
  });
  return { levels: ordered.map(({ name }) => ({ name })), index, answers };
}

/** By code of the column: how many used rows hold it. */
export function rowsOfCell({ register, sheet, column }: ColumnOf): Int32Array {
  if (column === null) return new Int32Array(0);
  const { codes, size } = sheet.columns[column]!;
  const rows = new Int32Array(size);
  for (let i = 0; i < register.used; i++) rows[codes[register.row[i]! - 1]!]!++;
  return rows;
}

function textsIn(cell: CellValue, separator: string | null): string[] {
  if (cell === null) return [];
  const text = String(cell);
  const parts = separator === null ? [text] : text.split(separator);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Signs alone («<18», «+») fold to nothing and are compared as they stand. */
function keyOf(text: string): string {
  const bare = foldBare(text);
  return /[<>+]|^-/.test(text) || bare === '' ? text.toLowerCase() : bare;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
