/**
 * The case-file review in the workbench: made from the selection, answered one question at a time from the keyboard,
 * and counted, with the real pane over the in-memory Excel.
 */
import {
  amountKey,
  itemOf,
  markKey,
  MISSING,
  readReviewSheets,
  type Answers,
  type FieldValue,
  type Item,
  type ReadReview,
  type ReadSheet,
} from 'isu-core/review';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useWorkbench } from './workbench.ts';

const { openPage } = useWorkbench({
  path: '',
  withPane: true,
  withMaps: false,
  sign: (page) => paneOf(page).getByRole('button', { name: /^(Nästa|Next)/ }),
});

function paneOf(page: Page): FrameLocator {
  return page.frameLocator('iframe');
}

const frameOf = (page: Page): Frame => page.frames().find((frame) => frame !== page.mainFrame())!;

const WORDS = {
  sv: {
    more: 'Mer',
    selection: 'Urval',
    rule: { 'Minst så många aktualiseringar': '12', 'Minst en vart och ett av åren': '2017, 2021, 2022' },
    layout: 'En rad per person',
    make: 'Skapa granskningsunderlag',
    made: '28 personer',
    begin: 'Börja granska',
    review: 'Aktgranskning',
    persons: 'Till personerna',
    toTables: 'Till tabellerna',
    tables: 'Granskningens tabeller',
    write: 'Skriv tabellerna',
    written: 'Arbetsboken är klar.',
    saved: 'Sparat i bladet',
    filled: 'Ifyllt ur registret.',
    passed: /^Fråga 22 hoppades över/,
    tablesSheet: 'Granskning tabeller',
    firstTable: 'Bakgrund',
    allQuestions: 'Alla frågor',
    byHand: 'Svaret ändrades nyss i bladet. Här står det som gäller nu.',
  },
  en: {
    more: 'More',
    selection: 'Selection',
    rule: {},
    layout: 'A sheet for each person',
    make: 'Five persons, light form',
    made: '5 persons',
    begin: 'Begin the review',
    review: 'Case-file review',
    persons: 'To the persons',
    toTables: 'To the tables',
    tables: 'The tables of the review',
    write: 'Write the tables',
    written: 'The workbook is ready.',
    saved: 'Saved in the sheet',
    filled: 'Filled in from the register.',
    passed: null,
    tablesSheet: 'Review tables',
    firstTable: 'Background',
    allQuestions: 'All questions',
    byHand: 'The answer was just changed in the sheet. What stands here is what holds now.',
  },
} as const;

/** What is typed into fields, by what they take. */
const TYPED = { count: 4, years: 7, money: 463_460, year: 2021, text: 'Boendestöd' } as const;

/** All sheets of the open workbook, as the add-in reads them. */
async function reviewIn(page: Page): Promise<ReadReview> {
  const sheets = await page.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      const used = worksheets.items.map((sheet) =>
        sheet.getRange('A1').getBoundingRect(sheet.getUsedRange(true)).load('values'),
      );
      await context.sync();
      return worksheets.items.map(({ name }, at) => ({ name, rows: used[at]!.values as unknown[][] }));
    }),
  );
  const read = readReviewSheets(sheets as ReadSheet[]);
  if (!read.ok) throw new Error(read.problem.en);
  return read.value;
}

/** Tab, until the button has the focus; then Enter. */
async function press(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs++) {
    await page.keyboard.press('Tab');
    const focused = await frameOf(page).evaluate(() => (document.activeElement as HTMLElement).innerText);
    if (oneLine(focused) === oneLine(name)) return page.keyboard.press('Enter');
  }
  throw new Error(`"${name}" is not reached`);
}

const heading = (page: Page) =>
  frameOf(page).evaluate(() => {
    const { activeElement } = document;
    return activeElement?.tagName === 'H1' ? activeElement.textContent : '';
  });

/** Enter, until the focus has come to another heading. */
async function goOn(page: Page): Promise<string> {
  const before = await frameOf(page).evaluate(() => document.querySelector('h1')!.textContent);
  await page.keyboard.press('Enter');
  await expect.poll(() => heading(page)).not.toBe(before);
  return heading(page);
}

/** Answered otherwise than first, so that what depends on them is passed over. */
const SECOND: readonly string[] = ['sip-followed-up'];

/** The file does not tell this number. */
const SILENT = 'cost-family-home';

