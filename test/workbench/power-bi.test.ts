/** The tab Power BI of the workbench: the packaged visual in a sandboxed frame, fed from the workbook and filtering it. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityViolations } from './axe.ts';
import { dropFile } from './browser.ts';
import { cutOffTexts, faintTexts } from './reading.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({
  path: '',
  withPane: true,
  withVisual: true,
  withMaps: false,
  sign: (page) => page.getByRole('tab', { name: 'Power BI' }),
});
const { openPage } = workbench;

const visual = (page: Page): FrameLocator => page.frameLocator('iframe.tile');
const mark = (page: Page, name: RegExp): Locator => visual(page).getByRole('option', { name });
const visualTab = (page: Page, name: string): Locator => visual(page).getByRole('tab', { name });
const filterLine = (page: Page): Locator => page.locator('.filter-line');
const calls = (page: Page): Locator =>
  page.getByRole('list', { name: 'Visualens anrop' }).getByRole('listitem');
const menu = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true });

async function openReport(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Power BI' }).click();
  await visual(page).getByRole('tab').first().waitFor();
}

/** The numbers that the grid shows its rows under, the frozen headers left out; no more than are in sight. */
function numbersInSight(page: Page): Promise<readonly number[]> {
  return page
    .locator('.rdg-row:not(.rdg-summary-row) .row-number')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)).sort((a, b) => a - b));
}

/** By the cells of the workbook itself: the rows of persons with so many rows at least. */
function rowsOfFrequent(page: Page, least: number): Promise<readonly number[]> {
  return page.evaluate(
    (atLeast) =>
      Excel.run(async (context) => {
        const cells = context.workbook.worksheets.getFirst().getUsedRange(true).load('values');
        await context.sync();
        const persons = cells.values.map(([person]) => String(person));
        const counts = new Map<string, number>();
        for (const person of persons) counts.set(person, (counts.get(person) ?? 0) + 1);
        return persons.flatMap((person, row) => (row > 0 && counts.get(person)! >= atLeast ? [row + 1] : []));
      }),
    least,
  );
}

