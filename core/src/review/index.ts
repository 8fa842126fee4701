/**
 * The case-file review: form, answers, tables.
 *
 * @module isu-core/review
 */
export * from './form.ts';
export {
  fieldsOf,
  fieldsOfItem,
  fieldName,
  markKey,
  amountKey,
  type Field,
  type FieldPart,
  mayBeMissing,
} from './fields.ts';
export {
  MISSING,
  type Answers,
  type FieldValue,
  type ItemState,
  type Review,
  type ReviewSet,
} from './reviews.ts';
export { itemState, isAsked, chosenCodes, amountOf } from './item-state.ts';
export { FORMS } from './forms.ts';
export { standardForm } from './standard-form.ts';
export { lightForm } from './light-form.ts';
export { formJson, readForm, examineForm } from './form-json.ts';
export { formSheetRows, readFormSheet, examineFormSheet, type FormSheetRow } from './form-sheet.ts';
export { readYears, writeYears, withYears } from './form-years.ts';
export type { FormReading } from './read-form-draft.ts';
export {
  readValue,
  showValue,
  MISSING_WORDS,
  VALUE_LIMITS,
  TEXT_LIMIT,
  YES_NO,
  type NumberTaken,
} from './read-value.ts';
export { progressOf, type Progress } from './progress.ts';
export { registerFacts, registerFactsOf, ageBand, type KnownRegister } from './register-facts.ts';
export { registerYears, reviewYears, yearsNotHeld, type Dated } from './register-years.ts';
export { newReviewSet, type NewReviews } from './new-set.ts';
export { lightSelection, type LightSelection } from './light-selection.ts';
export { differences, refill, type Difference, type Refilled } from './differences.ts';
export { findingsOf, FINDINGS, type Finding } from './findings.ts';
export { agreementOf, type Agreement, type ItemAgreement } from './agreement.ts';
export type { CohensKappa } from '../statistics/cohens-kappa.ts';
export {
  analyseReviews,
  readersOf,
  type PersonFinding,
  type ReviewAnalysis,
  type ReviewProtection,
  type ReviewSettings,
  type UsedReviewSettings,
} from './review-analysis.ts';
export { readReviewSet, reviewSetJson } from './set-json.ts';
export { reviewSheets, type ReviewSheetsSettings } from './review-sheets.ts';
export { formSheet, type WhoIsWho } from './review-sheets-lists.ts';
export type { ReviewLayout } from './review-sheets-drawing.ts';
export type * from './sheets.ts';
export {
  readReviewSheets,
  answerPlace,
  drawnSheets,
  type ReadReview,
  type ReviewPlace,
} from './read-sheets.ts';
export { markedSheet, type CellProblem, type MarkedSheet } from './read-sheets-grid.ts';
export { MARKS, type SheetKind } from './sheet-marks.ts';
export { SHEET_WORDS, type SheetWords } from './sheet-words.ts';
export { shownReview, type ShownCross, type ShownReview } from './review-protection.ts';
export { reviewDocument } from './review-document.ts';
export { reviewJson } from './review-json.ts';
export type { ReviewSource } from './document/review-result.ts';
export type { Cross, CrossChoice } from './tables/cross.ts';
export type { CrossTest } from './tables/cross-tests.ts';
export type {
  ReviewCount,
  ReviewCounted,
  ReviewRow,
  ReviewTable,
  ReviewTableCell,
  ShownReviewRow,
  ShownReviewTable,
  ShownReviewTableCell,
} from './tables/review-table.ts';
