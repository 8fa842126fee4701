// Makes a checkout ready to run with nothing but Node and npm: right Node, packages installed as locked.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const LOWEST_NODE = [20, 19];

/** Runs a command in the checkout; ends the process with its exit code if it fails. */
export function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  // npm --silent, as CI runs it, silences pnpm too.
  process.stderr.write(`${command} ${args.join(' ')}: ${status ?? 'broken off'}\n`);
  process.exit(status ?? 1);
}

export function needNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor >= LOWEST_NODE[1])) return;
  process.stderr.write(
    `Node ${LOWEST_NODE.join('.')} eller nyare behövs; här är ${process.versions.node}. / ` +
      `Node ${LOWEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.\n`,
  );
  process.exit(2);
}

/** Installs when nothing is installed, or when the lockfile has changed since. */
export function install() {
  const installed = `${ROOT}node_modules/.modules.yaml`;
  const lockfile = `${ROOT}pnpm-lock.yaml`;
  const current = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs;
  if (current) return;
  const { packageManager } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile']);
}
