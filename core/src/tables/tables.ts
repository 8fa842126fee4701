/** The tables of the report, in the order that they are shown. A new table is added here and nowhere else. */
import type { Settings } from '../settings.ts';
import { actualisationsByGroup } from './actualisations-by-group.ts';
import type { Counts } from './counts.ts';
import { groupProfile } from './group-profile.ts';
import { perYear } from './per-year.ts';
import { personsByGroup } from './persons-by-group.ts';
import { sexAndAge } from './sex-and-age.ts';
import { summary } from './summary.ts';
import type { Table } from './table.ts';

export function lathundTables(counts: Counts, settings: Pick<Settings, 'profileBase'>): readonly Table[] {
  return [
    personsByGroup(counts),
    actualisationsByGroup(counts),
    groupProfile(counts, settings.profileBase),
    perYear(counts),
    sexAndAge(counts),
    summary(counts),
  ];
}
