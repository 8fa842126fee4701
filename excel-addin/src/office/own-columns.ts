/**
 * The columns that we have added beside an export. Each is known by a hidden name of its sheet, which follows the
 * column wherever it is moved and goes with it when it is deleted.
 */
import { areaOf, type CellArea } from './address.ts';

export type OwnColumnKey = 'actualisations' | 'first' | 'last' | 'months' | 'group' | 'selection';

export interface OwnColumn {
  readonly key: string;
  /** Header and body as we wrote them. */
  readonly area: CellArea;
}

const PREFIX = 'ISU_kolumn_';

export function ownColumnName(key: OwnColumnKey): string {
  return PREFIX + key;
}

export interface AskedColumns {
  /** To be called after the next sync. */
  readonly answer: () => readonly OwnColumn[];
}

export function askOwnColumns(sheet: Excel.Worksheet): AskedColumns {
  const { names } = sheet;
  names.load('items/name,items/formula');
  return {
    answer: () =>
      names.items.flatMap(({ name, formula }) => {
        if (!name.startsWith(PREFIX)) return [];
        // The name of a deleted column refers to #REF!.
        const area = areaOf(String(formula).replace(/^=/, ''));
        return area === null || area.columnCount !== 1 ? [] : [{ key: name.slice(PREFIX.length), area }];
      }),
  };
}
