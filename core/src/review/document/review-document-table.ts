/** A table of the review as a table of the document: one language, formats in place. */
import { isSuppressed } from '../../protection/shown.ts';
import type { Language } from '../../problem.ts';
import type {
  DocumentCell,
  DocumentColumn,
  DocumentRow,
  DocumentTable,
  NumberFormat,
} from '../../document/document.ts';
import { formatNumber } from '../../document/format.ts';
import type {
  ReviewTableCell,
  ShownReviewTableCell,
  ShownReviewRow,
  ShownReviewTable,
} from '../tables/review-table.ts';
import type { ReviewWords } from '../tables/words.ts';

export const LABEL_WIDTH = 40;
const COLUMN_WIDTH = 11;

const BLANK: DocumentCell = { value: '' };
const HIDDEN: DocumentCell = { value: null, suppressed: true };

/** @param intervals whether a column with the 95 % interval stands after each column of percent */
export function reviewDocumentTable(
  table: ShownReviewTable,
  words: ReviewWords,
  language: Language,
  intervals: boolean,
): DocumentTable {
  const withInterval = (key: string) => intervals && hasIntervals(table, key);
  return {
    kind: 'table',
    id: table.id,
    title: table.title[language],
    columns: [
      { key: 'label', header: table.rowHeader[language], format: 'text', width: LABEL_WIDTH },
      ...table.columns.flatMap(({ key, header }): DocumentColumn[] => {
        const column = {
          key,
          header: header[language],
          format: columnFormat(table, key),
          width: COLUMN_WIDTH,
        };
        const interval = `${header[language]}, ${words.interval}`;
        return withInterval(key)
          ? [column, { key: `${key} interval`, header: interval, format: 'text', width: COLUMN_WIDTH }]
          : [column];
      }),
    ],
    rows: table.rows.map((row): DocumentRow => {
      const cells = table.columns.flatMap(({ key }) => {
        const cell = documentCell(row, key);
        return withInterval(key) ? [cell, intervalCell(row, key, words, language)] : [cell];
      });
      return {
        key: row.key,
        cells: [{ value: row.label[language] }, ...cells],
        ...(row.kind && { kind: row.kind }),
      };
    }),
    notes: table.notes.map((note) => note[language]),
  };
}

export function documentCell(row: ShownReviewRow, key: string): DocumentCell {
  const cell = row.cells[key];
  if (!cell) return row.kind === 'section' ? { value: null } : BLANK;
  if (isSuppressed(cell)) return HIDDEN;
  return { value: cell.value, format: cellFormat(cell) };
}

function intervalCell(
  row: ShownReviewRow,
  key: string,
  words: ReviewWords,
  language: Language,
): DocumentCell {
  const cell = row.cells[key];
  if (!cell) return row.kind === 'section' ? { value: null } : BLANK;
  if (isSuppressed(cell)) return HIDDEN;
  if (cell.lower === undefined || cell.upper === undefined) return BLANK;
  const lower = formatNumber(cell.lower, 'integer', language);
  return { value: words.to(lower, formatNumber(cell.upper, 'percent', language)), format: 'text' };
}

/** Of kronor whole ones, of other numbers as many decimals as tell persons apart. */
export function cellFormat({ kind, basis }: ReviewTableCell): NumberFormat {
  if (kind === 'percent') return 'percent';
  if (kind === 'mean') return basis[0]!.of === 'kronor' ? 'integer' : 'decimal-2';
  return kind === 'median' ? 'decimal-1' : 'integer';
}

/** Of the first cell that has a figure; where rows differ, each cell says its own. */
function columnFormat(table: ShownReviewTable, key: string): NumberFormat {
  const cell = cellsOf(table, key).find((own) => !isSuppressed(own));
  return cell && !isSuppressed(cell) ? cellFormat(cell) : 'integer';
}

function hasIntervals(table: ShownReviewTable, key: string): boolean {
  return cellsOf(table, key).some((cell) => !isSuppressed(cell) && cell.lower !== undefined);
}

function cellsOf({ rows }: ShownReviewTable, key: string): ShownReviewTableCell[] {
  return rows.flatMap(({ cells }) => cells[key] ?? []);
}
