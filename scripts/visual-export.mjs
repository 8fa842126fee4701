/**
 * `npm run visual:export [-- --out FOLDER] [--no-lock]`: the stand-alone repository that certification of a Power BI visual
 * asks for. Only the visual is in it: its sources with charts among them, core as the tarball that npm would publish, and a
 * lockfile of npm (which asks the registry; `--no-lock` leaves it out).
 *
 * In that folder: `npm ci`, `npm run lint`, `npm run package`. Certification wants it on a branch named `certification`.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { replaceFolder } from './replace-folder.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VISUAL = join(ROOT, 'powerbi-visual');
const CHARTS = join(ROOT, 'packages/charts');
const PARTS = ['pbiviz.json', 'capabilities.json', 'stringResources', 'style', 'assets'];
/** The linter's own versions are those of the checkout. */
const TOOLS = ['eslint', 'eslint-plugin-powerbi-visuals'];

/** @param {string} out @param {{ lock?: boolean }} [options] */
export function exportVisual(out, { lock = true } = {}) {
  return replaceFolder(out, async (folder) => {
    await mkdir(folder, { recursive: true });
    for (const part of PARTS) await cp(join(VISUAL, part), join(folder, part), { recursive: true });
    for (const name of await readdir(join(folder, 'assets')))
      if (name !== 'icon.png') await rm(join(folder, 'assets', name));
    await cp(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
    await copySources(join(VISUAL, 'src'), join(folder, 'src'), 'charts');
    await copySources(join(CHARTS, 'src'), join(folder, 'src/charts'), '.');
    const core = await packCore(join(folder, 'vendor'));
    await writeProject(folder, core);
    if (lock)
      npm(
        ['install', '--package-lock-only', '--no-audit', '--no-fund', '--omit-lockfile-registry-resolved'],
        folder,
      );
  });
}

/**
 * Sources as pbiviz compiles them: imports without the ending .ts, and charts by its place.
 *
 * @param {string} charts where charts lies, seen from the folder of sources
 */
async function copySources(from, to, charts) {
  for (const entry of await readdir(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = relative(from, join(entry.parentPath ?? entry.path, entry.name));
    const up = posix.relative(dirname(path).split(sep).join('/'), charts);
    const toCharts = `${up.startsWith('.') ? up : `./${up}`}/index`;
    const text = (await readFile(join(from, path), 'utf8'))
      .replace(/(from '\.{1,2}\/[^']*)\.ts'/g, "$1'")
      .replaceAll("from 'isu-charts'", `from '${toCharts}'`);
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), text);
  }
}

/** The tarball that `npm publish` would send, of core as it stands: built here, whatever was built before. */
async function packCore(folder) {
  const core = join(folder, 'isu-core');
  await mkdir(core, { recursive: true });
  for (const part of ['package.json', 'README.md', 'LICENSE'])
    await cp(join(ROOT, 'core', part), join(core, part));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const args = [tsc, '-p', join(ROOT, 'core/tsconfig.build.json'), '--outDir', join(core, 'dist')];
  execFileSync(process.execPath, args, { stdio: 'inherit' });
  const printed = npm(['pack', '--json', '--pack-destination', '..'], core);
  await rm(core, { recursive: true });
  return JSON.parse(printed)[0].filename;
}

async function writeProject(folder, core) {
  const [root, visual, charts] = await Promise.all([ROOT, VISUAL, CHARTS].map(packageIn));
  const outside = (dependencies) =>
    Object.fromEntries(
      Object.entries(dependencies ?? {}).filter(([, version]) => !version.startsWith('workspace:')),
    );
  const types = Object.entries(charts.devDependencies ?? {}).filter(([name]) => name.startsWith('@types/'));
  const tools = TOOLS.map((name) => [name, root.devDependencies[name]]);
  const microsoft = Object.entries(visual.devDependencies).filter(([name]) =>
    name.startsWith('powerbi-visuals-'),
  );
  const write = (name, content) =>
    writeFile(
      join(folder, name),
      typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
    );
  await Promise.all([
    write('package.json', {
      name: 'isu-lathund-visual',
      version: visual.version,
      private: true,
      description: visual.description,
      license: visual.license,
      scripts: {
        lint: 'eslint src',
        package: 'pbiviz package --certification-audit --no-stats -c 9',
        start: 'pbiviz start',
      },
      dependencies: {
        ...outside(charts.dependencies),
        ...outside(visual.dependencies),
        'isu-core': `file:vendor/${core}`,
      },
      devDependencies: Object.fromEntries([...types, ...tools, ...microsoft].sort()),
    }),
    write('tsconfig.json', {
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        module: 'ESNext',
        moduleResolution: 'bundler',
        types: [],
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: true,
        outDir: './.tmp/build/',
      },
      files: ['./src/visual.ts', './src/stylesheet.d.ts'],
    }),
    write(
      'eslint.config.mjs',
      "import powerbiVisuals from 'eslint-plugin-powerbi-visuals';\n\nexport default [powerbiVisuals.configs.recommended];\n",
    ),
    write('.gitignore', 'node_modules\n.tmp\ndist\nwebpack.statistics.*\n'),
    write('README.md', README),
  ]);
}

const README = `# ISU Lathund, a Power BI visual

Individual-based systematic follow-up of social services inside Power BI: frequency groups, profile, concentration,
timelines, return and years, of the rows that a report gives it. It opens no connection and stores nothing.

This repository is written by \`npm run visual:export\` of the product's own, for certification. It holds the visual only:
\`src\` is its source, with the charts that it draws with; \`vendor\` is \`isu-core\`, the method itself, as the package that
npm has.

\`\`\`sh
npm ci
npm run lint
npm run package   # dist/*.pbiviz, with Microsoft's audit
\`\`\`

MIT.
`;

async function packageIn(folder) {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}

function npm(args, cwd) {
  const options = {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  };
  return execFileSync('npm', args, options);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, lock: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  const out = resolve(values.out ?? join(ROOT, 'out/visual-export'));
  await exportVisual(out, { lock: values.lock });
  process.stdout.write(`${out}\n`);
}
