/**
 * The visual as it is packed, in a browser where every request is refused: alone in a page, and in a frame that may do
 * nothing but run scripts, as Power BI keeps visuals.
 */
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { analyse, formatCell, resultDocument, sheetOf, type DocumentTable } from 'isu-core';
import type { ModelTable, Wells } from 'isu-powerbi-host';
import { accessibilityViolations } from '../../../test/workbench/axe.ts';
import { openBrowser } from '../../../test/workbench/browser.ts';
import { settingsOf, choicesOf } from '../../src/analysis/settings.ts';
import { VIEWS } from '../../src/views/view.ts';
import { TODAY } from '../arriving.ts';
import { ALL_WELLS, exportOf, SAMPLE } from '../registers.ts';
import { EMPTY_PAGE, loadVisual } from './packaged-visual.ts';
import type { Opening, ReportPage } from './report-page.ts';

interface InPage {
  readonly report: ReportPage;
  hacked?: boolean;
}

let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  page = await emptyPage();
  await loadVisual(page);
});

afterAll(() => browser?.close());

afterEach(async () => {
  const own = await page.evaluate(() => {
    const { report } = window as unknown as InPage;
    const found = report.faults();
    report.close();
    return found;
  });
  expect([...own, ...faults.splice(0)]).toEqual([]);
});

async function emptyPage(): Promise<Page> {
  const empty = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await empty.route('**', async (route) => {
    faults.push(`request ${route.request().url()}`);
    await route.abort();
  });
  empty.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  empty.on('console', (message) => faults.push(`console: ${message.text()}`));
  await empty.setContent(EMPTY_PAGE);
  return empty;
}

async function open(
  id: string,
  opening: Opening = {},
  table: ModelTable | 'sample' = 'sample',
  wells: Wells = ALL_WELLS,
  where: Page | Frame = page,
): Promise<void> {
  await where.evaluate(
    async ([at, how, what, fields]) => {
      const { report } = window as unknown as InPage;
      report.open(at, how);
      await report.show(at, what, fields);
    },
    [id, opening, table, wells] as const,
  );
}

const FEW: ModelTable = {
  name: 'T',
  columns: {
    P: ['a', 'a', 'a', 'b', 'b', 'c', 'd', 'e', 'e', 'a', 'f', 'f'],
    D: Array.from({ length: 12 }, (_, at) => new Date(2020 + Math.floor(at / 5), at, 3)),
    N: Array.from({ length: 12 }, (_, at) => at + 1),
    Typ: ['Ansökan', 'Anmälan', 'LOB', 'Ansökan', 'Annat', null, 'Anmälan', 'LOB', 'x', 'y', 'LOB', 'LOB'],
    Ref: ['Polis', 'Anhörig', null, 'Polis', 'Polis', 'Skola', 'x', 'y', 'z', 'Polis', null, 'Polis'],
    Kön: ['K', 'K', 'K', 'M', 'M', null, 'K', 'M', 'M', 'K', 'M', 'M'],
    Ålder: [44, 44, 45, 17, 17, null, 90, 30, 30, 46, 20, 21],
    Beslut: ['Ja', 'Nej', null, 'Ja', 'Ja', 'Nej', 'Nej', 'Ja', null, 'Ja', 'Ja', 'Nej'],
  },
};
const FEW_WELLS: Wells = {
  person: 'P',
  date: 'D',
  number: 'N',
  type: 'Typ',
  reason: 'Typ',
  referrer: 'Ref',
  organisation: 'Ref',
  investigation: 'Beslut',
  sex: 'Kön',
  age: 'Ålder',
  rows: { aggregate: 'count' },
  first: { aggregate: 'min', column: 'D' },
  last: { aggregate: 'max', column: 'D' },
  tooltips: { aggregate: 'max', column: 'Ålder' },
};

