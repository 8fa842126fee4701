/** Arranges an analysis as a document: overview, persons, tables, row account and protocol, with all words in place. */
import type { Analysis } from '../analyse.ts';
import type { Language } from '../problem.ts';
import { PRODUCT } from '../product.ts';
import { EXCLUSION_REASONS } from '../register/register.ts';
import type { ChosenBy } from '../register/mapping.ts';
import { qualityOf, surenessOf } from '../register/quality.ts';
import { ROLES } from '../register/roles.ts';
import { settingsDay } from '../settings.ts';
import { summaryOf } from '../statistics/summary-of.ts';
import { isSuppressed, shownOf, type Shown, type ShownTable } from '../protection/shown.ts';
import type { TableId } from '../tables/table.ts';
import type {
  DocumentBlock,
  DocumentCell,
  DocumentChart,
  DocumentColumn,
  DocumentRow,
  DocumentSheet,
  DocumentTable,
  NumberFormat,
  ResultDocument,
} from './document.ts';
import { formatCell, formatNumber } from './format.ts';
import { documentTable, rowLabel } from './document-table.ts';
import { wordsIn, type Words } from './words.ts';

export function resultDocument(analysis: Analysis, language: Language): ResultDocument {
  const words = wordsIn(language);
  const shown = shownOf(analysis);
  const result: Result = { analysis, shown, words, language };
  return {
    title: words.title,
    language,
    marking: shown.persons ? words.marking : null,
    product: `${PRODUCT.name} ${PRODUCT.version}`,
    sheets: [
      overview(result),
      ...(shown.persons ? [personsSheet(result)] : []),
      tablesSheet(result),
      rowsSheet(result),
      protocolSheet(result),
    ],
  };
}

/** What every sheet is made from: the analysis, what of it may be shown, and in which words. */
interface Result {
  readonly analysis: Analysis;
  readonly shown: Shown;
  readonly words: Words;
  readonly language: Language;
}

const HIDDEN: DocumentCell = { value: null, suppressed: true };

function integer(n: number, language: Language): string {
  return formatNumber(n, 'integer', language);
}

function overview(result: Result): DocumentSheet {
  const { analysis, words, language, shown } = result;
  const { account } = analysis.register;
  const n = (value: number) => integer(value, language);
  const blocks: DocumentBlock[] = [{ kind: 'heading', text: words.title }];
  blocks.push({ kind: 'paragraph', text: headline(result) });
  blocks.push({ kind: 'facts', facts: overviewFacts(result) });
  blocks.push({
    kind: 'paragraph',
    text: words.overview.rowsUsed(
      n(account.read),
      n(account.used),
      n(account.excluded.length),
      n(account.warnings.length),
    ),
    tone: account.excluded.length + account.warnings.length > 0 ? 'warning' : 'plain',
  });
  if (shown.audit && shown.audit.primaries > 0)
    blocks.push({ kind: 'paragraph', text: words.suppressedNote(n(analysis.settings.protection.threshold)) });
  if (analysis.settings.protection.rounding !== null && !shown.persons)
    blocks.push({ kind: 'paragraph', text: words.roundedNote(n(analysis.settings.protection.rounding)) });
  if (analysis.isPseudonymous && shown.persons)
    blocks.push({ kind: 'paragraph', text: words.pseudonymNote, tone: 'warning' });
  if (analysis.selection)
    blocks.push(
      { kind: 'heading', text: words.selection.title },
      { kind: 'paragraph', text: selectionSentence(result) },
    );
  if (analysis.lathund.persons > 0) blocks.push(groupsChart(result), yearsChart(result));
  return { id: 'overview', name: words.sheets.overview, blocks };
}

function selectionSentence({ analysis, shown, words }: Result): string {
  const { rule, ties, drawnFrom } = analysis.selection!;
  if (shown.persons)
    return words.selection.rule(rule, { persons: shown.selected as number, ties, drawnFrom });
  return words.selection.rule(rule, {
    persons: typeof shown.selected === 'number' ? shown.selected : null,
    ties: 0,
    drawnFrom: null,
  });
}

