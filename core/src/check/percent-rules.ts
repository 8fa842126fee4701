/** Percentages against their counts, each on the base that the table is found to use. */
import { complementSums } from './complements.ts';
import { constantSide, type Equation, ratio, type Side, sideOf, whole } from './equation.ts';
import { AS_PRINTED, type Figure } from './figure.ts';
import { wholeNumbersIn } from './interval.ts';
import { basesFor, choose, hitsOf } from './percent-bases.ts';
import { type Block, countSeries, partsOf, type PrintedTable, type Series } from './printed-table.ts';

export interface PercentRules {
  readonly equations: readonly Equation[];
  /** What the table's percentages rest on when that is one number for all of it: its n, or what the percentages give. */
  readonly base: Side | null;
  /** Percent series that are shares of their own total, so that theirs is 100. */
  readonly shares: ReadonlySet<Series>;
  /** Percent series whose base was found. */
  readonly explained: ReadonlySet<Series>;
}

export function percentRules(table: PrintedTable): PercentRules {
  const equations: Equation[] = [];
  const shares = new Set<Series>();
  const explained = new Set<Series>();
  const undecided: Undecided[] = [];
  let restsOnN = 0;
  for (const block of table.blocks) {
    for (const percent of block.series.filter((series) => series.kind === 'percent')) {
      const choice = choose(table, block, percent);
      if (choice.taken.length > 0) explained.add(percent);
      for (const candidate of choice.taken) {
        equations.push(
          ...candidate.equations.flatMap((one) => one ?? []),
          ...(candidate.total ? [candidate.total] : []),
        );
        if (['total', 'sum'].includes(candidate.base)) shares.add(percent);
        if (candidate.base === 'n') restsOnN += hitsOf(candidate);
      }
      if (choice.left.length > 0 && choice.count) {
        undecided.push({ block, percent, count: choice.count, labels: choice.left });
      }
    }
  }
  const n = table.n;
  const pooled = n && restsOnN >= 2 ? sideOf([n]) : commonBase(undecided, n);
  if (pooled) equations.push(...undecided.flatMap((one) => onBase(one, pooled)));
  equations.push(...table.blocks.flatMap((block) => complementSums(block, pooled)));
  equations.push(...table.blocks.flatMap(attainable));
  return { equations, base: pooled, shares, explained };
}

interface Undecided {
  readonly block: Block;
  readonly percent: Series;
  readonly count: Series;
  readonly labels: readonly number[];
}

function onBase({ percent, count, labels }: Undecided, base: Side): readonly Equation[] {
  return labels.flatMap((i) => {
    const [shown, counted] = [percent.cells[i], count.cells[i]];
    return shown && counted ? [ratio('percent', shown, sideOf([counted]), base, 100)] : [];
  });
}

/** The whole number that most percentages fit, when nearly all do: at least three, and all but one or a quarter. */
function commonBase(undecided: readonly Undecided[], n: Figure | null): Side | null {
  const bases = undecided.flatMap(({ percent, count, labels }) =>
    labels.flatMap((i) => {
      const [shown, counted] = [percent.cells[i], count.cells[i]];
      return shown && counted ? (basesFor(shown, counted) ?? []) : [];
    }),
  );
  if (bases.length < 4) return null;
  const fits = (value: number) => bases.filter((one) => one.low <= value && value <= one.high);
  const points = bases
    .flatMap((one) => [Math.ceil(one.low), Math.floor(one.high)])
    .filter((one) => Number.isFinite(one));
  const best = [...new Set(points)].sort((a, b) => fits(b).length - fits(a).length || a - b)[0];
  if (best === undefined) return null;
  const fitting = fits(best);
  if (fitting.length < 3 || bases.length - fitting.length > Math.max(1, bases.length / 4)) return null;
  if (n && fitting.some((one) => one.low > n.value || one.high < n.value) && undecided.length > 1)
    return null;
  const range = wholeNumbersIn({
    low: Math.max(...fitting.map((one) => one.low)),
    high: Math.min(...fitting.map((one) => one.high)),
  });
  return (
    range &&
    constantSide(range, {
      sv: 'den bas som de andra procenttalen ger',
      en: 'the base that the other percentages give',
    })
  );
}

/** Percentages without counts, of a number that is said: 30 % of 28 persons is nobody's answer. */
function attainable(block: Block): readonly Equation[] {
  if (countSeries(block).length > 0) return [];
  return block.series
    .filter((series) => series.kind === 'percent' && series.baseFigure !== null)
    .flatMap((series) => {
      const base = sideOf([series.baseFigure!]);
      const equations = partsOf(block, series).map((figure) => whole('whole-number', figure, base, 100));
      const hits = equations.filter((one) => one.holds(AS_PRINTED)).length;
      return hits * 3 >= equations.length * 2 ? equations : [];
    });
}
