/** Arranges a comparison as a document that every host draws: overview, tables, differences and tests, protocol. */
import type {
  DocumentBlock,
  DocumentCell,
  DocumentChart,
  DocumentRow,
  DocumentSheet,
  DocumentTable,
  NumberFormat,
  ResultDocument,
} from '../document/document.ts';
import { rowLabel } from '../document/document-table.ts';
import { formatCell, formatNumber } from '../document/format.ts';
import { pCell, testName } from '../document/named-test.ts';
import { HIDDEN, integer } from '../document/result.ts';
import { wordsIn } from '../document/words.ts';
import type { Language } from '../problem.ts';
import { PRODUCT } from '../product.ts';
import { isSuppressed, type Suppressed } from '../protection/shown.ts';
import type { RegisterComparison } from './compare.ts';
import type { Scope } from './compared-rows.ts';
import type {
  ComparedCell,
  ComparedRow,
  Difference,
  FigureKind,
  NamedTest,
  ShownComparedTable,
} from './compared-table.ts';
import { shownComparison, type ShownComparison } from './comparison-shown.ts';
import type { Part } from './parts.ts';
import { comparisonWordsIn, type ComparisonWords } from './comparison-words.ts';

type ShownRow = ComparedRow<ComparedCell | Suppressed>;

interface Arranged {
  readonly comparison: RegisterComparison;
  readonly shown: ShownComparison;
  readonly words: ComparisonWords;
  readonly language: Language;
  readonly inNone: number;
}

/**
 * A comparison as a document, protected as its parts ask.
 *
 * @param inNone used rows of a split register that are in none of its parts
 */
export function comparisonDocument(
  comparison: RegisterComparison,
  language: Language,
  inNone: number,
): ResultDocument {
  const words = comparisonWordsIn(language);
  const shown = shownComparison(comparison);
  const arranged: Arranged = { comparison, shown, words, language, inNone };
  return {
    title: words.title,
    language,
    marking: shown.persons ? words.marking : null,
    product: `${PRODUCT.name} ${PRODUCT.version}`,
    sheets: [overview(arranged), tables(arranged), differences(arranged), protocol(arranged)],
  };
}

function overview(arranged: Arranged): DocumentSheet {
  const { comparison, shown, words, language, inNone } = arranged;
  const { threshold, rounding } = comparison.settings.protection;
  const hidden =
    rounding === null
      ? words.suppressed(integer(threshold, language))
      : words.rounded(integer(rounding, language));
  const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
  const { inSeveral } = shown;
  const several = typeof inSeveral === 'number' ? integer(inSeveral, language) : '..';
  return {
    id: 'comparison-overview',
    name: words.sheets.overview,
    blocks: [
      { kind: 'heading', text: words.title },
      paragraph(words.intro(comparison.parts.map((part) => partName(comparison, part, language)).join(', '))),
      ...shown.tables.filter(({ id }) => id === 'parts').map((table) => figures(table, arranged)),
      ...(inSeveral === 0 ? [] : [paragraph(words.inSeveral(several))]),
      // How many rows belong to none could be of a few persons.
      ...(inNone > 0 && shown.persons ? [paragraph(words.inNone(integer(inNone, language)))] : []),
      ...(areApart(comparison) ? [paragraph(words.codesApart)] : []),
      ...(shown.persons ? [] : [paragraph(hidden)]),
      ...(rounding !== null && comparison.areGroups && !shown.persons
        ? [paragraph(words.roundedGroups)]
        : []),
      ...(shown.persons ? [] : [paragraph(words.withoutSpread)]),
    ],
  };
}

/** Files with codes of their own, so that nobody is known to be in two of them. */
function areApart({ parts, settings }: RegisterComparison): boolean {
  const registers = new Set(parts.map(({ register }) => register));
  const haveCodes = [...registers].some(({ persons }) => !persons.arePersonnummer);
  return !settings.sameCodes && registers.size > 1 && haveCodes;
}

