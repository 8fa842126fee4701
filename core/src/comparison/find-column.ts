/** A column by its header, in one register or in several whose columns stand in different order. */
import { fail, succeed, type Outcome } from '../problem.ts';
import { columnLetter, type Mapping } from '../register/mapping.ts';
import { foldBare, inLine, nearest } from '../register/spelling.ts';

const IDENTIFYING = ['person', 'number'] as const;

/**
 * A column to compare or to split by; one that says whom the row concerns is refused, since its values would stand in
 * the result as names, also where nobody may be named.
 *
 * @param wanted a header, or a column's letter
 * @returns for each register the column's number, null where that register has no such column
 */
export function findColumn(
  wanted: string,
  registers: readonly Pick<Mapping, 'headers' | 'columns'>[],
): Outcome<readonly (number | null)[]> {
  const found = registers.map(({ headers }) => columnIn(wanted, headers));
  const identifies = registers.some(({ columns }, at) =>
    IDENTIFYING.some((role) => columns[role]?.column === found[at]),
  );
  if (identifies)
    return fail(
      'identifying-column',
      `Kolumnen «${inLine(wanted)}» säger vem eller vilket ärende raden gäller och kan inte jämföras. Välj en kolumn med värden som flera delar.`,
      `The column "${inLine(wanted)}" says whom or which case the row concerns and cannot be compared. Choose a column of values that several share.`,
    );
  if (found.some((column) => column !== null)) return succeed(found);
  const named = [...new Set(registers.flatMap(({ headers }) => headers.filter((header) => header !== '')))];
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
