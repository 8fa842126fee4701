/**
 * Parts of a register, or registers, laid side by side.
 *
 * @module isu-core/compare
 */
export { compareRegisters, type RegisterComparison } from './compare.ts';
export { splitPart, wholePart, type Part, type Period, type Split, type SplitBy } from './parts.ts';
export {
  chosenRow,
  defaultComparison,
  readComparisonSettings,
  type Base,
  type ChosenRow,
  type ComparisonSettings,
} from './comparison-settings.ts';
export type {
  ComparedCell,
  ComparedRow,
  ComparedTable,
  ComparedTableId,
  Difference,
  FigureKind,
  NamedTest,
  ShownComparedTable,
} from './compared-table.ts';
export type { ComparedCount } from './tally.ts';
export { shownComparison, type ShownComparison } from './comparison-shown.ts';
export { populationOf } from './population.ts';
export { readPeriods } from './periods.ts';
export { comparisonDocument } from './comparison-document.ts';
export { comparisonJson } from './comparison-json.ts';
