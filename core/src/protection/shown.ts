/**
 * What may be shown of an analysis. `internal`: everything. `publication`: no person, and no figure that rests on fewer
 * persons than the threshold or that would give such a figure away (definitions.md, "Showing it to others").
 *
 * JSON and document are made from this alone, so what is hidden in one host is hidden in all.
 */
import type { Analysis } from '../analyse.ts';
import type { Lathund } from '../lathund/lathund.ts';
import type { LorenzPoint } from '../statistics/lorenz.ts';
import type { ReturnStep, ShareReturned } from '../statistics/kaplan-meier.ts';
import type { TopShare } from '../statistics/top-shares.ts';
import { countAll, withoutRareReferrers, type Count, type Counts } from '../tables/counts.ts';
import type { Table, TableCell } from '../tables/table.ts';
import { lathundTables } from '../tables/tables.ts';
import { UNLIKELY_BEFORE_YEAR } from '../register/register.ts';
import { settingsDay, type Settings } from '../settings.ts';
import {
  lathundQuantities,
  SELECTED,
  selectionQuantities,
  topKey,
  topQuantities,
} from './lathund-quantities.ts';
import { protect, type Audit } from './protect.ts';
import { areSurely, roundedCount, roundToBase } from './rounding.ts';

/** In place of a figure that is hidden. */
export interface Suppressed {
  readonly suppressed: true;
}

export const SUPPRESSED: Suppressed = { suppressed: true };

/** A cell, or that it is hidden. */
export type ShownCell = TableCell | Suppressed;

/** A table with its hidden cells hidden. */
export interface ShownTable extends Omit<Table, 'rows'> {
  readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, ShownCell>> }[];
}

/** A share returned, or that it is hidden. */
export type ShownReturn = ShareReturned | (Suppressed & { readonly days: number });
/** A share of the most frequent, or that it is hidden. */
export type ShownTop = TopShare | (Suppressed & { readonly share: number });

/** What of an analysis may be shown, in the mode that its settings ask for. */
export interface Shown {
  /** Whether persons, values and rows may be shown one by one. */
  readonly persons: boolean;
  readonly tables: readonly ShownTable[];
  /** How many persons were selected; who they are only where persons are shown. */
  readonly selected: number | Suppressed | null;
  readonly returned: readonly ShownReturn[];
  /** Each step is of a few persons: none are shown where persons are not. */
  readonly returnSteps: readonly ReturnStep[];
  readonly gini: number | null;
  readonly top: readonly ShownTop[];
  readonly lorenz: readonly LorenzPoint[];
  /** What a reader with a solver can learn of the hidden cells; null where nothing is hidden. */
  readonly audit: Audit | null;
}

export function isSuppressed(cell: object): cell is Suppressed {
  return 'suppressed' in cell;
}

/** Worked out once for each analysis: protection is dear, and a document and JSON of the same result both ask. */
export function shownOf(analysis: Analysis): Shown {
  let shown = known.get(analysis);
  if (!shown) known.set(analysis, (shown = workedOut(analysis)));
  return shown;
}

const known = new WeakMap<Analysis, Shown>();

function workedOut(analysis: Analysis): Shown {
  const { protection } = analysis.settings;
  if (protection.mode === 'publication')
    return protection.rounding === null
      ? suppressedOf(analysis, protection.threshold)
      : roundedOf(analysis, protection.rounding, protection.threshold);
  const { tables, selection, returned, returnSteps, concentration } = analysis;
  const { gini, top, lorenz } = concentration;
  return {
    persons: true,
    tables,
    selected: selection ? selection.persons.length : null,
    returned,
    returnSteps,
    gini,
    top,
    lorenz,
    audit: null,
  };
}

