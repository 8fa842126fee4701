/**
 * Which tables speak of the same persons and actualisations, and what each says of them. Tables in the same place in
 * the file are linked when most of what they both print is equal; a table of another year or another extract shares
 * names with them but not figures, and is left alone.
 */
import { amountOf, sideOf, type Side } from './equation.ts';
import { AS_PRINTED, type Figure } from './figure.ts';
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
import { areFrequencyGroups, conceptOf, fold, groupLimits, isOtherArea, isYear } from './words.ts';
import { sentence, type Sentence } from './wording.ts';

/** Something that a table says of a quantity: a figure, or figures whose sum it is. */
export interface Claim {
  readonly key: string;
  readonly side: Side;
  readonly table: PrintedTable;
  /** Claims of one origin are already held against each other inside their table. */
  readonly origin: unknown;
}

/** Tables about the same population, and what they claim of each quantity. */
export interface Linked {
  readonly tables: readonly PrintedTable[];
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
}

const LINKING = new Set([
  'persons',
  'actualisations',
  'investigations',
  'applications',
  'reports',
  'men',
  'women',
  'lob',
]);

/** A total below this may agree by chance. */
const TELLING = 10;

export function linkTables(tables: readonly PrintedTable[]): readonly Linked[] {
  const scopes = grouped(tables, (table) => table.scope);
  return [...scopes.values()].flatMap((inScope) => {
    const claims = new Map(inScope.map((table) => [table, claimsOf(table)] as const));
    const groups = inScope.map((table) => [table]);
    const agreeing = (a: readonly PrintedTable[], b: readonly PrintedTable[]) =>
      agree(claimsIn(a, claims), claimsIn(b, claims));
    const silent = (a: readonly PrintedTable[], b: readonly PrintedTable[]) =>
      !share(claimsIn(a, claims), claimsIn(b, claims));
    joinWhile(groups, (a, b) => haveSameGroups(a, b) && (silent(a, b) || agreeing(a, b)));
    joinWhile(groups, agreeing);
    joinWhile(groups, (a, b) => isOnlySourceOfPersons(a, b, groups, claims));
    return groups.map((group) => ({ tables: group, claims: claimsIn(group, claims) }));
  });
}

/** What most claims say of a quantity: a single figure where one says it, else a sum. */
export function believed(linked: Linked, key: string): Side | null {
  const claims = linked.claims.get(key) ?? [];
  const supported = claims.map((claim) => claims.filter((other) => valueOf(other) === valueOf(claim)).length);
  const most = Math.max(0, ...supported);
  const best = claims.filter((_, i) => supported[i] === most);
  return (best.find((claim) => claim.side.figures.length === 1) ?? best[0])?.side ?? null;
}

export function claimKey(concept: string, label?: string): string {
  return label === undefined ? concept : `${concept}|${labelKey(label)}`;
}

export function valueOf(claim: Claim): number {
  return amountOf(claim.side, AS_PRINTED).low;
}

/** `Tabell 2`, or the path of a table without a printed name. */
export function nameOfTable(table: PrintedTable): string {
  return table.print || table.path;
}

// --- What a table claims ----------------------------------------------------------------------------------------------

function claimsOf(table: PrintedTable): readonly Claim[] {
  const scalars = table.scalars.flatMap((scalar) => {
    const concept = conceptOf(scalar.name);
    const links = scalar.figure.kind === 'count' && concept !== null && LINKING.has(concept);
    return links ? [claim(table, claimKey(concept), [scalar.figure], scalar)] : [];
  });
  const blocks = table.blocks.filter((block) => isAboutScope(block, table) && !block.money);
  const n = table.n ? [claim(table, claimKey('persons'), [table.n], table.n)] : [];
  const own = [...scalars, ...blocks.flatMap((block) => claimsOfBlock(table, block)), ...n];
  return [...own, ...blocks.flatMap((block) => complementClaims(table, block, own))];
}

function claimsOfBlock(table: PrintedTable, block: Block): readonly Claim[] {
  return countSeries(block).flatMap((series) => [
    ...claimsOfSeries(table, block, series),
    ...claimsOfLabels(table, block, series),
  ]);
}

/**
 * A series of persons or actualisations: one claim a label, and its total. Where the table says its n, that is its
 * persons, and the total of other rows than groups may be of answers.
 */
