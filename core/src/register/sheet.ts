/**
 * A sheet of cells in columns, each distinct value kept once.
 *
 * A case register repeats itself: a few thousand days, a dozen referrers, persons who come back. So every reader
 * (Excel, Power BI, CSV) hands over columns of codes with their distinct values, and all rules about what a value
 * means run once per distinct value instead of once per row.
 */

/** What a cell holds after reading: empty is `null`, text is trimmed, dates are Excel serial numbers or text. */
export type CellValue = string | number | boolean | null;

/** What a host may hand over as a cell. A `Date` is taken at its local calendar day, as Excel and Power BI show it. */
export type Cell = CellValue | Date | undefined;

/** A column of cells in which each distinct value stands once. */
export interface CodedColumn {
  /** One code a row; 0 is the empty cell. */
  readonly codes: Int32Array;
  /** Number of distinct codes, the empty cell included: codes are 0 … size − 1. */
  readonly size: number;
  /** The value behind a code; `null` for code 0. Text is trimmed and never empty. */
  readonly value: (code: number) => CellValue;
  /** No value is a number or a boolean, as in CSV. */
  readonly textOnly: boolean;
}

/** By code: how many rows hold it, of those from row `from` on. */
export function rowsByCode({ codes, size }: CodedColumn, from: number): Int32Array {
  const rows = new Int32Array(size);
  for (let i = from; i < codes.length; i++) rows[codes[i]!]!++;
  return rows;
}

/** The cells of a sheet, column by column. */
export interface Sheet {
  /** Rows of the sheet, titles and header included; row i is number i + 1 in its own program. */
  readonly rowCount: number;
  readonly columns: readonly CodedColumn[];
  /** The day number that a date cell counts from: 1900 (usual) or 1904 (old Mac workbooks). */
  readonly dateSystem: 1900 | 1904;
}

/** Collects rows of cells into a sheet; rows may be of different length. */
export class SheetBuilder {
  private rowCount = 0;
  private readonly columns: GrowingColumn[] = [];
  private readonly dateSystem: 1900 | 1904;

  constructor(dateSystem: 1900 | 1904 = 1900) {
    this.dateSystem = dateSystem;
  }

  /** Adds a row below the others. */
  addRow(cells: readonly Cell[]): void {
    for (let c = this.columns.length; c < cells.length; c++) this.columns.push(new GrowingColumn());
    for (let c = 0; c < cells.length; c++) this.columns[c]!.set(this.rowCount, readCell(cells[c]));
    this.rowCount++;
  }

  /** The sheet of all rows so far. */
  finish(): Sheet {
    return {
      rowCount: this.rowCount,
      columns: this.columns.map((column) => column.finish(this.rowCount)),
      dateSystem: this.dateSystem,
    };
  }
}

/** A sheet of rows that are all at hand. */
export function sheetOf(rows: Iterable<readonly Cell[]>, dateSystem: 1900 | 1904 = 1900): Sheet {
  const builder = new SheetBuilder(dateSystem);
  for (const row of rows) builder.addRow(row);
  return builder.finish();
}

/** A cell as a sheet keeps it: text trimmed, a `Date` as its ISO day, and `null` where there is nothing. */
export function readCell(cell: Cell): CellValue {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === 'string') {
    const text = cell.trim();
    return text === '' ? null : text;
  }
  if (typeof cell === 'number') return Number.isNaN(cell) ? null : cell;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : isoDay(cell);
  return cell;
}

function isoDay(date: Date): string {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

class GrowingColumn {
  private codes = new Int32Array(64);
  private readonly values: CellValue[] = [null];
  private readonly codeOf = new Map<CellValue, number>([[null, 0]]);

  set(row: number, value: CellValue): void {
    let code = this.codeOf.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      this.codeOf.set(value, code);
    }
    if (row >= this.codes.length) {
      const longer = new Int32Array(Math.max(row + 1, this.codes.length * 2));
      longer.set(this.codes);
      this.codes = longer;
    }
    this.codes[row] = code;
  }

  finish(rowCount: number): CodedColumn {
    const codes = new Int32Array(rowCount);
    codes.set(this.codes.subarray(0, Math.min(rowCount, this.codes.length)));
    const values = this.values;
    return {
      codes,
      size: values.length,
      value: (code) => values[code] ?? null,
      textOnly: values.every((value) => value === null || typeof value === 'string'),
    };
  }
}
