/** `--profile`: a file of the comparison's settings, or columns with commas between. */
import { succeed, type Outcome } from 'isu-core';
import { readComparisonSettings, type ComparisonSettings } from 'isu-core/compare';
import { endingOf, namingFile, readJson } from '../files.ts';

/** @param defaults what holds where the profile says nothing */
export async function profileFrom(
  profile: string | undefined,
  defaults: ComparisonSettings,
): Promise<Outcome<ComparisonSettings>> {
  if (profile === undefined) return succeed(defaults);
  if (endingOf(profile) !== '.json') {
    const rows = profile.split(',').map((column) => column.trim());
    return readComparisonSettings({ rows: rows.filter((column) => column !== '') }, defaults);
  }
  const json = await readJson(profile);
  if (!json.ok) return json;
  return namingFile(readComparisonSettings(json.value, defaults), profile);
}
