/** A review as an .xlsx file: written, read back by ourselves, and by a program that did not write it. */
import { readFileSync } from 'node:fs';
import ExcelJs from 'exceljs';
import * as SheetJs from '@e965/xlsx';
import { drawnSheets, readReviewSheets, reviewSheets, type ReviewSheet } from 'isu-core/review';
import { readSheets, writeReviewWorkbook } from 'isu-workbook-file/review';
import { beforeAll, describe, expect, it } from 'vitest';
import { reviewsBy } from './made-up-reviews.ts';

const SET = reviewsBy(['AB', 'CD']);
const ABOUT = {
  title: 'Aktgranskning',
  product: 'ISU Lathund',
  marking: 'Internt arbetsmaterial – omfattas av sekretess',
  language: 'sv',
} as const;

function drawn(layout: 'rows' | 'forms'): ReviewSheet[] {
  const who = [{ code: 'RZQA-J7QD-23CJ-2Q4D', person: '19600101-9812' }];
  return reviewSheets(SET, { language: 'sv', layout, who });
}

describe.each(['rows', 'forms'] as const)('a review written as a file, %s', (layout) => {
  const sheets = drawn(layout);
  const bytes = writeReviewWorkbook(sheets, ABOUT);

  it('is the same bytes every time', () => {
    expect(writeReviewWorkbook(drawn(layout), ABOUT)).toEqual(bytes);
  });

  it('is read back whole, and every answer is where it was', () => {
    const cells = readSheets(bytes);
    if (!cells.ok) throw new Error(cells.problem.en);
    const read = readReviewSheets(cells.value);
    const before = readReviewSheets(drawnSheets(sheets));
    if (!read.ok || !before.ok) throw new Error('not read');
    expect(read.value.set).toEqual(SET);
    expect(read.value.problems).toEqual([]);
    expect(read.value.who).toEqual([{ code: 'RZQA-J7QD-23CJ-2Q4D', person: '19600101-9812' }]);
    expect(read.value.places).toEqual(before.value.places);
  });

  it('is the same review when another program has read the file', () => {
    const workbook = SheetJs.read(bytes, { type: 'array' });
    const read = readReviewSheets(
      workbook.SheetNames.map((name) => ({
        name,
        rows: SheetJs.utils.sheet_to_json<(string | number | boolean | null)[]>(workbook.Sheets[name]!, {
          header: 1,
          raw: true,
          defval: null,
          blankrows: true,
        }),
      })),
    );
    expect(read.ok && read.value.problems).toEqual([]);
    expect(read.ok && read.value.set).toEqual(SET);
  });
});

describe('the file, as another program sees it', () => {
  const workbook = new ExcelJs.Workbook();
  beforeAll(async () => {
    await workbook.xlsx.load(writeReviewWorkbook(drawn('rows'), ABOUT) as never);
  });
  const sheet = (name: string) => workbook.getWorksheet(name)!;
  const columnOf = (key: string) => {
    const values = sheet('Svar').getRow(1).values as unknown[];
    return sheet('Svar').getColumn(values.indexOf(key)).letter;
  };

  it('offers lists, yes and no, and checks whole numbers', () => {
    const cell = (key: string) => sheet('Svar').getCell(`${columnOf(key)}6`);
    expect(cell('sex').dataValidation).toMatchObject({
      type: 'list',
      allowBlank: true,
      formulae: ["'Koder'!$B$5:$B$6"],
      showErrorMessage: true,
      promptTitle: 'Fråga 1',
    });
    expect(sheet('Koder').getCell('B5').value).toBe('Man');
    expect(cell('housing:7').dataValidation).toMatchObject({ type: 'list', formulae: ['"Ja,Nej"'] });
    expect(cell('deceased:1#').dataValidation).toMatchObject({
      type: 'whole',
      operator: 'between',
      formulae: [1900, 2100],
    });
    const age = `${columnOf('age-first')}6`;
    expect(cell('age-first').dataValidation).toMatchObject({
      type: 'custom',
      formulae: [`IF(ISNUMBER(${age}),AND(${age}=INT(${age}),${age}>=0,${age}<=130),${age}="Ingen uppgift")`],
    });
    expect(cell('other-interventions-1').dataValidation).toMatchObject({ type: 'textLength' });
  });

  it('lets nobody type but in the cells of answers, without a password', () => {
    const answers = sheet('Svar');
    expect(answers.getCell(`${columnOf('sex')}6`).protection.locked).toBe(false);
    expect(answers.getCell(`${columnOf('sex')}20`).protection.locked).toBe(false);
    expect(answers.getCell('A6').protection?.locked ?? true).toBe(true);
    expect(answers.getCell('C6').protection?.locked ?? true).toBe(true);
    const protection = (answers as unknown as { sheetProtection: Record<string, unknown> }).sheetProtection;
    expect(protection).toMatchObject({ sheet: true });
    expect(protection).not.toHaveProperty('hashValue');
  });

  it('keeps head and persons in sight, and prints them on each page, A4 across', () => {
    expect(sheet('Svar').views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 5 });
    expect(sheet('Svar').pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      printTitlesRow: '1:5',
      printTitlesColumn: 'A:B',
    });
    expect(sheet('Svar').headerFooter.oddHeader).toContain('omfattas av sekretess');
  });

  it('hides what is not for people, and marks what is secret', () => {
    expect(sheet('Svar').getRow(1).hidden).toBe(true);
    expect(sheet('Koder').state).toBe('hidden');
    expect(sheet('Vem är vem').properties.tabColor).toEqual({ argb: 'FFC00000' });
    // A number in a cell of text, which Excel does not make a number of.
    expect(sheet('Vem är vem').getCell('B6').value).toBe('19600101-9812');
    expect(sheet('Vem är vem').getCell('B6').numFmt).toBe('@');
  });
});

describe('a file that holds no review', () => {
  const bytes = writeReviewWorkbook(drawn('rows'), ABOUT);
  const refusal = (file: Uint8Array) => {
    const read = readSheets(file);
    return read.ok ? null : read.problem.code;
  };

  it.each([
    ['is empty', new Uint8Array(), 'not-xlsx'],
    ['is text', new TextEncoder().encode('Person;Svar\n1;Ja\n'), 'not-xlsx'],
    ['is a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'not-a-workbook'],
    ['is cut off', bytes.slice(0, bytes.length / 2), 'damaged-workbook'],
    ['is an older workbook', fixture('register.xls'), 'not-xlsx'],
    ['is an OpenDocument workbook', fixture('register.ods'), 'not-xlsx'],
  ])('and %s', (_, file, code) => {
    expect(refusal(file)).toBe(code);
  });

  it('and is another workbook can be read as cells, errors by their names', () => {
    const book = SheetJs.utils.book_new();
    const sheet = SheetJs.utils.aoa_to_sheet([['a', null, true], [], [{ t: 'e', v: 0x17 }, 2]]);
    SheetJs.utils.book_append_sheet(book, sheet, 'Blad1');
    const read = readSheets(
      new Uint8Array(SheetJs.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
    );
    expect(read).toEqual({
      ok: true,
      value: [{ name: 'Blad1', rows: [['a', null, true], [], ['#REF!', 2]] }],
    });
  });
});

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));
}
