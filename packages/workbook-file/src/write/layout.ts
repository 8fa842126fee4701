/** Where the blocks of a document stand on their sheets: under each other from A1, charts side by side. */
import type {
  DocumentBlock,
  DocumentChart,
  DocumentSheet,
  DocumentTable,
  Language,
  ResultDocument,
} from 'isu-core';
import { BlockStyles } from './block-styles.ts';
import { gridOf, type Grid } from './grid.ts';
import type { Styles } from './styles.ts';
import { printing, type Chunk, type Printing } from './pagination.ts';
import { CHART_WIDTH, placeCharts, planChart, type ChartSpot, type PlacedTable } from './place-charts.ts';
import { isLong, placeTable, type TablePlacement } from './place-table.ts';
import { placeFacts, placeHeading, placeParagraph, type Placement, type TextArea } from './place-text.ts';
import { safeSheetNames, withoutCapitals } from './sheet-name.ts';
import { columnPixels, ROW_HEIGHT, type PlannedRow, type SheetPlan } from './sheet-plan.ts';
import { splitLongTables } from './split-tables.ts';
import { tableName } from './table-names.ts';

/**
 * All sheets of a document. They are laid before any is planned, since a chart may draw a table that stands on a later
 * sheet.
 */
export function planDocument(
  document: ResultDocument,
  styles: Styles,
  taken: TakenNames = { sheets: [], tables: [] },
): SheetPlan[] {
  const sheets = document.sheets.flatMap((sheet) => splitLongTables(sheet));
  const names = safeSheetNames(
    sheets.map((sheet) => sheet.name),
    taken.sheets,
  );
  const layout = new Layout(styles, document.language, taken.tables);
  const laid = sheets.map((sheet, i) => layout.lay(sheet, names[i]!));
  return laid.map((sheet) => layout.plan(sheet));
}

/** Names that the workbook has already. */
export interface TakenNames {
  readonly sheets: Iterable<string>;
  /** Of tables, and whatever else formulas call by name. */
  readonly tables: Iterable<string>;
}

interface LaidSheet {
  readonly part: string;
  readonly name: string;
  readonly columnWidths: readonly number[];
  readonly placements: readonly Placement[];
  readonly spots: readonly ChartSpot[];
  /** The header row of a sheet that is one long table. */
  readonly longHeader: number | null;
  readonly printing: Printing;
}

/** Header rows further down than this would leave no room under them when frozen. */
const DEEPEST_FROZEN_ROW = 12;

class Layout {
  private readonly styles: BlockStyles;
  private readonly language: Language;
  private readonly tables = new Map<string, PlacedTable>();
  private readonly tableNames: Set<string>;

  constructor(styles: Styles, language: Language, takenTables: Iterable<string>) {
    this.styles = new BlockStyles(styles, language);
    this.language = language;
    this.tableNames = withoutCapitals(takenTables);
  }

  lay(sheet: DocumentSheet, name: string): LaidSheet {
    const grid = gridOf(sheet.blocks);
    const placements: Placement[] = [];
    const spots: ChartSpot[] = [];
    const chunks: Chunk[] = [];
    let row = 0;
    let before: Run | null = null;
    for (const run of runsOf(sheet.blocks)) {
      const space = spaceBetween(before, run);
      if (space > 0) {
        // Space belongs to what stands before it: no page starts with it.
        const last = chunks.pop()!;
        chunks.push({ ...last, height: last.height + space });
        placements.push(spacer(row++, space));
      }
      if (run.kind === 'charts') {
        const group = placeCharts(run.charts, row);
        spots.push(...group.spots);
        chunks.push({ firstRow: row, height: group.rowCount * ROW_HEIGHT, withNext: false });
        row += group.rowCount;
      } else {
        const placement = this.placeBlock(run, row, before === null, grid.area, name);
        placements.push(placement);
        chunks.push({ firstRow: row, height: heightOf(placement), withNext: run.kind === 'heading' });
        row += placement.rowCount;
      }
      before = run;
    }
    const longHeader = this.longHeader(sheet);
    const printed: Printing =
      longHeader === null ? printing(chunks, sheetPixels(grid, spots)) : { kind: 'running' };
    const { columnWidths } = grid;
    return { part: sheet.id, name, columnWidths, placements, spots, longHeader, printing: printed };
  }

