/**
 * Percentages against their counts. A print seldom says what its percentages rest on, so each column is tried on what
 * it may rest on (a base column, n, the total, the sum of the rows, another column), and what fits most is taken.
 * Only then is a percent that does not fit a contradiction.
 */
import { amountOf, constantSide, ratio, same, sideOf, whole, type Equation, type Side } from './equation.ts';
import type { Figure, Reading } from './figure.ts';
import { around, over, point, scaled, wholeNumbersIn, type Interval } from './interval.ts';
import {
  countSeries,
  isComplete,
  partIndices,
  partsOf,
  type Block,
  type PrintedTable,
  type Series,
} from './printed-table.ts';
import { COMPLEMENTS, conceptOf, fold, nounsOf, shareNoun } from './words.ts';

export interface PercentRules {
  readonly equations: readonly Equation[];
  /** What the table's percentages rest on when that is one number for all of it: its n, or what the percentages give. */
  readonly base: Side | null;
  /** Percent series that are shares of their own total, so that theirs is 100. */
  readonly shares: ReadonlySet<Series>;
  /** Percent series whose base was found. */
  readonly explained: ReadonlySet<Series>;
}

type BaseName =
  | 'column'
  | 'number'
  | 'said'
  | 'n'
  | 'total'
  | 'sum'
  | 'section'
  | 'complement'
  | 'beside'
  | 'row'
  | 'series';

interface Candidate {
  readonly count: Series;
  readonly base: BaseName;
  /** One equation a label; `null` where there is nothing to say of it (0 of anything is 0 %). */
  readonly equations: readonly (Equation | null)[];
  readonly total: Equation | null;
}

const AS_PRINTED: Reading = (figure) => figure.value;

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

// --- What a column of percentages rests on --------------------------------------------------------------------------

interface Choice {
  readonly taken: readonly Candidate[];
  /** Labels that nothing explains. */
  readonly left: readonly number[];
  readonly count: Series | null;
}

function choose(table: PrintedTable, block: Block, percent: Series): Choice {
  let left = block.labels.flatMap((label, i) => (label.role !== 'total' && percent.cells[i] ? [i] : []));
  const said = candidatesSaid(table, block, percent);
  const unresolved = said === 'unresolved';
  const all = unresolved ? [] : said.length > 0 ? said : candidatesTried(table, block, percent);
  const [main, ...more] = cover(all, left, block, percent);
  const taken = main ? [main, ...more.map((one) => ({ ...one, total: null }))] : [];
  left = left.filter((i) => !taken.some((one) => one.equations[i]));
  const count = main?.count ?? closestByName(percent, countSeries(block), block);
  return { taken, left, count };
}

/**
 * The base that explains most, for the labels that it explains; then others that explain what is left without
 * exception; what nothing explains is held against the first.
 */
function cover(
  all: readonly Candidate[],
  labels: readonly number[],
  block: Block,
  percent: Series,
): readonly Candidate[] {
  const ranked = (left: readonly number[]) =>
    all
      .map((candidate) => onlyOn(candidate, left))
      .filter((candidate) => coveredBy(candidate) > 0)
      .sort((a, b) => preference(a, block, percent) - preference(b, block, percent));
  const main = ranked(labels).find((candidate) => isAcceptable(candidate, block, percent));
  if (!main) return [];
  const taken: Candidate[] = [];
  let left = labels.filter((i) => main.equations[i] && !main.equations[i].holds(AS_PRINTED));
  const beyond = labels.filter((i) => !main.equations[i]);
  for (;;) {
    const other = ranked([...left, ...beyond.filter((i) => !taken.some((one) => one.equations[i]))]).find(
      (candidate) => coveredBy(candidate) >= 2 && explainsAll(candidate, block, percent),
    );
    if (!other) break;
    taken.push(other);
    left = left.filter((i) => !other.equations[i]);
  }
  const kept = labels.filter((i) => left.includes(i) || main.equations[i]?.holds(AS_PRINTED));
  return [{ ...onlyOn(main, kept), total: main.total }, ...taken];
}

