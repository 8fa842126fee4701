/**
 * `review-interventions` (the report's Tabell 6): how many have had each kind of intervention, and how many of it each
 * of them. The total counts a person once for each kind, so it passes 100 %.
 */
import { countCell, meanCell } from '../../tables/table.ts';
import { itemOf } from '../form.ts';
import { percentOver, shareCells } from './cells.ts';
import type { ReviewRow, ReviewTable } from './review-table.ts';
import { codeRow } from './table-of-rows.ts';
import { tableWith } from './table-with.ts';
import { toldCodes, type Tally } from './tally.ts';
import { inBoth } from './words.ts';

export function interventions(tally: Tally): ReviewTable[] {
  const item = itemOf(tally.form, 'interventions');
  if (item?.kind !== 'several') return [];
  const codes = toldCodes(item);
  const base = tally.count(tally.is(item, 'answered'));
  const marks = tally.marks(
    item.id,
    codes.map((code) => tally.has(item, code)),
  );
  const total: ReviewRow = {
    key: 'total',
    label: inBoth(({ rows }) => rows.personInterventions),
    kind: 'total',
    cells: { persons: countCell(marks), percent: percentOver(marks, base), base: countCell(base) },
  };
  const any = tally.count(tally.hasAny(item));
  const anyone: ReviewRow = {
    key: `${item.id}=any`,
    label: inBoth(({ rows }) => rows.anyIntervention),
    kind: 'total',
    cells: { ...shareCells(any, base), 'mean-any': meanCell(marks, any) },
  };
  const rows = codes.map((code) => codeRow(tally, item, code));
  return tableWith(
    'interventions',
    ['persons', 'percent', 'base', 'sum', 'mean-any'],
    [...rows, total, anyone],
  );
}
