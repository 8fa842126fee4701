/** `review-background` (the report's Tabell 4): who they are, and what their situation has been. */
import { rowsOf, type RowSpec } from './table-of-rows.ts';
import type { ReviewTable } from './review-table.ts';
import type { Tally } from './tally.ts';
import { tableWith } from './table-with.ts';

const ROWS: readonly RowSpec[] = [
  { item: 'sex', show: 'codes' },
  { item: 'civil-status', show: 'codes', codes: ['1', '3'] },
  { item: 'livelihood', show: 'codes', codes: ['2'] },
  { item: 'children', show: 'codes', codes: ['1'] },
  { item: 'housing', show: 'codes', codes: ['1', '7'] },
  { item: 'crime', show: 'codes', codes: ['1', '2'] },
  { item: 'diagnoses', show: 'any' },
  { item: 'suspected-psychiatric', show: 'codes', codes: ['1'] },
];

export function background(tally: Tally): ReviewTable[] {
  return tableWith('background', ['persons', 'percent', 'base'], rowsOf(tally, ROWS));
}
