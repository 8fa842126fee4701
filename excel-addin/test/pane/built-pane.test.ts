/** The pane as it is built and served, in a browser, in an Excel that holds the made-up register. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isu } from '../../../packages/cli/test/command.ts';
import { differences, rowOf, sheetsOfFile, withoutRow, type DrawnSheet } from '../office/drawn-sheets.ts';
import { accessibilityViolations } from '../../../test/workbench/axe.ts';
import { useBuiltPane } from './built-pane.ts';
import type { TestExcel } from './office-js.ts';

const { open, folder } = useBuiltPane();

const SHEETS = {
  sv: ['Översikt', 'Personer', 'Tabeller', 'Radredovisning', 'Protokoll'],
  en: ['Overview', 'Persons', 'Tables', 'Row account', 'Protocol'],
};
const CLICKS = {
  sv: ['Nästa: Avgränsning', 'Nästa: Kontroll', 'Nästa: Resultat', 'Skriv till arbetsboken'],
  en: ['Next: Limits', 'Next: Check', 'Next: Result', 'Write to the workbook'],
};
const HEADINGS = {
  sv: ['Vilka uppgifter räknar vi på?', 'Vad ska räknas?', 'Stämmer underlaget?', 'Så här blir det'],
  en: [
    'Which data do we count?',
    'What is to be counted?',
    'Is the source in order?',
    'This is what you get',
  ],
};
const READY = { sv: 'Arbetsboken är klar.', en: 'The workbook is ready.' };

const excelIn = (page: Page) =>
  page.evaluateHandle(() => (window as unknown as { testExcel: TestExcel }).testExcel);
const sheetNames = async (page: Page) => (await excelIn(page)).evaluate((excel) => excel.sheetNames());
const drawnIn = async (page: Page, names: readonly string[]): Promise<readonly DrawnSheet[]> =>
  (await excelIn(page)).evaluate((excel, each) => excel.drawn(each), names);
const done = (page: Page, language: 'sv' | 'en') => page.getByText(READY[language]).last().waitFor();

describe('four clicks', () => {
  it('leave the workbook of isu analyse, cell by cell', async () => {
    const page = await open({ workbookName: 'register.xlsx' });
    for (const [at, name] of CLICKS.sv.entries()) {
      await page.getByRole('heading', { level: 1, name: HEADINGS.sv[at]! }).waitFor();
      await page.getByRole('button', { name }).click();
    }
    await done(page, 'sv');
    expect(await sheetNames(page)).toEqual(['Aktualiseringar', ...SHEETS.sv]);
    const drawn = await drawnIn(page, SHEETS.sv);

    const [register, out] = [join(folder, 'register.xlsx'), join(folder, 'result.xlsx')];
    expect(await isu(['sample', '--out', register])).toMatchObject({ code: 0 });
    expect(await isu(['analyse', register, '--out', out, '--lang', 'sv'])).toMatchObject({ code: 0 });
    const file = await sheetsOfFile(new Uint8Array(readFileSync(out)));
    expect(drawn.map(({ name }) => name)).toEqual(file.map(({ name }) => name));
    // A file has a checksum; a sheet of an open workbook has none, so what stands below in the protocol moves up a row.
    const wanted = file.map((sheet) =>
      sheet.name === 'Protokoll' ? withoutRow(sheet, rowOf(sheet, 'Kontrollsumma (SHA-256)')) : sheet,
    );
    expect(drawn.flatMap((sheet, at) => differences(sheet, wanted[at]!))).toEqual([]);
  });

  it('are enough in English too', async () => {
    const page = await open({ displayLanguage: 'en-US', platform: 'web', excelApi: '1.13' }, { width: 450 });
    for (const name of CLICKS.en) await page.getByRole('button', { name }).click();
    await done(page, 'en');
    expect(await sheetNames(page)).toEqual(['Aktualiseringar', ...SHEETS.en]);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

it('is walked through with the keyboard alone', async () => {
  const page = await open();
  await page.getByRole('button', { name: CLICKS.sv[0]! }).waitFor();
  const press = async (name: string) => {
    // While the pane is busy its buttons can be reached, and wait.
    await page.locator('footer button:not([aria-disabled=true])', { hasText: name }).waitFor();
    for (let tabs = 0; tabs < 60; tabs++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      if (focused === name) return page.keyboard.press('Enter');
    }
    throw new Error(`"${name}" is not reached`);
  };
  for (const [at, name] of CLICKS.sv.entries()) {
    await press(name);
    if (at === 3) continue;
    const heading = page.getByRole('heading', { level: 1, name: HEADINGS.sv[at + 1]! });
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  }
  await done(page, 'sv');
});

it('shows the row of the export that a finding is about', async () => {
  const page = await open({ rowsAtTheEnd: WRONG_ROWS });
  await page.getByRole('button', { name: CLICKS.sv[0]! }).click();
  await page.getByRole('button', { name: CLICKS.sv[1]! }).click();
  await page.getByRole('button', { name: /datumet finns inte i kalendern/ }).click();
  await page.getByRole('button', { name: /^Rad 3\s464\s2021-02-30/ }).click();
  const selected = async () =>
    (await excelIn(page)).evaluate(({ host }) =>
      host.Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange();
        range.load('address');
        await context.sync();
        return range.address;
      }),
    );
  await expect.poll(selected).toMatch(/^Aktualiseringar!.*3464/);
  // What a choice mends is a click away from the choice.
  await page
    .getByRole('button', { name: 'Välj under Data: Aktualiseringstyp: Värdet känns inte igen' })
    .click();
  await page.getByRole('heading', { level: 1, name: HEADINGS.sv[0]! }).waitFor();
});

it('asks before it replaces a sheet that the user has changed', async () => {
  const page = await open();
  for (const name of CLICKS.sv) await page.getByRole('button', { name }).click();
  await done(page, 'sv');
  await (await excelIn(page)).evaluate(({ host }) => host.user.type('Personer!A1', 'mitt'));
  await page.getByRole('button', { name: 'Skriv igen' }).click();
  await page.getByRole('alertdialog', { name: 'Blad är ändrade' }).waitFor();
  // What stands behind the dialog takes no keys, which the engine does not know of.
  expect(await accessibilityViolations(page, '[role=alertdialog]')).toEqual([]);
  await page.getByRole('button', { name: 'Skriv bredvid' }).click();
  await done(page, 'sv');
  expect(await sheetNames(page)).toContain('Personer (2)');
});

it('writes the selection as a sheet, and makes a key that the user saves', async () => {
  const page = await open();
  await page.getByRole('button', { name: CLICKS.sv[0]! }).click();
  await page.getByRole('button', { name: 'Fler val' }).click();
  await page.getByRole('button', { name: 'Gör en ny nyckel' }).click();
  const text = await page.getByRole('textbox', { name: 'Din nya nyckel' }).inputValue();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Spara nyckelfilen' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('isu-nyckel.txt');
  expect(readFileSync(await saved.path(), 'utf8')).toBe(text);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Använd nyckeln' }).click();
  await page.getByText('Personerna visas med koder, gjorda med isu-nyckel.txt.').waitFor();
  // From the keyboard one goes on where one was.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-labelledby'))).toBe(
    'key-heading',
  );
  expect(await page.content()).not.toContain(text.split('\n').find((line) => /^[0-9a-f]{64}$/.test(line)));

  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Urval' }).click();
  await page.getByLabel('Minst så många aktualiseringar').fill('12');
  await page.getByRole('button', { name: 'Skriv bladet Urval' }).click();
  await done(page, 'sv');
  expect(await sheetNames(page)).toEqual(['Aktualiseringar', 'Urval']);
  const [sheet] = await drawnIn(page, ['Urval']);
  const values = Object.values(sheet!.cells).map(({ value }) => value);
  // Söderhamn report, table 1: 86 persons came twelve times or more.
  expect(values).toContain(
    'Urvalet är personer med minst 12 aktualiseringar i perioden. Det är 86 personer.',
  );
  expect(sheet!.tables[0]!.range).toMatch(/^A\d+:F\d+$/);
  const [first, last] = sheet!.tables[0]!.range.match(/\d+/g)!.map(Number) as [number, number];
  expect(last - first).toBe(86);
  expect(values.filter((value) => /^\d{8}-\d{4}$/.test(String(value)))).toEqual([]);
});

it('says plainly where there is no Excel', async () => {
  const page = await open({}, { hasOffice: false });
  await page.getByRole('heading', { name: 'Öppna lathunden i Excel' }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
});

/** Office's theme, the system's colours, and how wide the pane is. */
const LOOKS = [
  { bodyBackgroundColor: '#FFFFFF', forcedColors: 'none', width: 450 },
  { bodyBackgroundColor: '#FFFFFF', forcedColors: 'none', width: 320 },
  { bodyBackgroundColor: '#262626', forcedColors: 'none', width: 320 },
  { bodyBackgroundColor: '#FFFFFF', forcedColors: 'active', width: 320 },
] as const;

