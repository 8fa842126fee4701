/** Builds the page and its server into a folder: `node packages/workbench/build.mjs [--out FOLDER]`. */
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { replaceFolder } from '../../scripts/replace-folder.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ALWAYS = {
  bundle: true,
  format: 'esm',
  conditions: ['isu-source'],
  logLevel: 'warning',
  legalComments: 'none',
};

/** @param {string} out a folder of its own; it gets `page/` (static files) and `server.js` */
export function buildWorkbench(out = join(HERE, 'dist')) {
  return replaceFolder(out, async (folder) => {
    const page = join(folder, 'page');
    await mkdir(page, { recursive: true });
    await Promise.all([
      build({
        ...ALWAYS,
        entryPoints: {
          page: join(HERE, 'src/page/page.ts'),
          worker: join(HERE, 'src/worker/worker.ts'),
        },
        outdir: page,
        splitting: true,
        minify: true,
        platform: 'browser',
        target: 'es2022',
        chunkNames: 'part-[hash]',
      }),
      build({
        ...ALWAYS,
        entryPoints: [join(HERE, 'src/page/page.css')],
        outdir: page,
        minify: true,
        target: ['chrome111', 'firefox113', 'safari16.4'],
      }),
      build({
        ...ALWAYS,
        entryPoints: [join(HERE, 'src/server.ts')],
        outfile: join(folder, 'server.js'),
        platform: 'node',
        target: 'node20',
      }),
      ...['index.html', 'mark.svg'].map((name) => cp(join(HERE, 'src/page', name), join(page, name))),
    ]);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--out');
  await buildWorkbench(at === -1 ? undefined : resolve(process.argv[at + 1]));
}
