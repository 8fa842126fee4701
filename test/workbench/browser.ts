/**
 * A real browser for tests, and pages that watch themselves: a request to any other address, an error on the console,
 * an error of a script or a breach of the content security policy is a fault, and a test ends by finding none.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The packaged browser is set up for small servers: all pages in one process, where one that closes can stop the others,
 * and with the web's own protection off, which is here a thing to test.
 */
const UNWANTED: readonly string[] = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
];

/** CHROME_PATH, else a browser that is installed, else the one that comes as a package. */
export async function openBrowser(): Promise<Browser> {
  const installed = process.env['CHROME_PATH'] ?? installedBrowser();
  if (installed === undefined) {
    const args = chromium.args.filter((arg) => !UNWANTED.includes(arg));
    return playwright.launch({ executablePath: await chromium.executablePath(), args });
  }
  const isRoot = process.getuid?.() === 0;
  return playwright.launch({ executablePath: installed, args: isRoot ? ['--no-sandbox'] : [] });
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...inPath, ...ELSEWHERE].find((path) => existsSync(path));
}

export interface WatchedPage {
  readonly page: Page;
  /** What a user or an administrator would object to, in the order it came. */
  readonly faults: readonly string[];
}

/** @param address the only origin that the page may ask */
export async function watchedPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'sv-SE', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith(`blob:${address}`)) faults.push(`request to ${url}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  await page.exposeFunction('reportBreach', (breach: string) => faults.push(`policy: ${breach}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportBreach } = window as unknown as { reportBreach: (breach: string) => void };
      reportBreach(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return { page, faults };
}

/** Drops a file on an element, as a person does from the desktop. */
export async function dropFile(page: Page, selector: string, name: string, content: Uint8Array | string) {
  const base64 = Buffer.from(content).toString('base64');
  const transfer = await page.evaluateHandle(
    ([fileName, data]) => {
      const bytes = Uint8Array.from(atob(data!), (character) => character.charCodeAt(0));
      const carried = new DataTransfer();
      carried.items.add(new File([bytes], fileName!));
      return carried;
    },
    [name, base64],
  );
  await page.dispatchEvent(selector, 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent(selector, 'drop', { dataTransfer: transfer });
}
