/** An in-memory Excel with a workbook open in it: the made-up register, or a file of the user's own. */
import { succeed, type Language, type Outcome } from 'isu-core';
import { createExcelHost, newWorkbook, openWorkbook, WHITE_THEME, type ExcelHost } from 'isu-excel-host';
import { COLUMNS, HEADER, sampleRegister } from 'isu-sample-register';
import { stayAwake } from './stay-awake.ts';
import { workbookWords } from './words/words.ts';

/** Kept, so that it can be opened anew in the other language. */
export type Source =
  | { readonly kind: 'sample' }
  /** The sample with its 28 files read: the second half of the method, as far as it can be shown without a case system. */
  | { readonly kind: 'review-sample' }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

export const SAMPLE: Source = { kind: 'sample' };
export const REVIEW_SAMPLE: Source = { kind: 'review-sample' };
export const SAMPLE_SHEET = 'Aktualiseringar';

/** 1970-01-01 as Excel counts from 1900. */
const DAY_ZERO = 25_569;
/** A single value stands for all cells; the types know the grid alone. */
const ONE_FORMAT = 'yyyy-mm-dd' as unknown as string[][];
/** Rows that tell how wide the columns of a file without widths shall be. */
const MEASURED_ROWS = 200;

export async function openExcel(source: Source, language: Language): Promise<Outcome<ExcelHost>> {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const options = { displayLanguage: locale, theme: WHITE_THEME, pause: stayAwake() };
  if (source.kind === 'sample') {
    const workbook = newWorkbook(locale);
    workbook.name = workbookWords(language).sampleName;
    const host = createExcelHost({ ...options, workbook });
    await fillWithSample(host);
    return succeed(await begun(host));
  }
  if (source.kind === 'review-sample') {
    const { reviewSampleFile } = await import('./review-sample.ts');
    const name = workbookWords(language).reviewSampleName;
    const opened = await openWorkbook(await reviewSampleFile(language), { name, locale });
    if (!opened.ok) return opened;
    const host = createExcelHost({ ...options, workbook: opened.value });
    await addSample(host);
    return succeed(await begun(host));
  }
  const opened = await openWorkbook(source.bytes, { name: source.name, locale });
  if (!opened.ok) return opened;
  const host = createExcelHost({ ...options, workbook: opened.value });
  await widenColumns(host);
  return succeed(await begun(host));
}

async function fillWithSample(host: ExcelHost): Promise<void> {
  await host.Excel.run(async (context) => {
    fill(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
}

/** Last among the sheets, behind the one in sight. */
async function addSample(host: ExcelHost): Promise<void> {
  await host.Excel.run(async (context) => {
    fill(context.workbook.worksheets.add(SAMPLE_SHEET));
    await context.sync();
  });
}

/** As a case system exports it: text, numbers and dates under a row of headers, and no table. */
function fill(sheet: Excel.Worksheet): void {
  const rows = sampleRegister().rows.map((row) =>
    COLUMNS.map(({ field }) => (field === 'day' ? row.day + DAY_ZERO : row[field])),
  );
  const dates = COLUMNS.findIndex(({ field }) => field === 'day');
  sheet.name = SAMPLE_SHEET;
  const cells = sheet.getRangeByIndexes(0, 0, rows.length + 1, HEADER.length);
  cells.values = [[...HEADER], ...rows];
  sheet.getRangeByIndexes(1, dates, rows.length, 1).numberFormat = ONE_FORMAT;
  sheet.getRangeByIndexes(0, 0, 1, HEADER.length).format.font.bold = true;
  sheet.getRangeByIndexes(0, 0, MEASURED_ROWS, HEADER.length).format.autofitColumns();
  sheet.freezePanes.freezeRows(1);
}

/** Excel opens a file of plain values with columns of one width; here they are made to fit their first rows. */
async function widenColumns(host: ExcelHost): Promise<void> {
  const bare = host.workbook.sheets.filter(({ columns, cells }) => columns.size === 0 && !isBare(cells));
  if (bare.length === 0) return;
  await host.Excel.run(async (context) => {
    for (const { name } of bare) {
      const { format } = context.workbook.worksheets.getItem(name).getRange(`A1:Z${String(MEASURED_ROWS)}`);
      format.autofitColumns();
    }
    await context.sync();
  });
}

function isBare(cells: ExcelHost['workbook']['sheets'][number]['cells']): boolean {
  return cells.isEmpty({ row: 0, column: 0, rowCount: MEASURED_ROWS, columnCount: 26 });
}

/** What has been done so far is how the workbook was opened, and no change of it. */
async function begun(host: ExcelHost): Promise<ExcelHost> {
  await host.settled();
  host.traffic.reset();
  host.workbook.isDirty = false;
  return host;
}
