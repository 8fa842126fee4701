/** What the visual's filter does to the sheet that its data come from: which rows are left in sight. */
import { rowsKept } from 'isu-powerbi-host';
import type { Sheet } from 'isu-excel-host';
import type { Filters } from './messages.ts';
import type { SheetModel } from './model-of-sheet.ts';

export interface SheetFilter {
  readonly sheet: Sheet;
  /** Rows of the sheet, from 0, that are out of sight. */
  readonly hidden: ReadonlySet<number>;
  readonly rows: { readonly kept: number; readonly of: number };
  readonly persons: number;
}

/** @param person the column in the well of the persons; null: no filter, or none that takes a row away */
export function sheetFilter(
  filters: Filters,
  model: SheetModel,
  person: string | undefined,
): SheetFilter | null {
  const { place, rows, columns } = model;
  const isKept = rowsKept(filters, { name: place.sheet.name, columns });
  if (isKept === null) return null;
  const hidden = new Set<number>();
  const persons = new Set<unknown>();
  const values = person === undefined ? undefined : columns[person];
  rows.forEach((row, i) => {
    if (!isKept(i)) hidden.add(row);
    else if (values?.[i] !== undefined && values[i] !== null) persons.add(values[i]);
  });
  const kept = rows.length - hidden.size;
  return { sheet: place.sheet, hidden, rows: { kept, of: rows.length }, persons: persons.size };
}
