/** The manifest, without Microsoft's validation service: by its own reader, by our checks, and by schema where there is one. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { afterAll, describe, expect, test } from 'vitest';
import { renderManifest } from '../../manifest/render-manifest.ts';
import { COMMANDS } from '../../src/commands/actions.ts';
import { buttonLabels, functionNames, manifestFaults } from './manifest-faults.ts';

const ADDIN = fileURLToPath(new URL('../..', import.meta.url));
const TEMPLATE = readFileSync(join(ADDIN, 'manifest/manifest.template.xml'), 'utf8');
const BASE = 'https://isu.kommunen.se/lathund';

/** A folder with OfficeAppManifestV1_1.xsd and what it includes. They are Microsoft's, and not ours to hand on. */
const SCHEMAS = process.env['ISU_OFFICE_SCHEMAS'];

function rendered(url = BASE, template = TEMPLATE): string {
  const outcome = renderManifest(template, { url, version: '0.1.0' });
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return outcome.value;
}

function faultsOf(xml: string, base = BASE): string[] {
  return manifestFaults({
    xml,
    base,
    pictureSize: (path) => pngSize(join(ADDIN, 'public', path)),
    isServed: (path) =>
      ['index.html', 'functions.sv.json', 'functions.en.json'].includes(path) ||
      existsSync(join(ADDIN, 'public', path)),
  });
}

