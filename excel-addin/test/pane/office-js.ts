/**
 * What the pane's request for office.js is answered with in a browser: the in-memory Excel with the made-up register
 * open in it, and the hands of whoever tests it.
 */
import { newWorkbook, type ExcelHost, type HostOptions } from 'isu-excel-host';
import { sheetsOfExcel, type DrawnSheet } from '../office/drawn-sheets.ts';
import { openRows, sampleRows } from '../office/excel.ts';

export interface TestOptions extends Pick<
  HostOptions,
  'displayLanguage' | 'platform' | 'excelApi' | 'theme'
> {
  readonly workbookName?: string;
  /** Rows that are wrong, in place of as many of the register's last. */
  readonly rowsAtTheEnd?: readonly (readonly (string | number)[])[];
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

const { workbookName, rowsAtTheEnd = [], ...hostOptions } = scope.testOptions ?? {};
const workbook = newWorkbook(hostOptions.displayLanguage ?? 'sv-SE');
if (workbookName !== undefined) workbook.name = workbookName;
const sample = sampleRows();
const rows = [...sample.slice(0, sample.length - rowsAtTheEnd.length), ...rowsAtTheEnd];
// Office and Excel are global at once; that the rows stand in their cells is what being ready waits for.
const opening = openRows(rows, { ...hostOptions, workbook }).then(({ host }) => {
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
