/** A column by its header, in one register or in several whose columns stand in different order. */
import { fail, succeed, type Outcome } from '../problem.ts';
import { columnLetter } from '../register/mapping.ts';
import { foldBare, inLine, nearest } from '../register/spelling.ts';

/**
 * @param wanted a header, or a column's letter
 * @returns for each register the column's number, null where that register has no such column
 */
export function findColumn(
  wanted: string,
  registers: readonly (readonly string[])[],
): Outcome<readonly (number | null)[]> {
  const found = registers.map((headers) => columnIn(wanted, headers));
  if (found.some((column) => column !== null)) return succeed(found);
  const named = [...new Set(registers.flat().filter((header) => header !== ''))];
  const guess = inLine(nearest(wanted, named) ?? '');
  const all = named.map((header) => inLine(header)).join(', ');
  return fail(
    'no-such-column',
    `Ingen kolumn heter «${inLine(wanted)}». Närmast är «${guess}». Kolumnerna är: ${all}. Ange en av dem.`,
    `No column is called "${inLine(wanted)}". The nearest is "${guess}". The columns are: ${all}. Name one of them.`,
  );
}

function columnIn(wanted: string, headers: readonly string[]): number | null {
  const exact = headers.indexOf(wanted.trim());
  if (exact >= 0) return exact;
  const alike = headers.findIndex((header) => header !== '' && foldBare(header) === foldBare(wanted));
  if (alike >= 0) return alike;
  const letter = headers.findIndex((_, column) => columnLetter(column) === wanted.trim().toUpperCase());
  return letter >= 0 ? letter : null;
}
