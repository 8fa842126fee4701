/** The pages as they are built and served, in a browser, with pages that end their test by having found no fault. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePage, type ServedPage } from 'isu-workbench';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser, watchedPage, type WatchedPage } from './browser.ts';

/** Pages of one test, and those that several tests of a block look at. */
type Watch = 'test' | 'kept';

export interface Workbench {
  readonly served: ServedPage;
  /** Of the page under test. */
  readonly address: string;
  readonly browser: Browser;
  /** A folder of the test file's own. */
  readonly folder: string;
  readonly openPage: (query?: string, options?: BrowserContextOptions, watch?: Watch) => Promise<Page>;
  /** Closes the pages that several tests looked at. */
  readonly endKept: () => Promise<void>;
}

export interface Served {
  /** Of the page under test: `fil/` is the page without Excel. */
  readonly path: string;
  /** Serves the task pane too. */
  readonly withPane: boolean;
  /** Serves the packaged Power BI visual too. */
  readonly withVisual?: boolean;
  /** Source maps beside the scripts, for who asks what they spend their time on. */
  readonly withMaps: boolean;
  /** What is there when a page has opened. */
  readonly sign: (page: Page) => Locator;
}

const FILE_PAGE: Served = {
  path: 'fil/',
  withPane: false,
  withMaps: false,
  sign: (page) => page.getByRole('tab').first(),
};

/** Builds, serves and ends the pages with the tests of the file; to be used inside tests only. */
export function useWorkbench({ path, withPane, withVisual, withMaps, sign }: Served = FILE_PAGE): Workbench {
  const watched: Record<Watch, WatchedPage[]> = { test: [], kept: [] };
  const workbench = {
    folder: mkdtempSync(join(tmpdir(), 'isu-page-')),
    openPage: async (query = '', options: BrowserContextOptions = {}, watch: Watch = 'test') => {
      const { browser, served } = workbench as Workbench;
      const each = await watchedPage(browser, served.address, options);
      watched[watch].push(each);
      await each.page.goto(served.address + path + query);
      await sign(each.page).waitFor();
      return each.page;
    },
    endKept: () => endWatch('kept'),
  } as { -readonly [Key in keyof Workbench]: Workbench[Key] };

  async function endWatch(watch: Watch): Promise<void> {
    const faults = watched[watch].flatMap((each) => each.faults);
    for (const { page } of watched[watch].splice(0)) await page.context().close();
    expect(faults).toEqual([]);
  }

  beforeAll(async () => {
    const built = join(workbench.folder, 'dist');
    const pane = withPane ? builtPane(workbench.folder) : join(workbench.folder, 'no-pane');
    build('packages/workbench/build.mjs', built, ...(withMaps ? ['--maps'] : []));
    const visual = withVisual ? packedVisual() : join(workbench.folder, 'no-visual');
    workbench.served = await servePage({ pages: join(built, 'page'), pane, visual }, 0);
    workbench.address = workbench.served.address + path;
    workbench.browser = await openBrowser();
  });
  afterEach(() => endWatch('test'));
  afterAll(async () => {
    await workbench.browser?.close();
    await workbench.served?.close();
    rmSync(workbench.folder, { recursive: true, force: true });
  });
  return workbench;
}

/** As `npm run build` and `npm test` have left it: it takes longest of all to build. */
function builtPane(folder: string): string {
  if (existsSync('excel-addin/dist/index.html')) return 'excel-addin/dist';
  const pane = join(folder, 'pane');
  build('excel-addin/build.mjs', pane);
  return pane;
}

/** The same: packing it takes as long. */
function packedVisual(): string {
  const folder = 'powerbi-visual/dist';
  if (!existsSync(folder)) run('powerbi-visual/build.mjs');
  return folder;
}

function build(script: string, out: string, ...options: readonly string[]): void {
  run(script, '--out', out, ...options);
}

function run(script: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