function claimsOfSeries(table: PrintedTable, block: Block, series: Series): readonly Claim[] {
  const concept = conceptOfSeries(series);
  if (concept === null || !LINKING.has(concept)) return [];
  const indices = partIndices(block);
  const years = indices.every((i) => isYear(block.labels[i]!.text));
  const cells = indices.flatMap((i) => {
    const figure = series.cells[i];
    return figure ? [claim(table, claimKey(concept, block.labels[i]!.text), [figure], figure)] : [];
  });
  if (years && !coversPeriod(block, table)) return cells;
  const groups = areFrequencyGroups(indices.map((i) => block.labels[i]!.text)) && isComplete(block, series);
  if (table.n && concept === 'persons' && !groups) return cells;
  const totals = series.totals.map((total) => claim(table, claimKey(concept), [total], series));
  const sums = groups || (years && concept !== 'persons');
  return [
    ...cells,
    ...totals,
    ...(sums ? [claim(table, claimKey(concept), partsOf(block, series), series, PARTS)] : []),
  ];
}

const PARTS: Sentence = { sv: 'delarna', en: 'the parts' };

/** Rows that are themselves quantities: `reports: [2489, 72]`, `Polisen: [719, 29]` of reports. */
function claimsOfLabels(table: PrintedTable, block: Block, series: Series): readonly Claim[] {
  const isOnly = countSeries(block).filter((one) => one.role === 'part').length === 1;
  if (conceptOfSeries(series) !== null || series.role !== 'part' || !isOnly) return [];
  const concepts = block.labels.map((label) => conceptOf(label.text));
  const isAmbiguous = (i: number) => concepts.filter((concept) => concept === concepts[i]).length > 1;
  return block.labels.flatMap((label, i) => {
    const figure = series.cells[i];
    if (!figure || label.role !== 'part') return [];
    const concept = concepts[i]!;
    if (concept !== null && isAmbiguous(i)) return [];
    if (concept !== null && LINKING.has(concept) && series.base === null) {
      return [claim(table, claimKey(concept), [figure], figure)];
    }
    const base = series.base === null ? null : conceptOf(series.base);
    return base === null ? [] : [claim(table, namedKey(base, label.text), [figure], figure)];
  });
}

/** The key of a category of some base: how many of the reports that came from the police. */
export function namedKey(base: string, name: string): string {
  return `${base}>${fold(name)}`;
}

/** Men and women, applications and reports: together the actualisations (or the persons) that the table counts. */
function complementClaims(table: PrintedTable, block: Block, own: readonly Claim[]): readonly Claim[] {
  const counts = countSeries(block).filter((series) => conceptOfSeries(series) === null);
  const divided = countSeries(block).filter((series) => series.role === 'part').length >= 2;
  const whole = divided ? counts.filter((series) => series.role === 'total') : counts;
  return whole.flatMap((series) =>
    complementsIn(block.labels.map((label) => label.text)).flatMap((pair) => {
      const figures = pair.flatMap((i) => series.cells[i] ?? []);
      const [first, second] = pair.map((i) => block.labels[i]!.text);
      if (figures.length !== 2 || series.base !== null) return [];
      const concept = conceptOf(first!);
      const shown = block.series.find((one) => one.kind === 'percent');
      const percents = pair.flatMap((i) => shown?.cells[i] ?? []);
      const key = concept === 'applications' ? 'actualisations' : whatSexesCount(figures, percents, own);
      if (key === null) return [];
      const name = { sv: `${first!} + ${second!}`, en: `${first!} + ${second!}` };
      return [claim(table, claimKey(key), figures, figures, name)];
    }),
  );
}

/** The sexes divide whichever of the table's own totals they come near; or its only one, if their shares make 100. */
function whatSexesCount(
  figures: readonly Figure[],
  percents: readonly Figure[],
  own: readonly Claim[],
): string | null {
  const sum = figures.reduce((all, figure) => all + figure.value, 0);
  const totals = own.filter((one) => one.key === 'actualisations' || one.key === 'persons');
  const near = totals.filter((one) => isNear(sum, valueOf(one)));
  const shares = percents.reduce((all, figure) => all + figure.value, 0);
  const isOnly = new Set(totals.map((one) => one.key)).size === 1 && Math.abs(shares - 100) <= 1;
  const alike = isOnly ? totals.filter((one) => sum <= valueOf(one) * 1.5 && valueOf(one) <= sum * 1.5) : [];
  const candidates = near.length > 0 ? near : alike;
  const distance = (one: Claim) => Math.abs(valueOf(one) - sum);
  return [...candidates].sort((a, b) => distance(a) - distance(b))[0]?.key ?? null;
}

/** Within a tenth: the same thing miscounted rather than another thing. */
export function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.1 * Math.max(Math.abs(a), Math.abs(b));
}

