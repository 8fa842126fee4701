/**
 * Made-up case registers for trying the product and for its tests. `sampleRegister` gives every printed cell of the
 * Söderhamn report's tables; `largeRegister` has the same shape at any size. No person in them exists.
 */
export { COLUMNS, HEADER, type SampleRegister, type SampleRow } from './row.ts';
export { sampleRegister } from './sample-register.ts';
export { largeRegister } from './large-register.ts';
export { csvChunks } from './csv.ts';
