/** Bilaga 4 tabell 2: actualisations by sex, mean age by type. Percent and mean of those whose value is known. */
import type { AgeGroup, Counts } from './counts.ts';
import { lacking } from './group-profile.ts';
import { countCell, meanCell, percentCell, type Table, type TableRow } from './table.ts';

export function sexAndAge(counts: Counts): Table {
  const row = (key: string, measure: AgeGroup, known: 'sex-known' | 'type-known' | null): TableRow => ({
    key,
    cells: {
      actualisations: countCell(counts.count(measure, 'all')),
      ...(known && { percent: percentCell(counts.count(measure, 'all'), counts.count(known, 'all')) }),
      'mean-age': meanCell(counts.ages('all', measure), counts.count(`age-known:${measure}`, 'all')),
    },
  });
  const rows = [row('men', 'man', 'sex-known'), row('women', 'woman', 'sex-known')];
  if (counts.count('sex-unknown', 'all').n > 0) rows.push(row('sex-unknown', 'sex-unknown', null));
  if (counts.has.type)
    rows.push(row('applications', 'application', 'type-known'), row('reports', 'report', 'type-known'));
  rows.push({
    key: 'total',
    cells: {
      actualisations: countCell(counts.count('actualisation', 'all')),
      'mean-age': meanCell(counts.ages('all'), counts.count('age-known', 'all')),
    },
  });
  return {
    id: 'sex-and-age',
    columns: ['actualisations', 'percent', 'mean-age'],
    rows,
    lacks: lacking(counts).filter((role) => role === 'type' || role === 'sex' || role === 'age'),
  };
}
