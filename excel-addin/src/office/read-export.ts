/** Hands over the export's rows piece by piece. Values are read, not what is in sight: hidden and filtered rows too. */
import type { CellValue, Outcome } from 'isu-core';
import { askDateSystem } from './date-system.ts';
import { outcomeOf } from './excel-problem.ts';
import { exportCells } from './export-cells.ts';
import type { OwnColumn } from './own-columns.ts';
import { readInChunks } from './read-in-chunks.ts';
import type { ExportPlace, ReadRows } from './workbook.ts';

export function readExport(
  place: ExportPlace,
  take: (read: ReadRows) => void | Promise<void>,
  progress: (rowsRead: number, rows: number) => void,
  signal: AbortSignal,
): Promise<Outcome<{ readonly dateSystem: 1900 | 1904 }>> {
  return outcomeOf(() =>
    Excel.run(async (context) => {
      const dates = askDateSystem(context);
      const { sheet, area, own } = await exportCells(context, place);
      for await (const { firstRow, rows } of readInChunks(context, sheet, area, 'values', signal)) {
        await take({ rows: rows.map((row) => fromColumnA(row, area.column, own)), firstRow });
        progress(firstRow + rows.length - area.row, area.rowCount);
      }
      return { dateSystem: dates.answer().dateSystem };
    }),
  );
}

/** As the sheet numbers its columns, and without those that we have added. */
function fromColumnA(
  row: readonly (string | number | boolean)[],
  firstColumn: number,
  own: readonly OwnColumn[],
): CellValue[] {
  const cells: CellValue[] = new Array<CellValue>(firstColumn + row.length).fill(null);
  row.forEach((value, c) => {
    if (value !== '') cells[firstColumn + c] = value;
  });
  for (const { area } of own) if (area.column < cells.length) cells[area.column] = null;
  return cells;
}
