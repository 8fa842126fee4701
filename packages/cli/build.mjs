/**
 * Builds the command `isu`, and beside it its second thread (src/second-thread.ts), into a folder:
 * `node packages/cli/build.mjs [--out FOLDER]`.
 */
import { chmod } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export async function buildCommand(outdir = join(HERE, 'dist')) {
  await build({
    entryPoints: [join(HERE, 'src/isu.ts'), join(HERE, 'src/second-thread-work.ts')],
    outdir,
    bundle: true,
    // So that the spreadsheet code is loaded only when a workbook is read.
    splitting: true,
    format: 'esm',
    platform: 'node',
    // Large, and loaded only by who asks for that engine and has installed it.
    external: ['@duckdb/node-api'],
    target: 'node20',
    conditions: ['isu-source'],
    banner: { js: '#!/usr/bin/env node' },
    chunkNames: 'part-[hash]',
    legalComments: 'none',
    // Half as much for Node to read at each start; names stay, for who looks at a fault with ISU_DEBUG.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
  });
  await chmod(join(outdir, 'isu.js'), 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--out');
  await buildCommand(at === -1 ? undefined : resolve(process.argv[at + 1]));
}
