/** `isu-core/check`: tables as printed, held against themselves. It needs no register, and weighs as much as the lathund. */
export { checkPublished, type Contradiction } from './check.ts';
export { countFigures } from './figure-count.ts';