/** Sets the look and the width, and asks the engine. */
async function checkIn(page: Page, looks: readonly (typeof LOOKS)[number][], name: string): Promise<void> {
  const excel = await excelIn(page);
  for (const { bodyBackgroundColor, forcedColors, width } of looks) {
    await page.setViewportSize({ width, height: 720 });
    await page.emulateMedia({ forcedColors });
    await excel.evaluate(
      ({ host }, colour) =>
        host.office.changeTheme({ ...host.Office.context.officeTheme, bodyBackgroundColor: colour }),
      bodyBackgroundColor,
    );
    const look = [name, bodyBackgroundColor, forcedColors];
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([...look, wide]).toEqual([...look, width]);
    // Until the colours have changed over.
    await expect
      .poll(async () => [...look, ...(await accessibilityViolations(page))], { timeout: 10_000 })
      .toEqual(look);
  }
}

const REVIEW = {
  sv: {
    fields: ['Mer', 'Urval', 'Så många som kommer oftast'],
    clicks: ['Skapa granskningsunderlag', 'Börja granska'],
    toItems: 'Alla frågor',
    toPersons: 'Till personerna',
    toTables: 'Till tabellerna',
    end: 'Klar',
  },
  en: {
    fields: ['More', 'Selection', 'So many who come most often'],
    clicks: ['Make the review', 'Begin the review'],
    toItems: 'All questions',
    toPersons: 'To the persons',
    toTables: 'To the tables',
    end: 'Done',
  },
} as const;

