// Takes the picture of the README, docs/images/page.png: the page as it opens, with the made-up register.
// After `npm run build`: `node docs/images/take-picture.mjs`. CHROME_PATH names a browser other than the packaged one.
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { servePage } from '../../packages/workbench/dist/server.js';

const PAGE = fileURLToPath(new URL('../../packages/workbench/dist/page', import.meta.url));
const PICTURE = fileURLToPath(new URL('page.png', import.meta.url));

const PANE = fileURLToPath(new URL('../../excel-addin/dist', import.meta.url));
const served = await servePage(PAGE, PANE, 0);
const executablePath = process.env.CHROME_PATH ?? (await chromium.executablePath());
// The fields for dates speak the language of the browser, if it has Swedish (Debian: chromium-l10n).
const browser = await playwright.launch({
  executablePath,
  args: ['--no-sandbox', '--lang=sv-SE'],
  env: { ...process.env, LANGUAGE: 'sv_SE' },
});
const page = await browser.newPage({
  viewport: { width: 1200, height: 1250 },
  locale: 'sv-SE',
  colorScheme: 'light',
});
await page.goto(`${served.address}fil/`);
await page.locator('.result-head').waitFor();
await page.screenshot({ path: PICTURE, animations: 'disabled' });
await browser.close();
await served.close();
