/** `review-diagnoses` (Bilaga 4 tabell 4): which diagnoses, among those who have any, and how many each. */
import { countCell, meanCell } from '../../tables/table.ts';
import { itemOf } from '../form.ts';
import { shareCells } from './cells.ts';
import type { ReviewRow, ReviewTable } from './review-table.ts';
import { tableWith } from './table-with.ts';
import { toldCodes, type Tally } from './tally.ts';
import { inBoth } from './words.ts';

export function diagnoses(tally: Tally): ReviewTable[] {
  const item = itemOf(tally.form, 'diagnoses');
  if (item?.kind !== 'several') return [];
  const codes = toldCodes(item);
  const have = codes.map((code) => tally.has(item, code));
  const any = tally.count(tally.hasAny(item));
  const rows = codes.map((code, at): ReviewRow => ({
    key: `${item.id}=${code.code}`,
    label: code.label,
    cells: shareCells(tally.count(have[at]!), any),
  }));
  const marks = tally.marks(item.id, have);
  const total: ReviewRow = {
    key: 'total',
    label: inBoth((words) => words.rows.diagnoses),
    kind: 'total',
    cells: { persons: countCell(marks), base: countCell(any), 'mean-any': meanCell(marks, any) },
  };
  return tableWith('diagnoses', ['persons', 'percent', 'base', 'mean-any'], [...rows, total]);
}
