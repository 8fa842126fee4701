/**
 * The cells of a sheet: values and looks column by column, in blocks of rows, so that a sheet takes room for what it
 * holds and not for its million rows, and a register of 100,000 rows is read without a million small objects.
 */
import { lastColumn, lastRow, type Area } from './area.ts';
import type { CellValue } from './cell-value.ts';

const BLOCK_BITS = 10;
const BLOCK_ROWS = 1 << BLOCK_BITS;
const IN_BLOCK = BLOCK_ROWS - 1;

interface Block {
  readonly values: CellValue[];
  /** Numbers of the style table; absent until a cell of the block has a look of its own. */
  styles: Uint16Array | null;
}

interface Column {
  readonly blocks: Map<number, Block>;
  readonly formulas: Map<number, string>;
}

export class Cells {
  private readonly columns = new Map<number, Column>();

  value(row: number, column: number): CellValue {
    return this.block(row, column)?.values[row & IN_BLOCK] ?? null;
  }

  setValue(row: number, column: number, value: CellValue): void {
    const block = value === null ? this.block(row, column) : this.madeBlock(row, column);
    if (block) block.values[row & IN_BLOCK] = value;
  }

  formula(row: number, column: number): string | null {
    return this.columns.get(column)?.formulas.get(row) ?? null;
  }

  setFormula(row: number, column: number, formula: string | null): void {
    if (formula !== null) this.madeColumn(column).formulas.set(row, formula);
    else this.columns.get(column)?.formulas.delete(row);
  }

  /** 0 where the cell has no look of its own. */
  style(row: number, column: number): number {
    return this.block(row, column)?.styles?.[row & IN_BLOCK] ?? 0;
  }

  setStyle(row: number, column: number, style: number): void {
    const block = style === 0 ? this.block(row, column) : this.madeBlock(row, column);
    if (!block || (style === 0 && !block.styles)) return;
    block.styles ??= new Uint16Array(BLOCK_ROWS);
    block.styles[row & IN_BLOCK] = style;
  }

  /** Calls back for every cell of the area that has a look of its own. */
  eachStyled(area: Area, visit: (row: number, column: number, style: number) => void): void {
    this.eachBlock(area, (block, column, first, from, to) => {
      if (!block.styles) return;
      for (let i = from; i <= to; i++) if (block.styles[i] !== 0) visit(first + i, column, block.styles[i]!);
    });
  }

  /** Calls back for every cell of the area that holds something, down each column. */
  eachFilled(area: Area, visit: (row: number, column: number, value: CellValue) => void): void {
    this.eachBlock(area, (block, column, first, from, to) => {
      for (let i = from; i <= to; i++)
        if (block.values[i] !== null) visit(first + i, column, block.values[i]!);
    });
  }

  eachFormula(area: Area, visit: (row: number, column: number, formula: string) => void): void {
    for (const [column, { formulas }] of this.columnsIn(area)) {
      for (const [row, formula] of formulas) {
        if (row >= area.row && row <= lastRow(area)) visit(row, column, formula);
      }
    }
  }

  /** The smallest area with every cell that holds something, and, unless `valuesOnly`, every cell with a look. */
  usedArea(within: Area, valuesOnly: boolean): Area | null {
    let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
    this.eachBlock(within, (block, column, first, from, to) => {
      if (first + from >= top && first + to <= bottom && column >= left && column <= right) return;
      for (let i = from; i <= to; i++) {
        if (block.values[i] === null && (valuesOnly || !block.styles?.[i])) continue;
        top = Math.min(top, first + i);
        bottom = Math.max(bottom, first + i);
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    });
    if (bottom < 0) return null;
    return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  isEmpty(area: Area): boolean {
    return this.usedArea(area, true) === null;
  }

  /** Takes the cells of an area out and puts them back where `place` says, or nowhere where it says `null`. */
  move(
    area: Area,
    place: (row: number, column: number) => readonly [row: number, column: number] | null,
  ): void {
    const moved: { row: number; column: number; value: CellValue; formula: string | null; style: number }[] =
      [];
    this.eachBlock(area, (block, column, first, from, to) => {
      for (let i = from; i <= to; i++) {
        const style = block.styles?.[i] ?? 0;
        const value = block.values[i]!;
        if (value === null && style === 0) continue;
        moved.push({ row: first + i, column, value, formula: this.formula(first + i, column), style });
        block.values[i] = null;
        if (block.styles) block.styles[i] = 0;
        this.setFormula(first + i, column, null);
      }
    });
    for (const { row, column, value, formula, style } of moved) {
      const to = place(row, column);
      if (!to) continue;
      this.setValue(...to, value);
      this.setFormula(...to, formula);
      this.setStyle(...to, style);
    }
  }

  private block(row: number, column: number): Block | undefined {
    return this.columns.get(column)?.blocks.get(row >> BLOCK_BITS);
  }

  private madeColumn(column: number): Column {
    let made = this.columns.get(column);
    if (!made) this.columns.set(column, (made = { blocks: new Map(), formulas: new Map() }));
    return made;
  }

  private madeBlock(row: number, column: number): Block {
    const { blocks } = this.madeColumn(column);
    const number = row >> BLOCK_BITS;
    let block = blocks.get(number);
    if (!block) {
      block = { values: new Array<CellValue>(BLOCK_ROWS).fill(null), styles: null };
      blocks.set(number, block);
    }
    return block;
  }

  private *columnsIn(area: Area): Iterable<[number, Column]> {
    for (const entry of this.columns) {
      if (entry[0] >= area.column && entry[0] <= lastColumn(area)) yield entry;
    }
  }

  private eachBlock(
    area: Area,
    visit: (block: Block, column: number, firstRow: number, from: number, to: number) => void,
  ): void {
    const bottom = lastRow(area);
    for (const [column, { blocks }] of this.columnsIn(area)) {
      for (const [number, block] of blocks) {
        const first = number << BLOCK_BITS;
        if (first > bottom || first + IN_BLOCK < area.row) continue;
        visit(block, column, first, Math.max(0, area.row - first), Math.min(IN_BLOCK, bottom - first));
      }
    }
  }
}
