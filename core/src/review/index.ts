/** The case-file review: form, answers, tables (`isu-core/review`). */
export * from './form.ts';
export { fieldsOf, fieldsOfItem, markKey, amountKey, type Field, type FieldPart } from './fields.ts';
export type { Answers, FieldValue, ItemState, Review, ReviewSet } from './reviews.ts';
export { itemState, isAsked, chosenCodes, amountOf } from './item-state.ts';
export { standardForm } from './standard-form.ts';
export { lightForm } from './light-form.ts';
