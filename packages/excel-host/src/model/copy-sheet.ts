/** A copy of a sheet beside the others: cells, looks and sizes, tables under new names; charts are left. */
import { WHOLE_SHEET } from './area.ts';
import type { Sheet } from './sheet.ts';
import { addTable } from './table.ts';
import { isTaken } from './naming.ts';

export function copySheet(sheet: Sheet, positionType: string, relativeTo: Sheet | undefined): Sheet {
  const { workbook } = sheet;
  const copy = workbook.addSheet(copyName(sheet), positionOf(sheet, positionType, relativeTo));
  sheet.cells.eachStyled(WHOLE_SHEET, (row, column, style) => copy.cells.setStyle(row, column, style));
  sheet.cells.eachFilled(WHOLE_SHEET, (row, column, value) => copy.cells.setValue(row, column, value));
  sheet.cells.eachFormula(WHOLE_SHEET, (row, column, formula) =>
    workbook.writeFormula(copy, row, column, formula),
  );
  for (const axis of ['rows', 'columns'] as const) {
    for (const [index, line] of sheet[axis]) copy[axis].set(index, { ...line });
  }
  for (const table of sheet.tables) {
    const added = addTable(copy, table.area, table.showHeaders);
    added.style = table.style;
  }
  copy.merges = [...sheet.merges];
  copy.validations = [...sheet.validations];
  copy.frozen = { ...sheet.frozen };
  copy.tabColor = sheet.tabColor;
  copy.showGridlines = sheet.showGridlines;
  copy.standardWidth = sheet.standardWidth;
  return copy;
}

/** `Data (2)`, shortened so that it fits. */
function copyName({ name, workbook }: Sheet): string {
  const taken = workbook.sheets.map((sheet) => sheet.name);
  for (let n = 2; ; n++) {
    const end = ` (${String(n)})`;
    const wanted = name.slice(0, 31 - end.length) + end;
    if (!isTaken(wanted, taken)) return wanted;
  }
}

function positionOf(sheet: Sheet, type: string, relativeTo: Sheet | undefined): number {
  const { sheets } = sheet.workbook;
  switch (type) {
    case 'Beginning':
      return 0;
    case 'Before':
      return sheets.indexOf(relativeTo ?? sheet);
    case 'After':
      return sheets.indexOf(relativeTo ?? sheet) + 1;
    default:
      return sheets.length;
  }
}
