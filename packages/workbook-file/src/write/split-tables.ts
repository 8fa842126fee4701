/** A table that no sheet can hold goes on on further sheets. */
import type { DocumentSheet, DocumentTable } from 'isu-core';
import { MOST_ROWS } from './sheet-plan.ts';

/** Rows left for titles and notes beside a table as long as a sheet can be. */
const ROWS_AROUND = 1000;

export function splitLongTables(
  sheet: DocumentSheet,
  mostRows = MOST_ROWS - ROWS_AROUND,
): readonly DocumentSheet[] {
  if (!sheet.blocks.some((block) => block.kind === 'table' && block.rows.length > mostRows)) return [sheet];
  const overflow: DocumentSheet[] = [];
  const blocks = sheet.blocks.map((block) => {
    if (block.kind !== 'table' || block.rows.length <= mostRows) return block;
    for (let from = mostRows, n = 2; from < block.rows.length; from += mostRows, n++)
      overflow.push(continued(sheet, block, n, from, from + mostRows));
    return { ...block, rows: block.rows.slice(0, mostRows) };
  });
  return [{ ...sheet, blocks }, ...overflow];
}

function continued(
  sheet: DocumentSheet,
  table: DocumentTable,
  n: number,
  from: number,
  to: number,
): DocumentSheet {
  const part = `(${String(n)})`;
  return {
    id: `${sheet.id}-${String(n)}`,
    name: `${sheet.name.slice(0, 26)} ${part}`,
    blocks: [
      {
        ...table,
        id: `${table.id}-${String(n)}`,
        title: `${table.title} ${part}`.trim(),
        rows: table.rows.slice(from, to),
      },
    ],
  };
}
