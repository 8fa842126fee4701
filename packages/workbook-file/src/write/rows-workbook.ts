/** Plain rows as a workbook: one native table with a header that stays in sight. For registers, not for results. */
import { DATE_FORMAT, TEXT_FORMAT } from './look.ts';
import { Styles } from './styles.ts';
import { dayValue } from './cell-value.ts';
import { safeSheetName } from './sheet-name.ts';
import { MOST_ROWS, type PlannedRow, type PlannedTable, type SheetPlan } from './sheet-plan.ts';
import { tableHeaders, tableName } from './table-names.ts';
import { writeXlsx } from '../xlsx/write/write-xlsx.ts';
import { plannedWorkbook } from './planned-workbook.ts';

/** A day is days since 1970-01-01; it becomes a date cell. */
export type RowCell = string | number | boolean | null | { readonly day: number };

/** Widths are taken from the header and this many rows. */
const MEASURED_ROWS = 200;
const NARROWEST = 8;
const WIDEST = 60;

/**
 * The bytes of an .xlsx file with the rows on a sheet of this name. Rows may come one by one; what one sheet cannot hold
 * goes on on the next.
 */
export function writeRowsWorkbook(
  sheetName: string,
  header: readonly string[],
  rows: Iterable<readonly RowCell[]>,
  mostRows = MOST_ROWS,
): Promise<Uint8Array> {
  const styles = new Styles();
  const properties = { title: sheetName, product: 'ISU Lathund', marking: null, language: 'sv' } as const;
  return Promise.resolve(
    writeXlsx(plannedWorkbook(rowSheets(sheetName, header, rows, mostRows, styles), styles, properties)),
  );
}

function* rowSheets(
  sheetName: string,
  header: readonly string[],
  rows: Iterable<readonly RowCell[]>,
  mostRows: number,
  styles: Styles,
): Generator<SheetPlan> {
  const source = new RowSource(rows);
  const headers = tableHeaders(header);
  const columnWidths = widthsOf(headers, source.peek(MEASURED_ROWS));
  const sheetNames = new Set<string>();
  const tableNames = new Set<string>();
  do {
    const name = safeSheetName(sheetName, sheetNames);
    yield rowSheet(name, tableName(name, tableNames), headers, columnWidths, source, mostRows, styles);
  } while (!source.isEmpty());
}

function rowSheet(
  name: string,
  table: string,
  headers: readonly string[],
  columnWidths: readonly number[],
  source: RowSource,
  mostRows: number,
  styles: Styles,
): SheetPlan {
  let written = 0;
  const lastColumn = headers.length - 1;
  function* plannedRows(): Generator<PlannedRow> {
    const style = styles.number({ font: 'header', fill: 'header', border: 'header', wrap: true });
    yield { row: 0, height: 24, cells: headers.map((value, column) => ({ column, value, style })) };
    const text = styles.number({ format: TEXT_FORMAT });
    const day = styles.number({ format: DATE_FORMAT });
    const plain = styles.number({});
    while (written < mostRows - 1) {
      const cells = source.next();
      if (!cells) break;
      written++;
      yield {
        row: written,
        cells: cells.flatMap((cell, column) => {
          if (cell === null) return [];
          if (typeof cell === 'object') return [{ column, value: dayValue(cell.day), style: day }];
          return [{ column, value: cell, style: typeof cell === 'string' ? text : plain }];
        }),
      };
    }
  }
  const body = () => ({ firstRow: 1, firstColumn: 0, lastRow: Math.max(written, 1), lastColumn });
  return {
    part: 'rows',
    name,
    columnWidths,
    rows: plannedRows(),
    merges: [],
    charts: [],
    frozenRows: 1,
    printing: { kind: 'running' },
    repeatedRow: 0,
    tables: (): PlannedTable[] => [{ name: table, range: { ...body(), firstRow: 0 }, headers, filter: true }],
    textRanges: () => [body()],
  };
}

/** Rows one by one, with a look at the first ones before they are taken. */
class RowSource {
  private readonly iterator: Iterator<readonly RowCell[], void>;
  private readonly seen: (readonly RowCell[])[] = [];

  constructor(rows: Iterable<readonly RowCell[]>) {
    this.iterator = rows[Symbol.iterator]() as Iterator<readonly RowCell[], void>;
  }

  peek(count: number): readonly (readonly RowCell[])[] {
    while (this.seen.length < count) {
      const next = this.iterator.next();
      if (next.done) break;
      this.seen.push(next.value);
    }
    return this.seen.slice(0, count);
  }

  next(): readonly RowCell[] | undefined {
    if (this.seen.length > 0) return this.seen.shift();
    const next = this.iterator.next();
    return next.done ? undefined : next.value;
  }

  isEmpty(): boolean {
    return this.peek(1).length === 0;
  }
}

function widthsOf(headers: readonly string[], rows: readonly (readonly RowCell[])[]): number[] {
  return headers.map((header, c) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[c] ?? null)), header.length + 3);
    return Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
  });
}

function lengthOf(cell: RowCell): number {
  if (cell === null) return 0;
  return typeof cell === 'object' ? 10 : String(cell).length;
}
