/** The table of personnummer answers as a Map would, whatever the keys. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DigitTable } from '../../src/register/digit-table.ts';

it('finds every key under its number, and no other key', () => {
  const keys = fc.uniqueArray(fc.integer({ min: 1, max: 999_999_999_999 }), { maxLength: 3000 });
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 999_999_999_999 }), (all, other) => {
      const table = new DigitTable();
      const map = new Map(all.map((key, number) => [key, number]));
      all.forEach((key, number) => {
        table.add(key, number);
      });
      for (const key of all) expect(table.find(key)).toBe(map.get(key));
      expect(table.find(other)).toBe(map.get(other) ?? -1);
    }),
    { numRuns: 50 },
  );
});

it('keeps every key and number as it grows', () => {
  const table = new DigitTable();
  const keys = Array.from({ length: 5000 }, (_, i) => 195001010000 + i * 10_007);
  keys.forEach((key, number) => {
    table.add(key, number);
    if (number % 1999 === 0) for (let at = 0; at <= number; at++) expect(table.find(keys[at]!)).toBe(at);
  });
  expect(keys.map((key) => table.find(key))).toEqual(keys.map((_, number) => number));
  expect(table.find(195001010001)).toBe(-1);
});

it('keeps the last number of a key, and counts the key once', () => {
  const table = new DigitTable();
  for (let number = 0; number < 3000; number++) table.add(198112189876, number);
  expect(table.find(198112189876)).toBe(2999);
});
