/** A table of figures as a table of the document: labels, headers and formats in place of keys. */
import { isSuppressed, type ShownCell, type ShownTable } from '../protection/shown.ts';
import type { Language } from '../problem.ts';
import { formatNumber } from './format.ts';
import type { DocumentCell, DocumentRow, DocumentTable, NumberFormat } from './document.ts';
import type { TableWords, Words } from './words.ts';

const LABEL_WIDTH = 34;
const COLUMN_WIDTH = 14;

/**
 * @param intervals the language to write 95 % intervals in, where they are asked for: as a column after a column of
 *   percent, or as a row below a row of percent
 */
export function documentTable(table: ShownTable, words: Words, intervals: Language | null): DocumentTable {
  const plain = plainTable(table, words);
  if (intervals === null) return plain;
  return table.columns.includes('percent')
    ? withIntervalColumn(plain, table, words, intervals)
    : withIntervalRows(plain, table, words, intervals);
}

function intervalText(cell: ShownCell | undefined, words: Words, language: Language): DocumentCell {
  if (!cell) return { value: '', format: 'text' };
  if (isSuppressed(cell)) return { value: null, suppressed: true };
  if (cell.lower === undefined || cell.upper === undefined) return { value: '', format: 'text' };
  const lower = formatNumber(cell.lower, 'integer', language);
  return { value: words.to(lower, formatNumber(cell.upper, 'percent', language)), format: 'text' };
}

function withIntervalColumn(
  plain: DocumentTable,
  table: ShownTable,
  words: Words,
  language: Language,
): DocumentTable {
  const after = plain.columns.findIndex(({ key }) => key === 'percent') + 1;
  const column = { key: 'interval', header: words.interval, format: 'text', width: COLUMN_WIDTH } as const;
  return {
    ...plain,
    columns: plain.columns.toSpliced(after, 0, column),
    rows: plain.rows.map((row, at) => ({
      ...row,
      cells: row.cells.toSpliced(after, 0, intervalText(table.rows[at]!.cells['percent'], words, language)),
    })),
  };
}

function withIntervalRows(
  plain: DocumentTable,
  table: ShownTable,
  words: Words,
  language: Language,
): DocumentTable {
  const rows = plain.rows.flatMap((row, at) => {
    const { key, cells } = table.rows[at]!;
    const hasInterval = Object.values(cells).some((cell) => !isSuppressed(cell) && cell.lower !== undefined);
    if (!hasInterval) return [row];
    const texts = table.columns.map((column) => intervalText(cells[column], words, language));
    const label = { value: `${String(row.cells[0]!.value)}, ${words.interval}` };
    return [row, { key: `${key} interval`, cells: [label, ...texts] }];
  });
  return { ...plain, rows };
}

function plainTable(table: ShownTable, words: Words): DocumentTable {
  const own = words.tables[table.id];
  return {
    kind: 'table',
    id: table.id,
    title: own.title,
    columns: [
      { key: 'label', header: own.rows, format: 'text', width: LABEL_WIDTH },
      ...table.columns.map((key) => ({
        key,
        header: own.columns[key] ?? (key === 'total' ? words.total : words.group(key)),
        format: columnFormat(table, key),
        width: COLUMN_WIDTH,
      })),
    ],
    rows: table.rows.map((row) => documentRow(table, row, own, words)),
    notes: [
      ...own.notes,
      ...(table.lacks.length > 0
        ? [words.lacks(table.lacks.map((role) => words.protocol.roles[role].toLowerCase()))]
        : []),
    ],
  };
}

function documentRow(
  table: ShownTable,
  row: ShownTable['rows'][number],
  own: TableWords,
  words: Words,
): DocumentRow {
  const cells: DocumentCell[] = table.columns.map((column) => {
    const cell = row.cells[column];
    if (!cell) return { value: '' };
    if (isSuppressed(cell)) return { value: null, suppressed: true };
    return { value: cell.value, format: cellFormat(row.key, column, cell) };
  });
  const isTotal = row.key === 'total' || row.key === 'mean';
  return {
    key: row.key,
    cells: [{ value: rowLabel(row.key, own, words) }, ...cells],
    ...(isTotal && { kind: 'total' as const }),
  };
}

export function rowLabel(key: string, own: TableWords, words: Words): string {
  const label = own.rowLabels[key];
  if (label !== undefined) return label;
  if (key === 'total') return words.total;
  if (key.startsWith('referrer:')) return own.rowLabels['referrer:']! + key.slice('referrer:'.length);
  return words.group(key);
}

function cellFormat(row: string, column: string, cell: ShownCell): NumberFormat {
  if (isSuppressed(cell)) return 'integer';
  if (cell.kind === 'count') return 'integer';
  if (cell.kind === 'percent') return 'percent';
  const oneDecimal = row.startsWith('mean-age') || column === 'mean-age' || row === 'mean';
  return oneDecimal ? 'decimal-1' : 'decimal-2';
}

/** Of the first cell that has a figure; where rows differ, each cell says its own. */
function columnFormat(table: ShownTable, column: string): NumberFormat {
  const row = table.rows.find(({ cells }) => cells[column] && !isSuppressed(cells[column]));
  return row ? cellFormat(row.key, column, row.cells[column]!) : 'integer';
}
