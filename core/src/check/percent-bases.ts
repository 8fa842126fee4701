/**
 * What a column of percentages rests on. A print seldom says it, so each column is tried on what it may rest on: a base
 * column, n, the total, the sum of the rows, another figure. What fits most is taken; only then is a percent that does
 * not fit a contradiction.
 */
import { complementsIn, isOwnN } from './complements.ts';
import { type Equation, ratio, type Side, sideOf } from './equation.ts';
import { AS_PRINTED, type Figure } from './figure.ts';
import { around, type Interval, over, point, scaled, wholeNumbersIn } from './interval.ts';
import {
  type Block,
  countSeries,
  isComplete,
  partIndices,
  partsOf,
  type PrintedTable,
  type Series,
} from './printed-table.ts';
import { conceptOf, nounsOf, shareNoun } from './words.ts';

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

interface Choice {
  readonly taken: readonly Candidate[];
  /** Labels that nothing explains. */
  readonly left: readonly number[];
  readonly count: Series | null;
}

export function choose(table: PrintedTable, block: Block, percent: Series): Choice {
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

function onlyOn(candidate: Candidate, labels: readonly number[]): Candidate {
  return { ...candidate, equations: candidate.equations.map((one, i) => (labels.includes(i) ? one : null)) };
}

function coveredBy(candidate: Candidate): number {
  return candidate.equations.filter((one) => one !== null).length;
}

export function hitsOf(candidate: Candidate): number {
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

function closestByName(percent: Series, counts: readonly Series[], block: Block): Series | null {
  const distance = (series: Series) => Math.abs(block.series.indexOf(series) - block.series.indexOf(percent));
  const alike = counts.filter((series) => shareNoun(series.name, percent.name));
  return [...(alike.length > 0 ? alike : counts)].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The bases that would give a percent from its count; `null` where any would (0 of anything is 0 %). */
export function basesFor(percent: Figure, count: Figure): Interval | null {
  if (count.value <= 0) return null;
  return over(scaled(point(count.value), 100), {
    ...around(percent.value, percent.slack),
    low: Math.max(0, percent.value - percent.slack),
  });
}
