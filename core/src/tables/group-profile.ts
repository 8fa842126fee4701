/**
 * Tabell 3: the groups compared. Women, applications, LOB and investigations are percent of the actualisations whose
 * value is known; referrers are percent of reports, LOB included. With persons as base (a choice, not the default)
 * they are percent of persons: those with at least one such actualisation of those with at least one known.
 */
import type { Settings } from '../settings.ts';
import type { Counts, Measure, Scope } from './counts.ts';
import { countCell, meanCell, percentCell, type Table, type TableCell, type TableRow } from './table.ts';

export function groupProfile(counts: Counts, base: Settings['profileBase']): Table {
  const scopes: readonly (readonly [string, Scope])[] = [
    ...counts.groups.map(({ key }, g) => [key, g] as const),
    ['total', 'all'],
  ];
  const row = (key: string, cell: (scope: Scope) => TableCell): TableRow => ({
    key,
    cells: Object.fromEntries(scopes.map(([group, scope]) => [group, cell(scope)])),
  });
  const counted = (measure: Measure, scope: Scope) =>
    base === 'persons' ? counts.personsWith(measure, scope) : counts.count(measure, scope);
  const share = (part: Measure, whole: Measure) => (scope: Scope) =>
    percentCell(counted(part, scope), counted(whole, scope));

  const rows = [
    row('mean-actualisations', (s) => meanCell(counts.count('actualisation', s), counts.persons(s))),
    row('mean-age', (s) => meanCell(counts.ages(s), counts.count('age-known', s))),
    row('percent-women', share('woman', 'sex-known')),
  ];
  if (counts.has.type) rows.push(row('percent-applications', share('application', 'type-known')));
  if (counts.has.lob) rows.push(row('percent-lob', share('lob', 'type-known')));
  if (counts.has.investigation) {
    const opened = counts.count('investigation', 'all');
    rows.push(
      row('percent-investigation', share('investigation', 'investigation-known')),
      row('investigations', (s) => countCell(counts.count('investigation', s))),
      row('percent-of-investigations', (s) => percentCell(counts.count('investigation', s), opened)),
    );
  }
  if (counts.has.referrer) {
    for (const name of counts.referrers)
      rows.push(row(`referrer:${name}`, share(`referrer:${name}`, 'report')));
    if (counts.count('referrer-other', 'all').n > 0)
      rows.push(row('referrer-other', share('referrer-other', 'report')));
    if (counts.count('referrer-missing', 'all').n > 0)
      rows.push(row('referrer-missing', share('referrer-missing', 'report')));
  }
  for (const measure of missingIn(counts)) rows.push(row(measure, share(measure, 'actualisation')));
  return {
    id: 'group-profile',
    columns: scopes.map(([group]) => group),
    rows,
    lacks: lacking(counts),
  };
}

/**
 * Missing values have rows of their own, where there are any: percent of all actualisations. Without a type column
 * (LOB known from the reasons) the table lacks the type, and no single row is missing it.
 */
export function missingIn(counts: Counts): readonly Measure[] {
  const unknown = ['sex-unknown', 'age-unknown', 'type-unknown', 'investigation-unknown'] as const;
  return unknown.filter(
    (measure) => counts.count(measure, 'all').n > 0 && (measure !== 'type-unknown' || counts.has.type),
  );
}

/** Columns that the register lacks for a profile. */
export function lacking(counts: Counts): Table['lacks'] {
  return [
    ...(counts.has.type ? [] : (['type'] as const)),
    ...(counts.has.referrer || !counts.has.type ? [] : (['referrer'] as const)),
    ...(counts.has.investigation ? [] : (['investigation'] as const)),
    ...(counts.count('sex-known', 'all').n > 0 ? [] : (['sex'] as const)),
    ...(counts.count('age-known', 'all').n > 0 ? [] : (['age'] as const)),
  ];
}
