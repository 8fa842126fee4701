/** A sheet: cells, their looks, and what lies on it. It draws nothing; rows and columns count from 0, sizes are points. */
import { lastColumn, lastRow, overlaps, WHOLE_SHEET, type Area } from './area.ts';
import { Cells } from './cells.ts';
import type { CellValue } from './cell-value.ts';
import type { Chart } from './chart.ts';
import type { ConditionalFormat } from './conditional-format.ts';
import type { DefinedName } from './defined-name.ts';
import { Fault } from './fault.ts';
import { newPageLayout } from './page-layout.ts';
import type { Permission, Protection } from './protection.ts';
import type { CellStyle } from './style.ts';
import type { Table } from './table.ts';
import type { SheetFilter } from './filter.ts';
import type { ValidatedArea } from './validation.ts';
import type { Workbook } from './workbook.ts';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

/** Calibri 11 on a usual screen: 64 pixels and 20 pixels. */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;

/** One line of a sheet, as far as it differs from the others. */
export interface Line {
  /** In points; absent is the standard. */
  size?: number;
  hidden?: boolean;
  /** The look of the cells without one of their own. */
  style?: number;
}

export class Sheet {
  readonly workbook: Workbook;
  readonly id: string;
  readonly number: number;
  name: string;
  visibility: Visibility = 'Visible';
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  enableCalculation = true;
  readonly cells = new Cells();
  readonly columns = new Map<number, Line>();
  readonly rows = new Map<number, Line>();
  standardWidth = STANDARD_WIDTH;
  standardHeight = STANDARD_HEIGHT;
  merges: Area[] = [];
  tables: Table[] = [];
  charts: Chart[] = [];
  names: DefinedName[] = [];
  validations: ValidatedArea[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  hyperlinks: { area: Area; readonly link: Hyperlink }[] = [];
  /** Where a formula's result has flowed into more cells than its own, by the formula's cell. */
  spills: { area: Area }[] = [];
  filter: SheetFilter | null = null;
  /** Rows and columns that stay in sight. */
  frozen: { rows: number; columns: number } = { rows: 0, columns: 0 };
  protection: Protection | null = null;
  readonly pageLayout = newPageLayout();
  readonly customProperties = new Map<string, string>();
  selection: Area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  isGone = false;

  constructor(workbook: Workbook, number: number, name: string) {
    this.workbook = workbook;
    this.number = number;
    this.id = `{00000000-0001-0000-${number.toString(16).toUpperCase().padStart(4, '0')}-000000000000}`;
    this.name = name;
  }

  value(row: number, column: number): CellValue {
    return this.cells.value(row, column);
  }

  /** What the cell looks like: as itself, else as its row, else as its column. */
  styleNumber(row: number, column: number): number {
    const own = this.cells.style(row, column);
    if (own !== 0) return own;
    if (this.rows.size === 0 && this.columns.size === 0) return 0;
    return this.rows.get(row)?.style ?? this.columns.get(column)?.style ?? 0;
  }

  style(row: number, column: number): CellStyle {
    return this.workbook.styles.style(this.styleNumber(row, column));
  }

  columnWidth(column: number): number {
    const line = this.columns.get(column);
    return line?.hidden ? 0 : (line?.size ?? this.standardWidth);
  }

  rowHeight(row: number): number {
    const line = this.rows.get(row);
    return line?.hidden ? 0 : (line?.size ?? this.standardHeight);
  }

  line(lines: Map<number, Line>, index: number): Line {
    let line = lines.get(index);
    if (!line) lines.set(index, (line = {}));
    return line;
  }

  /** How far from the sheet's left edge a column begins, in points. */
  left(column: number): number {
    return this.offset(this.columns, column, this.standardWidth);
  }

  top(row: number): number {
    return this.offset(this.rows, row, this.standardHeight);
  }

  private offset(lines: Map<number, Line>, index: number, standard: number): number {
    let offset = index * standard;
    for (const [i, { size, hidden }] of lines) {
      if (i < index) offset += (hidden ? 0 : (size ?? standard)) - standard;
    }
    return offset;
  }

  usedArea(valuesOnly: boolean, within: Area = WHOLE_SHEET): Area | null {
    return this.cells.usedArea(within, valuesOnly);
  }

  /** The table that has any of the cells. */
  tableAt(area: Area): Table | null {
    return this.tables.find((table) => overlaps(table.area, area)) ?? null;
  }

  /** Stops what a protected sheet does not allow. */
  demand(permission: Permission): void {
    if (this.protection && !this.protection.options[permission]) throw this.refusal();
  }

  /** Stops writing to a locked cell of a protected sheet. */
  demandUnlocked(area: Area): void {
    if (!this.protection) return;
    for (let row = area.row; row <= lastRow(area); row++) {
      for (let column = area.column; column <= lastColumn(area); column++) {
        if (this.style(row, column).locked) throw this.refusal();
      }
    }
  }

  private refusal(): Fault {
    return new Fault('AccessDenied', `the sheet "${this.name}" is protected`);
  }
}
