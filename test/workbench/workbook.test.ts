/** The workbench at `/`: a workbook with the built task pane beside it, as a person works in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { CHART_COLOURS } from 'isu-charts';
import { csvChunks, largeRegister, sampleRegister } from 'isu-sample-register';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityViolations } from './axe.ts';
import { dropFile } from './browser.ts';
import { COLOURS, cutOffTexts, faintTexts } from './reading.ts';
import { recordTasks, workIn, type Kind, type MainTask } from './long-tasks.ts';
import { useWorkbench } from './workbench.ts';

/** The third row has a day that does not exist. */
const OWN_REGISTER =
  'Klient;Inkom datum;Typ\r\nA;2023-03-01;Ansökan\r\nB;2023-02-30;Anmälan\r\nA;2024-05-03;LOB\r\n';
const MADE = ['Översikt', 'Personer', 'Tabeller', 'Radredovisning', 'Protokoll'];

const workbench = useWorkbench({
  path: '',
  withPane: true,
  withMaps: true,
  sign: (page) => paneOf(page).getByRole('button', { name: /^(Nästa|Next)/ }),
});
const { openPage } = workbench;

function paneOf(page: Page): FrameLocator {
  return page.frameLocator('iframe');
}

/** By its address; the row of letters and the column of numbers count as firsts. */
function cell(page: Page, address: string): Locator {
  const [, letter, row] = /^([A-Z])(\d+)$/.exec(address)!;
  const column = letter!.charCodeAt(0) - 63;
  return page.locator(`[aria-rowindex="${String(Number(row) + 1)}"] > [aria-colindex="${String(column)}"]`);
}

const tabs = (page: Page) => page.getByRole('tablist', { name: /Blad|Sheets/ }).getByRole('tab');
const tab = (page: Page, name: string) => tabs(page).filter({ hasText: name });
const place = (page: Page) => page.getByRole('textbox', { name: /^Cell$/ });

const CLICKS = {
  sv: ['Nästa: Avgränsning', 'Nästa: Kontroll', 'Nästa: Resultat', 'Skriv till arbetsboken'],
  en: ['Next: Limits', 'Next: Check', 'Next: Result', 'Write to the workbook'],
};
const READY = { sv: 'Arbetsboken är klar.', en: 'The workbook is ready.' };

async function walkThrough(page: Page, language: 'sv' | 'en' = 'sv'): Promise<void> {
  const pane = paneOf(page);
  for (const name of CLICKS[language]) await pane.getByRole('button', { name }).click();
  await pane.getByText(READY[language]).first().waitFor();
}

async function openOwn(page: Page, name: string, content: Uint8Array | string, rows: string): Promise<void> {
  await dropFile(page, 'body', name, content);
  await page.getByText(`${name} är öppen.`).waitFor();
  await paneOf(page).getByText(rows).waitFor();
}

