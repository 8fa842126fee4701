/** What a single table must satisfy in itself: sums, means, frequency groups and ranges. Percentages: percent-rules.ts. */
import {
  constantSide,
  overEverybody,
  ratio,
  same,
  sameDenominator,
  sideOf,
  whole,
  within,
  type Equation,
  type Side,
} from './equation.ts';
import type { Figure, Reading } from './figure.ts';
import { standsFor } from './figure.ts';
import { around, hull, minus, plus, point, times, type Interval } from './interval.ts';
import type { PercentRules } from './percent-rules.ts';
import {
  conceptOfSeries,
  countSeries,
  isComplete,
  partIndices,
  partsOf,
  type Block,
  type PrintedTable,
  type Scalar,
  type Series,
} from './printed-table.ts';
import {
  areFrequencyGroups,
  conceptOf,
  fold,
  groupLimits,
  isMoney,
  isPerPerson,
  isYear,
  kindSaidBy,
  nounsOf,
} from './words.ts';

const AS_PRINTED: Reading = (figure) => figure.value;

export function tableRules(table: PrintedTable, { base, explained }: PercentRules): readonly Equation[] {
  return [
    ...table.blocks.flatMap((block) => [
      ...sumsDown(block),
      ...sumsAcross(block),
      ...meansDown(block),
      ...meansAcross(block),
      ...meansOfCounts(block),
      ...wholeNumbersBehindMeans(block, base),
      ...groupLimitRules(block),
      ...personsAtMostCases(block),
      ...percentRange(
        block.series
          .filter((series) => isShare(series, explained))
          .flatMap((series) => partsOf(block, series)),
      ),
    ]),
    ...percentRange(table.scalars.map((one) => one.figure).filter((figure) => figure.kind === 'percent')),
    ...agesAndYearsKnown(table),
    ...spans(table),
    ...wholeNumbersBehindScalars(table, base),
    ...meansPerPerson(table),
  ];
}

// --- Sums ----------------------------------------------------------------------------------------------------------

