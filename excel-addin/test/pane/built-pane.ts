/** The built pane in a browser, under the headers that it is to be served with, with Excel in place of office.js. */
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser } from '../../../test/workbench/browser.ts';
import { headersOf } from '../../hosting/headers.ts';
import type { TestOptions } from './office-js.ts';

const ADDIN = fileURLToPath(new URL('../../', import.meta.url));
const OFFICE = 'https://appsforoffice.microsoft.com';
export const OFFICE_JS = `${OFFICE}/lib/1/hosted/office.js`;

export interface Looks {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  /** False: nobody answers the request for office.js. */
  readonly hasOffice?: boolean;
}

export interface BuiltPane {
  readonly folder: string;
  readonly open: (options?: TestOptions, looks?: Looks) => Promise<Page>;
}

/** Builds and serves once for the tests of a file; a page that has asked for anything else, or erred, fails its test. */
export function useBuiltPane(): BuiltPane {
  const home = mkdtempSync(join(tmpdir(), 'isu-pane-'));
  const folder = join(home, 'dist');
  const faults: string[] = [];
  const pages: Page[] = [];
  let browser: Browser;
  let server: Server;
  let officeJs = '';
  beforeAll(async () => {
    [officeJs] = await Promise.all([bundledExcel(), buildInto(folder)]);
    [browser, server] = await Promise.all([openBrowser(), serve(folder)]);
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(home, { recursive: true, force: true });
  });
  return {
    folder,
    async open(options = {}, looks = {}) {
      const {
        width = 320,
        height = 720,
        colorScheme = 'light',
        forcedColors = 'none',
        hasOffice = true,
      } = looks;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        forcedColors,
        locale: 'sv-SE',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      pages.push(page);
      const address = `http://localhost:${String((server.address() as AddressInfo).port)}`;
      watch(page, address, faults, hasOffice);
      await page.exposeFunction('reportBreach', (breach: string) => faults.push(`policy: ${breach}`));
      await page.addInitScript((given) => {
        const scope = window as unknown as { testOptions: unknown; reportBreach: (breach: string) => void };
        scope.testOptions = given;
        document.addEventListener('securitypolicyviolation', (event) =>
          scope.reportBreach(`${event.effectiveDirective} ${event.blockedURI}`),
        );
      }, options);
      await context.route(OFFICE_JS, (route) =>
        hasOffice ? route.fulfill({ contentType: 'text/javascript', body: officeJs }) : route.abort(),
      );
      await page.goto(address);
      return page;
    },
  };
}

function watch(page: Page, address: string, faults: string[], hasOffice: boolean): void {
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && url !== OFFICE_JS && !url.startsWith('data:'))
      faults.push(`request to ${url}`);
  });
  page.on('console', (message) => {
    const isExpected = !hasOffice && message.text().includes('ERR_FAILED');
    if (['error', 'warning'].includes(message.type()) && !isExpected)
      faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
}

/** In a process of its own: under vitest, React would be built for developers. */
function buildInto(folder: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawn(process.execPath, [join(ADDIN, 'build.mjs'), '--out', folder], {
    env,
    stdio: ['ignore', 2, 2],
  });
  return new Promise((done, fail) =>
    built.on('close', (code) => (code === 0 ? done() : fail(new Error(`build.mjs: ${String(code)}`)))),
  );
}

/** exceljs reads files, which nobody does in the page. */
async function bundledExcel(): Promise<string> {
  const { outputFiles } = await bundle({
    entryPoints: [join(ADDIN, 'test/pane/office-js.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    conditions: ['isu-source'],
    logLevel: 'error',
    plugins: [
      {
        name: 'no-exceljs',
        setup: (made) => {
          made.onResolve({ filter: /^exceljs$/ }, () => ({ path: 'exceljs', namespace: 'none' }));
          made.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {}' }));
        },
      },
    ],
  });
  return outputFiles[0]!.text;
}

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': KINDS[extname(file)] ?? 'application/octet-stream',
      ...headersOf(path === '/' ? 'index.html' : path.slice(1)),
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, 'localhost', () => done(server)));
}