function explainsAll(candidate: Candidate, block: Block, percent: Series): boolean {
  return hitsOf(candidate) === coveredBy(candidate) && isAcceptable(candidate, block, percent);
}

/** Candidates that the print itself names: a base column, a number in the header, a word such as `anmälningar`. */
function candidatesSaid(
  table: PrintedTable,
  block: Block,
  percent: Series,
): readonly Candidate[] | 'unresolved' {
  const counts = countSeries(block);
  const column = block.series.find((series) => series.kind === 'base');
  if (column)
    return counts.map((count) => candidate(block, percent, count, 'column', (i) => cellOf(column, i), null));
  if (percent.baseFigure) {
    const side = sideOf([percent.baseFigure]);
    return counts.map((count) => candidate(block, percent, count, 'number', () => side, side));
  }
  const concept = percent.base === null ? null : conceptOf(percent.base);
  if (concept === null) return [];
  const own = counts.filter((count) => conceptOf(count.name) === concept);
  const others = counts.filter((count) => conceptOf(count.name) !== concept);
  const sides = figuresNamed(table, concept).map((figure) => sideOf([figure]));
  if (concept === 'persons' && block.n) sides.push(sideOf([block.n]));
  const found = [
    ...own.flatMap((count) => ofItsOwn(block, percent, count)),
    ...own.flatMap((base) =>
      others.map((count) =>
        candidate(block, percent, count, 'said', (i) => cellOf(base, i), sideOf(base.totals.slice(0, 1))),
      ),
    ),
    ...others.flatMap((count) =>
      sides.map((side) => candidate(block, percent, count, 'said', () => side, side)),
    ),
  ];
  return found.length > 0 ? found : 'unresolved';
}

/** A single figure of the table that counts what the base is said to be: `reports: [2489, 72]`. */
function figuresNamed(table: PrintedTable, concept: string): readonly Figure[] {
  const scalars = table.scalars.filter(
    (one) => one.figure.kind === 'count' && conceptOf(one.name) === concept,
  );
  const cells = table.blocks.flatMap((block) =>
    countSeries(block).flatMap((series) =>
      block.labels.flatMap((label, i) => (conceptOf(label.text) === concept ? (series.cells[i] ?? []) : [])),
    ),
  );
  return [...scalars.map((one) => one.figure), ...cells];
}

function candidatesTried(table: PrintedTable, block: Block, percent: Series): readonly Candidate[] {
  const counts = countSeries(block);
  const parts = counts.filter((series) => series.role === 'part');
  const beside = table.scalars.filter((one) => one.figure.kind === 'count' && one.figure.value > 0);
  return counts.flatMap((count) => [
    ...(block.n ? [candidate(block, percent, count, 'n', () => sideOf([block.n!]), sideOf([block.n]))] : []),
    ...ofItsOwn(block, percent, count),
    ...inSections(block, percent, count),
    complementCandidate(block, percent, count),
    ...beside.map(({ figure }) => candidate(block, percent, count, 'beside', () => sideOf([figure]), null)),
    ...partsOf(block, count)
      .filter((figure) => figure.value > 0)
      .map((figure) =>
        candidate(
          block,
          percent,
          count,
          'beside',
          (i) => (count.cells[i] === figure ? null : sideOf([figure])),
          null,
        ),
      ),
    ...(parts.length >= 2 && parts.includes(count) ? [rowCandidate(block, percent, count, parts)] : []),
    ...counts
      .filter((other) => other !== count)
      .map((other) =>
        candidate(block, percent, count, 'series', (i) => cellOf(other, i), sideOf(other.totals.slice(0, 1))),
      ),
  ]);
}

/** Shares of the count's own total, as printed, as summed, or as summed without what is missing. */
function ofItsOwn(block: Block, percent: Series, count: Series): readonly Candidate[] {
  const totals = count.totals.map((total) => {
    const side = sideOf([total]);
    return candidate(block, percent, count, 'total', () => side, side);
  });
  const parts = partsOf(block, count);
  if (parts.length < 2 || !isComplete(block, count)) return totals;
  const sum = sideOf(parts);
  const known = partIndices(block).filter((i) => block.labels[i]!.role === 'part');
  const ofKnown =
    known.length >= 2 && known.length < parts.length ? [sideOf(known.map((i) => count.cells[i]!))] : [];
  return [
    ...totals,
    candidate(block, percent, count, 'sum', () => sum, sum),
    ...ofKnown.map((side) => candidate(block, percent, count, 'sum', () => side, side)),
  ];
}

