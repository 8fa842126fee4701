/**
 * A whole workbook – cells, formulas, looks, tables, charts, rules, names, printing and what is said about it – out of an
 * .xlsx file and into one.
 */
export { readXlsx, type WorkbookRead } from './read/read-xlsx.ts';
export { writeXlsx } from './write/write-xlsx.ts';
export { columnName, type CellRange } from './address.ts';
export * from './workbook-data.ts';
export * from './look-data.ts';
export * from './page-data.ts';
export * from './rule-data.ts';
export * from './chart-data.ts';
