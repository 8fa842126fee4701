/** Where the export is found, and that every row of it is read as the sheet has it. */
import { describe, expect, it } from 'vitest';
import {
  documentOf,
  EXPORT_SHEET,
  NEVER,
  nobodyListens,
  openExcel,
  openRows,
  placeOf,
  problemOf,
  readAll,
  sampleRows,
  valueOf,
} from './excel.ts';

const rows = sampleRows().slice(0, 50);

describe('the export is found', () => {
  it('as the table that the selected cell is in', async () => {
    const excel = await openRows(rows);
    expect(await placeOf(excel)).toEqual({
      sheet: EXPORT_SHEET,
      table: 'Export',
      address: 'A1:H50',
      rows: 50,
      columns: 8,
      firstRow: 0,
      firstColumn: 0,
    });
  });

  it('as all that stands on a sheet without a table, also where an empty row divides it', async () => {
    const excel = await openRows(rows, { asTable: false, row: 3, column: 1 });
    excel.host.user.type(`${EXPORT_SHEET}!B60`, '19600210-9863');
    expect(await placeOf(excel)).toMatchObject({
      table: null,
      address: 'B4:I60',
      firstRow: 3,
      firstColumn: 1,
    });
  });

  it('as the longest of the workbook, where the sheet in sight is empty', async () => {
    const excel = await openRows(rows);
    excel.host.user.addSheet('Noter');
    excel.host.user.type('Noter!A1', 'Att');
    excel.host.user.type('Noter!B2', 'göra');
    excel.host.user.addSheet('Tomt');
    excel.host.user.activateSheet('Tomt');
    expect(await placeOf(excel)).toMatchObject({ sheet: EXPORT_SHEET });
    const places = valueOf(await excel.edge.listPlaces());
    expect(places.map(({ sheet, table }) => [sheet, table])).toEqual([
      [EXPORT_SHEET, 'Export'],
      ['Noter', null],
    ]);
  });

  it('but never on a sheet that we made, though it is the one in sight', async () => {
    const excel = await openRows(rows);
    const document = await documentOf(excel, await placeOf(excel));
    valueOf(await excel.edge.writeDocument(document, 'keep', nobodyListens, NEVER));
    expect(excel.host.workbook.activeSheet.name).toBe('Översikt');
    expect(valueOf(await excel.edge.listPlaces())).toHaveLength(1);
    expect(await placeOf(excel)).toMatchObject({ sheet: EXPORT_SHEET });
  });

  it('nor on a hidden sheet', async () => {
    const excel = await openRows(rows);
    excel.host.user.addSheet('Tomt');
    excel.host.workbook.findSheet(EXPORT_SHEET)!.visibility = 'Hidden';
    expect(problemOf(await excel.edge.findExport())).toMatchObject({ code: 'no-export' });
  });

  it('in an empty workbook not at all, and the user is told what to open', async () => {
    const problem = problemOf(await openExcel().edge.findExport());
    expect(problem.sv).toContain('Öppna exporten från verksamhetssystemet');
    expect(problem.en).toContain('Open the export from the case system');
  });
});

describe('the rows are read', () => {
  it('with the sheet’s own rows and columns, wherever the region begins', async () => {
    const excel = await openRows(rows, { asTable: false, row: 3, column: 1 });
    const { rows: read, dateSystem } = await readAll(excel, await placeOf(excel));
    expect(dateSystem).toBe(1900);
    expect(read).toHaveLength(53);
    expect(read[3]).toEqual([null, ...rows[0]!]);
    expect(read[52]).toEqual([null, ...rows[49]!]);
  });

  it('hidden and filtered ones too', async () => {
    const excel = await openRows(rows);
    await excel.host.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('Export');
      table.columns.getItem('Aktualiserande part').filter.applyValuesFilter(['Polisen']);
      context.workbook.worksheets.getItem(EXPORT_SHEET).getRange('5:6').rowHidden = true;
      await context.sync();
    });
    expect((await readAll(excel, await placeOf(excel))).rows).toEqual(rows);
  });

  it('also those that the table has got since it was found', async () => {
    const excel = await openRows(rows);
    const place = await placeOf(excel);
    await excel.host.Excel.run(async (context) => {
      context.workbook.tables.getItem('Export').rows.add(undefined, [rows[7]!]);
      await context.sync();
    });
    expect((await readAll(excel, place)).rows).toHaveLength(51);
  });

  it('of a workbook that counts from 1904, with that said', async () => {
    const excel = await openRows(rows);
    excel.host.workbook.dateSystem = 1904;
    expect((await readAll(excel, await placeOf(excel))).dateSystem).toBe(1904);
  });

  it('in the order of the sheet, with how far it has come', async () => {
    const excel = await openRows([
      rows[0]!,
      ...Array.from({ length: 3_000 }, (_, i) => [String(i), i, 42_000, 'x', 'y', 'z', 'å', 'ö']),
    ]);
    const told: number[] = [];
    const firsts: number[] = [];
    const place = await placeOf(excel);
    valueOf(
      await excel.edge.readExport(
        place,
        ({ firstRow }) => void firsts.push(firstRow),
        (read) => told.push(read),
        NEVER,
      ),
    );
    expect(firsts).toEqual([0, 1_000]);
    expect(told).toEqual([1_000, 3_001]);
  });

  it('until the user stops it', async () => {
    const excel = await openRows(rows);
    const stop = new AbortController();
    const place = await placeOf(excel);
    stop.abort();
    expect(
      problemOf(await excel.edge.readExport(place, nobodyListens, nobodyListens, stop.signal)).code,
    ).toBe('stopped');
  });

  it('in smaller pieces where long rows make an answer too large for Excel on the web', async () => {
    const long = 'å'.repeat(15_000);
    const wide = Array.from({ length: 1_500 }, (_, i) => [
      String(i),
      i,
      42_000,
      ...(i < 900 ? ['x', 'y'] : [long, long]),
    ]);
    const excel = await openRows([['Person', 'Nr', 'Datum', 'A', 'B'], ...wide], { platform: 'pc' });
    const web = openExcel({ platform: 'web', workbook: excel.host.workbook });
    expect((await readAll(web, await placeOf(web))).rows).toHaveLength(1_501);
    expect(web.host.traffic.largestRequest).toBeLessThan(5_000_000);
  });
});

describe('a row of the row account', () => {
  it('is shown in its sheet by its own number', async () => {
    const excel = await openRows(rows, { row: 3, column: 1 });
    const place = await placeOf(excel);
    excel.host.user.addSheet('Annat');
    excel.host.user.activateSheet('Annat');
    valueOf(await excel.edge.selectRow(place, 17));
    const { activeSheet } = excel.host.workbook;
    expect(activeSheet.name).toBe(EXPORT_SHEET);
    expect(activeSheet.selection).toEqual({ row: 16, column: 1, rowCount: 1, columnCount: 8 });
    valueOf(await excel.edge.showSheet('Annat'));
    expect(excel.host.workbook.activeSheet.name).toBe('Annat');
  });
});
