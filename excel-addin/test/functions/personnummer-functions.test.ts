/**
 * What a personnummer says, asked for in a cell. All numbers are of Skatteverket's series for tests; check digits,
 * ages and sexes are worked out by hand.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSheet, type SheetUnderTest } from './excel.ts';

let sheet: SheetUnderTest;
beforeEach(() => {
  sheet = openSheet();
});
afterEach(() => sheet.leave());

describe('PERSONNUMMER writes a number in one notation', () => {
  test.each([
    ['"19811218-9876"', '19811218-9876'],
    ['"198112189876"', '19811218-9876'],
    ['198112189876', '19811218-9876'],
    ['"811218-9876"', '19811218-9876'],
    ['" 811218 – 9876 "', '19811218-9876'],
    ['"19811278-9870"', '19811278-9870'],
    ['"170405-9808","2017-05-01"', '20170405-9808'],
    ['"170405-9808","2017-04-01"', '19170405-9808'],
    ['"170405+9808","2017-05-01"', '19170405-9808'],
  ])('%s is %s', async (written, number) => {
    expect(await sheet.value(`=ISU.PERSONNUMMER(${written})`)).toBe(number);
  });

  test.each([
    ['"Anna"', '#VALUE!', /^Detta är inget personnummer/],
    ['"19811318-9876"', '#VALUE!', /^Detta är inget personnummer/],
    ['"19811218-0000"', '#N/A', /^Cellen anger ingen bestämd person/],
    ['"19811218-TF12"', '#N/A', /^Cellen anger ingen bestämd person/],
    ['"811218-9876","2017-02-30"', '#VALUE!', /^Datumet finns inte i almanackan/],
  ])('%s is %s, and why', async (written, error, words) => {
    expect(await sheet.value(`=ISU.PERSONNUMMER(${written})`)).toBe(error);
    expect(sheet.words()).toMatch(words);
  });

  test('and tells a wrong check digit only where that is asked for', async () => {
    expect(await sheet.value('=ISU.PERSONNUMMER("19811218-9875")')).toBe('19811218-9875');
    expect(await sheet.value('=ISU.PERSONNUMMER("19811218-9875",,TRUE)')).toBe('#VALUE!');
    expect(sheet.words()).toMatch(/^Kontrollsiffran stämmer inte/);
    expect(await sheet.value('=ISU.PERSONNUMMER("19811218-9876",,TRUE)')).toBe('19811218-9876');
  });

  test('for a range, with the date of each row', async () => {
    sheet.fill('A1', [
      ['170405-9808', '2017-05-01'],
      ['170405-9808', '2017-04-01'],
      ['', '2017-04-01'],
      ['170405-9808', ''],
      ['201704059808', ''],
    ]);
    await sheet.value('=ISU.PERSONNUMMER(A1:A5,B1:B5)', 'D1');
    expect(await sheet.cells('D1:D5')).toEqual([
      ['20170405-9808'],
      ['19170405-9808'],
      [''],
      ['#N/A'],
      ['20170405-9808'],
    ]);
    expect(sheet.words('D4')).toBe('Det finns inget datum att räkna på.');
  });
});

describe('ALDER counts completed years', () => {
  test.each([
    ['"19811218-9876","2018-12-17"', 36],
    ['"19811218-9876","2018-12-18"', 37],
    ['"811278-9870","2018-12-18"', 37],
    ['"170405-9808","2017-05-01"', 0],
    ['"170405+9808","2017-05-01"', 100],
  ])('%s is %d', async (written, age) => {
    expect(await sheet.value(`=ISU.ALDER(${written})`)).toBe(age);
  });

  test('for a range on one date, or on the date of each row', async () => {
    sheet.fill('A1', [
      ['19811218-9876', '2018-12-17'],
      ['19600210-9863', '2018-12-17'],
    ]);
    await sheet.value('=ISU.ALDER(A1:A2,"2020-12-31")', 'D1');
    expect(await sheet.cells('D1:D2')).toEqual([[39], [60]]);
    await sheet.value('=ISU.ALDER(A1:A2,B1:B2)', 'D1');
    expect(await sheet.cells('D1:D2')).toEqual([[36], [58]]);
  });

  test.each([
    ['"K1","2018-12-17"', '#N/A', /^Ålder kan bara läsas ur/],
    ['"19811218-9876","1981-12-17"', '#VALUE!', /^Datumet är före personens födelse/],
    ['A1:A2,B1:B3', '#VALUE!', /^Datumet är 3 × 1 celler, men första argumentet är 2 × 1 celler/],
  ])('%s is %s, and why', async (written, error, words) => {
    sheet.fill('A1', [['19811218-9876'], ['19600210-9863']]);
    expect(await sheet.value(`=ISU.ALDER(${written})`)).toBe(error);
    expect(sheet.words()).toMatch(words);
  });
});

describe('KON reads sex off the number', () => {
  test('in the reader’s language', async () => {
    expect(await sheet.value('=ISU.KON("19811218-9876")')).toBe('man');
    expect(await sheet.value('=ISU.KON("600210-9863")')).toBe('kvinna');
    sheet.leave();
    sheet = openSheet({ displayLanguage: 'en-US' });
    expect(await sheet.value('=ISU.KON("600210-9863")')).toBe('woman');
  });

  test('and says so where there is none to read', async () => {
    expect(await sheet.value('=ISU.KON("K1")')).toBe('#N/A');
    expect(sheet.words()).toMatch(/^Kön kan bara läsas ur/);
    expect(await sheet.value('=ISU.KON("19811218-0000")')).toBe('#N/A');
  });
});
