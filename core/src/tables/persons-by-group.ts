/** Tabell 1: persons by how often they come. Percent of persons. */
import type { Counts } from './counts.ts';
import { countCell, percentCell, type Table } from './table.ts';

export function personsByGroup(counts: Counts): Table {
  const all = counts.persons('all');
  const row = (key: string, scope: number | 'all') => ({
    key,
    cells: { persons: countCell(counts.persons(scope)), percent: percentCell(counts.persons(scope), all) },
  });
  return {
    id: 'persons-by-group',
    columns: ['persons', 'percent'],
    rows: [...counts.groups.map(({ key }, g) => row(key, g)), row('total', 'all')],
    lacks: [],
  };
}
