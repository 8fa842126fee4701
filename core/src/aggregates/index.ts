/**
 * `isu-core/aggregates`: the result of an analysis whose rows are counted elsewhere, by a database or another engine.
 * The engine asks here what its values mean, counts, and has the analysis completed.
 *
 * @module isu-core/aggregates
 */
export { analysisOfAggregates } from './complete.ts';
export { measureBits } from './counts-of-aggregates.ts';
export {
  ageMeanings,
  categoryMeanings,
  dateMeaning,
  fitOfSource,
  mapSource,
  personMeaning,
  type CategoryMeanings,
  type DateMeaning,
  type PersonMeaning,
  type ValueCount,
} from './meanings.ts';
export type {
  Aggregates,
  CountedPersons,
  FactorCounts,
  KindCount,
  ListedPersons,
  PersonMeasures,
  ReferrerCount,
  ReturnCount,
  SpanCount,
  YearCount,
} from './aggregates.ts';
export { AGE_BANDS, AGE_KEYS, FACTORS, type Factor } from '../lathund/factors.ts';
export { INVESTIGATION_KEYS, SEX_KEYS, TYPE_KEYS } from '../lathund/return.ts';
export {
  EXCLUSION_REASONS,
  TYPE,
  UNLIKELY_BEFORE_YEAR,
  WARNINGS,
  type ValueGap,
} from '../register/register.ts';
export { EXAMPLES } from '../register/quality.ts';
export { frequencyGroups } from '../lathund/groups.ts';
export { settingsDay } from '../settings.ts';
export type { Mapping, MappedColumn } from '../register/mapping.ts';
