/** Arguments as Excel hands them to an add-in's function: values or rows of values, each of its declared type. */
import { cellError, isError, plainValue, type CellError, type CellValue } from '../model/cell-value.ts';
import type { Locale } from '../model/locale.ts';
import type { ParameterMetadata, RegisteredFunction } from './custom-functions.ts';
import { CustomFunctionError } from './custom-functions.ts';
import { matrixOf, toBoolean, toNumber, toText, type Operand } from './operand.ts';

export interface ArgumentRules {
  readonly locale: Locale;
  /** An empty cell is `null` on the web and 0 elsewhere (office-js issues 4702 and 5262). */
  readonly emptyIsNull: boolean;
}

/** The arguments in the order of the parameters, repeating ones as one list; or the error that stands for the call. */
export function argumentsFor(
  { metadata, allowsErrors }: RegisteredFunction,
  given: readonly (Operand | null)[],
  rules: ArgumentRules,
): unknown[] | CellError {
  const parameters = metadata.parameters ?? [];
  const repeating = parameters.findIndex(({ repeating }) => repeating);
  if (repeating < 0 && given.length > parameters.length) return cellError('#VALUE!');
  const result: unknown[] = [];
  for (const [i, parameter] of parameters.entries()) {
    if (i === repeating) {
      const rest = given.slice(i).map((operand) => argumentFor(parameter, operand, allowsErrors, rules));
      const wrong = rest.find(isCellError);
      if (wrong) return wrong;
      result.push(rest);
      break;
    }
    const argument = argumentFor(parameter, given[i] ?? null, allowsErrors, rules);
    if (isCellError(argument)) return argument;
    result.push(argument);
  }
  return result;
}

function isCellError(argument: unknown): argument is CellError {
  return typeof argument === 'object' && argument !== null && 'error' in argument;
}

/** Docs, "Custom functions parameter options": an optional argument that is not given is `null`. */
function argumentFor(
  parameter: ParameterMetadata,
  operand: Operand | null,
  allowsErrors: boolean,
  rules: ArgumentRules,
): unknown {
  if (operand === null) return parameter.optional ? null : cellError('#VALUE!');
  const rows = matrixOf(operand);
  const type = parameter.type ?? 'any';
  if (parameter.dimensionality !== 'matrix') {
    return rows.length === 1 && rows[0]!.length === 1
      ? typed(rows[0]![0]!, type, allowsErrors, rules)
      : cellError('#VALUE!');
  }
  let wrong: CellError | null = null;
  const argument = rows.map((row) =>
    row.map((value) => {
      const each = typed(value, type, allowsErrors, rules);
      if (isCellError(each)) wrong ??= each;
      return each;
    }),
  );
  return wrong ?? argument;
}

function typed(value: CellValue, type: string, allowsErrors: boolean, rules: ArgumentRules): unknown {
  if (isError(value)) {
    return allowsErrors && type === 'any' ? new CustomFunctionError(value.error, value.message) : value;
  }
  switch (type) {
    case 'number':
      return toNumber(value, rules.locale);
    case 'string':
      return toText(value, rules.locale);
    case 'boolean':
      return toBoolean(value);
    default:
      return value === null ? (rules.emptyIsNull ? null : 0) : plainValue(value);
  }
}
