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