function tables(arranged: Arranged): DocumentSheet {
  const { shown, words } = arranged;
  const own = shown.tables.filter(({ id }) => id !== 'parts');
  return {
    id: 'comparison-tables',
    name: words.sheets.tables,
    blocks: own.flatMap((table) => [figures(table, arranged), ...groupsChart(table, arranged)]),
  };
}

/** The scopes that have columns. */
function columnsOf({ scopes }: RegisterComparison): readonly Scope[] {
  return scopes.filter(({ kind }) => kind !== 'rest');
}

function scopeName({ comparison, words, language }: Arranged, { kind, part }: Scope): string {
  if (kind === 'together') return words.together;
  const name = partName(comparison, comparison.parts[part]!, language);
  return kind === 'part' ? name : words.rest(name);
}

/** Frequency groups and the rest have words; other parts are called as they are. */
function partName(
  { areGroups, rows }: RegisterComparison,
  { name, isRest }: Part,
  language: Language,
): string {
  if (isRest) return comparisonWordsIn(language).other;
  const isGroup = areGroups && rows.groups.some(({ key }) => key === name);
  return isGroup ? wordsIn(language).group(name) : name;
}

/** Beside each figure the number that it is of, where it is not that number itself. */
function figures(table: ShownComparedTable, arranged: Arranged): DocumentTable {
  const { comparison, words } = arranged;
  const scopes = columnsOf(comparison);
  const { title, rows } = words.tables[table.id];
  const limits = table.rows.flatMap((row) => intervalRow(row, scopes, arranged));
  const hasIntervals = limits.length > 0;
  const areCounts = table.rows.every(({ figure }) => figure === 'count');
  const format = table.rows.some(({ figure }) => isShare(figure))
    ? ('percent' as const)
    : ('decimal-1' as const);
  return {
    kind: 'table',
    id: `comparison-${table.id}`,
    title,
    columns: [
      { key: 'label', header: rows, format: 'text', width: 32 },
      ...scopes.flatMap((scope) => {
        const name = scopeName(arranged, scope);
        if (areCounts)
          return [{ key: `${scope.key} n`, header: name, format: 'integer' as const, width: 14 }];
        return [
          { key: `${scope.key} n`, header: words.n(name), format: 'integer' as const, width: 12 },
          { key: scope.key, header: name, format, width: hasIntervals ? 14 : 12 },
        ];
      }),
    ],
    rows: table.rows.flatMap((row) => [
      {
        key: row.key,
        cells: [
          { value: labelOf(row, arranged) },
          ...scopes.flatMap((scope) => [
            numberOf(row.cells[scope.key]!),
            ...(areCounts ? [] : [figureOf(row, scope.key, comparison.settings.digits)]),
          ]),
        ],
        ...(row.kind === 'section' && { kind: 'total' as const }),
      },
      ...intervalRow(row, scopes, arranged),
    ]),
    notes: notesOf(table, arranged),
  };
}

function numberOf(cell: ComparedCell | Suppressed): DocumentCell {
  if (isSuppressed(cell)) return HIDDEN;
  if (cell.kind === 'count') return { value: cell.value };
  return { value: cell.n ?? null };
}

function figureOf(row: ShownRow, scope: string, digits: number | null): DocumentCell {
  if (row.figure === 'count') return { value: '', format: 'text' };
  const cell = row.cells[scope]!;
  if (isSuppressed(cell)) return HIDDEN;
  return { value: cell.value, format: formatOf(row, digits) };
}

const DECIMALS = ['integer', 'decimal-1', 'decimal-2', 'decimal-3'] as const satisfies NumberFormat[];

/** @param digits of the comparison, where the row says none */
function formatOf({ figure, key, digits: own }: ShownRow, digits: number | null): NumberFormat {
  const asked = own ?? digits;
  if (figure === 'count') return 'integer';
  if (isShare(figure)) return asked === null || asked === 0 ? 'percent' : 'percent-one-decimal';
  return DECIMALS[asked ?? (key === 'mean-actualisations' ? 2 : 1)]!;
}

function isShare(figure: FigureKind): boolean {
  return figure === 'percent' || figure === 'returned';
}

