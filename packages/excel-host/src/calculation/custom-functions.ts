/**
 * An add-in's own functions: declared by the JSON metadata that its manifest points to, bound by
 * `CustomFunctions.associate`. Docs: "Custom functions metadata", "Create custom functions in Excel".
 */
import { cellError, type CellError, type CellValue, type ErrorCode } from '../model/cell-value.ts';
import type { Matrix } from './operand.ts';

export interface ParameterMetadata {
  readonly name: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters?: readonly ParameterMetadata[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: {
    readonly cancelable?: boolean;
    readonly stream?: boolean;
    readonly volatile?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
}

/** The file that `custom-functions-metadata` makes. */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface RegisteredFunction {
  readonly metadata: FunctionMetadata;
  readonly run: ((...args: unknown[]) => unknown) | null;
  readonly allowsErrors: boolean;
}

const ERROR_CODES = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
} as const;

/** `CustomFunctions.Error`. Docs: only #VALUE! and #N/A carry a message; #NAME? cannot be given back. */
export class CustomFunctionError {
  readonly code: ErrorCode;
  readonly message?: string;

  constructor(code: ErrorCode, message?: string) {
    this.code = code;
    if (message !== undefined && (code === '#VALUE!' || code === '#N/A')) this.message = message;
  }
}

export class CustomFunctionRegistry {
  private readonly metadata = new Map<
    string,
    { readonly metadata: FunctionMetadata; readonly allowsErrors: boolean }
  >();
  private readonly bound = new Map<string, (...args: unknown[]) => unknown>();
  private onChange: () => void = () => {};

  /** What the manifest does: makes the functions known under a namespace, e.g. `ISU`. */
  register(namespace: string, { functions, allowErrorForDataTypeAny }: FunctionsMetadata): void {
    for (const metadata of functions) {
      const name = (namespace === '' ? metadata.name : `${namespace}.${metadata.name}`).toUpperCase();
      this.metadata.set(name, { metadata, allowsErrors: allowErrorForDataTypeAny ?? false });
    }
    this.onChange();
  }

  /** Called by the calculator, which then tries again what was #NAME? or waited for its code. */
  whenChanged(changed: () => void): void {
    this.onChange = changed;
  }

  find(name: string): RegisteredFunction | null {
    const known = this.metadata.get(name.toUpperCase());
    return known ? { ...known, run: this.bound.get(known.metadata.id.toUpperCase()) ?? null } : null;
  }

  /** The `CustomFunctions` object of the add-in's page. */
  namespace(): typeof CustomFunctions {
    const associate = (id: unknown, run?: unknown): void => {
      const given = typeof id === 'string' ? { [id]: run } : (id as Record<string, unknown>);
      for (const [key, each] of Object.entries(given)) {
        if (typeof each !== 'function') throw new TypeError(`"${key}" was associated with no function`);
        this.bound.set(key.toUpperCase(), each as (...args: unknown[]) => unknown);
      }
      this.onChange();
    };
    return {
      associate,
      Error: CustomFunctionError,
      ErrorCode: ERROR_CODES,
    } as unknown as typeof CustomFunctions;
  }
}

/** What a function gave, as cells hold it. Reported: `null` in a returned array becomes 0 (office-js issue 1503). */
export function cellsOfResult(result: unknown): Matrix {
  if (!Array.isArray(result)) return [[valueOfResult(result)]];
  const rows = result.map((row: unknown) =>
    Array.isArray(row) ? row.map(valueOfResult) : [valueOfResult(row)],
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return [[cellError('#CALC!')]];
  // Excel fills a ragged array with #N/A.
  return rows.map((row) =>
    Array.from({ length: columns }, (_, c) => (c < row.length ? row[c]! : cellError('#N/A'))),
  );
}

function valueOfResult(value: unknown): CellValue {
  if (value === null || value === undefined) return 0;
  if (value instanceof CustomFunctionError) return errorOf(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : cellError('#NUM!');
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return cellError('#VALUE!');
}

/** What a function threw: its own error, or #VALUE! for any other. */
export function errorOf(thrown: unknown): CellError {
  if (!(thrown instanceof CustomFunctionError)) return cellError('#VALUE!');
  return thrown.code === '#NAME?' ? cellError('#VALUE!') : cellError(thrown.code, thrown.message);
}
