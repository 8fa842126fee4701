/**
 * What the pane's request for office.js is answered with in a browser: the in-memory Excel with the made-up register
 * open in it, and the hands of whoever tests it.
 */
import { reviewSheets } from 'isu-core/review';
import { newWorkbook, type ExcelHost, type HostOptions } from 'isu-excel-host';
import { sampleReviewSet } from 'isu-sample-register/review';
import { writeReview } from '../../src/office/write-review.ts';
import { sheetsOfExcel, type DrawnSheet } from '../office/drawn-sheets.ts';
import { NEVER, nobodyListens, openRows, sampleRows, valueOf } from '../office/excel.ts';

export interface TestOptions extends Pick<
  HostOptions,
  'displayLanguage' | 'platform' | 'excelApi' | 'theme'
> {
  readonly workbookName?: string;
  /** Rows that are wrong, in place of as many of the register's last. */
  readonly rowsAtTheEnd?: readonly (readonly (string | number)[])[];
  /** With the made-up review beside the register. */
  readonly hasReview?: boolean;
}

export interface TestExcel {
  readonly host: ExcelHost;
  readonly sheetNames: () => readonly string[];
  readonly drawn: (names: readonly string[]) => readonly DrawnSheet[];
}

const scope = globalThis as unknown as {
  Office: typeof Office;
  testOptions?: TestOptions;
  testExcel?: TestExcel;
};

const { workbookName, rowsAtTheEnd = [], hasReview = false, ...hostOptions } = scope.testOptions ?? {};
const workbook = newWorkbook(hostOptions.displayLanguage ?? 'sv-SE');
if (workbookName !== undefined) workbook.name = workbookName;
const sample = sampleRows();
const rows = [...sample.slice(0, sample.length - rowsAtTheEnd.length), ...rowsAtTheEnd];
// Office and Excel are global at once; that the rows stand in their cells is what being ready waits for.
const opening = openRows(rows, { ...hostOptions, workbook }).then(async ({ host }) => {
  if (hasReview) await drawReview();
  scope.testExcel = {
    host,
    sheetNames: () => host.workbook.sheets.map(({ name }) => name),
    drawn: (names) => sheetsOfExcel(host, names),
  };
});
const office = scope.Office;
scope.Office = new Proxy(office, {
  get: (target, name) =>
    name === 'onReady'
      ? async (...given: Parameters<typeof Office.onReady>) => {
          await opening;
          return office.onReady(...given);
        }
      : (Reflect.get(target, name) as unknown),
});

async function drawReview(): Promise<void> {
  const language = /^sv/.test(hostOptions.displayLanguage ?? 'sv-SE') ? 'sv' : 'en';
  const { set, who } = await sampleReviewSet();
  const sheets = reviewSheets(set, { language, layout: 'rows', who });
  valueOf(await writeReview(sheets, language, nobodyListens, NEVER));
}