describe('the made-up register', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage('', {}, 'kept');
    await openReport(page);
  });
  afterAll(workbench.endKept);

  test('is drawn by the packaged visual, in a frame that has no origin and reaches nothing', async () => {
    await expect
      .poll(() => mark(page, /12 eller fler/).getAttribute('aria-label'))
      .toMatch(/Personer 86 \(13\s%\), Aktualiseringar 1\s911 \(55\s%\)/);
    const frame = page.frames().find((each) => each.url().endsWith('/power-bi/'))!;
    expect(await frame.evaluate(() => window.origin)).toBe('null');
    const reached = frame.evaluate(() => window.parent.document.title);
    await expect(reached).rejects.toThrow(/cross-origin/);
  });

  test('is filtered in the grid by a group that is pointed at, and whole again without the filter', async () => {
    const all = await numbersInSight(page);
    await mark(page, /12 eller fler/).click();
    await expect
      .poll(() => filterLine(page).locator('span').innerText())
      .toMatch(/86 personer, 1\s911 av 3\s465 rader/);
    const rows = await rowsOfFrequent(page, 12);
    expect(rows).toHaveLength(1911);
    const inSight = await numbersInSight(page);
    expect(inSight).toEqual(rows.slice(0, inSight.length));
    // What stands in a row is that row's own.
    const person = page.locator('.rdg-row:not(.rdg-summary-row)').first().locator('[aria-colindex="2"]');
    const first = rows[0]!;
    const value = await page.evaluate(
      (row) =>
        Excel.run(async (context) => {
          const cell = context.workbook.worksheets
            .getFirst()
            .getRange(`A${String(row)}`)
            .load('text');
          await context.sync();
          return cell.text[0]![0];
        }),
      first,
    );
    expect(await person.innerText()).toBe(value);
    await page.getByRole('button', { name: 'Ta bort filtret' }).click();
    await expect.poll(() => filterLine(page).innerText()).toBe('');
    expect(await numbersInSight(page)).toEqual(all);
    expect(await visual(page).locator('[aria-selected=true].isu-mark').count()).toBe(0);
  });

  test('is drawn in the language, the theme and the size that are chosen', async () => {
    await menu(page, 'Språk').selectOption('Engelska');
    await visualTab(page, 'Groups').waitFor();
    const ground = () =>
      visual(page)
        .locator('.isu-stage')
        .evaluate((stage) => getComputedStyle(stage).backgroundColor);
    for (const [theme, colour] of [
      ['Mörkt', 'rgb(32, 31, 30)'],
      ['Hög kontrast, svart', 'rgb(0, 0, 0)'],
      ['Ljust', 'rgb(255, 255, 255)'],
    ] as const) {
      await menu(page, 'Tema').selectOption(theme);
      await expect.poll(ground).toBe(colour);
    }
    await menu(page, 'Storlek').selectOption('150 × 100');
    await expect.poll(() => visual(page).locator('.isu-scroller > svg').getAttribute('width')).toBe('150');
    expect(await visualTab(page, 'Groups').count()).toBe(0);
    await menu(page, 'Storlek').selectOption('Fyll rutan');
    await menu(page, 'Språk').selectOption('Svenska');
    await visualTab(page, 'Grupper').waitFor();
  });

  test('comes in windows, as the visual asks for them; where they stop, the visual says so', async () => {
    await page.getByRole('button', { name: 'Värd' }).click();
    await menu(page, 'Rader i varje fönster').selectOption({ value: '1000' });
    await mark(page, /12 eller fler/).waitFor();
    await page.getByRole('button', { name: 'Anrop' }).click();
    const asked = () => calls(page).filter({ hasText: 'fetchMoreData' }).count();
    expect(await asked()).toBe(3);
    await page.getByRole('button', { name: 'Värd' }).click();
    await menu(page, 'Rader i varje fönster').selectOption({ value: '250' });
    await menu(page, 'När fler rader begärs').selectOption({ value: 'cut' });
    await visual(page).getByText(/750/).first().waitFor();
    await menu(page, 'När fler rader begärs').selectOption({ value: 'all' });
    await mark(page, /12 eller fler/).waitFor();
  });

  test('has its fields and its format chosen by menus, and what the visual chooses stands in them', async () => {
    await page.getByRole('button', { name: 'Fält' }).click();
    expect(await menu(page, 'Person').inputValue()).toBe('Personnummer');
    await menu(page, 'Person').selectOption('–');
    await mark(page, /12 eller fler/).waitFor({ state: 'detached' });
    await menu(page, 'Person').selectOption('Personnummer');
    await page.getByRole('button', { name: 'Format' }).click();
    await visualTab(page, 'Profil').click();
    await expect.poll(() => menu(page, 'Visa').inputValue()).toBe('profile');
    await menu(page, 'Visa').selectOption({ value: 'groups' });
    await mark(page, /12 eller fler/).waitFor();
    await menu(page, 'Visas för').selectOption({ value: 'publication' });
    await visualTab(page, 'Grupper').waitFor();
    await mark(page, /12 eller fler/).waitFor();
    await page.getByRole('textbox', { name: 'Gruppernas nedre gränser' }).fill('1, 5');
    await page.keyboard.press('Enter');
    await mark(page, /5 eller fler/).waitFor();
  });
});

test('an export of one’s own is drawn, and drawn again when a cell of it is changed', async () => {
  const page = await openPage();
  await openReport(page);
  await dropFile(
    page,
    'body',
    'eget.csv',
    'Klient;Inkom datum\r\nA;2023-03-01\r\nB;2023-04-05\r\nA;2024-05-03\r\n',
  );
  await page.getByText('eget.csv är öppen.').waitFor();
  const heard = mark(page, /^Personer med 2/);
  await heard.waitFor();
  await expect.poll(() => heard.getAttribute('aria-label')).toContain('Personer 1 (50');
  await page.locator('[aria-rowindex="3"] > [aria-colindex="2"]').dblclick();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('A');
  await page.keyboard.press('Enter');
  await mark(page, /^Personer med 3/).waitFor();
});

test.each([
  { width: 390, height: 844, query: '' },
  { width: 1440, height: 900, query: '?lang=en' },
])(
  'on a screen of $width pixels every text can be read, nothing is cut off, and axe-core finds nothing',
  async ({ query, ...viewport }) => {
    const page = await openPage(query, { viewport });
    await openReport(page);
    for (const name of query === '' ? ['Format'] : ['Fields', 'Calls']) {
      await page.getByRole('button', { name, exact: true }).click();
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(await faintTexts(page)).toEqual([]);
      await expect.poll(() => cutOffTexts(page)).toEqual([]);
    }
  },
);
