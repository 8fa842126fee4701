/** The stage in a real browser: what is seen, what is read aloud, and what the keyboard does. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accessibilityViolations } from '../../../test/workbench/axe.ts';
import { openBrowser } from '../../../test/workbench/browser.ts';
import type { Situation } from '../../src/analysis/report.ts';
import { VIEWS } from '../../src/views/view.ts';
import { SIZES } from '../views/pictures.ts';
import type { PageLook, StagePage } from './stage-page.ts';

let browser: Browser;
let page: Page;
let faults: string[] = [];

beforeAll(async () => {
  const script = await build({
    entryPoints: [fileURLToPath(new URL('stage-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    conditions: ['isu-source'],
  });
  const style = readFileSync(new URL('../../style/stage.less', import.meta.url), 'utf8');
  const content = `<!doctype html><html lang="sv"><head><title>ISU</title><meta charset="utf-8"><style>${style}</style></head><body><header><h1>ISU</h1></header><main></main><script>${script.outputFiles[0]!.text.replaceAll('</script', '<\\/script')}</script></body></html>`;
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.on('request', (request) => faults.push(`request ${request.url()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => faults.push(message.text()));
  await page.setContent(content);
});

afterAll(() => browser?.close());

beforeEach(async () => {
  faults = [];
  await page.evaluate(() => (window as unknown as { stagePage: StagePage }).stagePage.clear());
});

afterEach(() => {
  expect(faults).toEqual([]);
});

function show(look: PageLook = {}, situation?: Situation, id = 'stage'): Promise<void> {
  return page.evaluate(
    ([at, asked, given]) => (window as unknown as { stagePage: StagePage }).stagePage.show(at, asked, given),
    [id, look, situation] as const,
  );
}

function done(): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { stagePage: StagePage }).stagePage.done.splice(0));
}

const focused = () =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName);

describe('every view', () => {
  test.each([
    ['light', 'sv'],
    ['dark', 'en'],
    ['contrast', 'sv'],
  ] as const)('is without accessibility faults in %s (%s)', async (palette, language) => {
    for (const view of VIEWS) {
      await show({ view, palette, language });
      expect([view, ...(await accessibilityViolations(page))]).toEqual([view]);
    }
  });

  test('has no text over another and none outside, as the browser measures them', async () => {
    for (const language of ['sv', 'en'] as const)
      for (const view of VIEWS)
        for (const size of language === 'sv' ? SIZES : SIZES.slice(2, 6)) {
          await show({ view, size, language });
          expect([view, size.width, ...(await page.evaluate(textFaults))]).toEqual([view, size.width]);
        }
  });

  test('has a real table for reading aloud, with the figures that are drawn', async () => {
    await show({ view: 'groups' });
    const rows = await page.locator('.isu-read table').first().locator('tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s*\t\s*/))).toContainEqual(['12 eller fler', '86', '13\u00a0%']);
    await show({ view: 'timelines' });
    expect(await page.locator('.isu-read table').getAttribute('aria-rowcount')).toBe('680');
    const lines = await page.locator('.isu-read tbody tr').count();
    expect(lines).toBe(await page.locator('.isu-mark').count());
  });

  test('is the table instead of the picture when that is chosen', async () => {
    await show({ view: 'years', asTable: true });
    expect(await page.locator('.isu-read table').isVisible()).toBe(true);
    expect(await page.locator('.isu-view').isVisible()).toBe(false);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

test('the timelines as a table are turned page by page, to the last person and back', async () => {
  await show({ view: 'timelines', asTable: true });
  const rows = () => page.locator('.isu-pager [role=status]').innerText();
  const first = await rows();
  expect(first).toMatch(/^1–\d+ av 679$/);
  await page.getByRole('button', { name: 'Nästa' }).focus();
  for (let turn = 0; turn < 80 && !(await rows()).endsWith('–679 av 679'); turn++)
    await page.keyboard.press('Enter');
  expect(await rows()).toMatch(/–679 av 679$/);
  expect(await page.locator('.isu-read tbody tr').last().getAttribute('aria-rowindex')).toBe('680');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Föregående' }).click();
  expect(await rows()).not.toMatch(/–679 av/);
});

describe('tabs', () => {
  test('change the view by arrows, and say so', async () => {
    await show();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Grupper');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Profil');
    expect(await page.locator('.isu-view').getAttribute('aria-label')).toContain('profil');
    await page.keyboard.press('End');
    expect(await focused()).toBe('Per år');
    expect(await done()).toEqual(['view profile', 'view years']);
  });

  test('leave a tile to its view', async () => {
    await show({ size: { width: 150, height: 100 } });
    expect(await page.locator('[role=tablist]').isVisible()).toBe(false);
    expect(await page.locator('.isu-mark').count()).toBe(5);
  });
});

describe('the keyboard', () => {
  test('goes from mark to mark, selects, adds, opens the menu and lets go', async () => {
    await show();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^Personer med 1 aktualiseringar/);
    for (const key of [
      'ArrowDown',
      'Enter',
      'ArrowDown',
      'Control+Enter',
      'Shift+F10',
      'Escape',
      'Home',
      'Enter',
    ])
      await page.keyboard.press(key);
    expect((await done()).filter((one) => !one.startsWith('point'))).toEqual([
      'select group 2',
      'select group 3-6 adding',
      'menu group 3-6',
      'clear',
      'select group 1',
    ]);
  });

  test('keeps its mark when the view is drawn again', async () => {
    await show();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const before = await page.evaluateHandle(() => document.activeElement);
    await show({ selected: ['group 2'], size: { width: 500, height: 300 } });
    expect(await before.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await before.evaluate((node) => node?.getAttribute('aria-selected'))).toBe('true');
  });

  test('scrolls the timelines past the last line in sight, to the last person', async () => {
    await show({ view: 'timelines' });
    const nodes = () => page.locator('.isu-view *').count();
    const many = await nodes();
    await page.locator('.isu-mark').last().focus();
    const last = await focused();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).not.toBe(last);
    expect(await page.locator('.isu-scroller').evaluate((scroller) => scroller.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press('End');
    expect(await page.locator('.isu-mark').last().getAttribute('aria-label')).toBe(await focused());
    expect(await page.locator('.isu-read tbody tr').last().getAttribute('aria-rowindex')).toBe('680');
    expect(await nodes()).toBeLessThan(1.3 * many);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    expect(await page.locator('.isu-scroller').evaluate((scroller) => scroller.scrollTop)).toBe(0);
  });

  test('goes through the profile’s rows and columns as the eye does', async () => {
    await show({ view: 'profile' });
    await page.locator('.isu-mark').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^Personer med 2 aktualiseringar: Antal aktualiseringar i medeltal/);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/^Personer med 2 aktualiseringar: Medelålder/);
  });
});

