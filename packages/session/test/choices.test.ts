/** Columns, codes, settings files, keys and checks, as a page asks for them. */
import ExcelJs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { AnalysisSession } from '../src/analysis-session.ts';
import { EMPTY_FORM } from '../src/settings-form.ts';
import { ask, change, openText, savedSettings, tableOf, type Result } from './asking.ts';

const REGISTER = 'Klient;Inkom datum;Typ\nA;2023-03-01;Ansökan\nB;2023-04-02;Webb\nA;2024-05-03;LOB\n';
/** 00 01 02 … 1f: the key of the examples in core. */
const KEY = `ISU-nyckel 1\n${Array.from({ length: 32 }, (_, i) => i.toString(16).padStart(2, '0')).join('')}\n`;
/** A number of Skatteverket's test series, whose code with that key another program has made (core, pseudonym.test.ts). */
const CODED = 'Personnummer;Datum\n201701012393;2020-01-01\n201701012393;2021-01-01\n';

const personsOf = (answer: Result) => tableOf(answer, 'persons').rows.map(({ cells }) => cells[0]!.value);
const columnFor = ({ mapping }: Result, role: string) => {
  const { column } = mapping!.roles.find((choice) => choice.role === role)!;
  return column === null ? null : mapping!.columns[column]!.header;
};

describe('a column', () => {
  test('is pointed out where it was not found, and the register is read', async () => {
    const session = new AnalysisSession();
    const failed = await openText(session, 'eget.csv', REGISTER.replace('Klient', 'Vem'));
    expect(failed.problem!.code).toBe('no-person-column');
    expect(columnFor(failed, 'person')).toBeNull();
    expect(columnFor(failed, 'date')).toBe('Inkom datum');
    const mended = await change(session, { ask: 'choose-column', role: 'person', name: 'Vem' });
    expect(personsOf(mended)).toEqual(['A', 'B']);
    expect(await savedSettings(session)).toEqual({ columns: { person: 'Vem' } });
  });

  test('that two headers could mean is chosen', async () => {
    const session = new AnalysisSession();
    const two = 'Person;Datum;Inkom\nA;2020-01-01;2020-02-01\n';
    const failed = await openText(session, 'två.csv', two);
    expect(failed.problem!.code).toBe('ambiguous-column');
    const mended = await change(session, { ask: 'choose-column', role: 'date', name: 'Inkom' });
    expect(mended.problem).toBeNull();
    expect(columnFor(mended, 'date')).toBe('Inkom');
  });

  test('of a header row that was not found is chosen from the row that the user names', async () => {
    const session = new AnalysisSession();
    await openText(session, 'titel.csv', 'Uttag;;\nVem;Händelse;Vad\nA;2020-01-01;Anmälan\n');
    const pointed = await change(session, { ask: 'choose-header-row', row: 2 });
    expect(pointed.mapping!.columns.map(({ name }) => name)).toEqual(['Vem', 'Händelse', 'Vad']);
    await change(session, { ask: 'choose-column', role: 'person', name: 'Vem' });
    const read = await change(session, { ask: 'choose-column', role: 'date', name: 'Händelse' });
    expect(personsOf(read)).toEqual(['A']);
    expect(read.mapping!.headerRow).toBe(2);
  });

  test('chosen goes back to what was found', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', REGISTER);
    await change(session, { ask: 'choose-column', role: 'reason', name: 'Typ' });
    await change(session, { ask: 'choose-code', role: 'type', value: 'Webb', meaning: 'report' });
    const back = await change(session, { ask: 'forget-mapping' });
    expect(columnFor(back, 'type')).toBe('Typ');
    expect(columnFor(back, 'reason')).toBeNull();
    expect(await savedSettings(session)).toEqual({});
  });
});

test('a value is taken for what the user says, and counted so', async () => {
  const session = new AnalysisSession();
  const found = await openText(session, 'eget.csv', REGISTER);
  const applications = (answer: Result) =>
    tableOf(answer, 'group-profile')
      .rows.find(({ key }) => key === 'percent-applications')!
      .cells.at(-1)!.value;
  // 1 of 3, then 2 of 3.
  expect(applications(found)).toBeCloseTo(33.33, 2);
  const asked = { ask: 'choose-code', role: 'type', value: 'Webb', meaning: 'application' } as const;
  expect(applications(await change(session, asked))).toBeCloseTo(66.67, 2);
  const back = await change(session, { ...asked, meaning: null });
  expect(applications(back)).toBeCloseTo(33.33, 2);
});

