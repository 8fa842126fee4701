/** The sheets of a review in the open workbook, known by their first cells whatever they are called, and their cells. */
import { markedSheet, type ReadSheet, type SheetKind } from 'isu-core/review';
import type { CellArea } from './address.ts';
import { cellsOf } from './cells-of.ts';
import { CHUNK_BYTES } from './json-bytes.ts';
import { readInChunks } from './read-in-chunks.ts';

export interface StandingSheet {
  readonly id: string;
  readonly name: string;
  readonly kind: SheetKind;
}

/** Sheets of ours in their order; takes two syncs. */
export async function reviewSheetsIn(context: Excel.RequestContext): Promise<readonly StandingSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const asked = askKinds(worksheets.items);
  await context.sync();
  return worksheets.items.flatMap(({ id, name }, i) => {
    const kind = asked.kindOf(i);
    return kind === null ? [] : [{ id, name, kind }];
  });
}

/** What a sheet is stands in its first cell, or near it where somebody has put rows above. */
const FIRST_CELLS = 'A1:D10';

/** To be followed by a sync. */
export function askKinds(sheets: readonly Excel.Worksheet[]): { kindOf(sheet: number): SheetKind | null } {
  const cells = sheets.map((sheet) => sheet.getRange(FIRST_CELLS));
  for (const range of cells) range.load('values');
  return {
    kindOf: (i) => markedSheet({ name: '', rows: cells[i]!.values as ReadSheet['rows'] })?.kind ?? null,
  };
}

/** About what a cell weighs in an answer from Excel. */
const CELL_BYTES = 24;

/** All cells of the sheets, in as few answers as they fit in. */
export async function readReviewCells(
  context: Excel.RequestContext,
  sheets: readonly StandingSheet[],
): Promise<readonly ReadSheet[]> {
  const worksheets = sheets.map(({ id }) => context.workbook.worksheets.getItem(id));
  const used = worksheets.map((sheet) => sheet.getUsedRangeOrNullObject(true));
  for (const cells of used) cells.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  // Without a cell there is nothing to read; what is read begins in A1.
  const areas = used.map((cells) =>
    cells.isNullObject
      ? null
      : {
          row: 0,
          column: 0,
          rowCount: cells.rowIndex + cells.rowCount,
          columnCount: cells.columnIndex + cells.columnCount,
        },
  );
  const read: ReadSheet[] = [];
  for (const group of groupsOf(areas)) {
    const ranges = group.map((i) => {
      const area = areas[i];
      return area ? cellsOf(worksheets[i]!, area) : null;
    });
    const isLarge = group.length === 1 && weightOf(areas[group[0]!]!) > CHUNK_BYTES;
    if (isLarge) {
      const i = group[0]!;
      read.push({ name: sheets[i]!.name, rows: await readLarge(context, worksheets[i]!, areas[i]!) });
      continue;
    }
    for (const range of ranges) range?.load('values');
    await context.sync();
    group.forEach((i, at) => {
      read.push({ name: sheets[i]!.name, rows: (ranges[at]?.values ?? []) as ReadSheet['rows'] });
    });
  }
  return read;
}

function weightOf(area: CellArea | null): number {
  return area ? area.rowCount * area.columnCount * CELL_BYTES : 0;
}

/** Sheets that follow each other and fit in one answer. */
function groupsOf(areas: readonly (CellArea | null)[]): number[][] {
  const groups: number[][] = [];
  let weight = Infinity;
  for (const [i, area] of areas.entries()) {
    if (weight + weightOf(area) > CHUNK_BYTES) {
      groups.push([]);
      weight = 0;
    }
    groups.at(-1)!.push(i);
    weight += weightOf(area);
  }
  return groups;
}

async function readLarge(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: CellArea,
): Promise<ReadSheet['rows']> {
  const rows: ReadSheet['rows'][number][] = [];
  const { signal } = new AbortController();
  for await (const piece of readInChunks(context, sheet, area, 'values', signal)) rows.push(...piece.rows);
  return rows;
}
