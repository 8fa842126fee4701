/**
 * An empty project that has `isu-core` installed as anyone would have it: built, packed with `npm pack`, and installed
 * from the tarball with npm. It stands outside the checkout, so nothing of the workspace can be found from it.
 */
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

export interface PackedCore {
  /** Files of the tarball, e.g. `dist/index.js`. */
  readonly files: readonly string[];
  /** What npm would publish. */
  readonly tarball: string;
  /** The project that has the package installed. */
  readonly project: string;
  remove(): void;
}

export function packCore(): PackedCore {
  const folder = mkdtempSync(join(tmpdir(), 'isu-package-'));
  // A copy is built, so that a build of the checkout that runs at the same time changes nothing here.
  const core = join(folder, 'core');
  cpSync(join(ROOT, 'core'), core, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist', 'dist.new'].includes(basename(path)),
  });
  typescript(['-p', join(ROOT, 'core/tsconfig.build.json'), '--outDir', join(core, 'dist')], ROOT);
  const [packed] = JSON.parse(npm(['pack', '--json'], core)) as [
    { filename: string; files: { path: string }[] },
  ];
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  npm(
    ['install', '--no-audit', '--no-fund', '--prefer-offline', join('..', 'core', packed.filename)],
    project,
  );
  return {
    files: packed.files.map(({ path }) => path).sort(),
    tarball: join(core, packed.filename),
    project,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs the compiler of the checkout; what it complains about is the error's message. */
export function typescript(args: readonly string[], folder: string): void {
  run(process.execPath, [TSC, ...args], { cwd: folder });
}

/** Runs a module as plain Node does, and gives what it prints. */
export function runNode(file: string, folder: string): string {
  return run(process.execPath, [file], { cwd: folder });
}

function npm(args: readonly string[], folder: string): string {
  return run('npm', args, { cwd: folder, shell: process.platform === 'win32' });
}

function run(command: string, args: readonly string[], options: ExecFileSyncOptions): string {
  try {
    return execFileSync(command, args, { ...options, encoding: 'utf8', stdio: 'pipe' });
  } catch (fault) {
    const { stdout, stderr } = fault as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout ?? ''}${stderr ?? ''}`);
  }
}
