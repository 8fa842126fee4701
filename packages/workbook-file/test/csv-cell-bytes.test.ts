import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf, orderOfBytes, sameBytes, SLACK } from '../src/csv/cell-bytes.ts';

/** Cells that share a beginning, and what else stands in the buffers. */
const twoCells = fc.record({
  shared: fc.uint8Array({ maxLength: 12 }),
  one: fc.uint8Array({ maxLength: 9 }),
  other: fc.uint8Array({ maxLength: 9 }),
  before: fc.nat(7),
  after: fc.uint8Array({ minLength: SLACK, maxLength: SLACK }),
});

function placed(cell: Uint8Array, before: number, after: Uint8Array): DataView {
  return new DataView(Uint8Array.of(...new Uint8Array(before).fill(1), ...cell, ...after).buffer);
}

it('cells are the same, and in order, as their bytes are, whatever stands around them', () => {
  fc.assert(
    fc.property(twoCells, ({ shared, one, other, before, after }) => {
      const length = shared.length + Math.min(one.length, other.length);
      const a = Uint8Array.of(...shared, ...one).subarray(0, length);
      const b = Uint8Array.of(...shared, ...other).subarray(0, length);
      const [viewA, viewB] = [placed(a, 0, after), placed(b, before, new Uint8Array(SLACK))];
      const order = Buffer.compare(a, b);
      expect(sameBytes(viewA, 0, viewB, before, length)).toBe(order === 0);
      expect(Math.sign(orderOfBytes(viewA, 0, viewB, before, length))).toBe(order);
      if (order === 0) expect(hashOf(viewA, 0, length)).toBe(hashOf(viewB, before, length));
    }),
    { numRuns: Number(process.env.ISU_FUZZ_RUNS ?? 500) },
  );
});
