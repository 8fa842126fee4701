/**
 * Parts of a register, or registers, laid side by side.
 *
 * @module isu-core/compare
 */
export { compareRegisters, type RegisterComparison } from './compare.ts';
export {
  analysedPart,
  splitPart,
  wholePart,
  type Part,
  type Period,
  type Split,
  type SplitBy,
} from './parts.ts';
export {
  chosenRow,
  comparisonOf,
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
export { inhabitantsOf, populationOf } from './population.ts';
export { periodOf, readPeriods } from './periods.ts';
export { comparisonChoices, type ComparisonChoices } from './comparison-choices.ts';
export { comparisonDocument } from './comparison-document.ts';
export { comparisonJson } from './comparison-json.ts';
