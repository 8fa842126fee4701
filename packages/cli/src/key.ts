/** `isu key`: a key to pseudonyms, made, shown once and kept in its own file; and that file read again. */
import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { makePseudonymKey, parsePseudonymKey, succeed, type Outcome } from 'isu-core';
import type { Call } from './call.ts';
import { keyExists, noKeyFile, unreadable, unwritable } from './file-problems.ts';
import { mayWrite, namingFile, systemCode, writeStandardOutput } from './files.ts';
import { KEY_MADE } from './words.ts';

export async function runKey({ file, language }: Call): Promise<Outcome<0>> {
  const path = file!;
  const ready = await mayWrite(path);
  if (!ready.ok) return ready;
  const text = makePseudonymKey(randomBytes(32));
  try {
    // For its owner alone, and never over an older key: results of earlier years have its codes.
    const handle = await open(path, 'wx', 0o600);
    await handle.writeFile(text).finally(() => handle.close());
  } catch (fault) {
    const code = systemCode(fault);
    return code === 'EEXIST' ? keyExists(path) : unwritable(path, code);
  }
  const shown = await writeStandardOutput([text, `\n${KEY_MADE[language](path)}\n`]);
  return shown.ok ? succeed(0) : shown;
}

/** A path as the settings name it: from the folder where their own file lies. */
export function besideSettings(path: string, settingsFile: string): string {
  return resolve(dirname(settingsFile), path);
}

export async function readKey(file: string): Promise<Outcome<Uint8Array>> {
  try {
    return namingFile(parsePseudonymKey(await readFile(file, 'utf8')), file);
  } catch (fault) {
    const code = systemCode(fault);
    return code === 'ENOENT' ? noKeyFile(file) : unreadable(file, code);
  }
}