/** Of the first chart's columns, as it is drawn: `#1f5f5b`. */
async function seriesColour(page: Page, series: number): Promise<string> {
  const column = page.locator(`.isu-chart-series-${String(series)}:not(.isu-chart-line)`).first();
  const drawn = await column.evaluate((element) => getComputedStyle(element).fill);
  const parts = [...drawn.matchAll(/\d+/g)].map(([part]) => Number(part).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}

describe('the workbench opens with the made-up register', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage('', {}, 'kept');
  });
  afterAll(workbench.endKept);

  test('as an export of the case system, in which the real pane has found its columns', async () => {
    expect(await tabs(page).allInnerTexts()).toEqual(['Aktualiseringar']);
    expect(await cell(page, 'A1').innerText()).toBe('Personnummer');
    expect(await cell(page, 'C2').innerText()).toBe('2017-01-01');
    expect(await paneOf(page).getByText('Exporten finns på bladet').innerText()).toContain('A1:H3466');
  });

  test('four clicks write five sheets, whose charts are drawn from their cells, in the page’s colours', async () => {
    await walkThrough(page);
    expect(await tabs(page).allInnerTexts()).toEqual(['Aktualiseringar', ...MADE]);
    await tab(page, 'Översikt').click();
    const charts = page.getByRole('img', { name: /^Diagram: / });
    await expect.poll(() => charts.count()).toBe(2);
    const figures = await charts.first().locator('.isu-chart-value').allTextContents();
    expect(figures.map((figure) => figure.replace(/\s/g, ''))).toEqual(
      expect.arrayContaining(['300', '91', '144', '58', '86', '182', '579', '493', '1911']),
    );
    const filePage = await workbench.browser.newPage();
    await filePage.goto(`${workbench.address}fil/`);
    for (const [i, colour] of CHART_COLOURS.series.slice(0, 2).entries()) {
      await expect.poll(() => seriesColour(page, i + 1)).toBe(colour);
      await expect.poll(() => seriesColour(filePage, i + 1)).toBe(colour);
    }
    await filePage.close();
    await tab(page, 'Tabeller').click();
    await expect.poll(() => cell(page, 'A5').innerText()).toBe('1');
    expect(await cell(page, 'B5').innerText()).toBe('300');
    expect(await cell(page, 'C5').innerText()).toMatch(/^44\s%$/);
  });

  test('the workbook that is saved holds the cells of the workbook that is open', async () => {
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Spara som .xlsx' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const saved = new ExcelJs.Workbook();
    await saved.xlsx.load(readFileSync(await download.path()).buffer);
    const open = await page.evaluate(() =>
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load('items/name');
        await context.sync();
        const used = worksheets.items.map((sheet) => sheet.getUsedRange(true).load('values'));
        await context.sync();
        return worksheets.items.map(({ name }, i) => ({ name, values: used[i]!.values as unknown[][] }));
      }),
    );
    expect(saved.worksheets.map(({ name }) => name)).toEqual(open.map(({ name }) => name));
    for (const { name, values } of open) {
      const sheet = saved.getWorksheet(name)!;
      const kept = values.map((row, r) => row.map((_, c) => plain(sheet.getCell(r + 1, c + 1))));
      expect(kept, name).toEqual(values);
    }
  });

  test('a cell that is edited is changed in the workbook, and the pane notices', async () => {
    await tab(page, 'Aktualiseringar').click();
    await cell(page, 'E2').dblclick();
    await page.keyboard.type('Ansökan ändrad');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 'E2').innerText()).toBe('Ansökan ändrad');
    await paneOf(page).getByText('Exporten har ändrats sedan den lästes.').waitFor();
  });

  test('another workbook is opened over a changed one only if the user wants it', async () => {
    await page.getByRole('link', { name: 'In English' }).click();
    await page.getByRole('button', { name: 'Avbryt' }).click();
    expect(await cell(page, 'E2').innerText()).toBe('Ansökan ändrad');
    await page.getByRole('link', { name: 'In English' }).click();
    await page.getByRole('button', { name: 'Öppna ändå' }).click();
    await paneOf(page).getByRole('button', { name: 'Next: ' }).waitFor();
    expect(page.url()).toBe(`${workbench.address}?lang=en`);
    expect(await tabs(page).allInnerTexts()).toEqual(['Aktualiseringar']);
  });
});

/** exceljs gives dates, where the open workbook has their numbers, and merged cells the value of their first. */
function plain(cell: ExcelJs.Cell): unknown {
  const { value } = cell;
  if (cell.isMerged && cell.master !== cell) return '';
  if (value instanceof Date) return Math.round(value.getTime() / 86_400_000) + 25_569;
  return value ?? '';
}