describe('a settings file', () => {
  test('is applied, with what has no field told and saved again', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', REGISTER);
    const given = {
      profile: 'lifecare',
      period: { from: null, to: '2023-12-31' },
      asOf: '2024-01-01',
      codes: { type: { Webb: 'report' } },
      groups: [1, 2],
    };
    const applied = await openText(session, 'vuxen.json', JSON.stringify(given));
    expect(applied.form).toMatchObject({ from: null, to: '2023-12-31', groups: '1, 2' });
    expect(applied.settings).toMatchObject({
      file: 'vuxen.json',
      kept: [
        { key: 'profile', value: 'lifecare' },
        { key: 'asOf', value: '2024-01-01' },
      ],
    });
    expect(await savedSettings(session, applied.form!)).toEqual({ ...given, period: { to: '2023-12-31' } });
  });

  test('opened before the register holds for it; limits typed for another do not', async () => {
    const session = new AnalysisSession();
    await change(session, { ask: 'open-sample' });
    const first = await openText(session, 'eget.csv', REGISTER, { from: '2017-01-01', to: '2022-06-30' });
    expect(first.form).toMatchObject({ from: null, to: null });
    const applied = await openText(session, 'ett år.json', '{"period": {"from": "2024-01-01"}}');
    expect(personsOf(applied)).toEqual(['A']);
    const second = await openText(session, 'annat.csv', REGISTER, applied.form!);
    expect(personsOf(second)).toEqual(['A']);
    const closed = await change(session, { ask: 'close-settings' }, second.form!);
    expect(personsOf(closed)).toEqual(['A', 'B']);
  });

  test('closed leaves nothing of itself but that the result is for publication', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', REGISTER);
    const settings = { profile: 'lifecare', lowestAge: 0, protection: { mode: 'publication', threshold: 3 } };
    const applied = await openText(session, 'nämnd.json', JSON.stringify(settings));
    const closed = await change(session, { ask: 'close-settings' }, applied.form!);
    expect(closed.settings).toMatchObject({ file: null, kept: [] });
    expect(await savedSettings(session, closed.form!)).toEqual({
      protection: { mode: 'publication', threshold: 3 },
    });
  });

  test.each([
    ['ettår.json', '{"perod": {}}', 'ettår.json: Inställningen «perod» finns inte. Närmast är «period».'],
    ['fel.json', '{"lowestAge": 18,\n}', 'Filen «fel.json» är inte giltig JSON: på rad 2'],
    ['tom.json', '', 'Filen «tom.json» är tom.'],
  ])('%s that is wrong is refused with its sentence, and changes nothing', async (name, text, sentence) => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', REGISTER);
    const bytes = new TextEncoder().encode(text);
    const answer = await ask(session, { ask: 'open-file', name, bytes, form: EMPTY_FORM });
    expect(answer.answer).toBe('refused');
    expect(answer.answer === 'refused' && answer.problem.sv).toContain(sentence);
    expect(personsOf(await change(session, { ask: 'analyse', sheet: null }))).toEqual(['A', 'B']);
  });

  test('is not saved while a field is wrong', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', REGISTER);
    const form = { ...EMPTY_FORM, groups: '2, 1' };
    const answer = await ask(session, { ask: 'settings-file', form });
    expect(answer.answer === 'refused' && answer.problem.sv).toContain('«groups»');
  });
});

