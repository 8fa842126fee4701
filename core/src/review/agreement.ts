/**
 * How far two readers who have read the same files agree, item by item. Compared are the persons whom both have
 * answered for; «Ingen uppgift» is an answer like another, and as much in agreement when both give it.
 */
import { cohensKappa, type CohensKappa } from '../statistics/cohens-kappa.ts';
import { amountKey } from './fields.ts';
import type { Code, Form, Item } from './form.ts';
import { chosenCodes, itemState } from './item-state.ts';
import type { Answers, FieldValue, ReviewSet } from './reviews.ts';

/** Two readers' answers to the same question, held against each other. */
export interface Agreement {
  /** Persons compared. */
  readonly persons: number;
  /** Of them, those for whom both have given the same answer. */
  readonly equal: number;
  /** Over codes, yes and no, or distinct numbers; null where there is none to give (`cohensKappa`), and of sets. */
  readonly kappa: CohensKappa | null;
  /** Of numbers: the mean distance between the two; null where nobody is compared, and of all that is no number. */
  readonly meanDifference: number | null;
}

/** How far two readers agree on an item. */
export interface ItemAgreement {
  readonly item: Item;
  /** Of an item of kind several: whether both have marked exactly the same codes. */
  readonly agreement: Agreement;
  /** Of an item of kind several, code by code: yes, no or `missing`. Codes that are missing have no line. */
  readonly codes: readonly { readonly code: Code; readonly agreement: Agreement }[];
  /** Numbers beside codes, among persons for whom both have chosen the code and given a number. */
  readonly amounts: readonly { readonly code: Code; readonly agreement: Agreement }[];
  /** Persons whom both have read and who are not compared, since one of them or both have not answered yet. */
  readonly unanswered: number;
  /** Likewise, since the item was not asked of one of them or both: it depends on another. */
  readonly notAsked: number;
  /** Some of the answers were filled from the register for both: that they agree says little of the readers. */
  readonly isFilled: boolean;
}

/** What the item is to each of the readers. */
interface Pair {
  readonly person: string;
  readonly a: Answers;
  readonly b: Answers;
}

/** Every item but those of words, in the form's order. Which of the readers is named first changes nothing. */
export function agreementOf(set: ReviewSet, readerA: string, readerB: string): readonly ItemAgreement[] {
  const { form } = set;
  const pairs = pairsOf(set, readerA, readerB);
  return form.items
    .filter(({ kind }) => kind !== 'text')
    .map((item): ItemAgreement => {
      const states = pairs.map(({ a, b }) => [itemState(form, item, a), itemState(form, item, b)]);
      const compared = pairs.filter((_, at) =>
        states[at]!.every((state) => state === 'answered' || state === 'missing'),
      );
      const notAsked = states.filter((both) => both.includes('not-asked')).length;
      return {
        item,
        ...comparison(form, item, compared),
        unanswered: pairs.length - compared.length - notAsked,
        notAsked,
        isFilled: compared.some(({ person }) => isFilled(item, set.register.get(person) ?? {})),
      };
    });
}

function pairsOf({ reviews }: ReviewSet, readerA: string, readerB: string): readonly Pair[] {
  const second = new Map(
    reviews.filter(({ reader }) => reader === readerB).map(({ person, answers }) => [person, answers]),
  );
  return reviews.flatMap(({ person, reader, answers: a }) => {
    const b = reader === readerA ? second.get(person) : undefined;
    return b ? [{ person, a, b }] : [];
  });
}

function isFilled(item: Item, facts: Answers): boolean {
  return Object.keys(facts).some((key) => key === item.id || key.startsWith(`${item.id}:`));
}

type Comparison = Pick<ItemAgreement, 'agreement' | 'codes' | 'amounts'>;

function comparison(form: Form, item: Item, pairs: readonly Pair[]): Comparison {
  const amounts = item.codes
    .filter(({ amount }) => amount !== undefined && amount !== 'text')
    .map((code) => ({ code, agreement: agreementOfAmounts(item, code, pairs) }));
  if (item.kind === 'one')
    return { agreement: ofAnswers(pairs, (answers) => String(answers[item.id])), codes: [], amounts };
  if (item.kind === 'several') {
    const sets = ofAnswers(pairs, (answers) => codesChosen(item, answers).join());
    const codes = item.codes
      .filter(({ missing }) => !missing)
      .map((code) => ({ code, agreement: ofAnswers(pairs, (answers) => mark(form, item, code, answers)) }));
    return { agreement: { ...sets, kappa: null }, codes, amounts };
  }
  return {
    agreement: ofNumbers(pairs.map(({ a, b }) => [told(a[item.id]), told(b[item.id])])),
    codes: [],
    amounts,
  };
}

function mark(form: Form, item: Item, { code }: Code, answers: Answers): string {
  if (itemState(form, item, answers) === 'missing') return 'missing';
  return codesChosen(item, answers).includes(code) ? 'yes' : 'no';
}

function agreementOfAmounts(item: Item, code: Code, pairs: readonly Pair[]): Agreement {
  const amount = (answers: Answers) => {
    const value = answers[amountKey(item, code)];
    return typeof value === 'number' && codesChosen(item, answers).includes(code.code) ? value : null;
  };
  return ofNumbers(
    pairs.flatMap(({ a, b }) => {
      const [first, second] = [amount(a), amount(b)];
      return first === null || second === null ? [] : [[first, second] as const];
    }),
  );
}

function codesChosen(item: Item, answers: Answers): readonly string[] {
  return chosenCodes(item, answers).map(({ code }) => code);
}

function ofAnswers(pairs: readonly Pair[], category: (answers: Answers) => string): Agreement {
  return ofCategories(pairs.map(({ a, b }) => [category(a), category(b)]));
}

/** Null where the file does not tell the number: a category of its own. */
function told(value: FieldValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function ofNumbers(pairs: readonly (readonly [number | null, number | null])[]): Agreement {
  const distances = pairs.flatMap(([a, b]) => (a === null || b === null ? [] : [Math.abs(a - b)]));
  return {
    ...ofCategories(pairs.map(([a, b]) => [String(a), String(b)])),
    meanDifference:
      distances.length === 0 ? null : distances.reduce((total, one) => total + one, 0) / distances.length,
  };
}

function ofCategories(pairs: readonly (readonly [string, string])[]): Agreement {
  // In an order of their own, so that the same table is counted whoever is named first.
  const categories = [...new Set(pairs.flat())].sort();
  const at = new Map(categories.map((category, index) => [category, index]));
  const table = categories.map(() => categories.map(() => 0));
  for (const [a, b] of pairs) table[at.get(a)!]![at.get(b)!]!++;
  return {
    persons: pairs.length,
    equal: pairs.filter(([a, b]) => a === b).length,
    kappa: cohensKappa(table),
    meanDifference: null,
  };
}
