/** The header files for nginx and IIS: read back by hand of their own rules, they say the same of every file. */
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { headersOf, iisConfiguration, nginxConfiguration } from '../../hosting/headers.ts';
import { nginxHeaders } from './nginx-headers.ts';

const FILES = [
  'index.html',
  'hjalp.html',
  'hjalp.css',
  'manifest.xml',
  'functions.sv.json',
  'functions.en.json',
  'icons/lathund-16.png',
  'assets/index-BIXyD_bX.js',
  'assets/index-v7k0Lwqw.css',
  'licenses.txt',
];

type Headers = Readonly<Record<string, string>>;

/** IIS hands a folder's headers down to what lies in it, where they can be taken away and others put in their place. */
function iisHeaders(path: string): Headers {
  const document = XmlDocument.fromString(iisConfiguration());
  const headers: Record<string, string> = {};
  const apply = (at: string) => {
    for (const node of document.find(`${at}/system.webServer/httpProtocol/customHeaders/*`) as XmlElement[]) {
      const name = node.attr('name')!.value;
      if (node.name === 'remove') delete headers[name];
      else if (name in headers) throw new Error(`IIS refuses ${name} twice`);
      else headers[name] = node.attr('value')!.value;
    }
  };
  apply('/configuration');
  const folder = path.split('/')[0]!;
  for (const each of folder === path ? [path] : [folder, path])
    apply(`/configuration/location[@path="${each}"]`);
  return headers;
}

describe.each([
  ['nginx', (path: string) => nginxHeaders(nginxConfiguration(), path)],
  ['IIS', iisHeaders],
])('%s', (_, headers) => {
  test.each(FILES)('serves %s with the headers that it should have', (path) => {
    expect(headers(path)).toEqual(headersOf(path));
  });

  test('lets a changed page, manifest and functions be seen at once, and hashed files be kept for ever', () => {
    for (const path of ['index.html', 'manifest.xml', 'functions.sv.json'])
      expect(headers(path)['Cache-Control']).toBe('no-cache');
    expect(headers('assets/index-BIXyD_bX.js')['Cache-Control']).toContain('immutable');
    // Office shows no icon that it may not keep.
    expect(headers('icons/lathund-16.png')['Cache-Control']).not.toMatch(/no-store|no-cache/);
  });

  test('lets Excel on the web read the functions, and nobody anything else, from another address', () => {
    expect(headers('functions.sv.json')['Access-Control-Allow-Origin']).toBe('*');
    expect(headers('index.html')).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  test('lets no script or style run that stands in a page’s own text', () => {
    for (const path of FILES) expect(headers(path)['Content-Security-Policy']).not.toMatch(/'unsafe-/);
  });

  test('lets nothing be framed but by Excel on the web', () => {
    for (const path of FILES) {
      expect(headers(path)['Content-Security-Policy']).toMatch(
        /; frame-ancestors https:\/\/excel\.cloud\.microsoft https:\/\/\*\.officeapps\.live\.com https:\/\/\*\.sharepoint\.com$/,
      );
      expect(headers(path)).not.toHaveProperty('X-Frame-Options');
    }
  });
});
