/**
 * Runs the command as people do: as a process, with its arguments, its standard streams and its exit code. It is built
 * from the source as it stands, or is the one that ISU_CLI names.
 */
import { execFileSync, spawn, type SpawnOptions } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './work-folder.ts';

export { workFolder } from './work-folder.ts';

const PACKAGES = fileURLToPath(new URL('../..', import.meta.url));

export const COMMAND = process.env['ISU_CLI'] ?? builtCommand();

/** Built as it is for users, but beside the checkout: what is in use there is left in peace. */
function builtCommand(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  execFileSync(process.execPath, [join(PACKAGES, 'cli/build.mjs'), '--out', folder]);
  return join(folder, 'isu.js');
}

export interface Run {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly error: string;
}

type RunOptions = Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> & {
  readonly input?: string | Uint8Array;
};

/** Runs `isu` with these arguments to its end. */
export function isu(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return run(process.execPath, [COMMAND, ...args], options);
}

export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { input, ...spawning } = options;
  return new Promise((done, fail) => {
    const child = spawn(command, args, { ...spawning, stdio: 'pipe' });
    const out: Buffer[] = [];
    const error: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => error.push(piece));
    child.on('error', fail);
    // The command may leave before it has read all.
    child.stdin.on('error', () => undefined).end(input);
    child.on('close', (code, signal) => {
      done({
        code,
        signal,
        out: Buffer.concat(out).toString('utf8'),
        error: Buffer.concat(error).toString('utf8'),
      });
    });
  });
}

/** A workbook or page that LibreOffice or hand has made for the reader's own tests (its `make.sh`). */
export function readerFixture(name: string): string {
  return join(PACKAGES, 'workbook-file/test/fixtures', name);
}
