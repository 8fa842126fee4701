/**
 * The whole method: rows of a case register in; every figure and table out, as data, as a document or as JSON.
 *
 * @module isu-core
 */
export {
  analyse,
  beginAnalysis,
  completeAnalysis,
  type Analysis,
  type BegunAnalysis,
  type Source,
} from './analyse.ts';
export {
  defaultSettings,
  readSettings,
  type MonthsConvention,
  type ReturnBy,
  type SelectionRule,
  type Settings,
} from './settings.ts';
export {
  sheetOf,
  SheetBuilder,
  type Cell,
  type CellValue,
  type CodedColumn,
  type Sheet,
} from './register/sheet.ts';
export { noUsableRows, EXCLUSION_REASONS, WARNINGS } from './register/register.ts';
export type {
  Category,
  ExcludedRow,
  ExclusionReason,
  Register,
  RowAccount,
  RowWarning,
  ValueMeaning,
  Warning,
} from './register/register.ts';
export type { ChosenBy, ChosenColumns, MappedColumn, Mapping } from './register/mapping.ts';
export { ROLES, type HeaderStrength, type Role } from './register/roles.ts';
export { nearest } from './register/spelling.ts';
export { isoDate, dayNumber, calendarDay, type CalendarDay } from './register/day.ts';
export { keyIn, type PersonKeys, type Persons } from './register/persons.ts';
export { readPerson, type PersonReading } from './register/read-person.ts';
export type { Lathund } from './lathund/lathund.ts';
export { groupComparisons, type Comparison } from './lathund/comparison.ts';
export type { Concentration } from './lathund/concentration.ts';
export type { Distribution, DistributionKey, YearTrend } from './lathund/distributions.ts';
export type { FrequencyGroup } from './lathund/groups.ts';
export type { ReturnGroup } from './lathund/return.ts';
export type { Selection } from './lathund/selection.ts';
export type { ReturnStep, ShareReturned } from './statistics/kaplan-meier.ts';
export type { Simulation } from './statistics/independence-test.ts';
export type { LinearTrend } from './statistics/linear-trend.ts';
export type { LorenzPoint } from './statistics/lorenz.ts';
export type { Summary } from './statistics/summary-of.ts';
export type { TopShare } from './statistics/top-shares.ts';
export {
  lathundOfColumns,
  type BareColumns,
  type FoundPerson,
  type LathundOfColumns,
} from './lathund/lathund-of-columns.ts';
export type { AgeGroup, Count, Counted, Counts, Measure, Scope } from './tables/counts.ts';
export type { CellKind, Table, TableCell, TableId, TableRow } from './tables/table.ts';
export { fail, succeed, type Language, type Outcome, type Problem } from './problem.ts';
export * from './document/document.ts';
export { formatCell, formatNumber, roundHalfAway } from './document/format.ts';
export { resultDocument, type SheetId } from './document/result-document.ts';
export { personsJson, resultJson } from './document/json.ts';
export { PRODUCT } from './product.ts';
export {
  mappingChoices,
  type ColumnChoice,
  type MappingChoices,
  type RoleChoice,
} from './choices/mapping-choices.ts';
export type { ColumnValues, ValueChoice } from './choices/value-choices.ts';
export { lathundWords, type LathundWords } from './document/lathund-words.ts';
export { mappingWords, type MappingWords } from './document/mapping-words.ts';
export type { TableWords } from './document/words.ts';
export { shownPerson } from './document/persons-sheet.ts';
export { CODED_ROLES, type CodedRole } from './register/codes.ts';
export { profileOf, type MappingProfile } from './register/mapping-profile.ts';
export { PROFILE_NAMES, type ProfileName } from './register/profiles.ts';
export {
  qualityOf,
  surenessOf,
  type QualityCode,
  type QualityFinding,
  type Sureness,
} from './register/quality.ts';
export {
  shownOf,
  type Shown,
  type ShownCell,
  type ShownReturn,
  type ShownTable,
  type ShownTop,
  type Suppressed,
} from './protection/shown.ts';
export type { Audit } from './protection/protect.ts';
export { pseudonyms } from './protection/pseudonym.ts';
export { makePseudonymKey, parsePseudonymKey } from './protection/pseudonym-key.ts';
export { withPseudonyms } from './protection/pseudonymous.ts';
