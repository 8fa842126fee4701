/**
 * A comparison with its counts rounded instead of hidden, for views that are filtered: every count to the nearest
 * multiple of the base, each by itself. Percentages, rates and differences are of the rounded counts. Intervals and
 * tests are left out, since the exact counts could be worked out from them; so are means of columns of one's own.
 */
import { areSurely, roundedCount } from '../protection/rounding.ts';
import { isSuppressed, SUPPRESSED, type Suppressed } from '../protection/shown.ts';
import { TOGETHER } from './compared-rows.ts';
import type { ComparedCell, ComparedRow, Difference } from './compared-table.ts';
import type { ComparedCount } from './tally.ts';

type ShownRow = ComparedRow<ComparedCell | Suppressed>;

interface Rounding {
  readonly base: 3 | 5;
  /** Of persons, for mean ages, which are told to the year. */
  readonly threshold: number;
  /** The parts are frequency groups: so many actualisations are of so many persons, within the limits of the group. */
  readonly areGroups: boolean;
}

/** @returns null for a row that would only tell that there are some whose number rounds to none */
export function roundedRow(row: ComparedRow, { base, threshold, areGroups }: Rounding): ShownRow | null {
  const rounded = (count: ComparedCount) => roundedCount(count, base);
  const areEnough = (persons: number) => areSurely(threshold, persons, base);
  const tells = (basis: readonly ComparedCount[]) => areGroups && basis.some(({ of }) => isOfRows(of));
  const cells = Object.fromEntries(
    Object.entries(row.cells).map(([key, cell]) => [
      key,
      key !== TOGETHER.key && tells(cell.basis) ? SUPPRESSED : roundedCell(row, cell, rounded, areEnough),
    ]),
  );
  if (isThereForSome(row) && Object.values(cells).every(isNone)) return null;
  const differences = row.differences.flatMap((one) => {
    const value = one.basis && tells(one.basis) ? null : roundedDifference(one, cells, rounded);
    return value === null ? [] : [{ ...one, value, lower: null, upper: null, standardised: null }];
  });
  return { ...row, cells, differences, test: null };
}

function isOfRows(of: ComparedCount['of']): boolean {
  return of === 'actualisations' || of === 'reports';
}

/** What is missing, and what is left of rare values, have a row only where there are any. */
function isThereForSome({ kind, key }: ComparedRow): boolean {
  return kind === 'missing' || key === 'referrer-other' || key.endsWith('=other');
}

function isNone(cell: ComparedCell | Suppressed): boolean {
  return isSuppressed(cell) || cell.n === 0;
}

type Rounded = (count: ComparedCount) => number;

function roundedCell(
  row: ComparedRow,
  { value, of, kind, basis, denominator }: ComparedCell,
  rounded: Rounded,
  areEnough: (persons: number) => boolean,
): ComparedCell | Suppressed {
  const [part, whole] = basis;
  if (!part) return SUPPRESSED;
  const own = { of, kind, basis };
  if (kind === 'count') return { value: rounded(part), ...own };
  if (kind === 'percent') {
    const [numerator, base] = [rounded(part), rounded(whole!)];
    return { value: quotient(100 * numerator, base), numerator, denominator: base, n: numerator, ...own };
  }
  if (kind === 'rate') {
    const n = rounded(part);
    if (denominator === undefined) return { value: null, n, ...own };
    return { value: quotient(10_000 * n, denominator), numerator: n, denominator, n, ...own };
  }
  if (kind !== 'mean') return SUPPRESSED;
  if (part.of === 'actualisations') {
    const [numerator, base] = [rounded(part), rounded(whole!)];
    return { value: quotient(numerator, base), numerator, denominator: base, n: base, ...own };
  }
  if (row.key !== 'mean-age' || !areEnough(part.persons)) return SUPPRESSED;
  return { value: value === null ? null : Math.round(value), n: rounded(whole!), ...own };
}

function quotient(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** Null where there is none. */
function roundedDifference(
  { kind, times, basis, part, against }: Difference,
  cells: ShownRow['cells'],
  rounded: Rounded,
): number | null {
  if (kind === 'means') return differenceOfShown(cells[part], cells[against]);
  if (basis === null) return null;
  if (kind === 'ratio') {
    // Of the rounded counts alone: in the last decimals of a ratio that was made of the others these could be found.
    const [one, other] = basis.map(rounded) as [number, number];
    return times === undefined || other === 0 ? null : (times * one) / other;
  }
  const [a, b, c, d] = basis.map(rounded) as [number, number, number, number];
  return b === 0 || d === 0 ? null : 100 * (a / b - c / d);
}

function differenceOfShown(
  one: ComparedCell | Suppressed | undefined,
  other: ComparedCell | Suppressed | undefined,
): number | null {
  if (!one || !other || isSuppressed(one) || isSuppressed(other)) return null;
  return one.value === null || other.value === null ? null : one.value - other.value;
}
