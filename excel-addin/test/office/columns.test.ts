/** Columns beside the user's rows: ours come, go and are replaced; the user's are left alone. */
import { describe, expect, it } from 'vitest';
import type { AddedColumn, AddedColumns, MarkedRows } from '../../src/office/workbook.ts';
import {
  EXPORT_SHEET,
  openRows,
  placeOf,
  problemOf,
  readAll,
  sampleRows,
  valueOf,
  type OpenExcel,
} from './excel.ts';

const rows = sampleRows().slice(0, 6);

const COUNT: AddedColumn = {
  key: 'actualisations',
  header: 'Antal aktualiseringar',
  format: 'integer',
  values: [3, 1, null, 3, 3],
  formula: (cells) => `=COUNTIF(${cells.column(0)},${cells.own(0)})`,
};
const FIRST: AddedColumn = {
  key: 'first',
  header: 'Tidigast',
  format: 'date',
  // 2017-01-01 and two days after it, counted from 1970.
  values: [17_167, 17_168, null, 17_169, 17_169],
  formula: (cells) => `=MIN(${cells.column(2)})`,
};
const GROUP: AddedColumn = {
  key: 'group',
  header: 'Grupp',
  format: 'text',
  values: ['3–6', '1', null, '3-6', '=1+1'],
  formula: () => '="1"',
};

const added = (columns: readonly AddedColumn[]): AddedColumns => ({ headerRow: 1, columns, language: 'sv' });

function cellsOf({ host }: OpenExcel, address: string) {
  return host.Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem(EXPORT_SHEET).getRange(address);
    cells.load('values,text,formulas,numberFormat');
    await context.sync();
    return { values: cells.values, text: cells.text, formulas: cells.formulas, formats: cells.numberFormat };
  });
}

/** The user's own, right of ours. */
function addOwnColumn({ host }: OpenExcel, asTable: boolean): Promise<void> {
  return host.Excel.run(async (context) => {
    const values = [['Egen'], ['min'], [''], [''], [''], ['']];
    if (asTable) context.workbook.tables.getItem('Export').columns.add(undefined, values);
    else context.workbook.worksheets.getItem(EXPORT_SHEET).getRange('K1:K6').values = values;
    await context.sync();
  });
}

describe.each([
  ['a table', true],
  ['a region', false],
] as const)('beside %s', (_, asTable) => {
  it('values stand right of it, formatted, text as text, empty where the row is not used', async () => {
    const excel = await openRows(rows, { asTable });
    const place = await placeOf(excel);
    const { address } = valueOf(await excel.edge.addColumns(place, added([COUNT, FIRST, GROUP]), 'values'));
    expect(address).toBe('I1:I6, J1:J6, K1:K6');
    const { values, text, formulas, formats } = await cellsOf(excel, 'I1:K6');
    expect(values).toEqual([
      ['Antal aktualiseringar', 'Tidigast', 'Grupp'],
      [3, 42_736, '3–6'],
      [1, 42_737, '1'],
      ['', '', ''],
      [3, 42_738, '3-6'],
      [3, 42_738, '=1+1'],
    ]);
    expect(formulas).toEqual(values);
    expect(text[1]).toEqual(['3', '2017-01-01', '3–6']);
    expect(formats[1]!.slice(0, 2)).toEqual(['#,##0', 'yyyy\\-mm\\-dd']);
  });

  it('again replaces ours where they stand, though their headers were changed, and leaves the user’s own', async () => {
    const excel = await openRows(rows, { asTable });
    valueOf(await excel.edge.addColumns(await placeOf(excel), added([COUNT, FIRST]), 'values'));
    excel.host.user.type(`${EXPORT_SHEET}!I1`, 'Mitt namn');
    await addOwnColumn(excel, asTable);
    const again = added([{ ...COUNT, values: [9, 9, 9, 9, 9] }, GROUP]);
    const place = await placeOf(excel);
    expect(valueOf(await excel.edge.addColumns(place, again, 'values')).address).toBe('I1:I6, L1:L6');
    expect((await cellsOf(excel, 'I1:L2')).values).toEqual([
      ['Antal aktualiseringar', 'Tidigast', 'Egen', 'Grupp'],
      [9, 42_736, 'min', '3–6'],
    ]);
  });

  it('they follow when the user moves them, and are no part of the export when it is read', async () => {
    const excel = await openRows(rows, { asTable });
    valueOf(await excel.edge.addColumns(await placeOf(excel), added([COUNT]), 'values'));
    const { rows: read } = await readAll(excel, await placeOf(excel));
    expect(read.map((row) => row.slice(0, 8))).toEqual(rows);
    expect(read.map((row) => row[8] ?? null)).toEqual(rows.map(() => null));
  });

  it('as functions they are formulas, and come out as Excel works them out', async () => {
    const excel = await openRows(rows, { asTable });
    valueOf(await excel.edge.addColumns(await placeOf(excel), added([COUNT, FIRST]), 'functions'));
    const { formulas } = await cellsOf(excel, 'I2:J3');
    if (asTable) {
      expect(formulas.map((row) => String(row[0]))).toEqual([
        '=COUNTIF($A$2:$A$6,$A2)',
        '=COUNTIF($A$2:$A$6,$A3)',
      ]);
    } else expect(String(formulas[0]![0])).toBe('=COUNTIF($A$2:$A$6,$A$2:$A$6)');
  });

  it('a header that the user has already gets a number', async () => {
    const excel = await openRows(rows, { asTable });
    const place = await placeOf(excel);
    valueOf(await excel.edge.addColumns(place, added([{ ...COUNT, header: 'Personnummer' }]), 'values'));
    expect((await cellsOf(excel, 'I1')).values).toEqual([['Personnummer (2)']]);
  });

  it('rows that have come since it was read refuse them: a figure beside the wrong person is worse than none', async () => {
    const excel = await openRows(rows, { asTable });
    const place = await placeOf(excel);
    excel.host.user.insertRows(`${EXPORT_SHEET}!4:4`);
    const problem = problemOf(await excel.edge.addColumns(place, added([COUNT]), 'values'));
    expect(problem.code).toBe('export-changed');
    expect(problem.sv).toContain('Inget i arbetsboken är ändrat.');
  });

  it('a rejected request leaves no column of ours, and those of before are emptied and said to be', async () => {
    for (const isSecond of [false, true]) {
      const excel = await openRows(rows, { asTable });
      if (isSecond) valueOf(await excel.edge.addColumns(await placeOf(excel), added([COUNT]), 'values'));
      const place = await placeOf(excel);
      excel.host.faults.failSync(({ does }) => does.includes('Range.values'));
      const problem = problemOf(await excel.edge.addColumns(place, added([COUNT, FIRST]), 'values'));
      const beside = (await cellsOf(excel, 'I2:J6')).values.flat();
      expect(beside.every((value) => value === '')).toBe(true);
      expect(problem.sv).toContain(isSecond ? 'är tömda' : 'Inget i arbetsboken är ändrat.');
    }
  });
});

