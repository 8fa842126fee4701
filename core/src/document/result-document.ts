/** Arranges an analysis as a document: overview, persons, tables, row account and protocol, with all words in place. */
import type { Analysis } from '../analyse.ts';
import type { Language } from '../problem.ts';
import { PRODUCT } from '../product.ts';
import { EXCLUSION_REASONS } from '../register/register.ts';
import { ROLES } from '../register/roles.ts';
import { settingsDay } from '../settings.ts';
import { summaryOf } from '../statistics/summary-of.ts';
import type { Table, TableId } from '../tables/table.ts';
import type {
  DocumentBlock,
  DocumentCell,
  DocumentChart,
  DocumentColumn,
  DocumentRow,
  DocumentSheet,
  DocumentTable,
  ResultDocument,
} from './document.ts';
import { formatCell, formatNumber } from './format.ts';
import { documentTable } from './document-table.ts';
import { wordsIn, type Words } from './words.ts';

export function resultDocument(analysis: Analysis, language: Language): ResultDocument {
  const words = wordsIn(language);
  const internal = analysis.settings.protection.mode === 'internal';
  return {
    title: words.title,
    language,
    marking: internal ? words.marking : null,
    product: `${PRODUCT.name} ${PRODUCT.version}`,
    sheets: [
      overview(analysis, words, language),
      ...(internal ? [personsSheet(analysis, words)] : []),
      tablesSheet(analysis, words, language),
      rowsSheet(analysis, words, language),
      protocolSheet(analysis, words, language),
    ],
  };
}

function integer(n: number, language: Language): string {
  return formatNumber(n, 'integer', language);
}

function overview(analysis: Analysis, words: Words, language: Language): DocumentSheet {
  const { account } = analysis.register;
  const n = (value: number) => integer(value, language);
  const blocks: DocumentBlock[] = [{ kind: 'heading', text: words.title }];
  blocks.push({ kind: 'paragraph', text: headline(analysis, words, language) });
  blocks.push({ kind: 'facts', facts: overviewFacts(analysis, words) });
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
  if (analysis.selection)
    blocks.push(
      { kind: 'heading', text: words.selection.title },
      {
        kind: 'paragraph',
        text: words.selection.rule(analysis.selection.rule, {
          persons: analysis.selection.persons.length,
          ties: analysis.selection.ties,
          drawnFrom: analysis.selection.drawnFrom,
        }),
      },
    );
  if (analysis.lathund.persons > 0)
    blocks.push(groupsChart(analysis, words, language), yearsChart(analysis, words, language));
  return { id: 'overview', name: words.sheets.overview, blocks };
}

/** Who come most often, and how much of the work concerns them: the finding that the method is known for. */
function headline(analysis: Analysis, words: Words, language: Language): string {
  if (analysis.lathund.persons === 0) return words.noPersons;
  const group = analysis.lathund.groups.at(-1)!.key;
  const cell = (id: TableId, column: string): DocumentCell => {
    const row = tableOf(analysis, id).rows.find(({ key }) => key === group)!;
    return { value: row.cells[column]!.value };
  };
  return words.headline({
    group: words.group(group),
    persons: formatCell(cell('persons-by-group', 'persons'), 'integer', language),
    ofPersons: formatCell(cell('persons-by-group', 'percent'), 'percent', language),
    ofActualisations: formatCell(cell('actualisations-by-group', 'percent'), 'percent', language),
  });
}

function overviewFacts({ register, lathund, source }: Analysis, words: Words) {
  const { facts } = words.overview;
  const summary = summaryOf(lathund.actualisations);
  const date = (day: number): DocumentCell => ({ value: lathund.persons > 0 ? day : null, format: 'date' });
  return [
    { label: facts.persons, cell: { value: lathund.persons, format: 'integer' } },
    { label: facts.actualisations, cell: { value: register.used, format: 'integer' } },
    { label: facts.perPerson, cell: { value: summary?.mean ?? null, format: 'decimal-2' } },
    { label: facts.median, cell: { value: summary?.median ?? null, format: 'decimal-1' } },
    { label: facts.firstDay, cell: date(lathund.first.reduce((a, b) => Math.min(a, b), Infinity)) },
    { label: facts.lastDay, cell: date(lathund.last.reduce((a, b) => Math.max(a, b), -Infinity)) },
    { label: facts.source, cell: { value: source.name, format: 'text' } },
  ] as const;
}

function tableOf(analysis: Analysis, id: TableId): Table {
  return analysis.tables.find((table) => table.id === id)!;
}

function groupsChart(analysis: Analysis, words: Words, language: Language): DocumentChart {
  const { overview } = words;
  const table = tableOf(analysis, 'actualisations-by-group');
  const rows = table.rows.filter(({ key }) => key !== 'total');
  const columns = words.tables['actualisations-by-group'].columns;
  return {
    kind: 'chart',
    id: 'groups',
    title: overview.groupsTitle,
    shape: 'clustered-column',
    categoryAxis: overview.groupAxis,
    valueAxis: overview.numberAxis,
    table: table.id,
    rows: rows.map(({ key }) => key),
    categories: 'label',
    series: ['persons', 'actualisations'].map((column) => ({ name: columns[column]!, column })),
    alternative: overview.groupsAlternative(
      rows.map(({ key, cells }) => [
        words.group(key),
        formatCell({ value: cells['persons']!.value }, 'integer', language),
        formatCell({ value: cells['actualisations']!.value }, 'integer', language),
      ]),
    ),
  };
}

