import { describe, expect, test } from 'vitest';
import { AnalysisSession } from '../src/analysis-session.ts';
import type { Step } from '../src/messages.ts';
import { EMPTY_FORM } from '../src/settings-form.ts';
import { ask, AS_OF, change, openText, resultOf, tableOf } from './asking.ts';

describe('the sample', () => {
  test('is read, counted and arranged, and each step is told', async () => {
    const steps: Step[] = [];
    const answer = await new AnalysisSession().answer(
      { ask: 'open-sample', form: EMPTY_FORM, number: 1, language: 'sv', asOf: AS_OF },
      (step) => steps.push(step),
    );
    expect(steps).toEqual(['reading', 'counting', 'arranging']);
    expect(resultOf(answer).problem).toBeNull();
    expect(tableOf(answer, 'persons-by-group').rows.at(-1)!.cells[1]!.value).toBe(679);
  });

  test('has its persons cut to the first fifty, with the full number told', async () => {
    const answer = await change(new AnalysisSession(), { ask: 'open-sample' });
    expect(tableOf(answer, 'persons').rows).toHaveLength(50);
    expect(resultOf(answer).result!.lengths['persons']).toBe(679);
  });

  test('has the 28 persons of the case-file review by the rule of the report', async () => {
    const session = new AnalysisSession();
    await change(session, { ask: 'open-sample' });
    const rule = { from: '2017-01-01', to: '2022-06-30', atLeast: '12', activeYears: '2017, 2021, 2022' };
    const answer = await change(session, { ask: 'analyse', sheet: null }, rule);
    const words = JSON.stringify(resultOf(answer).result!.document.sheets[0]);
    expect(words).toContain('Det är 28 personer.');
  });

  test('is found by person, with or without a hyphen, and by group', async () => {
    const session = new AnalysisSession();
    const first = await change(session, { ask: 'open-sample' });
    const person = String(tableOf(first, 'persons').rows[3]!.cells[0]!.value);
    const search = async (text: string) => {
      const answer = await ask(session, { ask: 'rows', table: 'persons', search: text, most: 20 });
      return answer.answer === 'rows' ? answer.found : null;
    };
    expect((await search(person))!.found).toBe(1);
    expect((await search(person.replace('-', '')))!.rows[0]!.cells[0]!.value).toBe(person);
    expect(await search('12 ELLER')).toMatchObject({ found: 86, rows: { length: 20 } });
    expect((await search(''))!.found).toBe(679);
  });

  test('is arranged in English without being read again', async () => {
    const session = new AnalysisSession();
    await change(session, { ask: 'open-sample' });
    const steps: Step[] = [];
    const answer = await session.answer(
      { ask: 'translate', number: 1, language: 'en', asOf: AS_OF },
      (step) => steps.push(step),
    );
    expect(steps).toEqual(['arranging']);
    expect(resultOf(answer).result!.document.language).toBe('en');
  });
});

describe('a file of one’s own', () => {
  test('replaces the former at once, also when it cannot be read', async () => {
    const session = new AnalysisSession();
    await change(session, { ask: 'open-sample' });
    expect(resultOf(await openText(session, 'tom.csv', '')).problem!.sv).toMatch(/^tom\.csv/);
    const again = await change(session, { ask: 'analyse', sheet: null });
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
      change(session, { ask: 'analyse', sheet: null }, { lowestAge });
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