it('on a protected sheet nothing is written, and the user is told', async () => {
  const excel = await openRows(rows);
  const place = await placeOf(excel);
  await excel.host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(EXPORT_SHEET).protection.protect();
    await context.sync();
  });
  expect(problemOf(await excel.edge.addColumns(place, added([COUNT]), 'values')).code).toBe('protected');
  expect((await cellsOf(excel, 'I1:I2')).values).toEqual([[''], ['']]);
});

it('a long table is refused functions, which would take Excel minutes, with what to do instead', async () => {
  const many = [rows[0]!, ...Array.from({ length: 5_001 }, () => rows[1]!)];
  const excel = await openRows(many);
  const problem = problemOf(await excel.edge.addColumns(await placeOf(excel), added([COUNT]), 'functions'));
  expect(problem.code).toBe('too-many-rows-for-functions');
});

describe('the selection', () => {
  const marked = (rowNumbers: readonly number[]): MarkedRows => ({
    headerRow: 1,
    rows: rowNumbers,
    header: 'Urval',
  });

  function rules({ host }: OpenExcel): string[] {
    return host.workbook
      .findSheet(EXPORT_SHEET)!
      .conditionalFormats.map(({ rule }) => String((rule as { formula?: string }).formula));
  }

  it('is a column of marks to filter by, and a colour on its rows', async () => {
    const excel = await openRows(rows);
    expect(valueOf(await excel.edge.markSelection(await placeOf(excel), marked([2, 5, 99])))).toEqual({
      marked: 2,
    });
    expect((await cellsOf(excel, 'I1:I6')).values.flat()).toEqual(['Urval', '✓', '', '', '✓', '']);
    expect(rules(excel)).toEqual(['=$I2="✓"']);
  });

  it('again replaces both, and the user’s own rules stay', async () => {
    const excel = await openRows(rows);
    await excel.host.Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem(EXPORT_SHEET).getRange('A2:H6');
      cells.conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = '=$B2>1';
      await context.sync();
    });
    valueOf(await excel.edge.markSelection(await placeOf(excel), marked([2])));
    valueOf(await excel.edge.markSelection(await placeOf(excel), marked([3])));
    expect((await cellsOf(excel, 'I1:J3')).values).toEqual([
      ['Urval', ''],
      ['', ''],
      ['✓', ''],
    ]);
    expect(rules(excel).toSorted()).toEqual(['=$B2>1', '=$I2="✓"']);
  });

  it('of nobody takes the marks away', async () => {
    const excel = await openRows(rows);
    valueOf(await excel.edge.markSelection(await placeOf(excel), marked([2])));
    expect(valueOf(await excel.edge.markSelection(await placeOf(excel), marked([])))).toEqual({ marked: 0 });
    expect(rules(excel)).toEqual([]);
    expect((await cellsOf(excel, 'I1:I3')).values.flat()).toEqual(['', '', '']);
    expect(await placeOf(excel)).toMatchObject({ columns: 8 });
  });
});
