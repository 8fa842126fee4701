/** Workbooks and text files in, workbooks out. */
export { readWorkbook, type ReadOptions } from './read/workbook.ts';
export { fileKind, type FileKind, type Foreign } from './read/file-kind.ts';
export type { SheetRead } from './read/spreadsheet.ts';
export { CsvReader, readCsv, type CsvOptions } from './csv/reader.ts';
export { writeWorkbook } from './write/workbook.ts';
export { writeRowsWorkbook, type RowCell } from './write/rows-workbook.ts';
