/** What a single table must satisfy in itself: sums, means, frequency groups and ranges. Percentages: percent-rules.ts. */
import { grandSums, sumsAcross, sumsDown } from './sum-rules.ts';
import {
  agesAndYearsKnown,
  meansAcross,
  meansDown,
  meansOfCounts,
  meansPerPerson,
  wholeNumbersBehindMeans,
  wholeNumbersBehindScalars,
} from './mean-rules.ts';
import {
  basesAtMostN,
  groupLimitRules,
  isShare,
  percentRange,
  personsAtMostCases,
  spans,
} from './limit-rules.ts';
import type { Equation } from './equation.ts';
import type { PercentRules } from './percent-rules.ts';
import { partsOf, type PrintedTable } from './printed-table.ts';

export function tableRules(table: PrintedTable, { base, explained }: PercentRules): readonly Equation[] {
  return [
    ...table.blocks.flatMap((block) => [
      ...sumsDown(block),
      ...sumsAcross(block),
      ...grandSums(block),
      ...meansDown(block),
      ...meansAcross(block),
      ...meansOfCounts(block),
      ...wholeNumbersBehindMeans(block, base),
      ...groupLimitRules(block),
      ...personsAtMostCases(block),
      ...basesAtMostN(block),
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
