/**
 * From JSON with tables as printed to printed tables. Nothing is known of a certain report: tables are found by form.
 * Parallel arrays under a row of labels; `[n, percent]` under a name; rows that begin with their name; numbers beside
 * a total; objects of equal shape. `print` (or `title`) names a table, `n` and `base` say what its shares rest on.
 */
import type { Figure, Kind, PrintedNumber } from './figure.ts';
import {
  areasAmong,
  asObject,
  columnNames,
  gridIn,
  hasFigures,
  isColumnNames,
  isN,
  isNumbers,
  isObject,
  isRows,
  type Json,
  type JsonObject,
  kindsOfColumns,
  labelKeyOf,
  NAMES,
  objectsIn,
  pairsAmong,
  periodOf,
  recordKeysIn,
  recordsAmong,
  textUnder,
  WORDS_ABOUT,
} from './json-forms.ts';
import { figuresFrom, numberIn, slackOf } from './numbers.ts';
import {
  areOfOneUnit,
  type Block,
  type Label,
  type PrintedTable,
  type Scalar,
  type Series,
} from './printed-table.ts';
import { readGrid, sheetCell, type Surroundings } from './read-sheet.ts';
import {
  conceptOf,
  fold,
  isMoney,
  isRoundedUnit,
  isYear,
  kindSaidBy,
  numberSaidIn,
  roleOf,
  roleOfSeries,
} from './words.ts';

interface TableDraft {
  readonly path: string;
  readonly print: string;
  readonly scope: string;
  readonly n: Figure | null;
  readonly period: readonly [string, string] | null;
  readonly blocks: BlockDraft[];
  readonly scalars: Scalar[];
}

interface BlockDraft extends Omit<Block, 'labels' | 'series' | 'grandTotals'> {
  labels: Label[];
  series: SeriesDraft[];
  grandTotals: readonly Figure[];
}

type SeriesDraft = { -readonly [K in keyof Series]: Series[K] };

/** Where in the file the reader stands, and what the objects above have said. */
interface Place {
  readonly path: string;
  readonly key: string;
  readonly print: string;
  readonly table: TableDraft | null;
  readonly n: Figure | null;
  readonly base: string | null;
  readonly area: string | null;
  readonly money: boolean;
  /** How far whole counts may be off by design: see `slackOf`. */
  readonly coarseness: number;
  readonly period: readonly [string, string] | null;
  /** The block whose labels arrays of the same length belong to. */
  readonly labelled: BlockDraft | null;
}

export function readPublished(json: unknown): readonly PrintedTable[] {
  const sheet = gridIn(json as Json);
  if (sheet) return readGrid(sheet, sheetAt(json as Json, '', '', ''));
  const root = asObject(json as Json);
  if (!root) return [];
  const tables: (TableDraft | PrintedTable)[] = [];
  const top: Place = {
    path: '',
    key: '',
    print: '',
    table: null,
    n: null,
    base: null,
    area: null,
    money: false,
    coarseness: 0,
    period: null,
    labelled: null,
  };
  visit(root, top, tables);
  return tables.filter((table) => table.blocks.length > 0 || table.scalars.length > 0);
}

function visit(node: JsonObject, above: Place, tables: (TableDraft | PrintedTable)[]): void {
  const here = placeOf(node, above, tables);
  for (const [key, value] of Object.entries(node)) {
    const sheet = isRows(value) ? null : gridIn(value);
    if (!sheet) continue;
    const columns = columnNames(node).length === sheet[0]!.length ? columnNames(node) : [];
    const around = sheetAt(value, join(here.path, key), parentOf(above.path), textUnder(node, NAMES));
    tables.push(...readGrid(sheet, { ...around, columns }));
  }
  const nested = objectsIn(node);
  const taken = here.table
    ? readFigures(node, here, here.table)
    : { labelled: null, keys: new Set<string>() };
  const areas = here.table ? areasAmong(nested) : new Set<string>();
  for (const [key, child] of nested) {
    if (taken.keys.has(key)) continue;
    visit(
      child,
      {
        ...here,
        path: join(here.path, key),
        key,
        labelled: taken.labelled ?? here.labelled,
        area: areas.has(key) ? key : here.area,
      },
      tables,
    );
  }
}

