/**
 * A total percent or mean among those of its parts, weighted by what each part counts: as printed in a linked table, or
 * as far as the table's own counts and percentages tell.
 */
import { amongParts, amountOf, type Equation, type Side, weightedMean, within } from './equation.ts';
import { type Figure, type Reading, standsFor } from './figure.ts';
import { hull, type Interval, minus, notNegative, over, plus, point, scaled, times } from './interval.ts';
import { COUNTED } from './linked-rules.ts';
import { believed, claimKey, isAboutScope, type Linked } from './linked-tables.ts';
import {
  type Block,
  conceptOfSeries,
  countSeries,
  isComplete,
  partIndices,
  type PrintedTable,
  type Series,
} from './printed-table.ts';
import { figureText, type Sentence, sentence } from './wording.ts';
import { conceptOf, shareNoun } from './words.ts';

/** A percent or mean of all lies among those of the parts, weighted by what each part counts as far as that is known. */
export function totalsOfParts(
  linked: Linked,
  table: PrintedTable,
  block: Block,
  shares: ReadonlySet<Series>,
  explained: ReadonlySet<Figure>,
): readonly Equation[] {
  return block.series
    .filter((series) => (series.kind === 'percent' && !shares.has(series)) || series.kind === 'mean')
    .flatMap((series) => {
      const parts = partIndices(block).filter((i) => series.cells[i]);
      const figures = parts.map((i) => series.cells[i]!);
      const isShare = (total: Figure) => series.kind === 'percent' && isSumOf(total, figures);
      if (parts.length < 2 || !isComplete(block, series)) return [];
      return series.totals
        .filter((total) => !explained.has(total) && !isShare(total))
        .flatMap((total) => [
          totalOf(linked, table, block, series, parts, total),
          ...fromImpliedBases(block, series, parts, total),
        ]);
    });
}

/** Percentages that make a hundred together are shares, and their total is no mean. */
function isSumOf(total: Figure, parts: readonly Figure[]): boolean {
  const sum = parts.reduce((all, figure) => all + figure.value, 0);
  const slack = parts.reduce((all, figure) => all + figure.slack, total.slack);
  return Math.abs(sum - total.value) <= slack || Math.abs(sum - 100) <= slack;
}

function totalOf(
  linked: Linked,
  table: PrintedTable,
  block: Block,
  series: Series,
  parts: readonly number[],
  total: Figure,
): Equation {
  const isOfAll = conceptOfSeries(series) === 'actualisations';
  const weights = weightsFor(linked, table, block, series, parts).map((one) => (isOfAll ? one : less(one)));
  const figures = parts.map((i) => series.cells[i]!);
  const bounds = (read: Reading): Interval => {
    const values = figures.map((figure) => standsFor(figure, read));
    const sets = weights
      .map((one) => one(read))
      .filter((set) => set.every((one) => Number.isFinite(one.high)));
    return sets.length === 0 ? hull(values) : hull(sets.map((set) => weightedMean(values, set)));
  };
  const plain = figures.reduce((sum, figure) => sum + figure.value, 0) / figures.length;
  const isPlain = figures.length > 1 && Math.abs(plain - total.value) <= total.slack;
  return amongParts('total-of-parts', total, bounds, figures, (read, blamed) => {
    const exact = bounds(read);
    const isForgotten = isPlain && !(exact.low <= plain && plain <= exact.high);
    return reasonOfTotal(total, blamed, weights.length > 0, isForgotten, read);
  });
}

function reasonOfTotal(
  total: Figure,
  blamed: Figure | null,
  weighted: boolean,
  plain: boolean,
  read: Reading,
): Sentence {
  return sentence((language) => {
    const value = figureText(total, read(total), language);
    if (language === 'sv') {
      if (!weighted) return 'totalen ligger mellan den lägsta och den högsta delen';
      if (blamed !== total) return `annars ger delarna, vägda efter antal, inte totalen ${value}`;
      return `delarna vägda efter antal${plain ? ', inte deras enkla medelvärde' : ''}`;
    }
    if (!weighted) return 'the total lies between the lowest part and the highest';
    if (blamed !== total) return `the parts, weighted by number, do not otherwise make the total ${value}`;
    return `the parts weighted by their number${plain ? ', not their plain mean' : ''}`;
  });
}

/**
 * In one table alone: counts and their percent tell how many each group is (89 at 30 % are 292 to 302), and so what
 * the total percent, and the total mean per person, can be.
 */
