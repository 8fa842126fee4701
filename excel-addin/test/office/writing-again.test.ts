/** Running again: what is ours is replaced, what the user has changed is asked about, what is the user's is left alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ResultDocument } from 'isu-core';
import { MARK_KEY } from '../../src/office/sheet-mark.ts';
import type { WhenChanged } from '../../src/office/workbook.ts';
import {
  documentOf,
  EXPORT_SHEET,
  NEVER,
  nobodyListens,
  openRows,
  placeOf,
  sampleRows,
  valueOf,
  type OpenExcel,
} from './excel.ts';

const OURS = ['Översikt', 'Personer', 'Tabeller', 'Radredovisning', 'Protokoll'];
const rows = sampleRows().slice(0, 400);

let document: ResultDocument;
beforeAll(async () => {
  const excel = await openRows(rows);
  document = await documentOf(excel, await placeOf(excel));
});

async function written(): Promise<OpenExcel> {
  const excel = await openRows(rows);
  await write(excel, 'keep');
  return excel;
}

async function write({ edge }: OpenExcel, whenChanged: WhenChanged): Promise<readonly string[]> {
  return valueOf(await edge.writeDocument(document, whenChanged, nobodyListens, NEVER)).sheets;
}

function sheetNames({ host }: OpenExcel): string[] {
  return host.workbook.sheets.map(({ name }) => name);
}

/** The sheet whose cells the first chart of a sheet draws. */
function chartCells({ host }: OpenExcel, sheet: string): string {
  return host.workbook.findSheet(sheet)!.charts[0]!.series[0]!.values!.sheet.name;
}

function tableNames({ host }: OpenExcel): string[] {
  return host.workbook.tables.map(({ name }) => name);
}

describe('sheets that nobody has touched', () => {
  it('are known, and known to be untouched', async () => {
    const excel = await written();
    expect(valueOf(await excel.edge.madeSheets())).toEqual(
      ['overview', 'persons', 'tables', 'rows', 'protocol'].map((part, i) => {
        return { name: OURS[i], part, isChanged: false };
      }),
    );
  });

  it('are replaced: sheets, tables and their names are as after one run', async () => {
    const excel = await written();
    const tables = tableNames(excel);
    expect(await write(excel, 'keep')).toEqual(OURS);
    expect(sheetNames(excel)).toEqual([EXPORT_SHEET, ...OURS]);
    expect(tableNames(excel)).toEqual(tables);
    expect(excel.host.workbook.activeSheet.name).toBe('Översikt');
  });

  it('are known by their mark when the user has given them other names, and the new ones stand where they stood', async () => {
    const excel = await written();
    excel.host.user.renameSheet('Tabeller', 'Mina tabeller');
    excel.host.user.addSheet('Anteckningar');
    await write(excel, 'keep');
    expect(sheetNames(excel)).toEqual([EXPORT_SHEET, ...OURS, 'Anteckningar']);
  });
});

describe('a sheet that the user has changed', () => {
  async function changed(): Promise<OpenExcel> {
    const excel = await written();
    excel.host.user.type('Personer!B5', 99);
    return excel;
  }

  it('is told of: a number, a formula, or a word beside our cells', async () => {
    const edits: readonly [string, string | number][] = [
      ['Personer!B5', 99],
      ['Personer!B5', '=1+1'],
      ['Personer!Z1', 'Se över'],
    ];
    for (const [address, typed] of edits) {
      const excel = await written();
      excel.host.user.type(address, typed);
      const made = valueOf(await excel.edge.madeSheets());
      expect(made.filter(({ isChanged }) => isChanged)).toEqual([
        { name: 'Personer', part: 'persons', isChanged: true },
      ]);
    }
  });

  it('keep: stays as it is, and its part is not written again', async () => {
    const excel = await changed();
    expect(await write(excel, 'keep')).toEqual(OURS.filter((name) => name !== 'Personer'));
    expect(sheetNames(excel).toSorted()).toEqual([EXPORT_SHEET, ...OURS].toSorted());
    expect(excel.host.workbook.findSheet('Personer')!.value(4, 1)).toBe(99);
  });

  it.each(['Tabeller!B15', 'Översikt!A60'])(
    'keep: the charts and the tables that they draw stay together, whichever is changed (%s)',
    async (address) => {
      const excel = await written();
      const ids = (names: readonly string[]) => names.map((name) => excel.host.workbook.findSheet(name)!.id);
      const before = ids(['Översikt', 'Tabeller']);
      excel.host.user.type(address, 1);
      expect(await write(excel, 'keep')).toEqual(['Personer', 'Radredovisning', 'Protokoll']);
      expect(sheetNames(excel).toSorted()).toEqual([EXPORT_SHEET, ...OURS].toSorted());
      expect(ids(['Översikt', 'Tabeller'])).toEqual(before);
      expect(chartCells(excel, 'Översikt')).toBe('Tabeller');
    },
  );

  it.each(['Tabeller!B15', 'Översikt!A60'])(
    'beside: each chart draws the tables that it was made with (%s)',
    async (address) => {
      const excel = await written();
      excel.host.user.type(address, 1);
      expect(await write(excel, 'beside')).toEqual(
        OURS.map((name) => (['Översikt', 'Tabeller'].includes(name) ? `${name} (2)` : name)),
      );
      expect(chartCells(excel, 'Översikt')).toBe('Tabeller');
      expect(chartCells(excel, 'Översikt (2)')).toBe('Tabeller (2)');
    },
  );

  it('keep: but a sheet that the user has deleted is written again, though its chart stays', async () => {
    const excel = await written();
    excel.host.user.deleteSheet('Tabeller');
    excel.host.user.type('Översikt!A60', 1);
    expect(await write(excel, 'keep')).toEqual(OURS.filter((name) => name !== 'Översikt'));
  });

  it('replace: goes', async () => {
    const excel = await changed();
    expect(await write(excel, 'replace')).toEqual(OURS);
    expect(excel.host.workbook.findSheet('Personer')!.value(4, 1)).not.toBe(99);
  });

  it('beside: stays and is the user’s own from then on', async () => {
    const excel = await changed();
    expect(await write(excel, 'beside')).toEqual(
      OURS.map((name) => (name === 'Personer' ? 'Personer (2)' : name)),
    );
    expect(valueOf(await excel.edge.madeSheets()).map(({ name }) => name)).not.toContain('Personer');
    await write(excel, 'replace');
    expect(excel.host.workbook.findSheet('Personer')!.value(4, 1)).toBe(99);
  });
});

