/** The tables, arranged under the questions of systematic follow-up. */
import type { TableId } from '../tables/table.ts';
import { isSuppressed } from '../protection/shown.ts';
import type { DocumentBlock, DocumentCell, DocumentSheet, DocumentTable, NumberFormat } from './document.ts';
import { formatNumber } from './format.ts';
import { groupComparisonTable, returnComparisonTable } from './comparison-tables.ts';
import { documentTable } from './document-table.ts';
import { type Result, HIDDEN, integer, tableOf } from './result.ts';

export function tablesSheet(result: Result): DocumentSheet {
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
      ...returnComparisonTable(result),
      { kind: 'heading', text: words.questions.needs },
      table('group-profile'),
      ...groupComparisonTable(result),
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function returnByTable({ analysis, shown, words, language }: Result): DocumentTable[] {
  const { returnBy } = analysis.settings;
  if (returnBy === null || !shown.persons) return [];
  const by =
    returnBy === 'group' ? words.returnedBy.frequencyGroup : words.protocol.roles[returnBy].toLowerCase();
  const isLacking = returnBy !== 'group' && analysis.returnedBy.length === 0 && analysis.lathund.persons > 0;
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
        { key: 'label', header: capital(by), format: 'text', width: 34 },
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
      notes: isLacking ? [words.returnedBy.noColumn(by)] : words.returnedBy.notes,
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
