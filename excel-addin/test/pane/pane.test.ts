/** What the pane does in the open workbook, over the real edge and the in-memory Excel. */
import type { ExcelHost } from 'isu-excel-host';
import { afterEach, describe, expect, it } from 'vitest';
import type { Pane } from '../../src/pane/model/pane.ts';
import { EXPORT_SHEET, openExcel, openRows, sampleRows, type OpenExcel } from '../office/excel.ts';
import { openPane } from './opened-pane.ts';

const DAY_2021 = 44_197; // 2021-01-01 in LibreOffice
const ROWS: (string | number)[][] = [
  ['Person', 'Typ', 'Datum'],
  ['A', 'Anmälan', DAY_2021],
  ['B', 'Webb', DAY_2021 + 1],
  ['A', 'Ansökan', DAY_2021 + 59],
  ['', 'Ansökan', DAY_2021 + 60],
];
const SHEETS = ['Översikt', 'Personer', 'Tabeller', 'Radredovisning', 'Protokoll'];

let opened: { readonly faults: readonly unknown[] } | null = null;
afterEach(() => {
  expect(opened?.faults ?? []).toEqual([]);
});

async function openSmall(options: Parameters<typeof openRows>[1] = {}) {
  const excel = await openRows(ROWS, options);
  return { excel, pane: paneOver(excel) };
}

function paneOver(excel: OpenExcel, language: 'sv' | 'en' = 'sv'): Pane {
  const each = openPane(excel, language);
  opened = each;
  return each.pane;
}

const sheetNames = ({ workbook }: ExcelHost) => workbook.sheets.map(({ name }) => name);

async function walkThrough(pane: Pane): Promise<void> {
  await pane.open();
  for (const step of ['limits', 'control', 'result'] as const) {
    await pane.goTo(step);
    expect(pane.state.step).toBe(step);
  }
  await pane.write();
}

/** What stands in cells, as a person reads it. */
function texts(host: ExcelHost, address: string): Promise<string[][]> {
  return host.Excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem(EXPORT_SHEET).getRange(address);
    cells.load('text');
    await context.sync();
    return cells.text;
  });
}

describe.each(['pc', 'mac', 'web'] as const)('on %s', (platform) => {
  it('who accepts everything has the workbook after four clicks, within 25 requests', async () => {
    const excel = await openRows(sampleRows(), { platform, excelApi: '1.13' });
    const pane = paneOver(excel);
    await walkThrough(pane);
    expect(pane.state.problem).toBeNull();
    expect(pane.state.said).toMatchObject({ kind: 'written', sheets: SHEETS });
    expect(sheetNames(excel.host)).toEqual([EXPORT_SHEET, ...SHEETS]);
    expect(excel.host.traffic.syncs).toBeLessThanOrEqual(25);
  });
});

describe('settings', () => {
  it('travel in the workbook, and a colleague runs again with one click', async () => {
    const { excel, pane } = await openSmall();
    await pane.open();
    await pane.change({ ask: 'choose-code', role: 'type', value: 'Webb', meaning: 'application' });
    pane.fill({ groups: '1, 2', to: '2021-01-31' });
    await pane.goTo('result');
    await pane.write();
    const colleague = paneOver(excel, 'en');
    await colleague.open();
    expect(colleague.state).toMatchObject({ isStored: true, form: { groups: '1, 2', to: '2021-01-31' } });
    await colleague.runAgain();
    expect(colleague.state).toMatchObject({ problem: null, step: 'result', said: { kind: 'written' } });
    expect(sheetNames(excel.host)).toEqual([
      EXPORT_SHEET,
      ...['Overview', 'Persons', 'Tables', 'Row account', 'Protocol'],
    ]);
  });

  it('hold no person, and none is stored before something is written', async () => {
    const excel = await openRows(sampleRows());
    const pane = paneOver(excel);
    await pane.open();
    const stored = async () => JSON.stringify(await excel.edge.readStoredSettings());
    expect(await stored()).toBe('{"ok":true,"value":null}');
    await pane.goTo('result');
    await pane.write();
    expect(await stored()).toContain(EXPORT_SHEET);
    expect(await stored()).not.toMatch(/\d{6}-?\d{4}/);
  });

  it('of another version are told of, and the rows are read without them', async () => {
    const { excel, pane } = await openSmall();
    const place = { sheet: EXPORT_SHEET, table: 'Export', address: 'A1:C5' };
    await excel.edge.storeSettings({ settings: { perod: {} }, place });
    await pane.open();
    expect(pane.state.problem!.sv).toContain('«perod»');
    expect(pane.state.counted!.result).not.toBeNull();
    await pane.goTo('control');
    expect(pane.state.problem).toBeNull();
  });
});

