/** Parts against their totals, down a column and across a row. */
import { type Equation, ratio, same, sideOf, within } from './equation.ts';
import { AS_PRINTED, type Figure, type Reading, standsFor } from './figure.ts';
import type { Interval } from './interval.ts';
import {
  areOfOneUnit,
  type Block,
  conceptOfSeries,
  countSeries,
  isComplete,
  partIndices,
  partsOf,
  type Series,
} from './printed-table.ts';
import { conceptOf, isYear } from './words.ts';

/** Parts of a column against its total, for each column that can be summed. */
export function sumsDown(block: Block): readonly Equation[] {
  const columns = countSeries(block).filter(
    (series) => series.totals.length > 0 && partsOf(block, series).length >= 2,
  );
  const equations = columns.flatMap((series) => [...sumDown(block, series), ...subtotals(block, series)]);
  const failing = equations.filter((one) => !one.holds(AS_PRINTED));
  const isNoSum = failing.length >= 2 && failing.length === equations.length && columns.length >= 2;
  return isNoSum ? [] : equations;
}

function sumDown(block: Block, series: Series): readonly Equation[] {
  const parts = partsOf(block, series);
  return series.totals.flatMap((total) => {
    if (!isComplete(block, series)) return [atLeastTheParts(total, parts)];
    if (isUniquePersons(block, series, total)) return [between(total, parts)];
    if (answersOverlapOrAreLeftOut(block, series, total)) return [];
    const blocks = blocksOfSum(block, series, total);
    return blocks.map((figures) => same('sum', sideOf([total]), sideOf(figures)));
  });
}

/**
 * The runs of rows that each make up the total. Usually all rows; where a table has several divisions of the same
 * persons (sex, then age), each section, or each run that reaches the total.
 */
function blocksOfSum(block: Block, series: Series, total: Figure): readonly (readonly Figure[])[] {
  const indices = partIndices(block);
  const all = indices.flatMap((i) => series.cells[i] ?? []);
  const holds = (figures: readonly Figure[]) =>
    same('sum', sideOf([total]), sideOf(figures)).holds(AS_PRINTED);
  if (holds(all)) return [all];
  const known = indices
    .filter((i) => block.labels[i]!.role !== 'missing')
    .flatMap((i) => series.cells[i] ?? []);
  if (known.length >= 2 && holds(known)) return [known];
  const sections = [...new Set(indices.map((i) => block.labels[i]!.section))].map((section) =>
    indices.filter((i) => block.labels[i]!.section === section).flatMap((i) => series.cells[i] ?? []),
  );
  if (sections.length > 1 && sections.some(holds)) return sections.filter((figures) => figures.length >= 2);
  return runsReaching(all, total) ?? [all];
}

/** Rows cut into consecutive runs of two or more that each sum to the total; `null` where they cannot be. */
function runsReaching(figures: readonly Figure[], total: Figure): readonly (readonly Figure[])[] | null {
  const runs: Figure[][] = [];
  let run: Figure[] = [];
  let sum = 0;
  for (const figure of figures) {
    run.push(figure);
    sum += figure.value;
    if (sum > total.value) return null;
    if (sum === total.value && run.length >= 2) {
      runs.push(run);
      run = [];
      sum = 0;
    }
  }
  return run.length === 0 && runs.length >= 2 ? runs : null;
}

function subtotals(block: Block, series: Series): readonly Equation[] {
  return series.subtotals.flatMap(({ from, to, figure }) => {
    const parts = partIndices(block)
      .filter((i) => i >= from && i < to)
      .flatMap((i) => series.cells[i] ?? []);
    return parts.length >= 2 ? [same('sum', sideOf([figure]), sideOf(parts))] : [];
  });
}

