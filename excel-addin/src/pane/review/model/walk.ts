/** The way through a form: which question comes next, which come first unanswered, and which are passed over. */
import { isAsked, itemOf, itemState, type Answers, type Code, type Form, type Item } from 'isu-core/review';

export interface Step {
  /** `null` at either end. */
  readonly to: Item | null;
  /** Questions between that are not asked, as the answers stand. */
  readonly passed: readonly Item[];
}

export function stepOn(form: Form, answers: Answers, from: string): Step {
  return step(form, answers, form.items.slice(placeOf(form, from) + 1));
}

export function stepBack(form: Form, answers: Answers, from: string): Step {
  return step(form, answers, form.items.slice(0, Math.max(0, placeOf(form, from))).reverse());
}

function step(form: Form, answers: Answers, ahead: readonly Item[]): Step {
  const at = ahead.findIndex((item) => isAsked(form, item, answers));
  return at === -1 ? { to: null, passed: ahead } : { to: ahead[at]!, passed: ahead.slice(0, at) };
}

/** What must have an answer and has none, in the order of the form. */
export function unanswered(form: Form, answers: Answers): readonly Item[] {
  return form.items.filter((item) => !item.optional && itemState(form, item, answers) === 'empty');
}

/** The next one unanswered after the item, or else the first of the form. */
export function nextUnanswered(form: Form, answers: Answers, from: string): Item | null {
  const left = unanswered(form, answers).filter(({ id }) => id !== from);
  const at = placeOf(form, from);
  return left.find(({ id }) => placeOf(form, id) > at) ?? left[0] ?? null;
}

export function placeOf(form: Form, id: string): number {
  return form.items.findIndex((item) => item.id === id);
}

/** Questions that were passed over for the same reason. */
export interface PassedOver {
  readonly numbers: readonly string[];
  /** The question that decides, and the answers to it with which the others are asked. */
  readonly on: Item;
  readonly codes: readonly Code[];
}

/** Why the items are not asked. What depends on one passed over is passed over for the same reason. */
export function whyPassed(form: Form, passed: readonly Item[]): readonly PassedOver[] {
  const reasons = new Map<string, Item[]>();
  for (const item of passed) {
    const root = rootOf(item, passed);
    reasons.set(root.id, [...(reasons.get(root.id) ?? []), item]);
  }
  return [...reasons].flatMap(([root, items]) => {
    const asked = itemOf(form, root)?.asked;
    const on = asked && itemOf(form, asked.item);
    if (!asked || !on) return [];
    const codes = on.codes.filter(({ code }) => asked.codes.includes(code));
    return [{ numbers: items.map(({ number }) => number), on, codes }];
  });
}

/** Items that are asked by the same answers to the same question are as one. */
function rootOf(item: Item, passed: readonly Item[]): Item {
  const above = passed.find(({ id }) => id === item.asked?.item);
  if (above) return rootOf(above, passed);
  const isAlike = ({ asked }: Item) =>
    asked?.item === item.asked?.item && String(asked?.codes) === String(item.asked?.codes);
  return passed.find(isAlike) ?? item;
}
