/** Charts on a sheet, two abreast, and the cells that they draw, wherever in the workbook the table stands. */
import type { DocumentChart, DocumentTable, Language } from 'isu-core';
import { cellValue, isNothing } from './cell-value.ts';
import { formatCode } from './look.ts';
import type { TablePlacement } from './place-table.ts';
import { ROW_HEIGHT, type ChartCells, type PlannedChart } from './sheet-plan.ts';
import type { CellRange } from '../xlsx/address.ts';

/** In pixels. */
export const CHART_WIDTH = 520;
const CHART_ROWS = 14;
const ABREAST = 2;
const GAP = 20;
const ROW_PIXELS = (ROW_HEIGHT * 96) / 72;

export interface ChartSpot {
  readonly chart: DocumentChart;
  readonly row: number;
  readonly left: number;
}

/** Spots of charts that follow each other, and the rows they take. */
export function placeCharts(charts: readonly DocumentChart[], firstRow: number) {
  const spots = charts.map((chart, i): ChartSpot => {
    return {
      chart,
      row: firstRow + Math.floor(i / ABREAST) * (CHART_ROWS + 1),
      left: (i % ABREAST) * (CHART_WIDTH + GAP),
    };
  });
  return { spots, rowCount: Math.ceil(charts.length / ABREAST) * (CHART_ROWS + 1) - 1 };
}

/** A table of the document and where it came to stand. */
export interface PlacedTable {
  readonly sheetName: string;
  readonly table: DocumentTable;
  readonly placement: TablePlacement;
}

export function planChart(
  { chart, row, left }: ChartSpot,
  placed: PlacedTable,
  language: Language,
): PlannedChart {
  const series = chart.series.map(({ name, column }) => {
    const c = columnIndex(placed.table, column);
    const isHeader = placed.placement.headers[c] === name;
    return {
      name,
      nameCell: isHeader ? headerCell(placed, c) : null,
      values: chartCells(placed, chart.rows, c, language),
    };
  });
  const hasGap = series.some(({ values }) => values.values.some((value) => typeof value !== 'number'));
  return {
    title: chart.title,
    alternative: chart.alternative,
    // Excel draws a text such as `..` as zero: a line would fall to it, a column is simply not there.
    shape: hasGap ? 'clustered-column' : chart.shape,
    categoryAxis: chart.categoryAxis,
    valueAxis: chart.valueAxis,
    categories: chartCells(placed, chart.rows, columnIndex(placed.table, chart.categories), language),
    series,
    row,
    left,
    width: CHART_WIDTH,
    height: CHART_ROWS * ROW_PIXELS,
  };
}

function chartCells(placed: PlacedTable, keys: readonly string[], c: number, language: Language): ChartCells {
  const column = placed.table.columns[c]!;
  const indices = keys.map((key) => rowIndex(placed.table, key));
  const values = indices.map((i) => {
    const cell = placed.table.rows[i]!.cells[c];
    return cell && !isNothing(cell) ? cellValue(cell, column.format, language) : null;
  });
  return {
    sheetName: placed.sheetName,
    ranges: runsOf(
      c,
      indices.map((i) => placed.placement.rowOf(i)),
    ),
    values,
    format: formatCode(column.format, language),
  };
}

function headerCell({ sheetName, placement: { headerRow } }: PlacedTable, column: number) {
  const range = { firstRow: headerRow, firstColumn: column, lastRow: headerRow, lastColumn: column };
  return { sheetName, range };
}

/** Rows that follow each other are one range. */
function runsOf(column: number, rows: readonly number[]): CellRange[] {
  const runs: { firstRow: number; lastRow: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last.lastRow + 1) last.lastRow = row;
    else runs.push({ firstRow: row, lastRow: row });
  }
  return runs.map((run) => ({ ...run, firstColumn: column, lastColumn: column }));
}

function columnIndex(table: DocumentTable, key: string): number {
  const index = table.columns.findIndex((column) => column.key === key);
  if (index < 0) throw new Error(`The table ${table.id} has no column ${key} for its chart.`);
  return index;
}

function rowIndex(table: DocumentTable, key: string): number {
  const index = table.rows.findIndex((row) => row.key === key);
  if (index < 0) throw new Error(`The table ${table.id} has no row ${key} for its chart.`);
  return index;
}
