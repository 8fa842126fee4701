/**
 * The few functions of Excel's own that this host evaluates; any other is #NAME?. Enough for the totals and the simple
 * columns that stand beside an add-in's own functions, and stated in the README.
 */
import { cellError, isError, type CellError, type CellValue } from '../model/cell-value.ts';
import type { Locale } from '../model/locale.ts';
import { matrixOf, toBoolean, toNumber, toText, type Matrix, type Operand } from './operand.ts';

type Evaluated = () => Operand;
type BuiltIn = (args: readonly Evaluated[], locale: Locale) => CellValue;

/** Cells and arrays give their numbers; a value given outright is read as a number. */
function numbersOf(args: readonly Evaluated[], locale: Locale): number[] | CellError {
  const numbers: number[] = [];
  for (const arg of args) {
    const operand = arg();
    for (const value of matrixOf(operand).flat()) {
      if (isError(value)) return value;
      if (typeof value === 'number') numbers.push(value);
      else if (operand.kind === 'value' && value !== null) {
        const number = toNumber(value, locale);
        if (isError(number)) return number;
        numbers.push(number);
      }
    }
  }
  return numbers;
}

function overNumbers(work: (numbers: readonly number[]) => CellValue): BuiltIn {
  return (args, locale) => {
    const numbers = numbersOf(args, locale);
    return Array.isArray(numbers) ? work(numbers) : numbers;
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function average(numbers: readonly number[]): CellValue {
  return numbers.length === 0 ? cellError('#DIV/0!') : sum(numbers) / numbers.length;
}

function single(arg: Evaluated | undefined): CellValue {
  return arg ? (matrixOf(arg())[0]![0] ?? null) : null;
}

function numberArgument(arg: Evaluated | undefined, locale: Locale): number | CellError {
  return toNumber(single(arg), locale);
}

/** Halves away from zero, as Excel rounds. */
function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  const scaled = Math.abs(value) * scale;
  return (Math.sign(value) * Math.floor(scaled + 0.5 + scaled * 4 * Number.EPSILON)) / scale;
}

const filled = (args: readonly Evaluated[]): number =>
  args.flatMap((arg) => matrixOf(arg()).flat()).filter((value) => value !== null).length;

const SUM = overNumbers(sum);
const AVERAGE = overNumbers(average);
const COUNT = (args: readonly Evaluated[]): CellValue =>
  args.flatMap((arg) => matrixOf(arg()).flat()).filter((value) => typeof value === 'number').length;
const COUNTA = (args: readonly Evaluated[]): CellValue => filled(args);
const MAX = overNumbers((numbers) => numbers.reduce((most, n) => Math.max(most, n), numbers[0] ?? 0));
const MIN = overNumbers((numbers) => numbers.reduce((least, n) => Math.min(least, n), numbers[0] ?? 0));

/** The tasks that a table's total row uses; hidden rows are counted, a stated gap. */
const SUBTOTALS: Readonly<Record<number, BuiltIn>> = {
  1: AVERAGE,
  2: COUNT,
  3: COUNTA,
  4: MAX,
  5: MIN,
  9: SUM,
};

export const BUILT_IN: Readonly<Record<string, BuiltIn>> = {
  SUM,
  AVERAGE,
  COUNT,
  COUNTA,
  MAX,
  MIN,
  COUNTBLANK: (args) =>
    args.flatMap((arg) => matrixOf(arg()).flat()).filter((v) => v === null || v === '').length,
  SUBTOTAL: ([task, ...args], locale) => {
    const number = numberArgument(task, locale);
    if (isError(number)) return number;
    return SUBTOTALS[number % 100]?.(args, locale) ?? cellError('#VALUE!');
  },
  IF: ([test, yes, no]) => {
    const holds = toBoolean(single(test));
    if (isError(holds)) return holds;
    if (holds) return yes ? single(yes) : true;
    return no ? single(no) : false;
  },
  IFERROR: ([value, otherwise]) => {
    const first = single(value);
    return isError(first) ? single(otherwise) : first;
  },
  IFNA: ([value, otherwise]) => {
    const first = single(value);
    return isError(first) && first.error === '#N/A' ? single(otherwise) : first;
  },
  ISERROR: ([value]) => isError(single(value)),
  ISBLANK: ([value]) => single(value) === null,
  NOT: ([value]) => {
    const holds = toBoolean(single(value));
    return isError(holds) ? holds : !holds;
  },
  AND: (args) => every(args, (values) => values.every(Boolean)),
  OR: (args) => every(args, (values) => values.some(Boolean)),
  ABS: ([value], locale) => {
    const number = numberArgument(value, locale);
    return isError(number) ? number : Math.abs(number);
  },
  ROUND: ([value, digits], locale) => {
    const number = numberArgument(value, locale);
    const places = numberArgument(digits, locale);
    if (isError(number)) return number;
    return isError(places) ? places : round(number, Math.trunc(places));
  },
  N: ([value]) => {
    const first = single(value);
    if (isError(first)) return first;
    return typeof first === 'string' ? 0 : Number(first ?? 0);
  },
  SUMPRODUCT: (args) => sumOfProducts(args.map((arg) => matrixOf(arg()))),
  MATCH: ([wanted, cells, kind], locale) => {
    const value = single(wanted);
    const type = kind ? numberArgument(kind, locale) : 1;
    if (isError(value)) return value;
    if (isError(type)) return type;
    const among = cells ? matrixOf(cells()).flat() : [];
    return type === 0 ? positionOf(value, among) : cellError('#VALUE!');
  },
  INDEX: ([cells, row, column], locale) => {
    const matrix = cells ? matrixOf(cells()) : [[]];
    const first = numberArgument(row, locale);
    const second = numberArgument(column, locale);
    if (isError(first)) return first;
    if (isError(second)) return second;
    // Of a single row or column one number is enough.
    const [r, c] = matrix.length === 1 && !column ? [1, first] : [first, column ? second : 1];
    const found = matrix[Math.max(1, r) - 1]?.[Math.max(1, c) - 1];
    return found === undefined ? cellError('#REF!') : found;
  },
  ROWS: ([cells]) => (cells ? matrixOf(cells()).length : cellError('#VALUE!')),
  COLUMNS: ([cells]) => (cells ? matrixOf(cells())[0]!.length : cellError('#VALUE!')),
  LEN: ([value], locale) => {
    const text = toText(single(value), locale);
    return typeof text === 'string' ? text.length : text;
  },
  CONCAT: joined,
  CONCATENATE: joined,
  TRUE: () => true,
  FALSE: () => false,
  NA: () => cellError('#N/A'),
};

/** Where the first equal value stands, from 1; text without regard to case. */
function positionOf(value: CellValue, among: readonly CellValue[]): CellValue {
  const plain = (each: CellValue) => (typeof each === 'string' ? each.toLowerCase() : each);
  const wanted = plain(value ?? 0);
  const at = among.findIndex((each) => plain(each) === wanted);
  return at < 0 ? cellError('#N/A') : at + 1;
}

/** What is no number counts as 0; arrays of different shapes are #VALUE!. */
function sumOfProducts(matrices: readonly Matrix[]): CellValue {
  const [first = []] = matrices;
  const isLike = (matrix: Matrix) => matrix.length === first.length && matrix[0]?.length === first[0]?.length;
  if (!matrices.every(isLike)) return cellError('#VALUE!');
  let total = 0;
  for (const [r, row] of first.entries())
    for (const c of row.keys()) {
      const values = matrices.map((matrix) => matrix[r]![c]!);
      const error = values.find(isError);
      if (error) return error;
      total += values.reduce<number>((product, each) => (typeof each === 'number' ? product * each : 0), 1);
    }
  return total;
}

function joined(args: readonly Evaluated[], locale: Locale): CellValue {
  let text = '';
  for (const value of args.flatMap((arg) => matrixOf(arg()).flat())) {
    const part = toText(value, locale);
    if (typeof part !== 'string') return part;
    text += part;
  }
  return text;
}

function every(args: readonly Evaluated[], judge: (values: readonly boolean[]) => boolean): CellValue {
  const values: boolean[] = [];
  for (const value of args.flatMap((arg) => matrixOf(arg()).flat())) {
    if (value === null || typeof value === 'string') continue;
    const holds = toBoolean(value);
    if (isError(holds)) return holds;
    values.push(holds);
  }
  return values.length === 0 ? cellError('#VALUE!') : judge(values);
}
