/** The folder that `npm run build` leaves, served to a browser with the very headers of its own nginx.conf. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../../test/workbench/browser.ts';
import { functionsMetadata } from '../../src/functions/metadata.ts';
import { manifestFaults } from '../manifest/manifest-faults.ts';
import { nginxHeaders } from './nginx-headers.ts';

const ADDIN = fileURLToPath(new URL('../..', import.meta.url));
const URL_OF_SITE = 'https://isu.kommunen.se';
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
};

const folder = mkdtempSync(join(tmpdir(), 'isu-site-'));
const dist = join(folder, 'dist');
const inDist = (path: string) => join(dist, path);
let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const built = spawnSync(process.execPath, [join(ADDIN, 'build.mjs'), '--out', dist, '--url', URL_OF_SITE], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  const configuration = readFileSync(inDist('nginx.conf'), 'utf8');
  server = createServer((request, response) => {
    const asked = new URL(request.url!, 'http://localhost').pathname.slice(1);
    const path = asked === '' ? 'index.html' : asked;
    for (const [name, value] of Object.entries(nginxHeaders(configuration, path)))
      response.setHeader(name, value);
    if (!existsSync(inDist(path))) return response.writeHead(404).end();
    return response
      .setHeader('Content-Type', KINDS[extname(path)] ?? 'text/plain')
      .end(readFileSync(inDist(path)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the site', () => {
  test('holds page, manifest, functions, headers and bill of materials; all else is hashed, or an icon', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => extname(path) !== '');
    expect(files.filter((path) => !path.includes('/')).sort()).toEqual([
      'functions.en.json',
      'functions.sv.json',
      'hjalp.css',
      'hjalp.html',
      'index.html',
      'licenses.txt',
      'manifest.xml',
      'nginx.conf',
      'sbom.cdx.json',
      'web.config',
    ]);
    const others = files.filter((path) => path.includes('/'));
    const unhashed = others.filter((path) => !/^assets\/.+-[\w-]{8}\.\w+$/.test(path));
    expect(unhashed.filter((path) => !/^icons\/[a-z-]+-\d\d\.png$/.test(path))).toEqual([]);
  });

  test('has a manifest for its address, whose every file is there', () => {
    const faults = manifestFaults({
      xml: readFileSync(inDist('manifest.xml'), 'utf8'),
      base: URL_OF_SITE,
      pictureSize: (path) => {
        if (!path.endsWith('.png') || !existsSync(inDist(path))) return null;
        const bytes = readFileSync(inDist(path));
        return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      },
      isServed: (path) => existsSync(inDist(path)),
    });
    expect(faults).toEqual([]);
  });

  test('has the functions in both languages', () => {
    for (const language of ['sv', 'en'] as const)
      expect(JSON.parse(readFileSync(inDist(`functions.${language}.json`), 'utf8'))).toEqual(
        functionsMetadata(language),
      );
  });

  test.each(['index.html', 'hjalp.html'])(
    'shows %s under its policy, asking nobody but itself and Microsoft',
    async (path) => {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(address) && !url.startsWith('data:') && url !== OFFICE_JS) faults.push(url);
      });
      await page.route(OFFICE_JS, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      const response = await page.goto(`${address}/${path}`);
      expect(response!.headers()['content-security-policy']).toContain("default-src 'none'");
      await page.locator('body:has(h1), body:has(h2)').waitFor();
      expect(faults).toEqual([]);
      await page.close();
    },
  );
});
