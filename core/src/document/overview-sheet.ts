/** The overview: the finding in a sentence, the main figures, and the two charts. */
import { summaryOf } from '../statistics/summary-of.ts';
import type { TableId } from '../tables/table.ts';
import type { ShownTable } from '../protection/shown.ts';
import type { DocumentBlock, DocumentCell, DocumentChart, DocumentSheet } from './document.ts';
import { formatCell } from './format.ts';
import { type Result, integer, figureOf, tableOf } from './result.ts';

export function overviewSheet(result: Result): DocumentSheet {
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
  const { lathund } = analysis;
  const highest = lathund.group.reduce((a, b) => Math.max(a, b), 0);
  const group = lathund.groups[highest]!.key;
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