function placeOf(node: JsonObject, above: Place, tables: (TableDraft | PrintedTable)[]): Place {
  const ownPrint = textUnder(node, NAMES);
  const starts = ownPrint !== '' || (above.table === null && hasFigures(node, above.key));
  const unit = textUnder(node, ['unit', 'enhet']);
  const said = {
    ...above,
    print: ownPrint || above.print,
    base: baseText(node) ?? (starts ? null : above.base),
    money: above.money || isMoney(unit) || isMoney(above.key),
    coarseness: isRoundedUnit(unit) ? 0.5 : above.coarseness,
    period: periodOf(node) ?? above.period,
  };
  const n = ownN(node, said) ?? above.n;
  if (!starts) return { ...said, n };
  const table: TableDraft = {
    path: above.path,
    print: ownPrint,
    scope: parentOf(above.path),
    n,
    period: said.period,
    blocks: [],
    scalars: [],
  };
  tables.push(table);
  return { ...said, n, table, print: ownPrint, labelled: null, area: null };
}

interface Taken {
  /** The block whose labels nested arrays share. */
  readonly labelled: BlockDraft | null;
  /** Nested objects that are read. */
  readonly keys: ReadonlySet<string>;
}

/** Reads the figures that stand directly in an object; tells which nested objects it has used up. */
function readFigures(node: JsonObject, here: Place, table: TableDraft): Taken {
  const entries = Object.entries(node).filter(([key]) => !WORDS_ABOUT.has(fold(key)));
  const { blocks, labelled, content, left } = blocksIn(node, entries, here);
  const scalars = content.flatMap(([key, value]) => {
    const number = isN(key) ? null : numberIn(value);
    return number ? [scalarOf(key, number, here)] : [];
  });
  const loose = left.filter(([, value]) => isNumbers(value));
  if (blocks.length === 0) blocks.push(...blocksBesideTotal(scalars, loose, here));

  const records = recordsAmong(
    objectsIn(node).filter(([key]) => !['total', 'mean'].includes(roleOf(key))),
    here.key,
  );
  if (records.length > 0) blocks.push(blockOfRecords(records, here));
  const aggregates = aggregatesAmong(objectsIn(node), blocks);
  attachTotals(blocks, scalars, here);
  attachArrays(blocks, loose, here);
  for (const [key, aggregate] of aggregates) attachByName(blocks, key, aggregate, here);

  const alone = loose.filter(([key]) => ['other', 'percent'].includes(kindSaidBy(key) ?? ''));
  table.scalars.push(
    ...alone.flatMap(([key, value]) => scalarsOf(key, value as readonly Json[], here)),
    ...scalars.filter((scalar) => !blocks.some((block) => isInBlock(block, scalar.figure))),
  );
  table.blocks.push(...blocks.filter((block) => block.series.length > 0 || block === labelled));
  return {
    labelled: blocks.includes(labelled!) ? labelled : null,
    keys: new Set([...records, ...aggregates].map(([key]) => key)),
  };
}

interface BlocksFound {
  readonly blocks: BlockDraft[];
  readonly labelled: BlockDraft | null;
  /** What is neither rows nor labels. */
  readonly content: readonly Entry[];
  /** What no block has taken. */
  readonly left: readonly Entry[];
}

type Entry = readonly [string, Json];

