/** `review-contact` (the report's Tabell 5): the contact with social services. Means are over all, or over those with any. */
import { rowsOf, type RowSpec } from './table-of-rows.ts';
import type { ReviewTable } from './review-table.ts';
import type { Tally } from './tally.ts';
import { tableWith } from './table-with.ts';

const ROWS: readonly RowSpec[] = [
  { item: 'actualisations', show: 'sum-and-mean' },
  { item: 'age-first', show: 'mean' },
  { item: 'age-latest', show: 'mean' },
  { item: 'years-known', show: 'mean' },
  { item: 'investigations', show: 'sum-and-mean' },
  { item: 'lvm-investigations', show: 'persons-and-means' },
  { item: 'sex', show: 'codes' },
  { item: 'referrers', show: 'codes' },
  { item: 'substance', show: 'codes' },
  { item: 'child-welfare', show: 'codes', codes: ['1'] },
];

export function contact(tally: Tally): ReviewTable[] {
  const columns = ['persons', 'percent', 'base', 'sum', 'mean-all', 'mean-any'] as const;
  return tableWith('contact', columns, rowsOf(tally, ROWS));
}
