/** Arranges a comparison as a document that every host draws: overview, tables, differences and tests, protocol. */
import type {
  DocumentBlock,
  DocumentCell,
  DocumentSheet,
  DocumentTable,
  NumberFormat,
  ResultDocument,
} from '../document/document.ts';
import { rowLabel } from '../document/document-table.ts';
import { formatNumber } from '../document/format.ts';
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
  const { threshold } = comparison.settings.protection;
  const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
  const { inSeveral } = shown;
  const several = typeof inSeveral === 'number' ? integer(inSeveral, language) : '..';
  return {
    id: 'comparison-overview',
    name: words.sheets.overview,
    blocks: [
      { kind: 'heading', text: words.title },
      paragraph(words.intro(comparison.parts.map(({ name }) => name).join(', '))),
      ...shown.tables.filter(({ id }) => id === 'parts').map((table) => figures(table, arranged)),
      ...(inSeveral === 0 ? [] : [paragraph(words.inSeveral(several))]),
      // How many rows belong to none could be of a few persons.
      ...(inNone > 0 && shown.persons ? [paragraph(words.inNone(integer(inNone, language)))] : []),
      ...(areApart(comparison) ? [paragraph(words.codesApart)] : []),
      ...(shown.persons ? [] : [paragraph(words.suppressed(integer(threshold, language)))]),
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
    blocks: own.map((table) => figures(table, arranged)),
  };
}

/** The scopes that have columns. */
function columnsOf({ scopes }: RegisterComparison): readonly Scope[] {
  return scopes.filter(({ kind }) => kind !== 'rest');
}

function scopeName({ parts }: RegisterComparison, { kind, part }: Scope, words: ComparisonWords): string {
  if (kind === 'together') return words.together;
  return kind === 'part' ? parts[part]!.name : words.rest(parts[part]!.name);
}

/** Beside each figure the number that it is of, where it is not that number itself. */
function figures(table: ShownComparedTable, arranged: Arranged): DocumentTable {
  const { comparison, words } = arranged;
  const scopes = columnsOf(comparison);
  const { title, rows } = words.tables[table.id];
  return {
    kind: 'table',
    id: `comparison-${table.id}`,
    title,
    columns: [
      { key: 'label', header: rows, format: 'text', width: 38 },
      ...scopes.flatMap((scope) => {
        const name = scopeName(comparison, scope, words);
        return [
          { key: `${scope.key} n`, header: words.n(name), format: 'integer' as const, width: 12 },
          { key: scope.key, header: name, format: 'decimal-1' as const, width: 14 },
        ];
      }),
    ],
    rows: table.rows.map((row) => ({
      key: row.key,
      cells: [
        { value: labelOf(row, arranged) },
        ...scopes.flatMap((scope) => [numberOf(row.cells[scope.key]!), figureOf(row, scope.key)]),
      ],
      ...(row.kind === 'section' && { kind: 'total' as const }),
    })),
    notes: notesOf(table, arranged),
  };
}

function numberOf(cell: ComparedCell | Suppressed): DocumentCell {
  if (isSuppressed(cell)) return HIDDEN;
  if (cell.kind === 'count') return { value: cell.value };
  return { value: cell.n ?? null };
}

function figureOf(row: ShownRow, scope: string): DocumentCell {
  if (row.figure === 'count') return { value: '', format: 'text' };
  const cell = row.cells[scope]!;
  if (isSuppressed(cell)) return HIDDEN;
  return { value: cell.value, format: formatOf(row) };
}

const FORMATS: Readonly<Partial<Record<FigureKind, NumberFormat>>> = {
  count: 'integer',
  percent: 'percent',
  returned: 'percent',
};

