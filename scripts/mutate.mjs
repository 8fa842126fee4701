// `npm run mutate`: changes core's code in one place at a time and runs its tests, which are to notice. Folders of
// core/src can be named; some minutes each, and again only what has changed since.
import { spawnSync } from 'node:child_process';
import { install, needNode, ROOT } from './prepare.mjs';

needNode();
install();

const FOLDERS = ['lathund', 'tables', 'statistics', 'register', 'protection'];
const asked = process.argv.slice(2);
const unknown = asked.find((folder) => !FOLDERS.includes(folder));
if (unknown) {
  process.stderr.write(
    `There is no folder "${unknown}" to mutate. Name one or more of ${FOLDERS.join(', ')}.\n`,
  );
  process.exit(2);
}

for (const folder of asked.length > 0 ? asked : FOLDERS) {
  const { status } = spawnSync(
    'node',
    ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'test/mutation/stryker.config.mjs'],
    // Random tests need only try a few registers to notice a mutant: there are thousands of mutants.
    { cwd: ROOT, stdio: 'inherit', env: { ISU_FUZZ_RUNS: '25', ...process.env, ISU_MUTATE: folder } },
  );
  if (status !== 0) process.exitCode = status ?? 1;
}
