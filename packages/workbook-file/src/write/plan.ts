/**
 * How a document stands on the sheets of a workbook, before anything is drawn: which cell holds what and how it looks,
 * widths, tables, charts, printing. The file writer draws it as XML, an add-in in an open Excel.
 */
export { planDocument, type TakenNames } from './layout.ts';
export { Styles } from './styles.ts';
export {
  BORDERS,
  COLOURS,
  DATE_FORMAT,
  FILLS,
  FONT,
  FONTS,
  formatCode,
  TEXT_FORMAT,
  type BorderLook,
  type CellStyle,
  type FontLook,
  type LineLook,
} from './look.ts';
export {
  columnPixels,
  ROW_HEIGHT,
  type ChartCells,
  type PlannedCell,
  type PlannedChart,
  type PlannedRow,
  type PlannedTable,
  type SheetPlan,
} from './sheet-plan.ts';
export {
  CHART_TITLE_SIZE,
  CHART_WORD_SIZE,
  hasValueLabels,
  MARKER_SIZE,
  MARKERS,
  seriesColour,
  startsAtZero,
  VALUE_GAP,
} from './chart-look.ts';
export { MARGINS, pageTexts, type PageTexts } from './page.ts';
export type { Printing } from './pagination.ts';
export { cellValue } from './cell-value.ts';
export { keptText } from '../xlsx/cell-text.ts';
export { columnName, type CellRange } from '../xlsx/address.ts';
export { safeSheetName, withoutCapitals } from './sheet-name.ts';
