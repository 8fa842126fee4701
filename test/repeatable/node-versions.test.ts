/**
 * The same rows and settings give the same bytes of JSON on any Node: the one that runs this, and 20 and 24 from npm.
 * A version that npm cannot give here (no network) is skipped by name.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../packages/cli/dist/isu.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'isu-repeatable-'));
const register = join(folder, 'register.csv');

const SETTINGS = {
  internal: {
    period: { from: '2017-01-01', to: '2022-06-30' },
    asOf: '2026-11-22',
    comparison: true,
    returnBy: 'type',
    selection: { atLeast: 3, mostFrequent: 40, sample: { size: 10, seed: 7 } },
  },
  publication: { asOf: '2026-11-22', protection: { mode: 'publication', threshold: 10 } },
};

/** Node's executable of a major version, or null where npm cannot fetch it. */
function nodeOf(major: number): string | null {
  if (process.versions.node.startsWith(`${String(major)}.`)) return process.execPath;
  const found = spawnSync('npx', ['--yes', '-p', `node@${String(major)}`, 'node', '-p', 'process.execPath'], {
    encoding: 'utf8',
    cwd: folder,
    shell: process.platform === 'win32',
  });
  return found.status === 0 ? found.stdout.trim() : null;
}

beforeAll(() => {
  execFileSync(process.execPath, [command, 'sample', '--out', register]);
  for (const [name, settings] of Object.entries(SETTINGS))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(settings));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function resultOf(node: string, name: string): string {
  const args = [command, 'analyse', register, '--settings', join(folder, `${name}.json`), '--json', '-'];
  return execFileSync(node, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

describe.each([20, 24])('on Node %i', (major) => {
  const node = nodeOf(major);
  it.skipIf(node === null).each(Object.keys(SETTINGS))('the %s result has the same bytes', (name) => {
    const version = execFileSync(node!, ['-p', 'process.versions.node'], { encoding: 'utf8' });
    expect(version).toMatch(new RegExp(`^${String(major)}\\.`));
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const here = resultOf(process.execPath, name);
    expect(here.length).toBeGreaterThan(10_000);
    expect(sha(resultOf(node!, name))).toBe(sha(here));
  });
});
