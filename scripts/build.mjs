// Builds what is run or published: core as modules with types, the command `isu`, the page of `npm start`, the Excel
// add-in as a static site, and the Power BI visual as a package.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAddin } from '../excel-addin/build.mjs';
import { buildCommand } from '../packages/cli/build.mjs';
import { buildWorkbench } from '../packages/workbench/build.mjs';
import { buildVisual } from '../powerbi-visual/build.mjs';
import { replaceFolder } from './replace-folder.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

try {
  await Promise.all([
    buildCore(),
    replaceFolder(join(ROOT, 'packages/cli/dist'), buildCommand),
    buildWorkbench(),
    buildAddin(),
    buildVisual(),
  ]);
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

function typescript(...args) {
  return new Promise((done, fail) => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    spawn(process.execPath, [tsc, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] }).on('close', (code) =>
      code === 0 ? done() : fail(new Error(`tsc ${args.join(' ')}: ${code}`)),
    );
  });
}