function inSections(block: Block, percent: Series, count: Series): readonly Candidate[] {
  if (new Set(block.labels.map((label) => label.section)).size < 2) return [];
  const side = (i: number) => {
    const section = partIndices(block).filter((j) => block.labels[j]!.section === block.labels[i]!.section);
    const figures = section.flatMap((j) => count.cells[j] ?? []);
    return figures.length >= 2 ? sideOf(figures) : null;
  };
  return [candidate(block, percent, count, 'section', side, null)];
}

function complementCandidate(block: Block, percent: Series, count: Series): Candidate {
  const side = (i: number) => {
    const pair = complementsIn(block.labels.map((label) => label.text)).find((one) => one.includes(i));
    const figures = pair?.flatMap((j) => count.cells[j] ?? []) ?? [];
    return figures.length === 2 ? sideOf(figures) : null;
  };
  return candidate(block, percent, count, 'complement', side, null);
}

/** Shares of a row: each column of a row against all of them. */
function rowCandidate(block: Block, percent: Series, count: Series, parts: readonly Series[]): Candidate {
  const side = (i: number) => {
    const figures = parts.map((series) => series.cells[i] ?? null);
    return figures.every((figure) => figure !== null) ? sideOf(figures) : null;
  };
  const totals = parts.flatMap((series) => series.totals.slice(0, 1));
  return candidate(
    block,
    percent,
    count,
    'row',
    side,
    totals.length === parts.length ? sideOf(totals) : null,
  );
}

function candidate(
  block: Block,
  percent: Series,
  count: Series,
  base: BaseName,
  sideAt: (label: number) => Side | null,
  totalSide: Side | null,
): Candidate {
  const isTwofold = (side: Side) =>
    side.figures.length === 2 && ['sum', 'section', 'complement', 'row'].includes(base);
  const equations = block.labels.map((label, i) => {
    const [shown, counted] = [percent.cells[i], count.cells[i]];
    const side = label.role === 'total' ? null : sideAt(i);
    if (!shown || !counted || !side || (shown.value === 0 && counted.value === 0)) return null;
    return ratio('percent', shown, sideOf([counted]), side, 100, isTwofold(side) ? 0.5 : 1);
  });
  return { count, base, equations, total: totalEquation(block, percent, count, totalSide) };
}

/** The total percent: of the total count; or the percentages as printed, summed, which is also done and also right. */
function totalEquation(block: Block, percent: Series, count: Series, side: Side | null): Equation | null {
  const [shown] = percent.totals;
  const [counted] = count.totals;
  if (!shown || !side || side.figures.length === 0) return null;
  const summed = partsOf(block, percent).reduce((sum, figure) => sum + figure.value, 0);
  if (Math.abs(summed - shown.value) < 1e-9) return null;
  const numerator = counted ? sideOf([counted]) : sideOf(partsOf(block, count));
  return ratio('percent', shown, numerator, side, 100);
}

function cellOf(series: Series, label: number): Side | null {
  const figure = series.cells[label];
  return figure ? sideOf([figure]) : null;
}

// --- Which candidate to believe -------------------------------------------------------------------------------------

function onlyOn(candidate: Candidate, labels: readonly number[]): Candidate {
  return { ...candidate, equations: candidate.equations.map((one, i) => (labels.includes(i) ? one : null)) };
}

function coveredBy(candidate: Candidate): number {
  return candidate.equations.filter((one) => one !== null).length;
}

function hitsOf(candidate: Candidate): number {
  return candidate.equations.filter((one) => one?.holds(AS_PRINTED)).length;
}