/** Rates have their intervals always, percentages where the settings ask. */
function intervalRow(row: ShownRow, scopes: readonly Scope[], arranged: Arranged): DocumentRow[] {
  const { words, language, comparison } = arranged;
  const { intervals, digits } = comparison.settings;
  if (!(row.figure === 'rate' || (intervals && isShare(row.figure)))) return [];
  // A percentage is told without decimals, but for its interval they matter.
  const format = isShare(row.figure) ? 'percent-one-decimal' : formatOf(row, digits);
  const limits = scopes.map((scope) => {
    const cell = row.cells[scope.key]!;
    if (isSuppressed(cell)) return HIDDEN;
    if (cell.lower === undefined || cell.upper === undefined) return EMPTY;
    const [lower, upper] = [cell.lower, cell.upper].map((limit) => formatNumber(limit, format, language));
    return { value: words.differences.to(lower!, upper!), format: 'text' as const };
  });
  if (limits.every((cell) => cell.value === '')) return [];
  return [
    {
      key: `${row.key} interval`,
      cells: [{ value: words.interval }, ...limits.flatMap((cell) => [EMPTY, cell])],
    },
  ];
}

/** More parts than these have no colours of their own. */
const MOST_SERIES = 4;

/** The shares of the frequency groups, part by part side by side. */
function groupsChart({ id, rows }: ShownComparedTable, arranged: Arranged): DocumentChart[] {
  const { comparison, words, language } = arranged;
  const parts = comparison.scopes.filter(({ kind }) => kind === 'part');
  if (id !== 'persons-by-group' || parts.length > MOST_SERIES) return [];
  const groups = rows.filter(({ kind }) => kind === 'figure');
  const text = (row: ShownRow, { key }: Scope) =>
    formatCell(figureOf(row, key, comparison.settings.digits), 'percent', language);
  const { title, categoryAxis, valueAxis, alternative } = words.chart;
  return [
    {
      kind: 'chart',
      id: 'comparison-groups',
      title,
      shape: 'clustered-column',
      categoryAxis,
      valueAxis,
      table: `comparison-${id}`,
      rows: groups.map(({ key }) => key),
      categories: 'label',
      series: parts.map((scope) => ({ name: scopeName(arranged, scope), column: scope.key })),
      alternative: alternative(
        groups.map((row) => [
          labelOf(row, arranged),
          parts.map((scope) => `${scopeName(arranged, scope)} ${text(row, scope)}`).join(', '),
        ]),
      ),
    },
  ];
}

