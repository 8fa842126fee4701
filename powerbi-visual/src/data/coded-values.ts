/**
 * A column of the register on its way in: each distinct value is kept once, each row holds its code. Windows are added
 * at the end; what has been coded is never coded again.
 */
import type { CellValue, CodedColumn } from 'isu-core';
import type { PrimitiveValue } from './fields.ts';

const FIRST_LENGTH = 1024;

export class CodedValues {
  /** Row 0 is the header. */
  private codes = new Int32Array(FIRST_LENGTH);
  private length = 1;
  /** What core reads: each once. */
  private readonly cells: CellValue[];
  private readonly codeOfCell = new Map<CellValue, number>([[null, 0]]);
  /** The same as the host gave it, which is what a filter must name: the first way of writing, and other ways. */
  private readonly originals: PrimitiveValue[] = [null, null];
  private readonly otherOriginals = new Map<number, PrimitiveValue[]>();
  /** By what the host gives, so that a cell is read once for each way of writing. */
  private readonly codeOf = new Map<PrimitiveValue, number>();
  /** Days apart from numbers: their keys are milliseconds. */
  private readonly codeOfTime = new Map<number, number>();
  private textOnly = true;

  constructor(header: string) {
    this.cells = [null, header];
    this.codes[0] = 1;
  }

  add(values: readonly PrimitiveValue[], from: number, to: number): void {
    this.makeRoom(this.length + to - from);
    const { codes, codeOf } = this;
    let at = this.length;
    for (let i = from; i < to; i++) {
      const value = values[i];
      codes[at++] = (isPlain(value) ? codeOf.get(value) : this.timeCode(value)) ?? this.newCode(value);
    }
    this.length = at;
  }

  /** Rows without a cell in this column. */
  addEmpty(rows: number): void {
    this.makeRoom(this.length + rows);
    this.length += rows;
  }

  /** By row of data (0 is the first below the header). */
  code(row: number): number {
    return this.codes[row + 1]!;
  }

  /** Every way in which the host writes the value. */
  originalsOf(code: number): readonly PrimitiveValue[] {
    return [this.originals[code] ?? null, ...(this.otherOriginals.get(code) ?? [])];
  }

  /** The same rows, written in the same way. */
  equals(other: CodedValues): boolean {
    if (this.length !== other.length || this.originals.length !== other.originals.length) return false;
    for (let code = 0; code < this.originals.length; code++)
      if (!isSame(this.originals[code]!, other.originals[code]!)) return false;
    for (let row = 0; row < this.length; row++) if (this.codes[row] !== other.codes[row]) return false;
    return true;
  }

  /** The column as core takes it; of `rows`, where only some are wanted, or some several times. */
  finish(rows: Int32Array | null): CodedColumn {
    const { cells, textOnly } = this;
    return {
      codes: rows === null ? this.codes.subarray(0, this.length) : this.codesOf(rows),
      size: cells.length,
      value: (code) => cells[code] ?? null,
      textOnly,
    };
  }

  private codesOf(rows: Int32Array): Int32Array {
    const codes = new Int32Array(rows.length + 1);
    codes[0] = this.codes[0]!;
    for (let i = 0; i < rows.length; i++) codes[i + 1] = this.codes[rows[i]! + 1]!;
    return codes;
  }

  private makeRoom(length: number): void {
    if (length <= this.codes.length) return;
    const longer = new Int32Array(Math.max(length, 2 * this.codes.length));
    longer.set(this.codes.subarray(0, this.length));
    this.codes = longer;
  }

  private timeCode(value: PrimitiveValue | undefined): number | undefined {
    return value instanceof Date ? this.codeOfTime.get(value.getTime()) : 0;
  }

  private newCode(value: PrimitiveValue | undefined): number {
    const cell = cellOf(value);
    const known = this.codeOfCell.get(cell);
    const code = known ?? this.cells.length;
    if (known === undefined) {
      this.codeOfCell.set(cell, code);
      this.cells.push(cell);
      this.originals.push(value!);
      if (typeof cell !== 'string') this.textOnly = false;
    } else if (code !== 0) this.otherOriginals.set(code, [...(this.otherOriginals.get(code) ?? []), value!]);
    if (value instanceof Date) this.codeOfTime.set(value.getTime(), code);
    else this.codeOf.set(value ?? null, code);
    return code;
  }
}

function isSame(one: PrimitiveValue, other: PrimitiveValue): boolean {
  if (one instanceof Date && other instanceof Date) return Object.is(one.getTime(), other.getTime());
  return Object.is(one, other);
}

function isPlain(value: PrimitiveValue | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A `Date` is its local calendar day, as Power BI shows it; what is no value (NaN, blanks) is an empty cell. */
function cellOf(value: PrimitiveValue | undefined): CellValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : isoDay(value);
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' ? null : text;
}

export function isoDay(date: Date): string {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}
