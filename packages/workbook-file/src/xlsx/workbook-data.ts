/**
 * A workbook as an .xlsx file holds it, as plain data: what `readXlsx` gives and `writeXlsx` takes. Rows, columns and
 * sheets count from 0, sizes are points where nothing else is said, colours are RRGGBB.
 *
 * Rows may come one by one, so that a long sheet never stands whole in memory. What can be known only when the rows
 * have been walked is read only then: a workbook's styles, a sheet's tables and its texts that look like numbers.
 */
import type { CellRange } from './address.ts';
import type { ChartData } from './chart-data.ts';
import type { CellLook, TableStyleData, ThemeData } from './look-data.ts';
import type { PageData } from './page-data.ts';
import type { ConditionalFormatData, ValidationData } from './rule-data.ts';

export interface WorkbookData {
  readonly sheets: Iterable<SheetData>;
  /** Looks by the numbers that cells, rows and columns name them by; number 0 is what has no look of its own. */
  readonly styles: readonly CellLook[];
  readonly theme: ThemeData;
  readonly tableStyles: readonly TableStyleData[];
  /** The name of the style that a new table gets. */
  readonly defaultTableStyle: string;
  readonly names: readonly NameData[];
  readonly properties: PropertiesData;
  readonly customXml: readonly CustomXmlData[];
  readonly activeSheet: number;
  /** The year that days count from. */
  readonly dateSystem: 1900 | 1904;
  readonly isStructureProtected: boolean;
}

export interface SheetData {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly tabColour: string | null;
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly selection: CellRange;
  /** The height of a row that has none of its own. */
  readonly rowHeight: number;
  /** The width of a column that has none of its own, in characters; `null` is the usual one. */
  readonly columnWidth: number | null;
  /** Rising. */
  readonly columns: readonly ColumnData[];
  /** Rising; may be walked once. */
  readonly rows: Iterable<RowData>;
  readonly merges: readonly CellRange[];
  readonly filter: FilterData | null;
  readonly protection: ProtectionData | null;
  readonly conditionalFormats: readonly ConditionalFormatData[];
  readonly validations: readonly ValidationData[];
  readonly hyperlinks: readonly HyperlinkData[];
  readonly page: PageData;
  readonly charts: readonly ChartData[];
  readonly customProperties: readonly { readonly name: string; readonly value: string }[];
  /** Asked for when the rows have been walked. */
  readonly tables: readonly TableData[];
  /** Text that looks like numbers and is right so: Excel shall not mark it. Asked for likewise. */
  readonly textRanges: readonly CellRange[];
}

export interface ColumnData {
  readonly first: number;
  readonly last: number;
  /** In characters, the cell's margins aside; `null` is the usual one. */
  readonly width: number | null;
  readonly hidden?: boolean;
  readonly style?: number;
}

export interface RowData {
  readonly row: number;
  /** Absent is the usual one. */
  readonly height?: number;
  readonly hidden?: boolean;
  readonly style?: number;
  readonly cells: readonly CellData[];
}

export interface CellData {
  readonly column: number;
  /** `null` is an empty cell that has a look or a formula. */
  readonly value: string | number | boolean | ErrorData | null;
  readonly style: number;
  /** Without its `=`. */
  readonly formula?: string;
  /** The cells that the formula's array fills, this one first. */
  readonly spill?: CellRange;
}

/** An error value, by Excel's word for it: `#N/A`. */
export interface ErrorData {
  readonly error: string;
}

export interface TableData {
  readonly name: string;
  /** Header row, rows and total row. */
  readonly range: CellRange;
  readonly columns: readonly TableColumnData[];
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  /** `null` where the header has no buttons. */
  readonly filter: FilterData | null;
  /** `null` is none. */
  readonly style: string | null;
  readonly bandedRows: boolean;
  readonly bandedColumns: boolean;
  readonly firstColumn: boolean;
  readonly lastColumn: boolean;
}

export interface TableColumnData {
  readonly name: string;
  /** What stands in the total row: words, or a formula without its `=`. */
  readonly total?: { readonly label: string } | { readonly formula: string };
}

/** Rows to show, by the columns of a range. */
export interface FilterData {
  readonly range: CellRange;
  readonly criteria: readonly FilterCriterion[];
}

export interface FilterCriterion {
  /** Counted from the range's first. */
  readonly column: number;
  /** One of these texts, or one or both of these comparisons. */
  readonly shows:
    | { readonly texts: readonly string[] }
    | { readonly comparisons: readonly FilterComparison[]; readonly both: boolean };
}

export interface FilterComparison {
  readonly operator: '=' | '<>' | '>' | '>=' | '<' | '<=';
  readonly value: string;
}

/** What may be done on a protected sheet. A password is never kept. */
export interface ProtectionData {
  readonly allows: readonly ProtectedAction[];
  readonly select: 'all' | 'unlocked' | 'none';
}

/** By the names that a file has for them. */
export type ProtectedAction = (typeof PROTECTED_ACTIONS)[number];

export const PROTECTED_ACTIONS = [
  'objects',
  'scenarios',
  'formatCells',
  'formatColumns',
  'formatRows',
  'insertColumns',
  'insertRows',
  'insertHyperlinks',
  'deleteColumns',
  'deleteRows',
  'sort',
  'autoFilter',
  'pivotTables',
] as const;

export interface HyperlinkData {
  readonly range: CellRange;
  /** A page or a file; `null` where the link stays in the workbook. */
  readonly address: string | null;
  /** A place in the workbook or on the page. */
  readonly location: string | null;
  readonly tip: string | null;
  readonly display: string | null;
}

export interface NameData {
  readonly name: string;
  /** The sheet that alone knows it, by its place; `null` where the whole workbook does. */
  readonly sheet: number | null;
  /** Without its `=`. */
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
}

/** What is said about the workbook. Absent is not said. */
export interface PropertiesData {
  readonly title?: string;
  readonly creator?: string;
  /** `sv`, `en-GB`. */
  readonly language?: string;
  readonly subject?: string;
  readonly description?: string;
  readonly keywords?: string;
  readonly category?: string;
  readonly lastModifiedBy?: string;
  readonly revision?: number;
  readonly created?: Date;
  /** The program that wrote it. */
  readonly application?: string;
  readonly manager?: string;
  readonly company?: string;
  readonly custom?: readonly CustomPropertyData[];
}

export interface CustomPropertyData {
  readonly name: string;
  readonly value: string | number | boolean | Date;
}

export interface CustomXmlData {
  /** `{…}`, as the file names it. */
  readonly id: string;
  readonly xml: string;
}
