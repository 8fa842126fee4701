/**
 * Contradictions that are not an equation between figures: a base that is not told, a total mean that forgets how many
 * each mean rests on, an amount without its count, sexes that add up to none of the totals.
 */
import { told, type Contradiction } from './contradiction.ts';
import { printedAs, type Figure } from './figure.ts';
import { hull, point, type Interval } from './interval.ts';
import { believed, isAboutScope, isNear, nameOfTable, valueOf, type Linked } from './linked-tables.ts';
import { complementsIn } from './complements.ts';
import {
  conceptOfSeries,
  countSeries,
  isComplete,
  partIndices,
  partsOf,
  type Block,
  type PrintedTable,
  type Series,
} from './printed-table.ts';
import { conceptOf, fold, isYear } from './words.ts';
import { figureText, numberText, sentence, type Sentence } from './wording.ts';

/** A contradiction and the figure that orders it among the others. */
export interface Told {
  readonly figure: Figure;
  readonly contradiction: Contradiction;
}

export function otherContradictions(
  tables: readonly PrintedTable[],
  linked: readonly Linked[],
  blamed: ReadonlySet<Figure>,
): readonly Told[] {
  return [
    ...tables.flatMap((table) => table.blocks.flatMap(basesNotTold)),
    ...plainMeans(tables, linked, blamed),
    ...amountsAgainstCounts(tables),
    ...sexesOfNothing(tables, linked, blamed),
  ].filter((one) => !blamed.has(one.figure));
}

// --- Bases ---------------------------------------------------------------------------------------------------------

/** Rows whose percent fits another base than the rest of the table, where the base was worked out and not printed. */
function basesNotTold(block: Block): readonly Told[] {
  const column = block.series.find((series) => series.kind === 'base');
  const percent = block.series.find((series) => series.kind === 'percent');
  const [count] = countSeries(block);
  if (!column || !percent || !count || isPlainBase(column.name)) return [];
  const usual = mostCommon(partsOf(block, column).map((figure) => figure.value));
  if (usual === null) return [];
  return partIndices(block).flatMap((i) => {
    const [base, shown, counted] = [column.cells[i], percent.cells[i], count.cells[i]];
    if (!base || !shown || !counted || base.value === usual) return [];
    const expected = printedAs((100 * counted.value) / usual, shown);
    if (expected === shown.value) return [];
    return [
      {
        figure: shown,
        contradiction: told(shown, point(expected), 'base', [
          baseSentence(shown, counted, base.value, usual),
        ]),
      },
    ];
  });
}

function baseSentence(shown: Figure, counted: Figure, base: number, usual: number): Sentence {
  const missing = usual - base;
  return sentence((language) => {
    const value = figureText(shown, shown.value, language);
    const [n, of, all] = [counted.value, base, usual].map((one) => numberText(one, 0, language));
    if (language === 'sv') {
      const answers = missing > 0 ? `: ${String(missing)} saknade svar som inte nämns` : '';
      return `${n} av ${all}, som i tabellens andra rader; ${value} är ${n} av ${of}${answers}`;
    }
    const answers =
      missing > 0 ? `: ${String(missing)} missing answer${missing > 1 ? 's' : ''} not mentioned` : '';
    return `${n} of ${all}, as in the table's other rows; ${value} is ${n} of ${of}${answers}`;
  });
}

/** A column that was printed as the base tells what the rows rest on; one worked out afterwards was never told. */
function isPlainBase(header: string): boolean {
  return fold(header).split(' ').length <= 2;
}

function mostCommon(values: readonly number[]): number | null {
  const times = (value: number) => values.filter((one) => one === value).length;
  return values.find((value) => times(value) * 2 > values.length) ?? null;
}

// --- Means -------------------------------------------------------------------------------------------------------------

/**
 * A total mean that is exactly the plain mean of its parts, where the parts are known not to be equally many, or where
 * the same happens in several rows and so is no chance.
 */
function plainMeans(
  tables: readonly PrintedTable[],
  linked: readonly Linked[],
  blamed: ReadonlySet<Figure>,
): readonly Told[] {
  return tables.flatMap((table) => {
    const plain = table.blocks.flatMap((block) =>
      block.series
        .filter((series) => series.kind === 'mean')
        .flatMap((series) =>
          isPlainMean(block, series) ? [{ block, series, total: series.totals[0]! }] : [],
        ),
    );
    const open = plain.filter(({ total }) => !blamed.has(total));
    return open.flatMap(({ block, series, total }) => {
      const weighted = isAboutScope(block, table)
        ? weightedTotal(block, series, total, table.scope, linked)
        : null;
      if (weighted) return weighted.expected === total.value ? [] : [weighted.told];
      return plain.length >= 2 ? [plainByPattern(block, series, total)] : [];
    });
  });
}