/** Rows, parallel arrays under labels, and pairs. */
function blocksIn(node: JsonObject, entries: readonly Entry[], here: Place): BlocksFound {
  const rowsKey = entries.find(([, value]) => isRows(value))?.[0];
  const labelKey = rowsKey === undefined ? labelKeyOf(entries) : undefined;
  const content = entries.filter(
    ([key]) => key !== rowsKey && key !== labelKey && !isColumnNames(key, rowsKey),
  );
  const blocks: BlockDraft[] = [];
  let labelled = here.labelled;
  if (rowsKey !== undefined) {
    const rows = node[rowsKey] as readonly Json[];
    blocks.push(blockOfRows(rows, columnNames(node), join(here.path, rowsKey), here));
  } else if (labelKey !== undefined) {
    const names = (node[labelKey] as readonly Json[]).map(String);
    const areMeasures = names.some((name) => kindSaidBy(name) === 'percent');
    if (areMeasures) blocks.push(blockOfNamedRows(content, names, here));
    else blocks.push((labelled = emptyBlock(here, names.map(labelOf))));
  }
  const left = labelled ? addSeries(labelled, content, here, blocks.includes(labelled)) : content;
  const pairs = pairsAmong(left);
  if (pairs.length > 0) blocks.push(blockOfPairs(pairs, here));
  return { blocks, labelled, content, left: left.filter(([key]) => !pairs.some(([name]) => name === key)) };
}

/** A list without labels beside its total, or numbers under names beside theirs. */
function blocksBesideTotal(
  scalars: readonly Scalar[],
  loose: readonly Entry[],
  here: Place,
): readonly BlockDraft[] {
  if (!scalars.some((scalar) => roleOf(scalar.name) === 'total')) return [];
  const [list, ...others] = loose.filter(
    ([key]) => roleOf(key) === 'part' && !['mean', 'other', 'percent'].includes(kindSaidBy(key) ?? ''),
  );
  if (list && others.length === 0) return [blockOfLoose(list, here)];
  const map = blockOfSingles(scalars, here);
  return map ? [map] : [];
}

// --- Blocks of each form ---------------------------------------------------------------------------------------

function emptyBlock(here: Place, labels: readonly Label[]): BlockDraft {
  return {
    path: here.path,
    name: here.key,
    labels: [...labels],
    series: [],
    grandTotals: [],
    n: here.n,
    area: here.area,
    money: here.money,
  };
}

/** Parallel arrays: those as long as the labels, or one longer (the last is then the total). */
function addSeries(
  block: BlockDraft,
  content: readonly (readonly [string, Json])[],
  here: Place,
  own: boolean,
): readonly (readonly [string, Json])[] {
  const length = block.labels.length;
  const fits = ([key, value]: readonly [string, Json]) =>
    isNumbers(value) &&
    (value.length === length || value.length === length + 1) &&
    (own || length > 2 || fold(key) === 'values');
  for (const [key, value] of content.filter(fits)) {
    const name = fold(key) === 'values' || fold(key) === 'varden' ? here.key : key;
    block.series.push(
      seriesOf(
        {
          name,
          path: join(here.path, key),
          cells: (value as readonly Json[]).map(numberIn),
          labels: block.labels,
          kind: kindOfSeries(name, here),
        },
        here,
      ),
    );
  }
  return content.filter((entry) => !fits(entry));
}

interface SeriesSource {
  readonly name: string;
  readonly path: string;
  readonly cells: readonly (PrintedNumber | null)[];
  readonly labels: readonly Label[];
  readonly kind: Kind;
  readonly pathOf?: (index: number) => string;
  readonly baseFigure?: Figure | null;
}

/** A series whose cells under a label `total` or `mean` are set apart from its parts. */
function seriesOf(source: SeriesSource, here: Place): SeriesDraft {
  const { labels, cells } = source;
  const roleAt = (i: number) => labels[i]?.role ?? 'total';
  const seriesRole = roleOfSeries(source.name);
  const figures = figuresFrom(
    cells,
    source.kind,
    cells.map((_, i) => ({
      path: source.pathOf?.(i) ?? `${source.path}[${String(i)}]`,
      print: here.print,
      label: labels[i]?.text ?? '',
      role: seriesRole === 'total' ? seriesRole : roleAt(i),
    })),
    here.coarseness,
  );
  const under = (role: string) =>
    figures.flatMap((figure, i) => (figure && roleAt(i) === role ? [figure] : []));
  return {
    name: source.name,
    path: source.path,
    kind: source.kind,
    role: seriesRole,
    base: here.base,
    baseFigure: source.baseFigure ?? null,
    cells: labels.map((_, i) => figures[i] ?? null),
    totals: under('total'),
    means: under('mean'),
    subtotals: [],
  };
}

