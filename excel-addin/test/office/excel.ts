/** An in-memory Excel with the made-up register open, and the edge that speaks to it. */
import {
  analyse,
  readSettings,
  resultDocument,
  sheetOf,
  type Cell,
  type Language,
  type Outcome,
} from 'isu-core';
import { createExcelHost, type ExcelHost, type HostOptions } from 'isu-excel-host';
import { COLUMNS, HEADER, sampleRegister } from 'isu-sample-register';
import { officeWorkbook } from '../../src/office/office-workbook.ts';
import type { ExportPlace, OfficeWorkbook } from '../../src/office/workbook.ts';

export interface OpenExcel {
  readonly host: ExcelHost;
  readonly edge: OfficeWorkbook;
}

export const EXPORT_SHEET = 'Aktualiseringar';
export const NEVER = new AbortController().signal;
export const nobodyListens = (): void => undefined;

/** 1970-01-01 as Excel counts from 1900. */
const DAY_ZERO = 25_569;

/** As a case system exports them: text, number, date. */
export function sampleRows(): (string | number)[][] {
  const rows = sampleRegister().rows.map((row) =>
    COLUMNS.map(({ field }) => (field === 'day' ? row.day + DAY_ZERO : row[field])),
  );
  return [[...HEADER], ...rows];
}

/** Office.js is global, as office.js makes it; whoever opens another Excel takes its place. */
export function openExcel(options: HostOptions = {}): OpenExcel {
  const host = createExcelHost(options);
  host.install();
  return { host, edge: officeWorkbook() };
}

/** An Excel whose first sheet holds these rows, as a table or as plain cells, from this cell. */
export async function openRows(
  rows: readonly (readonly (string | number)[])[],
  options: HostOptions & { readonly asTable?: boolean; readonly row?: number; readonly column?: number } = {},
): Promise<OpenExcel> {
  const { asTable = true, row = 0, column = 0, ...host } = options;
  const excel = openExcel(host);
  await excel.host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.name = EXPORT_SHEET;
    const width = rows[0]!.length;
    for (let from = 0; from < rows.length; from += 10_000) {
      const piece = rows.slice(from, from + 10_000);
      const cells = sheet.getRangeByIndexes(row + from, column, piece.length, width);
      (cells as { values: unknown }).values = piece;
      await context.sync();
    }
    sheet.getRangeByIndexes(row + 1, column + 2, rows.length - 1, 1).numberFormat = 'yyyy-mm-dd' as never;
    if (asTable)
      sheet.tables.add(sheet.getRangeByIndexes(row, column, rows.length, width), true).name = 'Export';
    await context.sync();
  });
  excel.host.traffic.reset();
  return excel;
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return outcome.value;
}

export function problemOf<T>(outcome: Outcome<T>) {
  if (outcome.ok) throw new Error('it went well');
  return outcome.problem;
}

export async function placeOf({ edge }: OpenExcel): Promise<ExportPlace> {
  return valueOf(await edge.findExport());
}

/** What the session will keep: the rows as the sheet has them. */
export async function readAll({ edge }: OpenExcel, place: ExportPlace) {
  const rows: (readonly Cell[])[] = [];
  const read = await edge.readExport(
    place,
    (piece) => {
      while (rows.length < piece.firstRow) rows.push([]);
      rows.push(...piece.rows);
    },
    nobodyListens,
    NEVER,
  );
  return { rows, dateSystem: valueOf(read).dateSystem };
}

export interface Analysing {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly language?: Language;
  readonly source?: { readonly name: string; readonly sha256: string };
}

export async function documentOf(excel: OpenExcel, place: ExportPlace, analysing: Analysing = {}) {
  const { rows, dateSystem } = await readAll(excel, place);
  const settings = valueOf(readSettings(analysing.settings ?? {}, '2026-11-22'));
  const { name, sha256 } = analysing.source ?? { name: 'Bok1.xlsx', sha256: '0'.repeat(64) };
  const analysis = analyse(sheetOf(rows, dateSystem), settings, { name, sha256, sheet: place.sheet });
  return resultDocument(valueOf(analysis), analysing.language ?? 'sv');
}

/** Everything of a workbook that a person would miss, to compare before and after. */
export async function pictureOf({ host }: OpenExcel): Promise<unknown> {
  return host.Excel.run(async (context) => {
    const { worksheets, settings } = context.workbook;
    worksheets.load('items/name,items/visibility,items/tables/items/name');
    settings.load('items/key,items/value');
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject());
    for (const range of used) range.load('address,formulas,numberFormat');
    const properties = worksheets.items.map((sheet) => sheet.customProperties);
    for (const each of properties) each.load('items/key,items/value');
    await context.sync();
    return worksheets.items.map((sheet, i) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      tables: sheet.tables.items.map(({ name }) => name),
      cells: used[i]!.isNullObject ? null : [used[i]!.address, used[i]!.formulas, used[i]!.numberFormat],
      properties: properties[i]!.items.map(({ key, value }) => [key, value]),
    }));
  });
}

type When = Parameters<OpenExcel['host']['faults']['beforeSync']>[0];

/** Excel does what it is asked, but the network does not bring the answer. */
export function loseAnswer({ host }: OpenExcel, when: When): void {
  const { traffic } = host;
  const record = traffic.record.bind(traffic);
  host.faults.beforeSync(when, () => {
    traffic.record = () => {
      traffic.record = record;
      throw Reflect.construct(host.OfficeExtension.Error, ['RequestAborted', 'lost']) as Error;
    };
  });
}
