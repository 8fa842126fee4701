/**
 * The Power BI visual as it is packaged, in a browser: from update() to laid out, for the sample register, one window of
 * 30,000 rows, and 1,000,000 rows in 34 windows. Beside it the plain way: rows as objects and a Map, for count, earliest
 * and latest of each person only, and nothing drawn.
 *
 *   node test/bench/visual.mjs       CHROME_PATH names a browser other than the packaged one
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { build } from 'esbuild';
import { chromium as playwright } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'powerbi-visual/dist');
/** How often each size is measured; the median is told. The first rounds warm the engine and are left out. */
const ROUNDS = [
  { rows: 3465, warming: 3, rounds: 15 },
  { rows: 30_000, warming: 1, rounds: 9 },
  { rows: 1_000_000, warming: 0, rounds: 3 },
];

if (existsSync(DIST)) await bench();
else {
  process.stderr.write('The visual is not built yet: run `npm run build` first.\n');
  process.exitCode = 1;
}

async function bench() {
  const executablePath = process.env.CHROME_PATH ?? (await chromium.executablePath());
  const browser = await playwright.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const { js, css } = contentOf(DIST);
    await page.setContent('<!doctype html><html lang="sv"><body></body></html>');
    await page.addStyleTag({ content: css });
    await page.evaluate(() => void (window.powerbi = {}));
    await page.addScriptTag({ content: js });
    await page.addScriptTag({ content: await pageScript() });
    const capabilities = JSON.parse(readFileSync(join(ROOT, 'powerbi-visual/capabilities.json'), 'utf8'));
    const found = [];
    for (const { rows, warming, rounds } of ROUNDS) {
      const runs = await page.evaluate(
        ([n, times, given]) => window.measureVisual(n, times, given),
        [rows, warming + rounds, capabilities],
      );
      found.push({ rows, ...medians(runs.slice(warming)) });
    }
    process.stdout.write(`\n${report(found)}\n`);
  } finally {
    await browser.close();
  }
}

/** The script and the style of the package: a zip with a JSON in it. */
function contentOf(folder) {
  const { unzipSync, strFromU8 } = createRequire(join(ROOT, 'powerbi-visual/package.json'))('fflate');
  const name = readdirSync(folder).find((file) => file.endsWith('.pbiviz'));
  const files = unzipSync(readFileSync(join(folder, name)));
  const resource = Object.keys(files).find((file) => file.endsWith('.pbiviz.json'));
  return JSON.parse(strFromU8(files[resource])).content;
}

async function pageScript() {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'test/bench/visual-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    conditions: ['isu-source'],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

function medians(runs) {
  const of = (key) => median(runs.map((run) => run[key]));
  const windows = runs[0].windows.map((_, at) => median(runs.map((run) => run.windows[at])));
  return {
    windows,
    ...Object.fromEntries(['all', 'last', 'resize', 'nodes', 'plainMap'].map((key) => [key, of(key)])),
  };
}

function report(found) {
  const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  const head = [
    'rows',
    'windows',
    'update() to drawn',
    'a window',
    'the last',
    'resize',
    'nodes',
    'plain Map',
    'ratio',
  ];
  const lines = found.map(({ rows, windows, all, last, resize, nodes, plainMap }) => [
    rows.toLocaleString('en'),
    String(windows.length + 1),
    ms(all),
    windows.length === 0 ? '–' : ms(median(windows)),
    ms(last),
    ms(resize),
    String(nodes),
    ms(plainMap),
    (all / plainMap).toFixed(1),
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...lines].map((cells) => cells[at].length)));
  const [, window, million] = found;
  const early = median(million.windows.slice(1, 9));
  const late = median(million.windows.slice(-8));
  return [
    'The Power BI visual, packaged, in a browser (medians):',
    ...[head, ...lines].map((cells) => `  ${cells.map((cell, at) => cell.padStart(widths[at])).join('  ')}`),
    `  1,000,000 rows beside 30,000: ${(million.all / window.all).toFixed(1)} times the time for 33.3 times the rows`,
    `  the last windows of a million beside the first: ${(late / early).toFixed(2)}`,
  ].join('\n');
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
