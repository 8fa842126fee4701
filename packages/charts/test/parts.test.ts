import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bandPath,
  brokenInto,
  contrast,
  cutTo,
  linePath,
  markOf,
  mixed,
  shapeStamp,
  spread,
  standingOut,
  stepPath,
  widthOf,
} from '../src/index.ts';

describe('labels beside the ends of curves', () => {
  test('stay where they are wished when nothing is near', () => {
    expect(spread([10, 50, 90], 12, 0, 100)).toEqual([10, 50, 90]);
  });

  test('two at one height part around it no more than they need', () => {
    const [first, second] = spread([50, 50], 12, 0, 100)!;
    expect(Math.abs(first! - second!)).toBe(12);
  });

  test('have no room when they are higher together than the plot', () => {
    expect(spread([1, 2, 3], 40, 0, 100)).toBeNull();
  });

  test('never touch and never leave the plot, and keep the order of their curves', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 12 }), (wished) => {
        const placed = spread(wished, 14, 0, 200)!;
        const order = [...wished.keys()].sort((a, b) => wished[a]! - wished[b]!);
        order.forEach((at, place) => {
          expect(placed[at]).toBeGreaterThanOrEqual(7 - 1e-6);
          expect(placed[at]).toBeLessThanOrEqual(193 + 1e-6);
          if (place > 0) expect(placed[at]! - placed[order[place - 1]!]!).toBeGreaterThanOrEqual(14 - 1e-6);
        });
      }),
    );
  });
});

describe('curves', () => {
  test('a line goes straight from point to point', () => {
    expect(
      linePath([
        [0, 10],
        [5, 2.5],
      ]),
    ).toBe('M0,10L5,2.5');
  });

  test('a step is level until the next day and then rises at once', () => {
    expect(
      stepPath([
        [0, 100],
        [10, 80],
        [30, 80],
      ]),
    ).toBe('M0,100L10,100L10,80L30,80L30,80');
  });

  test('a band has its upper edge forward and its lower edge back', () => {
    expect(
      bandPath(
        [
          [0, 8, 2],
          [4, 9, 1],
        ],
        'line',
      ),
    ).toBe('M0,2L4,1L4,9L0,8Z');
  });
});

describe('shapes', () => {
  test.each(['circle', 'square', 'triangle', 'diamond', 'cross'] as const)(
    'a %s has its middle where it is stamped, and is no larger than its radius allows',
    (name) => {
      const numbers = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number);
      const stamp = shapeStamp(name, 4);
      const moved = numbers(stamp(100, 50));
      const still = numbers(stamp(0, 0));
      expect(moved).toHaveLength(still.length);
      expect(stamp(100, 50)).toMatch(/^M[^a-z]*Z?$/);
      if (name === 'circle') return;
      moved.forEach((value, at) => {
        expect(value - still[at]!).toBeCloseTo(at % 2 === 0 ? 100 : 50, 5);
        expect(Math.abs(still[at]!)).toBeLessThan(6.5);
      });
    },
  );

  test('a circle keeps its radius when it is moved', () => {
    expect(shapeStamp('circle', 4)(100, 50)).toBe('M104 50A4 4 0 1 1 96 50A4 4 0 1 1 104 50');
  });
});

describe('tones', () => {
  test('black on white is 21:1, grey #767676 on white 4,54:1 (WCAG 2.2)', () => {
    expect(contrast('#000', '#ffffff')).toBe(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  test('half of black and white is grey', () => {
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
  });

  test('a colour that stands out is left alone; a faint one goes towards the ink until it does', () => {
    expect(standingOut('#1f5f5b', '#ffffff', '#000000', 3)).toBe('#1f5f5b');
    const strengthened = standingOut('#fff3c4', '#ffffff', '#333333', 3);
    expect(contrast(strengthened, '#ffffff')).toBeGreaterThanOrEqual(3);
  });

  test('a notation that is not known is left alone', () => {
    expect(standingOut('Highlight', 'Canvas', 'CanvasText', 3)).toBe('Highlight');
    expect(mixed('Highlight', '#ffffff', 0.5)).toBe('Highlight');
  });
});

describe('text', () => {
  test('is cut to its room and never wider', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (text, room) => {
          const cut = cutTo(text, 12, room, true);
          if (cut !== '') expect(widthOf(cut, 12, true)).toBeLessThanOrEqual(room);
        },
      ),
    );
  });

  test('a sentence that has no room is not broken into a part of itself', () => {
    expect(brokenInto('13 % av personerna står för 55 % av aktualiseringarna', 12, 120, 1)).toBeNull();
    const lines = brokenInto('13 % av personerna står för 55 % av aktualiseringarna', 12, 160, 4)!;
    expect(lines.join(' ')).toBe('13 % av personerna står för 55 % av aktualiseringarna');
  });
});

test('a mark is read aloud as whom it stands for and its figures', () => {
  expect(
    markOf('year', '2017', '2017', [
      { label: 'Personer', text: '231' },
      { label: 'Aktualiseringar', text: '572' },
    ]).name,
  ).toBe('2017: Personer 231, Aktualiseringar 572');
});
