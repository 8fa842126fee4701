/**
 * Tables as printed, held against themselves. It needs no register, and weighs as much as the lathund.
 *
 * @module isu-core/check
 */
export { checkPublished, type Contradiction } from './check.ts';
export type { Rule } from './equation.ts';
export { countFigures } from './figure-count.ts';