function suppressedOf(analysis: Analysis, threshold: number): Shown {
  const { lathund, concentration, settings, selection } = analysis;
  const { counts, tables } = publicTables(analysis, threshold);
  const selected = selection && { rule: selection.rule, persons: selection.persons.length };
  const { atLeast = 1 } = selection?.rule ?? {};
  const isOfGroups = counts.groups.some(({ lowest }) => lowest === atLeast);
  const { suppressed, audit } = protect({
    ...lathundQuantities(counts, tables, lathund, {
      lowestAge: settings.lowestAge,
      selection: isOfGroups ? selected : null,
      warnedYears: warnedYears(counts, settings),
      fewestNamed: threshold,
    }),
    threshold,
  });
  const isHidden = (count: Count) => suppressed.has(count.key);
  const hidden = (cell: TableCell): ShownCell => (cell.basis.some(isHidden) ? SUPPRESSED : cell);
  const groupsHidden = counts.groups.some(
    (_, g) => isHidden(counts.persons(g)) || isHidden(counts.count('actualisation', g)),
  );
  const open = withoutPersons(analysis, threshold);
  const isSelectedHidden =
    selected &&
    (isOfGroups
      ? suppressed.has(SELECTED)
      : groupsHidden ||
        protect({ ...selectionQuantities(counts, lathund, selected), threshold }).suppressed.has(SELECTED));
  // What concentration tells is how often persons come: with it, hidden groups could be worked out.
  const layers = groupsHidden
    ? null
    : protect({ ...topQuantities(counts, lathund, concentration.top), threshold }).suppressed;
  return {
    ...open,
    tables: tables.map((table) => mapCells(table, hidden)),
    // How many have returned says how many came more than once: known where those who came once are shown.
    returned:
      groupsHidden && (counts.groups[0]!.highest > 1 || isHidden(counts.persons(0)))
        ? open.returned.map(({ days }) => ({ ...SUPPRESSED, days }))
        : open.returned,
    selected: isSelectedHidden ? SUPPRESSED : open.selected,
    gini: groupsHidden ? null : open.gini,
    top: concentration.top.map((top) =>
      !layers || layers.has(topKey(top)) ? { ...SUPPRESSED, share: top.share } : top,
    ),
    lorenz: groupsHidden ? [] : lorenzOfGroups(counts),
    audit,
  };
}

/** Calendar years all of whose rows have the warning that the date is unlikely. */
function warnedYears({ years }: Counts, { asOf }: Settings): readonly number[] {
  return years.filter((year) => year < UNLIKELY_BEFORE_YEAR || year > Number(asOf.slice(0, 4)));
}

/**
 * Counts rounded to a base, each by itself; percentages and means are of the rounded counts. Actualisations of one or
 * two persons are 0, as the persons are. Nor are the actualisations of a frequency group told whose rounded persons may
 * be few: forty actualisations of those who come twelve times or more are of three persons at most.
 */
function roundedOf(analysis: Analysis, base: 3 | 5, threshold: number): Shown {
  const { counts, tables } = publicTables(analysis, threshold);
  const areEnough = (persons: number) => areSurely(threshold, persons, base);
  const isFew = ({ n }: Count) => roundToBase(n, base) > 0 && !areEnough(n);
  const fewScopes = counts.groups.flatMap((_, g) =>
    isFew(counts.persons(g)) ? [scopeOf(counts.persons(g))] : [],
  );
  const tellsFew = (count: Count) => count.of !== 'persons' && fewScopes.includes(scopeOf(count));
  const rounded = (count: Count) => (Number.isFinite(count.persons) ? roundedCount(count, base) : count.n);
  const round = (cell: TableCell): ShownCell => {
    const [part, whole] = cell.basis;
    const { of, kind, basis } = cell;
    if (part!.of === 'years of age') return areEnough(part!.persons) ? withoutCounts(cell) : SUPPRESSED;
    if (basis.some(tellsFew)) return SUPPRESSED;
    if (kind === 'count') return { value: rounded(part!), of, kind, basis };
    const numerator = rounded(part!);
    const denominator = rounded(whole!);
    const times = kind === 'percent' ? 100 : 1;
    // Without the interval, which would give the exact counts back.
    const value = denominator === 0 ? null : (times * numerator) / denominator;
    return { value, numerator, denominator, of, kind, basis };
  };
  const open = withoutPersons(analysis, threshold);
  return {
    ...open,
    tables: tables.map((table) => mapCells(table, round)),
    selected: typeof open.selected === 'number' ? roundToBase(open.selected, base) : open.selected,
    returned: open.returned.map((point) =>
      isSuppressed(point) ? point : { ...point, atRisk: roundToBase(point.atRisk, base) },
    ),
    top: analysis.concentration.top.map(({ share }) => ({ ...SUPPRESSED, share })),
    lorenz: [],
    audit: null,
  };
}

