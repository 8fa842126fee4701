/** A table with its words. Without rows there is no table: the form has none of its questions. */
import type { ReviewColumnKey, ReviewRow, ReviewTable } from './review-table.ts';
import { inBoth, type ReviewTableId } from './words.ts';

export function tableWith(
  id: ReviewTableId,
  columns: readonly ReviewColumnKey[],
  rows: readonly ReviewRow[],
): ReviewTable[] {
  if (!rows.some(({ kind }) => kind === undefined)) return [];
  return [
    {
      id: `review-${id}`,
      title: inBoth(({ tables }) => tables[id].title),
      rowHeader: inBoth(({ tables }) => tables[id].rowHeader),
      columns: columns.map((key) => ({
        key,
        header: inBoth((words) => words.tables[id].columns?.[key] ?? words.columns[key]),
      })),
      rows: rows.map((row) => ({ ...row, cells: only(columns, row.cells) })),
      notes: [inBoth(({ tables }) => tables[id].note)],
    },
  ];
}

/** Rows are made for several tables, and have more than some of them show. */
function only(columns: readonly ReviewColumnKey[], cells: ReviewRow['cells']): ReviewRow['cells'] {
  return Object.fromEntries(columns.flatMap((key) => (cells[key] ? [[key, cells[key]]] : [])));
}