/** Rows that begin with their name: `["Man", 22, 79, 28]`; or records with a name in them. */
function blockOfRows(
  rows: readonly Json[],
  columns: readonly string[],
  path: string,
  here: Place,
): BlockDraft {
  const table = rows.map((row) => (isObject(row) ? Object.values(row) : (row as readonly Json[])));
  const names = rows.some(isObject) ? Object.keys(rows.find(isObject)!) : columns;
  const width = Math.max(...table.map((row) => row.length));
  const isText = (c: number) =>
    table.every((row) => numberIn(row[c]) === null || (c === 0 && !isObject(rows[0])));
  const first = Array.from({ length: width }, (_, c) => c).findIndex((c) => !isText(c));
  const labels = table.map((row) =>
    labelOf(
      row
        .slice(0, first)
        .filter((cell) => typeof cell === 'string' || typeof cell === 'number')
        .join(' '),
    ),
  );
  const header = (c: number) => names[names.length === width ? c : c - (width - names.length)] ?? '';
  const block = emptyBlock(here, labels);
  const numeric = Array.from({ length: width - first }, (_, k) => first + k).filter((c) =>
    table.some((row) => numberIn(row[c]) !== null),
  );
  const kinds = kindsOfColumns(
    numeric.map((c) => table.map((row) => numberIn(row[c])?.value ?? null)),
    numeric.map(header),
  );
  const inRows = kindOfRows(labels);
  numeric.forEach((c, k) => {
    const name = header(c);
    const kind = name === '' && kinds[k] === 'count' ? inRows : kinds[k]!;
    block.series.push(
      seriesOf(
        {
          name,
          path: `${path}[·][${String(c)}]`,
          cells: table.map((row) => numberIn(row[c])),
          labels,
          kind,
          pathOf: (i) => `${path}[${String(i)}]${isObject(rows[i]!) ? `.${name}` : `[${String(c)}]`}`,
          baseFigure: baseNumberIn(name, join(here.path, `columns[${String(names.indexOf(name))}]`), here),
        },
        here,
      ),
    );
  });
  return block;
}

/** `Medelålder män`, `Medelålder kvinnor`: where every row says that it is a mean, so are its figures. */
function kindOfRows(labels: readonly Label[]): Kind {
  const said = labels.filter((label) => label.role === 'part').map((label) => kindSaidBy(label.text));
  return said[0] !== undefined && said.every((kind) => kind === said[0]) ? said[0] : 'count';
}

/** Arrays under a name, whose places are told by `columns`: `called: [6, 22, 21, 79]` under yes, no, yes %, no %. */
function blockOfNamedRows(
  content: readonly (readonly [string, Json])[],
  columns: readonly string[],
  here: Place,
): BlockDraft {
  const rows = content.filter(([, value]) => isNumbers(value) && value.length === columns.length);
  const labels = rows.map(([key]) => labelOf(key));
  const block = emptyBlock(here, labels);
  columns.forEach((name, c) => {
    block.series.push(
      seriesOf(
        {
          name,
          path: join(here.path, name),
          cells: rows.map(([, value]) => numberIn((value as readonly Json[])[c])),
          labels,
          kind: kindSaidBy(name) ?? 'count',
          pathOf: (i) => `${join(here.path, rows[i]![0])}[${String(c)}]`,
        },
        here,
      ),
    );
  });
  return block;
}

