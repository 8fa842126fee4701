/**
 * A register of many years has a table of two hundred thousand persons. The page is given the first rows of such a
 * table, and asks for more, or for those that hold what is searched for.
 */
import {
  formatCell,
  type DocumentBlock,
  type DocumentRow,
  type DocumentSheet,
  type DocumentTable,
  type Language,
  type ResultDocument,
} from 'isu-core';
import type { CutDocument, FoundRows } from './messages.ts';

/** Rows that a page shows of a long table to begin with. */
export const ROWS_AT_FIRST = 50;
/** A table of so many rows is shown whole: every figure that a chart draws is in one of these. */
const SHOWN_WHOLE = 120;

export function withoutLongTables(document: ResultDocument): CutDocument {
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
export function findRows(
  table: DocumentTable,
  search: string,
  { from, most }: { readonly from: number; readonly most: number },
  language: Language,
): FoundRows {
  const wanted = plain(search);
  if (wanted === '') return { rows: table.rows.slice(from, from + most), found: table.rows.length };
  const rows: DocumentRow[] = [];
  let found = 0;
  for (const row of table.rows) {
    if (!holds(row, table, wanted, language)) continue;
    if (found >= from && rows.length < most) rows.push(row);
    found++;
  }
  return { rows, found };
}

/** As many rows as are handed over at once, so that whoever takes them can draw and listen in between. */
const ROWS_AT_ONCE = 5000;

/** The document with its long tables whole again, fetched piece by piece. */
export async function wholeDocument(
  { document, lengths }: CutDocument,
  ask: (table: string, from: number, most: number) => Promise<FoundRows>,
): Promise<ResultDocument> {
  const whole = async (block: DocumentBlock): Promise<DocumentBlock> => {
    const length = block.kind === 'table' ? lengths[block.id] : undefined;
    if (block.kind !== 'table' || length === undefined) return block;
    const rows: DocumentRow[] = [];
    while (rows.length < length) rows.push(...(await ask(block.id, rows.length, ROWS_AT_ONCE)).rows);
    return { ...block, rows };
  };
  const sheets: DocumentSheet[] = [];
  for (const sheet of document.sheets) {
    const blocks: DocumentBlock[] = [];
    for (const block of sheet.blocks) blocks.push(await whole(block));
    sheets.push({ ...sheet, blocks });
  }
  return { ...document, sheets };
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
