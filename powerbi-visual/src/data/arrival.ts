/**
 * How far the data have come. The host hands over windows of rows: a first one that begins anew, and, while there are
 * more, one for each time it is asked. It may refuse, or accept and never answer; a new first window may come at any time.
 */
import type powerbi from 'powerbi-visuals-api';
import { fieldsOf, givenFields } from './fields.ts';
import { IncomingRows, type WholeTable } from './incoming-rows.ts';
import type { FieldName } from '../analysis/report.ts';

/** powerbi.VisualDataChangeOperationKind, which exists for the compiler only. */
const CREATE: powerbi.VisualDataChangeOperationKind =
  0 satisfies powerbi.VisualDataChangeOperationKind.Create;
/** All windows so far in one data view, as hosts did once. */
const APPEND: powerbi.VisualDataChangeOperationKind =
  1 satisfies powerbi.VisualDataChangeOperationKind.Append;

export type Arrival =
  | {
      readonly kind: 'no-fields';
      readonly missing: readonly FieldName[];
      readonly given: readonly FieldName[];
    }
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'loading'; readonly rows: number }
  | { readonly kind: 'cut'; readonly rows: number; readonly of: number | null }
  | { readonly kind: 'whole'; readonly table: WholeTable };

/** Where the rows of one window begin among all, for selection ids, which are made of a window's own column. */
export interface PersonWindow {
  readonly column: powerbi.DataViewCategoryColumn;
  /** The host's row that stands first in the column. */
  readonly firstRow: number;
  /** The columns of measures, for the fields in Knappbeskrivningar. */
  readonly values: readonly powerbi.DataViewValueColumn[];
}

export class Arriving {
  arrival: Arrival = { kind: 'no-fields', missing: ['person', 'date'], given: [] };
  windows: readonly PersonWindow[] = [];
  /** The fields that have been dropped in wells. */
  given: readonly FieldName[] = [];
  private incoming: IncomingRows | null = null;
  /** The last rows that were whole. */
  private known: { readonly incoming: IncomingRows; readonly table: WholeTable } | null = null;
  private readonly fetchMore: () => boolean;

  /** @param fetchMore asks the host for the next window, by itself and not with those before: false where it will not */
  constructor(fetchMore: () => boolean) {
    this.fetchMore = fetchMore;
  }

  /** Takes a window of rows, and asks for the next if there is one. */
  take(
    dataView: powerbi.DataView | undefined,
    operation: powerbi.VisualDataChangeOperationKind | undefined,
  ): Arrival {
    return (this.arrival = this.arrivalOf(dataView, operation ?? CREATE));
  }

  /** The host has been waited for long enough. What it may still send is taken all the same. */
  giveUp(): Arrival {
    if (this.arrival.kind === 'loading') this.arrival = { ...this.arrival, kind: 'cut', of: null };
    return this.arrival;
  }

  private arrivalOf(
    dataView: powerbi.DataView | undefined,
    operation: powerbi.VisualDataChangeOperationKind,
  ): Arrival {
    const given = (this.given = givenFields(dataView));
    const missing = missingFields(given);
    if (!dataView || missing.length > 0) {
      this.incoming = null;
      this.windows = [];
      return { kind: 'no-fields', missing, given };
    }
    const fields = fieldsOf(dataView);
    const isNext = operation !== CREATE && this.incoming !== null;
    if (!isNext) {
      this.incoming = new IncomingRows(fields);
      this.windows = [];
    }
    const incoming = this.incoming!;
    const from = !isNext ? 0 : operation === APPEND ? incoming.rows : firstNewRow(dataView);
    if (fields.person)
      this.windows = [
        ...this.windows,
        {
          column: fields.person,
          firstRow: incoming.rows - from,
          values: dataView.categorical?.values ?? [],
        },
      ];
    incoming.take(fields, from);
    if (dataView.metadata?.segment) {
      if (this.fetchMore()) return { kind: 'loading', rows: incoming.rows };
      return { kind: 'cut', rows: incoming.rows, of: totalRows(dataView) };
    }
    return incoming.rows === 0 ? { kind: 'no-rows' } : { kind: 'whole', table: this.tableOf(incoming) };
  }

  /** The same table as before, where the same rows have come again. */
  private tableOf(incoming: IncomingRows): WholeTable {
    if (!this.known?.incoming.equals(incoming)) this.known = { incoming, table: incoming.whole() };
    return this.known.table;
  }
}

/** Fields without which there is nothing to analyse: a date, or the earliest of a table that is grouped already. */
function missingFields(given: readonly FieldName[]): readonly FieldName[] {
  const has = (field: FieldName) => given.includes(field);
  const missing: FieldName[] = has('person') ? [] : ['person'];
  if (has('date')) return missing;
  if (!has('first')) return has('rows') || has('last') ? [...missing, 'first'] : [...missing, 'date'];
  return has('rows') ? missing : [...missing, 'rows'];
}

/** A window repeats the last rows of the one before it; the host says how far. Microsoft's types leave it out. */
function firstNewRow({ categorical, table }: powerbi.DataView): number {
  const holders = [categorical, table] as readonly ({ readonly lastMergeIndex?: number } | undefined)[];
  const last = holders.find((holder) => holder?.lastMergeIndex !== undefined)?.lastMergeIndex;
  return last === undefined ? 0 : last + 1;
}

/** The number of rows in all, where the host has summed the number field. */
function totalRows({ metadata }: powerbi.DataView): number | null {
  const counted = metadata.columns.find(({ roles }) => roles?.['rows']);
  const total = counted?.aggregates?.subtotal;
  return typeof total === 'number' && Number.isInteger(total) && total > 0 ? total : null;
}
