/** Means against the sums and numbers behind them, as far as a single table tells them. */
import {
  constantSide,
  type Equation,
  overEverybody,
  ratio,
  sameDenominator,
  type Side,
  sideOf,
  whole,
  within,
} from './equation.ts';
import { AS_PRINTED, type Figure, type Reading, standsFor } from './figure.ts';
import { around, type Interval, minus, plus, point } from './interval.ts';
import {
  type Block,
  conceptOfSeries,
  countSeries,
  partsOf,
  type PrintedTable,
  type Scalar,
  type Series,
} from './printed-table.ts';
import { whenHalfHold } from './sum-rules.ts';
import { conceptOf, fold, isMoney, isPerPerson, isYear, nounsOf } from './words.ts';

/** A mean under or beside a column: the sum of its rows divided by their number. */
export function meansDown(block: Block): readonly Equation[] {
  return block.series.flatMap((series) => {
    const parts = partsOf(block, series);
    if (series.means.length === 0 || parts.length < 2 || series.kind !== 'count') return [];
    const years = block.labels.filter((label) => label.role === 'part').every((label) => isYear(label.text));
    const number = constantSide(point(parts.length), years ? { sv: 'år', en: 'years' } : null);
    return series.means.map((mean) => ratio('mean', mean, sideOf(parts), number, 1));
  });
}

export function meansAcross(block: Block): readonly Equation[] {
  const parts = countSeries(block).filter((series) => series.role === 'part');
  if (parts.length < 2) return [];
  return block.series
    .filter((series) => series.role === 'mean')
    .flatMap((mean) => {
      const equations = block.labels.flatMap((_, i) => {
        const figures = parts.map((series) => series.cells[i] ?? null);
        const shown = mean.cells[i];
        const all = figures.every((figure) => figure !== null);
        return shown && all
          ? [ratio('mean', shown, sideOf(figures), constantSide(point(parts.length)), 1)]
          : [];
      });
      return whenHalfHold(equations);
    });
}

/** A mean column that is one count column over another, row by row: actualisations per person. */
export function meansOfCounts(block: Block): readonly Equation[] {
  const counts = countSeries(block);
  return block.series
    .filter((series) => series.kind === 'mean')
    .flatMap((mean) => {
      const candidates = counts.flatMap((sum) =>
        counts
          .filter((number) => number !== sum)
          .map((number) => ({ sum, number, equations: ratios(block, mean, sum, number) })),
      );
      const hits = (equations: readonly Equation[]) =>
        equations.filter((one) => one.holds(AS_PRINTED)).length;
      const best = [...candidates].sort((a, b) => hits(b.equations) - hits(a.equations))[0];
      if (!best || best.equations.length === 0) return [];
      const named =
        conceptOf(mean.name) === conceptOfSeries(best.sum) && conceptOfSeries(best.number) === 'persons';
      const fits = hits(best.equations);
      const enough = named
        ? fits * 2 >= best.equations.length
        : fits >= 3 && fits * 3 >= best.equations.length * 2;
      return enough ? best.equations : [];
    });
}

function ratios(block: Block, mean: Series, sum: Series, number: Series): readonly Equation[] {
  const rows = [
    ...block.labels.map((_, i) => [mean.cells[i], sum.cells[i], number.cells[i]] as const),
    [mean.totals[0], sum.totals[0], number.totals[0]] as const,
  ];
  const seen = new Set<Figure>();
  return rows.flatMap(([shown, above, below]) => {
    if (!shown || !above || !below || below.value === 0 || seen.has(shown)) return [];
    seen.add(shown);
    return [ratio('mean', shown, sideOf([above]), sideOf([below]), 1)];
  });
}

/**
 * A mean of whole things times the number of persons is a whole number (Brown and Heathers' GRIM test). Where the
 * persons of the row do not fit but those of the whole table do, the mean is over everybody.
 */
export function wholeNumbersBehindMeans(block: Block, base: Side | null): readonly Equation[] {
  const counts = countSeries(block);
  const unnamed = counts.length === 1 && nounsOf(counts[0]!.name).length === 0 ? counts[0] : undefined;
  const persons = counts.find((series) => conceptOfSeries(series) === 'persons') ?? unnamed;
  if (!persons) return [];
  return block.series
    .filter((series) => series.kind === 'mean' && !isMeasured(series.name))
    .flatMap((mean) => {
      const equations = block.labels.flatMap((_, i) => {
        const [shown, count] = [mean.cells[i], persons.cells[i]];
        return shown && count && count.value > 0 ? [whole('whole-number', shown, sideOf([count]), 1)] : [];
      });
      const hits = equations.filter((one) => one.holds(AS_PRINTED)).length;
      if (equations.length === 1) return base ? overAll(equations[0]!, base) : [];
      return hits * 3 >= equations.length * 2 ? equations : [];
    });
}

