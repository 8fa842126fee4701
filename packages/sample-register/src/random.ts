/**
 * Chance that repeats itself: the same seed gives the same numbers on every machine. Only exact arithmetic is used
 * (no logarithm, which may differ in its last digit from one engine to another).
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Random {
  /** A whole number from 0 to n − 1. */
  below(n: number): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** A waiting time: exponential with mean 1. */
  waitingTime(): number;
}

/** The seed is a whole number, of which the lowest 32 bits count. */
export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const fraction = () => uniformFloat64(generator);
  return {
    below: (n) => uniformInt(generator, 0, n - 1),
    between: (from, to) => uniformInt(generator, from, to),
    fraction,
    waitingTime: () => exponential(fraction),
  };
}

/**
 * J. von Neumann's way to an exponential number by comparing uniform ones ("Various techniques used in connection
 * with random digits", 1951): the run of falling numbers that begins with x has odd length with probability exp(−x).
 */
function exponential(fraction: () => number): number {
  for (let whole = 0; ; whole++) {
    const first = fraction();
    let previous = first;
    let length = 1;
    for (let next = fraction(); next < previous; next = fraction()) {
      previous = next;
      length++;
    }
    if (length % 2 === 1) return whole + first;
  }
}

/** Puts the items in random order, in place (Fisher and Yates). */
export function shuffle<Items extends Uint8Array | unknown[]>(items: Items, random: Random): Items {
  for (let last = items.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const item = items[last];
    items[last] = items[other];
    items[other] = item;
  }
  return items;
}