describe('a mapping', () => {
  const OTHER = 'Vem;När;Sort\nA;2023-03-01;Webb\n';
  const MAPPING =
    '{"columns": {"person": "Vem", "date": "När", "type": "Sort"}, "codes": {"type": {"Webb": "lob"}}}';

  test('saved from one register is applied to the next, and the limits stay', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', REGISTER);
    const saved = await ask(session, { ask: 'mapping-file' });
    expect(saved.answer === 'settings-text' && JSON.parse(saved.text)).toEqual({
      columns: { person: 'Klient', date: 'Inkom datum', type: 'Typ' },
      codes: { type: { Ansökan: 'application', LOB: 'lob' } },
    });
    const limited = await openText(
      session,
      'karta.json',
      saved.answer === 'settings-text' ? saved.text : '',
      {
        from: '2024-01-01',
      },
    );
    expect(personsOf(limited)).toEqual(['A']);
  });

  test('opened over the sample holds for the register that is opened next, without the period of the sample', async () => {
    const session = new AnalysisSession();
    const sample = await change(session, { ask: 'open-sample' });
    await openText(session, 'karta.json', MAPPING, sample.form!);
    const own = await openText(session, 'annat.csv', OTHER);
    expect(personsOf(own)).toEqual(['A']);
    expect(own.form).toMatchObject({ from: null, to: null });
    expect(own.mapping!.values[0]!.values[0]).toMatchObject({ value: 'Webb', meaning: 'lob' });
  });
});

describe('with a key', () => {
  const openKey = (name = 'nyckel.txt') =>
    ({ ask: 'open-key', name, bytes: new TextEncoder().encode(KEY) }) as const;

  test('persons are shown by code, and no cell of the source', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', CODED);
    const coded = await change(session, openKey());
    // core/test/protection/pseudonym.test.ts has the code from another program.
    expect(personsOf(coded)).toEqual(['RZQA-J7QD-23CJ-2Q4D']);
    expect(JSON.stringify(coded)).not.toMatch(/20170101-?2393/);
    const other = await openText(session, 'utan.csv', CODED.replace('Personnummer', 'Vem'));
    expect(other.problem!.code).toBe('no-person-column');
    expect(JSON.stringify(other)).not.toMatch(/20170101-?2393/);
  });

  test('a file without headers shows no first person in their place', async () => {
    const session = new AnalysisSession();
    await change(session, openKey());
    const headless = await openText(session, 'utan.csv', CODED.split('\n').slice(1).join('\n'));
    expect(JSON.stringify(headless)).not.toMatch(/20170101-?2393/);
  });

  test('the key is neither in the settings nor in any later answer', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', CODED);
    const answers = [await change(session, openKey()), await savedSettings(session)];
    expect(JSON.stringify(answers)).not.toMatch(/000102|0,1,2,3,4/);
    expect(answers[1]).toEqual({ pseudonymKeyFile: 'nyckel.txt' });
  });

  test('dropped as a file it is known by its first line, and never read as a register', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', CODED);
    expect(personsOf(await openText(session, 'vad som helst.txt', KEY))).toEqual(['RZQA-J7QD-23CJ-2Q4D']);
  });

  test('settings that ask for one show nobody until it is open', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', CODED);
    const asked = await openText(session, 'kod.json', '{"pseudonymKeyFile": "nycklar/min.txt"}');
    expect(asked.problem!.code).toBe('key-not-open');
    expect(asked.settings.missingKey).toBe('nycklar/min.txt');
    expect(JSON.stringify(asked)).not.toMatch(/20170101-?2393/);
    expect(personsOf(await change(session, openKey('min.txt')))).toEqual(['RZQA-J7QD-23CJ-2Q4D']);
    expect(await savedSettings(session)).toEqual({ pseudonymKeyFile: 'nycklar/min.txt' });
  });

  test('settings opened later do not bring the numbers back; closing the key does', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', CODED);
    await change(session, openKey());
    expect(personsOf(await openText(session, 'ålder.json', '{"lowestAge": 0}'))).toEqual([
      'RZQA-J7QD-23CJ-2Q4D',
    ]);
    expect(personsOf(await change(session, { ask: 'close-key' }))).toEqual(['20170101-2393']);
  });

  test('a key that is made is another each time, and can be opened', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', CODED);
    const made = [await ask(session, { ask: 'make-key' }), await ask(session, { ask: 'make-key' })];
    const [one, other] = made.map((answer) => (answer.answer === 'key-text' ? answer.text : ''));
    expect(one).not.toBe(other);
    const bytes = new TextEncoder().encode(one);
    const coded = await change(session, { ask: 'open-key', name: 'ny.txt', bytes });
    expect(personsOf(coded)[0]).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
  });

  test('a file that is no key is refused', async () => {
    const bytes = new TextEncoder().encode('hej');
    const answer = await ask(new AnalysisSession(), {
      ask: 'open-key',
      name: 'x.txt',
      bytes,
      form: EMPTY_FORM,
    });
    expect(answer.answer === 'refused' && answer.problem.sv).toMatch(/^x\.txt: Det här är ingen nyckelfil/);
  });
});

