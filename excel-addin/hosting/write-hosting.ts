/** Puts beside the built pane what a web server and Excel need: manifest, functions, headers, bill of materials. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from 'isu-core';
import { renderManifest } from '../manifest/render-manifest.ts';
import { functionsMetadata } from '../src/functions/metadata.ts';
import { cycloneDx, licenceTexts, partsOf } from './bill-of-materials.ts';
import { iisConfiguration, nginxConfiguration } from './headers.ts';

/**
 * @param addin the folder of the package
 * @param dist the built pane
 * @param url where it will be served
 */
export function writeHosting(addin: string, dist: string, url: string): Outcome<string> {
  const manifest = manifestFor(addin, url);
  if (!manifest.ok) return manifest;
  const parts = partsOf(addin);
  const files: Readonly<Record<string, string>> = {
    'manifest.xml': manifest.value,
    'functions.sv.json': json(functionsMetadata('sv')),
    'functions.en.json': json(functionsMetadata('en')),
    'nginx.conf': nginxConfiguration(),
    'web.config': iisConfiguration(),
    'sbom.cdx.json': cycloneDx(parts),
    'licenses.txt': licenceTexts(parts),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
  return manifest;
}

/** @param addin the folder of the package */
export function manifestFor(addin: string, url: string): Outcome<string> {
  const template = readFileSync(join(addin, 'manifest/manifest.template.xml'), 'utf8');
  const { version } = JSON.parse(readFileSync(join(addin, 'package.json'), 'utf8')) as { version: string };
  return renderManifest(template, { url, version });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
