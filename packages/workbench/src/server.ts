/**
 * Serves the built pages to this computer only. The headers let a page do nothing but show itself and, in it, the task
 * pane and the Power BI visual: no other address can be asked, so what a person drops on it cannot leave the computer.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { paneFiles, type Answer } from './pane-files.ts';
import { visualFiles } from './visual-files.ts';

const HOST = '127.0.0.1';
const PORTS_TRIED = 20;

/**
 * The hash of nothing: an empty style element may stand in a page, as the pane's own framework makes them, and be filled
 * rule by rule by a script that is ours. One with a text in it may not.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    `default-src 'none'; script-src 'self'; style-src 'self' ${EMPTY_STYLE}; img-src 'self' data: blob:; ` +
    "connect-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'self'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export interface ServedPage {
  /** `http://127.0.0.1:4242/` */
  readonly address: string;
  close(): Promise<void>;
}

/** Folders of what has been built. */
export interface Built {
  readonly pages: string;
  /** excel-addin's site. */
  readonly pane: string;
  /** Where the packed Power BI visual lies. */
  readonly visual: string;
}

/**
 * @param port the first port to try; those after it follow where it is taken; 0 is any free port
 * @throws the system's error where no port can be had
 */
export async function servePage({ pages, pane, visual }: Built, port: number): Promise<ServedPage> {
  const answers = [paneFiles(pane), visualFiles(visual), sirv(pages, { etag: true, gzip: false })];
  const server = createServer((request, response) => answer(request, response, answers));
  const given = await listen(server, port);
  return { address: `http://${HOST}:${String(given)}/`, close: () => close(server) };
}

function answer(request: IncomingMessage, response: ServerResponse, answers: readonly Answer[]): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-cache');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  // The page under an address of its own finds its files beside it, which they are only with the slash.
  if (/^\/(fil|pane)(\?|$)/.test(request.url ?? '')) {
    response.writeHead(308, { Location: request.url!.replace(/^\/(fil|pane)/, '/$1/') }).end();
    return;
  }
  const notFound = () => {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('404\n');
  };
  answers.reduceRight<() => void>((next, each) => () => each(request, response, next), notFound)();
}

async function listen(server: Server, port: number): Promise<number> {
  const last = Math.min(port + PORTS_TRIED, 65_535);
  for (let tried = port; ; tried++) {
    try {
      return await listenOn(server, tried);
    } catch (error) {
      const isTaken = ['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!isTaken || tried >= last) throw error;
    }
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
