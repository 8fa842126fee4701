// Takes the handbook's pictures of the case-file review's sheets: the made-up reviews as the command writes them, opened
// in the workbench. After `npm run build`: `node docs/images/granskning/take-pictures.mjs`. CHROME_PATH names a browser
// other than the packaged one. The task pane's pictures are taken by excel-addin/test/pane/pictures.test.ts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { servePage } from '../../../packages/workbench/dist/server.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const ROOT = at('../../../');

/** One workbook for each way to lay it out; sheets by their tabs, a person's by its place among the tabs. */
const PICTURES = [
  { layout: 'rows', name: 'sv-borja', tab: 'Börja här', height: 1150 },
  { layout: 'rows', name: 'sv-svar', tab: 'Svar', height: 620 },
  { layout: 'forms', name: 'sv-formular', tab: /^[0-9A-Z]{4}-.* AN$/, height: 900 },
];

const folder = mkdtempSync(join(tmpdir(), 'isu-pictures-'));
const served = await servePage(
  {
    pages: join(ROOT, 'packages/workbench/dist/page'),
    pane: join(ROOT, 'excel-addin/dist'),
    visual: join(ROOT, 'powerbi-visual/dist'),
  },
  0,
);
const executablePath = process.env.CHROME_PATH ?? (await chromium.executablePath());
const browser = await playwright.launch({ executablePath, args: ['--no-sandbox', '--lang=sv-SE'] });
try {
  for (const { layout, name, tab, height } of PICTURES) {
    const page = await browser.newPage({
      locale: 'sv-SE',
      colorScheme: 'light',
      viewport: { width: 1400, height },
    });
    await page.goto(served.address);
    await page.locator('input[type=file]').first().setInputFiles(bookOf(layout));
    await page.getByRole('tab', { name: tab }).first().click();
    await page.waitForTimeout(500);
    await page.locator('.workbook').screenshot({ path: at(`${name}.png`), animations: 'disabled' });
    await page.close();
  }
} finally {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
}

function bookOf(layout) {
  const book = join(folder, `${layout}.xlsx`);
  const isu = join(ROOT, 'packages/cli/dist/isu.js');
  spawnSync(process.execPath, [isu, 'sample', '--review', '--layout', layout, '--out', book], {
    stdio: 'inherit',
  });
  return book;
}