test('an export of one’s own is dropped, and the row that the pane leaves out is shown in it', async () => {
  const page = await openPage();
  await openOwn(page, 'eget.csv', OWN_REGISTER, '3 rader');
  const pane = paneOf(page);
  await pane.getByRole('button', { name: 'Nästa: Avgränsning' }).click();
  await pane.getByRole('button', { name: 'Nästa: Kontroll' }).click();
  await pane
    .getByRole('button', { name: /2023-02-30|rad 3|Rad 3/ })
    .first()
    .click();
  await expect.poll(() => place(page).inputValue()).toMatch(/^(A3:|3:3)/);
  expect(await cell(page, 'B3').innerText()).toBe('2023-02-30');
});

test('what is no register is refused in words, and the workbook stays', async () => {
  const page = await openPage();
  await dropFile(page, 'body', 'bild.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
  await expect.poll(() => page.getByRole('alert').first().innerText()).toContain('bild.png');
  expect(await cell(page, 'A1').innerText()).toBe('Personnummer');
});

describe('100,000 rows of nine columns', () => {
  let page: Page;
  let tasks: readonly MainTask[];
  beforeAll(async () => {
    page = await openPage('', {}, 'kept');
    // The pane is let in when the recording has begun.
    let letIn = () => {};
    const ready = new Promise<void>((resolve) => (letIn = resolve));
    await page.route(/\/pane\/$/, (route) => ready.then(() => route.continue()));
    await dropFile(page, 'body', 'stort.csv', nineColumns(100_000));
    await page.getByText('stort.csv är öppen.').waitFor();
    const recording = await recordTasks(page, join(workbench.folder, 'dist/page'));
    letIn();
    await walkThrough(page);
    tasks = await recording.end();
  });
  afterAll(workbench.endKept);

  test('are read, counted and written without a task above 50 ms but drawing', () => {
    const spent = (kind: Kind) => tasks.reduce((sum, { by }) => sum + (by[kind] ?? 0), 0);
    expect(tasks.filter((task) => workIn(task) > 50)).toEqual([]);
    // Each has been at work, so that what was found is not nothing because nothing was seen.
    for (const kind of ['excel', 'pane', 'drawing'] as const) expect(spent(kind), kind).toBeGreaterThan(50);
  });

  test('are drawn as far as they are in sight, and the last is a key away', async () => {
    await tabs(page).first().click();
    await place(page).fill('A100001');
    await place(page).press('Enter');
    await expect.poll(() => cell(page, 'B100001').innerText()).toMatch(/^\d+$/);
    expect(await page.locator('.rdg-row').count()).toBeLessThan(120);
  });
});

function nineColumns(rows: number): Buffer {
  const csv = Buffer.concat([...csvChunks(largeRegister({ rows }))]).toString();
  let row = -1;
  return Buffer.from(
    csv.replaceAll('\r\n', () => (++row === 0 ? ';Handläggare\r\n' : `;H${String(row % 40)}\r\n`)),
  );
}

describe('a cell', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage('', {}, 'kept');
  });
  afterAll(workbench.endKept);

  async function write(address: string, text: string): Promise<void> {
    await place(page).fill(address);
    await place(page).press('Enter');
    await cell(page, address).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }

  const values = (address: string) =>
    page.evaluate(
      (wanted) =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getActiveWorksheet().getRange(wanted).load('values');
          await context.sync();
          return range.values as unknown[][];
        }),
      address,
    );

  test('takes a function of the add-in, as the handbook writes it, which answers each cell of a range', async () => {
    await write('J2', '=ISU.ANTAL(A2:A6;A2:A3466;C2:C3466)');
    const { rows } = sampleRegister();
    const counts = rows.slice(0, 5).map(({ person }) => rows.filter((row) => row.person === person).length);
    await expect.poll(() => values('J2:J6')).toEqual(counts.map((count) => [count]));
    expect(await cell(page, 'J6').innerText()).toBe(String(counts[4]));
    await place(page).fill('J2');
    await place(page).press('Enter');
    const content = page.getByRole('textbox', { name: 'Cellens innehåll' });
    await expect.poll(() => content.inputValue()).toBe('=ISU.ANTAL(A2:A6;A2:A3466;C2:C3466)');
    // What has been scrolled to the left lies under the numbers of the rows.
    const number = page.locator('.row-number').filter({ hasText: /^2$/ }).first();
    const isOnTop = await number.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return document.elementFromPoint(x, y) === element && getComputedStyle(element).backgroundColor;
    });
    expect(isOnTop).toMatch(/^rgb\(/);
  });

  test('takes the whole lathund, a row for each person', async () => {
    await write('L2', '=ISU.PERSONER(A2:A3466;C2:C3466)');
    const filled = async () => (await values('L2:L700')).filter(([person]) => person !== '').length;
    // The headers, and 679 persons.
    await expect.poll(filled).toBe(680);
    const all = await values('L3:M681');
    expect(all.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(3465);
    expect(await cell(page, 'L3').innerText()).toBe(all[0]![0]);
  });

  test('says in its error what is wrong', async () => {
    await write('J9', '=ISU.MANADER(A2;A2:A9;C2:C9;"veckor")');
    await expect.poll(() => cell(page, 'J9').innerText()).toMatch(/^#/);
    expect(await cell(page, 'J9').locator('[title]').getAttribute('title')).toContain('veckor');
  });

  test.each(['Ja,Nej', '=$E$2:$E$40'])(
    'with the list %s offers it, and takes nothing else',
    async (source) => {
      await page.evaluate(
        (list) =>
          Excel.run(async (context) => {
            const sheet = context.workbook.worksheets.getActiveWorksheet();
            const range = sheet.getRange('J12');
            range.dataValidation.rule = { list: { inCellDropDown: true, source: list } };
            range.clear('Contents');
            await context.sync();
          }),
        source,
      );
      const offered = source.startsWith('=') ? (await values('E2:E40')).flat() : ['Ja', 'Nej'];
      const options = [...new Set(offered.map(String))];
      const chosen = options.at(-1)!;
      await place(page).fill('J12');
      await place(page).press('Enter');
      await cell(page, 'J12').locator('.list-arrow').click();
      const list = cell(page, 'J12').getByRole('combobox');
      expect(await list.locator('option').allInnerTexts()).toEqual(['', ...options]);
      await list.selectOption(chosen);
      await expect.poll(() => values('J12')).toEqual([[chosen]]);
      await write('J12', 'Kanske');
      expect(await page.getByRole('alert').first().innerText()).toContain('sin lista');
      expect(await values('J12')).toEqual([[chosen]]);
    },
  );
});

