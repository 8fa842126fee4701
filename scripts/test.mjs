// `npm test`: sets everything up and runs everything; the last line counts what passed and what failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, needNode, ROOT } from './prepare.mjs';

let counted = false;
process.once('exit', () => {
  if (!counted) process.stdout.write('\n0 passed, 1 failed\n');
});

needNode();
install();

const CHECKS = [
  ['build', 'node', ['scripts/build.mjs']],
  ['types', 'node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
  ['lint', 'node', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['format', 'node', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
];

let passed = 0;
let failed = 0;
for (const [name, command, args] of CHECKS) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name}\n`);
  if (status === 0) passed++;
  else failed++;
}

const folder = mkdtempSync(join(tmpdir(), 'isu-test-'));
const report = join(folder, 'vitest.json');
const vitest = spawnSync(
  'node',
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: 'inherit' },
);
try {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  // A test file that does not even load has no test that fails: it counts as one.
  const notLoaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  failed += numFailedTests + notLoaded.length;
} catch {
  failed++;
}
rmSync(folder, { recursive: true, force: true });
if (vitest.status !== 0 && failed === 0) failed++;

counted = true;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
