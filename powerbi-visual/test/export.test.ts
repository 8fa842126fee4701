/**
 * The repository that `npm run visual:export` writes for certification is built as Microsoft builds it.
 *
 * Its dependencies are here those of the checkout, laid out as npm would. With ISU_EXPORT_INSTALL=1 they are installed
 * from the lockfile by `npm ci` instead, which takes minutes and asks the registry.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const VISUAL = fileURLToPath(new URL('..', import.meta.url));
const ROOT = join(VISUAL, '..');
const OUT = join(VISUAL, `node_modules/.isu-export-${String(process.pid)}`);
const INSTALLS = process.env['ISU_EXPORT_INSTALL'] === '1';

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

beforeAll(() => {
  const args = ['scripts/visual-export.mjs', '--out', OUT, ...(INSTALLS ? [] : ['--no-lock'])];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (INSTALLS) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: OUT, stdio: 'ignore' });
  else layOut();
}, 600_000);

afterAll(() => rmSync(OUT, { recursive: true, force: true }));

it('holds the visual only, and nothing of the checkout', () => {
  expect(
    readdirSync(OUT)
      .filter((name) => name !== 'node_modules' && name !== 'package-lock.json')
      .sort(),
  ).toEqual([
    '.gitignore',
    'LICENSE',
    'README.md',
    'assets',
    'capabilities.json',
    'eslint.config.mjs',
    'package.json',
    'pbiviz.json',
    'src',
    'stringResources',
    'style',
    'tsconfig.json',
    'vendor',
  ]);
  const sources = readdirSync(join(OUT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const imported = sources.flatMap((name) =>
    [...readFileSync(join(OUT, 'src', name), 'utf8').matchAll(/ from '([^']+)'/g)].map(([, from]) => from!),
  );
  const { dependencies, devDependencies } = packageIn(OUT);
  const known = new Set(Object.keys({ ...dependencies, ...devDependencies }));
  expect(imported.filter((from) => !from.startsWith('.') && !known.has(from))).toEqual([]);
  expect(imported.filter((from) => from.endsWith('.ts'))).toEqual([]);
  expect(JSON.stringify(packageIn(OUT))).not.toContain('workspace:');
});

it('is compiled, linted, audited and packed by pbiviz without a fault', () => {
  const pbiviz = join(realpathSync(join(VISUAL, 'node_modules/powerbi-visuals-tools')), 'bin/pbiviz.js');
  // Making it small takes a third of the time, and is what `npm run build` does with the same sources.
  const hurried = INSTALLS ? [] : ['--no-minify'];
  const options = ['package', '--certification-audit', '--no-stats', '--skip-api', '-c', '9', ...hurried];
  const env = { ...process.env, HOME: OUT, USERPROFILE: OUT };
  const { status, stdout } = spawnSync(process.execPath, [pbiviz, ...options], {
    cwd: OUT,
    env,
    encoding: 'utf8',
  });
  expect(stdout).toContain('No external requests found');
  expect(stdout).not.toContain('Linter found');
  expect(stdout).not.toMatch(/ERROR in|wasn't created/);
  expect(status).toBe(0);
  const [made] = readdirSync(join(OUT, 'dist'));
  expect(made).toMatch(/\.pbiviz$/);
  expect(statSync(join(OUT, 'dist', made!)).size).toBeLessThan(INSTALLS ? 150_000 : 400_000);
}, 600_000);

/** Every dependency, and theirs, side by side: as npm does it, and as a bundler that follows no links finds them. */
function layOut(): void {
  const { dependencies, devDependencies } = packageIn(OUT);
  mkdirSync(join(OUT, 'node_modules/isu-core'), { recursive: true });
  const [tarball] = readdirSync(join(OUT, 'vendor'));
  const into = ['--strip-components=1', '-C', join(OUT, 'node_modules/isu-core')];
  execFileSync('tar', ['-xzf', join(OUT, 'vendor', tarball!), ...into]);
  for (const name of Object.keys(packageIn(join(OUT, 'node_modules/isu-core')).dependencies ?? {}))
    link(name, join(ROOT, 'core'));
  for (const name of Object.keys({ ...dependencies, ...devDependencies }))
    if (name !== 'isu-core')
      for (const from of [VISUAL, join(ROOT, 'packages/charts'), ROOT]) if (link(name, from)) break;
}

/** Links a package that is found from a folder, and what it depends on. */
function link(name: string, from: string): boolean {
  const place = join(OUT, 'node_modules', name);
  if (existsSync(place)) return true;
  const found = [join(from, 'node_modules', name), join(from, '..', name), join(from, '..', '..', name)].find(
    existsSync,
  );
  if (found === undefined) return false;
  const real = realpathSync(found);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(real, place, 'junction');
  if (name !== 'powerbi-visuals-tools' && name !== 'eslint')
    for (const next of Object.keys(packageIn(real).dependencies ?? {})) link(next, real);
  return true;
}

function packageIn(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
}
