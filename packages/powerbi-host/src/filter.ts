/**
 * What a visual's filters do to the rest of the report: which rows of the model they keep. Filters on columns of a table
 * by values or by up to two conditions, which are what a visual can make; others are not in this host.
 */
import type powerbi from 'powerbi-visuals-api';
import type { ModelTable, RowTest } from './query.ts';

type Value = powerbi.PrimitiveValue | null;

interface Target {
  readonly table: string;
  readonly column: string;
}

interface BasicFilter {
  readonly target: Target;
  readonly operator: 'In' | 'NotIn' | 'All';
  readonly values?: readonly Value[];
}

interface AdvancedFilter {
  readonly target: Target;
  readonly logicalOperator: 'And' | 'Or';
  readonly conditions: readonly { readonly operator: string; readonly value?: Value }[];
}

/** Null: all are kept. Filters add up. */
export function rowsKept(filters: readonly powerbi.IFilter[], table: ModelTable): RowTest | null {
  const tests = filters
    .map((filter) => testOf(filter as BasicFilter | AdvancedFilter, table))
    .filter((test) => test !== null);
  if (tests.length === 0) return null;
  return (row) => tests.every((test) => test(row));
}

function testOf(filter: BasicFilter | AdvancedFilter, table: ModelTable): RowTest | null {
  const { target } = filter;
  const column = target.table === table.name ? table.columns[target.column] : undefined;
  if (!column) throw new Error(`The model has no column ${target.table}.${target.column} to filter by.`);
  if ('operator' in filter && filter.operator === 'All') return null;
  const isKept = valueTest(filter);
  return (row) => isKept(column[row] ?? null);
}

function valueTest(filter: BasicFilter | AdvancedFilter): (value: Value) => boolean {
  if ('conditions' in filter) {
    const tests = filter.conditions.map(({ operator, value = null }) => conditionTest(operator, value));
    return filter.logicalOperator === 'And'
      ? (value) => tests.every((test) => test(value))
      : (value) => tests.some((test) => test(value));
  }
  const named = new Set((filter.values ?? []).map(keyOf));
  const isIn = filter.operator === 'In';
  return (value) => named.has(keyOf(value)) === isIn;
}

function conditionTest(operator: string, wanted: Value): (value: Value) => boolean {
  switch (operator) {
    case 'Is':
      return (value) => keyOf(value) === keyOf(wanted);
    case 'IsNot':
      return (value) => keyOf(value) !== keyOf(wanted);
    case 'IsBlank':
      return (value) => value === null;
    case 'IsNotBlank':
      return (value) => value !== null;
    default:
      throw new Error(`The filter condition ${operator} is not in this host.`);
  }
}

/** As JSON a day is text; other values are equal as they are. */
function keyOf(value: Value): Exclude<Value, Date> {
  return value instanceof Date ? value.toISOString() : value;
}