/** Who come most often, and how much of the work concerns them: the finding that the method is known for. */
function headline({ analysis, shown, words, language }: Result): string {
  if (analysis.lathund.persons === 0) return words.noPersons;
  const group = analysis.lathund.groups.at(-1)!.key;
  const cell = (id: TableId, column: string): DocumentCell =>
    figureOf(
      tableOf(shown, id).rows.find(({ key }) => key === group)!,
      column,
    );
  const persons = cell('persons-by-group', 'persons');
  const ofPersons = cell('persons-by-group', 'percent');
  const ofActualisations = cell('actualisations-by-group', 'percent');
  if ([persons, ofPersons, ofActualisations].some(({ suppressed }) => suppressed))
    return words.headlineSuppressed;
  return words.headline({
    group: words.group(group),
    persons: formatCell(persons, 'integer', language),
    ofPersons: formatCell(ofPersons, 'percent', language),
    ofActualisations: formatCell(ofActualisations, 'percent', language),
  });
}

function figureOf(row: ShownTable['rows'][number], column: string): DocumentCell {
  const cell = row.cells[column]!;
  return isSuppressed(cell) ? { value: null, suppressed: true } : { value: cell.value };
}

/** Median and days are of persons one by one, so they stand only where persons do. */
function overviewFacts({ analysis: { lathund, source }, shown, words }: Result) {
  const { facts } = words.overview;
  const total = (id: TableId, key: string, column: string) =>
    figureOf(
      tableOf(shown, id).rows.find((row) => row.key === key)!,
      column,
    );
  const date = (day: number): DocumentCell => ({ value: lathund.persons > 0 ? day : null, format: 'date' });
  const all: { readonly label: string; readonly cell: DocumentCell }[] = [
    { label: facts.persons, cell: { ...total('summary', 'persons', 'number'), format: 'integer' } },
    {
      label: facts.actualisations,
      cell: { ...total('summary', 'actualisations', 'number'), format: 'integer' },
    },
    {
      label: facts.perPerson,
      cell: { ...total('summary', 'actualisations-per-person', 'mean'), format: 'decimal-2' },
    },
  ];
  if (shown.persons) {
    const median = summaryOf(lathund.actualisations)?.median ?? null;
    all.push(
      { label: facts.median, cell: { value: median, format: 'decimal-1' } },
      { label: facts.firstDay, cell: date(lathund.first.reduce((a, b) => Math.min(a, b), Infinity)) },
      { label: facts.lastDay, cell: date(lathund.last.reduce((a, b) => Math.max(a, b), -Infinity)) },
    );
  }
  all.push({ label: facts.source, cell: { value: source.name, format: 'text' } });
  return all;
}

function tableOf(shown: Shown, id: TableId): ShownTable {
  return shown.tables.find((table) => table.id === id)!;
}

function groupsChart(result: Result): DocumentChart {
  const { words } = result;
  const { overview } = words;
  return columnChart(result, {
    id: 'groups',
    title: overview.groupsTitle,
    categoryAxis: overview.groupAxis,
    table: 'actualisations-by-group',
    without: 'total',
    series: ['persons', 'actualisations'],
    label: words.group,
    alternative: overview.groupsAlternative,
  });
}

function yearsChart(result: Result): DocumentChart {
  const { overview } = result.words;
  return columnChart(result, {
    id: 'years',
    title: overview.yearsTitle,
    categoryAxis: overview.yearAxis,
    table: 'per-year',
    without: 'mean',
    // Persons first, as in the other chart: a series keeps its colour.
    series: ['persons', 'actualisations'],
    label: (year) => year,
    alternative: overview.yearsAlternative,
  });
}

