/** What a formula comes to in its cell. */
import { splitSheet } from '../model/address.ts';
import { hasCell, type Area } from '../model/area.ts';
import { cellError, isError, plainValue, type CellError, type CellValue } from '../model/cell-value.ts';
import { cellsAt, cellsOfFormula, type CellsOf } from '../model/cells-of.ts';
import { holds } from '../model/comparison.ts';
import type { Locale } from '../model/locale.ts';
import { BUILT_IN } from './built-in-functions.ts';
import {
  broadcast,
  errorOperand,
  matrixOf,
  operandOf,
  toNumber,
  toText,
  valueOperand,
  type Matrix,
  type Operand,
} from './operand.ts';
import { parseFormula, type Expression } from './parse.ts';
import { structuredCells, type FormulaPlace } from './structured-reference.ts';

export interface Evaluation {
  readonly place: FormulaPlace;
  readonly locale: Locale;
  /** The cells' values, brought up to date first. */
  readonly read: (cells: CellsOf) => Matrix;
  /** An add-in's function, or `null` where there is none by the name. */
  readonly custom: (name: string, args: readonly Expression[]) => Operand | null;
}

export function evaluate(expression: Expression, evaluation: Evaluation): Operand {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return valueOperand(expression.value);
    case 'error':
      return errorOperand(expression.code);
    case 'missing':
      return valueOperand(null);
    case 'array':
      return operandOf(expression.rows.map((row) => row.map((each) => single(evaluate(each, evaluation)))));
    case 'reference':
    case 'structured':
    case 'name':
      return cellsOperand(expression, evaluation);
    case 'call':
      return call(expression.name, expression.args, evaluation);
    case 'percent':
      return mapped(evaluate(expression.of, evaluation), (number) => number / 100, evaluation);
    case 'sign':
      return signed(expression.sign, evaluate(expression.of, evaluation), evaluation);
    case 'binary': {
      const left = evaluate(expression.left, evaluation);
      const right = evaluate(expression.right, evaluation);
      return broadcast(left, right, (x, y) => combined(expression.operator, x, y, evaluation.locale));
    }
  }
}

/** The cells that a part of a formula names, or `null` where it names none. */
export function cellsOfExpression(expression: Expression, place: FormulaPlace): CellsOf | null {
  switch (expression.kind) {
    case 'structured':
      return structuredCells(expression.text, place);
    case 'name':
      return cellsOfName(expression.name, place);
    case 'reference':
      return expression.isSpill
        ? spillAt(expression.address, place)
        : cellsOfAddress(expression.address, place);
    case 'number':
    case 'text':
    case 'boolean':
    case 'error':
    case 'missing':
    case 'array':
    case 'call':
    case 'sign':
    case 'percent':
    case 'binary':
      return null;
  }
}

function cellsOfAddress(address: string, { sheet }: FormulaPlace): CellsOf | null {
  const { sheetName } = splitSheet(address);
  if (sheetName !== null && !sheet.workbook.findSheet(sheetName)) return null;
  try {
    return cellsAt(sheet, address);
  } catch {
    return null;
  }
}

function cellsOfName(name: string, { sheet }: FormulaPlace): CellsOf | null {
  const { rest } = splitSheet(name);
  const known = [...sheet.names, ...sheet.workbook.names].find(
    (each) => each.name.toLowerCase() === rest.toLowerCase(),
  );
  if (known) return cellsOfFormula(sheet, known.formula);
  const table = sheet.workbook.findTable(rest);
  return table && { sheet: table.sheet, area: table.bodyArea };
}

function spillAt(address: string, place: FormulaPlace): CellsOf | null {
  const anchor = cellsOfAddress(address, place);
  const spill = anchor?.sheet.spills.find(({ area }) => startsAt(area, anchor.area));
  return anchor && spill ? { sheet: anchor.sheet, area: spill.area } : null;
}

function startsAt(area: Area, cell: Area): boolean {
  return area.row === cell.row && area.column === cell.column;
}

function cellsOperand(expression: Expression, evaluation: Evaluation): Operand {
  const cells = cellsOfExpression(expression, evaluation.place);
  if (cells) return { kind: 'cells', cells, matrix: () => evaluation.read(cells) };
  if (expression.kind === 'name') return constantOperand(expression.name, evaluation);
  return errorOperand('#REF!');
}

