/** Data for SPSS: what stands in the two files, and what PSPP reads of them. */
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analyse.ts';
import { withPseudonyms } from '../../src/protection/pseudonymous.ts';
import { newReviewSet, standardForm, type ReviewSet } from '../../src/review/index.ts';
import {
  lathundData,
  reviewData,
  spssCsv,
  spssName,
  spssSyntax,
  type SpssData,
} from '../../src/spss/index.ts';
import { analysisOf } from '../tables/tables-of.ts';
import { rowsOf } from '../comparison/towns.ts';
import { hasPspp, psppOutput } from './pspp.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, at) => at);

async function coded(): Promise<Analysis> {
  return withPseudonyms(analysisOf(rowsOf('Alby')), KEY);
}

async function dataOf(language: 'sv' | 'en' = 'sv'): Promise<readonly SpssData[]> {
  const data = lathundData(await coded(), language);
  if (!data.ok) throw new Error(data.problem.en);
  return data.value;
}

function reviews(): ReviewSet {
  const analysis = analysisOf(rowsOf('Alby'));
  const form = standardForm([2019, 2020, 2021]);
  const set = newReviewSet({ form, analysis, persons: [0, 1], codes: ['K7QF', 'RZQA'], readers: ['AN'] });
  const [first, second] = set.reviews;
  const several = form.items.find(
    ({ kind, codes, asked }) => kind === 'several' && !asked && codes.some(({ missing }) => missing),
  )!;
  const missing = several.codes.find((code) => code.missing)!;
  const answers = { ...second!.answers, [`${several.id}:${missing.code}`]: true };
  return { ...set, reviews: [first!, { ...second!, answers }] };
}

describe('the data for SPSS', () => {
  it('are persons and actualisations under codes, with codes as numbers and a byte order mark', async () => {
    const analysis = await coded();
    const [persons, rows] = await dataOf();
    expect([persons!.rows.length, rows!.rows.length]).toEqual([140, 402]);
    const csv = [...spssCsv(rows!)].join('');
    expect(csv.startsWith('\ufeffperson;datum;ar;grupp;typ;')).toBe(true);
    expect(csv.split('\r\n').length).toBe(402 + 2);
    expect(csv).not.toMatch(/A001|Polisen/);
    expect(csv.split('\r\n')[1]).toMatch(/^"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}";\d{4}-\d\d-\d\d;\d{4};\d;/);
    const key = String(persons!.rows[0]![0]);
    expect(key).toBe(analysis.lathund.key(0));
    expect(rows!.rows.filter(([person]) => person === key).length).toBe(persons!.rows[0]![1]);
  });

  it('are refused without codes and for publication, with the mend', async () => {
    const plain = lathundData(analysisOf(rowsOf('Alby')), 'sv');
    expect(plain.ok ? null : plain.problem.code).toBe('persons-without-codes');
    const open = analysisOf(rowsOf('Alby'), { protection: { mode: 'publication' } });
    const shown = lathundData(await withPseudonyms(open, KEY), 'sv');
    expect(shown.ok ? null : shown.problem.code).toBe('persons-in-publication');
  });

  it('keep quotes, apostrophes, line breaks and semicolons where they belong', () => {
    const data: SpssData = {
      name: 'x',
      about: ['Ends with a point.', 'over\ntwo lines'],
      variables: [
        { name: 'a', label: "O'Hara\nsade", kind: 'text', level: 'nominal' },
        {
          name: 'b',
          label: 'å'.repeat(200),
          kind: 'number',
          decimals: 1,
          level: 'scale',
          values: [[-99, "'"]],
        },
      ],
      rows: [
        ['say "hi"; then\nleave', 1.5],
        ['', null],
      ],
    };
    expect([...spssCsv(data)].join('')).toBe('\ufeffa;b\r\n"say ""hi""; then leave";1.5\r\n"";\r\n');
    const syntax = spssSyntax(data);
    expect(syntax).toContain('* Ends with a point.\r\n* over two lines.\r\n');
    expect(syntax).toContain("a 'O''Hara sade'\r\n");
    expect(syntax).toContain(`b '${'å'.repeat(127)}'.`);
    expect(syntax).toContain("-99 ''''.");
    expect(syntax).toContain('  a A20\r\n  b F3.1.');
  });

  it('have names that SPSS takes, each once', () => {
    const taken = new Set<string>();
    const names = ['Ålder (år)', 'ålder år', '2a', 'BY', 'Öppen–vård'].map((text) => spssName(text, taken));
    expect(names).toEqual(['alder_ar', 'alder_ar_2', 'v2a', 'by_2', 'oppen_vard']);
  });

  it('of a review have a variable for each cell of the form, and tell missing from not asked and from empty', () => {
    const set = reviews();
    const data = reviewData(set, 'sv');
    const names = data.variables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(0, 3)).toEqual(['person', 'lasare', 'f1']);
    expect(data.rows.map(([person]) => person)).toEqual(['K7QF', 'RZQA']);
    const [first, second] = data.rows;
    expect(first!.some((cell) => cell === -98)).toBe(true);
    expect(first!.some((cell) => cell === null)).toBe(true);
    expect(second!.some((cell) => cell === -99)).toBe(true);
    for (const { missing, kind } of data.variables.slice(2))
      expect(missing?.length ?? 0).toBe(kind === 'text' ? 0 : 2);
  });
});

describe.skipIf(!hasPspp)('PSPP', () => {
  it('reads the actualisations with their labels and missing values', async () => {
    const [, rows] = await dataOf();
    const out = psppOutput(rows!, 'FREQUENCIES VARIABLES=typ.\nDESCRIPTIVES VARIABLES=alder datum.');
    expect(out).not.toMatch(/error|warning/i);
    // As R counts them, in core/test/comparison/fixtures/comparison.json.
    expect(out).toContain('Valid,Ansökan,133,');
    expect(out).toMatch(/,LOB,71,/);
    expect(out).toContain('Missing,Uppgift saknas,15,');
    expect(out).toMatch(/"?Ålder vid aktualiseringen, år"?,402,40\.24,12\.76,18,85/);
  });

  it('reads the persons with their dates, in English', async () => {
    const [persons] = await dataOf('en');
    const out = psppOutput(
      persons!,
      'DESCRIPTIVES VARIABLES=n first last.\nFREQUENCIES VARIABLES=freqgroup.',
    );
    expect(out).not.toMatch(/error|warning/i);
    expect(out).toMatch(/Number of actualisations,140,2\.87,2\.36,1,/);
    expect(out).toMatch(/3–6,51,/);
  });

  it('reads a review, every variable of it', () => {
    const data = reviewData(reviews(), 'sv');
    const out = psppOutput(data, 'DISPLAY DICTIONARY.\nLIST VARIABLES=person f1.');
    expect(out).not.toMatch(/error|warning/i);
    expect(out).toContain('K7QF');
    for (const { name } of data.variables) expect(out).toMatch(new RegExp(`^${name},`, 'm'));
  });
});