/** `Polisen: [719, 29]`: a count and its percent, perhaps with a third figure (base, or a mean). */
function blockOfPairs(pairs: readonly (readonly [string, readonly Json[]])[], here: Place): BlockDraft {
  const labels = pairs.map(([key]) => labelOf(key));
  const block = emptyBlock(here, labels);
  const width = Math.max(...pairs.map(([, value]) => value.length));
  const columns = Array.from({ length: width }, (_, c) => pairs.map(([, value]) => numberIn(value[c])));
  const kinds = kindsOfColumns(
    columns.map((column) => column.map((one) => one?.value ?? null)),
    columns.map(() => ''),
  );
  columns.forEach((cells, c) => {
    block.series.push(
      seriesOf(
        {
          name: '',
          path: join(here.path, String(c)),
          cells,
          labels,
          kind: kinds[c]!,
          pathOf: (i) => `${join(here.path, pairs[i]![0])}[${String(c)}]`,
        },
        here,
      ),
    );
  });
  return block;
}

/** Objects of the same shape with single figures: `LVM: {n, percent, mean}`. */
function blockOfRecords(records: readonly (readonly [string, JsonObject])[], here: Place): BlockDraft {
  const labels = records.map(([key]) => labelOf(key));
  const block = emptyBlock(here, labels);
  const keys = [...new Set(records.flatMap(([, record]) => Object.keys(record)))];
  for (const key of keys) {
    if (!records.some(([, record]) => numberIn(record[key]))) continue;
    block.series.push(
      seriesOf(
        {
          name: key,
          path: join(here.path, key),
          cells: records.map(([, record]) => numberIn(record[key])),
          labels,
          kind: kindOfSeries(key, here),
          pathOf: (i) => join(join(here.path, records[i]![0]), key),
        },
        here,
      ),
    );
  }
  return block;
}

/** Numbers beside their total: `HVB: 98, LVM: 10, total: 108`; what is counted otherwise (persons) is no part. */
function blockOfSingles(scalars: readonly Scalar[], here: Place): BlockDraft | null {
  const kind = kindSaidBy(here.key);
  const rounded = kind === 'mean' || kind === 'percent';
  const isPart = (scalar: Scalar) =>
    roleOf(scalar.name) !== 'total' &&
    (rounded || (scalar.figure.kind === 'count' && !isUnitOfCount(scalar.name)));
  const parts = scalars.filter(isPart);
  if (parts.length < 2) return null;
  const block = emptyBlock(
    here,
    parts.map((scalar) => labelOf(scalar.name)),
  );
  block.series.push({
    name: here.key,
    path: here.path,
    kind: rounded ? kind : 'count',
    role: 'part',
    base: here.base,
    baseFigure: null,
    cells: parts.map((scalar) => scalar.figure),
    totals: scalars.filter((scalar) => roleOf(scalar.name) === 'total').map((scalar) => scalar.figure),
    means: [],
    subtotals: [],
  });
  return block;
}

function blockOfLoose([key, value]: readonly [string, Json], here: Place): BlockDraft {
  const labels = (value as readonly Json[]).map((_, i) => labelOf(`nr ${String(i + 1)}`));
  const block = emptyBlock(here, labels);
  block.series.push(
    seriesOf(
      {
        name: key,
        path: join(here.path, key),
        cells: (value as readonly Json[]).map(numberIn),
        labels,
        kind: kindOfSeries(key, here),
      },
      here,
    ),
  );
  return block;
}

// --- Totals and means beside a block ------------------------------------------------------------------------------

function attachTotals(blocks: readonly BlockDraft[], scalars: readonly Scalar[], here: Place): void {
  const block = blocks[0];
  if (!block) return;
  for (const scalar of scalars) {
    const role = roleOf(scalar.name);
    if (role !== 'mean' && (role !== 'total' || scalar.figure.kind !== 'count')) continue;
    if (isInBlock(block, scalar.figure)) continue;
    const series = seriesForTotal(block, scalar, here);
    if (series === 'all') block.grandTotals = [...block.grandTotals, scalar.figure];
    else if (series) attach(series, role, scalar.figure);
  }
}

