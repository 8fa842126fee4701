/** What may be read, and when. Docs: "Application-specific API model", "Error handling", "*OrNullObject methods and properties". */
import { describe, expect, it } from 'vitest';
import { createExcelHost, type ExcelHost } from '../src/index.ts';
import { codeOf, failureOf } from './failures.ts';

function hostWithData(): ExcelHost {
  const host = createExcelHost({ displayLanguage: 'en-US' });
  host.user.type('A1', 'Name');
  host.user.type('B1', 'Age');
  host.user.type('A2', 'Ann');
  host.user.type('B2', 41);
  return host;
}

describe('a property is there when it has been loaded and synced', () => {
  it('before that it throws PropertyNotLoaded, and says which', async () => {
    const { Excel, OfficeExtension } = hostWithData();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2');
      expect(codeOf(() => range.values)).toBe('PropertyNotLoaded');
      range.load('values');
      expect(codeOf(() => range.values)).toBe('PropertyNotLoaded');
      await context.sync();
      expect(range.values).toEqual([
        ['Name', 'Age'],
        ['Ann', 41],
      ]);
      expect(codeOf(() => range.address)).toBe('PropertyNotLoaded');
      const error = failureOf(() => range.address) as OfficeExtension.Error;
      expect(error).toBeInstanceOf(OfficeExtension.Error);
      expect(error.debugInfo.errorLocation).toBe('Range.address');
      expect(error.message).toContain("'address'");
    });
  });

  it('a property that was set is there at once, as it was set', async () => {
    const { Excel } = hostWithData();
    await Excel.run((context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      range.values = [['Written']];
      expect(range.values).toEqual([['Written']]);
      return Promise.resolve();
    });
  });

  it.each([
    ['names in one string', 'address, rowCount,format/font/bold'],
    ['a list of names', ['address', 'rowCount', 'format/font/bold']],
    ['an object', { address: true, rowCount: true, format: { font: { bold: true } } }],
    ['select and expand', { select: 'address, rowCount', expand: 'format/font/bold' }],
  ])('load takes %s', async (_, option) => {
    const { Excel } = hostWithData();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2');
      range.load(option as string);
      await context.sync();
      expect(range.toJSON()).toEqual({
        address: 'Sheet1!A1:B2',
        rowCount: 2,
        format: { font: { bold: false } },
      });
    });
  });

  it('load without names loads every plain property and no object', async () => {
    const { Excel } = hostWithData();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1').load();
      await context.sync();
      expect(sheet.name).toBe('Sheet1');
      expect(sheet.visibility).toBe('Visible');
      expect(sheet.toJSON()).not.toHaveProperty('charts');
    });
  });

  it('a collection loads its items, some of them with $top and $skip', async () => {
    const { Excel } = hostWithData();
    await Excel.run(async (context) => {
      for (const name of ['B', 'C', 'D']) context.workbook.worksheets.add(name);
      const all = context.workbook.worksheets.load('items/name');
      await context.sync();
      expect(all.items.map(({ name }) => name)).toEqual(['Sheet1', 'B', 'C', 'D']);
      const some = context.workbook.worksheets.load({ $top: 2, $skip: 1, name: true });
      await context.sync();
      expect(some.items.map(({ name }) => name)).toEqual(['B', 'C']);
      const short = context.workbook.worksheets.load('name');
      await context.sync();
      expect(short.items).toHaveLength(4);
    });
  });

  it('objects inside items are loaded by their path', async () => {
    const { Excel } = hostWithData();
    await Excel.run(async (context) => {
      context.workbook.tables.add('Sheet1!A1:B2', true).name = 'People';
      const tables = context.workbook.tables.load(
        'items/name, items/worksheet/name, items/columns/items/name',
      );
      await context.sync();
      expect(tables.items[0]!.worksheet.name).toBe('Sheet1');
      expect(tables.items[0]!.columns.items.map(({ name }) => name)).toEqual(['Name', 'Age']);
    });
  });

  it('a result has its value after sync', async () => {
    const { Excel } = hostWithData();
    await Excel.run(async (context) => {
      const count = context.workbook.worksheets.getCount();
      expect(codeOf(() => count.value)).toBe('ValueNotLoaded');
      await context.sync();
      expect(count.value).toBe(1);
    });
  });
});

describe('what is missing', () => {
  it('getItem of no sheet fails at sync with ItemNotFound', async () => {
    const { Excel } = hostWithData();
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('No such').load('name');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    });
  });

  it('getItemOrNullObject gives a null object that says so after sync, without a load', async () => {
    const { Excel } = hostWithData();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('No such');
      expect(codeOf(() => sheet.isNullObject)).toBe('PropertyNotLoaded');
      await context.sync();
      expect(sheet.isNullObject).toBe(true);
    });
  });

  it('what hangs on a null object is null, and calling it does nothing', async () => {
    const { Excel } = hostWithData();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('No such');
      const range = sheet.getRange('A1').load('values');
      sheet.delete();
      await context.sync();
      expect(range.isNullObject).toBe(true);
      expect(range.values).toBeUndefined();
    });
  });

  it('a member that Excel has and this host has not is an error, not undefined', async () => {
    const { Excel } = hostWithData();
    await Excel.run((context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      expect(() => sheet.shapes).toThrow('Excel.Worksheet.shapes is not in this host');
      expect(() => context.workbook.load('comments')).toThrow('Excel.Workbook.comments is not in this host');
      expect(() => Excel.ShapeAutoSize).toThrow('Excel.ShapeAutoSize is not in this host');
      return Promise.resolve();
    });
  });

  it('a property of the wrong name cannot be written either', async () => {
    const { Excel } = hostWithData();
    await Excel.run((context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1') as unknown as Record<string, unknown>;
      expect(() => (sheet['colour'] = 'red')).toThrow('Excel.Worksheet.colour is not in this host');
      return Promise.resolve();
    });
  });
});

describe('set writes many properties at once', () => {
  it('through the objects inside', async () => {
    const host = hostWithData();
    await host.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
      range.set({ format: { font: { bold: true, color: '#ff0000' }, wrapText: true } });
      range.load('format/font/bold, format/font/color, format/wrapText');
      await context.sync();
      expect(range.format.font.color).toBe('#FF0000');
      expect(range.format.wrapText).toBe(true);
    });
  });

  it('refuses what cannot be written', async () => {
    const { Excel } = hostWithData();
    await Excel.run((context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
      expect(codeOf(() => range.set({ address: 'A2' } as object))).toBe('InvalidArgument');
      return Promise.resolve();
    });
  });
});
