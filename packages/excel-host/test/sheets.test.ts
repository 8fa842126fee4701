/** Worksheets and what they carry. Docs: Excel.Worksheet, Excel.WorksheetProtection; Microsoft Support, "Rename a worksheet". */
import { describe, expect, it } from 'vitest';
import { withSheet } from './with-sheet.ts';

describe('a sheet’s name', () => {
  it.each([
    ['blank', '  ', 'InvalidArgument'],
    ['longer than 31 characters', 'x'.repeat(32), 'InvalidArgument'],
    ['with a forbidden sign', 'a:b', 'InvalidArgument'],
    ['with ’ at an end', "'quoted'", 'InvalidArgument'],
    ['History', 'history', 'InvalidArgument'],
    ['another’s, without regard to case', 'SHEET1', 'ItemAlreadyExists'],
  ])('cannot be %s', (_, name, code) =>
    withSheet(async (_sheet, context) => {
      context.workbook.worksheets.add(name);
      await expect(context.sync()).rejects.toMatchObject({ code });
    }),
  );

  it('of 31 characters, or its own in other capitals, will do', () =>
    withSheet(async (sheet, context) => {
      sheet.name = 'x'.repeat(31);
      sheet.name = 'X'.repeat(31);
      sheet.load('name');
      await context.sync();
      expect(sheet.name).toBe('X'.repeat(31));
    }));

  it('goes along into formulas', () =>
    withSheet(async (sheet, context) => {
      const other = context.workbook.worksheets.add('Data');
      other.getRange('A1').values = [[5]];
      const cell = sheet.getRange('A1');
      cell.formulas = [['=Data!A1*2']];
      other.name = 'My data';
      cell.load('formulas, values');
      await context.sync();
      expect(cell.formulas).toEqual([["='My data'!A1*2"]]);
      expect(cell.values).toEqual([[10]]);
    }));
});

describe('sheets come and go', () => {
  it('the last visible sheet can be neither deleted nor hidden', () =>
    withSheet(async (sheet, context) => {
      sheet.delete();
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidOperation' });
      sheet.visibility = 'Hidden';
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidOperation' });
    }));

  it('a deleted sheet is not found afterwards', () =>
    withSheet(async (_sheet, context) => {
      const gone = context.workbook.worksheets.add('Gone');
      gone.delete();
      await context.sync();
      gone.load('name');
      await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
    }));

  it('they are moved, hidden and stepped through', () =>
    withSheet(async (sheet, context) => {
      const { worksheets } = context.workbook;
      worksheets.add('B');
      worksheets.add('C').position = 0;
      worksheets.getItem('B').visibility = 'Hidden';
      const names = worksheets.load('items/name, items/visibility');
      const next = worksheets.getItem('C').getNext(true).load('name');
      const last = sheet.getNextOrNullObject(true);
      await context.sync();
      expect(names.items.map(({ name }) => name)).toEqual(['C', 'Sheet1', 'B']);
      expect(next.name).toBe('Sheet1');
      expect(last.isNullObject).toBe(true);
    }));

  it('a copy has the cells, the looks and the tables under other names', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').values = [
        ['a', 'b'],
        [1, 2],
      ];
      sheet.tables.add('A1:B2', true).name = 'One';
      const copy = sheet.copy('End');
      copy.load('name');
      copy.tables.load('items/name');
      const cells = copy.getRange('A1:B2').load('values');
      await context.sync();
      expect(copy.name).toBe('Sheet1 (2)');
      expect(copy.tables.items.map(({ name }) => name)).not.toContain('One');
      expect(cells.values[1]).toEqual([1, 2]);
    }));
});

describe('custom properties of a sheet', () => {
  it('are kept by key, without regard to case', () =>
    withSheet(async (sheet, context) => {
      sheet.customProperties.add('isu', 'overview');
      const found = sheet.customProperties.getItemOrNullObject('ISU').load('value');
      const missing = sheet.customProperties.getItemOrNullObject('other');
      await context.sync();
      expect(found.value).toBe('overview');
      expect(missing.isNullObject).toBe(true);
    }));
});

describe('a protected sheet', () => {
  it.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['writing', (sheet) => (sheet.getRange('A1').values = [[1]])],
    ['formatting', (sheet) => (sheet.getRange('A1').format.font.bold = true)],
    ['inserting', (sheet) => void sheet.getRange('1:1').insert('Down')],
    ['making a table', (sheet) => void sheet.tables.add('A1:B2', true)],
    ['making a chart', (sheet) => void sheet.charts.add('Line', sheet.getRange('A1:B2'))],
  ])('refuses %s', (_, deed) =>
    withSheet(async (sheet, context) => {
      sheet.protection.protect();
      deed(sheet);
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
    }),
  );

  it('lets unlocked cells be written, and all of it once it is unprotected with the password', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: true }, 'secret');
      sheet.getRange('B1').values = [[1]];
      sheet.getRange('A1').format.font.bold = true;
      await context.sync();
      sheet.protection.unprotect('wrong');
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
      sheet.protection.unprotect('secret');
      sheet.getRange('A1').values = [[1]];
      sheet.protection.load('protected');
      await context.sync();
      expect(sheet.protection.protected).toBe(false);
    }));
});

