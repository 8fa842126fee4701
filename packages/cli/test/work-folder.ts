/** Folders for the files of tests. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that all may read, gone with the tests of the file. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'isu-cli-'));
  chmodSync(path, 0o755);
  afterAll(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return path;
}

/** A folder for the files of one test file. */
export function workFolder() {
  const path = temporaryFolder();
  return {
    path,
    at: (name: string) => join(path, name),
    write(name: string, content: string | Uint8Array): string {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    /** Names of all files, hidden ones included. */
    names: () => readdirSync(path).sort(),
  };
}