/** Answers the question in sight, with a number beside. @returns what is to stand in the cells */
async function answer(page: Page, item: Item): Promise<Record<string, FieldValue>> {
  const type = (takes: keyof typeof TYPED) => page.keyboard.type(String(TYPED[takes]));
  if (item.id === SILENT) {
    await page.keyboard.press('-');
    return { [item.id]: MISSING };
  }
  if (item.kind !== 'one' && item.kind !== 'several') {
    await type(item.kind);
    return { [item.id]: TYPED[item.kind] };
  }
  const at = SECOND.includes(item.id) ? 1 : 0;
  const chosen = item.codes[at]!;
  await page.keyboard.press(String(at + 1));
  // A digit that may begin a longer code is waited for.
  await expect.poll(() => paneOf(page).locator(':is([type=radio], [type=checkbox]):checked').count()).toBe(1);
  const { amount } = chosen;
  if (amount) await type(amount);
  const beside = amount ? { [amountKey(item, chosen)]: TYPED[amount] } : {};
  if (item.kind === 'one') return { [item.id]: chosen.code, ...beside };
  // From the number, back to the alternatives.
  if (amount) await page.keyboard.press('Enter');
  const marks = item.codes
    .filter(({ missing }) => !missing)
    .map((code): [string, boolean] => [markKey(item, code), code === chosen]);
  return { ...Object.fromEntries(marks), ...beside };
}

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  test('a review is made from the selection, answered by the keyboard alone, and its tables appear', async () => {
    const words = WORDS[language];
    const page = await openPage(language === 'sv' ? '' : '?lang=en', { reducedMotion: 'reduce' });
    const pane = paneOf(page);
    await pane.getByRole('button', { name: words.more, exact: true }).click();
    await pane.getByRole('menuitem', { name: words.selection }).click();
    for (const [label, rule] of Object.entries(words.rule)) await pane.getByLabel(label).fill(rule);
    await pane.getByRole('radio', { name: words.layout }).click();
    await pane.getByRole('button', { name: words.make }).click();
    await pane.getByText(words.made).first().waitFor();
    await pane.getByRole('button', { name: words.begin }).click();
    await pane.getByRole('heading', { level: 1, name: words.review }).waitFor();
    const made = (await reviewIn(page)).set;
    const { form } = made;

    await press(page, await pane.locator('.person-row').first().innerText());
    let expected: Answers = made.reviews[0]!.answers;
    const walked: string[] = [];
    for (let told = await heading(page); ; told = await goOn(page)) {
      const number = /^\d+[a-z]?(?= )/.exec(told)?.[0];
      const item = form.items.find((each) => each.number === number);
      if (!item) break;
      walked.push(item.id);
      if (item.id === 'cost-outpatient' && words.passed) await pane.getByText(words.passed).waitFor();
      const isFilled = (await pane.getByText(words.filled).count()) > 0;
      if (!isFilled) expected = { ...expected, ...(await answer(page, item)) };
    }
    await pane.getByText(words.saved).first().waitFor({ state: 'attached' });
    expect(walked).not.toContain('sip-plan-followed');

    const { set, places, problems } = await reviewIn(page);
    expect(problems).toEqual([]);
    expect(set.reviews[0]!.answers).toEqual(expected);
    expect(set.reviews.slice(1)).toEqual(made.reviews.slice(1));

    // The words stand in the grid, and what is changed there by hand is told in the pane.
    const { sheet, cells } = places[0]!;
    const address = cells.get('sex')!;
    const [man, woman] = itemOf(form, 'sex')!.codes.map(({ label }) => label[language]);
    const [now, other] = expected['sex'] === '1' ? [man!, woman!] : [woman!, man!];
    await page.getByRole('tab', { name: sheet, exact: true }).click();
    const place = page.getByRole('textbox', { name: 'Cell', exact: true });
    const cell = page.locator('[role=gridcell][aria-selected=true]');
    const goTo = async () => {
      await place.fill(address);
      await place.press('Enter');
      return cell.innerText();
    };
    // The sheet that comes in sight selects a cell of its own first.
    await expect.poll(goTo).toBe(now);
    await pane.getByRole('button', { name: words.allQuestions }).click();
    await pane
      .getByRole('button', { name: itemOf(form, 'sex')!.question[language] })
      .first()
      .click();
    await cell.click();
    await page.keyboard.type(other);
    await page.keyboard.press('Enter');
    await pane.getByText(words.byHand).last().waitFor();
    expect(await pane.getByRole('radio', { name: other, exact: true }).isChecked()).toBe(true);

    await pane.getByRole('button', { name: words.persons }).click();
    await press(page, words.toTables);
    await pane.getByRole('heading', { level: 1, name: words.tables }).waitFor();
    await pane.getByRole('tab', { name: words.tablesSheet }).click();
    await pane.getByRole('table', { name: words.firstTable }).waitFor();
    await pane.getByRole('button', { name: words.write }).click();
    await pane.getByText(words.written).first().waitFor();
    await page.getByRole('tab', { name: words.tablesSheet }).click();
  });
});

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
