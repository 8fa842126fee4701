/** Tabell 2: how the actualisations are shared among the frequency groups. Percent of actualisations. */
import type { Counts } from './counts.ts';
import { countCell, percentCell, type Table } from './table.ts';

export function actualisationsByGroup(counts: Counts): Table {
  const all = counts.count('actualisation', 'all');
  const row = (key: string, scope: number | 'all') => {
    const actualisations = counts.count('actualisation', scope);
    return {
      key,
      cells: {
        persons: countCell(counts.persons(scope)),
        actualisations: countCell(actualisations),
        percent: percentCell(actualisations, all),
      },
    };
  };
  return {
    id: 'actualisations-by-group',
    columns: ['persons', 'actualisations', 'percent'],
    rows: [...counts.groups.map(({ key }, g) => row(key, g)), row('total', 'all')],
    lacks: [],
  };
}
