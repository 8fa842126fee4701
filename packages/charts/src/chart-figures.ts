/** What a chart draws, taken from the cells of its table: a name for each category, and a mark or a gap for each figure. */
import {
  formatCell,
  type DocumentCell,
  type DocumentChart,
  type DocumentTable,
  type Language,
  type NumberFormat,
} from 'isu-core';

export interface ChartFigure {
  /** `null` is a gap: suppressed, or nothing to count. */
  readonly value: number | null;
  /** As the table shows it: `1 911`, `..` or `–`. */
  readonly text: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly column: string;
  readonly format: NumberFormat;
  /** One a category. */
  readonly figures: readonly ChartFigure[];
}

export interface ChartFigures {
  readonly categories: readonly { readonly key: string; readonly name: string }[];
  readonly series: readonly ChartSeries[];
}

/** Rows or columns that the table does not have are a fault in the document, not in anyone's data: they throw. */
export function chartFigures(chart: DocumentChart, table: DocumentTable, language: Language): ChartFigures {
  const rows = chart.rows.map((key) => found(table.rows, key, table));
  const categoryAt = columnAt(table, chart.categories);
  const categories = rows.map((row) => ({
    key: row.key,
    name: cellText(row.cells[categoryAt], table.columns[categoryAt]!.format, language),
  }));
  const series = chart.series.map(({ name, column }) => {
    const at = columnAt(table, column);
    const { format } = table.columns[at]!;
    return { name, column, format, figures: rows.map((row) => figure(row.cells[at], format, language)) };
  });
  return { categories, series };
}

function figure(cell: DocumentCell | undefined, format: NumberFormat, language: Language): ChartFigure {
  if (cell?.suppressed)
    return { value: null, text: formatCell({ value: null, suppressed: true }, format, language) };
  if (typeof cell?.value !== 'number' || !Number.isFinite(cell.value)) return { value: null, text: '–' };
  return { value: cell.value, text: formatCell(cell, format, language) };
}

function cellText(cell: DocumentCell | undefined, format: NumberFormat, language: Language): string {
  return formatCell(cell ?? { value: null }, format, language);
}

function columnAt(table: DocumentTable, key: string): number {
  const at = table.columns.findIndex((column) => column.key === key);
  if (at === -1) throw new Error(`chart: table ${table.id} has no column ${key}`);
  return at;
}

function found<T extends { readonly key: string }>(rows: readonly T[], key: string, table: DocumentTable): T {
  const row = rows.find((candidate) => candidate.key === key);
  if (row === undefined) throw new Error(`chart: table ${table.id} has no row ${key}`);
  return row;
}
