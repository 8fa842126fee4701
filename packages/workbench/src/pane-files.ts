/**
 * The built task pane as it is served beside the workbook: every file byte for byte what a municipality hosts, but in its
 * page Microsoft's office.js is the one of the workbook around it.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

const PREFIX = '/pane/';
const MICROSOFT = /<script src="https:\/\/appsforoffice\.microsoft\.com\/[^"]*"><\/script>/;
const OURS = '<script src="../office.js"></script>';

export type Answer = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;

/** @param directory excel-addin's built site */
export function paneFiles(directory: string): Answer {
  // Looked up when they are asked for: the pane may be built again while this runs.
  const files = sirv(directory, { dev: true, etag: true, gzip: false });
  return (request, response, otherwise) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (!path.startsWith(PREFIX)) return otherwise();
    if (path === PREFIX || path === `${PREFIX}index.html`) {
      panePage(directory).then((page) => {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
      }, otherwise);
      return;
    }
    request.url = path.slice(PREFIX.length - 1);
    files(request, response, otherwise);
  };
}

async function panePage(directory: string): Promise<string> {
  const page = await readFile(join(directory, 'index.html'), 'utf8');
  if (!MICROSOFT.test(page)) throw new Error('the pane asks for no office.js');
  return page.replace(MICROSOFT, OURS);
}
