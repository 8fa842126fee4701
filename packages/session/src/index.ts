/** What a page and a task pane share: the session that answers in a worker, and the shapes of what is asked and shown. */
export { AnalysisSession } from './analysis-session.ts';
export { ROWS_AT_FIRST, wholeDocument } from './long-tables.ts';
export type * from './messages.ts';
export { chosenAtFirst } from './comparison/chosen-at-first.ts';
export type * from './comparison/comparison-messages.ts';
export type * from './review/review-messages.ts';
export type { BesideColumn, BesideKey, BesideRows, SelectedRows } from './rows-of-analysis.ts';
export { SessionClient, today, type AskSession, type Final } from './session-client.ts';
export { SELECTION, selectionSentence } from './selection-document.ts';
export { EMPTY_FORM, formOf, NO_LIMITS, withForm, type FormSettings } from './settings-form.ts';
export { objectIn, type KeptSetting, type SettingsJson } from './settings-json.ts';
export type { ShownMapping } from './shown-mapping.ts';
export { tabReached } from './tab-reached.ts';
export type { CheckedTables, CheckFinding } from './table-check.ts';
export { comparisonWords, type ComparisonFormWords } from './words/comparison-words.ts';
export {
  settingsWords,
  type KeyWords,
  type SettingsFormWords,
  type SettingsWords,
} from './words/settings-words.ts';
