/** Builds the page and its server into a folder: `node packages/workbench/build.mjs [--out FOLDER] [--maps]`. */
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
const BROWSER = { minify: true, platform: 'browser', target: 'es2022', chunkNames: 'part-[hash]' };

/**
 * The workbench itself stands at the top of `page/`, the page that does without Excel in `page/fil/`, the frame of the
 * Power BI visual in `page/power-bi/`. Task pane and visual are not copied: the server takes them as they were built.
 *
 * @param {string} out a folder of its own; it gets `page/` (static files) and `server.js`
 * @param {boolean} maps the workbook's scripts get source maps, of which they do not know: for who measures them
 */
export function buildWorkbench(out = join(HERE, 'dist'), maps = false) {
  return replaceFolder(out, async (folder) => {
    const workbook = join(folder, 'page');
    const page = join(workbook, 'fil');
    const frame = join(workbook, 'power-bi');
    for (const each of [page, frame]) await mkdir(each, { recursive: true });
    await Promise.all([
      build({
        ...ALWAYS,
        ...BROWSER,
        entryPoints: { workbook: join(HERE, 'src/workbook/main.tsx') },
        outdir: workbook,
        splitting: true,
        sourcemap: maps ? 'external' : false,
        sourcesContent: false,
        jsx: 'automatic',
        define: { 'process.env.NODE_ENV': '"production"' },
      }),
      build({
        ...ALWAYS,
        ...BROWSER,
        format: 'iife',
        entryPoints: { office: join(HERE, 'src/workbook/office-js.ts') },
        outdir: workbook,
      }),
      build({
        ...ALWAYS,
        ...BROWSER,
        format: 'iife',
        entryPoints: { frame: join(HERE, 'src/power-bi/frame/frame.ts') },
        outdir: frame,
      }),
      ...['index.html', 'frame.css'].map((name) =>
        cp(join(HERE, 'src/power-bi/frame', name), join(frame, name)),
      ),
      styles({ workbook: join(HERE, 'src/workbook/styles.css') }, workbook),
      build({
        ...ALWAYS,
        entryPoints: {
          page: join(HERE, 'src/page/page.ts'),
          worker: join(HERE, 'src/worker/worker.ts'),
        },
        ...BROWSER,
        outdir: page,
        splitting: true,
      }),
      styles({ page: join(HERE, 'src/page/page.css') }, page),
      build({
        ...ALWAYS,
        entryPoints: [join(HERE, 'src/server.ts')],
        outfile: join(folder, 'server.js'),
        platform: 'node',
        target: 'node20',
      }),
      cp(join(HERE, 'src/workbook/index.html'), join(workbook, 'index.html')),
      ...['index.html', 'mark.svg'].map((name) => cp(join(HERE, 'src/page', name), join(page, name))),
    ]);
  });
}

function styles(entryPoints, outdir) {
  return build({
    ...ALWAYS,
    entryPoints,
    outdir,
    minify: true,
    target: ['chrome111', 'firefox113', 'safari16.4'],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--out');
  await buildWorkbench(
    at === -1 ? undefined : resolve(process.argv[at + 1]),
    process.argv.includes('--maps'),
  );
}
