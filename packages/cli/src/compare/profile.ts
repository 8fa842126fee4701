/** `--profile`: a file of the comparison's settings, or columns with commas between. */
import type { Outcome } from 'isu-core';
import { readComparisonSettings, type ComparisonSettings } from 'isu-core/compare';
import { endingOf, namingFile, readJson } from '../files.ts';

export async function profileFrom(profile: string | undefined): Promise<Outcome<ComparisonSettings>> {
  if (profile === undefined) return readComparisonSettings({});
  if (endingOf(profile) !== '.json') {
    const rows = profile.split(',').map((column) => column.trim());
    return readComparisonSettings({ rows: rows.filter((column) => column !== '') });
  }
  const json = await readJson(profile);
  if (!json.ok) return json;
  return namingFile(readComparisonSettings(json.value), profile);
}
