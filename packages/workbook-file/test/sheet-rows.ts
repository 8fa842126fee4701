/** The rows of a sheet, for comparing. */
import type { CellValue, Sheet } from 'isu-core';

export function rowsOf(sheet: Sheet): CellValue[][] {
  return Array.from({ length: sheet.rowCount }, (_, i) =>
    sheet.columns.map((column) => column.value(column.codes[i]!)),
  );
}
