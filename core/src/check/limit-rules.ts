/** What figures can be at all: a group's actualisations, persons and their cases, shares, spans. */
import { type Equation, within } from './equation.ts';
import { type Figure, type Reading, standsFor } from './figure.ts';
import { hull, type Interval, times } from './interval.ts';
import {
  type Block,
  conceptOfSeries,
  countSeries,
  partIndices,
  partsOf,
  type PrintedTable,
  type Scalar,
  type Series,
} from './printed-table.ts';
import { areFrequencyGroups, fold, groupLimits, kindSaidBy } from './words.ts';

/** Whoever is in group 3–6 has three to six actualisations; so have they all, and so has their mean. */
export function groupLimitRules(block: Block): readonly Equation[] {
  const indices = partIndices(block);
  if (!areFrequencyGroups(indices.map((i) => block.labels[i]!.text))) return [];
  const persons = countSeries(block).find((series) => conceptOfSeries(series) === 'persons');
  const cases = countSeries(block).find((series) => conceptOfSeries(series) === 'actualisations');
  const means = block.series.filter(
    (series) => series.kind === 'mean' && conceptOfSeries(series) === 'actualisations',
  );
  // Means of counts that were rounded to a base may leave the group by a little.
  const isCoarse = countSeries(block).some((series) =>
    partsOf(block, series).some((figure) => figure.slack > 1),
  );
  return indices.flatMap((i) => {
    const limits = groupLimits(block.labels[i]!.text)!;
    const ofMean = isCoarse ? [] : means.flatMap((series) => withLimits(series.cells[i], () => limits, []));
    const count = persons?.cells[i];
    const ofCases = count
      ? withLimits(cases?.cells[i], (read) => times(limits, standsFor(count, read)), [count])
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
export function personsAtMostCases(block: Block): readonly Equation[] {
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

/** What a row rests on is not more than the table's n: answers can be missing, not added. */
export function basesAtMostN(block: Block): readonly Equation[] {
  const { n } = block;
  const column = block.series.find((series) => series.kind === 'base');
  if (!n || !column) return [];
  const why = { sv: 'en bas är inte större än n', en: 'a base is not larger than n' };
  const bounds = (read: Reading): Interval => ({ low: 0, high: read(n) });
  return partsOf(block, column).map((figure) => within('base', figure, bounds, [n], why));
}

/** No part is below 0 or above 100 percent; a total may be, where answers overlap. */
export function percentRange(figures: readonly Figure[]): readonly Equation[] {
  const why = { sv: 'en andel ligger mellan 0 och 100 %', en: 'a share lies between 0 and 100%' };
  return figures.map((figure) => within('range', figure, () => ({ low: 0, high: 100 }), [], why));
}

/** Said to be percent, or found to be. */
export function isShare(series: Series, explained: ReadonlySet<Series>): boolean {
  const isKnown = explained.has(series) || kindSaidBy(series.name) === 'percent';
  return series.kind === 'percent' && series.role !== 'total' && isKnown;
}

/** `meanAge` beside `meanAgeSpanPerYear: [39, 44]` lies in the span. */
export function spans(table: PrintedTable): readonly Equation[] {
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
