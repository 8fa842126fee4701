/**
 * The packaged Power BI visual as it is served beside the workbook: what powerbi-visual has built is unpacked as it is
 * asked for, byte for byte, into a script, a stylesheet and a description.
 *
 * The frame that it runs in has no origin, as in Power BI; so these files may be asked for from anywhere. They are the
 * program alone, and nobody's data.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Answer } from './pane-files.ts';

const PREFIX = '/power-bi/';

interface Package {
  readonly visual: { readonly guid: string; readonly version: string };
  readonly capabilities: unknown;
  readonly stringResources: unknown;
  readonly content: { readonly js: string; readonly css: string };
}

const FILES: Readonly<Record<string, { readonly type: string; readonly of: (parts: Package) => string }>> = {
  'visual.js': { type: 'text/javascript', of: ({ content }) => content.js },
  'visual.css': { type: 'text/css', of: ({ content }) => content.css },
  'visual.json': {
    type: 'application/json',
    of: ({ visual: { guid, version }, capabilities, stringResources }) =>
      JSON.stringify({ guid, version, capabilities, stringResources }),
  },
};

/** @param directory powerbi-visual's dist; where it holds no package, the files are not found */
export function visualFiles(directory: string): Answer {
  return (request, response, otherwise) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (!path.startsWith(PREFIX)) return otherwise();
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const file = FILES[path.slice(PREFIX.length)];
    if (!file) return otherwise();
    packageIn(directory).then((parts) => {
      response.writeHead(200, { 'Content-Type': `${file.type}; charset=utf-8` }).end(file.of(parts));
    }, otherwise);
  };
}

async function packageIn(directory: string): Promise<Package> {
  const name = (await readdir(directory)).find((each) => each.endsWith('.pbiviz'));
  if (name === undefined) throw new Error('no visual has been built');
  const parts = unzipSync(await readFile(join(directory, name)), {
    filter: (part) => part.name.endsWith('.pbiviz.json'),
  });
  return JSON.parse(strFromU8(Object.values(parts)[0]!)) as Package;
}
