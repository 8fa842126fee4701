/** Numbers as people read them: rounded once, halves away from zero (definitions.md, "Tables"). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCell, formatNumber, roundHalfAway } from '../../src/document/format.ts';
import { dayNumber } from '../../src/register/day.ts';

const NO_BREAK = '\u00a0';

describe('in Swedish and in English', () => {
  it.each([
    [3465, 'integer', `3${NO_BREAK}465`, '3,465'],
    [1_234_567, 'integer', `1${NO_BREAK}234${NO_BREAK}567`, '1,234,567'],
    [999, 'integer', '999', '999'],
    [0, 'integer', '0', '0'],
    [(100 * 300) / 679, 'percent', `44${NO_BREAK}%`, '44%'],
    [100, 'percent', `100${NO_BREAK}%`, '100%'],
    [0.9, 'percent-one-decimal', `0,9${NO_BREAK}%`, '0.9%'],
    [3465 / 679, 'decimal-2', '5,10', '5.10'],
    [26.5, 'decimal-1', '26,5', '26.5'],
    [1234.5, 'decimal-1', `1${NO_BREAK}234,5`, '1,234.5'],
    [0.5231, 'decimal-3', '0,523', '0.523'],
    [-0.04, 'decimal-1', '0,0', '0.0'],
    [-2.5, 'integer', '−3', '−3'],
    [dayNumber(2022, 6, 30), 'date', '2022-06-30', '2022-06-30'],
  ] as const)('%d as %s', (value, format, sv, en) => {
    expect(formatNumber(value, format, 'sv')).toBe(sv);
    expect(formatNumber(value, format, 'en')).toBe(en);
  });

  it('nothing to show is a dash, and a suppressed cell two points', () => {
    expect(formatCell({ value: null }, 'percent', 'sv')).toBe('–');
    expect(formatCell({ value: null, suppressed: true }, 'percent', 'sv')).toBe('..');
    expect(formatCell({ value: 'Totalt' }, 'text', 'sv')).toBe('Totalt');
    expect(formatCell({ value: 2.5, format: 'decimal-1' }, 'integer', 'sv')).toBe('2,5');
  });
});

describe('rounding', () => {
  it.each([
    [0.5, 0, 1],
    [1.5, 0, 2],
    [2.5, 0, 3],
    [-0.5, 0, -1],
    [-2.5, 0, -3],
    [0.49999, 0, 0],
    [14.499999999999998, 0, 15], // 100 · 0,145
    [1.005, 2, 1.01],
    [8.345, 2, 8.35],
    [81.4756, 0, 81],
  ])('%d to %d decimals is %d', (value, decimals, rounded) => {
    expect(roundHalfAway(value, decimals)).toBe(rounded);
  });

  it('of a percent is that of the exact ratio, in whole numbers', () => {
    const exact = (n: number, d: number) => Math.floor((200 * n + d) / (2 * d));
    for (let d = 1; d <= 400; d++)
      for (let n = 0; n <= d; n++)
        if (roundHalfAway((100 * n) / d, 0) !== exact(n, d))
          expect(`${String(n)}/${String(d)}`).toBe('exact');
  });

  it('of a percent or a mean of many is that of the exact ratio too', () => {
    const whole = fc.bigInt({ min: 1n, max: 10_000_000n });
    fc.assert(
      fc.property(whole, whole, fc.constantFrom(0, 1, 2), (n, d, decimals) => {
        const scale = 10n ** BigInt(decimals);
        const exact = Number((2n * n * scale + d) / (2n * d)) / Number(scale);
        expect(roundHalfAway(Number(n) / Number(d), decimals)).toBe(exact);
      }),
      { numRuns: 500 },
    );
  });
});
