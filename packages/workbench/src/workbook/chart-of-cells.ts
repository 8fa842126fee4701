/** A chart of the workbook as isu-charts draws it: its cells as a table, its series as columns. */
import type { DocumentChart, DocumentTable, NumberFormat } from 'isu-core';
import { CHART_COLOURS, type ChartColours } from 'isu-charts';
import { lastColumn, lastRow, type Chart, type ChartCells } from 'isu-excel-host';
import type { WorkbookWords } from './words/words.ts';

export interface ChartOfCells {
  readonly chart: DocumentChart;
  readonly table: DocumentTable;
  readonly colours: ChartColours;
}

interface SourceCell {
  readonly cells: ChartCells;
  readonly row: number;
  readonly column: number;
}

/** Columns and lines are drawn as they are, other kinds of charts as columns. `null`: no cells to draw. */
export function chartOfCells(drawn: Chart, words: WorkbookWords): ChartOfCells | null {
  const series = drawn.series.filter(({ values }) => values !== null);
  if (series.length === 0) return null;
  const categories = series[0]!.categories ? cellsOf(series[0]!.categories).map(text) : [];
  const values = series.map((each) => cellsOf(each.values!));
  const formats = values.map(formatOf);
  const count = Math.max(...values.map((each) => each.length));
  const keys = Array.from({ length: count }, (_, i) => String(i));
  const title = drawn.title.visible ? drawn.title.text : '';
  const table: DocumentTable = {
    kind: 'table',
    id: 'cells',
    title,
    columns: [
      { key: 'category', header: '', format: 'text', width: 20 },
      ...series.map(({ name }, i) => ({
        key: `s${String(i)}`,
        header: name,
        format: formats[i]!,
        width: 10,
      })),
    ],
    rows: keys.map((key, at) => ({
      key,
      cells: [
        { value: categories[at] ?? String(at + 1) },
        ...values.map((each, i) => ({ value: number(each[at], formats[i]!) })),
      ],
    })),
    notes: [],
  };
  const chart: DocumentChart = {
    kind: 'chart',
    id: 'chart',
    title,
    shape: /line/i.test(drawn.chartType) ? 'line' : 'clustered-column',
    categoryAxis: axisTitle(drawn.categoryAxis),
    valueAxis: axisTitle(drawn.valueAxis),
    table: 'cells',
    rows: keys,
    categories: 'category',
    series: series.map(({ name }, i) => ({ name, column: `s${String(i)}` })),
    alternative: words.chart(title || drawn.name, count),
  };
  return { chart, table, colours: { ...CHART_COLOURS, series: coloursOf(series) } };
}

function axisTitle({ title }: Chart['categoryAxis']): string {
  return title.visible ? title.text : '';
}

function coloursOf(series: Chart['series']): readonly string[] {
  return series.map(
    ({ color, line }, i) => color || line.color || CHART_COLOURS.series[i % CHART_COLOURS.series.length]!,
  );
}

/** Down or across, whichever way the cells run; hidden rows are left out, as in Excel. */
function cellsOf(cells: ChartCells): readonly SourceCell[] {
  const { sheet, area } = cells;
  const found: SourceCell[] = [];
  for (let row = area.row; row <= lastRow(area); row++) {
    if (sheet.rowHeight(row) === 0) continue;
    for (let column = area.column; column <= lastColumn(area); column++) found.push({ cells, row, column });
  }
  return found;
}

function text({ cells: { sheet }, row, column }: SourceCell): string {
  return sheet.workbook.shownText(sheet, row, column);
}

function number(cell: SourceCell | undefined, format: NumberFormat): number | null {
  const value = cell?.cells.sheet.value(cell.row, cell.column);
  if (typeof value !== 'number') return null;
  return format.startsWith('percent') ? value * 100 : value;
}

const BY_DECIMALS: readonly NumberFormat[] = ['integer', 'decimal-1', 'decimal-2', 'decimal-3'];

/** As the cells write their numbers. */
function formatOf(cells: readonly SourceCell[]): NumberFormat {
  const numbers = cells.filter((cell) => number(cell, 'text') !== null);
  const codes = numbers.map(({ cells: { sheet }, row, column }) => sheet.style(row, column).numberFormat);
  const code = codes[0] ?? 'General';
  const decimals = /\.([0#]+)/.exec(code)?.[1]?.length ?? 0;
  if (code.includes('%')) return decimals === 0 ? 'percent' : 'percent-one-decimal';
  if (code !== 'General') return BY_DECIMALS[Math.min(decimals, 3)]!;
  return numbers.every((cell) => Number.isInteger(number(cell, 'text'))) ? 'integer' : 'decimal-1';
}
