/**
 * The open workbook as the pane, the commands and the worker know it: everything that is asked of Excel, and nothing of
 * how. `officeWorkbook()` is the one that speaks Office.js. What can go wrong in an office comes back as an `Outcome`
 * whose sentence says what stands in the workbook now; nothing here throws.
 */
/// <reference types="office-js" />
import type { CellValue, Language, NumberFormat, Outcome, ResultDocument } from 'isu-core';

/** Where the export stands in the open workbook. */
export interface ExportPlace {
  /** The sheet's name. */
  readonly sheet: string;
  /** Without the sheet, e.g. `A1:I3466`; header row included. */
  readonly address: string;
  /** The table's name; `null` for a region without a table. */
  readonly table: string | null;
  /** Header row included. */
  readonly rows: number;
  readonly columns: number;
  /** From 0: `A1` is 0, 0. */
  readonly firstRow: number;
  readonly firstColumn: number;
}

/**
 * Rows that follow each other in the sheet. Each row begins in column A, so that a column's number, and its letter, is
 * the sheet's own; a date is a serial number in the workbook's date system.
 */
export interface ReadRows {
  readonly rows: readonly (readonly CellValue[])[];
  /** The first row's number in the sheet, from 0: as many rows stand above it. */
  readonly firstRow: number;
}

/** A sheet that an earlier run has made. */
export interface MadeSheet {
  readonly name: string;
  /** The id of the document's sheet: overview, persons, tables, rows, protocol, selection. */
  readonly part: string;
  /** The user has changed a cell of it since. */
  readonly isChanged: boolean;
}

/**
 * What to do with earlier sheets that the user has changed, and with those that they are tied to by a chart, which would
 * else draw cells that are gone, or other figures than the table that it names. All others are replaced.
 */
export type WhenChanged =
  /** They stay as they are, and their parts are not written again. */
  | 'keep'
  /** They go, and the changes with them. */
  | 'replace'
  /** They stay, and are from now on the user's own; the new ones get a number in their names. */
  | 'beside';

/**
 * Which earlier sheets a document takes the place of: all of its kind that we made (the lathund's result, the review's
 * tables), or only those of its own parts.
 */
export type Replacing = 'all' | 'own-parts';

export interface WriteProgress {
  /** The sheet being written, from 1, and how many there are. */
  readonly sheet: number;
  readonly sheets: number;
  readonly name: string;
}

export interface WrittenDocument {
  readonly sheets: readonly string[];
  /** Earlier sheets that stand as they were, because the user would keep them. */
  readonly kept: readonly string[];
  /** False where Excel would not take the page set-up, as it may on a computer without a printer. */
  readonly hasPageSetup: boolean;
}

/** One of the lathund's figures beside the user's own rows. */
export interface AddedColumn {
  /** By this the column is known when it is added again, whatever its header has become. */
  readonly key: 'actualisations' | 'first' | 'last' | 'months' | 'group';
  readonly header: string;
  readonly format: NumberFormat;
  /** A value for each row under the header, as in a document's cells (a day counts from 1970); `null` where the row is not used. */
  readonly values: readonly (string | number | null)[];
  /**
   * The same as a formula, e.g. `=ISU.ANTAL(${cells.own(0)},${cells.column(0)})`. In a table it stands in each row; beside a
   * region once, and flows down over all rows, which is one call instead of as many as there are rows.
   */
  readonly formula: (cells: FormulaCells) => string;
}

/** What a formula can name, as Excel writes it. Columns count from 0 (A). */
export interface FormulaCells {
  /** Of the column, what belongs to the formula: its row's cell, or, where one formula serves all rows, every cell. */
  own(column: number): string;
  /** All cells of the column under the header. */
  column(column: number): string;
}

export interface AddedColumns {
  /** The row of the headers as the sheet numbers it (from 1). */
  readonly headerRow: number;
  readonly columns: readonly AddedColumn[];
  readonly language: Language;
}

/** The rows of the selection for the case-file review, to be marked in the export. */
export interface MarkedRows {
  readonly headerRow: number;
  /** As the sheet numbers them (from 1). */
  readonly rows: readonly number[];
  /** The header of the column with the marks; core's words for the selection. */
  readonly header: string;
}

export type ExportChange = 'edited' | 'deleted';

export interface OfficeWorkbook {
  /** The active table or region, or the likeliest of the workbook; sheets that we made are passed over. */
  findExport(): Promise<Outcome<ExportPlace>>;
  /** All places that could be the export, the likeliest first, for a menu. */
  listPlaces(): Promise<Outcome<readonly ExportPlace[]>>;
  /**
   * Hands over the rows piece by piece, hidden and filtered rows too. Rows that have come since the place was found are
   * read where a table holds them. Says how far it has come; stops when `signal` aborts.
   */
  readExport(
    place: ExportPlace,
    take: (read: ReadRows) => void | Promise<void>,
    progress: (rowsRead: number, rows: number) => void,
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly dateSystem: 1900 | 1904 }>>;
  /** Shows a row of the export. Rows are numbered as the sheet and the row account do (from 1). */
  selectRow(place: ExportPlace, row: number): Promise<Outcome<null>>;
  /** Shows a sheet. */
  showSheet(name: string): Promise<Outcome<null>>;
  /** The sheets of earlier runs, and whether the user has changed them. */
  madeSheets(): Promise<Outcome<readonly MadeSheet[]>>;
  /**
   * Draws the document with native tables and charts, in new sheets that take the earlier ones' place at the very end.
   *
   * @param replacing all earlier sheets, where nothing is said
   */
  writeDocument(
    document: ResultDocument,
    whenChanged: WhenChanged,
    progress: (done: WriteProgress) => void,
    signal: AbortSignal,
    replacing?: Replacing,
  ): Promise<Outcome<WrittenDocument>>;
  /** Beside the export; again replaces our own columns and never the user's. */
  addColumns(
    place: ExportPlace,
    added: AddedColumns,
    as: 'values' | 'functions',
  ): Promise<Outcome<{ readonly address: string }>>;
  /** A column of marks beside the export, and its rows coloured; again replaces both. No rows: takes both away. */
  markSelection(place: ExportPlace, marked: MarkedRows): Promise<Outcome<{ readonly marked: number }>>;
  /** What `storeSettings` has stored in this workbook, by whoever; `null` where nothing is. */
  readStoredSettings(): Promise<Outcome<unknown>>;
  /** Plain JSON, kept in the workbook. Refused where it holds a personnummer. */
  storeSettings(settings: unknown): Promise<Outcome<null>>;
  /** Tells when the export's cells change or its sheet is deleted, until the function it gives is called. */
  onExportChanged(place: ExportPlace, listener: (change: ExportChange) => void): Promise<Outcome<() => void>>;
}
