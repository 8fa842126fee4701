/**
 * The lathund, the register and the reviews as data for SPSS.
 *
 * @module isu-core/spss
 */
export {
  spssCsv,
  spssSyntax,
  spssName,
  type SpssCell,
  type SpssData,
  type SpssVariable,
} from './spss-data.ts';
export { lathundData, NO_VALUE } from './lathund-data.ts';
export { reviewData } from './review-data.ts';