/** Ages, times and money need not come in whole numbers. */
function isMeasured(name: string): boolean {
  return (
    conceptOf(name) === 'age' ||
    isMoney(name) ||
    /(year|\bar\b|manad|month|dag|day|tim|hour|week|veck)/.test(fold(name))
  );
}

/** A single row gives no pattern to trust, so it is doubted only where the mean does fit everybody. */
function overAll(equation: Equation, base: Side): readonly Equation[] {
  const [mean, count] = equation.figures;
  const isExact = base.constant.low === base.constant.high;
  const fitsAll = isExact && whole('whole-number', mean!, base, 1).holds(AS_PRINTED);
  return fitsAll && !equation.holds(AS_PRINTED) ? [overEverybody(mean!, sideOf([count!]), base)] : [];
}

/** Means beside the table that its n must give from whole numbers, when most of them show that they do. */
export function wholeNumbersBehindScalars(table: PrintedTable, base: Side | null): readonly Equation[] {
  const number = table.n ? sideOf([table.n]) : base;
  if (!number) return [];
  const size = number.constant.high + number.figures.reduce((sum, figure) => sum + figure.value, 0);
  const telling = table.scalars.filter(
    ({ name, figure }) =>
      figure.kind === 'mean' && !isPerPerson(name) && figure.decimals >= 2 && size * figure.slack * 2 < 0.5,
  );
  const equations = telling.map(({ figure }) => whole('whole-number', figure, number, 1));
  const hits = equations.filter((one) => one.holds(AS_PRINTED)).length;
  return hits >= 2 && equations.length - hits <= 1 ? equations : [];
}

/** `perPerson: 5.11` beside `actualisations: 3465`: several such means rest on the same persons. */
export function meansPerPerson(table: PrintedTable): readonly Equation[] {
  const means = table.scalars.filter((scalar) => scalar.figure.kind === 'mean' && isPerPerson(scalar.name));
  const withSum = means.flatMap((scalar) => {
    const sum = scalar.figure.value > 0 ? sumBehind(table, scalar) : null;
    return sum ? [{ scalar, sum }] : [];
  });
  if (table.n) {
    const persons = sideOf([table.n]);
    return withSum.map(({ scalar, sum }) => ratio('mean', scalar.figure, sum, persons, 1));
  }
  const [first, ...others] = withSum;
  if (!first) return [];
  return others.map((other) =>
    sameDenominator(
      { figure: first.scalar.figure, sum: first.sum },
      { figure: other.scalar.figure, sum: other.sum },
    ),
  );
}

/** What a mean per person counts: the figure of that name beside it, else what the table counts first. */
export function sumBehind(table: PrintedTable, mean: Scalar): Side | null {
  const concept = conceptOf(mean.name);
  const beside = table.scalars.filter(
    (one) => one.beside === mean.beside && one.figure.kind === 'count' && conceptOf(one.name) !== 'persons',
  );
  const named = concept === null ? beside[0] : beside.find((one) => conceptOf(one.name) === concept);
  if (named) return sideOf([named.figure]);
  if (concept !== null) return null;
  const totals = table.blocks
    .filter((block) => block.path === mean.beside)
    .flatMap((block) => countSeries(block).flatMap((series) => series.totals.slice(0, 1)));
  return totals.length === 1 ? sideOf(totals) : null;
}

/** Mean age the first and the last time are as far apart as the years between, but for ages in whole years. */
export function agesAndYearsKnown(table: PrintedTable): readonly Equation[] {
  const find = (pattern: RegExp) =>
    table.scalars.find((one) => one.figure.kind === 'mean' && pattern.test(fold(one.name)))?.figure;
  const first = find(/(age|alder).*(first|forsta)/);
  const last = find(/(age|alder).*(last|sista|senaste)/);
  const known = find(/(year|\bar\b).*(known|kand|mellan|between)/);
  if (!first || !last || !known) return [];
  const why = {
    sv: 'åren mellan medelåldern första och sista gången',
    en: 'the years between mean age first and last',
  };
  const bounds = (read: Reading): Interval =>
    plus(minus(standsFor(last, read), standsFor(first, read)), around(0, 1));
  return [within('range', known, bounds, [first, last], why)];
}