describe('panes, pages and names', () => {
  it('frozen rows are told as a range', () =>
    withSheet(async (sheet, context) => {
      const none = sheet.freezePanes.getLocationOrNullObject();
      sheet.freezePanes.freezeRows(2);
      const rows = sheet.freezePanes.getLocationOrNullObject().load('address');
      sheet.freezePanes.freezeAt('A1:B3');
      const both = sheet.freezePanes.getLocation().load('address');
      await context.sync();
      expect(none.isNullObject).toBe(true);
      expect(rows.address).toBe('Sheet1!1:2');
      expect(both.address).toBe('Sheet1!A1:B3');
    }));

  it('a page is set up', () =>
    withSheet(async (sheet, context) => {
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintTitleRows('$1:$1');
      pageLayout.setPrintMargins('Centimeters', { left: 2.54 });
      pageLayout.headersFooters.defaultForAllPages.leftHeader = 'ISU';
      pageLayout.load('orientation, zoom, leftMargin, headersFooters/defaultForAllPages/leftHeader');
      const titles = pageLayout.getPrintTitleRowsOrNullObject().load('address');
      await context.sync();
      expect(pageLayout.toJSON()).toMatchObject({
        orientation: 'Landscape',
        zoom: { horizontalFitToPages: 1 },
      });
      expect(pageLayout.leftMargin).toBeCloseTo(72);
      expect(pageLayout.headersFooters.defaultForAllPages.leftHeader).toBe('ISU');
      expect(titles.address).toBe('Sheet1!1:1');
    }));

  it('a name stands for cells, follows them, and cannot look like an address', () =>
    withSheet(async (sheet, context) => {
      sheet.getRange('B2:B3').values = [[1], [2]];
      const { names } = context.workbook;
      names.add('Figures', sheet.getRange('B2:B3'));
      sheet.getRange('1:1').insert('Down');
      sheet.getRange('D1').formulas = [['=SUM(Figures)']];
      const name = names.getItem('figures').load('formula, type, value');
      const sum = sheet.getRange('D1').load('values');
      await context.sync();
      expect(name.formula).toBe('=Sheet1!$B$3:$B$4');
      expect(name.type).toBe('Range');
      expect(sum.values).toEqual([[3]]);
      names.add('A1', sheet.getRange('A1'));
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    }));
});

describe('a workbook whose structure is protected', () => {
  it.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void]>([
    ['gets no new sheet', (_, context) => void context.workbook.worksheets.add('New')],
    ['keeps the names of its sheets', (sheet) => void (sheet.name = 'Other')],
    ['keeps its sheets', (sheet) => void sheet.delete()],
    ['keeps them in sight', (sheet) => void (sheet.visibility = 'Hidden')],
    ['keeps them in their order', (sheet) => void (sheet.position = 1)],
  ])('%s', (_, change) =>
    withSheet(async (sheet, context) => {
      context.workbook.worksheets.add('Second');
      context.workbook.protection.protect('secret');
      await context.sync();
      change(sheet, context);
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
      sheet.getRange('A1').values = [['cells are free']];
      context.workbook.protection.unprotect('secret');
      context.workbook.worksheets.add('Third');
      await context.sync();
    }),
  );
});

describe('what travels in the workbook', () => {
  it('settings are kept by key', () =>
    withSheet(async (_sheet, context) => {
      const { settings } = context.workbook;
      settings.add('isu', { groups: [1, 2, 3] });
      const found = settings.getItemOrNullObject('isu').load('value');
      await context.sync();
      expect(found.value).toEqual({ groups: [1, 2, 3] });
      found.delete();
      const gone = settings.getItemOrNullObject('isu');
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    }));

  it('custom XML is found by its namespace', () =>
    withSheet(async (_sheet, context) => {
      const parts = context.workbook.customXmlParts;
      parts.add('<?xml version="1.0"?><s:settings xmlns:s="urn:isu"><s:a/></s:settings>');
      parts.add('<other/>');
      const own = parts.getByNamespace('urn:isu').getOnlyItemOrNullObject();
      const xml = own.getXml();
      const all = parts.getCount();
      await context.sync();
      expect(xml.value).toContain('<s:a/>');
      expect(all.value).toBe(2);
      parts.add('no xml');
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    }));

  it('document properties are read and written', () =>
    withSheet(async (_sheet, context) => {
      const { properties } = context.workbook;
      properties.title = 'Uppföljning';
      properties.custom.add('Version', 2);
      const custom = properties.custom.getItem('version').load('value, type');
      properties.load('title');
      await context.sync();
      expect(properties.title).toBe('Uppföljning');
      expect([custom.value, custom.type]).toEqual([2, 'Number']);
    }));
});