  plan({ part, name, columnWidths, placements, spots, longHeader, printing }: LaidSheet): SheetPlan {
    return {
      part,
      name,
      columnWidths,
      printing,
      rows: rowsOf(placements),
      merges: placements.flatMap((placement) => placement.merges),
      charts: spots.map((spot) => planChart(spot, this.tableOf(spot.chart), this.language)),
      frozenRows: longHeader !== null && longHeader < DEEPEST_FROZEN_ROW ? longHeader + 1 : 0,
      repeatedRow: longHeader,
      tables: () => placements.flatMap((placement) => placement.tables),
      textRanges: () => placements.flatMap((placement) => placement.textRanges),
    };
  }

  private tableOf(chart: DocumentChart): PlacedTable {
    const placed = this.tables.get(chart.table);
    if (!placed) throw new Error(`The document has no table ${chart.table} for the chart ${chart.id}.`);
    return placed;
  }

  private placeBlock(
    block: Exclude<DocumentBlock, DocumentChart>,
    row: number,
    isFirst: boolean,
    area: TextArea,
    sheetName: string,
  ): Placement {
    switch (block.kind) {
      case 'heading':
        return placeHeading(block, row, isFirst, this.styles);
      case 'paragraph':
        return placeParagraph(block, row, area, this.styles);
      case 'facts':
        return placeFacts(block, row, area, this.styles, this.language);
      case 'table':
        return this.placeTable(block, row, area, sheetName);
    }
  }

  private placeTable(table: DocumentTable, row: number, area: TextArea, sheetName: string): TablePlacement {
    const name = tableName(table.id, this.tableNames);
    const placement = placeTable(table, name, row, area, this.styles, this.language);
    this.tables.set(table.id, { sheetName, table, placement });
    return placement;
  }

  private longHeader({ blocks }: DocumentSheet): number | null {
    const tables = blocks.filter((block) => block.kind === 'table');
    const only = tables.length === 1 ? tables[0]! : null;
    return only && isLong(only) ? this.tables.get(only.id)!.placement.headerRow : null;
  }
}

/** A block, or charts that follow each other and so stand side by side. */
type Run =
  Exclude<DocumentBlock, DocumentChart> | { readonly kind: 'charts'; readonly charts: DocumentChart[] };

/** A chart of nothing is left out. */
function runsOf(blocks: readonly DocumentBlock[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    if (block.kind !== 'chart') {
      runs.push(block);
      continue;
    }
    if (block.rows.length === 0 || block.series.length === 0) continue;
    const last = runs.at(-1);
    if (last?.kind === 'charts') last.charts.push(block);
    else runs.push({ kind: 'charts', charts: [block] });
  }
  return runs;
}

function* rowsOf(placements: readonly Placement[]): Generator<PlannedRow> {
  for (const placement of placements) yield* placement.rows();
}

/** In points. */
function spaceBetween(before: Run | null, after: Run): number {
  if (before === null) return 0;
  if (after.kind === 'heading') return 24;
  if (before.kind === 'heading') return 4.5;
  return before.kind === 'paragraph' && after.kind === 'paragraph' ? 4.5 : 15;
}

function spacer(row: number, height: number): Placement {
  return { rowCount: 1, merges: [], tables: [], textRanges: [], rows: () => [{ row, height, cells: [] }] };
}

/** Longer blocks run on over the pages whatever their height, and need not be walked for it. */
const MEASURED_ROWS = 500;

function heightOf(placement: Placement): number {
  if (placement.rowCount > MEASURED_ROWS) return placement.rowCount * ROW_HEIGHT;
  let height = 0;
  for (const row of placement.rows()) height += row.height ?? ROW_HEIGHT;
  return height;
}

function sheetPixels({ columnWidths, area }: Grid, spots: readonly ChartSpot[]): number {
  const columns = Math.max(columnWidths.length, area.lastColumn + 1);
  let width = 0;
  for (let c = 0; c < columns; c++) width += columnPixels(area.widths[c] ?? columnWidths[c]!);
  return spots.reduce((most, { left }) => Math.max(most, left + CHART_WIDTH), width);
}