function isPlainMean(block: Block, series: Series): boolean {
  const [total] = series.totals;
  const parts = partsOf(block, series);
  if (!total || parts.length < 2 || !isComplete(block, series) || total.decimals < 2) return false;
  const spread = hull(parts.map((figure) => point(figure.value)));
  const plain = parts.reduce((sum, figure) => sum + figure.value, 0) / parts.length;
  return spread.high - spread.low > 20 * total.slack && Math.abs(plain - total.value) <= total.slack * 1.001;
}

function weightedTotal(
  block: Block,
  series: Series,
  total: Figure,
  scope: string,
  linked: readonly Linked[],
): { readonly expected: number; readonly told: Told } | null {
  const indices = partIndices(block);
  for (const group of linked.filter((one) => one.tables[0]!.scope === scope)) {
    const sides = indices.map((i) => {
      const concept = conceptOf(block.labels[i]!.text);
      return concept === null ? null : believed(group, concept);
    });
    const counts = sides.flatMap((side) => (side?.figures.length === 1 ? side.figures : []));
    if (counts.length !== indices.length) continue;
    const number = counts.reduce((sum, figure) => sum + figure.value, 0);
    const sum = indices.reduce((all, i, k) => all + series.cells[i]!.value * counts[k]!.value, 0);
    const expected = printedAs(sum / number, total);
    const because = sentence((language) => {
      const terms = counts.map((figure, k) => {
        const mean = figureText(total, series.cells[indices[k]!]!.value, language);
        return `${numberText(figure.value, 0, language)} × ${mean}`;
      });
      const where = counts[0]!.print;
      return language === 'sv'
        ? `delarnas enkla medelvärde; vägt efter antal (${where}) blir det (${terms.join(' + ')}) / ${numberText(number, 0, language)}`
        : `the plain mean of the parts; weighted by number (${where}) it is (${terms.join(' + ')}) / ${numberText(number, 0, language)}`;
    });
    return {
      expected,
      told: { figure: total, contradiction: told(total, point(expected), 'plain-mean', [because]) },
    };
  }
  return null;
}

function plainByPattern(block: Block, series: Series, total: Figure): Told {
  const range: Interval = hull(partsOf(block, series).map((figure) => point(figure.value)));
  const because = {
    sv: 'delarnas enkla medelvärde, som bara är rätt om delarna är lika många; väg efter antal',
    en: 'the plain mean of the parts, right only if the parts are equally many; weight by number',
  };
  return { figure: total, contradiction: told(total, range, 'plain-mean', [because]) };
}

// --- Counts and amounts ------------------------------------------------------------------------------------------------

/** Placements that cost nothing, and costs without a placement, in two tables with the same rows and years. */
function amountsAgainstCounts(tables: readonly PrintedTable[]): readonly Told[] {
  const blocks = tables.flatMap((table) => table.blocks.map((block) => ({ table, block })));
  return blocks
    .filter(({ block }) => block.money)
    .flatMap((amounts) =>
      blocks
        .filter((counts) => !counts.block.money && counts.table.scope === amounts.table.scope)
        .flatMap((counts) => amountsAgainst(amounts.block, counts.block)),
    );
}

function amountsAgainst(amounts: Block, counts: Block): readonly Told[] {
  const years = amounts.labels.map((label) => label.text);
  if (years.length < 3 || years.join() !== counts.labels.map((label) => label.text).join()) return [];
  const pairs = countSeries(amounts)
    .filter((series) => series.role === 'part')
    .flatMap((amount) => {
      const count = countSeries(counts).find((series) => fold(series.name) === fold(amount.name));
      return count ? [{ amount, count }] : [];
    });
  const cells = pairs.flatMap(({ amount, count }) =>
    years.flatMap((_, i) => {
      const [money, number] = [amount.cells[i], count.cells[i]];
      return money && number ? [{ money, number }] : [];
    }),
  );
  const odd = cells.filter(({ money, number }) => (money.value === 0) !== (number.value === 0));
  if (pairs.length < 2 || odd.length * 5 > cells.length) return [];
  return odd.map(({ money, number }) =>
    money.value === 0 ? without(money, number) : without(number, money),
  );
}

