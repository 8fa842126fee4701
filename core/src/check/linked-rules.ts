/** What linked tables must satisfy between them: the same figure twice, means and percentages of counts elsewhere. */
import { totalsOfParts } from './total-rules.ts';
import { type Equation, ratio, same, type Side, sideOf } from './equation.ts';
import { AS_PRINTED, type Figure } from './figure.ts';
import { believed, type Claim, claimKey, isNear, type Linked, namedKey } from './linked-tables.ts';
import { sumBehind } from './mean-rules.ts';
import type { PercentRules } from './percent-rules.ts';
import {
  type Block,
  conceptOfSeries,
  countSeries,
  partIndices,
  type PrintedTable,
  type Series,
} from './printed-table.ts';
import { conceptOf, isPerPerson, nounsOf } from './words.ts';

export function linkedRules(
  linked: Linked,
  rulesOf: ReadonlyMap<PrintedTable, PercentRules>,
): readonly Equation[] {
  return [
    ...sameFigures(linked),
    ...linked.tables.flatMap((table) => [
      ...meansOfPersons(linked, table),
      ...table.blocks.flatMap((block) => {
        const { shares, equations } = rulesOf.get(table)!;
        const explained = new Set(equations.flatMap((one) => one.figures));
        return [
          ...meansOfGroups(linked, block),
          ...percentOfGroups(linked, block, shares),
          ...totalsOfParts(linked, table, block, shares, explained),
        ];
      }),
    ]),
    ...sameAges(linked),
  ];
}

// --- The same figure in two places ------------------------------------------------------------------------------------

function sameFigures(linked: Linked): readonly Equation[] {
  return [...linked.claims.values()].flatMap((claims) =>
    claims.flatMap((one, i) =>
      claims
        .slice(i + 1)
        .filter((other) => other.origin !== one.origin && other.side.figures[0] !== one.side.figures[0])
        .map((other) => same(ruleOf(one, other), one.side, other.side)),
    ),
  );
}

function ruleOf(one: Claim, other: Claim): 'sum' | 'same-figure' {
  return one.side.figures.length + other.side.figures.length > 2 ? 'sum' : 'same-figure';
}

/** The mean age over all actualisations, in one table with and in another without decimals. */
function sameAges(linked: Linked): readonly Equation[] {
  const isOverall = (name: string) =>
    conceptOf(name) === 'age' &&
    nounsOf(name).every((noun) =>
      /^(age|alder|medelalder|at|vid|aktualisering(en)?|actualisation)$/.test(noun),
    );
  const figures = linked.tables.flatMap((table) => [
    ...table.scalars
      .filter((one) => one.figure.kind === 'mean' && isOverall(one.name))
      .map((one) => one.figure),
    ...table.blocks.flatMap((block) =>
      block.series.filter((one) => one.kind === 'mean' && isOverall(one.name)).flatMap((one) => one.totals),
    ),
  ]);
  return figures.flatMap((one, i) =>
    figures
      .slice(i + 1)
      .filter((other) => other.print !== one.print)
      .map((other) => same('same-figure', namedSide(one), namedSide(other))),
  );
}

function namedSide(figure: Figure): Side {
  return sideOf([figure], { sv: figure.print, en: figure.print });
}

// --- Means -------------------------------------------------------------------------------------------------------------

/** `perPerson` beside a count, where the persons stand in another table. */
function meansOfPersons(linked: Linked, table: PrintedTable): readonly Equation[] {
  const persons = believed(linked, 'persons');
  if (!persons || table.n) return [];
  return table.scalars.flatMap((scalar) => {
    if (scalar.figure.kind !== 'mean' || !isPerPerson(scalar.name)) return [];
    const sum = sumBehind(table, scalar);
    return sum ? [ratio('mean', scalar.figure, sum, persons, 1)] : [];
  });
}

/** Actualisations per person by group, from the counts of another table. */
function meansOfGroups(linked: Linked, block: Block): readonly Equation[] {
  return block.series
    .filter((series) => series.kind === 'mean' && COUNTED.has(conceptOfSeries(series) ?? ''))
    .flatMap((series) => {
      const concept = conceptOfSeries(series)!;
      return plausible(ofCells(linked, block, series, [concept], 'persons', 1));
    });
}

export const COUNTED: ReadonlySet<string> = new Set(['actualisations', 'investigations']);

// --- Percentages -------------------------------------------------------------------------------------------------------

/** Women, applications, investigations opened or a referrer in percent, from counts that stand elsewhere. */
function percentOfGroups(linked: Linked, block: Block, shares: ReadonlySet<Series>): readonly Equation[] {
  return block.series
    .filter((series) => series.kind === 'percent' && !shares.has(series))
    .flatMap((series) => {
      const said = series.base === null ? null : conceptOf(series.base);
      const concept = conceptOfSeries(series);
      const bases = said === null ? ['actualisations', 'persons'] : [said];
      for (const base of bases) {
        const counted = [
          ...(concept === null || concept === base ? [] : [concept]),
          namedKey(base, series.name),
        ];
        const equations = ofCells(linked, block, series, counted, base, 100);
        const kept = said === null ? mostlyHolding(equations) : equations;
        if (kept.length > 0) return kept;
      }
      return [];
    });
}

function ofCells(
  linked: Linked,
  block: Block,
  series: Series,
  counted: readonly string[],
  base: string,
  scale: 1 | 100,
): readonly Equation[] {
  const rule = scale === 1 ? 'mean' : 'percent';
  const equation = (figure: Figure, label?: string) => {
    const above = counted.map((key) => believed(linked, claimKey(key, label))).find((side) => side !== null);
    const below = believed(linked, claimKey(base, label));
    const inBlock = [...(above?.figures ?? []), ...(below?.figures ?? [])].every((one) => isIn(block, one));
    return above && below && !inBlock ? [ratio(rule, figure, above, below, scale)] : [];
  };
  const cells = partIndices(block).flatMap((i) => {
    const figure = series.cells[i];
    return figure ? equation(figure, block.labels[i]!.text) : [];
  });
  return [...cells, ...series.totals.flatMap((total) => equation(total))];
}

function isIn(block: Block, figure: Figure): boolean {
  return countSeries(block).some((series) => series.cells.includes(figure) || series.totals.includes(figure));
}

/** Half of the figures at least come near what they should be; otherwise they are of something else. */
function plausible(equations: readonly Equation[]): readonly Equation[] {
  const near = equations.filter((one) => {
    const [figure] = one.figures;
    const solved = one.solve(figure!, AS_PRINTED);
    return one.holds(AS_PRINTED) || (solved && isNear((solved.low + solved.high) / 2, figure!.value));
  });
  return near.length * 2 >= equations.length ? equations : [];
}

function mostlyHolding(equations: readonly Equation[]): readonly Equation[] {
  const hits = equations.filter((one) => one.holds(AS_PRINTED)).length;
  return hits >= 1 && hits * 2 >= equations.length ? equations : [];
}

// --- A total among its parts --------------------------------------------------------------------------------------------