function columnChart(
  { shown, words, language }: Result,
  chart: {
    readonly id: string;
    readonly title: string;
    readonly categoryAxis: string;
    readonly table: TableId;
    readonly without: string;
    readonly series: readonly [string, string];
    readonly label: (key: string) => string;
    readonly alternative: (rows: readonly (readonly [string, string, string])[]) => string;
  },
): DocumentChart {
  const rows = tableOf(shown, chart.table).rows.filter(({ key }) => key !== chart.without);
  const { columns } = words.tables[chart.table];
  const text = (row: ShownTable['rows'][number], column: string) =>
    formatCell(figureOf(row, column), 'integer', language);
  return {
    kind: 'chart',
    id: chart.id,
    title: chart.title,
    shape: 'clustered-column',
    categoryAxis: chart.categoryAxis,
    valueAxis: words.overview.numberAxis,
    table: chart.table,
    rows: rows.map(({ key }) => key),
    categories: 'label',
    series: chart.series.map((column) => ({ name: columns[column]!, column })),
    alternative: chart.alternative(
      rows.map((row) => [chart.label(row.key), text(row, chart.series[0]), text(row, chart.series[1])]),
    ),
  };
}

/** A workbook's sheet holds 1,048,576 rows; what is over stands in the JSON result, and the document says so. */
const MOST_ROWS = 1_000_000;

function personsSheet({ analysis: { lathund, settings, selection }, words }: Result): DocumentSheet {
  const { columns } = words.persons;
  const chosen = selection ? new Set(selection.persons) : null;
  const rows: DocumentRow[] = [];
  for (let p = 0; p < Math.min(lathund.persons, MOST_ROWS); p++) {
    const key = lathund.key(p);
    rows.push({
      key,
      cells: [
        { value: shownPerson(key) },
        { value: lathund.actualisations[p]! },
        { value: lathund.first[p]! },
        { value: lathund.last[p]! },
        { value: lathund.months[p]! },
        { value: words.group(lathund.groups[lathund.group[p]!]!.key) },
        ...(chosen ? [{ value: chosen.has(p) ? '✓' : '' }] : []),
      ],
    });
  }
  const table: DocumentTable = {
    kind: 'table',
    id: 'persons',
    title: words.persons.title,
    columns: [
      { key: 'person', header: columns.person, format: 'text', width: 18 },
      { key: 'actualisations', header: columns.actualisations, format: 'integer', width: 20 },
      { key: 'first', header: columns.first, format: 'date', width: 23 },
      { key: 'last', header: columns.last, format: 'date', width: 23 },
      {
        key: 'months',
        header: columns.months,
        format: settings.months === 'average' ? 'decimal-1' : 'integer',
        width: 18,
      },
      { key: 'group', header: columns.group, format: 'text', width: 16 },
      ...(chosen
        ? [
            {
              key: 'selected',
              header: words.selection.title,
              format: 'text',
              width: 26,
            } satisfies DocumentColumn,
          ]
        : []),
    ],
    rows,
    notes: [words.persons.months[settings.months]],
  };
  return { id: 'persons', name: words.sheets.persons, blocks: [table] };
}

/** Twelve digits are read more easily as YYYYMMDD-NNNN. */
function shownPerson(key: string): string {
  return /^\d{12}$/.test(key) ? `${key.slice(0, 8)}-${key.slice(8)}` : key;
}

function tablesSheet(result: Result): DocumentSheet {
  const { analysis, shown, words, language } = result;
  const table = (id: TableId) =>
    documentTable(tableOf(shown, id), words, analysis.settings.intervals ? language : null);
  return {
    id: 'tables',
    name: words.sheets.tables,
    blocks: [
      { kind: 'heading', text: words.questions.who },
      table('persons-by-group'),
      table('actualisations-by-group'),
      table('per-year'),
      ...trendParagraph(result),
      table('sex-and-age'),
      table('summary'),
      ...distributionsTable(result),
      concentrationTable(result),
      returnTable(result),
      ...returnByTable(result),
      { kind: 'heading', text: words.questions.needs },
      table('group-profile'),
      ...comparisonTable(result),
      { kind: 'heading', text: words.questions.further },
      { kind: 'paragraph', text: words.furtherText },
    ],
  };
}

