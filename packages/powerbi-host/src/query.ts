/**
 * What Power BI asks of the model for a visual: the distinct combinations of the grouped columns, each with its
 * measures, cut into windows of rows as data views.
 */
import type powerbi from 'powerbi-visuals-api';

/** Microsoft's types leave out that a cell may be blank. */
type PrimitiveValue = powerbi.PrimitiveValue | null;

/** A table of the model, column by column. */
export interface ModelTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, readonly PrimitiveValue[]>>;
}

/** What a report builder drops in a well: a column, or for a measure what is made of the rows of a combination. */
export type WellField =
  | string
  | { readonly aggregate: 'count'; readonly name?: string }
  | { readonly aggregate: 'sum' | 'min' | 'max'; readonly column: string; readonly name?: string };

/** By role. A well that takes several fields has a list. */
export type Wells = Readonly<Record<string, WellField | readonly WellField[]>>;

/** The part of capabilities.json that a query is made of. */
export interface Capabilities {
  readonly dataRoles: readonly { readonly name: string; readonly kind: string }[];
  readonly dataViewMappings: readonly {
    readonly categorical?: {
      readonly categories?: {
        readonly dataReductionAlgorithm?: {
          readonly window?: { readonly count?: number };
          readonly top?: { readonly count?: number };
        };
      };
    };
  }[];
}

/** Rows that another visual filters to, or highlights: by their place in the table. */
export type RowTest = (row: number) => boolean;

interface Column {
  readonly source: powerbi.DataViewMetadataColumn;
  readonly values: PrimitiveValue[];
}

export interface QueryResult {
  readonly rows: number;
  readonly categories: readonly (Column & {
    readonly identity: powerbi.visuals.CustomVisualOpaqueIdentity[];
  })[];
  readonly values: readonly (Column & { readonly highlights: PrimitiveValue[] | null })[];
}

const DEFAULT_ROWS = 1000;
const MOST_ROWS_A_WINDOW = 30_000;

/** How many rows a data view holds at most, and whether more can be asked for. */
export function windowOf({ dataViewMappings }: Capabilities): {
  readonly rows: number;
  readonly hasMore: boolean;
} {
  const reduction = dataViewMappings[0]?.categorical?.categories?.dataReductionAlgorithm;
  const window = reduction?.window?.count;
  const rows = window ?? reduction?.top?.count ?? DEFAULT_ROWS;
  return { rows: Math.min(rows, MOST_ROWS_A_WINDOW), hasMore: window !== undefined };
}

export function query(
  table: ModelTable,
  wells: Wells,
  capabilities: Capabilities,
  isKept: RowTest | null,
  isHighlighted: RowTest | null,
): QueryResult {
  const grouped = new Map<string, Set<string>>();
  const measured: { readonly role: string; readonly field: WellField }[] = [];
  for (const { name: role, kind } of capabilities.dataRoles)
    for (const field of fieldsIn(wells[role]))
      if (kind === 'Measure') measured.push({ role, field });
      else if (typeof field === 'string') grouped.set(field, (grouped.get(field) ?? new Set()).add(role));
  const { groupOf, firstRows } = combinations(table, [...grouped.keys()], isKept);
  const rows = firstRows.length;
  let index = 0;
  const source = (displayName: string, roles: Iterable<string>, isMeasure: boolean) => ({
    displayName,
    queryName: `${table.name}.${displayName}`,
    index: index++,
    roles: Object.fromEntries([...roles].map((role) => [role, true])),
    ...(isMeasure && { isMeasure }),
  });
  const categories = [...grouped].map(([name, roles]) => {
    const column = columnOf(table, name);
    return {
      source: source(name, roles, false),
      values: firstRows.map((row) => column[row] ?? null),
      identity: firstRows.map((_, at) => ({ identityIndex: at })),
    };
  });
  const values = measured.map(({ role, field }) => {
    const aggregated = (isIn: RowTest | null) => aggregate(table, field, groupOf, rows, isIn);
    return {
      source: source(nameOf(field), [role], true),
      values: aggregated(null),
      highlights: isHighlighted && aggregated(isHighlighted),
    };
  });
  return { rows, categories, values };
}

export function fieldsIn(well: Wells[string] | undefined): readonly WellField[] {
  if (well === undefined) return [];
  return Array.isArray(well) ? (well as readonly WellField[]) : [well as WellField];
}