describe('what is the user’s', () => {
  it('a copy of one of our sheets, though Excel copies its mark too', async () => {
    const copied = 'Personer i maj';
    const excel = await written();
    await excel.host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Personer');
      const mark = sheet.customProperties.getItem(MARK_KEY);
      mark.load('value');
      const copy = sheet.copy('End');
      await context.sync();
      copy.name = copied;
      copy.customProperties.add(MARK_KEY, mark.value);
      await context.sync();
    });
    const id = excel.host.workbook.findSheet(copied)!.id;
    expect(valueOf(await excel.edge.madeSheets())).toHaveLength(5);
    expect(await write(excel, 'keep')).toEqual(OURS);
    expect(sheetNames(excel)).toEqual([EXPORT_SHEET, ...OURS, copied]);
    expect(excel.host.workbook.findSheet(copied)!.id).toBe(id);
  });

  it('a sheet with one of our names stays, and ours gets a number', async () => {
    const excel = await openRows(rows);
    excel.host.user.addSheet('tabeller');
    excel.host.user.type('tabeller!A1', 'mitt');
    expect(await write(excel, 'keep')).toContain('Tabeller (2)');
    expect(excel.host.workbook.findSheet('tabeller')!.value(0, 0)).toBe('mitt');
    await write(excel, 'replace');
    expect(sheetNames(excel).filter((name) => /tabeller/i.test(name))).toEqual(['tabeller', 'Tabeller (2)']);
  });

  it('a table or a defined name with one of our tables’ names stays', async () => {
    const excel = await openRows(rows);
    await excel.host.Excel.run(async (context) => {
      context.workbook.tables.getItem('Export').name = 'persons';
      const cell = context.workbook.worksheets.getItem(EXPORT_SHEET).getRange('Z1');
      context.workbook.names.add('per_year', cell);
      await context.sync();
    });
    await write(excel, 'keep');
    expect(tableNames(excel)).toEqual(expect.arrayContaining(['persons', 'persons_2', 'per_year_2']));
  });

  it('the export is not touched by a cell', async () => {
    const excel = await openRows(rows);
    const sheet = excel.host.workbook.findSheet(EXPORT_SHEET)!;
    const cells = () => JSON.stringify(rows.map((row, r) => row.map((_, c) => sheet.value(r, c))));
    const before = cells();
    await write(excel, 'keep');
    await write(excel, 'keep');
    expect(cells()).toBe(before);
    expect(sheet.usedArea(false)).toMatchObject({ rowCount: rows.length, columnCount: rows[0]!.length });
  });

  it('in a workbook that counts from 1904 the days are the same days', async () => {
    const firstDay = ({ host }: OpenExcel) => host.workbook.findSheet('Personer')!.value(3, 2);
    const day1900 = firstDay(await written());
    const excel = await openRows(rows);
    excel.host.workbook.dateSystem = 1904;
    await write(excel, 'keep');
    const day1904 = firstDay(excel);
    expect(Number(day1900) - Number(day1904)).toBe(1462);
  });
});