function yearsChart(analysis: Analysis, words: Words, language: Language): DocumentChart {
  const { overview } = words;
  const table = tableOf(analysis, 'per-year');
  const rows = table.rows.filter(({ key }) => key !== 'mean');
  const columns = words.tables['per-year'].columns;
  return {
    kind: 'chart',
    id: 'years',
    title: overview.yearsTitle,
    shape: 'clustered-column',
    categoryAxis: overview.yearAxis,
    valueAxis: overview.numberAxis,
    table: table.id,
    rows: rows.map(({ key }) => key),
    categories: 'label',
    series: ['actualisations', 'persons'].map((column) => ({ name: columns[column]!, column })),
    alternative: overview.yearsAlternative(
      rows.map(({ key, cells }) => [
        key,
        formatCell({ value: cells['actualisations']!.value }, 'integer', language),
        formatCell({ value: cells['persons']!.value }, 'integer', language),
      ]),
    ),
  };
}

/** A workbook's sheet holds 1,048,576 rows; what is over stands in the JSON result, and the document says so. */
const MOST_ROWS = 1_000_000;

function personsSheet({ lathund, settings, selection }: Analysis, words: Words): DocumentSheet {
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

function tablesSheet(analysis: Analysis, words: Words, language: Language): DocumentSheet {
  const table = (id: TableId) => documentTable(tableOf(analysis, id), words);
  return {
    id: 'tables',
    name: words.sheets.tables,
    blocks: [
      { kind: 'heading', text: words.questions.who },
      table('persons-by-group'),
      table('actualisations-by-group'),
      table('per-year'),
      table('sex-and-age'),
      table('summary'),
      concentrationTable(analysis, words, language),
      returnTable(analysis, words, language),
      { kind: 'heading', text: words.questions.needs },
      table('group-profile'),
      { kind: 'heading', text: words.questions.further },
      { kind: 'paragraph', text: words.furtherText },
    ],
  };
}

function returnTable({ returned }: Analysis, words: Words, language: Language): DocumentTable {
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
    rows: returned.map((point) => ({
      key: String(point.days),
      cells: [
        { value: words.returned.days(integer(point.days, language)) },
        percent(point.returned),
        percent(point.lower),
        percent(point.upper),
        { value: point.atRisk },
      ],
    })),
    notes: words.returned.notes,
  };
}

function concentrationTable({ concentration }: Analysis, words: Words, language: Language): DocumentTable {
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
      ...concentration.top.map(({ share, persons, ofActualisations }) => ({
        key: String(share),
        cells: [
          { value: words.concentration.top(formatNumber(share * 100, 'percent', language)) },
          { value: persons },
          { value: ofActualisations * 100 },
        ],
      })),
      {
        key: 'gini',
        cells: [
          { value: words.concentration.gini },
          { value: '' },
          { value: concentration.gini, format: 'decimal-3' },
        ],
      },
    ],
    notes: words.concentration.notes,
  };
}

function rowsSheet({ register }: Analysis, words: Words, language: Language): DocumentSheet {
  const { account } = register;
  const r = words.rows;
  const blocks: DocumentBlock[] = [
    {
      kind: 'table',
      id: 'row-account',
      title: r.accountTitle,
      columns: [
        { key: 'label', header: r.outcome, format: 'text', width: 64 },
        { key: 'number', header: r.number, format: 'integer', width: 16 },
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
  if (account.excluded.length === 0) blocks.push({ kind: 'paragraph', text: r.noneExcluded });
  else
    blocks.push({
      kind: 'table',
      id: 'excluded',
      title: r.excludedTitle,
      columns: [
        { key: 'reason', header: r.reason, format: 'text', width: 64 },
        { key: 'row', header: r.row, format: 'integer', width: 16 },
        { key: 'value', header: r.value, format: 'text', width: 30 },
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
        { key: 'warning', header: r.warning, format: 'text', width: 64 },
        { key: 'row', header: r.row, format: 'integer', width: 16 },
      ],
      rows: account.warnings.slice(0, MOST_ROWS).map(({ row, warning }) => ({
        key: `${String(row)} ${warning}`,
        cells: [{ value: r.warnings[warning] }, { value: row }],
      })),
      notes: shownOf(account.warnings),
    });
  return { id: 'rows', name: words.sheets.rows, blocks };
}

function protocolSheet(analysis: Analysis, words: Words, language: Language): DocumentSheet {
  return {
    id: 'protocol',
    name: words.sheets.protocol,
    blocks: [
      { kind: 'heading', text: words.sheets.protocol },
      { kind: 'paragraph', text: words.protocol.intro },
      { kind: 'facts', facts: protocolFacts(analysis, words, language) },
      columnsTable(analysis, words),
      ...valuesTable(analysis, words),
    ],
  };
}

function protocolFacts({ settings, source, register, lathund }: Analysis, words: Words, language: Language) {
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

function columnsTable({ register }: Analysis, words: Words): DocumentTable {
  const p = words.protocol;
  return {
    kind: 'table',
    id: 'columns',
    title: p.columnsTitle,
    columns: [
      { key: 'role', header: p.column, format: 'text', width: 30 },
      { key: 'header', header: p.header, format: 'text', width: 34 },
      { key: 'by', header: p.chosenBy, format: 'text', width: 34 },
    ],
    rows: ROLES.map((role) => {
      const mapped = register.mapping.columns[role];
      const by =
        mapped === undefined
          ? ''
          : mapped.by === 'settings'
            ? p.bySettings
            : mapped.passedOver.length > 0
              ? p.passedOver(mapped.passedOver.join(', '))
              : p.byHeader;
      return {
        key: role,
        cells: [{ value: p.roles[role] }, { value: mapped?.header ?? p.notFound }, { value: by }],
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