/** From a PNG's header: its signature, then width and height at byte 16. */
function pngSize(path: string): readonly [number, number] | null {
  if (!path.endsWith('.png') || !existsSync(path)) return null;
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const folder = mkdtempSync(join(tmpdir(), 'isu-manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the manifest', () => {
  test('is read by office-addin-manifest as one add-in for Excel', async () => {
    const file = join(folder, 'manifest.xml');
    writeFileSync(file, rendered());
    expect(await OfficeAddinManifest.readManifestFile(file)).toMatchObject({
      id: 'f6cad504-f1b8-4da3-8aeb-7ef22356627d',
      version: '1.0.1.0',
      officeAppType: 'TaskPaneApp',
      hosts: ['Workbook'],
      defaultLocale: 'sv-SE',
      displayName: 'ISU Lathund',
      permissions: 'ReadWriteDocument',
      defaultSettings: { sourceLocation: `${BASE}/index.html` },
      iconUrl: `${BASE}/icons/lathund-32.png`,
      highResolutionIconUrl: `${BASE}/icons/lathund-64.png`,
    });
  });

  test('has nothing amiss', () => {
    expect(faultsOf(rendered())).toEqual([]);
  });

  test('has the five buttons of the tab, in both languages', () => {
    expect(buttonLabels(rendered(), 'sv-SE')).toEqual([
      'Lathund',
      'Kör igen',
      'Lägg till kolumner',
      'Urval',
      'Hjälp',
    ]);
    expect(buttonLabels(rendered(), 'en-US')).toEqual([
      'Lathund',
      'Run again',
      'Add columns',
      'Selection',
      'Help',
    ]);
  });

  test('runs the actions that the add-in has, each by one button', () => {
    expect(functionNames(rendered())).toEqual(Object.keys(COMMANDS));
  });

  test('asks for ExcelApi 1.13 and a shared runtime that lives on, and no more', () => {
    expect(rendered().match(/<Set [^>]+>/g)).toEqual([
      '<Set Name="ExcelApi" MinVersion="1.13" />',
      '<Set Name="SharedRuntime" MinVersion="1.1" />',
    ]);
    expect(rendered()).toContain('<Runtime resid="Pane.Url" lifetime="long" />');
  });

  test.skipIf(SCHEMAS === undefined)(
    'holds against the XSD schemas (skipped where ISU_OFFICE_SCHEMAS names no folder of them)',
    () => {
      xmlRegisterFsInputProviders();
      const path = join(SCHEMAS!, 'OfficeAppManifestV1_1.xsd');
      const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
      const validator = XsdValidator.fromDoc(schema);
      expect(() => validator.validate(XmlDocument.fromString(rendered()))).not.toThrow();
      const wrong = rendered().replace('<Namespace resid="Functions.Namespace" />', '<Namespace />');
      expect(() => validator.validate(XmlDocument.fromString(wrong))).toThrow();
    },
  );
});

describe('a fault put into the manifest is found', () => {
  test.each([
    [
      'a resource that is not there',
      'resid="Help.Tip"',
      'resid="Help.Tipp"',
      /resid Help.Tipp leads nowhere/,
    ],
    [
      'a resource that nothing uses',
      '<bt:String id="Tab.Label"',
      '<bt:String id="Tab.Text"',
      /resource Tab.Text is used by nothing/,
    ],
    [
      'too long a resource name',
      /GetStarted\.Title/g,
      'GetStarted.TitleThatGoesOnAndOnAndOn',
      /more than 32 characters/,
    ],
    ['an icon of another size', 'icons/help-32.png', 'icons/help-16.png', /is 16 × 16, not 32 × 32/],
    ['an icon that is not there', 'icons/help-32.png', 'icons/hjalp-32.png', /is no picture/],
    ['an icon without a size', '<bt:Image size="80" resid="Help.80" />', '', /an icon has no size 80/],
    ['an address elsewhere', `${BASE}/functions.sv`, 'https://example.org/functions.sv', /is not under/],
    ['a file that is not served', 'functions.sv.json', 'functions.json', /functions.json is not served/],
    [
      'a language left out',
      '<bt:Override Locale="en-US" Value="Run again" />',
      '',
      /RunAgain.Label has no en-US/,
    ],
    ['too long a description', 'Value="Counts anew', `Value="${'x'.repeat(250)} Counts`, /more than 250/],
    ['a button twice', 'id="ISU.Help.Button"', 'id="ISU.Select.Button"', /ISU.Select.Button is there twice/],
    ['a version that the web refuses', '1.0.1.0', '0.1.0', /not four numbers from 1.0/],
  ])('%s', (_, from, to, words) => {
    const changed = rendered().replace(from, to);
    expect(changed).not.toBe(rendered());
    expect(faultsOf(changed).join('\n')).toMatch(words);
  });

  test('plain http', () => {
    const base = 'http://localhost:3000';
    expect(faultsOf(rendered(base), base).join('\n')).toMatch(/is not https/);
  });
});

describe('rendering for an address', () => {
  test.each([
    ['https://isu.kommunen.se', 'https://isu.kommunen.se/index.html'],
    ['https://isu.kommunen.se/', 'https://isu.kommunen.se/index.html'],
    [' https://intern.kommunen.se/isu/lathund/ ', 'https://intern.kommunen.se/isu/lathund/index.html'],
    ['https://isu.kommunen.se:8443', 'https://isu.kommunen.se:8443/index.html'],
    ['http://localhost:3000', 'http://localhost:3000/index.html'],
  ])('%s', (url, page) => {
    expect(rendered(url)).toContain(`<SourceLocation DefaultValue="${page}">`);
  });

  test.each([
    ['', 'no-url', 'är ingen webbadress'],
    ['isu.kommunen.se', 'no-url', 'är ingen webbadress'],
    ['http://isu.kommunen.se', 'not-https', 'Adressen ska börja med https://, inte http://'],
    ['http://localhost.example.org', 'not-https', 'Adressen ska börja med https://'],
    ['file:///srv/isu', 'not-https', 'Adressen ska börja med https://'],
    ['https://isu.kommunen.se/?version=2', 'not-a-folder', 'ska peka på mappen med filerna'],
    ['https://anna:hemligt@isu.kommunen.se', 'not-a-folder', 'ska peka på mappen med filerna'],
  ])('is refused for «%s»: %s', (url, code, words) => {
    const outcome = renderManifest(TEMPLATE, { url, version: '0.1.0' });
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
    expect(!outcome.ok && outcome.problem.sv).toContain(words);
  });

  test.each(['{{adress}}', '{{ url }}', '{{url', 'url}}'])('is refused while %s is unresolved', (left) => {
    const outcome = renderManifest(`<a>\n${left}</a>`, { url: BASE, version: '0.1.0' });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'unresolved' } });
    expect(!outcome.ok && outcome.problem.en).toContain('on line 2');
  });

  test('gives a later version of the package a later manifest', () => {
    const versionOf = (version: string) => {
      const outcome = renderManifest('{{version}}', { url: BASE, version });
      return outcome.ok && outcome.value;
    };
    expect(['0.1.0', '0.2.0-beta.1', '1.10.3'].map(versionOf)).toEqual(['1.0.1.0', '1.0.2.0', '1.1.10.3']);
  });
});

test('every drawing has its pictures, in four sizes', () => {
  const drawings = readdirSync(join(ADDIN, 'icons')).filter((name) => name.endsWith('.svg'));
  expect(drawings).toHaveLength(5);
  for (const drawing of drawings)
    for (const size of [16, 32, 64, 80])
      expect(pngSize(join(ADDIN, 'public/icons', drawing.replace('.svg', `-${size}.png`)))).toEqual([
        size,
        size,
      ]);
});
