/** Shows the user a row or a sheet. */
import type { Outcome } from 'isu-core';
import { outcomeOf } from './excel-problem.ts';
import type { ExportPlace } from './workbook.ts';

/** @param row as the sheet numbers it, from 1 */
export function selectRow(place: ExportPlace, row: number): Promise<Outcome<null>> {
  return outcomeOf(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(place.sheet);
      sheet.activate();
      sheet.getRangeByIndexes(row - 1, place.firstColumn, 1, place.columns).select();
      await context.sync();
      return null;
    }),
  );
}

export function showSheet(name: string): Promise<Outcome<null>> {
  return outcomeOf(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).activate();
      await context.sync();
      return null;
    }),
  );
}
