/**
 * Keeps formulas up to date: knows which cells each one reads, works it out when they change, spills arrays, and calls
 * an add-in's functions, whose answers come later, as in Excel.
 */
import { areaAddress } from '../model/address.ts';
import { areaOf, cellCount, contains, hasCell, overlaps, WHOLE_SHEET, type Area } from '../model/area.ts';
import { cellError, isError, type CellValue } from '../model/cell-value.ts';
import type { CellsOf } from '../model/cells-of.ts';
import { Fault } from '../model/fault.ts';
import { shiftedArea, type Shift } from '../model/shifting.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { withLists } from '../model/validation.ts';
import { eachCell } from '../model/writing.ts';
import { FunctionCalls } from './function-calls.ts';
import type { CustomFunctionRegistry } from './custom-functions.ts';
import { cellsOfExpression, evaluate, referencesIn } from './evaluate.ts';
import { FormulaCell, FormulaIndex } from './formula-index.ts';
import { copiedFormula, renamedSheet, shiftedFormula, withoutSheet } from './move-references.ts';
import { matrixOf, type Matrix } from './operand.ts';
import { parseFormula } from './parse.ts';

/** A formula that is still not at rest after so many rounds is in a circle. */
const MOST_ROUNDS = 100;

export interface CalculatorOptions {
  /** How the platform hands an empty cell to a function. */
  readonly emptyIsNull: boolean;
}

export class Calculator {
  private readonly workbook: Workbook;
  private readonly formulas = new FormulaIndex();
  private readonly dirty = new Set<FormulaCell>();
  private readonly calls: FunctionCalls;
  private readonly beingWorkedOut = new Set<FormulaCell>();
  private isSuspended = false;
  private readonly afterwards: () => void;

  constructor(
    workbook: Workbook,
    registry: CustomFunctionRegistry,
    options: CalculatorOptions,
    afterwards: () => void,
  ) {
    this.workbook = workbook;
    this.afterwards = afterwards;
    this.calls = new FunctionCalls(workbook, registry, options.emptyIsNull, (cell) => this.answerCame(cell));
    registry.whenChanged(() => {
      this.touchAll();
      workbook.settle();
    });
    workbook.calculator = this;
    for (const sheet of workbook.sheets) {
      sheet.cells.eachFormula(WHOLE_SHEET, (row, column, formula) => {
        // A formula of a file that this host cannot read keeps its value.
        if (parseFormula(formula)) this.enrol(sheet, row, column, formula, true);
      });
    }
  }

  /** Whether a function has yet to answer. */
  get isBusy(): boolean {
    return this.calls.areWaiting;
  }

  /** Until every function that was called has answered, and what it called for. */
  async answered(): Promise<void> {
    await this.calls.answered();
  }

  suspend(): void {
    this.isSuspended = true;
  }

  resume(): void {
    this.isSuspended = false;
  }

  formulaWritten(sheet: Sheet, row: number, column: number, formula: string | null): void {
    const old = this.formulas.at(sheet, row, column);
    if (old) this.retire(old);
    if (formula !== null) this.enrol(sheet, row, column, formula, false);
  }

  private enrol(sheet: Sheet, row: number, column: number, formula: string, keepsValue: boolean): void {
    const expression = parseFormula(formula);
    if (!expression) {
      sheet.cells.setFormula(row, column, null);
      throw new Fault('InvalidArgument', `"${formula}" is no formula`);
    }
    const cell = new FormulaCell(sheet, row, column, expression);
    this.formulas.add(cell);
    this.dependOn(cell);
    // A value from a file is kept until what it rests on changes, as Excel keeps it.
    if (!keepsValue || sheet.value(row, column) === null) this.dirty.add(cell);
  }

  private retire(cell: FormulaCell): void {
    this.calls.forget(cell);
    this.clearSpill(cell);
    this.formulas.remove(cell);
    this.dirty.delete(cell);
  }

  private dependOn(cell: FormulaCell): void {
    // A spill is read by its first cell, which is there before the spill is.
    const cells = referencesIn(cell.expression).flatMap(
      (each) => cellsOfExpression(each.kind === 'reference' ? { ...each, isSpill: false } : each, cell) ?? [],
    );
    this.formulas.dependOn(cell, cells);
  }

  /** The cells hold something else now: what reads them is to be worked out again. */
  touched(sheet: Sheet, area: Area): void {
    for (const cell of this.formulas.readersOf(sheet, area)) this.markDirty(cell);
    for (const spill of [...sheet.spills]) {
      if (overlaps(spill.area, area)) this.checkSpill(sheet, spill.area, area);
    }
  }

  private checkSpill(sheet: Sheet, spill: Area, written: Area): void {
    const cell = this.formulas.at(sheet, spill.row, spill.column);
    if (cell && !hasCell(written, spill.row, spill.column)) this.markDirty(cell);
  }