function fromImpliedBases(
  block: Block,
  series: Series,
  parts: readonly number[],
  total: Figure,
): readonly Equation[] {
  const isMean = series.kind === 'mean' && conceptOfSeries(series) === 'actualisations';
  const implied = impliedWeights(block, parts, 'actualisations');
  if (!implied || !(isMean || implied.percent === series)) return [];
  const sum = (intervals: readonly Interval[]) => intervals.reduce(plus, point(0));
  const bounds = (read: Reading): Interval => {
    const groups = implied.weights(read);
    if (!isMean) return over(scaled(sum(implied.counts.map((one) => point(read(one)))), 100), sum(groups));
    const persons = groups.map((one, k) => over(one, notNegative(standsFor(series.cells[parts[k]!]!, read))));
    return over(sum(groups), sum(persons));
  };
  const others = [...implied.counts, ...parts.flatMap((i) => [series.cells[i]!, implied.percent.cells[i]!])];
  return [
    within('total-of-parts', total, bounds, others, {
      sv: 'gruppernas antal följer av antal och andel inledda i varje grupp',
      en: 'the size of each group follows from its count and percent',
    }),
  ];
}

type Weights = (read: Reading) => readonly Interval[];

/** Sex or age may be unknown for some, who are then left out: up to this share of a group. */
const UNKNOWN = 0.1;

function less(weights: Weights): Weights {
  return (read) => weights(read).map(({ low, high }) => ({ low: low * (1 - UNKNOWN), high }));
}

/** What each part counts: from the counts themselves, or from a count and its percent in the same table. */
function weightsFor(
  linked: Linked,
  table: PrintedTable,
  block: Block,
  series: Series,
  parts: readonly number[],
): readonly Weights[] {
  if (!isAboutScope(block, table)) return [];
  const bases = basesOf(series);
  const byLabel = weightsOfLabels(linked, block, parts);
  const found = bases.map((base) => weightsOfBase(linked, block, series, parts, base));
  if (byLabel) return [byLabel];
  return found[0] ? found.flatMap((one) => one ?? []) : [];
}

/** From the counts themselves where a linked table has them; else from what the table's own percentages tell. */
function weightsOfBase(
  linked: Linked,
  block: Block,
  series: Series,
  parts: readonly number[],
  base: string,
): Weights | null {
  const counted = countedWeights(linked, block, parts, base);
  if (counted) return counted;
  if (base === 'reports') return reportWeights(linked, block, parts);
  const implied = impliedWeights(block, parts, base);
  return implied && implied.percent !== series ? implied.weights : null;
}

/**
 * The bases that a total may be weighted by, the one of the definitions first: without it nothing is known. Percentages
 * that do not say their base may rest on anything.
 */
function basesOf(series: Series): readonly string[] {
  const said = series.base === null ? null : conceptOf(series.base);
  if (said !== null) return [said];
  if (series.kind === 'percent') return [];
  if (COUNTED.has(conceptOfSeries(series) ?? '')) return ['persons'];
  return ['actualisations', 'persons'];
}

function countedWeights(
  linked: Linked,
  block: Block,
  parts: readonly number[],
  base: string,
): Weights | null {
  const sides = parts.map((i) => believed(linked, claimKey(base, block.labels[i]!.text)));
  return fromSides(sides);
}

/** Parts that are themselves counted: the mean age of applications and of reports. */
function weightsOfLabels(linked: Linked, block: Block, parts: readonly number[]): Weights | null {
  const concepts = parts.map((i) => conceptOf(block.labels[i]!.text));
  return fromSides(
    concepts.map((concept) => (concept === null ? null : believed(linked, claimKey(concept)))),
  );
}

function fromSides(sides: readonly (Side | null)[]): Weights | null {
  const known = sides.flatMap((side) => side ?? []);
  return known.length === sides.length ? (read) => known.map((side) => amountOf(side, read)) : null;
}

/** Reports are the actualisations that are not applications. */
function reportWeights(linked: Linked, block: Block, parts: readonly number[]): Weights | null {
  const all =
    countedWeights(linked, block, parts, 'actualisations') ??
    impliedWeights(block, parts, 'actualisations')?.weights;
  const applications = block.series.find(
    (series) => series.kind === 'percent' && conceptOfSeries(series) === 'applications',
  );
  if (!all || !applications || !parts.every((i) => applications.cells[i])) return null;
  return (read) =>
    all(read).map((weight, k) => {
      const share = scaled(standsFor(applications.cells[parts[k]!]!, read), 1 / 100);
      return times(weight, notNegative(minus(point(1), share)));
    });
}

interface Implied {
  readonly percent: Series;
  readonly counts: readonly Figure[];
  readonly weights: Weights;
}

/** 89 investigations at 30 % of the actualisations: 292 to 302 actualisations. */
function impliedWeights(block: Block, parts: readonly number[], base: string): Implied | null {
  for (const percent of block.series) {
    if (percent.kind !== 'percent' || percent.base === null || conceptOf(percent.base) !== base) continue;
    const count = countSeries(block).find((series) => shareNoun(series.name, percent.name));
    if (!count || !parts.every((i) => count.cells[i] && percent.cells[i])) continue;
    const counts = parts.map((i) => count.cells[i]!);
    const weights: Weights = (read) =>
      parts.map((i, k) =>
        over(point(read(counts[k]!) * 100), notNegative(standsFor(percent.cells[i]!, read))),
      );
    return { percent, counts, weights };
  }
  return null;
}
