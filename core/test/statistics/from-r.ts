/** What R answered (fixtures/make-fixtures.R), and what it is to agree with R. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The cases of a file that make-fixtures.R wrote; NA, NaN and infinity are null there. */
export function casesFromR<Case>(file: string): Case[] {
  const text = readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { cases: Case[] }).cases;
}

/** Equal to the given relative precision; null only to null. A number that R gives as 0 must be 0. */
export function expectAgreement(
  actual: number | null | undefined,
  expected: number | null,
  relative = 1e-12,
): void {
  if (expected === null || actual === null || actual === undefined) {
    expect(actual).toBe(expected);
    return;
  }
  const message = `${String(actual)} is not ${String(expected)} to ${String(relative)}`;
  expect(Math.abs(actual - expected) <= Math.abs(expected) * relative, message).toBe(true);
}

/** The numbers that make-fixtures.R makes by the same rule. */
export function spread(n: number, step: number, size: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => (i * step) % size);
}