function formatOf({ figure, key }: ShownRow): NumberFormat {
  return FORMATS[figure] ?? (key === 'mean-actualisations' ? 'decimal-2' : 'decimal-1');
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
  const { percent, base, rows: chosen } = comparison.settings;
  if (id === 'return') return [notes.return];
  if (id === 'parts') return rows.some(({ figure }) => figure === 'rate') ? [notes.rates] : [];
  const isMissing = rows.some(({ kind }) => kind === 'missing');
  const bases = id === 'rows' ? new Set(chosen.map((row) => row.base)) : new Set([base]);
  const isOfGroups = id === 'persons-by-group' || id === 'actualisations-by-group';
  return [
    notes[isOfGroups ? 'column' : percent],
    ...(isOfGroups ? [notes.groups] : [...bases].map((one) => notes[one])),
    ...(isMissing ? [notes.missing] : []),
  ];
}

/** p-values below this are told as below it. */
const SMALLEST_P = 0.001;

function differences(arranged: Arranged): DocumentSheet {
  const { shown, words, language } = arranged;
  const { holm, notes } = words.differences;
  const found = shown.tables
    .map((table) => differencesOf(table, arranged))
    .filter(({ rows }) => rows.length > 0);
  const tests = shown.tables.flatMap(({ rows }) => rows.flatMap(({ test }) => test ?? []));
  const draws = tests.flatMap(({ simulated }) => simulated?.draws ?? []);
  const texts = [
    holm(integer(shown.tests, language)),
    ...(shown.persons ? [] : [notes.public]),
    ...(draws.length > 0 ? [notes.simulated(integer(Math.min(...draws), language))] : []),
    ...(tests.some(({ tooSure }) => tooSure) ? [notes.tooSure] : []),
    ...(tests.some(({ overlapping }) => overlapping) ? [notes.overlapping] : []),
  ];
  return {
    id: 'comparison-differences',
    name: words.sheets.differences,
    blocks: [
      ...found,
      ...texts.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
      testsTable(arranged),
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

function differenceCells(
  difference: Difference,
  row: ShownRow,
  { comparison, words, language }: Arranged,
): DocumentCell[] {
  const name = (key: string) =>
    scopeName(
      comparison,
      comparison.scopes.find((scope) => scope.key === key)!,
      words,
    );
  const { kind, value, lower, upper, standardised } = difference;
  const format =
    kind === 'ratio' || row.key === 'mean-actualisations' ? ('decimal-2' as const) : ('decimal-1' as const);
  const limit = (number: number | null) => (number === null ? '–' : formatNumber(number, format, language));
  const hasInterval = lower !== null || upper !== null;
  return [
    { value: words.differences.against(name(difference.part), name(difference.against)) },
    { value, format },
    hasInterval ? { value: words.differences.to(limit(lower), limit(upper)), format: 'text' } : EMPTY,
    kind === 'ratio' ? EMPTY : { value: standardised },
  ];
}

function testCells(test: NamedTest, { words, language }: Arranged): DocumentCell[] {
  const { tests, between, doubtful, below } = words.differences;
  const number = (value: number) => formatNumber(value, 'decimal-3', language);
  const { simulated } = test;
  const pCell = (p: number | null): DocumentCell =>
    p !== null && p < SMALLEST_P ? { value: below(number(SMALLEST_P)) } : { value: p };
  const orEmpty = (value: number | null): DocumentCell => (value === null ? EMPTY : { value });
  return [
    {
      value: simulated
        ? between(tests[test.test], number(simulated.lower), number(simulated.upper))
        : test.doubtful
          ? doubtful(tests[test.test])
          : tests[test.test],
    },
    orEmpty(test.statistic),
    orEmpty(test.degreesOfFreedom),
    pCell(test.p),
    pCell(test.adjusted),
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
function partsTable({ comparison, shown, words }: Arranged): DocumentTable {
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
    rows: comparison.parts.map(({ name, source, register, population, end }) => ({
      key: name,
      cells: [
        { value: name },
        { value: source.name },
        { value: source.sha256 ?? '' },
        rows(register.account.read),
        rows(register.account.used),
        { value: population },
        { value: end },
      ],
    })),
    notes: [],
  };
}
