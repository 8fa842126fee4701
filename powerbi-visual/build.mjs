/**
 * Builds the visual as Power BI takes it: `node powerbi-visual/build.mjs` leaves dist/*.pbiviz.
 *
 * The sources, with core and charts, become one module, which Microsoft's pbiviz wraps, audits and packs. What its audit
 * or its linter finds stops the build, although pbiviz itself only tells of it.
 */
import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { replaceFolder } from '../scripts/replace-folder.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

/** What pbiviz reads beside the sources. */
const PARTS = ['pbiviz.json', 'capabilities.json', 'assets', 'stringResources', 'style'];

/** As large as the package may be, in bytes: it is loaded into every report that uses it. */
const MOST_BYTES = 150_000;

export function buildVisual(out = join(HERE, 'dist')) {
  return replaceFolder(out, async (folder) => {
    const workplace = join(HERE, `node_modules/.isu-visual-${process.pid}`);
    try {
      await prepare(workplace);
      await packageIn(workplace);
      await mkdir(folder, { recursive: true });
      for (const name of await readdir(join(workplace, 'dist')))
        if (name.endsWith('.pbiviz')) await copyChecked(join(workplace, 'dist', name), join(folder, name));
    } finally {
      await rm(workplace, { recursive: true, force: true });
    }
  });
}

/**
 * A visual's project, whose only source is the bundle. It lies beside src, where pbiviz's linter does not look: what is
 * ours in it is linted as it was written, by `npm run lint` with the same rules, and what is others' is theirs.
 */
async function prepare(workplace) {
  await mkdir(join(workplace, 'src'), { recursive: true });
  await mkdir(join(workplace, 'lib'));
  for (const part of PARTS) await cp(join(HERE, part), join(workplace, part), { recursive: true });
  await symlink(join(HERE, 'node_modules'), join(workplace, 'node_modules'), 'junction');
  await build({
    entryPoints: [join(HERE, 'src/visual.ts')],
    outfile: join(workplace, 'lib/bundle.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['isu-source'],
    external: ['*.less'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  await writeFile(join(workplace, 'src/visual.ts'), "export { Visual } from '../lib/bundle.js';\n");
  const compilerOptions = {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    outDir: '.tmp/build',
  };
  await writeFile(
    join(workplace, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { ...compilerOptions, allowJs: true, checkJs: false },
      files: ['src/visual.ts'],
    }),
  );
  await writeFile(join(workplace, 'package.json'), JSON.stringify({ name: 'isu-lathund', private: true }));
}

async function packageIn(workplace) {
  const pbiviz = join(
    dirname(createRequire(import.meta.url).resolve('powerbi-visuals-tools/package.json')),
    'bin/pbiviz.js',
  );
  const args = ['package', '--certification-audit', '--no-stats', '--skip-api', '--verbose', '-c', '9'];
  const { code, output } = await run(process.execPath, [pbiviz, ...args], workplace);
  const faults = faultsIn(output);
  if (code !== 0 || faults.length > 0)
    throw new Error(`pbiviz ${args.join(' ')}: ${faults.length > 0 ? faults.join('\n') : output}`);
}

/** What pbiviz tells of that is wrong: it ends with 0 also then. */
export function faultsIn(output) {
  const faults = output.split('\n').filter((line) => /^\s*(error\b|\d+:\d+\s)|Linter found|✖/.test(line));
  // pbiviz names here what it would like a visual to have one day; the tests say what this one has.
  const told = faults.filter((line) => !/required soon|learn\.microsoft\.com/.test(line));
  return /No external requests found/.test(output)
    ? told
    : [...told, 'The audit did not find it free of external requests.'];
}

function run(command, args, cwd) {
  return new Promise((done, fail) => {
    let output = '';
    // pbiviz makes itself a certificate, which packing has no use for, in the home of whoever runs it: let it be here.
    const env = { ...process.env, HOME: cwd, USERPROFILE: cwd };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}

async function copyChecked(from, to) {
  const bytes = await readFile(from);
  if (bytes.length > MOST_BYTES)
    throw new Error(`The package is ${bytes.length} bytes, and may be ${MOST_BYTES}.`);
  await writeFile(to, bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildVisual();
