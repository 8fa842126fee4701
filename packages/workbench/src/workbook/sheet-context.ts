/** The sheet that is drawn, its Excel, and who tells of its changes. */
import type { ExcelHost, Sheet } from 'isu-excel-host';
import { createContext } from 'react';
import type { WorkbookWatch } from './workbook-watch.ts';
import type { WorkbookWords } from './words/words.ts';

export interface ShownSheet {
  readonly host: ExcelHost;
  readonly sheet: Sheet;
  readonly watch: WorkbookWatch;
  /** Rows that the Power BI visual filters away; in the workbook nothing is changed by it. */
  readonly hidden: ReadonlySet<number> | null;
  readonly words: WorkbookWords;
  /** What could not be done, in words. */
  readonly refuse: (sentence: string) => void;
}

export const SheetContext = createContext<ShownSheet | null>(null);

export interface CellEditing {
  /** Begins to edit a cell of the grid, with its list where it has one. */
  readonly begin: (row: number, column: number) => void;
  /** A letter has begun it: what is written is text, also where there is a list to choose from. */
  readonly byLetter: { current: boolean };
}

export const EditContext = createContext<CellEditing | null>(null);
