/** Search and replace. */
import { areaOf, type Area } from './area.ts';
import { cellsOf, type CellsOf } from './cells-of.ts';
import type { Sheet } from './sheet.ts';
import { writeValues } from './writing.ts';

export interface SearchCriteria {
  readonly completeMatch?: boolean | undefined;
  readonly matchCase?: boolean | undefined;
  readonly searchDirection?: string | undefined;
}

/** The first cell, row by row, whose shown text has the words. */
export function findCell(
  sheet: Sheet,
  area: Area,
  text: string,
  criteria: SearchCriteria = {},
): CellsOf | null {
  const found = matches(sheet, area, text, criteria);
  const cell = criteria.searchDirection === 'Backwards' ? found.at(-1) : found[0];
  return cell ? cellsOf(sheet, areaOf(...cell)) : null;
}

export function replaceAll(
  sheet: Sheet,
  area: Area,
  text: string,
  replacement: string,
  criteria: SearchCriteria = {},
): number {
  const found = matches(sheet, area, text, criteria);
  const pattern = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), criteria.matchCase ? 'g' : 'gi');
  for (const [row, column] of found) {
    const written = sheet.cells.formula(row, column) ?? sheet.workbook.shownText(sheet, row, column);
    writeValues(
      sheet,
      areaOf(row, column),
      written.replace(pattern, () => replacement),
    );
  }
  return found.length;
}

function matches(sheet: Sheet, area: Area, text: string, criteria: SearchCriteria): [number, number][] {
  const plain = (words: string) => (criteria.matchCase ? words : words.toLowerCase());
  const wanted = plain(text);
  const found: [number, number][] = [];
  sheet.cells.eachFilled(area, (row, column) => {
    const shown = plain(sheet.workbook.shownText(sheet, row, column));
    if (criteria.completeMatch ? shown === wanted : shown.includes(wanted)) found.push([row, column]);
  });
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
