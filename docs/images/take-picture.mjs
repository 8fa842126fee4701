// Takes the pictures of the workbench with the made-up register: workbench.png, the workbook after four clicks in the task
// pane; powerbi/workbench.png, the tab Power BI with a group clicked; page.png, the page without Excel as it opens.
// After `npm run build`: `node docs/images/take-picture.mjs`. CHROME_PATH names a browser other than the packaged one.
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { servePage } from '../../packages/workbench/dist/server.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = {
  pages: at('../../packages/workbench/dist/page'),
  pane: at('../../excel-addin/dist'),
  visual: at('../../powerbi-visual/dist'),
};
const served = await servePage(built, 0);
const executablePath = process.env.CHROME_PATH ?? (await chromium.executablePath());
// The fields for dates speak the language of the browser, if it has Swedish (Debian: chromium-l10n).
const browser = await playwright.launch({
  executablePath,
  args: ['--no-sandbox', '--lang=sv-SE'],
  env: { ...process.env, LANGUAGE: 'sv_SE' },
});
const settings = { locale: 'sv-SE', colorScheme: 'light' };

const workbench = await browser.newPage({ ...settings, viewport: { width: 1440, height: 900 } });
await workbench.goto(served.address);
const pane = workbench.frameLocator('iframe');
for (const name of ['Nästa: Avgränsning', 'Nästa: Kontroll', 'Nästa: Resultat', 'Skriv till arbetsboken'])
  await pane.getByRole('button', { name }).click();
await pane.getByText('Arbetsboken är klar').first().waitFor();
await workbench.screenshot({ path: at('workbench.png'), animations: 'disabled' });

const report = await browser.newPage({ ...settings, viewport: { width: 1440, height: 800 } });
await report.goto(served.address);
await report.getByRole('tab', { name: 'Power BI' }).click();
const group = report.frameLocator('.tile').getByRole('option', { name: /12 eller fler/ });
await group.click();
await report.getByRole('button', { name: 'Ta bort filtret' }).waitFor();
// What is pointed at hides nothing.
await report.mouse.move(0, 0);
await report.waitForTimeout(500);
await report.screenshot({ path: at('powerbi/workbench.png'), animations: 'disabled' });

const page = await browser.newPage({ ...settings, viewport: { width: 1200, height: 1250 } });
await page.goto(`${served.address}fil/`);
await page.locator('.result-head').waitFor();
await page.screenshot({ path: at('page.png'), animations: 'disabled' });

await browser.close();
await served.close();
