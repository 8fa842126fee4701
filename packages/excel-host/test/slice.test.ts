/** One end-to-end slice: what an add-in does in its first minute. */
import { expect, it } from 'vitest';
import { createExcelHost } from '../src/index.ts';

it('an add-in writes a table, formats it, reads it back and sees what it wrote', async () => {
  const host = createExcelHost({ platform: 'pc' });
  const read = await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Resultat');
    const range = sheet.getRange('A1:B3');
    range.values = [
      ['Grupp', 'Personer'],
      ['1', 300],
      ['2', 379],
    ];
    const table = sheet.tables.add('A1:B3', true);
    table.name = 'Personer';
    range.format.font.bold = true;
    sheet.getRange('B4').formulas = [['=SUM(Personer[Personer])']];
    sheet.activate();
    const body = table.getDataBodyRange().load('values, address');
    const sum = sheet.getRange('B4').load('values,text');
    const sheets = context.workbook.worksheets.load('items/name');
    const missing = context.workbook.worksheets.getItemOrNullObject('Saknas');
    await context.sync();
    expect(missing.isNullObject).toBe(true);
    expect(sheets.items.map(({ name }) => name)).toEqual(['Blad1', 'Resultat']);
    expect(sum.values).toEqual([[679]]);
    expect(body.address).toBe('Resultat!A2:B3');
    return body.values;
  });
  expect(read).toEqual([
    [1, 300],
    [2, 379],
  ]);
  expect(host.traffic.syncs).toBe(1);
});

it('custom functions answer after a while, and spill', async () => {
  const host = createExcelHost();
  host.customFunctions.register('ISU', {
    functions: [
      { id: 'ANTAL', name: 'ANTAL', parameters: [{ name: 'x', type: 'any', dimensionality: 'matrix' }] },
    ],
  });
  host.CustomFunctions.associate('ANTAL', (rows: unknown[][]) => [[rows.length, rows[0]!.length]]);
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('D1').formulas = [['=ISU.ANTAL(A2:B10)']];
    const cells = sheet.getRange('D1:E1').load('values');
    await context.sync();
    expect(cells.values).toEqual([['#BUSY!', '']]);
    await host.settled();
    cells.load('values');
    await context.sync();
    expect(cells.values).toEqual([[9, 2]]);
  });
});
