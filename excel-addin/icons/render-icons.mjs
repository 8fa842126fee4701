// Renders each drawing of this folder as PNG at the sizes that the manifest names, into public/icons.
// `node excel-addin/icons/render-icons.mjs`. CHROME_PATH names a browser other than the packaged one.
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ICONS = fileURLToPath(new URL('../public/icons/', import.meta.url));
const SIZES = [16, 32, 64, 80];

await mkdir(ICONS, { recursive: true });
const executablePath = process.env.CHROME_PATH ?? (await chromium.executablePath());
const browser = await playwright.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const file of (await readdir(HERE)).filter((name) => name.endsWith('.svg'))) {
  const drawing = await readFile(join(HERE, file), 'utf8');
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${drawing}`);
    const path = join(ICONS, `${basename(file, '.svg')}-${size}.png`);
    await page.screenshot({ path, omitBackground: true });
  }
}
await browser.close();
