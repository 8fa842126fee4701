/** The cells of an export as they are now: where a table or a region has grown since it was found, so does what is read. */
import { areaOf, type CellArea } from './address.ts';
import { Refused } from './excel-problem.ts';
import { askOwnColumns, type OwnColumn } from './own-columns.ts';
import type { ExportPlace } from './workbook.ts';

export interface ExportCells {
  readonly sheet: Excel.Worksheet;
  /** `null` where it is a region. */
  readonly table: Excel.Table | null;
  readonly area: CellArea;
  /** What stands in the first row. */
  readonly firstRow: readonly string[];
  readonly isProtected: boolean;
  /** Columns that we have added, which are no part of the export. */
  readonly own: readonly OwnColumn[];
}

/** Takes a sync, in which whatever else is asked of the context goes along. */
export async function exportCells(context: Excel.RequestContext, place: ExportPlace): Promise<ExportCells> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const table = place.table === null ? null : sheet.tables.getItem(place.table);
  const cells = table ? table.getRange() : sheet.getUsedRangeOrNullObject(true);
  cells.load('address');
  const top = cells.getRow(0);
  top.load('values');
  sheet.protection.load('protected');
  const own = askOwnColumns(sheet);
  await context.sync();
  const area = cells.isNullObject ? null : areaOf(cells.address);
  if (area === null)
    throw new Refused('export-empty', {
      sv: `Bladet «${place.sheet}» är tomt. Välj på nytt var uppgifterna står.`,
      en: `The sheet "${place.sheet}" is empty. Choose again where the data stand.`,
    });
  const firstRow = (top.values[0] ?? []).map(String);
  return { sheet, table, area, firstRow, isProtected: sheet.protection.protected, own: own.answer() };
}
