/**
 * The lathund a cell at a time, called from cells. Expected values are worked out by hand from the rows below. The
 * numbers are of Skatteverket's series for tests and belong to nobody.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { openSheet, type SheetUnderTest } from './excel.ts';

let sheet: SheetUnderTest;
afterEach(() => sheet.leave());

/** 2020-01-31, 2020-03-01 and 2021-06-15 as Excel counts days (LibreOffice: =DATE(2020;1;31) as a number). */
const [JANUARY, MARCH, JUNE] = [43_861, 43_891, 44_362];

/** Anna three times in three notations, Bo once, a row without date, a row for nobody, Anna's last row exported twice. */
const ROWS = [
  ['Personnummer', 'Datum', 'Nummer'],
  ['19811218-9876', JANUARY, 1],
  ['8112189876', '2020-03-01', 2],
  ['811218-9876', JUNE, 3],
  ['19600210-9863', MARCH, 4],
  ['19600210-9863', '', 5],
  ['19811218-0000', MARCH, 6],
  ['198112189876', JUNE, 3],
];

function openWithRows(...options: Parameters<typeof openSheet>): void {
  sheet = openSheet(...options);
  sheet.fill('A1', ROWS);
}

describe('ANTAL counts a person’s actualisations', () => {
  test('in any notation of the number', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.ANTAL(A2,A2:A8,B2:B8)')).toBe(4);
    expect(await sheet.value('=ISU.ANTAL("811218-9876",A2:A8,B2:B8)')).toBe(4);
    expect(await sheet.value('=ISU.ANTAL(198112189876,A2:A8,B2:B8)')).toBe(4);
  });

  test('once for a row that stands twice, when the column of numbers is given', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.ANTAL(A2,A2:A8,B2:B8,C2:C8)')).toBe(3);
  });

  test('only of rows with a date, when the column of dates is given', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.ANTAL(A5,A2:A8,B2:B8)')).toBe(1);
    expect(await sheet.value('=ISU.ANTAL(A5,A2:A8)')).toBe(2);
  });

  test('as none for someone who is on no row', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.ANTAL("19500101-9800",A2:A8,B2:B8)')).toBe(0);
  });

  test('with whole columns and their header', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.ANTAL(A2,A:A,B:B,C:C)')).toBe(3);
  });

  test('not of a person that nobody can tell, and says why', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.ANTAL(A7,A2:A8,B2:B8)')).toBe('#N/A');
    expect(sheet.words()).toMatch(/^Cellen anger ingen bestämd person/);
  });

  test('of identifiers that are no personnummer, compared exactly', async () => {
    sheet = openSheet();
    sheet.fill('A1', [
      ['P1', JANUARY],
      ['P1', MARCH],
      ['p1', MARCH],
    ]);
    expect(await sheet.value('=ISU.ANTAL("P1",A1:A3,B1:B3)')).toBe(2);
    expect(await sheet.value('=ISU.ANTAL("p1",A1:A3,B1:B3)')).toBe(1);
  });
});

describe('what lies between a person’s first and last actualisation', () => {
  test('is told by TIDIGASTE and SENASTE as days that Excel counts with', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.TIDIGASTE(A2,A2:A8,B2:B8)')).toBe(JANUARY);
    expect(await sheet.value('=ISU.SENASTE(A2,A2:A8,B2:B8)')).toBe(JUNE);
  });

  test('is told in the days of an old Mac workbook where its days count from 1904', async () => {
    sheet = openSheet({}, 1904);
    sheet.fill('A1', [
      ['19811218-9876', JANUARY - 1462],
      ['19811218-9876', "'2021-06-15"],
    ]);
    expect(await sheet.value('=ISU.TIDIGASTE(A1,A1:A2,B1:B2)')).toBe(JANUARY - 1462);
    expect(await sheet.value('=ISU.SENASTE(A1,A1:A2,B1:B2)')).toBe(JUNE - 1462);
  });

  // 2020-01-31 to 2021-06-15 is 501 days.
  test.each([
    ['', 16],
    ['"hela"', 16],
    ['"completed"', 16],
    ['"Skiften"', 17],
    ['"average"', 16.5],
    ['"snitt"', 16.5],
  ])('is told by MANADER in the convention %s', async (convention, months) => {
    openWithRows();
    expect(await sheet.value(`=ISU.MANADER(A2,A2:A8,B2:B8,${convention})`)).toBe(months);
  });

  test('is not guessed in a convention that there is not', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.MANADER(A2,A2:A8,B2:B8,"ungefär")')).toBe('#VALUE!');
    expect(sheet.words()).toBe('Konventionen ska vara "hela", "skiften" eller "snitt", inte "ungefär".');
  });

  test('is not there for someone who is on no row', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.SENASTE("19500101-9800",A2:A8,B2:B8)')).toBe('#N/A');
    expect(sheet.words()).toBe('Personen finns inte på någon rad som räknas i personkolumnen.');
  });
});

