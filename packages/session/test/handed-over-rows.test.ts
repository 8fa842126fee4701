/** A register that a host reads out of its own workbook and hands over piece by piece. */
import type { CellValue, DocumentTable } from 'isu-core';
import { describe, expect, test } from 'vitest';
import { AnalysisSession } from '../src/analysis-session.ts';
import { wholeDocument } from '../src/long-tables.ts';
import type { SettingsForRows } from '../src/messages.ts';
import { EMPTY_FORM } from '../src/settings-form.ts';
import { ask, change, openText, resultOf, savedSettings, tableOf } from './asking.ts';

/** Two title rows above; serial number 44197 is 2021-01-01 in the 1900 system (LibreOffice). */
const ROWS: readonly (readonly CellValue[])[] = [
  ['Person', 'Datum', 'Typ'],
  ['A', 44197, 'Anmälan'],
  ['B', 44198, 'Webb'],
  ['A', 44256, 'Anmälan'],
  ['A', '2021-02-30', 'Anmälan'],
];

async function handOver(
  session: AnalysisSession,
  settings: SettingsForRows = 'anew',
  rows = ROWS,
  dateSystem: 1900 | 1904 = 1900,
) {
  await ask(session, { ask: 'begin-rows', name: 'Arbetsbok.xlsx', sheet: 'Export' });
  await ask(session, { ask: 'take-rows', rows: rows.slice(0, 2), firstRow: 2 });
  await ask(session, { ask: 'take-rows', rows: rows.slice(2), firstRow: 4 });
  return change(session, { ask: 'end-rows', dateSystem, settings });
}

const persons = (answer: Parameters<typeof tableOf>[0]) =>
  tableOf(answer, 'persons').rows.map(({ cells }) => cells.slice(0, 2).map(({ value }) => value));

describe('rows that are handed over', () => {
  test('are the register, numbered as in their sheet', async () => {
    const answer = await handOver(new AnalysisSession());
    expect(persons(answer)).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
    expect(answer.source).toEqual({
      file: 'Arbetsbok.xlsx',
      isSample: false,
      sheetName: 'Export',
      sheetNames: [],
    });
    expect(tableOf(answer, 'excluded').rows.map(({ key }) => key)).toEqual(['7']);
    expect(answer.result!.rowsToMend['invalid-date ']).toEqual([7]);
  });

  test('have the date system that is told with the last of them', async () => {
    const answer = await handOver(new AnalysisSession(), 'anew', ROWS, 1904);
    // 1904-01-01 is 1462 days after the start of the 1900 system.
    expect(tableOf(answer, 'persons').rows[1]!.cells[2]!.value).toBe(Date.UTC(2025, 0, 3) / 86_400_000);
  });

  test('change nothing until the last, and nothing when they are cancelled', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', 'Person;Datum\nC;2020-01-01\n');
    await ask(session, { ask: 'begin-rows', name: 'x', sheet: null });
    await ask(session, { ask: 'take-rows', rows: ROWS, firstRow: 0 });
    expect(persons(await change(session, { ask: 'analyse', sheet: null }))).toEqual([['C', 1]]);
    await ask(session, { ask: 'cancel-rows' });
    expect(persons(await change(session, { ask: 'analyse', sheet: null }))).toEqual([['C', 1]]);
  });

  test('read again keep what was chosen; of another place they begin anew', async () => {
    const session = new AnalysisSession();
    await handOver(session);
    await change(session, { ask: 'choose-code', role: 'type', value: 'Webb', meaning: 'application' });
    await change(session, { ask: 'choose-column', role: 'type', name: false });
    const again = await handOver(session, 'same');
    expect(again.mapping!.roles.find(({ role }) => role === 'type')).toMatchObject({
      column: null,
      chosen: false,
    });
    expect(await savedSettings(session)).toMatchObject({ codes: { type: { Webb: 'application' } } });
    await handOver(session, 'anew');
    expect(await savedSettings(session)).toEqual({});
  });

  test('come with the settings that a colleague has stored, and the fields hold them', async () => {
    const stored = { period: { to: '2021-01-31' }, columns: { date: 'B' } };
    const answer = await handOver(new AnalysisSession(), { stored });
    expect(persons(answer)).toEqual([
      ['A', 1],
      ['B', 1],
    ]);
    expect(answer.form).toMatchObject({ from: null, to: '2021-01-31' });
  });

  test('stored settings that are wrong are refused, and the rows wait for others', async () => {
    const session = new AnalysisSession();
    await ask(session, { ask: 'begin-rows', name: 'x', sheet: null });
    await ask(session, { ask: 'take-rows', rows: ROWS, firstRow: 0 });
    const end = (settings: SettingsForRows) =>
      ask(session, { ask: 'end-rows', dateSystem: 1900, settings, form: EMPTY_FORM });
    const refused = await end({ stored: { perod: {} } });
    expect(refused.answer === 'refused' && refused.problem.sv).toContain('«perod»');
    expect(persons(resultOf(await end('anew')))).toHaveLength(2);
  });
});

describe('beside the source', () => {
  test('each row has the figures of its person, and none where it is not used', async () => {
    const session = new AnalysisSession();
    await handOver(session);
    const answer = await ask(session, { ask: 'added-columns' });
    if (answer.answer !== 'added-columns') throw new Error(answer.answer);
    const { headerRow, columns, source } = answer.beside!;
    expect(headerRow).toBe(3);
    expect(source).toEqual({ person: 0, date: 1, type: 2 });
    const [first, second] = [18_628, 18_687]; // date -d 2021-01-01 +%s, over 86 400
    expect(columns.map(({ key, values }) => [key, values])).toEqual([
      ['actualisations', [2, 1, 2, null]],
      ['first', [first, first + 1, first, null]],
      ['last', [second, first + 1, second, null]],
      ['months', [2, 0, 2, null]],
      ['group', ['2', '1', '2', null]],
    ]);
  });

  test('the rows of the selection are told by number', async () => {
    const session = new AnalysisSession();
    await handOver(session);
    const selected = async () => {
      const answer = await ask(session, { ask: 'selected-rows' });
      return answer.answer === 'selected-rows' ? answer.selected : undefined;
    };
    expect(await selected()).toBeNull();
    await change(session, { ask: 'analyse', sheet: null }, { atLeast: '2' });
    expect(await selected()).toEqual({
      headerRow: 3,
      rows: [4, 6],
      persons: 1,
      header: 'Urval till aktgranskning',
    });
  });

  test('for publication no row is pointed out', async () => {
    const session = new AnalysisSession();
    await handOver(session);
    const answer = await change(session, { ask: 'analyse', sheet: null }, { publication: true });
    expect(answer.result!.rowsToMend).toEqual({});
  });
});

test('a document is whole again when its long tables are fetched', async () => {
  const session = new AnalysisSession();
  const { result } = await change(session, { ask: 'open-sample' });
  const asked: number[] = [];
  const document = await wholeDocument(result!, async (table, from, most) => {
    asked.push(from);
    const answer = await ask(session, { ask: 'rows', table, search: '', from, most: Math.min(most, 300) });
    if (answer.answer !== 'rows') throw new Error(answer.answer);
    return answer.found;
  });
  const table = document.sheets
    .flatMap(({ blocks }) => blocks)
    .find((block): block is DocumentTable => block.kind === 'table' && block.id === 'persons')!;
  expect(new Set(table.rows.map(({ key }) => key)).size).toBe(679);
  expect(asked).toEqual([0, 300, 600]);
});