test('for publication no cell and no value of the source is shown among the choices', async () => {
  const session = new AnalysisSession();
  const { mapping } = await openText(session, 'eget.csv', REGISTER, { publication: true });
  expect(mapping).toMatchObject({ showsCells: false, showsValues: false, values: [] });
  expect(mapping!.columns.every(({ examples }) => examples.length === 0)).toBe(true);
  expect(mapping!.columns.map(({ header }) => header)).toEqual(['Klient', 'Inkom datum', 'Typ']);
});

test('another language keeps what went wrong, and what can be chosen', async () => {
  const session = new AnalysisSession();
  await openText(session, 'eget.csv', REGISTER.replace('Klient', 'Vem'));
  const again = await ask(session, { ask: 'translate' }, 'en');
  expect(again).toMatchObject({ answer: 'result', problem: { code: 'no-person-column' } });
  expect(again.answer === 'result' && again.mapping!.columns).toHaveLength(3);
});

describe('a check', () => {
  const check = (session: AnalysisSession, name: string, text: string) =>
    ask(session, { ask: 'check-file', name, bytes: new TextEncoder().encode(text) });
  const TABLE = 'Tabell 1;;\nGrupp;Antal;Procent\n1;300;44 %\n2;379;56 %\nTotalt;679;100 %\n';

  test('tells the place, what is printed and what it should be', async () => {
    const answer = await check(new AnalysisSession(), 'tabell.csv', TABLE.replace('679', '697'));
    expect(answer).toMatchObject({ answer: 'checked', checked: { figures: 6, file: 'tabell.csv' } });
    const [finding] = answer.answer === 'checked' ? answer.checked.contradictions : [];
    expect(finding!.place).toContain('B5');
    expect(finding!.sv).toMatch(/^Tryckt 697, ska vara 679/);
    expect(finding!.en).toMatch(/^Printed 697, should be 679/);
  });

  test('of tables that agree finds nothing among so many figures, and leaves the register open', async () => {
    const session = new AnalysisSession();
    await openText(session, 'eget.csv', REGISTER);
    const answer = await check(session, 'tabell.csv', TABLE);
    expect(answer.answer === 'checked' && answer.checked).toMatchObject({ figures: 6, contradictions: [] });
    expect(personsOf(await change(session, { ask: 'analyse', sheet: null }))).toEqual(['A', 'B']);
  });

  test('of a workbook whose first sheet has no tables offers its other sheets', async () => {
    const workbook = new ExcelJs.Workbook();
    workbook.addWorksheet('Försättsblad').addRow(['Till nämnden']);
    const tables = workbook.addWorksheet('Tabeller');
    for (const line of TABLE.replace('679', '697').trim().split('\n'))
      tables.addRow(line.split(';').map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const session = new AnalysisSession();
    const first = await ask(session, { ask: 'check-file', name: 'bok.xlsx', bytes });
    expect(first).toMatchObject({
      checked: { sheetName: 'Försättsblad', sheetNames: ['Försättsblad', 'Tabeller'] },
    });
    expect(first.answer === 'checked' && first.checked.problem!.code).toBe('no-tables');
    const second = await ask(session, { ask: 'check-sheet', sheet: 'Tabeller' });
    expect(second.answer === 'checked' && second.checked.contradictions).toHaveLength(1);
  });

  test('takes JSON too, and says what is wrong with it', async () => {
    const json = JSON.stringify({ t: { groups: ['1', '2'], persons: [3, 4], total: 8 } });
    const answer = await check(new AnalysisSession(), 'tabell.json', json);
    expect(answer.answer === 'checked' && answer.checked.contradictions).toHaveLength(1);
    const bad = await check(new AnalysisSession(), 'tabell.json', '{');
    expect(bad.answer === 'checked' && bad.checked.problem!.sv).toContain('inte giltig JSON');
    const empty = await check(new AnalysisSession(), 'ord.csv', 'bara ord\n');
    expect(empty.answer === 'checked' && empty.checked.problem!.sv).toMatch(/^ord\.csv: .*inga tabeller/);
  });
});