  private markDirty(cell: FormulaCell): void {
    this.dirty.add(cell);
    this.calls.forget(cell);
  }

  touchAll(): void {
    for (const cell of this.formulas.all()) {
      this.dependOn(cell);
      this.markDirty(cell);
    }
  }

  sheetRenamed(before: string, after: string): void {
    this.rewrite((formula) => renamedSheet(formula, before, after));
  }

  sheetDeleted(sheet: Sheet): void {
    for (const cell of [...this.formulas.all()]) if (cell.sheet === sheet) this.retire(cell);
    this.rewrite((formula) => withoutSheet(formula, sheet.name));
  }

  /** The formula as it reads so many cells further down and to the right. */
  moved(formula: string, rows: number, columns: number): string {
    return copiedFormula(formula, rows, columns);
  }

  beforeShift(sheet: Sheet, shift: Shift): void {
    for (const spill of [...sheet.spills]) {
      const after = shiftedArea(spill.area, shift);
      if (!after || cellCount(after) !== cellCount(spill.area)) this.unspill(sheet, spill.area);
    }
  }

  /** Cells have moved: formulas are found anew where they are now, and read what they read before. */
  afterShift(sheet: Sheet, shift: Shift): void {
    const busy = new Set(this.dirty);
    for (const cell of [...this.formulas.all()]) {
      this.formulas.remove(cell);
      this.dirty.delete(cell);
      const place =
        cell.sheet === sheet
          ? shiftedArea(areaOf(cell.row, cell.column), shift)
          : areaOf(cell.row, cell.column);
      const formula = place && cell.sheet.cells.formula(place.row, place.column);
      if (!place || formula === null) {
        this.calls.forget(cell);
        continue;
      }
      const rewritten = shiftedFormula(formula, cell.sheet.name, sheet.name, (area) =>
        shiftedArea(area, shift),
      );
      cell.sheet.cells.setFormula(place.row, place.column, rewritten);
      const isSame = rewritten === formula;
      const expression = isSame ? cell.expression : (parseFormula(rewritten) ?? cell.expression);
      const moved = new FormulaCell(cell.sheet, place.row, place.column, expression);
      if (isSame) this.calls.hand(cell, moved);
      else this.calls.forget(cell);
      this.formulas.add(moved);
      this.dependOn(moved);
      if (busy.has(cell) || !isSame) this.dirty.add(moved);
    }
    for (const name of [...this.workbook.names, ...this.workbook.sheets.flatMap(({ names }) => names)]) {
      name.formula = shiftedFormula(name.formula, sheet.name, sheet.name, (area) => shiftedArea(area, shift));
    }
  }

  private rewrite(change: (formula: string) => string): void {
    for (const cell of [...this.formulas.all()]) {
      const formula = cell.sheet.cells.formula(cell.row, cell.column);
      const changed = formula === null ? null : change(formula);
      if (changed === null || changed === formula) continue;
      this.retire(cell);
      cell.sheet.cells.setFormula(cell.row, cell.column, changed);
      this.enrol(cell.sheet, cell.row, cell.column, changed, false);
    }
    for (const name of [...this.workbook.names, ...this.workbook.sheets.flatMap(({ names }) => names)]) {
      name.formula = change(name.formula);
    }
    for (const sheet of this.workbook.sheets) sheet.validations = withLists(sheet.validations, change);
  }

  /** What a formula that stands in no cell comes to. */
  evaluate(sheet: Sheet, formula: string): CellValue {
    const expression = parseFormula(formula);
    if (!expression) return cellError('#NAME?');
    const place = { sheet, row: 0, column: 0 };
    const operand = evaluate(expression, {
      place,
      locale: this.workbook.locale,
      read: (cells) => this.read(cells),
      custom: () => null,
    });
    return matrixOf(operand)[0]?.[0] ?? null;
  }

  calculate(): void {
    if (this.isSuspended) return;
    const changed = new Map<Sheet, Area>();
    const rounds = new Map<FormulaCell, number>();
    for (const cell of this.dirty) {
      const round = (rounds.get(cell) ?? 0) + 1;
      rounds.set(cell, round);
      if (round > MOST_ROUNDS) this.dirty.delete(cell);
      else this.workOut(cell);
      changed.set(cell.sheet, areaOf(cell.row, cell.column));
    }
    for (const [sheet, area] of changed) {
      this.workbook.events.emit({ kind: 'calculated', sheet, address: areaAddress(area) });
    }
  }

  private workOut(cell: FormulaCell): void {
    if (!this.dirty.delete(cell)) return;
    this.beingWorkedOut.add(cell);
    try {
      const operand = evaluate(cell.expression, {
        place: cell,
        locale: this.workbook.locale,
        read: (cells) => this.read(cells),
        custom: (name, args) => this.calls.call(cell, name, args, (cells) => this.read(cells)),
      });
      this.put(cell, matrixOf(operand));
    } finally {
      this.beingWorkedOut.delete(cell);
    }
  }