/** A question of each kind, and what is done there before it is looked at. */
const QUESTIONS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  // One choice, other than the register's.
  ['1', (page) => page.locator('input[type=radio]:not(:checked)').first().click()],
  // A number that no person can have.
  ['2a', (page) => page.keyboard.type('200').then(() => page.locator('[aria-invalid=true]').waitFor())],
  // Three parts that are more than the whole.
  ['7a', (page) => page.keyboard.type('999').then(() => page.locator('.found-here p').first().waitFor())],
  // Several choices, with numbers beside.
  ['12', (page) => page.keyboard.press('3')],
  // Not asked.
  ['10a', (page) => page.locator('.about .warning').waitFor()],
  // Words.
  ['19a', (page) => page.keyboard.type('Boendestöd')],
  // Money; with what is folded.
  ['23b', (page) => page.keyboard.type('463460').then(() => page.locator('.keys summary').click())],
];

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  it('every kind of question of a review is without accessibility violations, in light and dark', async () => {
    const words = REVIEW[language];
    const page = await open({ displayLanguage: language === 'sv' ? 'sv-SE' : 'en-US' });
    const [light, dark, forced] = [LOOKS[1], LOOKS[2], LOOKS[3]];
    // What is around the questions has the same colours in both languages.
    const around = language === 'sv' ? [light, dark] : [light];
    await page.locator('footer button:not([aria-disabled=true])').waitFor();
    await page.getByRole('button', { name: words.fields[0], exact: true }).click();
    await page.getByRole('menuitem', { name: words.fields[1] }).click();
    await page.getByLabel(words.fields[2]).fill('2');
    for (const name of words.clicks) await page.getByRole('button', { name }).click();
    await page.locator('.person-row').first().waitFor();
    await checkIn(page, around, 'persons');
    await page.locator('.person-row').first().click();
    for (const [number, prepare] of QUESTIONS) {
      await page.getByRole('button', { name: words.toItems }).click();
      if (number === '1') await checkIn(page, around, 'items');
      await page.locator('.item', { has: page.getByText(number, { exact: true }) }).click();
      await page.locator('h1', { hasText: new RegExp(`^${number} `) }).waitFor();
      await prepare(page);
      await checkIn(page, number === '12' ? [light, dark, forced] : [light, dark], number);
      if (number === '2a') await page.locator('[aria-invalid=true]').fill('20');
    }
    // The last of all, and what is left.
    await page.getByRole('button', { name: words.toItems }).click();
    await page.locator('.item').last().click();
    await page.getByRole('button', { name: words.end, exact: true }).click();
    await checkIn(page, around, 'end');
    await page.getByRole('button', { name: words.toPersons }).click();
    await page.getByRole('button', { name: words.toTables }).click();
    await page.getByRole('tabpanel').waitFor();
    await checkIn(page, around, 'tables');
    // Made again, it has answers that could be lost.
    await page.getByRole('button', { name: words.fields[0], exact: true }).click();
    await page.getByRole('menuitem', { name: words.fields[1] }).click();
    await page.getByRole('button', { name: words.clicks[0] }).click();
    await page.getByRole('alertdialog').waitFor();
    expect(await accessibilityViolations(page, '[role=alertdialog]')).toEqual([]);
  });

  it('every step and view is without accessibility violations: light, dark, high contrast, narrow and wide', async () => {
    const displayLanguage = language === 'sv' ? 'sv-SE' : 'en-US';
    const page = await open({ displayLanguage, rowsAtTheEnd: WRONG_ROWS });
    const check = (name: string) => checkIn(page, LOOKS, name);
    for (const [at, name] of CLICKS[language].entries()) {
      await page.getByRole('heading', { level: 1, name: HEADINGS[language][at]! }).waitFor();
      await page.locator('footer button:not([aria-disabled=true])', { hasText: name }).waitFor();
      await unfold(page);
      await check(HEADINGS[language][at]!);
      await page.getByRole('button', { name }).click();
    }
    await done(page, language);
    await check('written');
    for (const name of {
      sv: ['Lägg till kolumner', 'Urval', 'Jämför', 'Hjälp'],
      en: ['Add columns', 'Selection', 'Compare', 'Help'],
    }[language]) {
      await page.getByRole('button', { name: { sv: 'Mer', en: 'More' }[language], exact: true }).click();
      await page.getByRole('menuitem', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      if (name === 'Jämför' || name === 'Compare') {
        await page.locator('main button:not([aria-disabled=true])', { hasText: name }).click();
        await page.getByRole('tabpanel').waitFor();
        await unfold(page);
      }
      await check(name);
    }
  });
});