function nameOf(field: WellField): string {
  if (typeof field === 'string') return field;
  if (field.name !== undefined) return field.name;
  return field.aggregate === 'count' ? 'Antal rader' : `${field.aggregate} ${field.column}`;
}

function columnOf(table: ModelTable, name: string): readonly PrimitiveValue[] {
  const column = table.columns[name];
  if (!column) throw new Error(`The table ${table.name} has no column ${name}.`);
  return column;
}

/** By row of the table, which combination it belongs to (−1: filtered away); by combination, its first row. */
function combinations(table: ModelTable, names: readonly string[], isKept: RowTest | null) {
  const columns = names.map((name) => columnOf(table, name));
  const length = Math.max(0, ...Object.values(table.columns).map((values) => values.length));
  const groupOf = new Int32Array(length).fill(-1);
  const firstRows: number[] = [];
  if (names.length === 0) return { groupOf, firstRows };
  const known = new Map<string, number>();
  for (let row = 0; row < length; row++) {
    if (isKept && !isKept(row)) continue;
    const key = columns.map((values) => keyOf(values[row])).join('\u0000');
    let group = known.get(key);
    if (group === undefined) {
      group = firstRows.push(row) - 1;
      known.set(key, group);
    }
    groupOf[row] = group;
  }
  return { groupOf, firstRows };
}

function keyOf(value: PrimitiveValue | undefined): string {
  return value instanceof Date ? `d${String(value.getTime())}` : `${typeof value} ${String(value)}`;
}

/** Null for a combination none of whose rows are in. A bare column in a measure's well is summed, or its earliest day. */
function aggregate(
  table: ModelTable,
  field: WellField,
  groupOf: Int32Array,
  groups: number,
  isIn: RowTest | null,
): PrimitiveValue[] {
  const result = new Array<PrimitiveValue>(groups).fill(null);
  const column =
    typeof field === 'string'
      ? columnOf(table, field)
      : field.aggregate === 'count'
        ? null
        : columnOf(table, field.column);
  const how = typeof field === 'string' ? 'bare' : field.aggregate;
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row]!;
    if (group < 0 || (isIn && !isIn(row))) continue;
    const value = column ? (column[row] ?? null) : 1;
    if (value === null) continue;
    result[group] = together(result[group] ?? null, value, how);
  }
  return result;
}

function together(
  before: PrimitiveValue,
  value: powerbi.PrimitiveValue,
  how: 'bare' | 'count' | 'sum' | 'min' | 'max',
): PrimitiveValue {
  if (before === null) return value;
  const isSum = how === 'count' || how === 'sum' || (how === 'bare' && typeof value === 'number');
  if (isSum) return Number(before) + Number(value);
  return how === 'max' ? (value > before ? value : before) : value < before ? value : before;
}

/** A window of the result as a data view. `lastMergeIndex` is what Power BI gives and Microsoft's types leave out. */
export function dataViewOf(
  result: QueryResult,
  from: number,
  to: number,
  options: {
    readonly objects: powerbi.DataViewObjects | undefined;
    readonly isSegment: boolean;
    readonly lastMergeIndex: number | null;
  },
): powerbi.DataView {
  const slice = <T>(values: readonly T[]) => values.slice(from, to);
  const categories = result.categories.map(({ source, values, identity }) => ({
    source,
    values: slice(values) as powerbi.PrimitiveValue[],
    identity: slice(identity),
  }));
  const values = result.values.map(({ source, values, highlights }) => ({
    source,
    values: slice(values) as powerbi.PrimitiveValue[],
    ...(highlights && { highlights: slice(highlights) as powerbi.PrimitiveValue[] }),
  }));
  const { objects, isSegment, lastMergeIndex } = options;
  return {
    metadata: {
      columns: [...categories, ...values].map(({ source }) => source),
      ...(objects && { objects }),
      ...(isSegment && { segment: {} }),
    },
    categorical: {
      ...(categories.length > 0 && { categories }),
      ...(values.length > 0 && { values: valueColumns(values) }),
      ...(lastMergeIndex !== null && { lastMergeIndex }),
    },
  };
}

function valueColumns(values: readonly powerbi.DataViewValueColumn[]): powerbi.DataViewValueColumns {
  const columns = [...values];
  return Object.assign(columns, { grouped: () => [{ values: columns }] });
}
