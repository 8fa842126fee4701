/** Excel tables. Docs: Excel.Table, Excel.TableCollection; Microsoft Support, "Excel tables". */
import { describe, expect, it } from 'vitest';
import { withSheet } from './with-sheet.ts';

function withTable<T>(
  batch: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return withSheet((sheet, context) => {
    sheet.getRange('A1:C3').values = [
      ['Name', 'Group', 'Count'],
      ['Ann', 'a', 3],
      ['Bo', 'b', 1],
    ];
    const table = sheet.tables.add('A1:C3', true);
    table.name = 'People';
    return batch(table, sheet, context);
  });
}

describe('making a table', () => {
  it('mends headers that are empty, alike or numbers', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('A1:D1').values = [['Name', 'name', '', 2017]];
      const table = sheet.tables.add('A1:D2', true);
      const header = table.getHeaderRowRange().load('values');
      await context.sync();
      expect(header.values).toEqual([['Name', 'name2', 'Column3', '2017']]);
    }));

  it('without headers puts a row of them above', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('A1:B1').values = [[1, 2]];
      const table = sheet.tables.add('A1:B1', false);
      const range = table.getRange().load('values, address');
      await context.sync();
      expect(range.address).toBe('Sheet1!A1:B2');
      expect(range.values).toEqual([
        ['Column1', 'Column2'],
        [1, 2],
      ]);
    }));

  it('refuses cells of another table', () =>
    withTable(async (_table, sheet, context) => {
      sheet.tables.add('C3:D4', true);
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    }));

  it.each([
    ['an address', 'A1', 'InvalidArgument'],
    ['with a space', 'My table', 'InvalidArgument'],
    ['another table’s', 'PEOPLE', 'ItemAlreadyExists'],
  ])('refuses a name that is %s', (_, name, code) =>
    withTable(async (_table, sheet, context) => {
      sheet.tables.add('F1:G2', true).name = name;
      await expect(context.sync()).rejects.toMatchObject({ code });
    }),
  );
});

describe('a table’s rows and columns', () => {
  it('rows are added at the end and inside', () =>
    withTable(async (table, _sheet, context) => {
      table.rows.add(undefined, [['Cy', 'c', 5]]);
      table.rows.add(0, [['First', 'f', 0]]);
      const body = table.getDataBodyRange().load('values');
      table.rows.load('count');
      await context.sync();
      expect(body.values.map(([name]) => name as string)).toEqual(['First', 'Ann', 'Bo', 'Cy']);
      expect(table.rows.count).toBe(4);
    }));

  it('a column is added with its header, and read by name', () =>
    withTable(async (table, _sheet, context) => {
      table.columns.add(undefined, [['Double'], ['=[@Count]*2'], ['=[@Count]*2']]);
      const body = table.columns.getItem('double').getDataBodyRange().load('values');
      await context.sync();
      expect(body.values).toEqual([[6], [2]]);
    }));

  it('a renamed header cell renames the column, and the other way round', () =>
    withTable(async (table, sheet, context) => {
      sheet.getRange('A1').values = [['Person']];
      const column = table.columns.getItem('Person').load('name, index');
      table.columns.getItem('Group').name = 'Grupp';
      const header = sheet.getRange('B1').load('values');
      await context.sync();
      expect(column.index).toBe(0);
      expect(header.values).toEqual([['Grupp']]);
    }));

  it('rows under the table are pushed down by one that is put inside', () =>
    withTable(async (table, sheet, context) => {
      sheet.getRange('A5').values = [['below']];
      table.rows.add(0, [['X', 'x', 1]]);
      const below = sheet.getRange('A6').load('values');
      await context.sync();
      expect(below.values).toEqual([['below']]);
    }));

  it('an insertion that would tear a table apart is a conflict', () =>
    withTable(async (_table, sheet, context) => {
      sheet.getRange('A2:A2').insert('Down');
      await expect(context.sync()).rejects.toMatchObject({ code: 'InsertDeleteConflict' });
    }));
});

describe('a table in use', () => {
  it('is resized where its header is', () =>
    withTable(async (table, _sheet, context) => {
      table.resize('A1:D5');
      const range = table.getRange().load('address');
      const header = table.getHeaderRowRange().load('values');
      await context.sync();
      expect(range.address).toBe('Sheet1!A1:D5');
      expect(header.values[0]![3]).toBe('Column4');
      table.resize('A2:D5');
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    }));

  it('is sorted and filtered', () =>
    withTable(async (table, sheet, context) => {
      table.sort.apply([{ key: 2, ascending: true }]);
      table.columns.getItem('Group').filter.applyValuesFilter(['a']);
      const body = table.getDataBodyRange().load('values');
      const hidden = sheet.getRange('A2').load('rowHidden');
      await context.sync();
      expect(body.values.map(([name]) => name as string)).toEqual(['Bo', 'Ann']);
      expect(hidden.rowHidden).toBe(true);
      table.clearFilters();
      hidden.load('rowHidden');
      await context.sync();
      expect(hidden.rowHidden).toBe(false);
    }));

  it('sums in its total row', () =>
    withTable(async (table, _sheet, context) => {
      table.showTotals = true;
      const totals = table.getTotalRowRange().load('values');
      await context.sync();
      expect(totals.values).toEqual([['Total', '', 4]]);
    }));

  it('leaves its cells when it is made a range, and takes them when it is deleted', () =>
    withTable(async (table, sheet, context) => {
      table.convertToRange();
      const cells = sheet.getRange('A1:A2').load('values');
      await context.sync();
      expect(cells.values).toEqual([['Name'], ['Ann']]);
      const again = sheet.tables.add('A1:C3', true);
      again.delete();
      cells.load('values');
      await context.sync();
      expect(cells.values).toEqual([[''], ['']]);
      table.load('name');
      await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
    }));

  it('gives its cells to formulas by name', () =>
    withTable(async (_table, sheet, context) => {
      const cells = sheet.getRange('E1:E4');
      cells.formulas = [
        ['=SUM(People[Count])'],
        ['=COUNTA(People[[#All],[Name]])'],
        ['=ROWS(People)'],
        ['=People[[#Headers],[Group]]'],
      ];
      cells.load('values');
      await context.sync();
      expect(cells.values).toEqual([[4], [3], [2], ['Group']]);
    }));
});
