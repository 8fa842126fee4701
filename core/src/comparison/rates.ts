/** How many: persons and actualisations of each part, and per 10 000 inhabitants where their number is given. */
import { rateOf, rateRatio } from '../statistics/rate.ts';
import { countCell } from '../tables/table.ts';
import type { Scope } from './compared-rows.ts';
import type { Layout } from './compared-rows-of.ts';
import type { ComparedCell, ComparedRow, Difference } from './compared-table.ts';
import type { Part } from './parts.ts';
import type { ComparedCount } from './tally.ts';

type Whole = Record<'persons' | 'actualisations', ComparedCount>;

export function rateRows(
  parts: readonly Part[],
  layout: Layout,
  whole: (scope: Scope) => Whole,
): readonly ComparedRow[] {
  const scopes = [...layout.parts, layout.together];
  const rows: ComparedRow[] = [];
  const hasPopulation = parts.some(({ population }) => population !== null);
  for (const what of ['persons', 'actualisations'] as const) {
    const count = (scope: Scope) => whole(scope)[what];
    rows.push({
      key: what,
      label: null,
      kind: 'figure',
      figure: 'count',
      digits: null,
      cells: Object.fromEntries(scopes.map((scope) => [scope.key, countCell(count(scope))])),
      differences: [],
      test: null,
    });
    if (!hasPopulation) continue;
    rows.push({
      key: `${what}-per-10000`,
      label: null,
      kind: 'figure',
      figure: 'rate',
      digits: null,
      cells: Object.fromEntries(
        scopes.map((scope) => [scope.key, rateCell(count(scope), populationOf(parts, scope))]),
      ),
      differences: layout.pairs.map(([one, other]) =>
        ratio(one, other, count, (scope) => populationOf(parts, scope)),
      ),
      test: null,
    });
  }
  return rows;
}

/**
 * Of parts together the sum of their populations, where all are known. Parts of one place in different years count the
 * same inhabitants once for each year, as a rate per year does.
 */
function populationOf(parts: readonly Part[], { kind, part }: Scope): number | null {
  if (kind === 'part') return parts[part]!.population;
  const counted = parts.filter((_, at) => kind === 'together' || at !== part);
  return counted.reduce<number | null>(
    (sum, { population }) => (sum === null || population === null ? null : sum + population),
    0,
  );
}

function rateCell(count: ComparedCount, population: number | null): ComparedCell {
  const own = { of: count.of, kind: 'rate', n: count.n, basis: [count] } as const;
  if (population === null) return { value: null, ...own };
  const { rate, lower, upper } = rateOf(count.n, population);
  return { value: rate, numerator: count.n, denominator: population, lower, upper, ...own };
}

function ratio(
  one: Scope,
  other: Scope,
  count: (scope: Scope) => ComparedCount,
  population: (scope: Scope) => number | null,
): Difference {
  const [a, b] = [population(one), population(other)];
  const found =
    a === null || b === null
      ? null
      : rateRatio({ count: count(one).n, population: a }, { count: count(other).n, population: b });
  return {
    part: one.key,
    against: other.key,
    kind: 'ratio',
    value: found?.ratio ?? null,
    lower: found?.lower ?? null,
    upper: found?.upper ?? null,
    standardised: null,
    ...(a !== null && b !== null && { times: b / a }),
    basis: [count(one), count(other)],
  };
}
