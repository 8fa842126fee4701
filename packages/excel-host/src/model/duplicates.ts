/** Taking out rows that repeat others. */
import { clearContents, readFormulas, readValues, writeValues } from './writing.ts';
import type { Area } from './area.ts';
import { Fault } from './fault.ts';
import type { Sheet } from './sheet.ts';

export function removeDuplicates(
  sheet: Sheet,
  area: Area,
  columns: readonly number[],
  includesHeader: boolean,
): { readonly removed: number; readonly uniqueRemaining: number } {
  if (columns.length === 0 || columns.some((column) => column < 0 || column >= area.columnCount)) {
    throw new Fault('InvalidArgument', 'columns are counted from 0 within the range');
  }
  const seen = new Set<string>();
  const written = readFormulas(sheet, area);
  const kept = readValues(sheet, area).flatMap((row, i) => {
    const key = columns.map((column) => String(row[column]).toLowerCase()).join('\u0000');
    if (!(includesHeader && i === 0)) {
      if (seen.has(key)) return [];
      seen.add(key);
    }
    return [written[i]!];
  });
  clearContents(sheet, area);
  writeValues(sheet, { ...area, rowCount: kept.length }, kept);
  return { removed: area.rowCount - kept.length, uniqueRemaining: seen.size };
}