describe('the mouse', () => {
  test('selects a mark, adds with Ctrl, and lets go beside them all', async () => {
    await show({ view: 'years' });
    await page.locator('.isu-mark').nth(2).click();
    await page
      .locator('.isu-mark')
      .nth(3)
      .click({ modifiers: ['Control'] });
    await page.locator('.isu-mark').nth(3).click({ button: 'right' });
    await page.locator('.isu-view').click({ position: { x: 3, y: 3 } });
    expect((await done()).filter((one) => !one.startsWith('point'))).toEqual([
      'select year 2019',
      'select year 2020 adding',
      'menu year 2020',
      'clear',
    ]);
  });

  test('scrolls the timelines by its wheel, line by line', async () => {
    await show({ view: 'timelines' });
    const first = await page.locator('.isu-mark').first().getAttribute('aria-label');
    await page.locator('.isu-view').hover();
    await page.mouse.wheel(0, 400);
    await expect.poll(() => page.locator('.isu-mark').first().getAttribute('aria-label')).not.toBe(first);
  });
});

describe('what stands in place of a view', () => {
  const LANDING: Situation = { kind: 'landing', missing: ['date'], given: ['person'] };

  test.each<[string, Situation, RegExp]>([
    ['fields that are wanting', LANDING, /Saknas: Datum/],
    ['no fields', { kind: 'landing', missing: ['person', 'date'], given: [] }, /Dra fält/],
    ['rows on their way', { kind: 'loading', rows: 60_000 }, /60\u00a0000\srader/],
    ['a host that stopped', { kind: 'cut', rows: 90_000, of: 120_000 }, /90\u00a0000 av 120\u00a0000 rader/],
    ['no rows', { kind: 'empty' }, /Inga rader/],
    [
      'a problem',
      { kind: 'problem', problem: { code: 'x', sv: 'Två <b>datum</b>.', en: 'Two.' } },
      /Två <b>datum<\/b>\./,
    ],
  ])('says so of %s, and shows no share', async (_, situation, sentence) => {
    for (const size of [
      { width: 640, height: 400 },
      { width: 150, height: 100 },
    ]) {
      await show({ size }, situation);
      expect(await page.locator('.isu-stage').innerText()).toMatch(sentence);
      expect(await page.locator('.isu-stage').innerText()).not.toContain('%');
    }
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test('is why a view is not to be had', async () => {
    await show({ view: 'timelines', protection: 'publication' });
    expect(await page.locator('.isu-place').innerText()).toMatch(/Publicering/);
    await show({ view: 'timelines' });
    expect(await page.locator('.isu-place').count()).toBe(0);
  });
});

describe('what the reader should know of the data', () => {
  const NOTICE = `Två aktualiseringar av samma person på samma dag kan ha slagits ihop. ${'Dra Aktualiseringsnummer. '.repeat(6)}`;

  test.each([
    { width: 640, height: 400 },
    { width: 150, height: 100 },
  ])('is a line, or in a tile a sign, and all of it when it is opened ($width × $height)', async (size) => {
    await show({ size, notices: [NOTICE] });
    const notice = page.locator('.isu-notice');
    const height = () => notice.evaluate((element) => element.getBoundingClientRect().height);
    expect(await height()).toBeLessThan(24);
    await notice.focus();
    await page.keyboard.press('Enter');
    expect(await height()).toBeGreaterThan(30);
    expect(await notice.getAttribute('aria-expanded')).toBe('true');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

test('several stages on a page keep to themselves', async () => {
  await show({ view: 'groups' }, undefined, 'one');
  await show({ view: 'years', language: 'en' }, undefined, 'two');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.locator('#two [role=tab]').first().click();
  expect(await page.locator('#one .isu-view').getAttribute('lang')).toBe('sv');
  expect(await page.locator('#one [aria-selected=true][role=tab]').innerText()).toBe('Grupper');
});

/** In the page: texts whose ink lies over another's, or outside the stage. */
function textFaults(): string[] {
  const stage = document.querySelector('.isu-panel')!.getBoundingClientRect();
  const texts = [...document.querySelectorAll<SVGTextElement>('.isu-view text')].map((node) => {
    const { left, right, top, bottom, height } = node.getBoundingClientRect();
    // A box has room for accents and descenders that hardly any text fills.
    return { text: node.textContent, left, right, top: top + height * 0.2, bottom: bottom - height * 0.2 };
  });
  const faults = texts
    .filter(
      ({ left, right, top, bottom }) =>
        left < stage.left - 1 || right > stage.right + 1 || top < stage.top - 1 || bottom > stage.bottom + 1,
    )
    .map(({ text }) => `outside: ${text}`);
  texts.forEach((a, at) => {
    for (const b of texts.slice(at + 1))
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom)
        faults.push(`${a.text} | ${b.text}`);
  });
  return faults;
}