function returnTable({ shown, words, language }: Result): DocumentTable {
  const { columns } = words.returned;
  const percent = (share: number | null): DocumentCell => ({ value: share === null ? null : share * 100 });
  return {
    kind: 'table',
    id: 'return',
    title: words.returned.title,
    columns: [
      { key: 'label', header: words.returned.within, format: 'text', width: 34 },
      { key: 'returned', header: columns.returned, format: 'percent', width: 14 },
      { key: 'lower', header: columns.lower, format: 'percent', width: 14 },
      { key: 'upper', header: columns.upper, format: 'percent', width: 14 },
      { key: 'atRisk', header: columns.atRisk, format: 'integer', width: 14 },
    ],
    rows: shown.returned.map((point) => ({
      key: String(point.days),
      cells: [
        { value: words.returned.days(integer(point.days, language)) },
        ...(isSuppressed(point)
          ? [HIDDEN, HIDDEN, HIDDEN, HIDDEN]
          : [percent(point.returned), percent(point.lower), percent(point.upper), { value: point.atRisk }]),
      ],
    })),
    notes: words.returned.notes,
  };
}

/** The trend is through exact yearly figures, so it stands where they do. */
function trendParagraph({ analysis: { trend }, shown, words, language }: Result): DocumentBlock[] {
  if (!trend || !shown.persons) return [];
  const signed = (slope: number) => (slope > 0 ? '+' : '') + formatNumber(slope, 'decimal-1', language);
  const { rSquared } = trend.actualisations;
  const text = words.trend({
    years: `${String(trend.years[0])}–${String(trend.years.at(-1))}`,
    actualisations: signed(trend.actualisations.slope),
    persons: signed(trend.persons.slope),
    rSquared: rSquared === null ? '–' : formatNumber(rSquared, 'decimal-2', language),
  });
  return [{ kind: 'paragraph', text }];
}

/** Spread is of persons one by one: the largest and the smallest are each somebody. */
function distributionsTable({ analysis: { distributions }, shown, words }: Result): DocumentTable[] {
  if (!shown.persons) return [];
  const { columns, labels, title, rows, notes } = words.distributions;
  const column = (key: keyof typeof columns, format: NumberFormat) => ({
    key,
    header: columns[key],
    format,
    width: key === 'sd' ? 12 : 9,
  });
  return [
    {
      kind: 'table',
      id: 'distributions',
      title,
      columns: [
        { key: 'label', header: rows, format: 'text', width: 34 },
        column('n', 'integer'),
        column('missing', 'integer'),
        column('mean', 'decimal-1'),
        column('sd', 'decimal-1'),
        column('median', 'decimal-1'),
        column('lowerQuartile', 'decimal-1'),
        column('upperQuartile', 'decimal-1'),
        column('min', 'decimal-1'),
        column('max', 'decimal-1'),
      ],
      rows: distributions.map(({ key, missing, summary }) => ({
        key,
        cells: [
          { value: labels[key] },
          { value: summary?.n ?? 0 },
          { value: missing },
          { value: summary?.mean ?? null },
          { value: summary?.standardDeviation ?? null },
          { value: summary?.median ?? null },
          { value: summary?.lowerQuartile ?? null },
          { value: summary?.upperQuartile ?? null },
          { value: summary?.min ?? null },
          { value: summary?.max ?? null },
        ],
      })),
      notes,
    },
  ];
}

function returnByTable({ analysis, shown, words, language }: Result): DocumentTable[] {
  const { returnBy } = analysis.settings;
  if (returnBy === null || !shown.persons) return [];
  const by =
    returnBy === 'group' ? words.returnedBy.frequencyGroup : words.protocol.roles[returnBy].toLowerCase();
  const label = (key: string) =>
    key === ''
      ? words.returnedBy.missing
      : returnBy === 'group'
        ? words.group(key)
        : (words.protocol.codes[key] ?? key);
  return [
    {
      kind: 'table',
      id: 'return-by',
      title: words.returnedBy.title(by),
      columns: [
        { key: 'label', header: by, format: 'text', width: 34 },
        { key: 'persons', header: words.returnedBy.persons, format: 'integer', width: 14 },
        ...analysis.returned.map(({ days }) => ({
          key: String(days),
          header: words.returned.days(integer(days, language)),
          format: 'percent' as const,
          width: 14,
        })),
      ],
      rows: analysis.returnedBy.map(({ key, persons, points }) => ({
        key: key === '' ? 'missing' : key,
        cells: [
          { value: label(key) },
          { value: persons },
          ...points.map(({ returned }) => ({ value: returned === null ? null : returned * 100 })),
        ],
      })),
      notes: words.returnedBy.notes,
    },
  ];
}