function claim(
  table: PrintedTable,
  key: string,
  figures: readonly Figure[],
  origin: unknown,
  what: Sentence | null = null,
): Claim {
  const where = nameOfTable(table);
  const name = sentence((language) =>
    [what?.[language] ?? '', where].filter((part) => part !== '').join(', '),
  );
  return { key, side: sideOf(figures, name.sv === '' ? null : name), table, origin };
}

/** Not a county beside its municipality: a block about another place claims nothing of this one. */
export function isAboutScope(block: Block, table: PrintedTable): boolean {
  if (block.area === null) return true;
  const areas = [...new Set(table.blocks.flatMap((one) => one.area ?? []))];
  const scope = fold(table.scope.split('.').at(-1) ?? '').replace(/ /g, '');
  const named = areas.find((area) => scope !== '' && fold(area).replace(/ /g, '') === scope);
  if (named !== undefined) return block.area === named;
  const own = areas.filter((area) => !isOtherArea(area));
  return own.length === 1 && own[0] === block.area;
}

/** Whether years are those of the period from its first day to its last. */
function coversPeriod(block: Block, table: PrintedTable): boolean {
  if (!table.period) return false;
  const years = partIndices(block).map((i) => Number(block.labels[i]!.text));
  const [from, to] = table.period;
  return from === `${String(Math.min(...years))}-01-01` && to === `${String(Math.max(...years))}-12-31`;
}

function labelKey(label: string): string {
  const limits = groupLimits(label);
  return limits ? `${String(limits.low)}-${String(limits.high)}` : fold(label);
}

// --- Which tables are linked ------------------------------------------------------------------------------------------

type Claims = ReadonlyMap<string, readonly Claim[]>;

function claimsIn(
  group: readonly PrintedTable[],
  claims: ReadonlyMap<PrintedTable, readonly Claim[]>,
): Claims {
  return grouped(
    group.flatMap((table) => claims.get(table)!),
    (one) => one.key,
  );
}

function joinWhile(
  groups: PrintedTable[][],
  linked: (a: PrintedTable[], b: PrintedTable[]) => boolean,
): void {
  for (let i = 0; i < groups.length; i++) {
    for (let j = i + 1; j < groups.length; j++) {
      if (!linked(groups[i]!, groups[j]!)) continue;
      groups[i]!.push(...groups[j]!);
      groups.splice(j, 1);
      i = -1;
      break;
    }
  }
}

/** At least half of what both print is equal, and something of it is large enough not to be chance. */
function agree(a: Claims, b: Claims): boolean {
  const keys = [...a.keys()].filter((key) => b.has(key));
  const equal = keys.filter((key) =>
    a.get(key)!.some((one) => b.get(key)!.some((other) => valueOf(one) === valueOf(other))),
  );
  return equal.length * 2 >= keys.length && equal.some((key) => valueOf(a.get(key)![0]!) >= TELLING);
}

function share(a: Claims, b: Claims): boolean {
  return [...a.keys()].some((key) => b.has(key));
}

function haveSameGroups(a: readonly PrintedTable[], b: readonly PrintedTable[]): boolean {
  const groups = (tables: readonly PrintedTable[]) =>
    tables.flatMap((table) =>
      table.blocks.flatMap((block) => {
        const labels = partIndices(block).map((i) => block.labels[i]!.text);
        return areFrequencyGroups(labels) ? [labels.map(labelKey).join(' ')] : [];
      }),
    );
  const others = groups(b);
  return groups(a).some((one) => others.includes(one));
}

/** A table with a mean per person and no persons of its own, where just one other group counts persons near enough. */
function isOnlySourceOfPersons(
  a: readonly PrintedTable[],
  b: readonly PrintedTable[],
  groups: readonly (readonly PrintedTable[])[],
  claims: ReadonlyMap<PrintedTable, readonly Claim[]>,
): boolean {
  const persons = (group: readonly PrintedTable[]) => claimsIn(group, claims).get('persons')?.[0];
  const [counting, lacking] = persons(a) ? [a, b] : [b, a];
  const number = persons(counting);
  if (!number || persons(lacking) || groups.filter(persons).length !== 1) return false;
  return lacking.some((table) =>
    table.scalars.some((mean) => {
      if (mean.figure.kind !== 'mean') return false;
      return table.scalars.some(
        (sum) => sum.figure.kind === 'count' && isNear(sum.figure.value / valueOf(number), mean.figure.value),
      );
    }),
  );
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
