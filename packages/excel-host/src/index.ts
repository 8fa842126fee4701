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
