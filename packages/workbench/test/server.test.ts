import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { servePage, type Built } from '../src/index.ts';

let folder: string;
let built: Built;
let occupant: Server;
let taken: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isu-served-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
  const pane = join(folder, 'built-pane');
  mkdirSync(pane);
  writeFileSync(
    join(pane, 'index.html'),
    '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="a.js"></script>',
  );
  writeFileSync(join(pane, 'a.js'), 'Office.onReady()');
  const visual = join(folder, 'packed-visual');
  mkdirSync(visual);
  const parts = {
    visual: { guid: 'g1', version: '1.0.0.0' },
    capabilities: { dataRoles: [] },
    stringResources: { 'sv-SE': { a: 'å' } },
    content: { js: 'window.powerbi', css: '.å{}', iconBase64: '' },
  };
  const packed = {
    'package.json': strToU8('{}'),
    'resources/g1.pbiviz.json': strToU8(JSON.stringify(parts)),
  };
  writeFileSync(join(visual, 'g1.1.0.0.0.pbiviz'), zipSync(packed));
  built = { pages: folder, pane, visual };
  mkdirSync(join(folder, 'fil'));
  writeFileSync(join(folder, 'fil', 'index.html'), '<title>fil</title>');
  occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  taken = (occupant.address() as AddressInfo).port;
});

afterAll(() => {
  occupant.close();
  rmSync(folder, { recursive: true });
});

test('a port that is taken is passed over for the next free one', async () => {
  const served = await servePage(built, taken);
  expect(Number(new URL(served.address).port)).toBeGreaterThan(taken);
  expect((await fetch(served.address)).status).toBe(200);
  await served.close();
});

test('the page is served to this computer only', async () => {
  const served = await servePage(built, 0);
  expect(new URL(served.address).hostname).toBe('127.0.0.1');
  await served.close();
  await expect(fetch(served.address)).rejects.toThrow();
});

test('a file outside the page is not served', async () => {
  const served = await servePage(built, 0);
  writeFileSync(join(folder, '..', 'isu-outside.txt'), 'secret');
  const answer = await fetch(`${served.address}%2e%2e/isu-outside.txt`);
  expect(answer.status).toBe(404);
  rmSync(join(folder, '..', 'isu-outside.txt'));
  await served.close();
});

test('the pane is served as it was built, but for Microsoft’s office.js in its page', async () => {
  const served = await servePage(built, 0);
  const page = await (await fetch(`${served.address}pane/`)).text();
  expect(page).toBe('<script src="../office.js"></script><script src="a.js"></script>');
  expect(await (await fetch(`${served.address}pane/a.js`)).text()).toBe('Office.onReady()');
  expect((await fetch(`${served.address}pane/%2e%2e%2findex.html`)).status).toBe(404);
  await served.close();
});

test('a page asked for without its last slash is found with it, and what was asked of it is kept', async () => {
  const served = await servePage(built, 0);
  const answer = await fetch(`${served.address}fil?lang=en`);
  expect(answer.url).toBe(`${served.address}fil/?lang=en`);
  expect(await answer.text()).toContain('fil');
  await served.close();
});

test('the packed visual is unpacked into what a frame without an origin may ask for', async () => {
  const served = await servePage(built, 0);
  const asked = (name: string) => fetch(`${served.address}power-bi/${name}`);
  const script = await asked('visual.js');
  expect(await script.text()).toBe('window.powerbi');
  expect(script.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  expect(script.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
  expect(await (await asked('visual.css')).text()).toBe('.å{}');
  expect(await (await asked('visual.json')).json()).toEqual({
    guid: 'g1',
    version: '1.0.0.0',
    capabilities: { dataRoles: [] },
    stringResources: { 'sv-SE': { a: 'å' } },
  });
  const page = await fetch(served.address);
  expect(page.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  await served.close();
});

test('where no visual has been packed, it is not found and the rest is served', async () => {
  const served = await servePage({ ...built, visual: join(folder, 'none') }, 0);
  expect((await fetch(`${served.address}power-bi/visual.js`)).status).toBe(404);
  expect((await fetch(served.address)).status).toBe(200);
  await served.close();
});
