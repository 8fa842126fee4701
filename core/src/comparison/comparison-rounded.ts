/**
 * A comparison with its counts rounded instead of hidden, for views that are filtered: every count to the nearest
 * multiple of the base, each by itself. Percentages, rates and differences are of the rounded counts. Intervals and
 * tests are left out, since the exact counts could be worked out from them; so are means of columns of one's own.
 */
import { roundToBase } from '../protection/rounding.ts';
import { isSuppressed, SUPPRESSED, type Suppressed } from '../protection/shown.ts';
import type { ComparedCell, ComparedRow, Difference } from './compared-table.ts';
import type { ComparedCount } from './tally.ts';

type ShownRow = ComparedRow<ComparedCell | Suppressed>;

/** @param threshold of persons, for mean ages, which are told to the year */
export function roundedRow(row: ComparedRow, base: 3 | 5, threshold: number): ShownRow {
  const rounded = ({ n, persons }: ComparedCount) => {
    // Many actualisations of one or two persons: nobody, as where persons are counted.
    return roundToBase(persons, base) === 0 ? 0 : roundToBase(n, base);
  };
  const cells = Object.fromEntries(
    Object.entries(row.cells).map(([key, cell]) => [key, roundedCell(row, cell, rounded, threshold)]),
  );
  const differences = row.differences.flatMap((one) => {
    const value = roundedDifference(one, cells, rounded);
    return value === null ? [] : [{ ...one, value, lower: null, upper: null, standardised: null }];
  });
  return { ...row, cells, differences, test: null };
}

type Rounded = (count: ComparedCount) => number;

function roundedCell(
  row: ComparedRow,
  { value, of, kind, basis, denominator }: ComparedCell,
  rounded: Rounded,
  threshold: number,
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
  if (row.key !== 'mean-age' || part.persons < threshold) return SUPPRESSED;
  return { value: value === null ? null : Math.round(value), n: rounded(whole!), ...own };
}

function quotient(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** Null where there is none. */
function roundedDifference(
  { kind, value, basis, part, against }: Difference,
  cells: ShownRow['cells'],
  rounded: Rounded,
): number | null {
  if (kind === 'means') return differenceOfShown(cells[part], cells[against]);
  if (basis === null || value === null) return null;
  if (kind === 'ratio') {
    const [one, other] = basis as [ComparedCount, ComparedCount];
    if (one.n === 0) return 0;
    return rounded(other) === 0 ? null : (value * (rounded(one) / one.n)) / (rounded(other) / other.n);
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
