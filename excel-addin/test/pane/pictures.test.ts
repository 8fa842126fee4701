/**
 * Takes the handbook's pictures of the pane: `ISU_PICTURES=docs/images/excel npx vitest run excel-addin/test/pane/pictures`.
 * Left out otherwise.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { useBuiltPane, type Looks } from './built-pane.ts';
import type { TestOptions } from './office-js.ts';

const FOLDER = process.env['ISU_PICTURES'];

const WORDS = {
  sv: {
    next: ['Nästa: Avgränsning', 'Nästa: Kontroll', 'Nästa: Resultat', 'Skriv till arbetsboken'],
    ready: 'Arbetsboken är klar.',
    more: 'Mer',
    views: ['Lägg till kolumner', 'Urval', 'Hjälp'],
    again: 'Skriv igen',
    changed: 'Blad är ändrade',
    keep: 'Avbryt',
  },
  en: {
    next: ['Next: Limits', 'Next: Check', 'Next: Result', 'Write to the workbook'],
    ready: 'The workbook is ready.',
    more: 'More',
    views: ['Add columns', 'Selection', 'Help'],
    again: 'Write again',
    changed: 'Sheets have been changed',
    keep: 'Cancel',
  },
};
const STEPS = ['data', 'limits', 'check', 'result'];
const VIEWS = ['columns', 'selection', 'help'];

/** Three rows as they may stand in an export: a day that is not there, nobody, a slip of the pen. */
const ROWS = [
  [
    '19600210-9863',
    103_463,
    '2021-02-30',
    'Missbruk/beroende',
    'Anmälan',
    'Polisen',
    'Vuxenenheten',
    'Inleda utredning',
  ],
  ['', 103_464, 44_740, 'Missbruk/beroende', 'Webbformulär', 'Polisen', 'Vuxenenheten', 'Inleda utredning'],
  [
    '19691010-9824',
    103_465,
    44_741,
    'Missbruk/beroende',
    'Ansökan',
    'Anhörig',
    'Vuxenenheten',
    'Inleda utredning',
  ],
];

describe.runIf(FOLDER)('pictures', () => {
  const { open } = useBuiltPane();

  it.each([
    ['sv', 'sv', { displayLanguage: 'sv-SE' }, { width: 360, height: 760 }],
    ['en', 'en', { displayLanguage: 'en-US' }, { width: 360, height: 760 }],
  ] as const)('in %s: %s', async (language, name, options: TestOptions, looks: Looks) => {
    const page = await open({ workbookName: 'Export 2022.xlsx', rowsAtTheEnd: ROWS, ...options }, looks);
    await walk(page, language, (part) => picture(page, `${name}-${part}`));
  });
});

async function walk(page: Page, language: 'sv' | 'en', take: (part: string) => Promise<void>): Promise<void> {
  const words = WORDS[language];
  for (const [at, next] of words.next.entries()) {
    await page.locator('main :is(section, [role=tabpanel]):visible').first().waitFor();
    await page.locator('footer button:not([aria-disabled=true])', { hasText: next }).waitFor();
    if (STEPS[at] === 'check') await page.locator('main button[aria-expanded="false"]').first().click();
    await page.locator('main').evaluate((main) => main.scrollTo(0, 0));
    await page.waitForTimeout(400);
    await take(STEPS[at]!);
    await page.getByRole('button', { name: next }).click();
  }
  await page.getByText(words.ready).last().waitFor();
  await take('written');
  await page.evaluate(() => {
    const { testExcel } = window as unknown as {
      testExcel: {
        host: {
          user: { type(address: string, text: string): void };
          workbook: { sheets: { name: string }[] };
        };
      };
    };
    testExcel.host.user.type(`${testExcel.host.workbook.sheets[2]!.name}!A1`, 'mitt');
  });
  await page.getByRole('button', { name: words.again }).click();
  await page.getByRole('alertdialog').waitFor();
  await page.waitForTimeout(300);
  await take('changed');
  await page.getByRole('button', { name: words.keep, exact: true }).click();
  for (const [at, view] of words.views.entries()) {
    await page.getByRole('button', { name: words.more, exact: true }).click();
    await page.waitForTimeout(200);
    if (at === 0) await take('menu');
    await page.getByRole('menuitem', { name: view }).click();
    await page.locator('h1', { hasText: view }).waitFor();
    if (VIEWS[at] === 'selection') await page.locator('main input').first().fill('12');
    await page.waitForTimeout(600);
    await take(VIEWS[at]!);
  }
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER!, { recursive: true });
  await page.screenshot({ path: join(FOLDER!, `${name}.png`) });
}