  /** Values of cells; formulas among them that are out of date come first, unless they are what is being worked out. */
  private read({ sheet, area }: CellsOf): Matrix {
    for (const cell of this.dirtyIn(sheet, area)) if (!this.beingWorkedOut.has(cell)) this.workOut(cell);
    const used = cellCount(area) > 100_000 ? usedPart(sheet, area) : area;
    return Array.from({ length: used.rowCount }, (_, r) =>
      Array.from({ length: used.columnCount }, (_, c) => sheet.value(used.row + r, used.column + c)),
    );
  }

  /** Looks through the cells, or through what is out of date, whichever is fewer. */
  private dirtyIn(sheet: Sheet, area: Area): FormulaCell[] {
    if (cellCount(area) > this.dirty.size) {
      return [...this.dirty].filter((cell) => cell.sheet === sheet && hasCell(area, cell.row, cell.column));
    }
    const found: FormulaCell[] = [];
    eachCell(area, (row, column) => {
      const cell = this.formulas.at(sheet, row, column);
      if (cell && this.dirty.has(cell)) found.push(cell);
    });
    return found;
  }

  private put(cell: FormulaCell, rows: Matrix): void {
    const { sheet, row, column } = cell;
    this.clearSpill(cell);
    const area = areaOf(row, column, rows.length, rows[0]!.length);
    const before = sheet.value(row, column);
    if (cellCount(area) === 1) {
      sheet.cells.setValue(row, column, rows[0]![0] ?? 0);
    } else if (this.isBlocked(sheet, area)) {
      sheet.cells.setValue(row, column, cellError('#SPILL!'));
      this.formulas.alsoDependOn(cell, { sheet, area });
    } else {
      rows.forEach((values, r) => {
        values.forEach((value, c) => sheet.cells.setValue(row + r, column + c, value ?? 0));
      });
      sheet.spills.push({ area });
    }
    if (cellCount(area) > 1 || before !== sheet.value(row, column)) {
      for (const reader of this.formulas.readersOf(sheet, area)) if (reader !== cell) this.markDirty(reader);
    }
  }

  /** A spill needs empty cells, and none of a table. */
  private isBlocked(sheet: Sheet, area: Area): boolean {
    if (
      area.row + area.rowCount > WHOLE_SHEET.rowCount ||
      area.column + area.columnCount > WHOLE_SHEET.columnCount
    ) {
      return true;
    }
    if (sheet.tableAt(area) || sheet.merges.some((merge) => overlaps(merge, area))) return true;
    let isBlocked = false;
    sheet.cells.eachFilled(area, (row, column) => {
      if (row !== area.row || column !== area.column) isBlocked = true;
    });
    sheet.cells.eachFormula(area, (row, column) => {
      if (row !== area.row || column !== area.column) isBlocked = true;
    });
    return isBlocked;
  }

  private clearSpill(cell: FormulaCell): void {
    const { sheet } = cell;
    const spill = sheet.spills.find(({ area }) => area.row === cell.row && area.column === cell.column);
    if (spill) this.emptySpill(sheet, spill.area);
  }

  /** Takes a spill back before something is written into it; its formula tries again. */
  unspill(sheet: Sheet, area: Area): void {
    const cell = this.formulas.at(sheet, area.row, area.column);
    this.emptySpill(sheet, area);
    if (cell) this.dirty.add(cell);
  }

  private emptySpill(sheet: Sheet, area: Area): void {
    sheet.spills = sheet.spills.filter((other) => !contains(area, other.area));
    const cells: [number, number][] = [];
    sheet.cells.eachFilled(area, (row, column) => cells.push([row, column]));
    for (const [row, column] of cells) {
      if (row !== area.row || column !== area.column) sheet.cells.setValue(row, column, null);
    }
  }

  /** A function has answered: its formula is worked out with the answer, and whoever listens is told. */
  private answerCame(cell: FormulaCell): void {
    if (!this.formulas.has(cell)) return;
    const before = cell.sheet.value(cell.row, cell.column);
    this.dirty.add(cell);
    this.workbook.settle();
    const after = cell.sheet.value(cell.row, cell.column);
    if (before !== after || isError(after)) this.workbook.isDirty = true;
    this.afterwards();
  }
}

/** Of a whole column only the used rows are read; the rest is empty anyway. */
function usedPart(sheet: Sheet, area: Area): Area {
  const used = sheet.usedArea(true, area);
  if (!used) return { ...area, rowCount: 1, columnCount: Math.min(area.columnCount, 1) };
  return {
    ...area,
    rowCount: used.row + used.rowCount - area.row,
    columnCount: used.column + used.columnCount - area.column,
  };
}
