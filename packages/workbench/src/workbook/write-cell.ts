/** What a person types into a cell: refused where its list has no such value or the sheet is protected. */
import { areaAt, cellAddress, hasCell, splitSheet, type ExcelHost, type Sheet } from 'isu-excel-host';
import { keptFormula, typedFormula } from './typed-formula.ts';
import type { WorkbookWords } from './words/words.ts';

/** What stands in the cell as one would type it. */
export function typedText(sheet: Sheet, row: number, column: number): string {
  const formula = sheet.cells.formula(row, column);
  if (formula !== null) return typedFormula(formula, sheet.workbook);
  const value = sheet.value(row, column);
  const { numberFormat } = sheet.style(row, column);
  const isPlainNumber = typeof value === 'number' && !/[ymdhs]/i.test(numberFormat);
  if (!isPlainNumber) return sheet.workbook.shownText(sheet, row, column);
  const isPercent = numberFormat.includes('%');
  const shown = Number((isPercent ? value * 100 : value).toPrecision(15));
  return String(shown).replace('.', sheet.workbook.locale.decimal) + (isPercent ? '%' : '');
}

/** The values that the cell's list offers; `null` where it has none. */
export function listOf(sheet: Sheet, row: number, column: number): readonly string[] | null {
  const found = sheet.validations.find(({ area }) => hasCell(area, row, column));
  const source = found?.validation.rule.list?.source;
  if (source === undefined) return null;
  if (!source.startsWith('=')) return source.split(/[,;]/).map((value) => value.trim());
  const texts = listedCells(sheet, source.slice(1));
  return texts && [...new Set(texts)];
}

/** Of a range, of the same sheet or another, or of a name for one. */
function listedCells(sheet: Sheet, reference: string): readonly string[] | null {
  const { workbook } = sheet;
  const { sheetName, rest } = splitSheet(reference);
  const from = sheetName === null ? sheet : workbook.findSheet(sheetName);
  const area = areaAt(rest.replaceAll('$', ''));
  if (from && area) {
    const texts: string[] = [];
    from.cells.eachFilled(area, (r, c) => texts.push(workbook.shownText(from, r, c)));
    return texts;
  }
  const name = workbook.names.find(
    (each) => each.name.toLowerCase() === reference.toLowerCase() && (each.sheet ?? sheet) === sheet,
  );
  const meant = name?.formula.slice(1) ?? reference;
  return meant === reference ? null : listedCells(sheet, meant);
}

/** @returns why not, or null */
export function writeCell(
  { user }: ExcelHost,
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
  words: WorkbookWords,
): string | null {
  if (text === typedText(sheet, row, column)) return null;
  const list = listOf(sheet, row, column);
  if (list && text !== '' && !list.includes(text)) return words.notInList(list.join(', '));
  try {
    const address = cellAddress(row, column);
    if (text === '') user.clear(address);
    else user.type(address, text.startsWith('=') ? keptFormula(text, sheet.workbook) : text);
    return null;
  } catch (fault) {
    return words.notWritten((fault as Error).message);
  }
}
