/** Workbooks from files and into them. */
import { analyse, defaultSettings, resultDocument, sheetOf } from 'isu-core';
import { writeRowsWorkbook, writeWorkbook } from 'isu-workbook-file';
import { describe, expect, it } from 'vitest';
import { createExcelHost, openWorkbook, saveWorkbook, type Workbook } from '../src/index.ts';
import { withSheet } from './with-sheet.ts';

async function opened(bytes: Uint8Array, name = 'file.xlsx'): Promise<Workbook> {
  const read = await openWorkbook(bytes, { name, locale: 'en-US' });
  if (!read.ok) throw new Error(read.problem.en);
  return read.value;
}

describe('a workbook that is saved and opened again', () => {
  it('has its values, formulas, looks, widths, tables, names, panes and properties', () =>
    withSheet(async (sheet, context, host) => {
      sheet.name = 'Råd & dåd';
      sheet.getRange('A1:C3').values = [
        ['Name', 'Day', 'Count'],
        ['<Ann> "x"', '2017-01-05', 3],
        ["'0012", true, '=1+2'],
      ];
      sheet.getRange('A1:C1').format.font.bold = true;
      sheet.getRange('A1:C1').format.fill.color = '#E4EEEC';
      sheet.getRange('A1:C1').format.borders.getItem('EdgeBottom').style = 'Continuous';
      sheet.getRange('A:A').format.columnWidth = 120;
      sheet.getRange('C2').numberFormat = [['0.00']];
      sheet.tables.add('A1:C3', true).name = 'People';
      sheet.freezePanes.freezeRows(1);
      sheet.customProperties.add('isu', 'översikt');
      context.workbook.names.add('Figures', sheet.getRange('C2:C3'));
      context.workbook.customXmlParts.add('<s xmlns="urn:isu"><a>1</a></s>');
      context.workbook.worksheets.add('Hidden').visibility = 'Hidden';
      await context.sync();

      const again = createExcelHost({ workbook: await opened(saveWorkbook(host.workbook)) });
      await again.Excel.run(async (next) => {
        const reread = next.workbook.worksheets.getItem('Råd & dåd');
        const cells = reread.getRange('A1:C3').load('values, formulas, text, numberFormat');
        const header = reread
          .getRange('A1:C1')
          .load('format/font/bold, format/fill/color, format/columnWidth');
        const line = reread.getRange('B1').format.borders.getItem('EdgeBottom').load('style');
        const first = reread.getRange('A1').load('format/columnWidth');
        const tables = reread.tables.load('items/name');
        const frozen = reread.freezePanes.getLocation().load('address');
        const property = reread.customProperties.getItem('isu').load('value');
        const name = next.workbook.names.getItem('Figures').load('formula');
        const parts = next.workbook.customXmlParts.getByNamespace('urn:isu').getOnlyItem().getXml();
        const hidden = next.workbook.worksheets.getItem('Hidden').load('visibility');
        await next.sync();
        expect(cells.values).toEqual([
          ['Name', 'Day', 'Count'],
          ['<Ann> "x"', 42_740, 3],
          ['0012', true, 3],
        ]);
        expect(cells.formulas[2]![2]).toBe('=1+2');
        expect(cells.text[1]).toEqual(['<Ann> "x"', '2017-01-05', '3.00']);
        expect([header.format.font.bold, header.format.fill.color, line.style]).toEqual([
          true,
          '#E4EEEC',
          'Continuous',
        ]);
        expect(first.format.columnWidth).toBeCloseTo(120, 0);
        expect(tables.items.map((table) => table.name)).toEqual(['People']);
        expect(frozen.address).toBe("'Råd & dåd'!1:1");
        expect(property.value).toBe('översikt');
        expect(name.formula).toBe("='Råd & dåd'!$C$2:$C$3");
        expect(parts.value).toContain('<a>1</a>');
        expect(hidden.visibility).toBe('Hidden');
      });
    }));

  it('gives the same bytes twice', () =>
    withSheet(async (sheet, context, host) => {
      sheet.getRange('A1:B2').values = [
        ['a', 'b'],
        [1, 2],
      ];
      sheet.charts.add('ColumnClustered', sheet.getRange('A1:B2'));
      await context.sync();
      expect(saveWorkbook(host.workbook)).toEqual(saveWorkbook(host.workbook));
    }));
});

describe('files of isu-workbook-file', () => {
  it('a register comes with its table, its dates as dates and its texts as texts', async () => {
    const bytes = await writeRowsWorkbook(
      'Register',
      ['Person', 'Dag'],
      [
        ['197501011234', { day: 17_171 }],
        ['0012', null],
      ],
    );
    const host = createExcelHost({ workbook: await opened(bytes) });
    await host.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('Register');
      const body = table.getDataBodyRange().load('values, text, numberFormat');
      await context.sync();
      expect(body.values).toEqual([
        ['197501011234', 42_740],
        ['0012', ''],
      ]);
      expect(body.text[0]).toEqual(['197501011234', '2017-01-05']);
      expect(body.numberFormat[0]![0]).toBe('@');
    });
  });

  it('a result document is opened with every sheet that it has', async () => {
    const rows = [
      ['Personnummer', 'Aktualiseringsdatum'],
      ['19750101-1234', '2017-01-05'],
      ['19750101-1234', '2018-02-06'],
    ];
    const analysis = analyse(sheetOf(rows), defaultSettings('2026-01-01'), {
      name: 'r.csv',
      sha256: null,
      sheet: null,
    });
    if (!analysis.ok) throw new Error(analysis.problem.en);
    const document = resultDocument(analysis.value, 'sv');
    const workbook = await opened(await writeWorkbook(document));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(document.sheets.map(({ name }) => name));
    expect(workbook.tables.length).toBeGreaterThan(0);
  });

  it('a .csv file is opened as one sheet', async () => {
    const workbook = await opened(new TextEncoder().encode('a;b\n1;x\n'), 'a.csv');
    expect(workbook.sheets).toHaveLength(1);
    expect(workbook.shownText(workbook.sheets[0]!, 1, 1)).toBe('x');
  });

  it('a file that was cut off is a problem, too', () =>
    withSheet(async (sheet, context, host) => {
      sheet.getRange('A1:A500').values = Array.from({ length: 500 }, (_, i) => [`text ${String(i)}`]);
      await context.sync();
      const bytes = saveWorkbook(host.workbook);
      const read = await openWorkbook(bytes.slice(0, bytes.length / 2), { name: 'half.xlsx' });
      expect(read.ok ? '' : read.problem.en).toContain('half.xlsx');
    }));

  it('a file that is no workbook is a problem that names it', async () => {
    const read = await openWorkbook(new TextEncoder().encode('%PDF-1.7 …'), { name: 'a.pdf' });
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? '' : read.problem.sv).toContain('a.pdf');
  });
});

it('sheets of another file are inserted, under names that are free', () =>
  withSheet(async (sheet, context, host) => {
    sheet.getRange('A1').values = [['kept']];
    await context.sync();
    const base64 = Buffer.from(saveWorkbook(host.workbook)).toString('base64');
    const ids = context.workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
    const sheets = context.workbook.worksheets.load('items/name, items/id');
    await context.sync();
    expect(sheets.items.map(({ name }) => name)).toEqual(['Sheet1', 'Sheet1 (2)']);
    expect(ids.value).toEqual([sheets.items[1]!.id]);
    context.workbook.insertWorksheetsFromBase64('no file');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  }));
