/**
 * The register and the lathund of rows in memory, for registers of millions of rows.
 *
 * @module isu-core/rows
 */
export { lathundOfRows, type LathundOfRows, type Rows } from './lathund-of-rows.ts';
