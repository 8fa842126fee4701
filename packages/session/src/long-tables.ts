/**
 * A register of many years has a table of two hundred thousand persons. The page is given the first rows of such a
 * table, and asks for more, or for those that hold what is searched for.
 */
import {
  formatCell,
  type DocumentRow,
  type DocumentTable,
  type Language,
  type ResultDocument,
} from 'isu-core';
import type { FoundRows } from './messages.ts';

/** Rows that a page shows of a long table to begin with. */
export const ROWS_AT_FIRST = 50;
/** A table of so many rows is shown whole: every figure that a chart draws is in one of these. */
const SHOWN_WHOLE = 120;

export function withoutLongTables(document: ResultDocument): {
  readonly document: ResultDocument;
  readonly lengths: Readonly<Record<string, number>>;
} {
  const lengths: Record<string, number> = {};
  const sheets = document.sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map((block) => {
      if (block.kind !== 'table' || block.rows.length <= SHOWN_WHOLE) return block;
      lengths[block.id] = block.rows.length;
      return { ...block, rows: block.rows.slice(0, ROWS_AT_FIRST) };
    }),
  }));
  return { document: { ...document, sheets }, lengths };
}

/** The rows that have the searched text in some cell as it is shown, without regard to case. */
export function findRows(table: DocumentTable, search: string, most: number, language: Language): FoundRows {
  const wanted = plain(search);
  if (wanted === '') return { rows: table.rows.slice(0, most), found: table.rows.length };
  const rows: DocumentRow[] = [];
  let found = 0;
  for (const row of table.rows) {
    if (!holds(row, table, wanted, language)) continue;
    found++;
    if (rows.length < most) rows.push(row);
  }
  return { rows, found };
}

function holds(row: DocumentRow, table: DocumentTable, wanted: string, language: Language): boolean {
  return row.cells.some((cell, at) =>
    plain(formatCell(cell, table.columns[at]!.format, language)).includes(wanted),
  );
}

/** Personnummer are searched for with or without their hyphen, numbers with or without their space. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, '');
}
