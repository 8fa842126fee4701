/**
 * The numbers along an axis: evenly spaced, round (1, 2 or 5 times a power of ten), from zero or below the least value
 * to the greatest value or above it. Steps are never finer than the
 * numbers are shown: an axis of counts has whole steps.
 */
export interface RoundTicks {
  readonly values: readonly number[];
  readonly step: number;
}

/** @param wanted about how many steps there is room for, at least 1; @param smallestStep greater than 0 */
export function roundTicks(values: readonly number[], wanted: number, smallestStep: number): RoundTicks {
  const least = Math.min(0, ...values);
  const greatest = Math.max(0, ...values);
  const step = roundStep((greatest - least) / wanted, smallestStep);
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(greatest / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => exact((first + at) * step));
  return { values: ticks, step };
}

function roundStep(atLeast: number, smallestStep: number): number {
  const wished = Math.max(atLeast, smallestStep);
  const power = 10 ** Math.floor(Math.log10(wished));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= wished * (1 - 1e-9)) ?? 10;
  return exact(factor * power);
}

/** 3 · 0,1 is 0,30000000000000004 in binary; an axis says 0,3. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
