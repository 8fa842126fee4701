/** Tables in a plain sheet, set as the report sets them: Swedish headers, percent signs, decimal commas. */
import { describe, expect, it } from 'vitest';
import { checkSheet, type Contradiction } from '../../src/check/check.ts';
import { sheetOf, type Cell } from '../../src/register/sheet.ts';

function check(...tables: readonly (readonly Cell[])[][]): readonly Contradiction[] {
  const outcome = checkSheet(sheetOf(tables.flatMap((rows) => [...rows, []])));
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return outcome.value;
}

const TABELL_1 = [
  ['Tabell 1. Fördelning antal personer i målgruppen. 2017–2022. Antal, procent. n=679.'],
  ['Aktualiseringsgrupp', 'Antal personer', 'Procent'],
  ['1', 300, 44],
  ['2', 91, 13],
  ['3 till 6', 144, 21],
  ['7-11', 58, 9],
  ['12 eller fler', 86, 13],
  ['Totalt', 679, 100],
];

const TABELL_2 = [
  ['Tabell 2. Fördelning antal aktualiseringar. n=679.'],
  ['Aktualiseringsgrupp', 'Antal personer', 'Aktualiseringar', null],
  [null, null, 'Antal', 'Procent'],
  ['1', 300, 300, 9],
  ['2', 91, 182, 5],
  ['3 till 6', 144, 579, 17],
  ['7-11', 58, 493, 14],
  ['12 eller fler', 86, 1911, 55],
  ['Totalt', 679, '3 645', 100],
];

const TABELL_3 = [
  ['Tabell 3. Bakgrundsfaktorer. Aktualiseringsgrupper. n=679.'],
  ['Bakgrundsfaktorer', '1', '2', '3-6', '7-11', '12 eller fler', 'Totalt'],
  ['Antal aktualiseringar i medeltal', '1,00', '2,00', '4,03', '8,52', '22,27', '5,11'],
  ['Medelålder vid aktualisering', '42 år', '43 år', '44 år', '39 år', '40 år', '41 år'],
  ['Andel kvinnor, %', '25 %', '36 %', '31 %', '29 %', '29 %', '29 %'],
  ['Andel inledda utredningar, %', '30 %', '47 %', '61 %', '69 %', '82 %', '70 %'],
  ['Antal inledda utredningar, antal', '89', '86', '354', '338', '1557', '2424'],
  ['Andel utredningar av totalen, %', '4 %', '4 %', '15 %', '14 %', '64 %', '100 %'],
  ['Mest frekventa anmälare, %'],
  ['Polisen', '55 %', '24 %', '26 %', '30 %', '26 %', '29 %'],
];

const BILAGA_4_TABELL_3 = [
  ['Bilaga 4 tabell 3. Aktualiseringar av vuxna, n=679'],
  ['', 'Antal', 'Procent', 'Medel'],
  ['Aktualiseringar', 3465],
  ['Genomsnitt aktualiseringar/person', null, null, '5,11'],
  ['Sociala utredningar', 2424],
  ['Genomsnitt utredningar/person', null, null, '1,87'],
  ['Ansökningar', 976, '28 %'],
  ['Anmälan', 2489, '72 %'],
  ['Man', 2447, '71 %'],
  ['Kvinnor', 1018, '29 %'],
  ['Frekventa anmälare:'],
  ['Polisen', 719, '29 %'],
  ['Annan privatperson', 552, '22 %'],
  ['Anhörig', 488, '20 %'],
  ['Övrig hälso- och sjukvård', 300, '12 %'],
];

const SIP = [
  ['Tabell 5. Antal SIP. n=28'],
  ['SIP', 'Ja', 'Nej', 'Totalt'],
  ['Socialtjänsten kallat till', 6, 22, 28],
  ['SIP', '21 %', '79 %', '100 %'],
  ['Socialtjänsten kallats till', 2, 26, 28],
  ['SIP', '7 %', '93 %', '100 %'],
];