/** p-values below this are told as below it. */
const SMALLEST_P = 0.001;

function comparisonTable({ analysis: { comparisons }, shown, words, language }: Result): DocumentTable[] {
  if (comparisons.length === 0 || !shown.persons) return [];
  const c = words.comparison;
  const own = words.tables['group-profile'];
  return [
    {
      kind: 'table',
      id: 'comparison',
      title: c.title,
      columns: [
        { key: 'label', header: own.rows, format: 'text', width: 34 },
        { key: 'test', header: c.columns.test, format: 'text', width: 20 },
        { key: 'p', header: c.columns.p, format: 'decimal-3', width: 14 },
        { key: 'effect', header: c.columns.effect, format: 'text', width: 34 },
        { key: 'effectSize', header: c.columns.effectSize, format: 'decimal-2', width: 14 },
      ],
      rows: comparisons.map(({ row, test, p, doubtful, effect, effectSize }) => ({
        key: row,
        cells: [
          { value: rowLabel(row, own, words) },
          { value: doubtful ? c.doubtful : c.tests[test] },
          p === null
            ? { value: c.tooLarge }
            : p < SMALLEST_P
              ? { value: c.below(formatNumber(SMALLEST_P, 'decimal-3', language)) }
              : { value: p },
          { value: c.effects[effect] },
          { value: effectSize },
        ],
      })),
      notes: c.notes,
    },
  ];
}

function concentrationTable({ shown, words, language }: Result): DocumentTable {
  return {
    kind: 'table',
    id: 'concentration',
    title: words.concentration.title,
    columns: [
      { key: 'label', header: words.concentration.rows, format: 'text', width: 34 },
      { key: 'persons', header: words.concentration.persons, format: 'integer', width: 14 },
      { key: 'share', header: words.concentration.column, format: 'percent', width: 14 },
    ],
    rows: [
      ...shown.top.map((top) => ({
        key: String(top.share),
        cells: [
          { value: words.concentration.top(formatNumber(top.share * 100, 'percent', language)) },
          ...(isSuppressed(top)
            ? [HIDDEN, HIDDEN]
            : [{ value: top.persons }, { value: top.ofActualisations * 100 }]),
        ],
      })),
      {
        key: 'gini',
        cells: [
          { value: words.concentration.gini },
          { value: '' },
          { value: shown.gini, format: shown.persons ? 'decimal-3' : 'decimal-2' },
        ],
      },
    ],
    notes: words.concentration.notes,
  };
}

