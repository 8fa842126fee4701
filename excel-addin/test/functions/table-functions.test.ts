/**
 * PERSONER and FREKVENS on the sample register, whose tables are those that the Söderhamn report prints
 * (test/published-tables/soderhamn.json).
 */
import { analyse, defaultSettings, shownPerson, sheetOf, type Analysis } from 'isu-core';
import { sampleRegister } from 'isu-sample-register';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import printed from '../../../test/published-tables/soderhamn.json' with { type: 'json' };
import { openSheet, type SheetUnderTest } from './excel.ts';

/** 1970-01-01 as Excel's 1900 system numbers it. */
const DAY_ZERO = 25_569;

const { rows } = sampleRegister();
const last = rows.length + 1;
const columns = `A2:A${last},B2:B${last}`;

let sheet: SheetUnderTest;
let analysis: Analysis;
beforeAll(async () => {
  sheet = openSheet();
  const cells = rows.map(({ person, day, number }) => [person, day + DAY_ZERO, number]);
  await sheet.host.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(`A1:C${last}`);
    range.values = [['Personnummer', 'Datum', 'Nummer'], ...cells];
    await context.sync();
  });
  const outcome = analyse(
    sheetOf([['Personnummer', 'Datum', 'Nummer'], ...cells]),
    { ...defaultSettings('2026-11-22'), columns: { person: 'A', date: 'B', number: 'C' } },
    { name: 'sample', sha256: null, sheet: null },
  );
  if (!outcome.ok) throw new Error(outcome.problem.en);
  analysis = outcome.value;
});
afterAll(() => sheet.leave());

describe('FREKVENS', () => {
  test('spills Tabell 1 and 2 of the report', async () => {
    await sheet.value(`=ISU.FREKVENS(${columns})`, 'F1');
    const [header, ...spilled] = await sheet.cells('F1:J7');
    expect(header).toEqual([
      'Frekvensgrupp',
      'Antal personer',
      'Procent',
      'Antal aktualiseringar',
      'Procent',
    ]);
    const persons = printed.tables['persons-by-group'].rows;
    const actualisations = printed.tables['actualisations-by-group'].rows;
    expect(
      spilled.map(([group, n, share, m, ofAll]) => [group, n, percent(share), m, percent(ofAll)]),
    ).toEqual(
      (
        [
          ['1', '1'],
          ['2', '2'],
          ['3-6', '3–6'],
          ['7-11', '7–11'],
          ['12+', '12 eller fler'],
          ['total', 'Totalt'],
        ] as const
      ).map(([key, label]) => [
        label,
        persons[key].persons,
        persons[key].percent,
        correct(key, actualisations[key].actualisations),
        actualisations[key].percent,
      ]),
    );
  });

  test('spills groups of one’s own without headers', async () => {
    await sheet.value(`=ISU.FREKVENS(${columns},{1,12},,FALSE)`, 'F1');
    const spilled = await sheet.cells('F1:I4');
    const { '12+': often, total } = printed.tables['persons-by-group'].rows;
    expect(spilled.map(([group, persons]) => [group, persons])).toEqual([
      ['1–11', total.persons - often.persons],
      ['12 eller fler', often.persons],
      ['Totalt', total.persons],
      ['', ''],
    ]);
  });

  /** The print says 3645 in all where its own rows sum to 3465. */
  function correct(row: string, figure: number): number {
    const wrong = printed.contradictions.find(
      (each) =>
        each.table === 'actualisations-by-group' && each.row === row && each.column === 'actualisations',
    );
    return wrong ? wrong.correct : figure;
  }

  /** The print has no decimals. */
  function percent(share: unknown): number {
    return Math.round(Number(share) * 100);
  }
});

describe('PERSONER', () => {
  test('spills the lathund: each person as core has it', async () => {
    await sheet.value(`=ISU.PERSONER(${columns},"average",,C2:C${last})`, 'L1');
    const [header, ...spilled] = await sheet.cells('L1:Q680');
    expect(header).toEqual([
      'Person',
      'Antal aktualiseringar',
      'Tidigaste aktualisering',
      'Senaste aktualisering',
      'Månader emellan',
      'Frekvensgrupp',
    ]);
    const { lathund } = analysis;
    expect(spilled).toHaveLength(lathund.persons);
    expect(spilled.map(([person, n, from, to]) => [person, n, from, to])).toEqual(
      Array.from({ length: lathund.persons }, (_, p) => [
        shownPerson(lathund.key(p)),
        lathund.actualisations[p],
        lathund.first[p]! + DAY_ZERO,
        lathund.last[p]! + DAY_ZERO,
      ]),
    );
    // Days / 30,4375 with one decimal, by definitions.md.
    const months = ([, , from, to]: unknown[]) => Math.round((Number(to) - Number(from)) / 3.04375) / 10;
    expect(spilled.map((row) => row[4])).toEqual(spilled.map(months));
  });

  test('gives what other formulas can go on from', async () => {
    await sheet.value(`=ISU.PERSONER(${columns})`, 'L1');
    expect(await sheet.value('=SUM(L1#)', 'S1')).toBeGreaterThan(3465);
    expect(await sheet.value('=COUNT(M2:M680)', 'S1')).toBe(679);
  });
});

test('ANTAL, TIDIGASTE, SENASTE and GRUPP of all rows at once are the lathund’s', async () => {
  const { register, lathund } = analysis;
  await sheet.value(`=ISU.ANTAL(A2:A${last},${columns})`, 'T2');
  await sheet.value(`=ISU.TIDIGASTE(A2:A${last},${columns})`, 'U2');
  await sheet.value(`=ISU.SENASTE(A2:A${last},${columns})`, 'V2');
  const spilled = await sheet.cells(`T2:V${last}`);
  expect(spilled).toEqual(
    Array.from(register.person, (p) => [
      lathund.actualisations[p],
      lathund.first[p]! + DAY_ZERO,
      lathund.last[p]! + DAY_ZERO,
    ]),
  );
});