describe('without a mouse', () => {
  test('cells, sheets and the pane are reached and used', async () => {
    const page = await openPage();
    await cell(page, 'A3').click();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => place(page).inputValue()).toBe('B3');
    await page.keyboard.press('Delete');
    await expect.poll(() => cell(page, 'B3').innerText()).toBe('');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 'B3').innerText()).toBe('7');
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('pane');
  });
});

test.each([
  { width: 360, height: 740, query: '' },
  { width: 1280, height: 900, query: '?lang=en' },
])(
  'on a screen of $width pixels every text can be read, nothing is cut off, and axe-core finds nothing',
  async ({ query, ...viewport }) => {
    const page = await openPage(query, { viewport });
    const language = query === '' ? 'sv' : 'en';
    await walkThrough(page, language);
    for (const each of await tabs(page).all()) {
      await each.click();
      expect(await faintTexts(page)).toEqual([]);
      await expect.poll(() => cutOffTexts(page)).toEqual([]);
    }
    // The export, and the sheet with the charts; the pane is looked at in tests of its own.
    for (const at of [0, 1]) {
      await tabs(page).nth(at).click();
      await page.emulateMedia(COLOURS[at === 0 ? 2 : 0]);
      expect(await accessibilityViolations(page)).toEqual([]);
    }
  },
  180_000,
);
