/**
 * What figures of a print must satisfy between them. Each equation can say whether it holds, what any one of its
 * figures would have to be for it to hold, and the sum it is made of in words; `locate.ts` then finds the figure
 * whose change mends the most.
 */
import { standsFor, type Figure, type Reading } from './figure.ts';
import {
  around,
  EVERYTHING,
  meets,
  minus,
  notNegative,
  over,
  plus,
  point,
  scaled,
  times,
  wholeNumbersIn,
  type Interval,
} from './interval.ts';
import { calculation, type Sentence } from './wording.ts';

/** Stable names for scripts and tests. */
export type Rule =
  | 'sum' // parts against their total
  | 'percent' // a percent against its count and base
  | 'mean' // a mean against its sum and number
  | 'total-of-parts' // a total percent or mean against those of the parts
  | 'whole-number' // a mean or percent that no whole number gives
  | 'group-limits' // actualisations that a frequency group cannot have
  | 'same-figure' // what two tables both say
  | 'range' // below zero, above a hundred, a part above its whole
  | 'base' // percentages that rest on another base than said
  | 'plain-mean' // a total mean that leaves out how many each mean rests on
  | 'amount' // a count without its amount, or the reverse
  | 'numerator' // a result's own value against its numerator and denominator
  | 'rows'; // a result's account of its rows

export interface Equation {
  readonly rule: Rule;
  readonly figures: readonly Figure[];
  /** What it says of its figures compared with other equations; 1 unless it follows from another. */
  readonly weight: number;
  /** For percentages and means: what it is a ratio of, so that a sentence can say how it may have come about. */
  readonly ratio?: Ratio;
  holds(read: Reading): boolean;
  /** The values that `figure` may be printed with, the others as read; `null` when no value helps. */
  solve(figure: Figure, read: Reading): Interval | null;
  /** The calculation in words; what has been said of the blamed figure is not said again. */
  reason(read: Reading, blamed: Figure | null): Sentence;
}

export interface Ratio {
  readonly figure: Figure;
  readonly numerator: Side;
  readonly denominator: Side;
  readonly scale: 1 | 100;
}

/** A sum of figures, or a number that is known but not printed. */
export interface Side {
  readonly figures: readonly Figure[];
  readonly constant: Interval;
  /** What it is and where it stands, when that is not the table itself; `null` otherwise. */
  readonly name: Sentence | null;
}

export function sideOf(figures: readonly Figure[], name: Sentence | null = null): Side {
  return { figures, constant: point(0), name };
}

export function constantSide(constant: Interval, name: Sentence | null = null): Side {
  return { figures: [], constant, name };
}

export function amountOf(side: Side, read: Reading, without?: Figure): Interval {
  return side.figures
    .filter((figure) => figure !== without)
    .map((figure) => standsFor(figure, read))
    .reduce(plus, side.constant);
}

/** Both sides are the same amount: parts and their total, or one figure in two tables. */
export function same(rule: Rule, left: Side, right: Side, weight = 1): Equation {
  return {
    rule,
    weight,
    figures: [...left.figures, ...right.figures],
    holds: (read) => meets(amountOf(left, read), amountOf(right, read)),
    solve: (figure, read) => {
      const [own, other] = left.figures.includes(figure) ? [left, right] : [right, left];
      return widened(minus(amountOf(other, read), amountOf(own, read, figure)), figure);
    },
    reason: (read, blamed) => calculation.same(left, right, read, blamed),
  };
}