describe('sheets of an earlier run', () => {
  it('that are untouched are replaced without a question', async () => {
    const { excel, pane } = await openSmall();
    await walkThrough(pane);
    await pane.write();
    expect(pane.state.overwriting).toBeNull();
    expect(sheetNames(excel.host)).toEqual([EXPORT_SHEET, ...SHEETS]);
  });

  it.each([
    ['keep', SHEETS, 'mitt'],
    ['replace', SHEETS, ''],
  ] as const)('that the user has changed are asked about: %s', async (answer, sheets, stands) => {
    const { excel, pane } = await openSmall();
    await walkThrough(pane);
    excel.host.user.type('Personer!H40', 'mitt');
    await pane.write();
    expect(pane.state.overwriting).toMatchObject({
      changed: [{ name: 'Personer' }],
      tied: [],
      canKeep: true,
    });
    await pane.overwrite(answer);
    const kept = answer === 'keep' ? ['Personer'] : [];
    expect(pane.state).toMatchObject({ overwriting: null, said: { kind: 'written', kept } });
    expect(sheetNames(excel.host).toSorted()).toEqual([EXPORT_SHEET, ...sheets].toSorted());
    expect(excel.host.workbook.findSheet('Personer')!.cells.value(39, 7) ?? '').toBe(stands);
  });

  it('stay beside the new ones where the user says so', async () => {
    const { excel, pane } = await openSmall();
    await walkThrough(pane);
    excel.host.user.type('Tabeller!H40', 'mitt');
    await pane.write();
    // The charts of the overview draw the tables.
    expect(pane.state.overwriting).toMatchObject({
      changed: [{ name: 'Tabeller' }],
      tied: [{ name: 'Översikt' }],
    });
    await pane.overwrite('beside');
    const twice = sheetNames(excel.host).filter((name) => name.includes('(2)'));
    expect(twice).toEqual(['Översikt (2)', 'Tabeller (2)']);
  });

  it('stay as they are, and nothing is written, where the user leaves the question', async () => {
    const { excel, pane } = await openSmall();
    await walkThrough(pane);
    excel.host.user.type('Personer!H40', 'mitt');
    await pane.write();
    pane.leaveAll();
    expect(pane.state.overwriting).toBeNull();
    expect(sheetNames(excel.host)).toEqual([EXPORT_SHEET, ...SHEETS]);
  });
});

describe('the steps', () => {
  it('are walked back and forth, and fields that are wrong keep the user where they are', async () => {
    const { pane } = await openSmall();
    await pane.open();
    await pane.goTo('limits');
    pane.fill({ lowestAge: 'arton' });
    await pane.goTo('control');
    expect(pane.state.step).toBe('limits');
    expect(pane.state.problem!.sv).toContain('«lowestAge»');
    pane.fill({ lowestAge: null });
    await pane.goTo('result');
    await pane.goTo('data');
    expect(pane.state).toMatchObject({ step: 'data', problem: null });
  });

  it('say which column is missing, and take the one that is pointed out', async () => {
    const pane = paneOver(
      await openRows(ROWS.map(([person, ...rest]) => [person === 'Person' ? 'Vem' : person!, ...rest])),
    );
    await pane.open();
    expect(pane.state.problem!.code).toBe('no-person-column');
    await pane.goTo('limits');
    expect(pane.state.step).toBe('data');
    await pane.change({ ask: 'choose-column', role: 'person', name: 'Vem' });
    await pane.goTo('control');
    expect(pane.state).toMatchObject({ step: 'control', problem: null });
  });

  it('end at the check where no row can be used', async () => {
    const { pane } = await openSmall();
    await pane.open();
    pane.fill({ from: '2030-01-01' });
    await pane.goTo('control');
    expect(pane.state).toMatchObject({ step: 'control', problem: { code: 'no-usable-rows' } });
    await pane.goTo('result');
    expect(pane.state.step).toBe('control');
  });

  it('show a row of the export in its sheet', async () => {
    const { excel, pane } = await openSmall();
    await walkThrough(pane);
    await pane.goTo('control');
    const found = await pane.findRows('excluded', '', 20);
    expect(found.rows.map(({ key }) => key)).toEqual(['5']);
    await pane.selectRow(5);
    const selected = await excel.host.Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(selected).toMatch(/^Aktualiseringar!.*5/);
  });
});

