/** Which rows criteria leave in sight. */
import { lastRow, type Area } from './area.ts';
import { holds } from './comparison.ts';
import type { Criteria } from './filter.ts';
import type { Sheet } from './sheet.ts';

/** Hides the rows of a list's body that its criteria do not let through. */
export function applyFilter(sheet: Sheet, body: Area, criteria: ReadonlyMap<number, Criteria>): void {
  for (let row = body.row; row <= lastRow(body); row++) {
    const passes = [...criteria].every(([column, criterion]) =>
      admits(sheet, row, body.column + column, criterion),
    );
    if (!passes || sheet.rows.has(row)) sheet.line(sheet.rows, row).hidden = !passes;
  }
}

function admits(sheet: Sheet, row: number, column: number, criteria: Criteria): boolean {
  const shown = sheet.workbook.shownText(sheet, row, column);
  if (criteria.filterOn === 'Values') {
    const wanted = (criteria.values ?? []).map((each) =>
      (typeof each === 'string' ? each : each.date).toLowerCase(),
    );
    return wanted.includes(shown.toLowerCase());
  }
  if (criteria.filterOn !== 'Custom') return true;
  const value = sheet.value(row, column);
  const first = satisfies(value, shown, criteria.criterion1);
  if (criteria.criterion2 === undefined) return first;
  const second = satisfies(value, shown, criteria.criterion2);
  return criteria.operator === 'Or' ? first || second : first && second;
}

/** `>5`, `<>x`, `=*del*`; without a sign it is equality. */
function satisfies(value: unknown, shown: string, criterion = '='): boolean {
  const [, sign = '=', wanted = ''] = /^(<=|>=|<>|[<>=])?(.*)$/s.exec(criterion)!;
  const number = Number(wanted.replace(',', '.'));
  if (typeof value === 'number' && wanted !== '' && !Number.isNaN(number)) return holds(value - number, sign);
  if (sign === '=' || sign === '<>') {
    const pattern = wanted
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^${pattern}$`, 'is').test(shown) === (sign === '=');
  }
  return typeof value === 'string' && holds(value.localeCompare(wanted), sign);
}
