/** Looks that conditional formats lend to a cell: rules by formula, by value and by contained text. */
import {
  cellAddress,
  copiedFormula,
  hasCell,
  isError,
  type ConditionalFormat,
  type LentLook,
  type Sheet,
} from 'isu-excel-host';

export function lentLooks(sheet: Sheet, row: number, column: number): readonly LentLook[] {
  return sheet.conditionalFormats
    .filter(({ areas }) => areas.some((area) => hasCell(area, row, column)))
    .filter((format) => applies(format, row, column))
    .map(({ look }) => look);
}

function applies(format: ConditionalFormat, row: number, column: number): boolean {
  switch (format.type) {
    case 'Custom':
      return isTrue(format, (format.rule as { readonly formula: string }).formula, row, column);
    case 'CellValue':
      return compares(format, row, column);
    case 'ContainsText':
      return containsText(format, row, column);
    default:
      return false;
  }
}

/** The formula is written for the first cell of the area; its relative references move along. */
function isTrue({ sheet, areas }: ConditionalFormat, formula: string, row: number, column: number): boolean {
  const [first] = areas;
  if (!first || !formula.startsWith('=')) return false;
  const moved = copiedFormula(formula, row - first.row, column - first.column);
  const value = sheet.workbook.calculator?.evaluate(sheet, moved) ?? null;
  return value !== null && !isError(value) && typeof value !== 'string' && Boolean(value);
}

interface ValueRule {
  readonly formula1?: string;
  readonly formula2?: string;
  readonly operator?: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  EqualTo: '=',
  NotEqualTo: '<>',
  GreaterThan: '>',
  LessThan: '<',
  GreaterThanOrEqual: '>=',
  LessThanOrEqual: '<=',
};

function compares(format: ConditionalFormat, row: number, column: number): boolean {
  const { formula1 = '', formula2 = '', operator = '' } = format.rule as ValueRule;
  const cell = cellAddress(row, column);
  const [low, high] = [formula1, formula2].map((formula) => `(${formula.replace(/^=/, '')})`);
  const between = `AND(${cell}>=${low!},${cell}<=${high!})`;
  const sign = SIGNS[operator];
  const test =
    operator === 'Between'
      ? between
      : operator === 'NotBetween'
        ? `NOT(${between})`
        : `${cell}${sign ?? '='}${low!}`;
  const value = format.sheet.workbook.calculator?.evaluate(format.sheet, `=${test}`) ?? null;
  return value === true;
}

function containsText({ sheet, rule }: ConditionalFormat, row: number, column: number): boolean {
  const { operator = 'Contains', text = '' } = rule as { readonly operator?: string; readonly text?: string };
  const shown = sheet.workbook.shownText(sheet, row, column).toLowerCase();
  const wanted = text.toLowerCase();
  if (operator === 'NotContains') return !shown.includes(wanted);
  if (operator === 'BeginsWith') return shown.startsWith(wanted);
  return operator === 'EndsWith' ? shown.endsWith(wanted) : shown.includes(wanted);
}
