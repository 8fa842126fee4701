import { describe, expect, test } from 'vitest';
import type { DocumentTable } from 'isu-core';
import { AnalysisSession } from '../src/worker/analysis-session.ts';
import type { Answer, Asked, ChosenSettings, Question, Step } from '../src/worker/messages.ts';

const NO_SETTINGS: ChosenSettings = {
  from: null,
  to: null,
  lowestAge: null,
  atLeast: null,
  activeYears: null,
  personColumn: null,
  dateColumn: null,
  intervals: false,
  comparison: false,
  publication: false,
};
const PERIOD = { ...NO_SETTINGS, from: '2017-01-01', to: '2022-06-30' };

const asked = (question: Question, language: 'sv' | 'en' = 'sv'): Asked => ({
  ...question,
  number: 1,
  language,
  asOf: '2026-11-22',
});
const silent = () => {};

function openText(session: AnalysisSession, name: string, text: string, settings = NO_SETTINGS) {
  const bytes = new TextEncoder().encode(text);
  return session.answer(asked({ ask: 'open-file', name, bytes, settings }), silent);
}

function resultOf(answer: Answer) {
  if (answer.answer !== 'result') throw new Error(`no result but ${answer.answer}`);
  return answer;
}

function tableOf(answer: Answer, id: string): DocumentTable {
  const blocks = resultOf(answer).result!.document.sheets.flatMap((sheet) => sheet.blocks);
  return blocks.find((block): block is DocumentTable => block.kind === 'table' && block.id === id)!;
}

describe('the sample', () => {
  test('is read, counted and arranged, and each step is told', async () => {
    const steps: Step[] = [];
    const answer = await new AnalysisSession().answer(
      asked({ ask: 'open-sample', settings: PERIOD }),
      (step) => steps.push(step),
    );
    expect(steps).toEqual(['reading', 'counting', 'arranging']);
    expect(resultOf(answer).problem).toBeNull();
    expect(tableOf(answer, 'persons-by-group').rows.at(-1)!.cells[1]!.value).toBe(679);
  });

  test('has its persons cut to the first fifty, with the full number told', async () => {
    const answer = await new AnalysisSession().answer(
      asked({ ask: 'open-sample', settings: PERIOD }),
      silent,
    );
    expect(tableOf(answer, 'persons').rows).toHaveLength(50);
    expect(resultOf(answer).result!.lengths['persons']).toBe(679);
  });

  test('has the 28 persons of the case-file review by the rule of the report', async () => {
    const settings = { ...PERIOD, atLeast: '12', activeYears: '2017, 2021, 2022' };
    const answer = await new AnalysisSession().answer(asked({ ask: 'open-sample', settings }), silent);
    const words = JSON.stringify(resultOf(answer).result!.document.sheets[0]);
    expect(words).toContain('Det är 28 personer.');
  });

  test('is found by person, with or without a hyphen, and by group', async () => {
    const session = new AnalysisSession();
    const first = await session.answer(asked({ ask: 'open-sample', settings: PERIOD }), silent);
    const person = String(tableOf(first, 'persons').rows[3]!.cells[0]!.value);
    const search = async (text: string) => {
      const answer = await session.answer(
        asked({ ask: 'rows', table: 'persons', search: text, most: 20 }),
        silent,
      );
      return answer.answer === 'rows' ? answer.found : null;
    };
    expect((await search(person))!.found).toBe(1);
    expect((await search(person.replace('-', '')))!.rows[0]!.cells[0]!.value).toBe(person);
    expect(await search('12 ELLER')).toMatchObject({ found: 86, rows: { length: 20 } });
    expect((await search(''))!.found).toBe(679);
  });

  test('is arranged in English without being read again', async () => {
    const session = new AnalysisSession();
    await session.answer(asked({ ask: 'open-sample', settings: PERIOD }), silent);
    const steps: Step[] = [];
    const answer = await session.answer(asked({ ask: 'translate' }, 'en'), (step) => steps.push(step));
    expect(steps).toEqual(['arranging']);
    expect(resultOf(answer).result!.document.language).toBe('en');
  });
});

describe('a file of one’s own', () => {
  test('replaces the former at once, also when it cannot be read', async () => {
    const session = new AnalysisSession();
    await session.answer(asked({ ask: 'open-sample', settings: PERIOD }), silent);
    expect(resultOf(await openText(session, 'tom.csv', '')).problem!.sv).toMatch(/^tom\.csv/);
    const again = await session.answer(asked({ ask: 'analyse', settings: PERIOD, sheet: null }), silent);
    expect(resultOf(again).problem!.sv).toMatch(/^tom\.csv/);
    expect(resultOf(again).result).toBeNull();
  });

  test('without a usable row has a problem and the account that says why', async () => {
    const answer = await openText(new AnalysisSession(), 'utan.csv', 'Person;Datum\nA;\nB;2019-02-30\n');
    expect(resultOf(answer).problem!.code).toBe('no-usable-rows');
    expect(tableOf(answer, 'excluded').rows).toHaveLength(2);
  });

  test('keeps its columns when wrong settings are mended', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', 'Person;Datum\nA;2020-01-01\nA;2021-01-01\n');
    const analyse = (lowestAge: string | null) =>
      session.answer(asked({ ask: 'analyse', settings: { ...NO_SETTINGS, lowestAge }, sheet: null }), silent);
    expect(resultOf(await analyse('arton')).problem!.sv).toContain('«lowestAge»');
    expect(resultOf(await analyse(null)).problem).toBeNull();
  });

  test('shows the SHA-256 of its bytes in the protocol', async () => {
    const answer = await openText(new AnalysisSession(), 'abc.csv', 'Person;Datum\nA;2020-01-01\n');
    // printf 'Person;Datum\nA;2020-01-01\n' | sha256sum
    expect(JSON.stringify(resultOf(answer).result!.document)).toContain(SHA256);
  });
});

const SHA256 = 'ab9e03d8f8174835fe57687914e4d2573a0c37071fa32a9225000fa5637fbb5b';
