/** A Power BI host for one visual: see README.md. */
export { PowerBiHost, type Call, type Fetching, type HostOptions } from './host.ts';
export { rowsKept } from './filter.ts';
export { DARK, HIGH_CONTRAST_BLACK, HIGH_CONTRAST_WHITE, LIGHT, type Theme } from './palette.ts';
export {
  dataViewOf,
  query,
  type Capabilities,
  type ModelTable,
  type QueryResult,
  type RowTest,
  type WellField,
  type Wells,
} from './query.ts';