/** A name that stands for a constant or a formula. */
function constantOperand(name: string, evaluation: Evaluation): Operand {
  const { sheet } = evaluation.place;
  const known = [...sheet.names, ...sheet.workbook.names].find(
    (each) => each.name.toLowerCase() === name.toLowerCase(),
  );
  const parsed = known && parseFormula(known.formula);
  return parsed ? evaluate(parsed, evaluation) : errorOperand('#NAME?');
}

function call(name: string, args: readonly Expression[], evaluation: Evaluation): Operand {
  const plain = name.toUpperCase().replace(/^_XLFN\./, '');
  const builtIn = BUILT_IN[plain];
  if (builtIn)
    return valueOperand(
      builtIn(
        args.map((arg) => () => evaluate(arg, evaluation)),
        evaluation.locale,
      ),
    );
  return evaluation.custom(plain, args) ?? errorOperand('#NAME?');
}

/** One value of an operand, where a formula's cell wants one. */
export function single(operand: Operand): CellValue {
  return matrixOf(operand)[0]?.[0] ?? null;
}

function mapped(operand: Operand, change: (number: number) => number, { locale }: Evaluation): Operand {
  return operandOf(
    matrixOf(operand).map((row) =>
      row.map((value) => {
        const number = toNumber(value, locale);
        return isError(number) ? number : change(number);
      }),
    ),
  );
}

/** `@` takes from a column of cells the one in the formula's own row. */
function signed(sign: '+' | '-' | '@', operand: Operand, evaluation: Evaluation): Operand {
  if (sign === '+') return operand;
  if (sign === '-') return mapped(operand, (number) => -number, evaluation);
  if (operand.kind !== 'cells') return valueOperand(single(operand));
  const { sheet, area } = operand.cells;
  const { row, column } = evaluation.place;
  const own: Area =
    area.columnCount === 1
      ? { row, column: area.column, rowCount: 1, columnCount: 1 }
      : { row: area.row, column, rowCount: 1, columnCount: 1 };
  if (area.rowCount === 1 && area.columnCount === 1) return operand;
  if (!hasCell(area, own.row, own.column)) return errorOperand('#VALUE!');
  return valueOperand(evaluation.read({ sheet, area: own })[0]![0]!);
}

function combined(operator: string, x: CellValue, y: CellValue, locale: Locale): CellValue {
  if (isError(x)) return x;
  if (isError(y)) return y;
  if (operator === '&') return textOf(x, locale) + textOf(y, locale);
  if (/[=<>]/.test(operator)) return holds(order(x, y), operator);
  const [left, right] = [toNumber(x, locale), toNumber(y, locale)];
  if (isError(left)) return left;
  return isError(right) ? right : arithmetic(operator, left, right);
}

function textOf(value: Exclude<CellValue, CellError>, locale: Locale): string {
  const text = toText(value, locale);
  return typeof text === 'string' ? text : text.error;
}

function arithmetic(operator: string, x: number, y: number): CellValue {
  if (operator === '/' && y === 0) return cellError('#DIV/0!');
  const result = { '+': x + y, '-': x - y, '*': x * y, '/': x / y, '^': x ** y }[operator]!;
  return Number.isFinite(result) ? result : cellError('#NUM!');
}

/** Numbers before text before truth values; text without regard to case; an empty cell is the other's nothing. */
function order(x: CellValue, y: CellValue): number {
  const left = x === null ? nothingLike(y) : plainValue(x);
  const right = y === null ? nothingLike(x) : plainValue(y);
  const rank = (value: unknown) => ['number', 'string', 'boolean'].indexOf(typeof value);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'string') {
    const [a, b] = [left.toLowerCase(), String(right).toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return Number(left) - Number(right);
}

function nothingLike(other: CellValue): string | number | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

/** Every part of a formula that names cells, for knowing what it depends on. */
export function referencesIn(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'reference':
    case 'structured':
    case 'name':
      return [expression];
    case 'call':
      return expression.args.flatMap(referencesIn);
    case 'sign':
    case 'percent':
      return referencesIn(expression.of);
    case 'binary':
      return [...referencesIn(expression.left), ...referencesIn(expression.right)];
    case 'number':
    case 'text':
    case 'boolean':
    case 'error':
    case 'missing':
    case 'array':
      return [];
  }
}
