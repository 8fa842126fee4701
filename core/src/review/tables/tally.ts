/**
 * Counts persons by what their files tell. A fact is something that holds of a person or not («bostadslös», «fråga 16
 * är besvarad»); the tally counts those of whom some facts hold together, and sums their numbers. A count's key names
 * its facts, so the same quantity has the same key in whichever table it stands, as protection requires.
 */
import { isDominated } from '../../protection/dominance.ts';
import { amountKey } from '../fields.ts';
import type { Code, Form, Item } from '../form.ts';
import { chosenCodes, itemState } from '../item-state.ts';
import type { Answers, ItemState, Review } from '../reviews.ts';
import type { ReviewCount, ReviewCounted } from './review-table.ts';

export interface Fact {
  readonly key: string;
  /** By person, in the order of the reviews. */
  readonly holds: readonly boolean[];
}

/** A number that some persons have: the value of an item, or the amount beside a code. */
export interface Measure {
  readonly key: string;
  readonly of: ReviewCounted;
  /** By person; null where it is not told. */
  readonly values: readonly (number | null)[];
  /** That it is told. */
  readonly told: Fact;
}

export class Tally {
  readonly form: Form;
  private readonly reviews: readonly Review[];
  private readonly states = new Map<string, readonly ItemState[]>();

  /** @param reviews one a person */
  constructor(form: Form, reviews: readonly Review[]) {
    this.form = form;
    this.reviews = reviews;
  }

  /** Persons of whom all the facts hold. */
  count(...facts: readonly Fact[]): ReviewCount {
    const n = this.who(facts).length;
    return { key: keyOf('persons', facts), n, persons: n, of: 'persons' };
  }

  /** The sum of the numbers of those of whom the facts hold. */
  sum(measure: Measure, ...facts: readonly Fact[]): ReviewCount {
    const values = this.values(measure, ...facts);
    const n = values.reduce((sum, value) => sum + value, 0);
    return {
      key: keyOf(`sum of ${measure.key}`, facts),
      n,
      persons: personsBehind(values, measure.of),
      of: measure.of,
    };
  }

  values(measure: Measure, ...facts: readonly Fact[]): number[] {
    return this.who([measure.told, ...facts]).map((person) => measure.values[person]!);
  }

  /** Marks of which each is a person's: 80 interventions of 28 persons. */
  marks(key: string, facts: readonly Fact[]): ReviewCount {
    const n = facts.reduce((sum, fact) => sum + this.count(fact).n, 0);
    return { key: `marks of ${key}`, n, persons: this.count(anyOf(key, facts)).n, of: 'answers' };
  }

  is(item: Item, state: ItemState): Fact {
    return fact(`${item.id} ${state}`, this.statesOf(item), (own) => own === state);
  }

  has(item: Item, { code, missing }: Code): Fact {
    const state = missing ? 'missing' : 'answered';
    return this.ofAnswers(
      `${item.id}=${code}`,
      (answers, person) =>
        this.statesOf(item)[person] === state && chosenCodes(item, answers).some((own) => own.code === code),
    );
  }

  /** A code of an item of kind several that is not marked, though the item is answered. */
  hasNot(item: Item, code: Code): Fact {
    const has = this.has(item, code);
    return fact(`${item.id}≠${code.code}`, this.statesOf(item), (state, person) => {
      return state === 'answered' && !has.holds[person];
    });
  }

  /** At least one of the codes of an item of kind several. */
  hasAny(item: Item): Fact {
    return anyOf(
      item.id,
      toldCodes(item).map((code) => this.has(item, code)),
    );
  }

  /** The number of an item of kind count, years or money. */
  number(item: Item): Measure {
    const states = this.statesOf(item);
    return {
      key: item.id,
      of: item.kind === 'money' ? 'kronor' : item.kind === 'years' ? 'years' : 'number',
      values: this.reviews.map(({ answers }, person) =>
        states[person] === 'answered' ? numberIn(answers[item.id]) : null,
      ),
      told: this.is(item, 'answered'),
    };
  }

  /** The number beside a code, of those who have the code. */
  amount(item: Item, code: Code): Measure {
    const key = amountKey(item, code);
    const has = this.has(item, code);
    const values = this.reviews.map(({ answers }, person) =>
      has.holds[person] ? numberIn(answers[key]) : null,
    );
    return {
      key,
      of: code.amount === 'money' ? 'kronor' : 'number',
      values,
      told: fact(`${key} told`, values, (value) => value !== null),
    };
  }

  /** A number above 0: at least one investigation, any kronor at all. */
  some(measure: Measure): Fact {
    return fact(`${measure.key}>0`, measure.values, (value) => value !== null && value > 0);
  }

  none(measure: Measure): Fact {
    return fact(`${measure.key}=0`, measure.values, (value) => value === 0);
  }

  private statesOf(item: Item): readonly ItemState[] {
    let states = this.states.get(item.id);
    if (!states) {
      states = this.reviews.map(({ answers }) => {
        const state = itemState(this.form, item, answers);
        const isUnread = state === 'answered' && isNumeric(item) && numberIn(answers[item.id]) === null;
        return isUnread ? 'empty' : state;
      });
      this.states.set(item.id, states);
    }
    return states;
  }

  private ofAnswers(key: string, holds: (answers: Answers, person: number) => boolean): Fact {
    return { key, holds: this.reviews.map(({ answers }, person) => holds(answers, person)) };
  }

  private who(facts: readonly Fact[]): number[] {
    return [...this.reviews.keys()].filter((person) => facts.every(({ holds }) => holds[person]!));
  }
}

export function isNumeric({ kind }: Item): boolean {
  return kind === 'count' || kind === 'years' || kind === 'money';
}

/** Those that tell something: all but «Ingen uppgift». */
export function toldCodes(item: Item): readonly Code[] {
  return item.codes.filter(({ missing }) => !missing);
}

/**
 * The persons that a sum rests on: those whose number is not 0. Kronor that are nearly all one person's rest on that
 * person alone.
 */
export function personsBehind(values: readonly number[], of: ReviewCounted): number {
  return of === 'kronor' && isDominated(values) ? 1 : values.filter((value) => value > 0).length;
}

/** At least one of the facts. */
export function anyOf(key: string, facts: readonly Fact[]): Fact {
  return {
    key: `any of ${key}`,
    holds: facts[0]?.holds.map((_, person) => facts.some(({ holds }) => holds[person]!)) ?? [],
  };
}

function fact<Value>(
  key: string,
  values: readonly Value[],
  holds: (value: Value, person: number) => boolean,
): Fact {
  return { key, holds: values.map(holds) };
}

/** Numbers are whole and not negative in a form; anything else that a file may hold is not a number told. */
function numberIn(value: Answers[string] | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function keyOf(what: string, facts: readonly Fact[]): string {
  const keys = facts.map(({ key }) => key).sort();
  return [what, ...keys].join(' | ');
}