const ORDER: readonly BaseName[] = [
  'column',
  'number',
  'said',
  'n',
  'total',
  'sum',
  'section',
  'complement',
  'beside',
  'row',
  'series',
];

/** Bases that fit by chance sooner than the usual ones: any other figure of the table may be tried. */
const FAR_FETCHED: ReadonlySet<BaseName> = new Set(['beside', 'row', 'series']);

/** Lower is better: most hits, then a usual base, then fewest misses, then the same noun, then the nearest column. */
function preference(candidate: Candidate, block: Block, percent: Series): number {
  const hits = hitsOf(candidate);
  const distance = Math.abs(block.series.indexOf(percent) - block.series.indexOf(candidate.count));
  return inOrder([
    -hits,
    FAR_FETCHED.has(candidate.base) ? 1 : 0,
    coveredBy(candidate) - hits,
    shareNoun(percent.name, candidate.count.name) ? 0 : 1,
    ORDER.indexOf(candidate.base),
    distance,
  ]);
}

/** One number that sorts as the numbers sort one after the other; each well below a hundred. */
function inOrder(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all * 100 + Math.min(one, 99), 0);
}

function isAcceptable(candidate: Candidate, block: Block, percent: Series): boolean {
  const covered = coveredBy(candidate);
  const hits = hitsOf(candidate);
  const known = ['column', 'number', 'said'].includes(candidate.base);
  if (known) return true;
  const mostly = hits >= 1 && hits * 2 >= covered;
  switch (candidate.base) {
    case 'n':
      return mostly || (hits === 0 && ownNIsWrong(candidate, block, percent));
    case 'total':
    case 'sum':
    case 'section':
    case 'complement':
      return mostly || (isNamedAlike(candidate, percent) && addUpToHundred(candidate, percent));
    case 'row':
      return mostly || rowsAddUp(candidate, block);
    case 'column':
    case 'number':
    case 'said':
    case 'beside':
    case 'series':
      return hits >= 3 && hits * 3 >= covered * 2;
  }
}

/** Percentages that add up to 100 are shares of what they add up over, even when none of them fits. */
function addUpToHundred(candidate: Candidate, percent: Series): boolean {
  const shown = candidate.equations.flatMap((one, i) => (one ? (percent.cells[i] ?? []) : []));
  const slack = shown.reduce((sum, figure) => sum + figure.slack, 0);
  const sum = shown.reduce((total, figure) => total + figure.value, 0);
  const sets = candidate.base === 'complement' || candidate.base === 'section' ? Math.round(sum / 100) : 1;
  return shown.length >= 2 && sets >= 1 && Math.abs(sum - sets * 100) <= Math.max(slack, 1);
}

/** The percentages of each row make 100 between them. */
function rowsAddUp(candidate: Candidate, block: Block): boolean {
  const percents = block.series.filter((series) => series.kind === 'percent' && series.role === 'part');
  return candidate.equations.every((equation, i) => {
    if (!equation) return true;
    const shown = percents.flatMap((series) => series.cells[i] ?? []);
    const slack = shown.reduce((sum, figure) => sum + figure.slack, 0);
    const sum = shown.reduce((total, figure) => total + figure.value, 0);
    return shown.length >= 2 && Math.abs(sum - 100) <= slack;
  });
}

/** `Andel av kostnad` beside `Antal placeringar` is a share of something else. */
function isNamedAlike(candidate: Candidate, percent: Series): boolean {
  const said = nounsOf(percent.name);
  return (
    said.length === 0 ||
    shareNoun(percent.name, candidate.count.name) ||
    nounsOf(candidate.count.name).length === 0
  );
}

/** The table's own n, that no percent fits, while all of them fit another number: then n is wrong. */
function ownNIsWrong(candidate: Candidate, block: Block, percent: Series): boolean {
  const labels = candidate.equations.flatMap((one, i) => (one ? [i] : []));
  const bases = labels.flatMap((i) => basesFor(percent.cells[i]!, candidate.count.cells[i]!) ?? []);
  const low = Math.max(...bases.map((one) => one.low));
  const high = Math.min(...bases.map((one) => one.high));
  return isOwnN(block) && bases.length >= 3 && wholeNumbersIn({ low, high }) !== null;
}