describe('the packaged visual', () => {
  it('gives the figures that the command line gives, to the last cell, alone and in a sandbox', async () => {
    const settings = settingsOf(choicesOf(undefined), ['person', 'date'], false, TODAY);
    const sheet = sheetOf(exportOf(SAMPLE, ALL_WELLS));
    const analysis = analyse(
      sheet,
      { ...(settings.ok ? settings.value : expect.unreachable()), columns: {} },
      { name: '', sha256: null, sheet: null },
    );
    const document = resultDocument(analysis.ok ? analysis.value : expect.unreachable(), 'sv');
    const tables = document.sheets.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
    const rowsOf = ({ columns, rows }: DocumentTable) =>
      rows.map(({ cells }) => cells.map((cell, at) => formatCell(cell, columns[at]!.format, 'sv')));
    const expected = [
      'persons-by-group',
      'actualisations-by-group',
      'group-profile',
      'concentration',
      'return',
      'per-year',
    ]
      .map((id) => tables.find((table) => table.id === id)!)
      .map((table) => rowsOf(table));

    const sandboxed = await emptyPage();
    await sandboxed.setContent(
      `<iframe title="Visual" sandbox="allow-scripts" width="700" height="450"></iframe>`,
    );
    await sandboxed.$eval('iframe', (frame, html) => (frame.srcdoc = html), EMPTY_PAGE);
    await expect.poll(() => sandboxed.frames()[1]?.title()).toBe('Rapport');
    const frame = sandboxed.frames()[1]!;
    await loadVisual(frame);
    for (const where of [page, frame]) {
      const seen: string[][][] = [];
      await open('sample', { windowRows: 1000, overlap: 3 }, 'sample', ALL_WELLS, where);
      for (const shown of ['groups', 'profile', 'concentration', 'returns', 'years'])
        seen.push(
          ...(await where.evaluate(async (view) => {
            const { report } = window as unknown as InPage;
            await report.format('sample', 'view', { shown: view });
            const tables = [...report.element('sample').querySelectorAll('table')];
            return (view === 'returns' ? tables.slice(0, 1) : tables).map((table) =>
              [...table.tBodies[0]!.rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
            );
          }, shown)),
        );
      expect(seen).toEqual(expected);
    }
    expect(await frame.evaluate(() => (window as unknown as InPage).report.faults())).toEqual([]);
    await sandboxed.close();
  });

  it('stands every combination of fields, with a format pane for each', async () => {
    const found = await page.evaluate(
      async ([table, wells, views]) => {
        const { report } = window as unknown as InPage;
        report.open('fields');
        const bad: string[] = [];
        const some = ['person', 'date', 'number', 'type', 'rows', 'first', 'last'];
        const others = ['referrer', 'investigation', 'sex', 'age', 'tooltips'];
        const sets = [
          ...subsets(some),
          ...subsets(others).map((set) => ['person', 'date', 'reason', 'organisation', ...set]),
        ];
        for (const [at, fields] of sets.entries()) {
          const view = views[at % views.length]!;
          report.host('fields').objects = { view: { shown: view } };
          await report.show(
            'fields',
            table,
            Object.fromEntries(fields.map((field) => [field, wells[field]!])),
          );
          const text = report.text('fields');
          const isWhole = text.trim() !== '' && !/NaN|undefined|\[object|null/.test(text);
          if (!isWhole || report.model('fields').cards.length !== 5)
            bad.push(`${fields.join(' ')} ${view}: ${text.slice(0, 80)}`);
        }
        return bad;

        function subsets(names: readonly string[]): string[][] {
          return Array.from({ length: 1 << names.length }, (_, bits) =>
            names.filter((_name, at) => (bits >> at) & 1),
          );
        }
      },
      [FEW, FEW_WELLS, VIEWS] as const,
    );
    expect(found).toEqual([]);
  });

  it('stands fields that are taken away in every order, to the page that says what to add', async () => {
    const last = await page.evaluate(
      async ([table, wells]) => {
        const { report } = window as unknown as InPage;
        report.open('order');
        const left: string[] = [];
        for (const order of orders(['person', 'date', 'number', 'type'])) {
          for (let gone = 0; gone <= order.length; gone++) {
            const fields = order.slice(gone);
            await report.show(
              'order',
              table,
              Object.fromEntries(fields.map((field) => [field, wells[field]!])),
            );
          }
          left.push(report.element('order').querySelector('.isu-landing h2')?.textContent ?? 'nothing');
        }
        return left;

        function orders(names: readonly string[]): string[][] {
          if (names.length === 0) return [[]];
          return names.flatMap((name) =>
            orders(names.filter((other) => other !== name)).map((rest) => [name, ...rest]),
          );
        }
      },
      [FEW, FEW_WELLS] as const,
    );
    expect(last).toEqual(Array.from({ length: 24 }, () => 'ISU Lathund'));
  });

  it('stands cells that are blank, endless or not numbers, and days that are none', async () => {
    await page.evaluate(async () => {
      const { report } = window as unknown as InPage;
      const odd = [null, Infinity, -Infinity, NaN, '', ' ', true, new Date(NaN), 0, -1, 1e300, '2021-02-30'];
      const names = ['person', 'date', 'number', 'type', 'sex', 'age', 'rows'];
      const columns = Object.fromEntries(
        names.map((name, shift) => [name, odd.map((_, at) => odd[(at + shift) % odd.length]!)]),
      );
      const dates = odd.map(() => new Date(2021, 1, 3));
      report.open('odd');
      await report.show('odd', { name: 'T', columns }, Object.fromEntries(names.map((name) => [name, name])));
      report.open('usable');
      const wells = { person: 'person', date: 'dates', number: 'number', type: 'type', tooltips: 'age' };
      await report.show('usable', { name: 'T', columns: { ...columns, dates } }, wells);
    });
    for (const id of ['odd', 'usable'])
      expect(await page.locator(`#${id}`).textContent()).toMatch(/^(?!.*(NaN|undefined|Infinity %)).+/s);
  });

  it('keeps names that look like HTML as text, and tells two ways of writing one name as one', async () => {
    const evil = '<img src=x onerror="window.hacked=true"><script>window.hacked=true</script>';
    const table: ModelTable = {
      name: evil,
      columns: {
        [evil]: [evil, evil, 'Anna Ek', 'Anna Ek ', 'Anna Ek'],
        D: [1, 2, 3, 4, 5].map((day) => new Date(2021, 0, day)),
        T: [evil, evil, evil, evil, evil],
      },
    };
    for (const view of VIEWS)
      await open(view, { objects: { view: { shown: view } } }, table, {
        person: evil,
        date: 'D',
        type: 'T',
        referrer: 'T',
        organisation: 'T',
        tooltips: 'T',
      });
    expect(await page.locator('main img, main script, main svg image').count()).toBe(0);
    expect(await page.evaluate(() => (window as unknown as InPage).hacked)).toBeUndefined();
    const rows = page.locator('#timelines tbody tr');
    expect(await rows.locator('th').allTextContents()).toEqual(['Anna Ek', evil]);
  });

  it('says so where there are no rows, where the host stops, and while it waits', async () => {
    const empty = { name: 'T', columns: { P: [], D: [] } };
    await open('empty', {}, empty, { person: 'P', date: 'D' });
    await open('cut', { windowRows: 1000, fetching: ['append', 'refuse'] });
    await open('silent', { windowRows: 1000, fetching: ['silent'] });
    await open('restart', { windowRows: 2000, fetching: ['restart', 'append'] });
    expect(await page.locator('#empty').textContent()).toContain('Inga rader');
    expect(await page.locator('#cut .isu-place').textContent()).toContain('2\u00a0000');
    expect(await page.locator('#silent .isu-place').textContent()).toContain('1\u00a0000');
    expect(await page.locator('#cut svg .isu-mark, #silent svg .isu-mark').count()).toBe(0);
    expect(await page.locator('#restart').textContent()).toContain('679');
  });

  it('draws itself into nothing, into a tile and onto a wall, and nothing stands outside', async () => {
    await open('sizes');
    const outside = await page.evaluate(
      async ([views, sizes]) => {
        const { report } = window as unknown as InPage;
        const found: string[] = [];
        const element = report.element('sizes');
        for (const view of views) {
          await report.format('sizes', 'view', { shown: view });
          for (const [width, height] of sizes) {
            element.style.setProperty('width', `${String(width)}px`);
            element.style.setProperty('height', `${String(height)}px`);
            report.host('sizes').resize(width, height);
            const box = element.getBoundingClientRect();
            if (width >= 150)
              for (const node of element.querySelectorAll('svg text, svg rect, .isu-tab')) {
                const { left, right, top, bottom, width: wide } = node.getBoundingClientRect();
                const isOut =
                  left < box.left - 1 ||
                  right > box.right + 1 ||
                  top < box.top - 1 ||
                  bottom > box.bottom + 1;
                if (wide > 0 && isOut && !node.closest('.isu-scrolls'))
                  found.push(`${view} ${String(width)}×${String(height)} ${node.textContent}`);
              }
          }
        }
        return found;
      },
      [
        VIEWS,
        [
          [0, 0],
          [1, 1],
          [20, 600],
          [150, 100],
          [320, 240],
          [8000, 5000],
        ],
      ] as const,
    );
    expect(outside).toEqual([]);
  });

  it('runs as many as there are on the page, each by itself', async () => {
    for (const [at, view] of VIEWS.entries())
      await open(view, {
        locale: at % 2 ? 'en-US' : 'sv-SE',
        viewport: { width: 320, height: 240 },
        objects: { view: { shown: view } },
      });
    const ids = await page.$$eval('main [id]', (nodes) => nodes.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const before = await page.locator('#years').innerHTML();
    await page.locator('#groups .isu-mark').first().click();
    await page.evaluate(() =>
      (window as unknown as InPage).report.format('groups', 'labels', { show: false }),
    );
    expect(await page.locator('#years').innerHTML()).toBe(before);
    expect(await page.locator('#groups').getByRole('tab').count()).toBe(6);
  });

  it('has the colours of high contrast and no others', async () => {
    await open('contrast', {
      theme: 'contrast',
      objects: { colours: { persons: { solid: { color: '#123456' } } } },
    });
    const colours = await page.evaluate(async (views) => {
      const { report } = window as unknown as InPage;
      const found = new Set<string>();
      for (const view of views) {
        await report.format('contrast', 'view', { shown: view });
        for (const node of report.element('contrast').querySelectorAll('.isu-view *'))
          for (const name of ['fill', 'stroke']) {
            const value = node.getAttribute(name);
            if (value !== null && !/^(none|transparent|currentColor|url\(#.*)$/.test(value)) found.add(value);
          }
      }
      return [...found];
    }, VIEWS);
    expect(
      colours.filter((colour) => !['#FFFFFF', '#000000', '#00FF00', '#FFFF00'].includes(colour)),
    ).toEqual([]);
    expect(
      await page.evaluate(() => (window as unknown as InPage).report.model('contrast').cards.length),
    ).toBe(4);
  });

  it('is without accessibility faults: what to add, several at once, a table, a tile, publication', async () => {
    await open('landing', {}, FEW, {});
    await open('groups', { viewport: { width: 320, height: 240 } });
    await open('tile', { viewport: { width: 150, height: 100 }, objects: { view: { shown: 'years' } } });
    await open('table', { objects: { view: { shown: 'profile', asTable: true } } });
    await open('publication', {
      theme: 'dark',
      objects: { view: { shown: 'concentration' }, protection: { mode: 'publication' } },
    });
    expect(await accessibilityViolations(page, 'main')).toEqual([]);
  });
});

describe('as a native visual', () => {
  it('is used by keyboard alone: tabs, save, marks, Enter, Escape, the context-menu key', async () => {
    await open('keys');
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      await page.evaluate(() => (window as unknown as InPage).report.host('keys').settled());
    };
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName,
      );
    const asked = (name: string) =>
      page.evaluate((call) => (window as unknown as InPage).report.asked('keys', call), name);
    await page.locator('h1').click();
    await press('Tab');
    expect(await focused()).toBe('Grupper');
    await press('ArrowRight');
    expect(await focused()).toBe('Profil');
    await press('ArrowLeft', 'Tab');
    expect(await focused()).toBe('Spara tabellen som CSV');
    await press('Enter');
    expect(await asked('exportVisualsContentExtended')).toMatchObject([
      [expect.stringContaining('\r\n'), 'isu-lathund-grupper.csv', 'csv', 'Grupper'],
    ]);
    await press('Tab');
    expect(await focused()).toMatch(/^Personer med 1 aktualisering/);
    expect(await asked('showTooltip')).toHaveLength(1);
    await press('End', 'Enter');
    const [applied] = (await asked('applyJsonFilter')) as [{ values: string[] }, string, string, number][];
    expect([applied![0].values.length, ...applied!.slice(1)]).toEqual([86, 'general', 'filter', 0]);
    expect(await focused()).toMatch(/12/);
    await expect.poll(() => page.locator('#keys [aria-selected=true].isu-mark').count()).toBe(1);
    await press('Control+ArrowUp', 'ArrowUp', 'Control+Enter');
    expect(await page.locator('#keys .isu-mark[aria-selected=true]').count()).toBe(2);
    await press('ContextMenu', 'Shift+F10');
    expect(await asked('showContextMenu')).toHaveLength(2);
    await press('Escape');
    expect((await asked('applyJsonFilter')).at(-1)).toEqual([null, 'general', 'filter', 1]);
    expect(await page.locator('#keys .isu-mark[aria-selected=true]').count()).toBe(0);
  });

  it('is used by mouse: tooltip with persons for a report page, click, Ctrl+click, a click beside, the menu', async () => {
    await open('mouse');
    const asked = (name: string) =>
      page.evaluate((call) => (window as unknown as InPage).report.asked('mouse', call), name);
    const marks = page.locator('#mouse .isu-mark');
    await marks.nth(4).hover();
    await marks.nth(4).hover({ position: { x: 20, y: 10 } });
    const [[shown]] = (await asked('showTooltip')) as [[{ dataItems: object[]; identities: object[] }]];
    expect(shown.dataItems).toMatchObject([
      { displayName: 'Personer', value: '86 (13\u00a0%)' },
      { displayName: 'Aktualiseringar', value: expect.stringContaining('55') as string },
    ]);
    expect(shown.identities).toHaveLength(86);
    expect((await asked('moveTooltip')).length).toBeGreaterThan(0);
    await marks.nth(4).click();
    await marks.nth(3).click({ modifiers: ['Control'] });
    await marks.nth(3).click({ button: 'right' });
    await page.locator('#mouse .isu-foot').click({ button: 'right' });
    await page.locator('#mouse .isu-view').click({ position: { x: 2, y: 2 } });
    const filters = (await asked('applyJsonFilter')).map(
      ([filter]) => (filter as { values: [] } | null)?.values.length,
    );
    expect(filters).toEqual([86, expect.any(Number), undefined]);
    expect(await asked('showContextMenu')).toHaveLength(2);
    await page.mouse.move(1, 1);
    expect((await asked('hideTooltip')).length).toBeGreaterThan(0);
  });

  it('draws what another visual highlights over the rest', async () => {
    await open('lit', {}, FEW, { person: 'P', date: 'D', number: 'N', rows: { aggregate: 'count' } });
    expect(await page.locator('#lit .isu-highlighted').count()).toBe(0);
    await page.evaluate(() =>
      (window as unknown as InPage).report.host('lit').highlightRows((row) => row < 4),
    );
    expect(await page.locator('#lit .isu-highlighted').count()).toBeGreaterThan(0);
    await page.evaluate(() => (window as unknown as InPage).report.host('lit').highlightRows(null));
    expect(await page.locator('#lit .isu-highlighted').count()).toBe(0);
  });

  it('keeps the view in the report: a bookmark, an export and another reader see the same', async () => {
    await open('kept');
    await page.locator('#kept').getByRole('tab').nth(2).click();
    const { bookmark, picture } = await page.evaluate(async () => {
      const { report } = window as unknown as InPage;
      await report.host('kept').settled();
      return {
        bookmark: report.host('kept').bookmark(),
        picture: report.element('kept').querySelector('.isu-view')!.innerHTML,
      };
    });
    expect(bookmark.objects).toMatchObject({ view: { shown: 'concentration' } });
    await open('again', { objects: bookmark.objects });
    expect(await page.locator('#again .isu-view').innerHTML()).toBe(picture);
  });

  it('says everything in the report’s language and colours', async () => {
    await open('english', { locale: 'en-GB' });
    expect(await page.locator('#english').getByRole('tab', { name: 'Groups' }).count()).toBe(1);
    expect(await page.locator('#english tbody').first().textContent()).toContain('3–6');
    const ground = () =>
      page.locator('#english .isu-stage').evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await open('dark', { theme: 'dark' });
    expect(
      await page.locator('#dark .isu-stage').evaluate((node) => getComputedStyle(node).backgroundColor),
    ).toBe('rgb(32, 31, 30)');
  });

  it('lets nothing be chosen where the host allows no interactions, and tells all the same', async () => {
    await open('still', { allowInteractions: false });
    expect(await page.locator('#still').getByRole('tab').count()).toBe(0);
    const mark = page.locator('#still .isu-mark').first();
    await mark.click();
    await mark.click({ button: 'right' });
    await page.keyboard.press('Escape');
    const calls = await page.evaluate(() => (window as unknown as InPage).report.calls('still'));
    expect(calls).toContain('showTooltip');
    expect(calls.filter((name) => /applyJsonFilter|showContextMenu|select|persist/.test(name))).toEqual([]);
  });
});

describe('in publication', () => {
  it('no person is anywhere: not in the page, tooltips, menus, files, filters, or what the report keeps', async () => {
    await open('secret', { objects: { protection: { mode: 'internal' } } });
    await page.locator('#secret .isu-mark').last().click();
    await page.evaluate(() => (window as unknown as InPage).report.host('secret').settled());
    const kept = () =>
      page.evaluate(() => JSON.stringify((window as unknown as InPage).report.host('secret').bookmark()));
    const person = /\d{8}-\d{4}/;
    expect(await kept()).toMatch(person);
    const before = await page.evaluate(async () => {
      const { report } = window as unknown as InPage;
      await report.format('secret', 'protection', { mode: 'publication', threshold: 100 });
      return report.calls('secret').length;
    });
    for (const view of VIEWS) {
      await page.evaluate(
        (shown) => (window as unknown as InPage).report.format('secret', 'view', { shown }),
        view,
      );
      await page.locator('#secret .isu-mark').evaluateAll((marks) => {
        for (const mark of marks)
          for (const kind of ['pointermove', 'click', 'contextmenu'])
            mark.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, ctrlKey: true }));
      });
      await page.locator('#secret .isu-save').click();
      expect(await page.locator('#secret').evaluate((node) => node.outerHTML)).not.toMatch(person);
    }
    const told = await page.evaluate(
      (from) =>
        (window as unknown as InPage).report
          .host('secret')
          .calls.slice(from)
          .filter(({ name }) => !name.startsWith('rendering'))
          .map(({ name, args }) => ({ name, args: JSON.stringify(args) })),
      before,
    );
    expect(told.filter(({ args }) => person.test(args))).toEqual([]);
    expect(told.filter(({ name }) => name === 'applyJsonFilter')).toEqual([]);
    const names = new Set(told.map(({ name }) => name));
    for (const name of ['showTooltip', 'showContextMenu', 'exportVisualsContentExtended'])
      expect(names).toContain(name);
    expect(JSON.stringify(told)).toContain('..');
    expect(await kept()).not.toMatch(person);
  });
});