function attach(series: SeriesDraft, role: 'total' | 'mean', figure: Figure): void {
  if (role === 'total') series.totals = [...series.totals, figure];
  else series.means = [...series.means, figure];
}

/**
 * Which of several counts a single total belongs to: the column of totals, or the one it names, sums or rests on, or
 * all of them; else the nearest in size.
 */
function seriesForTotal(block: BlockDraft, scalar: Scalar, here: Place): SeriesDraft | 'all' | undefined {
  const counts = block.series.filter((series) => series.kind === 'count');
  const parts = counts.filter((series) => series.role === 'part');
  const concept = conceptOf(scalar.name);
  const named = counts.filter((series) => concept !== null && conceptOf(series.name) === concept);
  if (named.length === 1) return named[0];
  const column = counts.find((series) => series.role === 'total');
  if (column || parts.length <= 1) return column ?? parts[0];
  const based = parts.find((series) => here.base !== null && conceptOf(here.base) === conceptOf(series.name));
  const candidates = [...parts.map((series) => ({ series, sum: sumOf(block, [series]) }))];
  const all = { series: 'all' as const, sum: areOfOneUnit(parts) ? sumOf(block, parts) : NaN };
  const value = scalar.figure.value;
  const exact = [...candidates, all].find((one) => one.sum === value);
  if (exact) return exact.series;
  if (based) return based;
  const distance = ({ sum }: { sum: number }) => Math.abs(Math.log((sum || 0.5) / (value || 0.5)));
  const likely = Number.isNaN(all.sum) ? candidates : [...candidates, all];
  return [...likely].sort((a, b) => distance(a) - distance(b))[0]?.series;
}

function sumOf(block: BlockDraft, series: readonly SeriesDraft[]): number {
  const parts = block.labels.flatMap((label, i) => (label.role === 'part' ? [i] : []));
  return series.reduce((all, one) => all + parts.reduce((sum, i) => sum + (one.cells[i]?.value ?? 0), 0), 0);
}

/** `total: {HVB: 121, SiS: 67}` beside series of those names. */
function aggregatesAmong(
  nested: readonly (readonly [string, JsonObject])[],
  blocks: readonly BlockDraft[],
): readonly (readonly [string, JsonObject])[] {
  const names = new Set(blocks.flatMap((block) => block.series.map((series) => fold(series.name))));
  return nested.filter(
    ([key, child]) =>
      ['total', 'mean'].includes(roleOf(key)) &&
      Object.keys(child).length > 0 &&
      Object.entries(child).every(([name, value]) => names.has(fold(name)) && numberIn(value) !== null),
  );
}

function attachByName(blocks: readonly BlockDraft[], key: string, aggregate: JsonObject, here: Place): void {
  const role = roleOf(key) === 'total' ? 'total' : 'mean';
  for (const [name, value] of Object.entries(aggregate)) {
    const series = blocks.flatMap((block) => block.series).find((one) => fold(one.name) === fold(name))!;
    const kind: Kind = role === 'mean' ? 'mean' : series.kind;
    const path = join(join(here.path, key), name);
    const place = { path, print: here.print, label: name, role } as const;
    const [figure] = figuresFrom([numberIn(value)], kind, [place], here.coarseness);
    attach(series, role, figure!);
  }
}

/** `total: [80, 286]` or `mean: [640, 236]`: one figure for each series, in their order. */
function attachArrays(
  blocks: readonly BlockDraft[],
  loose: readonly (readonly [string, Json])[],
  here: Place,
): void {
  for (const [key, value] of loose) {
    const role = roleOf(key);
    const values = value as readonly Json[];
    const block = blocks.find((one) => one.series.length >= values.length);
    if (!block || (role !== 'total' && role !== 'mean')) continue;
    values.forEach((cell, i) => {
      const number = numberIn(cell);
      const series = block.series[i]!;
      if (!number) return;
      const kind: Kind = role === 'mean' ? 'mean' : series.kind;
      const [figure] = figuresFrom(
        [number],
        kind,
        [{ path: `${join(here.path, key)}[${String(i)}]`, print: here.print, label: series.name, role }],
        here.coarseness,
      );
      attach(series, role, figure!);
    });
  }
}

