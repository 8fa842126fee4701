/** Chance that anyone can repeat: a drawn sample, or a simulated p-value, is the same for the same seed. */

/**
 * Numbers that look drawn at random, from a seed of 32 bits: the same on every machine. Not for secrets.
 *
 * Source: T. Ettinger's mulberry32 (public domain).
 *
 * @param seed a whole number; of larger ones the last 32 bits count.
 * @returns a function that gives the next number at each call, from 0 up to but not including 1.
 * @example
 * seededRandom(1)() // → 0.6270739
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
