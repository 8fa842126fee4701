/** The months convention as a formula names it: a workbook is shared, so both languages' words work in both. */
import { fail, succeed, type MonthsConvention, type Outcome } from 'isu-core';
import { isLeftOut } from './cells.ts';

const CONVENTIONS: Readonly<Record<string, MonthsConvention>> = {
  hela: 'completed',
  completed: 'completed',
  skiften: 'boundaries',
  boundaries: 'boundaries',
  snitt: 'average',
  average: 'average',
};

export function conventionOf(argument: unknown): Outcome<MonthsConvention> {
  if (isLeftOut(argument)) return succeed('completed');
  const written = String(argument).trim();
  const convention = CONVENTIONS[written.toLowerCase()];
  if (convention) return succeed(convention);
  return fail(
    'no-convention',
    `Konventionen ska vara "hela", "skiften" eller "snitt", inte "${written}".`,
    `The convention must be "completed", "boundaries" or "average", not "${written}".`,
  );
}
