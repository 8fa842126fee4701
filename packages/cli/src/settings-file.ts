/** The settings of a call, from their file. */
import { readSettings, type Outcome, type Settings } from 'isu-core';
import { namingFile, readJson } from './files.ts';

export async function settingsFrom(path: string | undefined, today: string): Promise<Outcome<Settings>> {
  if (path === undefined) return readSettings({}, today);
  const json = await readJson(path);
  return json.ok ? namingFile(readSettings(json.value, today), path) : json;
}
