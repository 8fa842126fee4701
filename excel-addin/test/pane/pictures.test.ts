/**
 * Takes the handbook's pictures of the pane, of its steps and of the case-file review:
 * `ISU_PICTURES=docs/images/excel npx vitest run excel-addin/test/pane/pictures -t steps`, and
 * `ISU_PICTURES=docs/images/granskning npx vitest run excel-addin/test/pane/pictures -t review`. Left out otherwise.
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
    views: ['Lägg till kolumner', 'Urval', 'Jämför', 'Hjälp'],
    again: 'Skriv igen',
    changed: 'Blad är ändrade',
    keep: 'Avbryt',
  },
  en: {
    next: ['Next: Limits', 'Next: Check', 'Next: Result', 'Write to the workbook'],
    ready: 'The workbook is ready.',
    more: 'More',
    views: ['Add columns', 'Selection', 'Compare', 'Help'],
    again: 'Write again',
    changed: 'Sheets have been changed',
    keep: 'Cancel',
  },
};
const STEPS = ['data', 'limits', 'check', 'result'];
const VIEWS = ['columns', 'selection', 'compare', 'help'];

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
  ] as const)('of the steps in %s: %s', async (language, name, options: TestOptions, looks: Looks) => {
    const page = await open({ workbookName: 'Export 2022.xlsx', rowsAtTheEnd: ROWS, ...options }, looks);
    await walk(page, language, (part) => picture(page, `${name}-${part}`));
  });

  it.each(['sv', 'en'] as const)('of the review in %s', async (language) => {
    const displayLanguage = language === 'sv' ? 'sv-SE' : 'en-US';
    const page = await open({ displayLanguage, hasReview: true }, { width: 360, height: 760 });
    await walkReview(page, language, (part) => picture(page, `${language}-${part}`));
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
    if (VIEWS[at] === 'compare') {
      await page.locator('main button:not([aria-disabled=true])', { hasText: view }).click();
      await page.getByRole('tabpanel').waitFor();
    }
    await page.waitForTimeout(600);
    await take(VIEWS[at]!);
  }
}

const REVIEW = {
  sv: {
    review: 'Aktgranskning',
    selection: 'Urval',
    reader: 'AN',
    rules: { 'Minst så många aktualiseringar': '12', 'Minst en vart och ett av åren': '2017, 2021, 2022' },
    making: 'Granskningsunderlag',
    toItems: 'Alla frågor',
    toPersons: 'Till personerna',
    toTables: 'Till tabellerna',
    tables: 'Granskning tabeller',
  },
  en: {
    review: 'Case-file review',
    selection: 'Selection',
    reader: 'AN',
    rules: {
      'At least so many actualisations': '12',
      'At least one in each of the years': '2017, 2021, 2022',
    },
    making: 'Case-file review',
    toItems: 'All questions',
    toPersons: 'To the persons',
    toTables: 'To the tables',
    tables: 'Review tables',
  },
} as const;

async function walkReview(
  page: Page,
  language: 'sv' | 'en',
  take: (part: string) => Promise<void>,
): Promise<void> {
  const words = REVIEW[language];
  const fromMenu = async (name: string) => {
    await page.getByRole('button', { name: WORDS[language].more, exact: true }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    await page.locator('h1', { hasText: name }).waitFor();
  };
  const still = () => page.waitForTimeout(900);
  await page.locator('footer button:not([aria-disabled=true])').waitFor();
  await fromMenu(words.selection);
  for (const [label, rule] of Object.entries(words.rules)) await page.getByLabel(label).fill(rule);
  await page
    .getByRole('heading', { level: 2, name: words.making })
    .evaluate((heading) => heading.scrollIntoView());
  await still();
  await take('urval');

  await fromMenu(words.review);
  await page.getByRole('radio', { name: words.reader }).click();
  await still();
  await take('personer');
  await page.locator('.person-row').nth(1).click();
  for (const [number, part] of [
    ['15', 'fraga'],
    ['12', 'flera'],
  ] as const) {
    await page.getByRole('button', { name: words.toItems }).click();
    await page.locator('.item', { has: page.getByText(number, { exact: true }) }).click();
    await still();
    await take(part);
  }
  await page.getByRole('button', { name: words.toPersons }).click();
  await page.getByRole('button', { name: words.toTables }).click();
  await page.getByRole('tab', { name: words.tables }).click();
  await page.getByRole('table').first().waitFor();
  await page.getByRole('tablist').evaluate((tabs) => tabs.scrollIntoView());
  await still();
  await take('tabeller');
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER!, { recursive: true });
  await page.screenshot({ path: join(FOLDER!, `${name}.png`) });
}
