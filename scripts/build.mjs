// Builds what is run or published: core as modules with types, the command `isu`, and the page of `npm start`.
import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildWorkbench } from '../packages/workbench/build.mjs';
import { replaceFolder } from './replace-folder.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

try {
  await Promise.all([buildCore(), buildCommand(), buildWorkbench()]);
} catch (fault) {
  // esbuild and tsc have said on standard error what is wrong and where.
  if (!Array.isArray(fault.errors)) process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}

function buildCore() {
  return replaceFolder(join(ROOT, 'core/dist'), (outDir) =>
    typescript('-p', 'core/tsconfig.build.json', '--outDir', outDir),
  );
}

/** Split, so that the spreadsheet code is loaded only when a workbook is read. */
function buildCommand() {
  return replaceFolder(join(ROOT, 'packages/cli/dist'), async (outdir) => {
    await build({
      entryPoints: [join(ROOT, 'packages/cli/src/isu.ts')],
      outdir,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      conditions: ['isu-source'],
      banner: { js: '#!/usr/bin/env node' },
      chunkNames: 'part-[hash]',
      legalComments: 'none',
      logLevel: 'warning',
    });
    await chmod(join(outdir, 'isu.js'), 0o755);
  });
}

function typescript(...args) {
  return new Promise((done, fail) => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    spawn(process.execPath, [tsc, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] }).on('close', (code) =>
      code === 0 ? done() : fail(new Error(`tsc ${args.join(' ')}: ${code}`)),
    );
  });
}