describe('GRUPP names a person’s frequency group', () => {
  test('in the reader’s language', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.GRUPP(A2,A2:A8,B2:B8)')).toBe('3–6');
    sheet.leave();
    openWithRows({ displayLanguage: 'en-US' });
    expect(await sheet.value('=ISU.GRUPP(A2,A2:A8,B2:B8,{1,3})')).toBe('3 or more');
  });

  test('with limits of one’s own, in cells', async () => {
    openWithRows();
    sheet.fill('E1', [[1], [4]]);
    expect(await sheet.value('=ISU.GRUPP(A2,A2:A8,B2:B8,E1:E3)')).toBe('4 eller fler');
    expect(await sheet.value('=ISU.GRUPP(A5,A2:A8,B2:B8,E1:E3)')).toBe('1–3');
  });

  test('not with limits that fall, and says what they should be', async () => {
    openWithRows();
    expect(await sheet.value('=ISU.GRUPP(A2,A2:A8,B2:B8,{3,1})')).toBe('#VALUE!');
    expect(sheet.words()).toMatch(/heltal som stiger och börja på 1/);
  });
});

describe('a range of persons', () => {
  test('spills an answer for each cell, empty for empty cells', async () => {
    openWithRows();
    await sheet.value('=ISU.ANTAL(A2:A10,A2:A10,B2:B10,C2:C10)', 'E2');
    expect(await sheet.cells('E2:E10')).toEqual([[3], [3], [3], [1], [1], ['#N/A'], [3], [''], ['']]);
    expect(sheet.words('E7')).toMatch(/^Cellen anger ingen bestämd person/);
  });

  test('gives #SPILL! where something is in the way, and the answers when it is gone', async () => {
    openWithRows();
    sheet.fill('E4', [['här']]);
    expect(await sheet.value('=ISU.ANTAL(A2:A8,A2:A8,B2:B8)', 'E2')).toBe('#SPILL!');
    sheet.host.user.clear('E4');
    expect(await sheet.cells('E2:E5')).toEqual([[4], [4], [4], [1]]);
  });

  test('is counted anew when a cell of the columns changes', async () => {
    openWithRows();
    await sheet.value('=ISU.ANTAL(A2:A5,A2:A8,B2:B8)', 'E2');
    sheet.fill('A4', [['19600210-9863']]);
    expect(await sheet.cells('E2:E5')).toEqual([[3], [3], [2], [2]]);
    sheet.fill('B6', [['2022-02-02']]);
    expect(await sheet.cells('E2:E5')).toEqual([[3], [3], [3], [3]]);
  });
});

describe('columns that do not go together', () => {
  test.each([
    [
      '=ISU.ANTAL(A2,A2:A8,B2:B7)',
      'Datumkolumnen har 6 rader men personkolumnen 7. Välj samma rader i båda, till exempel A2:A100 och B2:B100.',
      'The date column has 6 rows but the person column 7. Choose the same rows in both, for example A2:A100 and B2:B100.',
    ],
    [
      '=ISU.ANTAL(A2,A2:B8)',
      'Personkolumnen ska vara en kolumn, inte 2. Välj till exempel A2:A100.',
      'The person column must be one column, not 2. Choose for example A2:A100.',
    ],
    [
      '=ISU.ANTAL(A2,J2:J8)',
      'Personkolumnen är tom. Välj cellerna med personer, till exempel A2:A100.',
      'The person column is empty. Choose the cells with persons, for example A2:A100.',
    ],
    [
      '=ISU.ANTAL(A2,A2:A3,A2:A3)',
      'Ingen av de 2 lästa raderna kan användas: 2 med datum som inte finns. Kontrollera kolumnvalet och avgränsningarna.',
      'None of the 2 rows read can be used: 2 with a date that does not exist. Check the choice of columns and the limits.',
    ],
  ])('%s says so, in Swedish and in English', async (formula, swedish, english) => {
    openWithRows();
    expect(await sheet.value(formula)).toBe('#VALUE!');
    expect(sheet.words()).toBe(swedish);
    sheet.leave();
    openWithRows({ displayLanguage: 'en-GB' });
    await sheet.value(formula);
    expect(sheet.words()).toBe(english);
  });
});

test('an error among the cells stays the error that it is', async () => {
  openWithRows();
  sheet.fill('A9', [['=1/0']]);
  expect(await sheet.value('=ISU.ANTAL(A2,A2:A9,B2:B9)')).toBe('#DIV/0!');
});

test('ten digits that stand for two persons of the rows are not guessed between', async () => {
  sheet = openSheet();
  // Born 1917-04-05 and 2017-04-05; the numbers are made up in the series for tests.
  sheet.fill('A1', [
    ['191704059808', JANUARY],
    ['201704059808', MARCH],
  ]);
  expect(await sheet.value('=ISU.ANTAL("170405-9808",A1:A2,B1:B2)')).toBe('#VALUE!');
  expect(sheet.words()).toMatch(/^Tio siffror kan här vara två personer/);
  expect(await sheet.value('=ISU.ANTAL("19170405-9808",A1:A2,B1:B2)')).toBe(1);
});

describe.each(['pc', 'mac', 'web'] as const)('on %s', (platform) => {
  test.each(['1.1', '1.2', '1.3', '1.4'])(
    'the functions work with CustomFunctionsRuntime %s',
    async (set) => {
      openWithRows({ platform, excelApi: '1.13', customFunctionsRuntime: set });
      await sheet.value('=ISU.ANTAL(A2:A9,A2:A9,B2:B9,)', 'E2');
      expect(await sheet.cells('E2:E9')).toEqual([[4], [4], [4], [1], [1], ['#N/A'], [4], ['']]);
    },
  );
});
