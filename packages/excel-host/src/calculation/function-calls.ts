/** Calls of an add-in's functions: begun when a formula is worked out, answered later, cancelled when it changes. */
import { areaAddress, cellAddress, quotedSheetName } from '../model/address.ts';
import { cellError } from '../model/cell-value.ts';
import { fullAddress, type CellsOf } from '../model/cells-of.ts';
import type { Workbook } from '../model/workbook.ts';
import {
  cellsOfResult,
  errorOf,
  type CustomFunctionRegistry,
  type RegisteredFunction,
} from './custom-functions.ts';
import { cellsOfExpression, evaluate } from './evaluate.ts';
import type { FormulaCell } from './formula-index.ts';
import { argumentsFor } from './function-arguments.ts';
import { operandOf, valueOperand, type Matrix, type Operand } from './operand.ts';
import type { Expression } from './parse.ts';

/** One call in one formula. */
interface Call {
  answer: Matrix | null;
  isForgotten: boolean;
  cancel: (() => void) | null;
}

export class FunctionCalls {
  private readonly workbook: Workbook;
  private readonly registry: CustomFunctionRegistry;
  private readonly emptyIsNull: boolean;
  private readonly onAnswer: (cell: FormulaCell) => void;
  /** By formula, and in it by the place of the call. */
  private readonly calls = new Map<FormulaCell, Map<readonly Expression[], Call>>();
  private readonly waiting = new Set<Promise<void>>();
  /** A formula that an insertion moved is known by its new cell. */
  private readonly moved = new WeakMap<FormulaCell, FormulaCell>();

  constructor(
    workbook: Workbook,
    registry: CustomFunctionRegistry,
    emptyIsNull: boolean,
    onAnswer: (cell: FormulaCell) => void,
  ) {
    this.workbook = workbook;
    this.registry = registry;
    this.emptyIsNull = emptyIsNull;
    this.onAnswer = onAnswer;
  }

  get areWaiting(): boolean {
    return this.waiting.size > 0;
  }

  async answered(): Promise<void> {
    while (this.waiting.size > 0) await Promise.all(this.waiting);
  }

  /** The answer if it is there, #BUSY! until then; `null` where no add-in has the function. */
  call(
    cell: FormulaCell,
    name: string,
    args: readonly Expression[],
    read: (cells: CellsOf) => Matrix,
  ): Operand | null {
    const known = this.registry.find(name);
    if (!known) return null;
    const ofCell = this.calls.get(cell) ?? new Map<readonly Expression[], Call>();
    this.calls.set(cell, ofCell);
    let call = ofCell.get(args);
    if (!call) {
      const given = args.map((arg) => (arg.kind === 'missing' ? null : this.operand(cell, arg, read)));
      // Excel waits for a function that is an argument of another.
      if (given.some((operand) => isBusy(operand))) return valueOperand(cellError('#BUSY!'));
      call = { answer: null, isForgotten: false, cancel: null };
      ofCell.set(args, call);
      this.begin(cell, call, known, name, args, given);
    }
    return call.answer ? operandOf(call.answer) : valueOperand(cellError('#BUSY!'));
  }

  private operand(cell: FormulaCell, arg: Expression, read: (cells: CellsOf) => Matrix): Operand {
    return evaluate(arg, {
      place: cell,
      locale: this.workbook.locale,
      read,
      custom: (name, args) => this.call(cell, name, args, read),
    });
  }

  /** The formula is to be worked out anew, or gone: its calls no longer count. */
  forget(cell: FormulaCell): void {
    for (const call of this.calls.get(cell)?.values() ?? []) {
      call.isForgotten = true;
      call.cancel?.();
    }
    this.calls.delete(cell);
  }

  hand(from: FormulaCell, to: FormulaCell): void {
    this.moved.set(from, to);
    const calls = this.calls.get(from);
    this.calls.delete(from);
    if (calls) this.calls.set(to, calls);
  }

  private begin(
    cell: FormulaCell,
    call: Call,
    known: RegisteredFunction,
    name: string,
    args: readonly Expression[],
    given: readonly (Operand | null)[],
  ): void {
    const prepared = argumentsFor(known, given, {
      locale: this.workbook.locale,
      emptyIsNull: this.emptyIsNull,
    });
    if (!Array.isArray(prepared)) {
      call.answer = [[prepared]];
      return;
    }
    // Excel shows #BUSY! until the add-in's code has said what the function does.
    if (!known.run) return;
    const { run } = known;
    const invocation = this.invocation(cell, call, known, name, args);
    const promise = Promise.resolve()
      .then(() => (call.isForgotten ? undefined : run(...prepared, invocation)))
      .then(
        (result) => {
          if (!known.metadata.options?.stream) this.settle(cell, call, cellsOfResult(result));
        },
        (error: unknown) => this.settle(cell, call, [[errorOf(error)]]),
      )
      .finally(() => this.waiting.delete(promise));
    this.waiting.add(promise);
  }

  private settle(cell: FormulaCell, call: Call, answer: Matrix): void {
    if (call.isForgotten) return;
    call.answer = answer;
    let now = cell;
    for (let next = this.moved.get(now); next; next = this.moved.get(now)) now = next;
    this.onAnswer(now);
  }

  /** Docs, CustomFunctions.Invocation: addresses only where the metadata asks for them. */
  private invocation(
    cell: FormulaCell,
    call: Call,
    { metadata }: RegisteredFunction,
    name: string,
    args: readonly Expression[],
  ): object {
    const { options } = metadata;
    const invocation: Record<string, unknown> = { functionName: name, isInValuePreview: false };
    if (options?.requiresAddress) {
      invocation['address'] = `${quotedSheetName(cell.sheet.name)}!${cellAddress(cell.row, cell.column)}`;
    }
    if (options?.requiresParameterAddresses) {
      invocation['parameterAddresses'] = args.map((arg) => {
        const cells = cellsOfExpression(arg, cell);
        return cells ? (cells.sheet === cell.sheet ? areaAddress(cells.area) : fullAddress(cells)) : '';
      });
    }
    if (options?.stream) {
      invocation['setResult'] = (result: unknown) => this.settle(cell, call, cellsOfResult(result));
    }
    if (options?.stream || options?.cancelable) {
      call.cancel = () => (invocation['onCanceled'] as (() => void) | undefined)?.();
    }
    return invocation;
  }
}

function isBusy(operand: Operand | null): boolean {
  if (operand?.kind !== 'value') return false;
  const { value } = operand;
  return typeof value === 'object' && value !== null && value.error === '#BUSY!';
}