/** `ratio` = scale · numerator / denominator: percent (100) or mean (1). The numerator may be part of the denominator. */
export function ratio(
  rule: Rule,
  figure: Figure,
  numerator: Side,
  denominator: Side,
  scale: 1 | 100,
  weight = 1,
): Equation {
  const shared =
    numerator.figures.every((one) => denominator.figures.includes(one)) && numerator.figures.length > 0;
  const rest = (read: Reading, without?: Figure): Interval =>
    denominator.figures
      .filter((one) => one !== without && !(shared && numerator.figures.includes(one)))
      .map((one) => standsFor(one, read))
      .reduce(plus, denominator.constant);
  const exact = (read: Reading): Interval => {
    const above = notNegative(amountOf(numerator, read));
    const beside = notNegative(rest(read));
    if (!shared) return scaled(over(above, beside), scale);
    const share = (n: number, r: number) => (n + r > 0 ? n / (n + r) : 0);
    return { low: share(above.low, beside.high) * scale, high: share(above.high, beside.low) * scale };
  };
  return {
    rule,
    weight,
    figures: [...new Set([figure, ...numerator.figures, ...denominator.figures])],
    ratio: { figure, numerator, denominator, scale },
    holds: (read) => amountOf(denominator, read).high <= 0 || meets(exact(read), standsFor(figure, read)),
    solve: (blamed, read) => {
      if (blamed === figure) return widened(exact(read), figure);
      const share = notNegative(scaled(standsFor(figure, read), 1 / scale));
      if (numerator.figures.includes(blamed)) {
        const whole = shared
          ? times(odds(share), notNegative(rest(read)))
          : times(share, notNegative(rest(read)));
        return minus(whole, amountOf(numerator, read, blamed));
      }
      const needed = over(notNegative(amountOf(numerator, read)), share);
      const others = shared
        ? plus(amountOf(numerator, read), rest(read, blamed))
        : amountOf(denominator, read, blamed);
      return minus(needed, others);
    },
    reason: (read) => calculation.ratio(figure, numerator, denominator, scale, exact(read), read),
  };
}

function odds(share: Interval): Interval {
  const of = (p: number) => (p >= 1 ? Infinity : p / (1 - p));
  return { low: of(share.low), high: of(share.high) };
}

/** `figure` of `count` persons must come from a whole number: 20 persons cannot have 1,86 interventions each. */
export function whole(rule: Rule, figure: Figure, count: Side, scale: 1 | 100): Equation {
  const product = (read: Reading) =>
    scaled(times(notNegative(standsFor(figure, read)), amountOf(count, read)), 1 / scale);
  return {
    rule,
    weight: 1,
    figures: [figure, ...count.figures],
    holds: (read) => wholeNumbersIn(product(read)) !== null,
    solve: (blamed, read) => {
      if (blamed !== figure) return null;
      const base = amountOf(count, read);
      const things = (read(figure) * base.low) / scale;
      const nearest = { low: Math.floor(things), high: Math.ceil(things) };
      return widened(scaled(over(nearest, base), scale), figure);
    },
    reason: (read) => calculation.whole(figure, count, scale, read),
  };
}

/**
 * A mean said to be over `some` persons, that no whole number gives for them but one does for `everybody`: then it was
 * worked out over everybody.
 */
export function overEverybody(figure: Figure, some: Side, everybody: Side): Equation {
  const plain = whole('whole-number', figure, some, 1);
  const things = (read: Reading) => Math.round(read(figure) * amountOf(everybody, read).low);
  return {
    ...plain,
    figures: [...plain.figures, ...everybody.figures],
    solve: (blamed, read) =>
      blamed === figure ? widened(over(point(things(read)), amountOf(some, read)), figure) : null,
    reason: (read) => calculation.overEverybody(figure, some, everybody, things(read), read),
  };
}

/** `figure` must lie between bounds that other figures set. */
export function within(
  rule: Rule,
  figure: Figure,
  bounds: (read: Reading) => Interval,
  others: readonly Figure[],
  why: Sentence | ((read: Reading, blamed: Figure | null) => Sentence),
): Equation {
  return {
    rule,
    weight: 1,
    figures: [figure, ...others.filter((one) => one !== figure)],
    holds: (read) => meets(standsFor(figure, read), bounds(read)),
    solve: (blamed, read) => (blamed === figure ? widened(bounds(read), figure) : null),
    reason: (read, blamed) => (typeof why === 'function' ? why(read, blamed) : why),
  };
}

