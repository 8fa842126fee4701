/** CSV by itself, for programs that start quicker without what workbooks need. */
export { fileKind, type FileKind } from '../read/file-kind.ts';
export { putWindows1252, WINDOWS_1252_GROWTH } from './encoding.ts';
export { buffersOf, CsvPartReader, type CsvPart } from './part.ts';
export { CsvReader, readCsv, type CsvOptions } from './reader.ts';
