/** Parts of the open register side by side, as a page or a task pane asks for them. */
import type { DocumentTable } from 'isu-core';
import { sampleRegister } from 'isu-sample-register';
import { beforeAll, describe, expect, test } from 'vitest';
import { AnalysisSession } from '../src/analysis-session.ts';
import type { ComparisonChosen } from '../src/comparison/comparison-messages.ts';
import type { FormSettings } from '../src/settings-form.ts';
import { ask, change, openText } from './asking.ts';

const CHOSEN: ComparisonChosen = {
  by: 'periods',
  periods: [
    { from: '2017-01-01', to: '2019-12-31' },
    { from: '2020-01-01', to: '2022-06-30' },
  ],
  rows: [],
  separator: ';',
  base: 'actualisations',
  against: 'first',
  population: {},
};
/** Days since 1970-01-01: fifty years, twelve of them leap years. */
const NEW_YEAR_2020 = 50 * 365 + 12;
const SAMPLE_YEARS = { from: '2017-01-01', to: '2022-06-30' };

async function openedSample(form: Partial<FormSettings> = {}): Promise<AnalysisSession> {
  const session = new AnalysisSession();
  await change(session, { ask: 'open-sample' });
  await change(session, { ask: 'analyse', sheet: null }, { ...SAMPLE_YEARS, ...form });
  return session;
}

async function compared(session: AnalysisSession, chosen: Partial<ComparisonChosen> = {}, language?: 'en') {
  const answer = await ask(session, { ask: 'compare', chosen: { ...CHOSEN, ...chosen } }, language);
  if (answer.answer !== 'compared') throw new Error(JSON.stringify(answer).slice(0, 300));
  return answer.shown;
}

type Compared = Awaited<ReturnType<typeof compared>>;

function rowsIn({ document }: Compared, id: string): unknown[][] {
  const blocks = document.document.sheets.flatMap((sheet) => sheet.blocks);
  const table = blocks.find((block): block is DocumentTable => block.kind === 'table' && block.id === id)!;
  return table.rows.map(({ cells }) => cells.map(({ value, suppressed }) => (suppressed ? '..' : value)));
}

async function problemOf(session: AnalysisSession, chosen: Partial<ComparisonChosen>): Promise<string> {
  const answer = await ask(session, { ask: 'compare', chosen: { ...CHOSEN, ...chosen } });
  return answer.answer === 'refused' ? answer.problem.sv : answer.answer;
}

const OWN_REGISTER = [
  'Klient;Inkom datum;Boende;Missbruk',
  ...Array.from({ length: 40 }, (_, n) => {
    const answers = ['Alkohol', '"Alkohol; Spel"', 'Spel', ''][n % 4]!;
    return `K${String(n % 30)};2021-03-01;${n % 3 === 0 ? 'Eget' : 'Andra hand'};${answers}`;
  }),
].join('\r\n');

describe('the sample', () => {
  let session: AnalysisSession;
  beforeAll(async () => {
    session = await openedSample();
  });

  test('is suggested in two periods, with the columns that can be chosen', async () => {
    const answer = await ask(session, { ask: 'comparison-choices' });
    expect(answer).toMatchObject({
      choices: {
        periods: [CHOSEN.periods[0], CHOSEN.periods[1]],
        organisations: false,
        splits: ['Aktualiseringstyp', 'Beslut att inleda utredning'],
        rows: [],
      },
    });
  });

  test('has its persons and actualisations in each period, as its rows tell, and together', async () => {
    const shown = await compared(session);
    const { rows } = sampleRegister();
    const parts = [
      rows.filter(({ day }) => day < NEW_YEAR_2020),
      rows.filter(({ day }) => day >= NEW_YEAR_2020),
      rows,
    ];
    const persons = parts.map((part) => new Set(part.map(({ person }) => person)).size);
    expect([persons[2], rows.length]).toEqual([679, 3465]);
    const told = rowsIn(shown, 'comparison-parts').map((cells) => [cells[1], cells[2], cells[3]]);
    expect(told).toEqual([persons, parts.map(({ length }) => length)]);
    expect(shown.parts).toEqual(['2017–2019', '2020-01–2022-06']);
  });

  test('has rates per 10 000 inhabitants where their number is told, and says which cannot be read', async () => {
    const population = { '2017–2019': '25 786' };
    const rates = rowsIn(await compared(session, { population }), 'comparison-parts');
    expect(rates).toHaveLength(6);
    expect(rates[1]![2]).toBeCloseTo((Number(rates[0]![1]) / 25_786) * 10_000, 9);
    expect(await problemOf(session, { population: { '2017–2019': 'många' } })).toContain('«många»');
  });

  test('a comparison is saved as a workbook of its own, beside the result', async () => {
    await compared(session);
    const [result, comparison] = [
      await ask(session, { ask: 'workbook', of: 'result' }),
      await ask(session, { ask: 'workbook', of: 'comparison' }),
    ];
    if (result.answer !== 'workbook' || comparison.answer !== 'workbook') throw new Error('no workbook');
    const { readWorkbook } = await import('isu-workbook-file');
    const read = await readWorkbook(comparison.bytes, { name: 'jamforelse.xlsx' });
    expect(read).toMatchObject({
      value: {
        sheetNames: [expect.stringMatching(/^Jämförelse/), ...Array<unknown>(3).fill(expect.any(String))],
      },
    });
  });

  test('for publication shows no figure of a few persons, and no marking', async () => {
    const shown = await compared(await openedSample({ publication: true }), { by: 'group' });
    expect(shown.document.document.marking).toBeNull();
    expect(JSON.stringify(rowsIn(shown, 'comparison-profile'))).toContain('".."');
  });

  test('is compared in English when it is asked in English', async () => {
    const { document } = await compared(session, {}, 'en');
    expect(document.document).toMatchObject({ language: 'en', title: 'Comparison' });
  });
});

describe('a register of one’s own', () => {
  test('is split by any of its columns, with rows of others, and several answers in a cell', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', OWN_REGISTER);
    const shown = await compared(session, { by: { column: 'Boende' }, rows: ['Missbruk'] });
    expect(shown.parts).toEqual(['Andra hand', 'Eget']);
    const rows = rowsIn(shown, 'comparison-rows').map(([label, , , , , n]) => [label, n]);
    // Of 40 rows every fourth has Alkohol, every fourth both, every fourth Spel, every fourth nothing.
    expect(rows.slice(1)).toEqual([
      ['Alkohol', 20],
      ['Spel', 20],
      ['Uppgift saknas', 10],
    ]);
  });

  test('tells what cannot be compared, with what to do', async () => {
    const session = new AnalysisSession();
    expect(await problemOf(session, {})).toContain('Välj en fil');
    expect(await ask(session, { ask: 'comparison-choices' })).toMatchObject({ choices: null });
    await openText(session, 'eget.csv', OWN_REGISTER);
    expect(await problemOf(session, { periods: [{ from: '', to: '2021-01-31' }] })).toContain('Skriv år');
    expect(await problemOf(session, {})).toContain('bara en del');
    expect(await problemOf(session, { by: 'organisation' })).toContain('organisation');
  });
});
