/** Whether an item is asked, answered or missing in a review: one rule for tables, progress, sheets and pane. */
import { amountKey, markKey } from './fields.ts';
import { itemOf, type Form, type Item } from './form.ts';
import { MISSING, type Answers, type ItemState } from './reviews.ts';

/** Whether an item is answered, missing in the file, empty or not asked. */
export function itemState(form: Form, item: Item, answers: Answers): ItemState {
  if (!isAsked(form, item, answers)) return 'not-asked';
  if (item.kind === 'one') {
    const chosen = item.codes.find(({ code }) => code === answers[item.id]);
    return chosen ? (chosen.missing ? 'missing' : 'answered') : 'empty';
  }
  if (item.kind === 'several') {
    const marked = item.codes.filter((code) => answers[markKey(item, code)] !== undefined);
    const yes = chosenCodes(item, answers);
    if (yes.some(({ missing }) => !missing)) return 'answered';
    if (yes.length > 0) return 'missing';
    return marked.length > 0 ? 'answered' : 'empty';
  }
  const value = answers[item.id];
  if (value === MISSING && item.kind !== 'text') return 'missing';
  return value === undefined || value === '' ? 'empty' : 'answered';
}

/** False where the item depends on another whose answer is not one of those asked for, or which is not asked itself. */
export function isAsked(form: Form, item: Item, answers: Answers): boolean {
  if (!item.asked) return true;
  const { codes } = item.asked;
  const on = itemOf(form, item.asked.item);
  if (!on || !isAsked(form, on, answers)) return false;
  return chosenCodes(on, answers).some(({ code }) => codes.includes(code));
}

/** The codes of an item of kind one or several that hold; those that are missing among them. */
export function chosenCodes(item: Item, answers: Answers): Item['codes'] {
  if (item.kind === 'one') return item.codes.filter(({ code }) => answers[item.id] === code);
  return item.codes.filter((code) => answers[markKey(item, code)] === true);
}

/** The number beside a code, where it is chosen and filled in. */
export function amountOf(item: Item, code: string, answers: Answers): number | null {
  const found = item.codes.find((own) => own.code === code);
  const value = found && answers[amountKey(item, found)];
  return typeof value === 'number' ? value : null;
}