/** As `within`, where the bounds rise with each of `parts`, so that a part can be found at fault too. */
export function amongParts(
  rule: Rule,
  figure: Figure,
  bounds: (read: Reading) => Interval,
  parts: readonly Figure[],
  why: (read: Reading, blamed: Figure | null) => Sentence,
): Equation {
  const plain = within(rule, figure, bounds, parts, why);
  return {
    ...plain,
    solve: (blamed, read) => {
      if (blamed === figure) return plain.solve(blamed, read);
      const total = standsFor(figure, read);
      const at = (value: number) => bounds((one) => (one === blamed ? value : read(one)));
      const highest = 10 * Math.max(100, ...parts.map(read));
      const low = crossing((value) => at(value).high >= total.low, highest);
      const high = crossing((value) => at(value).low > total.high, highest);
      return low === null ? null : { low, high: high ?? highest };
    },
  };
}

/** Where a condition that comes true as a number rises does so, between 0 and `highest`; `null` where it never does. */
function crossing(isTrue: (value: number) => boolean, highest: number): number | null {
  if (isTrue(0)) return 0;
  if (!isTrue(highest)) return null;
  let [low, high] = [0, highest];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (isTrue(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Two means over the same unprinted number of persons: 3 465 at 5,11 each and 2 424 at 1,87 each cannot both be. */
export function sameDenominator(
  first: { readonly figure: Figure; readonly sum: Side },
  second: { readonly figure: Figure; readonly sum: Side },
): Equation {
  const persons = (one: typeof first, read: Reading) =>
    over(amountOf(one.sum, read), notNegative(standsFor(one.figure, read)));
  const solveMean = (one: typeof first, other: typeof first, read: Reading) =>
    widened(over(amountOf(one.sum, read), persons(other, read)), one.figure);
  const solveSum = (one: typeof first, other: typeof first, figure: Figure, read: Reading) =>
    minus(times(standsFor(one.figure, read), persons(other, read)), amountOf(one.sum, read, figure));
  return {
    rule: 'mean',
    weight: 1,
    figures: [first.figure, second.figure, ...first.sum.figures, ...second.sum.figures],
    holds: (read) => meets(persons(first, read), persons(second, read)),
    solve: (figure, read) => {
      if (figure === first.figure) return solveMean(first, second, read);
      if (figure === second.figure) return solveMean(second, first, read);
      return first.sum.figures.includes(figure)
        ? solveSum(first, second, figure, read)
        : solveSum(second, first, figure, read);
    },
    reason: (read) =>
      calculation.sameDenominator(
        { ...first, persons: persons(first, read) },
        { ...second, persons: persons(second, read) },
        read,
      ),
  };
}

/** A mean over parts whose weights are known only within bounds lies between its extremes. */
export function weightedMean(values: readonly Interval[], weights: readonly Interval[]): Interval {
  return { low: extreme(values, weights, 'low'), high: extreme(values, weights, 'high') };
}

/** The extreme is reached with full weight on the k outermost values and least weight on the rest, for some k. */
function extreme(values: readonly Interval[], weights: readonly Interval[], end: 'low' | 'high'): number {
  const sign = end === 'high' ? -1 : 1;
  const order = values.map((value, i) => ({ value: value[end], weight: weights[i]! }));
  order.sort((a, b) => sign * (a.value - b.value));
  let best: number | null = null;
  for (let k = 0; k <= order.length; k++) {
    let sum = 0;
    let total = 0;
    order.forEach(({ value, weight }, i) => {
      const share = i < k ? weight.high : weight.low;
      sum += share * value;
      total += share;
    });
    if (total > 0 && (best === null || sign * (sum / total - best) < 0)) best = sum / total;
  }
  return best ?? EVERYTHING[end];
}

/** A printed figure may differ from its exact value by its rounding. */
function widened(exact: Interval, figure: Figure): Interval {
  return plus(exact, around(0, figure.slack));
}