describe('beside the rows', () => {
  it('the columns are added as values, and again in the same place', async () => {
    const { excel, pane } = await openSmall();
    await pane.open();
    await pane.putColumns(['actualisations', 'first', 'group'], 'values');
    expect(pane.state.said?.kind).toBe('columns-added');
    const added = [
      ['Antal aktualiseringar', 'Tidigaste aktualisering', 'Frekvensgrupp'],
      ['2', '2021-01-01', '2'],
      ['1', '2021-01-02', '1'],
      ['2', '2021-01-01', '2'],
      ['', '', ''],
    ];
    expect(await texts(excel.host, 'D1:F5')).toEqual(added);
    await pane.putColumns(['actualisations', 'first', 'group'], 'values');
    expect(await texts(excel.host, 'D1:G5')).toEqual(added.map((row) => [...row, '']));
  });

  it('the columns are formulas of the ISU functions', async () => {
    const { excel, pane } = await openSmall({ asTable: false });
    await pane.open();
    await pane.putColumns(['months', 'group'], 'functions');
    expect(pane.state).toMatchObject({ problem: null, said: { kind: 'columns-added' } });
    const formulas = await excel.host.Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem(EXPORT_SHEET).getRange('D2:E2');
      cells.load('formulas');
      await context.sync();
      return cells.formulas;
    });
    expect(formulas[0]![0]).toMatch(/^=ISU\.MANADER\(.*,"hela"\)$/);
    expect(formulas[0]![1]).toMatch(/^=ISU\.GRUPP\(.*,\{1,2,3,7,12\}\)$/);
  });

  it('the selection is marked, and the marks are taken away again', async () => {
    const { excel, pane } = await openSmall();
    await pane.open();
    pane.fill({ atLeast: '2' });
    await pane.mark();
    expect(pane.state.said).toEqual({ kind: 'marked', rows: 2, persons: 1 });
    const marks = (await texts(excel.host, 'D1:D5')).flat();
    expect(marks[0]).toBe('Urval till aktgranskning');
    expect(marks.map((mark) => mark !== '')).toEqual([true, true, false, true, false]);
    await pane.unmark();
    expect((await texts(excel.host, 'D1:D5')).flat()).toEqual(['', '', '', '', '']);
  });
});

