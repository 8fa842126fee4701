/** The page as it is built and served, in a browser, with pages that end their test by having found no fault. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePage, type ServedPage } from 'isu-workbench';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser, watchedPage, type WatchedPage } from './browser.ts';

/** Pages of one test, and those that several tests of a block look at. */
type Watch = 'test' | 'kept';

export interface Workbench {
  readonly served: ServedPage;
  readonly browser: Browser;
  /** A folder of the test file's own. */
  readonly folder: string;
  readonly openPage: (query?: string, options?: BrowserContextOptions, watch?: Watch) => Promise<Page>;
  /** Closes the pages that several tests looked at. */
  readonly endKept: () => Promise<void>;
}

/** Builds, serves and ends the page with the tests of the file; to be used inside tests only. */
export function useWorkbench(): Workbench {
  const watched: Record<Watch, WatchedPage[]> = { test: [], kept: [] };
  const workbench = {
    folder: mkdtempSync(join(tmpdir(), 'isu-page-')),
    openPage: async (query = '', options: BrowserContextOptions = {}, watch: Watch = 'test') => {
      const { browser, served } = workbench as Workbench;
      const each = await watchedPage(browser, served.address, options);
      watched[watch].push(each);
      await each.page.goto(served.address + query);
      await each.page.getByRole('tab').first().waitFor();
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
    const build = spawnSync(process.execPath, ['packages/workbench/build.mjs', '--out', built], {
      encoding: 'utf8',
    });
    if (build.status !== 0) throw new Error(build.stderr);
    workbench.served = await servePage(join(built, 'page'), 0);
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
