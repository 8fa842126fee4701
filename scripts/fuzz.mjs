// `npm run fuzz`: the tests with random input, 10,000 runs each instead of the 500 of `npm test` (or as many as named).
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install, needNode, ROOT } from './prepare.mjs';

needNode();
install();

const runs = process.argv[2] ?? '10000';
const files = ['core/test', 'packages', 'powerbi-visual/test', 'test'].flatMap(testsIn).filter(isRandom);
const { status } = spawnSync(
  'node',
  ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout=3600000', ...files],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ISU_FUZZ_RUNS: runs } },
);
process.exitCode = status ?? 1;

function testsIn(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes('node_modules'));
}

function isRandom(path) {
  return readFileSync(path, 'utf8').includes('ISU_FUZZ_RUNS');
}
