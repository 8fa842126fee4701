/** Runs a batch on the active sheet of a new Excel, in English, and gives what it gave. */
import { createExcelHost, type ExcelHost, type HostOptions } from '../src/index.ts';

export function withSheet<T>(
  batch: (sheet: Excel.Worksheet, context: Excel.RequestContext, host: ExcelHost) => Promise<T>,
  options: HostOptions = {},
): Promise<T> {
  const host = createExcelHost({ displayLanguage: 'en-US', ...options });
  return host.Excel.run((context) => batch(context.workbook.worksheets.getActiveWorksheet(), context, host));
}
