/** PSPP, where it is installed: it runs the syntax of SPSS, and says what it has read. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spssCsv, spssSyntax, type SpssData } from '../../src/spss/index.ts';

export const hasPspp = isThere();

function isThere(): boolean {
  try {
    execFileSync('pspp', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What PSPP prints for commands that follow upon the syntax of the data. */
export function psppOutput(data: SpssData, commands: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'isu-pspp-'));
  try {
    writeFileSync(join(folder, `${data.name}.csv`), [...spssCsv(data)].join(''));
    writeFileSync(join(folder, `${data.name}.sps`), spssSyntax(data));
    writeFileSync(join(folder, 'run.sps'), `INSERT FILE='${data.name}.sps'.\n${commands}\n`);
    return execFileSync('pspp', ['-O', 'format=csv', '-o', '-', 'run.sps'], {
      cwd: folder,
      encoding: 'utf8',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
