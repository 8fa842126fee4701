/** Sheets of another workbook, put among these: cells, looks, sizes and tables. */
import { WHOLE_SHEET } from './area.ts';
import { Fault } from './fault.ts';
import { freeName, isTaken } from './naming.ts';
import type { Sheet } from './sheet.ts';
import { addTable, renameTable } from './table.ts';
import type { Workbook } from './workbook.ts';

/** Gives the ids of the new sheets. A name that is taken gets a number, as Excel gives it. */
export function insertWorksheets(
  workbook: Workbook,
  source: Workbook,
  wanted: readonly string[] | undefined,
  position: number,
): string[] {
  const missing = wanted?.find((name) => !source.findSheet(name));
  if (missing !== undefined) throw new Fault('ItemNotFound', `the file has no sheet "${missing}"`);
  const sheets = source.sheets.filter(({ name }) => !wanted || isTaken(name, wanted));
  return sheets.map((sheet, i) => {
    const taken = workbook.sheets.map(({ name }) => name);
    const name = isTaken(sheet.name, taken) ? numbered(sheet.name, taken) : sheet.name;
    return copyInto(workbook.addSheet(name, position + i), sheet).id;
  });
}

function numbered(name: string, taken: readonly string[]): string {
  for (let n = 2; ; n++) {
    const end = ` (${String(n)})`;
    const wanted = name.slice(0, 31 - end.length) + end;
    if (!isTaken(wanted, taken)) return wanted;
  }
}

function copyInto(copy: Sheet, sheet: Sheet): Sheet {
  const { workbook } = copy;
  const styleOf = (number: number) => workbook.styles.number(sheet.workbook.styles.style(number));
  sheet.cells.eachStyled(WHOLE_SHEET, (row, column, style) =>
    copy.cells.setStyle(row, column, styleOf(style)),
  );
  sheet.cells.eachFilled(WHOLE_SHEET, (row, column, value) => copy.cells.setValue(row, column, value));
  for (const axis of ['rows', 'columns'] as const) {
    for (const [index, line] of sheet[axis]) {
      copy[axis].set(index, { ...line, ...(line.style !== undefined && { style: styleOf(line.style) }) });
    }
  }
  for (const table of sheet.tables) {
    const added = addTable(copy, table.area, table.showHeaders);
    const names = workbook.tables.map(({ name }) => name);
    renameTable(added, isTaken(table.name, names) ? freeName(table.name, names) : table.name);
    added.style = table.style;
  }
  sheet.cells.eachFormula(WHOLE_SHEET, (row, column, formula) =>
    workbook.writeFormula(copy, row, column, formula),
  );
  copy.merges = [...sheet.merges];
  copy.frozen = { ...sheet.frozen };
  copy.tabColor = sheet.tabColor;
  copy.showGridlines = sheet.showGridlines;
  copy.standardWidth = sheet.standardWidth;
  return copy;
}
