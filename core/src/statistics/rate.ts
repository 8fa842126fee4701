/** How many there are for each 10 000 inhabitants, and how two such rates compare. */
import { chiSquareUpperTail } from './chi-square-tail.ts';
import { wilsonInterval, type Interval } from './wilson-interval.ts';

export interface Rate extends Interval {
  /** Per `per` inhabitants. */
  readonly rate: number;
}

/**
 * A count set against a population, so that a small municipality can be laid beside a large one: persons, or
 * actualisations, per 10 000 inhabitants. The interval tells how much the rate could vary by chance alone from year to
 * year; of a small municipality it is wide. Counts of actualisations vary more than that, since one person can stand
 * for many.
 *
 * Source: exact Poisson limits, F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936)
 * 437–442; as R's poisson.test(count, population).
 *
 * @param count whole, 0 or more; otherwise a RangeError.
 * @param population inhabitants (times years, where the count covers several), more than 0; otherwise a RangeError.
 * @param per default 10 000.
 * @returns rate and 95 % limits per `per`; `lower` is 0 for a count of 0.
 * @example
 * rateOf(679, 25_786) // → { rate: 263.321182, lower: 243.884913, upper: 283.8943876 }
 */
export function rateOf(count: number, population: number, per = 10_000): Rate {
  if (!(Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError(`a rate needs a whole count of 0 or more, got ${String(count)}`);
  }
  mustBePopulation(population);
  const times = per / population;
  return {
    rate: count * times,
    lower: count === 0 ? 0 : (times * chiSquareQuantileFromAbove(0.975, 2 * count)) / 2,
    upper: (times * chiSquareQuantileFromAbove(0.025, 2 * count + 2)) / 2,
  };
}

export interface RateRatio {
  /** First through second: 2 is twice as many per inhabitant. Null when the second has none. */
  readonly ratio: number | null;
  /** 95 % limits; `upper` is null when no upper limit can be given. */
  readonly lower: number;
  readonly upper: number | null;
}

/**
 * How many times as many there are per inhabitant in one place as in another. A ratio whose interval holds 1 does not
 * tell them apart.
 *
 * Source: given how many there are in both together, those of the first are binomial (J. Przyborowski & H. Wilenski,
 * Homogeneity of results in testing samples from Poisson series, Biometrika 31 (1940) 313–323); the Wilson interval of
 * their share, turned into a ratio.
 *
 * @param first, second whole counts of 0 or more and populations of more than 0; otherwise a RangeError.
 * @returns null when both counts are 0.
 * @example
 * rateRatio({ count: 30, population: 10_000 }, { count: 20, population: 12_000 }) // → { ratio: 1.8, lower: 1.029714, upper: 3.1465049 }
 */
export function rateRatio(
  first: { readonly count: number; readonly population: number },
  second: { readonly count: number; readonly population: number },
): RateRatio | null {
  mustBePopulation(first.population);
  mustBePopulation(second.population);
  const interval = wilsonInterval(first.count, first.count + second.count);
  if (!interval) return null;
  const times = second.population / first.population;
  const asRatio = (share: number) => (times * share) / (1 - share);
  return {
    ratio: second.count === 0 ? null : (times * first.count) / second.count,
    lower: asRatio(interval.lower),
    upper: interval.upper === 1 ? null : asRatio(interval.upper),
  };
}

function mustBePopulation(population: number): void {
  if (!(population > 0 && population < Infinity)) {
    throw new RangeError(`a population is more than 0, got ${String(population)}`);
  }
}

/** The χ² value that is passed with this probability: by halving, since the tail falls all the way. */
function chiSquareQuantileFromAbove(probability: number, degreesOfFreedom: number): number {
  let low = 0;
  let high = degreesOfFreedom + 1;
  while (chiSquareUpperTail(high, degreesOfFreedom) > probability) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (chiSquareUpperTail(middle, degreesOfFreedom) > probability) low = middle;
    else high = middle;
  }
}
