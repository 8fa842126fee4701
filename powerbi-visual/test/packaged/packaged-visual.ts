/** The visual as `npm run build` packs it, out of its .pbiviz, and pages to run it in. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Unzipped } from 'fflate';
import type { Frame, Page } from 'playwright-core';

const { unzipSync } = createRequire(import.meta.url)('fflate') as {
  unzipSync: (data: Uint8Array) => Unzipped;
};

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

interface Packed {
  readonly visual: { readonly guid: string };
  readonly content: { readonly js: string; readonly css: string };
  readonly capabilities: object;
  readonly stringResources: Readonly<Record<string, object>>;
}

export function packagedVisual(): Packed {
  const file = readdirSync(DIST).find((name) => name.endsWith('.pbiviz'));
  if (file === undefined) throw new Error('There is no package: npm run build makes it.');
  const parts = unzipSync(readFileSync(`${DIST}/${file}`));
  const [, packed] = Object.entries(parts).find(([name]) => name.endsWith('.pbiviz.json'))!;
  return JSON.parse(new TextDecoder().decode(packed)) as Packed;
}

/** A page that may ask nothing of anyone. */
export const EMPTY_PAGE = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Rapport</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:">
<style>body{margin:0;background:#fff}main{display:flex;flex-wrap:wrap;gap:8px}h1{font-size:14px;margin:4px}</style></head>
<body><h1>Rapport</h1><main></main></body></html>`;

/** Loads the package and a report into an empty page, or a frame in one. */
export async function loadVisual(page: Page | Frame): Promise<void> {
  const { visual, content, capabilities, stringResources } = packagedVisual();
  const script = await build({
    entryPoints: [fileURLToPath(new URL('report-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    conditions: ['isu-source'],
    logLevel: 'warning',
  });
  const given = { guid: visual.guid, capabilities, texts: stringResources, powerbi: {} };
  await page.addStyleTag({ content: content.css });
  await page.addScriptTag({ content: `Object.assign(window, ${JSON.stringify(given)});` });
  await page.addScriptTag({ content: content.js });
  await page.addScriptTag({ content: script.outputFiles[0]!.text });
}
