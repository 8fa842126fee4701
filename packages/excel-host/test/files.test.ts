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

/** Saves the workbook, opens the file and works in it. */
async function againAs(
  workbook: Workbook,
  batch: (context: Excel.RequestContext) => Promise<void>,
): Promise<void> {
  const again = createExcelHost({ workbook: await opened(saveWorkbook(workbook)) });
  await again.Excel.run(batch);
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

  it('has its conditional formats, hyperlinks, validation and filters', () =>
    withSheet(async (sheet, context, host) => {
      sheet.getRange('A1:B4').values = [
        ['Name', 'Count'],
        ['Ann', 3],
        ['Bo', 9],
        ['Cy', 12],
      ];
      const cells = sheet.getRange('B2:B4');
      const value = cells.conditionalFormats.add('CellValue').cellValue;
      value.rule = { operator: 'GreaterThanOrEqual', formula1: '=9' };
      value.format.font.color = '#9C0006';
      value.format.fill.color = '#FFC7CE';
      const own = sheet.getRange('A2:A4').conditionalFormats.add('Custom');
      own.custom.rule.formula = '=$B2>3';
      own.custom.format.font.bold = true;
      own.stopIfTrue = true;
      const scale = cells.conditionalFormats.add('ColorScale').colorScale;
      scale.criteria = {
        minimum: { type: 'LowestValue', color: '#F8696B' },
        midpoint: { type: 'Percentile', formula: '50', color: '#FFEB84' },
        maximum: { type: 'HighestValue', color: '#63BE7B' },
      };
      const preset = cells.conditionalFormats.add('PresetCriteria').preset;
      preset.rule = { criterion: 'EqualOrAboveAverage' };
      const text = sheet.getRange('A2:A4').conditionalFormats.add('ContainsText').textComparison;
      text.rule = { operator: 'BeginsWith', text: 'A' };
      const top = cells.conditionalFormats.add('TopBottom').topBottom;
      top.rule = { rank: 1, type: 'BottomItems' };
      sheet.getRange('A2').hyperlink = { address: 'https://example.se/?a=1&b=2', screenTip: 'Tip' };
      sheet.getRange('A3').hyperlink = { documentReference: 'Sheet1!B4', textToDisplay: 'Bo' };
      cells.dataValidation.rule = { wholeNumber: { operator: 'Between', formula1: 1, formula2: '=B4' } };
      cells.dataValidation.errorAlert = {
        showAlert: true,
        style: 'Warning',
        title: 'No',
        message: '1 to 12',
      };
      sheet.getRange('A2:A4').dataValidation.rule = { list: { inCellDropDown: true, source: 'Ann,Bo,Cy' } };
      sheet.getRange('D2').dataValidation.rule = {
        date: { operator: 'GreaterThan', formula1: '2017-01-05' },
      };
      sheet.autoFilter.apply('A1:B4', 1, { filterOn: 'Custom', criterion1: '>3' });
      await context.sync();
      await againAs(host.workbook, async (next) => {
        const reread = next.workbook.worksheets.getFirst();
        const formats = reread.getRange('A1:B4').conditionalFormats.load('items/type, items/stopIfTrue');
        const links = ['A2', 'A3'].map((address) => reread.getRange(address).load('hyperlink, values'));
        const rules = ['B3', 'A2', 'D2'].map((address) => reread.getRange(address).dataValidation);
        for (const rule of rules) rule.load('rule, errorAlert, type');
        const filter = reread.autoFilter.load('criteria, enabled');
        const hidden = reread.getRange('A2:A2').load('rowHidden');
        await next.sync();
        // The last that was added comes first, as it did.
        const of = (type: string) => formats.items.find((format) => String(format.type) === type)!;
        expect(formats.items.map(({ type }) => type)).toEqual([
          'TopBottom',
          'ContainsText',
          'PresetCriteria',
          'ColorScale',
          'Custom',
          'CellValue',
        ]);
        const lent = of('CellValue').cellValue.load('rule, format/font/color, format/fill/color');
        const formula = of('Custom').custom.rule.load('formula');
        const bold = of('Custom').custom.format.font.load('bold');
        const points = of('ColorScale').colorScale.load('criteria, threeColorScale');
        const criterion = of('PresetCriteria').preset.load('rule');
        const words = of('ContainsText').textComparison.load('rule');
        const least = of('TopBottom').topBottom.load('rule');
        await next.sync();
        expect(lent.rule).toEqual({ operator: 'GreaterThanOrEqual', formula1: '=9' });
        expect([lent.format.font.color, lent.format.fill.color]).toEqual(['#9C0006', '#FFC7CE']);
        expect([formula.formula, bold.bold, of('Custom').stopIfTrue]).toEqual(['=$B2>3', true, true]);
        expect(points.threeColorScale).toBe(true);
        expect(points.criteria.midpoint).toMatchObject({ type: 'Percentile', color: '#FFEB84' });
        expect(criterion.rule).toEqual({ criterion: 'EqualOrAboveAverage' });
        expect(words.rule).toEqual({ operator: 'BeginsWith', text: 'A' });
        expect(least.rule).toEqual({ rank: 1, type: 'BottomItems' });
        expect(links[0]!.hyperlink).toMatchObject({
          address: 'https://example.se/?a=1&b=2',
          screenTip: 'Tip',
        });
        expect(links[1]!.hyperlink).toMatchObject({ documentReference: 'Sheet1!B4', textToDisplay: 'Bo' });
        expect(links[1]!.values).toEqual([['Bo']]);
        expect(rules[0]!.rule).toEqual({
          wholeNumber: { operator: 'Between', formula1: 1, formula2: '=B4' },
        });
        expect(rules[0]!.errorAlert).toMatchObject({ style: 'Warning', title: 'No', message: '1 to 12' });
        expect(rules[1]!.rule).toEqual({ list: { inCellDropDown: true, source: 'Ann,Bo,Cy' } });
        // 5 January 2017 is 42740 in Excel.
        expect(rules[2]!.rule).toEqual({ date: { operator: 'GreaterThan', formula1: 42_740 } });
        expect([filter.enabled, hidden.rowHidden]).toEqual([true, true]);
        expect(filter.criteria[1]).toMatchObject({ filterOn: 'Custom', criterion1: '>3' });
      });
    }));

  it('has what is said about it, how it is printed and what is locked', () =>
    withSheet(async (sheet, context, host) => {
      const { properties } = context.workbook;
      properties.title = 'Title';
      properties.author = 'Author';
      properties.comments = 'Two\nlines';
      properties.company = 'Company';
      properties.custom.add('Count', 3);
      properties.custom.add('Fine', true);
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      pageLayout.setPrintArea('A1:D20');
      pageLayout.setPrintTitleRows('$1:$2');
      pageLayout.topMargin = 36;
      pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Page &P';
      sheet.horizontalPageBreaks.add('A10');
      sheet.getRange('B2').format.protection.locked = false;
      sheet.protection.protect({ allowSort: true, selectionMode: 'Unlocked' });
      context.workbook.protection.protect();
      await context.sync();
      await againAs(host.workbook, async (next) => {
        const reread = next.workbook.worksheets.getFirst();
        const said = next.workbook.properties.load('title, author, comments, company, creationDate');
        const custom = next.workbook.properties.custom.load('items/key, items/value');
        const page = reread.pageLayout.load('orientation, zoom, topMargin');
        const area = reread.pageLayout.getPrintArea().load('address');
        const titles = reread.pageLayout.getPrintTitleRows().load('address');
        const footer = reread.pageLayout.headersFooters.defaultForAllPages.load('centerFooter');
        const breaks = reread.horizontalPageBreaks.load('items');
        const protection = reread.protection.load('protected, options');
        const structure = next.workbook.protection.load('protected');
        const free = reread.getRange('B2').format.protection.load('locked');
        await next.sync();
        expect([said.title, said.author, said.comments, said.company]).toEqual([
          'Title',
          'Author',
          'Two\nlines',
          'Company',
        ]);
        expect(said.creationDate).toEqual(host.workbook.properties.creationDate);
        expect(custom.items.map(({ key, value }) => [key, value as unknown])).toEqual([
          ['Count', 3],
          ['Fine', true],
        ]);
        expect([page.orientation, page.topMargin]).toEqual(['Landscape', 36]);
        expect(page.zoom).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 0 });
        expect([area.address, titles.address]).toEqual(['Sheet1!A1:D20', 'Sheet1!1:2']);
        expect([footer.centerFooter, breaks.items.length]).toEqual(['Page &P', 1]);
        expect([protection.protected, structure.protected, free.locked]).toEqual([true, true, false]);
        expect(protection.options).toMatchObject({
          allowSort: true,
          allowFormatCells: false,
          selectionMode: 'Unlocked',
        });
      });
    }));

  it('has its charts, with what they draw and how they look', () =>
    withSheet(async (sheet, context, host) => {
      sheet.getRange('A1:C3').values = [
        ['Year', 'Women', 'Men'],
        ["'2017", 3, 4],
        ["'2018", 5, 6],
      ];
      const chart = sheet.charts.add('LineMarkers', sheet.getRange('A1:C3'));
      chart.name = 'Per year';
      chart.setPosition('E2', 'K12');
      chart.title.text = 'Persons & years';
      chart.legend.position = 'Right';
      chart.axes.valueAxis.minimum = 0;
      chart.axes.valueAxis.title.text = 'Persons';
      chart.axes.categoryAxis.majorTickMark = 'Outside';
      const first = chart.series.getItemAt(0);
      first.format.line.color = '#1F5F5B';
      first.markerStyle = 'Diamond';
      first.hasDataLabels = true;
      const bars = chart.series.getItemAt(1);
      bars.chartType = 'ColumnClustered';
      bars.gapWidth = 70;
      await context.sync();
      await againAs(host.workbook, async (next) => {
        const reread = next.workbook.worksheets.getFirst().charts.getItem('Per year');
        reread.load('chartType, left, top, width, height, title/text, legend/position');
        const axes = reread.axes.load('valueAxis/minimum, valueAxis/title/text, categoryAxis/majorTickMark');
        const series = reread.series.load('items/name, items/chartType, items/markerStyle, items/gapWidth');
        const line = reread.series.getItemAt(0).format.line.load('color');
        const labels = reread.series.getItemAt(0).load('hasDataLabels');
        const drawn = reread.series.getItemAt(1).getDimensionValues('Values');
        chart.load('left, top, width, height');
        await next.sync();
        await context.sync();
        expect([reread.chartType, reread.title.text, reread.legend.position]).toEqual([
          'LineMarkers',
          'Persons & years',
          'Right',
        ]);
        for (const side of ['left', 'top', 'width', 'height'] as const) {
          expect(reread[side]).toBeCloseTo(chart[side], 3);
        }
        expect([axes.valueAxis.minimum, axes.valueAxis.title.text]).toEqual([0, 'Persons']);
        expect(axes.categoryAxis.majorTickMark).toBe('Outside');
        expect(series.items.map(({ name, chartType }) => [name, chartType])).toEqual([
          ['Women', 'LineMarkers'],
          ['Men', 'ColumnClustered'],
        ]);
        expect([series.items[0]!.markerStyle, series.items[1]!.gapWidth]).toEqual(['Diamond', 70]);
        expect([line.color, labels.hasDataLabels]).toEqual(['#1F5F5B', true]);
        expect(drawn.value).toEqual(['4', '6']);
      });
    }));

  it('keeps a spill as a spill, which grows when what it reads does', () =>
    withSheet(async (sheet, context, host) => {
      sheet.getRange('A1:A2').values = [[1], [2]];
      sheet.getRange('C1').formulas = [['=A1:A2*2']];
      await context.sync();
      await againAs(host.workbook, async (next) => {
        const reread = next.workbook.worksheets.getFirst();
        const spilled = reread.getRange('C1').getSpillingToRange().load('address, values');
        reread.getRange('A2').values = [[5]];
        const after = reread.getRange('C1:C2').load('values');
        await next.sync();
        expect(spilled.address).toBe('Sheet1!C1:C2');
        expect(after.values).toEqual([[2], [10]]);
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
