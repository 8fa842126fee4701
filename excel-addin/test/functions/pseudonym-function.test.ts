/**
 * PSEUDONYM in a cell: the same code as `isu analyse`, by a key that is in no cell. The first code and its key are
 * those of core/test/protection/fixtures/make-pseudonyms.py, which counts with Python's hmac.
 */
import { analyse, defaultSettings, pseudonyms, sheetOf, withPseudonyms } from 'isu-core';
import { sampleRegister } from 'isu-sample-register';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeKey, openKey } from '../../src/functions/open-key.ts';
import { openSheet, type SheetUnderTest } from './excel.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, i) => i);
const CODE = 'RZQA-J7QD-23CJ-2Q4D';

let sheet: SheetUnderTest;
beforeEach(() => {
  sheet = openSheet();
});
afterEach(() => {
  closeKey();
  sheet.leave();
});

describe('with the key open in the pane', () => {
  beforeEach(() => openKey(KEY));

  test.each(['"20170101-2393"', '201701012393', '"170101-2393","2017-01-05"'])(
    '%s gives the person’s code',
    async (written) => {
      expect(await sheet.value(`=ISU.PSEUDONYM(${written})`)).toBe(CODE);
    },
  );

  test('a range gives the codes of the analysis', async () => {
    const rows = sampleRegister()
      .rows.slice(0, 300)
      .map(({ person, day }) => [person, day + 25_569]);
    sheet.fill('A1', rows);
    await sheet.value('=ISU.PSEUDONYM(A1:A300,B1:B300)', 'D1');
    const codes = (await sheet.cells('D1:D300')).flat();
    const outcome = analyse(sheetOf([['Personnummer', 'Datum'], ...rows]), defaultSettings('2026-11-22'), {
      name: 'x',
      sha256: null,
      sheet: null,
    });
    if (!outcome.ok) throw new Error(outcome.problem.en);
    const { register, lathund } = await withPseudonyms(outcome.value, KEY);
    expect(codes).toEqual(Array.from(register.person, (p) => lathund.key(p)));
  });

  test('identifiers that only look like personnummer are read as the column that they stand in', async () => {
    // A running number that could be a personnummer by its form, among others that cannot.
    sheet.fill('A1', [['P1'], ['P2'], ["'8112189876"]]);
    await sheet.value('=ISU.PSEUDONYM(A1:A3)', 'D1');
    expect((await sheet.cells('D1:D3')).flat()).toEqual(await pseudonyms(['P1', 'P2', '8112189876'], KEY));
  });

  test('nobody in particular has no code, and an empty cell none', async () => {
    sheet.fill('A1', [['20170101-2393'], ['20170101-0000'], ['']]);
    await sheet.value('=ISU.PSEUDONYM(A1:A3)', 'D1');
    expect((await sheet.cells('D1:D3')).flat()).toEqual([CODE, '#N/A', '']);
    expect(sheet.words('D2')).toMatch(/^Cellen anger ingen bestämd person/);
  });
});

test('without an open key there is no code, and it says how to get one; opening it gives the codes', async () => {
  expect(await sheet.value('=ISU.PSEUDONYM("20170101-2393")', 'Z1')).toBe('#N/A');
  expect(sheet.words('Z1')).toMatch(/^Ingen nyckel är öppen. Öppna nyckelfilen/);
  openKey(KEY);
  // The add-in asks Excel in a request of its own.
  await vi.waitFor(async () => expect(await sheet.cells('Z1')).toEqual([[CODE]]));
});

test('closing the key takes no code away that is already in a cell, but gives no more', async () => {
  openKey(KEY);
  expect(await sheet.value('=ISU.PSEUDONYM("20170101-2393")', 'A1')).toBe(CODE);
  closeKey();
  expect(await sheet.value('=ISU.PSEUDONYM("20170101-2393")', 'A2')).toBe('#N/A');
  expect(await sheet.cells('A1')).toEqual([[CODE]]);
});