/** Where a count is of: `group=12+`, `year=2020`, `all`. */
function scopeOf({ key }: Count): string {
  return key.slice(key.lastIndexOf('|') + 1);
}

/** A mean age to the year, without the sum and the number it was worked out from. */
function withoutCounts({ value, of, kind, basis }: TableCell): TableCell {
  return { value: value === null ? null : Math.round(value), of, kind, basis };
}

/** The tables with rare referrers taken together: their names alone could tell who they are. */
function publicTables(analysis: Analysis, threshold: number): { counts: Counts; tables: readonly Table[] } {
  const { register, lathund, settings, publicCounts } = analysis;
  if (publicCounts) return { counts: publicCounts, tables: lathundTables(publicCounts, settings) };
  const merged = withoutRareReferrers(register, analysis.counts, threshold);
  if (merged === register) return analysis;
  const counts = countAll(merged, lathund, settingsDay(settings.asOf));
  return { counts, tables: lathundTables(counts, settings) };
}

function mapCells(table: Table, map: (cell: TableCell) => ShownCell): ShownTable {
  return {
    ...table,
    rows: table.rows.map(({ key, cells }) => ({
      key,
      cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, map(cell)])),
    })),
  };
}

/** A digit or two of the Gini coefficient; with all its digits a small register could be worked out from it. */
const GINI_DIGITS = 100;

function withoutPersons(
  { selection, returned, concentration, lathund }: Analysis,
  threshold: number,
): Pick<Shown, 'persons' | 'selected' | 'returned' | 'returnSteps' | 'gini'> {
  const selected = selection?.persons.length ?? null;
  const { gini } = concentration;
  return {
    persons: false,
    selected: selected !== null && isSmall(selected, threshold) ? SUPPRESSED : selected,
    returned: publicReturn(returned, lathund, threshold),
    returnSteps: [],
    gini: gini === null || lathund.persons < threshold ? null : Math.round(gini * GINI_DIGITS) / GINI_DIGITS,
  };
}

function isSmall(persons: number, threshold: number): boolean {
  return persons > 0 && persons < threshold;
}

/**
 * A point of the return curve is shown where those who returned since the last point shown, those who left the
 * follow-up or returned, those still at risk, those not yet returned, those who returned later and those who never did
 * are none or at least the threshold: the number who never did is that of the persons who came once. Shares are given to
 * a whole percent, without counts, so that the exact fraction does not give the counts back.
 */
function publicReturn(
  points: readonly ShareReturned[],
  { persons, actualisations }: Pick<Lathund, 'persons' | 'actualisations'>,
  threshold: number,
): readonly ShownReturn[] {
  const never = actualisations.filter((n) => n === 1).length;
  let last = { returned: 0, atRisk: persons };
  return points.map((point): ShownReturn => {
    const { days, returned, lower, upper, atRisk } = point;
    if (returned === null || lower === null || upper === null) return { ...SUPPRESSED, days };
    const since = Math.round((returned - last.returned) * persons);
    const remaining = Math.round((1 - returned) * persons);
    const told = [since, last.atRisk - atRisk, remaining, remaining - never, never, atRisk, persons];
    if (told.some((n) => isSmall(n, threshold))) return { ...SUPPRESSED, days };
    last = { returned, atRisk };
    const rounded = (share: number) => Math.round(share * 100) / 100;
    return { days, atRisk, returned: rounded(returned), lower: rounded(lower), upper: rounded(upper) };
  });
}

/** The Lorenz curve at the limits of the groups, which the tables show anyway. */
function lorenzOfGroups(counts: Counts): LorenzPoint[] {
  const persons = counts.persons('all').n;
  const actualisations = counts.count('actualisation', 'all').n;
  if (actualisations === 0) return [];
  const points: LorenzPoint[] = [[0, 0]];
  let [p, a] = [0, 0];
  for (const g of counts.groups.keys()) {
    if (counts.persons(g).n === 0) continue;
    p += counts.persons(g).n;
    a += counts.count('actualisation', g).n;
    points.push([p / persons, a / actualisations]);
  }
  return points;
}