describe('the selection as a sheet', () => {
  const values = ({ workbook }: ExcelHost, name: string) => {
    const sheet = workbook.findSheet(name)!;
    const { rowCount, columnCount } = sheet.usedArea(true)!;
    return Array.from({ length: rowCount }, (_, row) =>
      Array.from({ length: columnCount }, (_, column) => sheet.value(row, column) ?? ''),
    );
  };

  it('lists the selected persons under the rule that chose them, and leaves all else', async () => {
    const { excel, pane } = await openSmall();
    await pane.open();
    pane.fill({ atLeast: '2' });
    await pane.writeSelection();
    expect(pane.state).toMatchObject({ problem: null, said: { kind: 'written', sheets: ['Urval'] } });
    expect(sheetNames(excel.host)).toEqual([EXPORT_SHEET, 'Urval']);
    const cells = values(excel.host, 'Urval');
    const rule = 'Urvalet är personer med minst 2 aktualiseringar i perioden. Det är 1 person.';
    expect(cells.map(([first]) => first)).toContain(rule);
    // A: 1 January and 1 March 2021, which are two whole months apart.
    const days = [DAY_2021, DAY_2021 + 59];
    expect(cells.filter(([, count]) => count === 2)).toEqual([['A', 2, ...days, 2, '2']]);
    expect(cells.flat()).not.toContain('B');
    expect(excel.host.workbook.findSheet('Urval')!.tables).toHaveLength(1);
  });

  it('is known whatever its name, written again with the rest, and gone when nobody is selected', async () => {
    const { excel, pane } = await openSmall();
    await pane.open();
    pane.fill({ atLeast: '2' });
    await pane.writeSelection();
    await pane.write();
    expect(sheetNames(excel.host)).toEqual([EXPORT_SHEET, ...SHEETS, 'Urval']);
    excel.host.user.renameSheet('Urval', 'Att läsa');
    pane.fill({ atLeast: '1' });
    await pane.writeSelection();
    expect(sheetNames(excel.host)).toEqual([EXPORT_SHEET, ...SHEETS, 'Urval']);
    expect(values(excel.host, 'Urval').map(([first]) => first)).toContain('B');
    pane.fill({ atLeast: null });
    await pane.write();
    expect(sheetNames(excel.host)).toEqual([EXPORT_SHEET, ...SHEETS]);
  });

  it('is asked about where the user has changed it, and no other sheet is', async () => {
    const { excel, pane } = await openSmall();
    await pane.open();
    pane.fill({ atLeast: '2' });
    await pane.write();
    await pane.writeSelection();
    excel.host.user.type('Urval!H9', 'läst');
    excel.host.user.type('Personer!H9', 'mitt');
    await pane.writeSelection();
    expect(pane.state.overwriting).toMatchObject({
      writing: 'selection',
      changed: [{ name: 'Urval' }],
      canKeep: false,
    });
    await pane.overwrite('beside');
    expect(sheetNames(excel.host)).toEqual([EXPORT_SHEET, ...SHEETS, 'Urval', 'Urval (2)']);
    expect(excel.host.workbook.findSheet('Urval')!.value(8, 7)).toBe('läst');
    expect(excel.host.workbook.findSheet('Personer')!.value(8, 7)).toBe('mitt');
  });

  it('names the persons by code where a key is open', async () => {
    const { excel, pane } = await openSmall();
    await pane.open();
    const text = await pane.makeKey();
    const bytes = new TextEncoder().encode(text!);
    await pane.change({ ask: 'open-key', name: 'isu-nyckel.txt', bytes });
    pane.fill({ atLeast: '2' });
    await pane.writeSelection();
    const persons = values(excel.host, 'Urval').filter(([, count]) => count === 2);
    expect(persons).toHaveLength(1);
    expect(persons[0]![0]).not.toBe('A');
    expect(values(excel.host, 'Urval').flat()).not.toContain('A');
    const stored = JSON.stringify(await excel.edge.readStoredSettings());
    expect(stored).toContain('isu-nyckel.txt');
    expect(stored).not.toMatch(/[0-9a-f]{64}/);
  });

  it('is refused in words where nobody meets the rule, or nobody may be shown', async () => {
    const { excel, pane } = await openSmall();
    await pane.open();
    pane.fill({ atLeast: '9' });
    await pane.writeSelection();
    expect(pane.state.problem).toMatchObject({ code: 'nobody-selected' });
    pane.fill({ atLeast: '2', publication: true });
    await pane.writeSelection();
    expect(pane.state.problem).toMatchObject({ code: 'selection-hidden' });
    expect(sheetNames(excel.host)).toEqual([EXPORT_SHEET]);
  });
});

describe('what can come between', () => {
  it('a change of the export is told, and reading again takes it', async () => {
    const { excel, pane } = await openSmall();
    await walkThrough(pane);
    excel.host.user.type(`${EXPORT_SHEET}!A5`, 'C');
    await excel.host.settled();
    expect(pane.state.change).toBe('edited');
    await pane.readAgain();
    expect(pane.state.change).toBeNull();
    expect((await pane.findRows('persons', '', 9)).rows.map(({ key }) => key)).toEqual(['A', 'B', 'C']);
  });

  it('a cell being edited is said in a sentence, and trying again works', async () => {
    const { excel, pane } = await openSmall();
    excel.host.user.beginEditing();
    await pane.open();
    expect(pane.state.problem!.sv).toContain('En cell redigeras');
    excel.host.user.endEditing();
    await pane.open();
    expect(pane.state.problem).toBeNull();
  });

  it('stopped while it reads, it leaves what was read before', async () => {
    const { pane } = await openSmall();
    await pane.open();
    const reading = pane.readAgain();
    pane.subscribe(() => pane.state.busy?.activity === 'reading' && pane.stop());
    await reading;
    expect(pane.state).toMatchObject({ problem: null, said: { kind: 'stopped' } });
    expect((await pane.findRows('persons', '', 9)).found).toBe(2);
  });

  it('stopped while it counts, it stays where it is, and counts when asked again', async () => {
    const { pane } = await openSmall();
    await pane.open();
    pane.fill({ lowestAge: '30' });
    const going = pane.goTo('control');
    const leave = pane.subscribe(() => pane.state.busy?.canStop && pane.stop());
    await going;
    expect(pane.state).toMatchObject({
      step: 'data',
      isCounted: false,
      problem: null,
      said: { kind: 'stopped' },
    });
    leave();
    await pane.goTo('control');
    expect(pane.state).toMatchObject({ step: 'control', isCounted: true, said: null });
  });

  it('a workbook without rows is told what to do', async () => {
    const pane = paneOver(openExcel());
    await pane.open();
    expect(pane.state.problem!.code).toBe('no-export');
  });
});