function scalarOf(key: string, number: PrintedNumber, here: Place): Scalar {
  const said = kindSaidBy(key);
  const above = kindSaidBy(here.key);
  const kind =
    said ?? (number.percent ? 'percent' : above === 'mean' || above === 'percent' ? above : 'count');
  const role = roleOf(key);
  const meanOfTotal: Kind = role === 'mean' ? 'mean' : kind;
  return {
    name: key,
    beside: here.path,
    figure: {
      path: join(here.path, key),
      print: here.print,
      label: '',
      kind: meanOfTotal,
      value: number.value,
      decimals: number.decimals,
      slack: slackOf(meanOfTotal, number.decimals, here.coarseness),
      derived: role === 'total' || meanOfTotal === 'mean' || meanOfTotal === 'percent',
    },
  };
}

/** `meanAgeSpanPerYear: [39, 44]`, `adherencePercent: [99.2, 99.8]`: figures under one name, with no labels. */
function scalarsOf(key: string, value: readonly Json[], here: Place): readonly Scalar[] {
  return value.flatMap((cell, i) => {
    const number = numberIn(cell);
    if (!number) return [];
    const scalar = scalarOf(key, number, here);
    return [{ ...scalar, figure: { ...scalar.figure, path: `${scalar.figure.path}[${String(i)}]` } }];
  });
}

// --- Small parts ---------------------------------------------------------------------------------------------

function kindOfSeries(name: string, here: Place): Kind {
  const own = kindSaidBy(name);
  if (own) return own;
  const above = kindSaidBy(here.key);
  if (above === 'percent' || above === 'mean') return above;
  return here.base !== null && here.labelled !== null ? 'percent' : 'count';
}

function isUnitOfCount(name: string): boolean {
  const concept = conceptOf(name);
  return (
    concept === 'persons' || concept === 'actualisations' || concept === 'investigations' || concept === 'age'
  );
}

function isInBlock(block: BlockDraft, figure: Figure): boolean {
  return (
    block.series.some(
      (series) =>
        series.cells.includes(figure) || series.totals.includes(figure) || series.means.includes(figure),
    ) || block.grandTotals.includes(figure)
  );
}

function ownN(node: JsonObject, here: Place): Figure | null {
  const key = ['n', 'N', 'base', 'bas'].find((name) => numberIn(node[name]) !== null);
  if (key === undefined) return null;
  return baseFigure(numberIn(node[key])!.value, join(here.path, key), here);
}

function baseFigure(value: number, path: string, here: Place): Figure {
  return { path, print: here.print, label: 'n', kind: 'base', value, decimals: 0, slack: 0, derived: false };
}

/** `percent of 28`: the base in the header. */
function baseNumberIn(header: string, path: string, here: Place): Figure | null {
  const number = kindSaidBy(header) === 'percent' ? numberSaidIn(header) : null;
  return number === null ? null : baseFigure(number, path, here);
}

function baseText(node: JsonObject): string | null {
  const text = node['base'] ?? node['bas'];
  return typeof text === 'string' ? text : null;
}

function labelOf(text: string): Label {
  return { text, role: isYear(text) ? 'part' : roleOf(text), section: 0 };
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function parentOf(path: string): string {
  return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
}

/** Rows of cells in JSON, named by row and column: as a sheet where they are the whole file. */
function sheetAt(value: Json, path: string, scope: string, title: string): Surroundings {
  const keys = recordKeysIn(value);
  const cellName = (row: number, column: number) => {
    if (keys) return `${path}[${String(row - 1)}].${keys[column] ?? ''}`;
    return path === '' ? sheetCell(row, column) : `${path}[${String(row)}][${String(column)}]`;
  };
  return { path, scope, title, columns: [], cellName };
}
