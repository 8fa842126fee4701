// Takes the handbook's pictures of the Power BI visual: the package as it is built, in our own host of a report (not
// Power BI), with the made-up register. After `npm run build`: `node docs/images/powerbi/take-pictures.mjs`.
// CHROME_PATH names a browser other than the packaged one.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { build } from 'esbuild';
import { chromium as playwright } from 'playwright-core';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const ROOT = at('../../../');
const VISUAL = join(ROOT, 'powerbi-visual');
const { unzipSync } = createRequire(join(ROOT, 'packages/workbook-file/package.json'))('fflate');

const VIEWS = ['groups', 'profile', 'concentration', 'timelines', 'returns', 'years'];
const FIELDS = {
  person: 'Person',
  date: 'Datum',
  number: 'Nummer',
  type: 'Typ',
  reason: 'Orsak',
  referrer: 'Anmälare',
  organisation: 'Organisation',
  investigation: 'Utredning',
};

const { dataColors, foreground, background } = JSON.parse(
  readFileSync(join(ROOT, 'docs/powerbi/isu-tema.json'), 'utf8'),
);
const [file] = readdirSync(join(VISUAL, 'dist')).filter((name) => name.endsWith('.pbiviz'));
const parts = unzipSync(readFileSync(join(VISUAL, 'dist', file)));
const packed = Object.entries(parts).find(([name]) => name.endsWith('.pbiviz.json'));
const { content, visual, stringResources, capabilities } = JSON.parse(new TextDecoder().decode(packed[1]));

// The page: a report of one visual.
const { outputFiles } = await build({
  stdin: {
    contents: `
      import { isoDate } from 'isu-core';
      import { PowerBiHost } from 'isu-powerbi-host';
      import { COLUMNS, sampleRegister } from 'isu-sample-register';
      const fields = ${JSON.stringify({ person: 'Person', number: 'Nummer', day: 'Datum', reason: 'Orsak', type: 'Typ', referrer: 'Anmälare', organisation: 'Organisation', decision: 'Utredning' })};
      const columns = Object.fromEntries(COLUMNS.map(({ field }) => [fields[field], []]));
      for (const row of sampleRegister().rows)
        for (const { field } of COLUMNS) {
          const [year, month, day] = field === 'day' ? isoDate(row.day).split('-').map(Number) : [];
          columns[fields[field]].push(field === 'day' ? new Date(year, month - 1, day) : row[field]);
        }
      window.report = (options, wells, objects) => {
        const element = document.getElementById('visual');
        const host = new PowerBiHost({ ...options, capabilities: window.capabilities });
        host.mount((visualHost) => window.powerbi.visuals.plugins[window.guid].create({ element, host: visualHost }));
        for (const [object, properties] of Object.entries(objects)) host.objects[object] = properties;
        host.show({ name: 'Aktualiseringar', columns }, wells);
        return host.settled();
      };`,
    resolveDir: VISUAL,
  },
  bundle: true,
  write: false,
  format: 'iife',
  conditions: ['isu-source'],
  logLevel: 'warning',
});

const browser = await playwright.launch({
  executablePath: process.env.CHROME_PATH ?? (await chromium.executablePath()),
  args: ['--no-sandbox', '--lang=sv-SE'],
});

async function picture(name, { language = 'sv', wells = FIELDS, objects = {}, size = [760, 430] }) {
  const [width, height] = size;
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1.5 });
  await page.route('**/*', (route) => route.abort());
  await page.setContent(
    `<style>body{margin:0;background:${background}}#visual{width:${width}px;height:${height}px;overflow:hidden}</style><div id="visual"></div>`,
  );
  await page.addStyleTag({ content: content.css });
  const locale = language === 'sv' ? 'sv-SE' : 'en-US';
  await page.evaluate(
    ([guid, capabilities]) => Object.assign(window, { powerbi: {}, guid, capabilities }),
    [visual.guid, capabilities],
  );
  await page.addScriptTag({ content: content.js });
  await page.addScriptTag({ content: outputFiles[0].text });
  await page.evaluate(
    ([options, fields, formatted]) => window.report(options, fields, formatted),
    [
      {
        locale,
        texts: stringResources[locale] ?? {},
        theme: { foreground, background, dataColors },
        viewport: { width, height },
      },
      wells,
      objects,
    ],
  );
  await page.waitForTimeout(200);
  await page.screenshot({ path: at(`${name}.png`), animations: 'disabled' });
  await page.close();
}

for (const language of ['sv', 'en'])
  for (const view of VIEWS)
    await picture(`${language}-${view}`, { language, objects: { view: { shown: view } } });
await picture('sv-landing', { wells: {}, size: [480, 300] });
await picture('sv-without-number', {
  wells: { person: 'Person', date: 'Datum' },
  objects: { view: { shown: 'groups' } },
});
await picture('sv-publication', {
  objects: { protection: { mode: 'publication' }, view: { shown: 'groups' } },
});
await picture('sv-tile', { objects: { view: { shown: 'groups' } }, size: [180, 120] });
await browser.close();
