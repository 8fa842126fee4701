/** Which cells hold what their rule forbids. Values that were there, or that code writes, are not stopped: as in Excel. */
import { areaOf, intersection, type Area } from './area.ts';
import { plainValue, type CellValue } from './cell-value.ts';
import { cellsAt } from './cells-of.ts';
import type { Sheet } from './sheet.ts';
import type { BasicRule, Validation } from './validation.ts';

export function invalidCells(sheet: Sheet, area: Area): Area[] {
  return sheet.validations.flatMap((validated) => {
    const common = intersection(validated.area, area);
    return common ? invalidIn(sheet, common, validated.validation) : [];
  });
}

function invalidIn(sheet: Sheet, area: Area, validation: Validation): Area[] {
  const invalid: Area[] = [];
  const allowed = validation.rule.list && listOf(sheet, validation.rule.list.source);
  const used = sheet.usedArea(true, area);
  if (!used) return [];
  sheet.cells.eachFilled(used, (row, column, value) => {
    if (!obeys(sheet, value, validation, allowed)) invalid.push(areaOf(row, column));
  });
  return invalid;
}

function obeys(
  sheet: Sheet,
  value: CellValue,
  { rule }: Validation,
  allowed: Set<string> | undefined,
): boolean {
  const plain = plainValue(value);
  if (allowed) return allowed.has(String(plain));
  if (rule.wholeNumber) return Number.isInteger(value) && compares(sheet, value as number, rule.wholeNumber);
  if (rule.decimal) return typeof value === 'number' && compares(sheet, value, rule.decimal);
  if (rule.date) return typeof value === 'number' && compares(sheet, value, rule.date);
  if (rule.time) return typeof value === 'number' && compares(sheet, value, rule.time);
  if (rule.textLength) return compares(sheet, String(plain).length, rule.textLength);
  // A formula of one's own is not judged here: a stated gap.
  return true;
}

/** What a list allows: its own words, or what stands in cells. */
export function listOf(sheet: Sheet, source: string): Set<string> {
  if (!source.startsWith('=')) return new Set(source.split(',').map((word) => word.trim()));
  const words = new Set<string>();
  try {
    const { sheet: owner, area } = cellsAt(sheet, source.slice(1));
    owner.cells.eachFilled(area, (_row, _column, value) => words.add(String(plainValue(value))));
  } catch {
    return words;
  }
  return words;
}

function compares(sheet: Sheet, value: number, { operator, formula1, formula2 }: BasicRule): boolean {
  const first = numberOf(sheet, formula1);
  const second = numberOf(sheet, formula2 ?? formula1);
  switch (operator) {
    case 'Between':
      return value >= first && value <= second;
    case 'NotBetween':
      return value < first || value > second;
    case 'EqualTo':
      return value === first;
    case 'NotEqualTo':
      return value !== first;
    case 'GreaterThan':
      return value > first;
    case 'LessThan':
      return value < first;
    case 'GreaterThanOrEqualTo':
      return value >= first;
    case 'LessThanOrEqualTo':
      return value <= first;
  }
}

/** A number, a date as text, or a formula. */
function numberOf(sheet: Sheet, given: string | number): number {
  if (typeof given === 'number') return given;
  const iso = /^(\d{4})-(\d\d)-(\d\d)/.exec(given);
  if (iso) return Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])) / 86_400_000 + 25_569;
  if (!given.startsWith('=')) return Number(given);
  const value = sheet.workbook.calculator?.evaluate(sheet, given) ?? null;
  return typeof value === 'number' ? value : Number.NaN;
}
