/** Which sheets belong together: a chart draws the cells of a table, so the two are kept, replaced or left as one. */
import type { DocumentSheet, ResultDocument } from 'isu-core';

/** @returns these parts, and those that they are tied to by a chart */
export function withTied({ sheets }: ResultDocument, parts: Iterable<string>): ReadonlySet<string> {
  const together = new Set(parts);
  const ties = sheets.flatMap((sheet) => tiesOf(sheet, sheets));
  for (let before = -1; before < together.size;) {
    before = together.size;
    for (const [a, b] of ties) {
      if (together.has(a)) together.add(b);
      if (together.has(b)) together.add(a);
    }
  }
  return together;
}

/** The sheet, and each that has a table that its charts draw. */
function tiesOf({ id, blocks }: DocumentSheet, sheets: readonly DocumentSheet[]) {
  const drawn = blocks.flatMap((block) => (block.kind === 'chart' ? [block.table] : []));
  const has = (sheet: DocumentSheet) =>
    sheet.blocks.some((block) => block.kind === 'table' && drawn.includes(block.id));
  return sheets.filter(has).map((sheet) => [id, sheet.id] as const);
}
