/**
 * A filter on the person column, as Power BI keeps it in a report and gives it to the other visuals. The persons stand
 * in it as the model writes them, so it holds for any table that is related to theirs.
 */
import type powerbi from 'powerbi-visuals-api';
import type { PrimitiveValue } from '../data/fields.ts';

/** The name of Power BI's basic filter, and no address that anyone asks. */
// eslint-disable-next-line powerbi-visuals/no-http-string
const BASIC = 'http://powerbi.com/product/schema#basic';
/** `FilterType.Basic` of powerbi-models. */
const BASIC_TYPE = 1;

export interface Target {
  readonly table: string;
  readonly column: string;
}

export interface PersonFilter extends powerbi.IFilter {
  readonly $schema: string;
  readonly target: Target;
  readonly filterType: number;
  readonly operator: 'In';
  readonly values: readonly PrimitiveValue[];
}

/** The model's own names, which a renamed field still has. */
export function targetOf({ expr, queryName = '', displayName }: powerbi.DataViewMetadataColumn): Target {
  const { source, ref } = (expr ?? {}) as {
    readonly source?: { readonly entity?: string };
    readonly ref?: string;
  };
  const dot = queryName.indexOf('.');
  return {
    table: source?.entity ?? queryName.slice(0, Math.max(0, dot)),
    column: ref ?? (dot === -1 ? displayName : queryName.slice(dot + 1)),
  };
}

export function personFilter(target: Target, values: readonly PrimitiveValue[]): PersonFilter {
  return { $schema: BASIC, target, filterType: BASIC_TYPE, operator: 'In', values };
}

/** The persons that a filter of the report lets through; null where none is on the person column. */
export function personsIn(
  filters: readonly powerbi.IFilter[],
  target: Target,
): readonly PrimitiveValue[] | null {
  for (const filter of filters) {
    const { target: own, operator, values } = filter as Partial<PersonFilter>;
    const isOurs = own?.table === target.table && own.column === target.column;
    if (isOurs && operator === 'In' && values) return values;
  }
  return null;
}
