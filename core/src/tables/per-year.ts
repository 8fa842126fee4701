/** Bilaga 4 tabell 1: actualisations and unique persons per calendar year, and their mean over the years. */
import type { Count, Counts } from './counts.ts';
import { countCell, meanCell, type Table } from './table.ts';

export function perYear(counts: Counts): Table {
  const years = counts.years.map((year) => ({
    key: String(year),
    actualisations: counts.count('actualisation', { year }),
    persons: counts.persons({ year }),
  }));
  const number: Count = { key: 'years|all', n: years.length, persons: Infinity, of: 'years' };
  const personYears: Count = {
    key: 'persons summed over years|all',
    n: years.reduce((sum, { persons }) => sum + persons.n, 0),
    persons: counts.persons('all').n,
    of: 'persons',
  };
  return {
    id: 'per-year',
    columns: ['actualisations', 'persons'],
    rows: [
      ...years.map(({ key, actualisations, persons }) => ({
        key,
        cells: { actualisations: countCell(actualisations), persons: countCell(persons) },
      })),
      {
        key: 'mean',
        cells: {
          actualisations: meanCell(counts.count('actualisation', 'all'), number),
          persons: meanCell(personYears, number),
        },
      },
    ],
    lacks: [],
  };
}
