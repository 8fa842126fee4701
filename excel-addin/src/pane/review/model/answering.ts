/** What an answer changes in the cells: the field itself, and what goes or comes with it. */
import {
  amountKey,
  chosenCodes,
  fieldsOfItem,
  itemState,
  markKey,
  MISSING,
  type Answers,
  type Code,
  type FieldValue,
  type Form,
  type Item,
} from 'isu-core/review';
import type { AnswerChanges as Changes } from '../../../office/review-book.ts';

/** The answer of an item of kind one. What stood beside another answer goes with it. */
export function choose(item: Item, code: Code, answers: Answers): Changes {
  return differing({ ...withoutAmounts(item, [code.code]), [item.id]: code.code }, answers);
}

/**
 * Yes or no to an alternative of an item of kind several. The first yes makes the others no, as the tables will read
 * them; when the last yes is taken back, nothing is answered. «Ingen uppgift» stands alone.
 */
export function mark(item: Item, code: Code, isYes: boolean, answers: Answers): Changes {
  const others = chosenCodes(item, answers).filter((each) => each.code !== code.code);
  const kept = code.missing ? [] : others.filter(({ missing }) => !missing);
  return marks(item, isYes ? [...kept, code] : kept, answers);
}

/** «Inget av dessa»: every alternative is no. */
export function markNone(item: Item, isNone: boolean, answers: Answers): Changes {
  return isNone
    ? differing({ ...withoutAmounts(item, []), ...noToAll(item) }, answers)
    : clear(item, answers);
}

/** «Ingen uppgift» in place of a number. */
export function markMissing(item: Item, isMissing: boolean, answers: Answers): Changes {
  return differing({ [item.id]: isMissing ? MISSING : null }, answers);
}

/** Every cell of the item, emptied. */
export function clear(item: Item, answers: Answers): Changes {
  return differing(Object.fromEntries(fieldsOfItem(item).map(({ key }) => [key, null])), answers);
}

/** What the register told, in place of what stands. */
export function asFilled(item: Item, filled: Answers, answers: Answers): Changes {
  const all = fieldsOfItem(item).map(({ key }): [string, FieldValue | null] => [key, filled[key] ?? null]);
  return differing(Object.fromEntries(all), answers);
}

/** The item is answered, and no alternative holds. */
export function isNoneOfThese(form: Form, item: Item, answers: Answers): boolean {
  return (
    item.kind === 'several' &&
    itemState(form, item, answers) === 'answered' &&
    chosenCodes(item, answers).length === 0
  );
}

export function withChanges(answers: Answers, changes: Changes): Answers {
  const all = Object.entries({ ...answers, ...changes });
  return Object.fromEntries(all.filter((each): each is [string, FieldValue] => each[1] !== null));
}

/** Without what changes nothing. */
export function differing(changes: Changes, answers: Answers): Changes {
  return Object.fromEntries(
    Object.entries(changes).filter(([key, value]) => (answers[key] ?? null) !== value),
  );
}

function marks(item: Item, yes: readonly Code[], answers: Answers): Changes {
  if (yes.length === 0) return clear(item, answers);
  const isMissing = yes.some(({ missing }) => missing);
  const all = isMissing ? {} : noToAll(item);
  const chosen = yes.map(({ code }) => code);
  const marked = Object.fromEntries(yes.map((code) => [markKey(item, code), true]));
  const cleared = Object.fromEntries(item.codes.map((code) => [markKey(item, code), null]));
  return differing({ ...withoutAmounts(item, chosen), ...cleared, ...all, ...marked }, answers);
}

function noToAll(item: Item): Changes {
  return Object.fromEntries(item.codes.map((code) => [markKey(item, code), code.missing ? null : false]));
}

function withoutAmounts(item: Item, kept: readonly string[]): Changes {
  const gone = item.codes.filter(({ code, amount }) => amount && !kept.includes(code));
  return Object.fromEntries(gone.map((code) => [amountKey(item, code), null]));
}