/** Whether n is said in the very place of the block, not somewhere above it. */
function isOwnN(block: Block): boolean {
  return block.n !== null && block.n.path.split('.').slice(0, -1).join('.') === block.path;
}

function closestByName(percent: Series, counts: readonly Series[], block: Block): Series | null {
  const distance = (series: Series) => Math.abs(block.series.indexOf(series) - block.series.indexOf(percent));
  const alike = counts.filter((series) => shareNoun(series.name, percent.name));
  return [...(alike.length > 0 ? alike : counts)].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

// --- A base that only the percentages tell --------------------------------------------------------------------------

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

/** The bases that would give a percent from its count; `null` where any would (0 of anything is 0 %). */
function basesFor(percent: Figure, count: Figure): Interval | null {
  if (count.value <= 0) return null;
  return over(scaled(point(count.value), 100), {
    ...around(percent.value, percent.slack),
    low: Math.max(0, percent.value - percent.slack),
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

// --- Beside the columns -----------------------------------------------------------------------------------------------

export function complementsIn(labels: readonly string[]): readonly (readonly number[])[] {
  const folded = labels.map(fold);
  return COMPLEMENTS.flatMap(([one, other]) => {
    const first = folded.findIndex((label) => one.test(label));
    const second = folded.findIndex((label) => other.test(label));
    return first >= 0 && second >= 0 ? [[first, second]] : [];
  });
}

/** Men and women, yes and no, are everybody, when their percentages make 100. */
function complementSums(block: Block, base: Side | null): readonly Equation[] {
  const whole = block.n ? sideOf([block.n]) : base && base.figures.length > 0 ? base : null;
  if (!whole) return [];
  return [...complementLabels(block, whole), ...complementColumns(block, whole)];
}

function complementLabels(block: Block, whole: Side): readonly Equation[] {
  const [percent] = block.series.filter((series) => series.kind === 'percent');
  const [count] = countSeries(block);
  if (!percent || !count) return [];
  return complementsIn(block.labels.map((label) => label.text)).flatMap((pair) => {
    const shown = pair.flatMap((i) => percent.cells[i] ?? []);
    const counted = pair.flatMap((i) => count.cells[i] ?? []);
    return isWholePair(shown, counted, whole, isOwnN(block)) ? [same('sum', sideOf(counted), whole)] : [];
  });
}

function complementColumns(block: Block, whole: Side): readonly Equation[] {
  const of = (kind: 'count' | 'percent') => block.series.filter((series) => series.kind === kind);
  const bare = (series: Series) => nounsOf(series.name).join(' ');
  const [pair] = complementsIn(of('count').map(bare));
  const [percents] = complementsIn(of('percent').map(bare));
  if (!pair || !percents) return [];
  return partIndices(block).flatMap((i) => {
    const counted = pair.flatMap((c) => of('count')[c]!.cells[i] ?? []);
    const shown = percents.flatMap((c) => of('percent')[c]!.cells[i] ?? []);
    return isWholePair(shown, counted, whole, isOwnN(block)) ? [same('sum', sideOf(counted), whole)] : [];
  });
}

/** An n this much larger or smaller than a pair counts something else: persons, not their actualisations. */
const SAME_SIZE = 4 / 3;

function isWholePair(
  percents: readonly Figure[],
  counts: readonly Figure[],
  whole: Side,
  isOwn: boolean,
): boolean {
  if (percents.length !== 2 || counts.length !== 2) return false;
  const sum = percents[0]!.value + percents[1]!.value;
  const onIt = counts.some((count, i) =>
    ratio('percent', percents[i]!, sideOf([count]), whole, 100).holds(AS_PRINTED),
  );
  const total = counts[0]!.value + counts[1]!.value;
  const size = amountOf(whole, AS_PRINTED).low;
  const isMeant = isOwn && total <= size * SAME_SIZE && size <= total * SAME_SIZE;
  return Math.abs(sum - 100) <= percents[0]!.slack + percents[1]!.slack && (onIt || isMeant);
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
