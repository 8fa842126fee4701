/** Every formula of a workbook, found by its cell and by the cells that it reads. */
import { lastColumn, overlaps, type Area } from '../model/area.ts';
import type { CellsOf } from '../model/cells-of.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Expression } from './parse.ts';

export class FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly expression: Expression;
  reads: readonly CellsOf[] = [];

  constructor(sheet: Sheet, row: number, column: number, expression: Expression) {
    this.sheet = sheet;
    this.row = row;
    this.column = column;
    this.expression = expression;
  }
}

/** Formulas that read more columns than this are kept in one list, and looked through one by one. */
const WIDE = 32;

interface OfSheet {
  readonly cells: Map<number, FormulaCell>;
  readonly readers: Map<number, Set<FormulaCell>>;
  readonly wideReaders: Set<FormulaCell>;
}

export class FormulaIndex {
  private readonly sheets = new Map<Sheet, OfSheet>();

  at(sheet: Sheet, row: number, column: number): FormulaCell | null {
    return this.sheets.get(sheet)?.cells.get(keyOf(row, column)) ?? null;
  }

  has(cell: FormulaCell): boolean {
    return this.at(cell.sheet, cell.row, cell.column) === cell;
  }

  *all(): Iterable<FormulaCell> {
    for (const { cells } of this.sheets.values()) yield* cells.values();
  }

  add(cell: FormulaCell): void {
    this.of(cell.sheet).cells.set(keyOf(cell.row, cell.column), cell);
  }

  remove(cell: FormulaCell): void {
    this.of(cell.sheet).cells.delete(keyOf(cell.row, cell.column));
    this.dependOn(cell, []);
  }

  dependOn(cell: FormulaCell, reads: readonly CellsOf[]): void {
    for (const cells of cell.reads) for (const list of this.lists(cells)) list.delete(cell);
    cell.reads = reads;
    for (const cells of reads) for (const list of this.lists(cells)) list.add(cell);
  }

  alsoDependOn(cell: FormulaCell, cells: CellsOf): void {
    if (!cell.reads.some((known) => known.sheet === cells.sheet && overlaps(known.area, cells.area))) {
      this.dependOn(cell, [...cell.reads, cells]);
    }
  }

  /** Formulas that read any of the cells. */
  readersOf(sheet: Sheet, area: Area): Set<FormulaCell> {
    const found = new Set<FormulaCell>();
    const known = this.sheets.get(sheet);
    if (!known) return found;
    const look = (readers: Iterable<FormulaCell>) => {
      for (const cell of readers) {
        if (cell.reads.some((cells) => cells.sheet === sheet && overlaps(cells.area, area))) found.add(cell);
      }
    };
    look(known.wideReaders);
    for (const [column, readers] of known.readers) {
      if (column >= area.column && column <= lastColumn(area)) look(readers);
    }
    return found;
  }

  private lists({ sheet, area }: CellsOf): Set<FormulaCell>[] {
    const { readers, wideReaders } = this.of(sheet);
    if (area.columnCount > WIDE) return [wideReaders];
    return Array.from({ length: area.columnCount }, (_, i) => {
      let list = readers.get(area.column + i);
      if (!list) readers.set(area.column + i, (list = new Set()));
      return list;
    });
  }

  private of(sheet: Sheet): OfSheet {
    let known = this.sheets.get(sheet);
    if (!known) {
      known = { cells: new Map(), readers: new Map(), wideReaders: new Set() };
      this.sheets.set(sheet, known);
    }
    return known;
  }
}

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}
