/** Charts, data validation and conditional formats. Docs: Excel.Chart, Excel.DataValidation, Excel.ConditionalFormat. */
import { describe, expect, it } from 'vitest';
import { withSheet } from './with-sheet.ts';

function withFigures<T>(
  batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return withSheet((sheet, context) => {
    sheet.getRange('A1:C4').values = [
      ['Year', 'Persons', 'Cases'],
      ['2017', 10, 30],
      ['2018', 20, 40],
      ['2019', 15, 50],
    ].map((row) => row.map((value) => (typeof value === 'string' ? `'${value}` : value)));
    return batch(sheet, context);
  });
}

describe('a chart', () => {
  it('takes names from the top row and categories from the first column', () =>
    withFigures(async (sheet, context) => {
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C4'), 'Columns');
      chart.series.load('items/name');
      const values = chart.series.getItemAt(1).getDimensionValues('Values');
      const categories = chart.series.getItemAt(0).getDimensionValues('Categories');
      chart.legend.load('visible');
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(['Persons', 'Cases']);
      expect(values.value).toEqual(['30', '40', '50']);
      expect(categories.value).toEqual(['2017', '2018', '2019']);
      expect(chart.legend.visible).toBe(true);
    }));

  it('of one series has its name as title and no legend', () =>
    withFigures(async (sheet, context) => {
      const chart = sheet.charts.add('Line', sheet.getRange('A1:B4'));
      chart.load('title/text, legend/visible');
      await context.sync();
      expect([chart.title.text, chart.legend.visible]).toEqual(['Persons', false]);
    }));

  it('is named, titled, placed over cells and deleted', () =>
    withFigures(async (sheet, context) => {
      const chart = sheet.charts.add('Line', sheet.getRange('A1:B4'));
      chart.name = 'Per year';
      chart.title.text = 'Persons per year';
      chart.axes.valueAxis.title.text = 'Persons';
      chart.axes.valueAxis.minimum = 0;
      chart.series.getItemAt(0).format.fill.setSolidColor('#1F5F5B');
      chart.setPosition('E2', 'H10');
      chart.load(
        'left, top, width, height, title/text, axes/valueAxis/minimum, axes/valueAxis/title/visible',
      );
      await context.sync();
      expect([chart.left, chart.top, chart.width, chart.height]).toEqual([4 * 48, 15, 4 * 48, 9 * 15]);
      expect(chart.axes.valueAxis.title.visible).toBe(true);
      sheet.charts.getItem('per year').delete();
      const none = sheet.charts.getItemOrNullObject('Per year');
      await context.sync();
      expect(none.isNullObject).toBe(true);
    }));

  it('draws the same cells when rows are put in above them', () =>
    withFigures(async (sheet, context) => {
      const chart = sheet.charts.add('Line', sheet.getRange('A1:B4'));
      sheet.getRange('1:1').insert('Down');
      sheet.getRange('B3').values = [[99]];
      const values = chart.series.getItemAt(0).getDimensionValues('Values');
      await context.sync();
      expect(values.value).toEqual(['99', '20', '15']);
    }));

  it('of a type that Excel has not is refused', () =>
    withFigures(async (sheet, context) => {
      sheet.charts.add('Banana' as 'Line', sheet.getRange('A1:B4'));
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    }));
});

describe('data validation', () => {
  it('keeps its list, and finds the cells that break it', () =>
    withSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A3');
      range.values = [['ja'], ['nej'], ['kanske']];
      range.dataValidation.rule = { list: { inCellDropDown: true, source: 'ja,nej' } };
      range.dataValidation.load('type, rule, valid');
      const invalid = range.dataValidation.getInvalidCellsOrNullObject().load('address');
      await context.sync();
      expect(range.dataValidation.type).toBe('List');
      expect(range.dataValidation.valid).toBe(false);
      expect(invalid.address).toBe('Sheet1!A3');
    }));

  it('differs between cells, and is cleared of some', () =>
    withSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A4');
      range.dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
      sheet.getRange('A2:A3').dataValidation.clear();
      range.dataValidation.load('type');
      const first = sheet.getRange('A1').dataValidation.load('type');
      await context.sync();
      expect([range.dataValidation.type, first.type]).toEqual(['MixedCriteria', 'WholeNumber']);
    }));

  it('keeps its list when the sheet that holds it gets another name', () =>
    withSheet(async (sheet, context) => {
      context.workbook.worksheets.add('Codes');
      const { dataValidation } = sheet.getRange('A1');
      dataValidation.rule = { list: { inCellDropDown: true, source: '=Codes!$B$3:$B$7' } };
      await context.sync();
      context.workbook.worksheets.getItem('Codes').name = 'The codes';
      dataValidation.load('rule');
      await context.sync();
      expect(dataValidation.rule.list?.source).toBe("='The codes'!$B$3:$B$7");
    }));

  it('refuses a list of more than 255 characters that is not in cells', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'x'.repeat(256) } };
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    }));
});

describe('conditional formats', () => {
  it('are added first, read by type, and cleared', () =>
    withSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A9');
      const format = range.conditionalFormats.add('CellValue');
      format.cellValue.format.font.color = '#ff0000';
      format.cellValue.rule = { formula1: '=12', operator: 'GreaterThanOrEqual' };
      range.conditionalFormats.add('Custom').custom.rule.formula = '=$A1="x"';
      range.conditionalFormats.load('items/type, items/priority');
      await context.sync();
      expect(range.conditionalFormats.items.map(({ type }) => type)).toEqual(['Custom', 'CellValue']);
      sheet.getRange('A1').conditionalFormats.clearAll();
      const count = range.conditionalFormats.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    }));

  it('are put in another order, and on other cells', () =>
    withSheet(
      async (sheet, context) => {
        const range = sheet.getRange('A1:A9');
        const first = range.conditionalFormats.add('Custom');
        const second = range.conditionalFormats.add('TopBottom');
        first.custom.rule.formula = '=A1>1';
        first.priority = 0;
        second.setRanges('C1:C3,E1');
        const watched = second.getRanges().load('address');
        const formats = sheet.getRange('A1:E9').conditionalFormats.load('items/type, items/priority');
        const left = range.conditionalFormats.getCount();
        await context.sync();
        expect(watched.address).toBe('Sheet1!C1:C3,Sheet1!E1');
        expect(formats.items.map(({ type, priority }) => [String(type), priority])).toEqual([
          ['Custom', 0],
          ['TopBottom', 1],
        ]);
        expect(left.value).toBe(1);
      },
      { excelApi: '1.17' },
    ));

  it('of another type are an invalid operation, or a null object', () =>
    withSheet(async (sheet, context) => {
      const format = sheet.getRange('A1').conditionalFormats.add('CellValue');
      const none = format.customOrNullObject.load();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      format.custom.rule.formula = '=TRUE';
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidOperation' });
    }));
});