describe('what is first painted', () => {
  it('is at most 250 kB of script, gzipped, and none of it reads files', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file!);
    const scripts = withImports(first);
    const sizes = scripts.map((file) => gzipSync(readFileSync(join(folder, file))).length);
    expect(first.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250 * 1024);
    expect(scripts.filter((file) => file.includes('xlsx'))).toEqual([]);
  });
});

/** Scripts, and whatever they import before they run. */
function withImports(scripts: readonly string[]): readonly string[] {
  const all = new Set(scripts);
  for (const script of all) {
    const text = readFileSync(join(folder, script), 'utf8');
    for (const [, file] of text.matchAll(/(?:^|[;}\n])import(?:[^"'();]*from)?\s*["']\.\/([^"']+\.js)["']/g))
      all.add(`assets/${file!}`);
  }
  return [...all];
}

const WRONG_ROWS = [
  ['19600210-9863', 200_001, '2021-02-30', 'Missbruk/beroende', 'Anmälan', 'Polis', 'Vuxenenheten', 'Ja'],
  ['', 200_002, 44_197, 'Missbruk/beroende', 'Webbformulär', 'Polis', 'Vuxenenheten', 'Ja'],
  ['19691010-9824', 200_003, 44_198, 'Våld i nära relation', 'Ansökan', 'Anhörig', 'Vuxenenheten', 'Nej'],
] as const;

/** Opens every fold, so that what is in it is checked too. */
async function unfold(page: Page): Promise<void> {
  await page.locator('main :is(section, [role=tabpanel]):visible').first().waitFor();
  const folded = page.locator('main button[aria-expanded="false"]:visible').first();
  while ((await folded.count()) > 0) await folded.click();
}
