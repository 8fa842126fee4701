/**
 * What a cross table is crossed by: one question's answers, or its numbers. A question of kind several gives each
 * alternative by itself, since a person can have more than one. A number as rows is told by its values where they are
 * few, else split at the median.
 */
import { summaryOf } from '../../statistics/summary-of.ts';
import type { Item, Text } from '../form.ts';
import { isNumeric, toldCodes, type Fact, type Measure, type Tally } from './tally.ts';
import { inBoth } from './words.ts';

export interface Category {
  readonly key: string;
  readonly label: Text;
  readonly fact: Fact;
}

/** Answers of which a person has exactly one: all of an item of kind one; of one of kind several, yes and no of each. */
export interface Division {
  /** Of which alternative, where the item is of kind several. */
  readonly of: Category | null;
  readonly parts: readonly Fact[];
}

export interface Side {
  readonly item: Item;
  readonly answered: Fact;
  readonly categories: readonly Category[];
  readonly divisions: readonly Division[];
  /** Of an item of kind several a person can be in more than one category. */
  readonly overlaps: boolean;
  /** Whether the categories are a number split at its median. */
  readonly split: boolean;
  /** The number, where the item is one. */
  readonly measure: Measure | null;
}

/** More values than these are split at the median. */
const MOST_VALUES = 6;

export function sideOf(tally: Tally, item: Item): Side {
  const answered = tally.is(item, 'answered');
  if (isNumeric(item)) return numberSide(tally, item, answered);
  const categories = toldCodes(item).map((code): Category => {
    return { key: code.code, label: code.label, fact: tally.has(item, code) };
  });
  const overlaps = item.kind === 'several';
  const divisions = overlaps
    ? toldCodes(item).map((code, at): Division => {
        const own = categories[at]!;
        return { of: own, parts: [own.fact, tally.hasNot(item, code)] };
      })
    : [{ of: null, parts: categories.map(({ fact }) => fact) }];
  return { item, answered, categories, divisions, overlaps, split: false, measure: null };
}

function numberSide(tally: Tally, item: Item, answered: Fact): Side {
  const measure = tally.number(item);
  const values = measure.values.filter((value) => value !== null);
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const split = distinct.length > MOST_VALUES;
  const limits = split ? atMedian(values, distinct) : distinct.map((value) => [value, value] as const);
  const categories = limits.map(([from, to]): Category => {
    const key = from === to ? String(from) : `${String(from)}-${to === Infinity ? '' : String(to)}`;
    const holds = measure.values.map((value) => value !== null && value >= from && value <= to);
    return { key, label: rangeLabel(from, to), fact: { key: `${item.id}=${key}`, holds } };
  });
  const divisions = [{ of: null, parts: categories.map(({ fact }) => fact) }];
  return { item, answered, categories, divisions, overlaps: false, split, measure };
}

/** At most the median, and above it; where no one is above it, below it and from it. */
function atMedian(values: readonly number[], distinct: readonly number[]): (readonly [number, number])[] {
  const median = Math.floor(summaryOf(values)!.median);
  const [least, most] = [distinct[0]!, distinct.at(-1)!];
  const limit = median < most ? median : median - 1;
  return [
    [least, limit],
    [limit + 1, Infinity],
  ];
}

function rangeLabel(from: number, to: number): Text {
  if (from === to) return { sv: String(from), en: String(from) };
  if (to === Infinity) return inBoth(({ orMore }) => orMore(String(from)));
  return { sv: `${String(from)}–${String(to)}`, en: `${String(from)}–${String(to)}` };
}
