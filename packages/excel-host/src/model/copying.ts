/** Copies of cells. */
import { areaOf, type Area } from './area.ts';
import type { CellsOf } from './cells-of.ts';
import { writeValues } from './writing.ts';

export interface CopyHow {
  readonly what: 'All' | 'Formulas' | 'Values' | 'Formats';
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** Docs, Range.copyFrom: the source repeats as often as it fits into the target, and reaches beyond a smaller one. */
export function copyCells(source: CellsOf, target: CellsOf, how: CopyHow): void {
  const size = how.transpose
    ? { rowCount: source.area.columnCount, columnCount: source.area.rowCount }
    : source.area;
  const rows = repeats(size.rowCount, target.area.rowCount);
  const columns = repeats(size.columnCount, target.area.columnCount);
  const copied = snapshot(source, how);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const at = areaOf(
        target.area.row + r * size.rowCount,
        target.area.column + c * size.columnCount,
        size.rowCount,
        size.columnCount,
      );
      paste(copied, target, at, how);
    }
  }
}

function repeats(size: number, room: number): number {
  return room >= size && room % size === 0 ? room / size : 1;
}

interface Copied {
  readonly row: number;
  readonly column: number;
  readonly written: unknown;
  readonly style: number;
}

function snapshot({ sheet, area }: CellsOf, how: CopyHow): Copied[] {
  const copied: Copied[] = [];
  for (let r = 0; r < area.rowCount; r++) {
    for (let c = 0; c < area.columnCount; c++) {
      const [row, column] = [area.row + r, area.column + c];
      const formula = how.what === 'Values' ? null : sheet.cells.formula(row, column);
      const value = sheet.value(row, column);
      const isText = formula === null && typeof value === 'string';
      copied.push({
        row: how.transpose ? c : r,
        column: how.transpose ? r : c,
        written: formula ? { formula, fromRow: row, fromColumn: column } : isText ? `'${value}` : value,
        style: sheet.styleNumber(row, column),
      });
    }
  }
  return copied;
}

function paste(copied: readonly Copied[], { sheet }: CellsOf, at: Area, how: CopyHow): void {
  const { workbook } = sheet;
  if (how.what !== 'Formats') {
    const grid = Array.from({ length: at.rowCount }, () => new Array<unknown>(at.columnCount).fill(null));
    for (const { row, column, written } of copied) {
      grid[row]![column] = pasted(
        written,
        at.row + row,
        at.column + column,
        how.skipBlanks,
        workbook.calculator,
      );
    }
    writeValues(sheet, at, grid);
  }
  if (how.what !== 'All' && how.what !== 'Formats') return;
  sheet.demand('allowFormatCells');
  for (const { row, column, style } of copied) sheet.cells.setStyle(at.row + row, at.column + column, style);
}

interface CopiedFormula {
  readonly formula: string;
  readonly fromRow: number;
  readonly fromColumn: number;
}

function pasted(
  written: unknown,
  row: number,
  column: number,
  skipBlanks: boolean,
  calculator: CellsOf['sheet']['workbook']['calculator'],
): unknown {
  if (written === null) return skipBlanks ? null : '';
  if (typeof written !== 'object') return written;
  if (!('formula' in written)) return (written as { readonly error: string }).error;
  const { formula, fromRow, fromColumn } = written as CopiedFormula;
  return calculator ? calculator.moved(formula, row - fromRow, column - fromColumn) : formula;
}
