// Renders the drawing of this folder as the 20 × 20 picture that pbiviz.json names: `node powerbi-visual/assets/render-icon.mjs`.
// CHROME_PATH names a browser other than the packaged one.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));
const SIZE = 20;

const executablePath = process.env.CHROME_PATH ?? (await chromium.executablePath());
const browser = await playwright.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
const drawing = await readFile(beside('icon.svg'), 'utf8');
await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${drawing}`);
await page.screenshot({ path: beside('icon.png'), omitBackground: true });
await browser.close();
