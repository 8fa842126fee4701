/** The example of the README. */
import { createExcelHost } from 'isu-excel-host';

const host = createExcelHost({ platform: 'web', excelApi: '1.13', displayLanguage: 'en-US' });
host.user.type('A1', 10);
host.user.type('A2', 20);

export async function double(Excel: typeof host.Excel): Promise<number> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('B1:B2').formulas = [['=A1*2'], ['=A2*2']];
    const sum = sheet.getRange('B3');
    sum.formulas = [['=SUM(B1:B2)']];
    sum.load('values');
    await context.sync();
    return sum.values[0]![0] as number;
  });
}
/* shown until here */

export async function example(): Promise<{ readonly total: number; readonly syncs: number }> {
  const total = await double(host.Excel);
  return { total, syncs: host.traffic.syncs };
}