function without(zero: Figure, other: Figure): Told {
  const because = sentence((language) => {
    const value = figureText(other, other.value, language);
    const where = [other.print, other.label].filter((part) => part !== '').join(', ');
    return language === 'sv'
      ? `${where} har ${value} (${other.path})`
      : `${where} has ${value} (${other.path})`;
  });
  return { figure: zero, contradiction: told(zero, { low: 1, high: Infinity }, 'amount', [because]) };
}

// --- Sexes ---------------------------------------------------------------------------------------------------------------

/** Men and women near, but not at, the totals that the same source gives. */
function sexesOfNothing(
  tables: readonly PrintedTable[],
  linked: readonly Linked[],
  blamed: ReadonlySet<Figure>,
): readonly Told[] {
  return tables.flatMap((table) =>
    table.blocks.flatMap((block) => {
      const [count] = countSeries(block);
      const pair = complementsIn(block.labels.map((label) => label.text)).find((one) =>
        ['men', 'women'].includes(conceptOf(block.labels[one[0]!]!.text) ?? ''),
      );
      if (!count || !pair || block.n || !isAboutScope(block, table) || isCounted(table, linked)) return [];
      const figures = pair.flatMap((i) => count.cells[i] ?? []);
      const sum = figures.reduce((all, figure) => all + figure.value, 0);
      const totals = totalsInScope(table, tables, linked, blamed);
      if (figures.length !== 2 || totals.some((one) => one.value === sum)) return [];
      const near = totals.filter((one) => isNear(one.value, sum));
      return near.length === 0 ? [] : [sexSentence(block, figures, sum, near)];
    }),
  );
}

/** Whether a table has a total of its own that the sexes are held against anyway. */
function isCounted(table: PrintedTable, linked: readonly Linked[]): boolean {
  const group = linked.find((one) => one.tables.includes(table))!;
  return ['actualisations', 'persons'].some((key) =>
    group.claims.get(key)?.some((one) => one.table === table),
  );
}

interface TotalInScope {
  readonly value: number;
  readonly table: PrintedTable;
}

/** Totals of actualisations and persons in the same place, those of the same appendix first, then in print order. */
function totalsInScope(
  table: PrintedTable,
  tables: readonly PrintedTable[],
  linked: readonly Linked[],
  blamed: ReadonlySet<Figure>,
): readonly TotalInScope[] {
  const ofClaims = linked
    .filter((group) => group.tables[0]!.scope === table.scope)
    .flatMap((group) =>
      ['actualisations', 'persons'].flatMap((key) => {
        const claims = group.claims.get(key) ?? [];
        const side = believed(group, key);
        return side ? claims.filter((claim) => valueOf(claim) === valueOf({ ...claim, side })) : [];
      }),
    )
    .map((claim) => ({ value: valueOf(claim), table: claim.table }));
  const ofYears = tables
    .filter((other) => other.scope === table.scope)
    .flatMap((other) =>
      other.blocks
        .filter((block) => partIndices(block).every((i) => isYear(block.labels[i]!.text)))
        .flatMap((block) =>
          countSeries(block)
            .filter((series) => conceptOfSeries(series) === 'actualisations' && isComplete(block, series))
            .filter((series) => !series.means.some((mean) => blamed.has(mean)))
            .map((series) => ({
              value: partsOf(block, series).reduce((sum, figure) => sum + figure.value, 0),
              table: other,
            })),
        ),
    );
  const family = (one: TotalInScope) => (familyOf(one.table.print) === familyOf(table.print) ? 0 : 1);
  return [...ofClaims, ...ofYears].sort(
    (a, b) => family(a) - family(b) || tables.indexOf(a.table) - tables.indexOf(b.table),
  );
}

/** `Bilaga 4 tabell 2` → `bilaga 4 tabell`. */
function familyOf(print: string): string {
  return fold(print).replace(/ ?\d+$/, '');
}

function sexSentence(
  block: Block,
  figures: readonly Figure[],
  sum: number,
  near: readonly TotalInScope[],
): Told {
  const [men] = figures;
  const total: Figure = {
    ...men!,
    value: sum,
    path: block.path,
    label: figures.map((one) => one.label).join(' + '),
  };
  const distinct = near.filter((one, i) => near.findIndex((other) => other.value === one.value) === i);
  const because = sentence((language) => {
    const terms = figures.map((figure) => numberText(figure.value, 0, language)).join(' + ');
    const others = distinct
      .map((one) => `${nameOfTable(one.table)}: ${numberText(one.value, 0, language)}`)
      .join(', ');
    return language === 'sv'
      ? `${terms} är ingen av källans totaler (${others})`
      : `${terms} is none of the source's totals (${others})`;
  });
  return { figure: men!, contradiction: told(total, point(distinct[0]!.value), 'same-figure', [because]) };
}