function rowsSheet({ analysis: { register }, shown, words, language }: Result): DocumentSheet {
  const { account } = register;
  const r = words.rows;
  const blocks: DocumentBlock[] = [
    {
      kind: 'table',
      id: 'row-account',
      title: r.accountTitle,
      columns: [
        { key: 'label', header: r.outcome, format: 'text', width: 48 },
        { key: 'number', header: r.number, format: 'integer', width: 14 },
      ],
      rows: [
        { key: 'used', cells: [{ value: r.used }, { value: account.used }] },
        ...EXCLUSION_REASONS.map((reason) => ({
          key: reason,
          cells: [
            { value: r.reasons[reason] },
            { value: account.excluded.filter((row) => row.reason === reason).length },
          ],
        })).filter(({ cells }) => cells[1]!.value !== 0),
        { key: 'read', kind: 'total', cells: [{ value: r.read }, { value: account.read }] },
      ],
      notes: [],
    },
  ];
  const shownOf = <T>(all: readonly T[]) =>
    all.length > MOST_ROWS ? [r.tooMany(integer(MOST_ROWS, language), integer(all.length, language))] : [];
  if (!shown.persons) return { id: 'rows', name: words.sheets.rows, blocks };
  blocks.push(qualityBlock(register, words));
  if (account.excluded.length === 0) blocks.push({ kind: 'paragraph', text: r.noneExcluded });
  else
    blocks.push({
      kind: 'table',
      id: 'excluded',
      title: r.excludedTitle,
      columns: [
        { key: 'reason', header: r.reason, format: 'text', width: 48 },
        { key: 'row', header: r.row, format: 'integer', width: 14 },
        { key: 'value', header: r.value, format: 'text', width: 26 },
      ],
      rows: account.excluded.slice(0, MOST_ROWS).map(({ row, reason, value }) => ({
        key: String(row),
        cells: [{ value: r.reasons[reason] }, { value: row }, { value }],
      })),
      notes: shownOf(account.excluded),
    });
  if (account.warnings.length === 0) blocks.push({ kind: 'paragraph', text: r.noWarnings });
  else
    blocks.push({
      kind: 'table',
      id: 'warnings',
      title: r.warningsTitle,
      columns: [
        { key: 'warning', header: r.warning, format: 'text', width: 48 },
        { key: 'row', header: r.row, format: 'integer', width: 14 },
      ],
      rows: account.warnings.slice(0, MOST_ROWS).map(({ row, warning }) => ({
        key: `${String(row)} ${warning}`,
        cells: [{ value: r.warnings[warning] }, { value: row }],
      })),
      notes: shownOf(account.warnings),
    });
  return { id: 'rows', name: words.sheets.rows, blocks };
}

/** As many row numbers as are read at a glance. */
const ROWS_NAMED = 10;

function qualityBlock(register: Analysis['register'], words: Words): DocumentBlock {
  const q = words.quality;
  const findings = qualityOf(register);
  if (findings.length === 0) return { kind: 'paragraph', text: q.nothing };
  return {
    kind: 'table',
    id: 'quality',
    title: q.title,
    columns: [
      { key: 'what', header: q.columns.what, format: 'text', width: 48 },
      { key: 'count', header: q.columns.count, format: 'integer', width: 14 },
      { key: 'where', header: q.columns.where, format: 'text', width: 26 },
      { key: 'todo', header: q.columns.todo, format: 'text', width: 34 },
    ],
    rows: findings.map(({ code, role, count, rows, values }) => {
      const column = role === null ? [] : [words.protocol.roles[role]];
      const named =
        rows.slice(0, ROWS_NAMED).join(', ') + (count > ROWS_NAMED && rows.length > 0 ? ' …' : '');
      return {
        key: `${code} ${role ?? ''}`,
        cells: [
          { value: [...column, q.what[code]].join(': ') },
          { value: count === 0 ? '' : count },
          { value: [...values, ...(rows.length > 0 ? [q.row(named)] : [])].join(', ') },
          { value: q.todo[code] },
        ],
      };
    }),
    notes: [],
  };
}

function protocolSheet(result: Result): DocumentSheet {
  const { analysis, shown, words } = result;
  return {
    id: 'protocol',
    name: words.sheets.protocol,
    blocks: [
      { kind: 'heading', text: words.sheets.protocol },
      { kind: 'paragraph', text: words.protocol.intro },
      { kind: 'facts', facts: protocolFacts(result) },
      columnsTable(result),
      // Values that occur in few rows could tell who they are about.
      ...(shown.persons ? valuesTable(analysis, words) : []),
    ],
  };
}