const INSATSER = [
  ['Insats', 'Män', 'Kvinnor', 'Totalt'],
  ['HVB', 10, 4, 14],
  ['SiS', 5, 2, 7],
  ['Öppenvård', 18, 9, 27],
  ['Totalt', 33, 15, 48],
];

describe('tables that agree', () => {
  it.each([
    ['Tabell 1', TABELL_1],
    ['Tabell 3', TABELL_3],
    ['SIP, with percent under the counts', SIP],
    ['rows by columns', INSATSER],
  ])('%s', (_, rows) => {
    expect(check(rows)).toEqual([]);
  });
});

describe('cells are named as the spreadsheet names them', () => {
  it('the total of Tabell 2 stands in C9', () => {
    const [only, ...others] = check(TABELL_2);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ printed: 3645, expected: 3465 });
    expect(only!.place).toBe('Tabell 2, Totalt, Aktualiseringar Antal (C9)');
  });
});

describe('tables below each other are held against each other', () => {
  it('Tabell 1, 2, 3 and the summary tell the same as in the report', () => {
    const told = check(TABELL_1, TABELL_2, TABELL_3, BILAGA_4_TABELL_3);
    expect(told.map(({ printed, expected }) => [printed, expected])).toEqual([
      [3645, 3465],
      [4.03, 4.02],
      [8.52, 8.5],
      [22.27, 22.22],
      [5.11, 5.1],
      [82, 81],
      [5.11, 5.1],
      [1.87, 3.57],
    ]);
  });
});

describe('one figure changed', () => {
  const changed = (rows: readonly (readonly Cell[])[], row: number, column: number, value: Cell) =>
    rows.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? value : cell)) : [...cells]));

  it.each<[string, readonly (readonly Cell[])[], number, number, Cell, string, number]>([
    ['a percent', TABELL_1, 4, 2, 12, 'C5', 21],
    ['a count', TABELL_1, 4, 1, 414, 'B5', 144],
    ['a percent beside its row', SIP, 3, 1, '12 %', 'B4', 21],
    ['a cell of rows by columns', INSATSER, 2, 1, 8, 'B3', 5],
    ['a row total', INSATSER, 3, 3, 28, 'D4', 27],
    ['a share of the whole', TABELL_3, 7, 3, '51 %', 'D8', 15],
  ])('%s is told with what it should be', (_, rows, row, column, value, cell, expected) => {
    const told = check(changed(rows, row, column, value));
    expect(told.find(({ place }) => place.endsWith(`(${cell})`))).toMatchObject({ expected });
  });
});

describe('numbers as people write them', () => {
  it('a count with its percent in one cell', () => {
    const told = check([
      ['Bilaga 4 tabell 2. Kön'],
      ['', 'Man Antal (%)', 'Kvinna Antal (%)'],
      ['Söderhamn', '2308 (69)', '1039 (31)'],
      ['Länet', '17 690 (71)', '4 886 (29)'],
    ]);
    expect(told.map(({ printed, expected }) => [printed, expected])).toEqual([
      [71, 78],
      [29, 22],
    ]);
  });

  it('shares as parts of one, as a spreadsheet keeps them', () => {
    const rows = (share: number) => [
      ['Grupp', 'Antal', 'Andel'],
      ['A', 300, 0.4418],
      ['B', 91, share],
      ['C', 288, 0.4242],
      ['Summa', 679, 1],
    ];
    expect(check(rows(0.134))).toEqual([]);
    expect(check(rows(0.431))).toMatchObject([{ expected: 13.4 }]);
  });

  it('Andelen at the head of counts is taken as counts', () => {
    const rows = (total: number) => [
      ['Beslut', 'Andelen'],
      ['LVM', 127],
      ['HVB', 161],
      ['Öppenvård', 364],
      ['Totalt', total],
    ];
    expect(check(rows(652))).toEqual([]);
    expect(check(rows(625))).toMatchObject([{ printed: 625, expected: 652 }]);
  });
});

it('a sheet of words is a problem', () => {
  expect(checkSheet(sheetOf([['Tabell 1'], ['Se bilagan']]))).toMatchObject({ ok: false });
});
