/** How soon persons come back, part by part: Kaplan–Meier at the usual days, compared by log-rank. */
import { RETURN_DAYS } from '../lathund/return.ts';
import { kaplanMeier, type FollowUp, type ShareReturned } from '../statistics/kaplan-meier.ts';
import { logRankTest } from '../statistics/log-rank-test.ts';
import type { ComparedRows, Scope } from './compared-rows.ts';
import type { Layout } from './compared-rows-of.ts';
import type { ComparedCell, ComparedRow } from './compared-table.ts';

export function returnRows(rows: ComparedRows, layout: Layout): readonly ComparedRow[] {
  const follow = new Map(
    [...layout.parts, layout.together].map((scope) => [scope.key, followUp(rows, scope)]),
  );
  const curves = new Map([...follow].map(([key, one]) => [key, kaplanMeier(one)]));
  const found = logRankTest(layout.parts.map(({ key }) => follow.get(key)!));
  return RETURN_DAYS.map((days, at): ComparedRow => ({
    key: `returned-${String(days)}`,
    label: null,
    kind: 'figure',
    figure: 'returned',
    digits: null,
    cells: Object.fromEntries([...curves].map(([key, curve]) => [key, cellOf(curve.at(days))])),
    differences: [],
    // One test of the whole curve, told beside its first row. Frequency groups are made of who has returned.
    test:
      at === 0 && found && !layout.areGroups
        ? {
            test: 'log-rank',
            statistic: found.statistic,
            degreesOfFreedom: found.degreesOfFreedom,
            p: found.p,
            adjusted: null,
            simulated: null,
            doubtful: false,
            cramersV: null,
            tooSure: false,
            overlapping: layout.overlap,
            basis: null,
          }
        : null,
  }));
}

function cellOf({ returned, lower, upper, atRisk }: ShareReturned): ComparedCell {
  const percent = (share: number | null) => (share === null ? null : 100 * share);
  const limits = lower === null || upper === null ? {} : { lower: 100 * lower, upper: 100 * upper };
  return { value: percent(returned), ...limits, of: 'persons', kind: 'returned', n: atRisk, basis: [] };
}

/** From the first actualisation in the scope to the second, or to the last day that its parts are followed. */
function followUp({ parts, size, person, part, day, isIn }: ComparedRows, scope: Scope): FollowUp {
  const days: number[] = [];
  const returned: number[] = [];
  const ends = parts.map(({ end }) => end);
  let row = 0;
  while (row < size) {
    const whose = person[row]!;
    let [first, second, end] = [NaN, NaN, -Infinity];
    for (; row < size && person[row] === whose; row++) {
      if (!isIn(scope, row)) continue;
      if (Number.isNaN(first)) first = day[row]!;
      else if (Number.isNaN(second)) second = day[row]!;
      end = Math.max(end, ends[part[row]!]!);
    }
    if (Number.isNaN(first)) continue;
    const hasReturned = !Number.isNaN(second);
    returned.push(hasReturned ? 1 : 0);
    days.push((hasReturned ? second : end) - first);
  }
  return { days, returned };
}