function protocolFacts({ analysis: { settings, source, register, lathund }, words, language }: Result) {
  const p = words.protocol;
  const text = (value: string): DocumentCell => ({ value, format: 'text' });
  const list = (values: readonly string[] | null) => text(values?.join(', ') ?? p.none);
  const { period, lowestAge, protection } = settings;
  return [
    { label: p.product, cell: text(`${PRODUCT.name} ${PRODUCT.version}`) },
    { label: p.file, cell: text(source.name) },
    ...(source.sheet === null ? [] : [{ label: p.sheet, cell: text(source.sheet) }]),
    ...(source.sha256 === null ? [] : [{ label: p.checksum, cell: text(source.sha256) }]),
    {
      label: p.headerRow,
      cell: { value: register.mapping.headerRow + 1, format: 'integer' } as DocumentCell,
    },
    { label: p.asOf, cell: { value: settingsDay(settings.asOf), format: 'date' } as DocumentCell },
    {
      label: p.period,
      cell: text(period ? `${period.from ?? p.open} – ${period.to ?? p.open}` : p.none),
    },
    { label: p.lowestAge, cell: text(lowestAge === null ? p.none : integer(lowestAge, language)) },
    { label: p.reasons, cell: list(settings.reasons) },
    { label: p.types, cell: list(settings.types) },
    { label: p.organisations, cell: list(settings.organisations) },
    { label: p.groups, cell: text(lathund.groups.map(({ key }) => words.group(key)).join(' · ')) },
    { label: p.months, cell: text(words.persons.months[settings.months]) },
    { label: p.base, cell: text(p.bases[settings.profileBase]) },
    { label: p.protection, cell: text(p.modes[protection.mode]) },
  ];
}

function sureness(by: ChosenBy, fit: number | undefined, { protocol }: Words, language: Language): string {
  const how = protocol.surenesses[surenessOf(by, fit)];
  return fit === undefined ? how : `${how} (${protocol.fit(formatNumber(fit * 100, 'percent', language))})`;
}

function columnsTable({ analysis: { register }, words, language }: Result): DocumentTable {
  const p = words.protocol;
  return {
    kind: 'table',
    id: 'columns',
    title: p.columnsTitle,
    columns: [
      { key: 'role', header: p.column, format: 'text', width: 30 },
      { key: 'header', header: p.header, format: 'text', width: 34 },
      { key: 'by', header: p.chosenBy, format: 'text', width: 20 },
      { key: 'sureness', header: p.sureness, format: 'text', width: 34 },
    ],
    rows: ROLES.map((role) => {
      const mapped = register.mapping.columns[role];
      const by =
        mapped === undefined
          ? ''
          : mapped.by === 'settings'
            ? p.bySettings
            : mapped.by === 'profile'
              ? p.byProfile
              : mapped.passedOver.length > 0
                ? p.passedOver(mapped.passedOver.join(', '))
                : p.byHeader;
      return {
        key: role,
        cells: [
          { value: p.roles[role] },
          { value: mapped?.header ?? p.notFound },
          { value: by },
          { value: mapped ? sureness(mapped.by, register.fit[role], words, language) : '' },
        ],
      };
    }),
    notes: [],
  };
}

function valuesTable({ register }: Analysis, words: Words): DocumentTable[] {
  const p = words.protocol;
  const rows = ROLES.flatMap((role) => {
    if (role === 'person' || role === 'date' || role === 'number' || role === 'age') return [];
    return (register.meanings[role] ?? []).map(({ value, name, code, by, rows: n }) => {
      const meaning = code !== null ? (p.codes[code] ?? name) : by === 'own-name' ? p.ownName : name;
      return {
        key: `${role} ${name} ${value}`,
        cells: [{ value: p.roles[role] }, { value }, { value: meaning }, { value: n }],
      };
    });
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'values',
      title: p.valuesTitle,
      columns: [
        { key: 'role', header: p.column, format: 'text', width: 30 },
        { key: 'value', header: p.valueColumn, format: 'text', width: 34 },
        { key: 'meaning', header: p.takenFor, format: 'text', width: 34 },
        { key: 'rows', header: p.numberOfRows, format: 'integer', width: 14 },
      ],
      rows: rows.slice(0, MOST_ROWS),
      notes: [],
    },
  ];
}
