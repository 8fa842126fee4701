/** What travels in the workbook, and what the pane is told of. */
import { openWorkbook, saveWorkbook } from 'isu-excel-host';
import { describe, expect, it } from 'vitest';
import type { AddedColumn, ExportChange } from '../../src/office/workbook.ts';
import { EXPORT_SHEET, openExcel, openRows, placeOf, problemOf, sampleRows, valueOf } from './excel.ts';

const rows = sampleRows().slice(0, 6);

describe('settings', () => {
  it('travel in the workbook to whoever opens it', async () => {
    const excel = await openRows(rows);
    expect(valueOf(await excel.edge.readStoredSettings())).toBeNull();
    const settings = { columns: { person: 'Personnr' }, period: { from: '2017-01-01', to: '2022-06-30' } };
    valueOf(await excel.edge.storeSettings(settings));
    const colleague = openExcel({ platform: 'web', workbook: excel.host.workbook });
    expect(valueOf(await colleague.edge.readStoredSettings())).toEqual(settings);
    valueOf(await colleague.edge.storeSettings({ lowestAge: 18 }));
    expect(valueOf(await colleague.edge.readStoredSettings())).toEqual({ lowestAge: 18 });
  });

  it('are in the file that the workbook is saved as, whatever letters they hold', async () => {
    const excel = await openRows(rows);
    const settings = {
      codes: { referrer: { 'Råd & "stöd" <vuxen> \\n’': 'other' } },
      organisations: ["'", 'å\n'],
    };
    valueOf(await excel.edge.storeSettings(settings));
    const file = saveWorkbook(excel.host.workbook);
    const colleague = openExcel({
      workbook: valueOf(await openWorkbook(file, { name: 'isu.xlsx' })),
    });
    expect(valueOf(await colleague.edge.readStoredSettings())).toEqual(settings);
  });

  it.each(['19600210-9863', '196002109863', '600210-9863', '6002109863', '600210+9863', '19600270-9863'])(
    'that hold %s are not stored',
    async (person) => {
      const excel = await openRows(rows);
      const problem = problemOf(
        await excel.edge.storeSettings({ codes: { referrer: { [person]: 'police' } } }),
      );
      expect(problem.code).toBe('settings-hold-personnummer');
      expect(valueOf(await excel.edge.readStoredSettings())).toBeNull();
    },
  );

  it.each(['2017-01-01 08:15', '100001', '0700-123 45 67', '2022-06-30'])(
    'that hold %s are stored, since it is nobody’s number',
    async (text) => {
      const excel = await openRows(rows);
      valueOf(await excel.edge.storeSettings({ text }));
    },
  );
});

it('no personnummer stands anywhere but in cells when all is written', async () => {
  const { documentOf, NEVER, nobodyListens } = await import('./excel.ts');
  const excel = await openRows(rows);
  const place = await placeOf(excel);
  const document = await documentOf(excel, place);
  valueOf(await excel.edge.writeDocument(document, 'keep', nobodyListens, NEVER));
  valueOf(await excel.edge.storeSettings({ place }));
  valueOf(await excel.edge.markSelection(place, { headerRow: 1, rows: [2], header: 'Urval' }));
  const { workbook } = excel.host;
  const outside = JSON.stringify([
    workbook.settings.map(({ key, value }) => [key, value]),
    workbook.names.map(({ name, formula }) => [name, formula]),
    workbook.properties,
    workbook.customXmlParts.map(({ xml }) => xml),
    workbook.sheets.map((sheet) => [
      sheet.name,
      [...sheet.customProperties],
      sheet.names.map(({ name, formula }) => [name, formula]),
      sheet.tables.map(({ name }) => name),
      sheet.charts.map(({ name, title }) => [name, title.text]),
    ]),
  ]);
  const digits = rows.slice(1).map(([person]) => String(person).replace(/\D/g, ''));
  for (const person of digits) {
    expect(outside).not.toContain(person);
    expect(outside.replaceAll('-', '')).not.toContain(person.slice(2));
  }
});

describe('the pane is told', () => {
  async function listening() {
    const excel = await openRows(rows);
    const told: ExportChange[] = [];
    const place = await placeOf(excel);
    const stop = valueOf(await excel.edge.onExportChanged(place, (change) => told.push(change)));
    return { excel, place, told, stop };
  }

  it('when a cell of the export is edited, and when its sheet is deleted', async () => {
    const { excel, told } = await listening();
    excel.host.user.addSheet('Annat');
    excel.host.user.type(`${EXPORT_SHEET}!B3`, 7);
    await excel.host.settled();
    expect(told).toEqual(['edited']);
    excel.host.user.deleteSheet(EXPORT_SHEET);
    await excel.host.settled();
    expect(told).toEqual(['edited', 'deleted']);
  });

  it('not of other sheets, of cells beside it, or of the columns that we add', async () => {
    const { excel, place, told } = await listening();
    const column: AddedColumn = {
      key: 'actualisations',
      header: 'Antal',
      format: 'integer',
      values: [1, 2, 3, 4, 5],
      formula: () => '',
    };
    excel.host.user.addSheet('Annat');
    excel.host.user.type('Annat!A1', 7);
    excel.host.user.type(`${EXPORT_SHEET}!Z90`, 7);
    valueOf(
      await excel.edge.addColumns(place, { headerRow: 1, columns: [column], language: 'sv' }, 'values'),
    );
    await excel.host.settled();
    expect(told).toEqual([]);
  });

  it('nothing more when it no longer listens', async () => {
    const { excel, told, stop } = await listening();
    stop();
    await excel.host.settled();
    excel.host.user.type(`${EXPORT_SHEET}!B3`, 7);
    await excel.host.settled();
    expect(told).toEqual([]);
  });
});