function labelOf({ key, label, figure, kind }: ShownRow, { words, language }: Arranged): string {
  const own = words.rowLabels[key];
  if (own !== undefined) return own;
  if (label === null && key.endsWith('=missing')) return capital(words.missing);
  if (label === null && key.endsWith('=other')) return capital(words.other);
  if (label !== null) {
    const what = kind === 'figure' ? words.figures[figure] : undefined;
    return what === undefined ? label : `${label}, ${what}`;
  }
  const lathund = wordsIn(language);
  return rowLabel(key, lathund.tables['group-profile'], lathund);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function notesOf({ id, rows }: ShownComparedTable, { comparison, words }: Arranged): string[] {
  const { notes } = words;
  const { areGroups } = comparison;
  const { percent, base, rows: chosen } = comparison.settings;
  if (id === 'return') return [notes.return, ...(areGroups ? [notes.returnOfGroups] : [])];
  if (id === 'parts') return rows.some(({ figure }) => figure === 'rate') ? [notes.rates] : [];
  const isMissing = rows.some(({ kind }) => kind === 'missing');
  const bases = id === 'rows' ? new Set(chosen.map((row) => row.base)) : new Set([base]);
  const isOfGroups = id === 'persons-by-group' || id === 'actualisations-by-group';
  return [
    notes[isOfGroups ? 'column' : percent],
    ...(isOfGroups ? [notes.groups] : [...bases].map((one) => notes[one])),
    ...(id === 'actualisations-by-group' ? [notes.actualisationsByGroup] : []),
    ...(isMissing ? [notes.missing] : []),
  ];
}

function differences(arranged: Arranged): DocumentSheet {
  const { shown, words, language } = arranged;
  const { holm, notes } = words.differences;
  const found = shown.tables
    .map((table) => differencesOf(table, arranged))
    .filter(({ rows }) => rows.length > 0);
  const tests = shown.tables.flatMap(({ rows }) => rows.flatMap(({ test }) => test ?? []));
  const draws = tests.flatMap(({ simulated }) => simulated?.draws ?? []);
  const texts = [
    ...(shown.tests > 0 ? [holm(integer(shown.tests, language))] : []),
    ...(shown.persons || shown.tests === 0 ? [] : [notes.public]),
    ...(draws.length > 0
      ? [wordsIn(language).comparison.notes.simulated(integer(Math.min(...draws), language))]
      : []),
    ...(tests.some(({ tooSure }) => tooSure) ? [notes.tooSure] : []),
    ...(tests.some(({ overlapping }) => overlapping) ? [notes.overlapping] : []),
  ];
  return {
    id: 'comparison-differences',
    name: words.sheets.differences,
    blocks: [
      ...found,
      ...texts.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
      ...(shown.tests > 0 ? [testsTable(arranged)] : []),
    ],
  };
}

function columnIn(words: ComparisonWords) {
  const { columns } = words.differences;
  return (key: keyof typeof columns, format: NumberFormat, width: number) => ({
    key,
    header: columns[key],
    format,
    width,
  });
}

function differencesOf(table: ShownComparedTable, arranged: Arranged): DocumentTable {
  const { words } = arranged;
  const { title, notes } = words.differences;
  const column = columnIn(words);
  const own = words.tables[table.id];
  const kinds = new Set(table.rows.flatMap(({ differences: all }) => all.map(({ kind }) => kind)));
  return {
    kind: 'table',
    id: `comparison-differences-${table.id}`,
    title: title(own.title),
    columns: [
      { key: 'label', header: own.rows, format: 'text', width: 38 },
      column('against', 'text', 28),
      column('difference', 'decimal-1', 12),
      column('interval', 'text', 22),
      column('standardised', 'decimal-2', 16),
    ],
    rows: table.rows.flatMap((row) =>
      row.differences.map((difference, at) => ({
        key: `${row.key} ${String(at + 1)}`,
        cells: [
          { value: at === 0 ? labelOf(row, arranged) : '' },
          ...differenceCells(difference, row, arranged),
        ],
      })),
    ),
    notes: [
      ...(kinds.has('ratio') ? [notes.ratio] : []),
      ...(kinds.has('percent-units') ? [notes.percent] : []),
      ...(kinds.has('means') ? [notes.means] : []),
      ...(kinds.has('means') || kinds.has('percent-units') ? [notes.standardised] : []),
    ],
  };
}

/** The tests of all tables in one, since they are adjusted for each other. */
function testsTable(arranged: Arranged): DocumentTable {
  const { shown, words } = arranged;
  const column = columnIn(words);
  return {
    kind: 'table',
    id: 'comparison-tests',
    title: words.differences.testsTitle,
    columns: [
      { key: 'label', header: words.tables.profile.rows, format: 'text', width: 38 },
      column('test', 'text', 20),
      column('statistic', 'decimal-2', 12),
      column('df', 'integer', 12),
      column('p', 'decimal-3', 12),
      column('adjusted', 'decimal-3', 12),
      column('cramersV', 'decimal-2', 12),
    ],
    rows: shown.tables.flatMap((table) =>
      table.rows.flatMap((row) => {
        if (!row.test) return [];
        const label = table.id === 'profile' || table.id === 'rows' ? labelOf(row, arranged) : null;
        return {
          key: `${table.id} ${row.key}`,
          cells: [{ value: label ?? words.tables[table.id].title }, ...testCells(row.test, arranged)],
        };
      }),
    ),
    notes: [],
  };
}

const EMPTY: DocumentCell = { value: '', format: 'text' };

function differenceCells(difference: Difference, row: ShownRow, arranged: Arranged): DocumentCell[] {
  const { comparison, words, language } = arranged;
  const name = (key: string) =>
    scopeName(
      arranged,
      comparison.scopes.find((scope) => scope.key === key)!,
    );
  const { kind, value, lower, upper, standardised } = difference;
  const digits = row.digits ?? comparison.settings.digits;
  const usual = kind === 'ratio' || row.key === 'mean-actualisations' ? 2 : 1;
  // Differences of percentages are told with a decimal, and ratios with two, whatever is asked for.
  const format = DECIMALS[kind === 'means' ? (digits ?? usual) : usual]!;
  const limit = (number: number | null) => (number === null ? '–' : formatNumber(number, format, language));
  const hasInterval = lower !== null || upper !== null;
  return [
    { value: words.differences.against(name(difference.part), name(difference.against)) },
    { value, format },
    hasInterval ? { value: words.differences.to(limit(lower), limit(upper)), format: 'text' } : EMPTY,
    kind === 'ratio' ? EMPTY : { value: standardised },
  ];
}

function testCells(test: NamedTest, { language }: Arranged): DocumentCell[] {
  const words = wordsIn(language).comparison;
  const orEmpty = (value: number | null): DocumentCell => (value === null ? EMPTY : { value });
  return [
    { value: testName(test, words, language) },
    orEmpty(test.statistic),
    orEmpty(test.degreesOfFreedom),
    pCell(test.p, words, language),
    pCell(test.adjusted, words, language),
    orEmpty(test.cramersV),
  ];
}

function protocol(arranged: Arranged): DocumentSheet {
  const { comparison, words } = arranged;
  const p = words.protocol;
  const { settings, parts } = comparison;
  const { mode } = settings.protection;
  const text = (value: string): DocumentCell => ({ value, format: 'text' });
  return {
    id: 'comparison-protocol',
    name: words.sheets.protocol,
    blocks: [
      { kind: 'heading', text: words.sheets.protocol },
      { kind: 'paragraph', text: p.intro },
      {
        kind: 'facts',
        facts: [
          { label: p.product, cell: text(`${PRODUCT.name} ${PRODUCT.version}`) },
          { label: p.base, cell: text(p[settings.base]) },
          { label: p.against, cell: text(settings.against === 'first' ? p.first : p.restOf) },
          { label: p.percent, cell: text(settings.percent === 'column' ? p.ofPart : p.ofLevel) },
          { label: p.codes, cell: text(settings.sameCodes ? p.same : p.own) },
          { label: p.protection, cell: text(p[mode]) },
          { label: p.asOf, cell: text(parts[0]!.settings.asOf) },
          { label: p.settings, cell: text(JSON.stringify(settings)) },
        ],
      },
      partsTable(arranged),
    ],
  };
}

/** Rows used are a part's actualisations, and told only where those are. */
function partsTable({ comparison, shown, words, language }: Arranged): DocumentTable {
  const p = words.protocol;
  const rows = (n: number): DocumentCell => (shown.persons ? { value: n } : HIDDEN);
  return {
    kind: 'table',
    id: 'comparison-sources',
    title: p.parts,
    columns: [
      { key: 'part', header: p.part, format: 'text', width: 28 },
      { key: 'file', header: p.file, format: 'text', width: 28 },
      { key: 'checksum', header: p.checksum, format: 'text', width: 34 },
      { key: 'read', header: p.read, format: 'integer', width: 12 },
      { key: 'used', header: p.used, format: 'integer', width: 12 },
      { key: 'population', header: p.population, format: 'integer', width: 12 },
      { key: 'end', header: p.followedTo, format: 'date', width: 12 },
    ],
    rows: comparison.parts.map((part) => {
      const { source, register, population, end } = part;
      return {
        key: part.name,
        cells: [
          { value: partName(comparison, part, language) },
          { value: source.name },
          { value: source.sha256 ?? '' },
          rows(register.account.read),
          rows(register.account.used),
          { value: population },
          { value: end },
        ],
      };
    }),
    notes: [],
  };
}
