/** The fields of a data view by the wells they were dropped in: names of capabilities.json. */
import type powerbi from 'powerbi-visuals-api';
import { ROLES, type Role } from 'isu-core';
import type { FieldName } from '../analysis/report.ts';

type DataView = powerbi.DataView;
/** Microsoft's types leave out that a cell may be blank. */
export type PrimitiveValue = powerbi.PrimitiveValue | null;

/** The wells whose columns are columns of the register, by core's own names. */
export const REGISTER_FIELDS = ROLES;
export type RegisterField = Role;

/** The wells that hold a number or a day for each combination of the others. */
export const MEASURES = ['rows', 'first', 'last'] as const satisfies readonly FieldName[];
export type Measure = (typeof MEASURES)[number];

/** A column of one data view: one value a row. */
export interface FieldColumn {
  readonly values: readonly PrimitiveValue[];
  /** By row, what another visual highlights of it: null where nothing. */
  readonly highlights: readonly PrimitiveValue[] | null;
}

export interface Fields {
  readonly rows: number;
  readonly columns: ReadonlyMap<FieldName, FieldColumn>;
  /** The person column as the host made it: for selection ids and filters. */
  readonly person: powerbi.DataViewCategoryColumn | null;
  /** Highlights of any column: they all tell of the same rows. */
  readonly highlights: readonly PrimitiveValue[] | null;
}

/** The fields that a data view names, with or without rows. */
export function givenFields(dataView: DataView | undefined): readonly FieldName[] {
  const given = new Set<string>();
  const sources = [
    ...(dataView?.metadata?.columns ?? []),
    ...(dataView?.categorical?.categories ?? []).map(({ source }) => source),
    ...(dataView?.categorical?.values ?? []).map(({ source }) => source),
  ];
  for (const source of sources)
    for (const [role, held] of Object.entries(source?.roles ?? {})) if (held) given.add(role);
  return ALL_FIELDS.filter((field) => given.has(field));
}

const ALL_FIELDS: readonly FieldName[] = [...REGISTER_FIELDS, ...MEASURES, 'tooltips'];

/** The columns of one window of rows. A column that serves in two wells is read in both. */
export function fieldsOf(dataView: DataView): Fields {
  const columns = new Map<FieldName, FieldColumn>();
  let person: powerbi.DataViewCategoryColumn | null = null;
  for (const category of dataView.categorical?.categories ?? []) {
    for (const field of REGISTER_FIELDS) {
      if (!category.source.roles?.[field] || columns.has(field)) continue;
      columns.set(field, { values: category.values, highlights: null });
      if (field === 'person') person = category;
    }
  }
  let highlights: readonly PrimitiveValue[] | null = null;
  for (const value of dataView.categorical?.values ?? []) {
    highlights ??= value.highlights ?? null;
    for (const field of MEASURES)
      if (value.source.roles?.[field] && !columns.has(field))
        columns.set(field, { values: value.values, highlights: value.highlights ?? null });
  }
  const lengths = [...columns.values()].map(({ values }) => values.length);
  return { rows: Math.max(0, ...lengths), columns, person, highlights };
}
