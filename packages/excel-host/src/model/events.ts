/** What happens in a workbook, told to whoever listens. */
import type { Area } from './area.ts';
import type { Chart } from './chart.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';

export type ChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted'
  | 'Unknown';

export interface ValueChange {
  readonly before: string | number | boolean;
  readonly after: string | number | boolean;
}

interface SheetEvent<K extends string> {
  readonly kind: K;
  readonly sheet: Sheet;
}

export type WorkbookEvent =
  | {
      readonly kind: 'changed';
      readonly sheet: Sheet;
      readonly area: Area;
      readonly changeType: ChangeType;
      /** Where one cell changed. */
      readonly details: ValueChange | null;
    }
  | { readonly kind: 'format-changed'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'calculated'; readonly sheet: Sheet; readonly address: string }
  | { readonly kind: 'selected'; readonly sheet: Sheet; readonly area: Area }
  | SheetEvent<'activated'>
  | SheetEvent<'deactivated'>
  | SheetEvent<'added'>
  | SheetEvent<'deleted'>
  | { readonly kind: 'renamed'; readonly sheet: Sheet; readonly before: string; readonly after: string }
  | { readonly kind: 'moved'; readonly sheet: Sheet; readonly before: number; readonly after: number }
  | {
      readonly kind: 'visibility';
      readonly sheet: Sheet;
      readonly before: Sheet['visibility'];
      readonly after: Sheet['visibility'];
    }
  | { readonly kind: 'protection'; readonly sheet: Sheet; readonly isProtected: boolean }
  | { readonly kind: 'table-added'; readonly table: Table }
  | { readonly kind: 'table-deleted'; readonly table: Table }
  | { readonly kind: 'chart-added'; readonly chart: Chart }
  | { readonly kind: 'chart-deleted'; readonly chart: Chart }
  | { readonly kind: 'settings' };

export type EventKind = WorkbookEvent['kind'];
export type EventOf<K extends EventKind> = Extract<WorkbookEvent, { readonly kind: K }>;

export class Events {
  private readonly listeners = new Set<(event: WorkbookEvent) => void>();
  private silence = 0;

  listen(listener: (event: WorkbookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: WorkbookEvent): void {
    if (this.silence === 0) for (const listener of [...this.listeners]) listener(event);
  }

  /** Does several steps of which only the whole shall be told. */
  silently<T>(steps: () => T): T {
    this.silence++;
    try {
      return steps();
    } finally {
      this.silence--;
    }
  }
}