/** Parts of a column against its total, for each column that can be summed. */
function sumsDown(block: Block): readonly Equation[] {
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
function sumsAcross(block: Block): readonly Equation[] {
  const parts = countSeries(block).filter((series) => series.role === 'part' || series.role === 'missing');
  const units = new Set(
    parts.map(conceptOfSeries).filter((concept) => concept !== null && UNITS.has(concept)),
  );
  if (parts.length < 2 || units.size > 1) return [];
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

function whenHalfHold(equations: readonly Equation[]): readonly Equation[] {
  const holding = equations.filter((one) => one.holds(AS_PRINTED)).length;
  return holding >= 1 && holding * 2 >= equations.length ? equations : [];
}

/** What is counted, as against how it is divided: persons and actualisations have no common sum. */
const UNITS: ReadonlySet<string> = new Set(['persons', 'actualisations', 'investigations']);

// --- Means -----------------------------------------------------------------------------------------------------------

/** A mean under or beside a column: the sum of its rows divided by their number. */
function meansDown(block: Block): readonly Equation[] {
  return block.series.flatMap((series) => {
    const parts = partsOf(block, series);
    if (series.means.length === 0 || parts.length < 2 || series.kind !== 'count') return [];
    const years = block.labels.filter((label) => label.role === 'part').every((label) => isYear(label.text));
    const number = constantSide(point(parts.length), years ? { sv: 'år', en: 'years' } : null);
    return series.means.map((mean) => ratio('mean', mean, sideOf(parts), number, 1));
  });
}

function meansAcross(block: Block): readonly Equation[] {
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
function meansOfCounts(block: Block): readonly Equation[] {
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
function wholeNumbersBehindMeans(block: Block, base: Side | null): readonly Equation[] {
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
function wholeNumbersBehindScalars(table: PrintedTable, base: Side | null): readonly Equation[] {
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
function meansPerPerson(table: PrintedTable): readonly Equation[] {
  const means = table.scalars.filter((scalar) => scalar.figure.kind === 'mean' && isPerPerson(scalar.name));
  const withSum = means.flatMap((scalar) => {
    const sum = sumBehind(table, scalar);
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

// --- Limits ----------------------------------------------------------------------------------------------------------

/** Whoever is in group 3–6 has three to six actualisations; so have they all, and so has their mean. */
function groupLimitRules(block: Block): readonly Equation[] {
  const indices = partIndices(block);
  if (!areFrequencyGroups(indices.map((i) => block.labels[i]!.text))) return [];
  const persons = countSeries(block).find((series) => conceptOfSeries(series) === 'persons');
  const cases = countSeries(block).find((series) => conceptOfSeries(series) === 'actualisations');
  const means = block.series.filter(
    (series) => series.kind === 'mean' && conceptOfSeries(series) === 'actualisations',
  );
  return indices.flatMap((i) => {
    const limits = groupLimits(block.labels[i]!.text)!;
    const ofMean = means.flatMap((series) => withLimits(series.cells[i], () => limits, []));
    const count = persons?.cells[i];
    const ofCases = count
      ? withLimits(cases?.cells[i], (read) => times(limits, point(read(count))), [count])
      : [];
    return [...ofMean, ...ofCases];
  });
}

function withLimits(
  figure: Figure | null | undefined,
  bounds: (read: Reading) => Interval,
  others: readonly Figure[],
): readonly Equation[] {
  if (!figure) return [];
  return [
    within('group-limits', figure, bounds, others, {
      sv: `gruppen ${figure.label} har så många aktualiseringar per person`,
      en: `group ${figure.label} has that many actualisations a person`,
    }),
  ];
}

/** Persons are never more than the decisions or actualisations that they have. */
function personsAtMostCases(block: Block): readonly Equation[] {
  const persons = countSeries(block).find((series) => conceptOfSeries(series) === 'persons');
  if (!persons || block.money) return [];
  const cases = countSeries(block).filter(
    (series) =>
      conceptOfSeries(series) === 'actualisations' ||
      (series.role === 'total' && countSeries(block).length === 2),
  );
  const why = {
    sv: 'personerna kan inte vara fler än det de har',
    en: 'persons cannot outnumber what they have',
  };
  return cases.flatMap((series) =>
    block.labels.flatMap((_, i) => {
      const [count, total] = [persons.cells[i], series.cells[i]];
      const bounds = (read: Reading) => ({ low: 0, high: read(total!) });
      return count && total ? [within('range', count, bounds, [total], why)] : [];
    }),
  );
}

/** No part is below 0 or above 100 percent; a total may be, where answers overlap. */
function percentRange(figures: readonly Figure[]): readonly Equation[] {
  const why = { sv: 'en andel ligger mellan 0 och 100 %', en: 'a share lies between 0 and 100%' };
  return figures.map((figure) => within('range', figure, () => ({ low: 0, high: 100 }), [], why));
}

/** Said to be percent, or found to be. */
function isShare(series: Series, explained: ReadonlySet<Series>): boolean {
  const isKnown = explained.has(series) || kindSaidBy(series.name) === 'percent';
  return series.kind === 'percent' && series.role !== 'total' && isKnown;
}

/** Mean age the first and the last time are as far apart as the years between, but for ages in whole years. */
function agesAndYearsKnown(table: PrintedTable): readonly Equation[] {
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

/** `meanAge` beside `meanAgeSpanPerYear: [39, 44]` lies in the span. */
function spans(table: PrintedTable): readonly Equation[] {
  const why = { sv: 'medelvärdet ligger inom spannet', en: 'the mean lies within its span' };
  const isSpan = (one: Scalar) =>
    one.figure.kind === 'other' && /(span|range|intervall)/.test(fold(one.name));
  return table.scalars
    .filter((one) => one.figure.kind === 'mean')
    .flatMap((mean) => {
      const ends = table.scalars
        .filter((one) => isSpan(one) && one.beside === mean.beside && one.name.startsWith(mean.name))
        .map((one) => one.figure);
      if (ends.length !== 2) return [];
      return [
        within('range', mean.figure, (read) => hull(ends.map((end) => standsFor(end, read))), ends, why),
      ];
    });
}
