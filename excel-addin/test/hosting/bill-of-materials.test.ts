/** What the add-in is made of, told to an IT department: all of it, in versions that are installed, under free licences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cycloneDx, licenceTexts, partsOf } from '../../hosting/bill-of-materials.ts';

const ADDIN = fileURLToPath(new URL('../..', import.meta.url));
const parts = partsOf(ADDIN);

interface Bill {
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly { readonly 'bom-ref': string; readonly purl: string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
const bill = JSON.parse(cycloneDx(parts)) as Bill;

describe('the bill of materials', () => {
  test('names what the add-in depends on, in the versions that its package.json pins', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ADDIN, 'package.json'), 'utf8')) as {
      dependencies: Readonly<Record<string, string>>;
    };
    for (const [name, version] of Object.entries(dependencies)) {
      const part = parts.find((each) => each.name === name);
      expect(part, name).toBeDefined();
      if (!version.startsWith('workspace:')) expect(part!.version, name).toBe(version);
    }
  });

  test('names what they depend on in their turn, and nothing that only tests and builds need', () => {
    const names = parts.map(({ name }) => name);
    expect(names).toContain('simple-statistics');
    expect(names).toContain('scheduler');
    for (const name of ['vite', 'esbuild', 'isu-excel-host', 'office-addin-manifest', 'exceljs'])
      expect(names).not.toContain(name);
  });

  test('has nothing under another licence than MIT, Apache, BSD or ISC', () => {
    const other = parts.filter(
      ({ licence }) => !/^(MIT|Apache-2\.0|0BSD|BSD-[23]-Clause|ISC)( (OR|AND) .*)?$/.test(licence),
    );
    expect(other.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  test('is CycloneDX 1.6 whose every reference leads somewhere', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(bill.metadata.component.name).toBe('isu-excel-addin');
    const known = new Set([...bill.components.map((each) => each['bom-ref']), bill.dependencies[0]!.ref]);
    expect(known.size).toBe(parts.length);
    expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !known.has(ref))).toEqual(
      [],
    );
    expect(bill.components.filter(({ purl }) => !/^pkg:npm\/(%40[^/@]+\/)?[^/@]+@\d/.test(purl))).toEqual([]);
  });

  test('is the same bytes for the same packages', () => {
    expect(cycloneDx(partsOf(ADDIN))).toBe(cycloneDx(parts));
  });
});

test('the licence of every foreign package is kept with the files, as it asks', () => {
  const texts = licenceTexts(parts);
  for (const part of parts.filter(({ isOurs }) => !isOurs))
    expect(texts).toContain(`${part.name} ${part.version}`);
  expect(texts).toContain('Copyright (c) Meta Platforms');
});
