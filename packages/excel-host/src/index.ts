/** An in-memory Excel that speaks Office.js. */
/// <reference types="office-js" />
/// <reference types="custom-functions-runtime" />
export { createExcelHost, type ExcelHost, type HostOptions } from './host/excel-host.ts';
export type { Platform } from './host/requirements.ts';
export { BLACK_THEME, WHITE_THEME } from './office/theme.ts';
export { openWorkbook, type OpenOptions } from './file/open.ts';
export { saveWorkbook } from './file/save.ts';
export { newWorkbook, Workbook } from './model/workbook.ts';
export type { Sheet } from './model/sheet.ts';
// The model, for a window that shows it.
export { areaAddress, areaAt, cellAddress, columnLetters, splitSheet } from './model/address.ts';
export { copiedFormula } from './calculation/move-references.ts';
export { isError, plainValue } from './model/cell-value.ts';
export { cellCount, hasCell, lastColumn, lastRow, type Area } from './model/area.ts';
export type { Chart, ChartCells } from './model/chart.ts';
export type { ConditionalFormat, LentLook } from './model/conditional-format.ts';
export type { BorderLine, CellStyle } from './model/style.ts';
export type { Table } from './model/table.ts';
