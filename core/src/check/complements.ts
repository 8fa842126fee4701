/** Labels that are everybody between them: men and women, applications and reports, yes and no. */
import { amountOf, type Equation, ratio, same, type Side, sideOf } from './equation.ts';
import { AS_PRINTED, type Figure } from './figure.ts';
import { type Block, countSeries, partIndices, type Series } from './printed-table.ts';
import { COMPLEMENTS, fold, nounsOf } from './words.ts';

/** Whether n is said in the very place of the block, not somewhere above it. */
export function isOwnN(block: Block): boolean {
  return block.n !== null && block.n.path.split('.').slice(0, -1).join('.') === block.path;
}

export function complementsIn(labels: readonly string[]): readonly (readonly number[])[] {
  const folded = labels.map(fold);
  return COMPLEMENTS.flatMap(([one, other]) => {
    const first = folded.findIndex((label) => one.test(label));
    const second = folded.findIndex((label) => other.test(label));
    return first >= 0 && second >= 0 ? [[first, second]] : [];
  });
}

/** Men and women, yes and no, are everybody, when their percentages make 100. */
export function complementSums(block: Block, base: Side | null): readonly Equation[] {
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