/** The same person comes back another year, so persons per year need not sum to the persons of the period. */
function isUniquePersons(block: Block, series: Series, total: Figure): boolean {
  const persons = conceptOfSeries(series) === 'persons' || conceptOf(total.label) === 'persons';
  const overlapping = block.labels.every((label) => label.role !== 'part' || isYear(label.text));
  const sum = partsOf(block, series).reduce((all, figure) => all + figure.value, 0);
  return persons && sum > total.value && (overlapping || conceptOf(total.label) === 'persons');
}

/**
 * Percentages that rest on the total and together leave 100 far behind, or short, say that answers overlap or that not
 * every category is listed; then the counts are not a division of the total.
 */
function answersOverlapOrAreLeftOut(block: Block, series: Series, total: Figure): boolean {
  const parts = partIndices(block).filter((i) => series.cells[i]);
  const sum = parts.reduce((all, i) => all + series.cells[i]!.value, 0);
  return block.series.some((percent) => {
    if (percent.kind !== 'percent') return false;
    const shown = parts.flatMap((i) => percent.cells[i] ?? []);
    if (shown.length !== parts.length || shown.length < 2) return false;
    const fits = parts.every((i) =>
      ratio('percent', percent.cells[i]!, sideOf([series.cells[i]!]), sideOf([total]), 100).holds(AS_PRINTED),
    );
    const away = shown.reduce((all, figure) => all + figure.value, 0) - 100;
    const rounding = shown.reduce((all, figure) => all + figure.slack, 0);
    return fits && Math.abs(away) > rounding && away > 0 === sum > total.value;
  });
}

function atLeastTheParts(total: Figure, parts: readonly Figure[]): Equation {
  const bounds = (read: Reading): Interval => ({
    low: parts.reduce((sum, figure) => sum + standsFor(figure, read).low, 0),
    high: Infinity,
  });
  return within('sum', total, bounds, parts, {
    sv: 'de rader som visas är tillsammans fler',
    en: 'the rows shown make more together',
  });
}

function between(total: Figure, parts: readonly Figure[]): Equation {
  const bounds = (read: Reading): Interval => ({
    low: Math.max(...parts.map((figure) => read(figure))),
    high: parts.reduce((sum, figure) => sum + read(figure), 0),
  });
  return within('sum', total, bounds, parts, {
    sv: 'unika personer kan inte vara färre än i den största delen eller fler än delarna tillsammans',
    en: 'unique persons cannot be fewer than in the largest part or more than the parts together',
  });
}

/** Columns that divide a row against their total: HVB + SiS + FHV = total, year by year. */
export function sumsAcross(block: Block): readonly Equation[] {
  const parts = countSeries(block).filter((series) => series.role === 'part' || series.role === 'missing');
  if (parts.length < 2 || !areOfOneUnit(parts)) return [];
  return countSeries(block)
    .filter((series) => series.role === 'total')
    .flatMap((total) => {
      const columns = [...block.labels.map((_, i) => ({ of: (series: Series) => series.cells[i] ?? null }))];
      columns.push({ of: (series: Series) => series.totals[0] ?? null });
      const equations = columns.flatMap(({ of }) => {
        const figures = parts.map(of);
        const sum = of(total);
        return sum && figures.every((figure) => figure !== null)
          ? [same('sum', sideOf([sum]), sideOf(figures))]
          : [];
      });
      return equations.length <= 2 ? equations : whenHalfHold(equations);
    });
}

export function whenHalfHold(equations: readonly Equation[]): readonly Equation[] {
  const holding = equations.filter((one) => one.holds(AS_PRINTED)).length;
  return holding >= 1 && holding * 2 >= equations.length ? equations : [];
}

/** A total of all rows and columns. */
export function grandSums(block: Block): readonly Equation[] {
  const parts = countSeries(block).filter((series) => series.role === 'part' || series.role === 'missing');
  const figures = parts.flatMap((series) => partsOf(block, series));
  const isWhole = parts.every((series) => isComplete(block, series));
  return isWhole ? block.grandTotals.map((total) => same('sum', sideOf([total]), sideOf(figures))) : [];
}
