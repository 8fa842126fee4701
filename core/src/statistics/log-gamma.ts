/**
 * The logarithm of the gamma function, which carries factorials to fractions and to sizes where n! itself would
 * overflow. Nothing here is shown to anyone: tests and intervals stand on it.
 */

/** Where the asymptotic series below is exact to the last bit of a double. */
const SERIES_FROM = 10;

/**
 * What is left of ln Γ(x) when Stirling's approximation (x − ½) ln x − x + ½ ln 2π has been taken away. It is small,
 * so formulas that use it instead of ln Γ(x) lose no digits for large x.
 *
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 6.1.40–42. Below 10 the series is reached by
 * δ(x) = δ(x + 1) + (x + ½) ln(1 + 1/x) − 1.
 *
 * @param x greater than 0; otherwise a RangeError.
 * @returns δ(x), between 0 and, for x → 0, infinity. Absolute error below 1e-15 for x ≥ 0,5.
 * @example
 * stirlingRemainder(1) // → 0.0810614667953273
 */
export function stirlingRemainder(x: number): number {
  if (!(x > 0)) throw new RangeError(`stirlingRemainder needs x > 0, got ${String(x)}`);
  let climbed = 0;
  let at = x;
  for (; at < SERIES_FROM; at += 1) climbed += (at + 0.5) * Math.log1p(1 / at) - 1;
  const w = 1 / (at * at);
  const series =
    1 / 12 -
    w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360_360 - w * (1 / 156))))));
  return climbed + series / at;
}

/**
 * ln Γ(x), the natural logarithm of the gamma function; ln n! is logGamma(n + 1).
 *
 * Source: Abramowitz & Stegun 6.1.40.
 *
 * @param x greater than 0; otherwise a RangeError.
 * @returns ln Γ(x); error below 1e-14, absolute where the answer is below 1, else relative.
 * @example
 * logGamma(11) // → 15.104412573075516
 */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingRemainder(x);
}
