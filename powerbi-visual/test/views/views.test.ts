/** What holds for every view, at every size, in both languages, open and protected. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largeRegister, sampleRegister } from 'isu-sample-register';
import type { CellValue, Language } from 'isu-core';
import { drawingOf } from '../../src/views/picture.ts';
import { VIEWS } from '../../src/views/view.ts';
import {
  all,
  draw,
  marksOf,
  PUBLICATION,
  reportOfCells,
  reportOfRows,
  sampleReport,
  settingOf,
  shapeBoxes,
  SIZES,
  textBoxes,
  type Box,
} from './pictures.ts';
import type { PictureElement } from 'isu-charts';
import type { Report } from '../../src/analysis/report.ts';
import type { Size } from '../../src/views/view.ts';

const REPORTS: readonly (readonly [string, Report])[] = [
  ['the sample register', sampleReport()],
  ['the sample register in English', reportOfRows(sampleRegister().rows, 'en')],
  ['the sample register for publication', reportOfRows(sampleRegister().rows, 'sv', PUBLICATION)],
  [
    'few persons for publication',
    reportOfRows(
      [...sampleRegister().rows].filter(({ person }) => person < '1960'),
      'sv',
      PUBLICATION,
    ),
  ],
  [
    'twenty groups',
    reportOfRows(sampleRegister().rows, 'sv', { groups: Array.from({ length: 20 }, (_, at) => at + 1) }),
  ],
];

type Pictures = readonly (readonly [string, PictureElement])[];

const drawn = new WeakMap<Report, Map<Size, Pictures>>();

/** Each is drawn once for all that is asked of it. */
function pictures(report: Report, size: Size): Pictures {
  const known = drawn.get(report)?.get(size);
  if (known) return known;
  const made = VIEWS.flatMap((view) => {
    const drawing = drawingOf(report, view, settingOf(report, { size }));
    return drawing.ok ? [[view, drawing.value.picture] as const] : [];
  });
  drawn.set(report, (drawn.get(report) ?? new Map<Size, Pictures>()).set(size, made));
  return made;
}

function overlapping(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (b) =>
          a.left < b.right - 0.5 &&
          b.left < a.right - 0.5 &&
          a.top < b.bottom - 0.5 &&
          b.top < a.bottom - 0.5,
      )
      .map((b) => `${a.what} | ${b.what}`),
  );
}

function outside(boxes: readonly Box[], { width, height }: Size): readonly string[] {
  return boxes
    .filter(
      ({ left, right, top, bottom }) =>
        !(left >= -0.5 && right <= width + 0.5 && top >= -0.5 && bottom <= height + 0.5),
    )
    .map(
      ({ what, left, right, top, bottom }) =>
        `${what} ${[left, top, right, bottom].map(Math.round).join(' ')}`,
    );
}

describe.each(REPORTS)('%s', (_, report) => {
  test.each(SIZES)('has nothing outside $width × $height', (size) => {
    for (const [view, picture] of pictures(report, size)) {
      expect([view, ...outside(textBoxes(picture), size)]).toEqual([view]);
      expect([view, ...outside(shapeBoxes(picture), size)]).toEqual([view]);
    }
  });

  test.each(SIZES)('has no text over another in $width × $height', (size) => {
    for (const [view, picture] of pictures(report, size))
      expect([view, ...overlapping(textBoxes(picture))]).toEqual([view]);
  });

  test.each(SIZES)('has no text too small to read in $width × $height', (size) => {
    for (const [, picture] of pictures(report, size))
      for (const { name, attributes } of all(picture))
        if (name === 'text') expect(Number(attributes['font-size'])).toBeGreaterThanOrEqual(8.5);
  });

  test.each(SIZES)('has marks that are one thing each, and told in words, in $width × $height', (size) => {
    for (const [view, picture] of pictures(report, size)) {
      const marks = marksOf(picture);
      // Of a concentration that must not be shown there is nothing to point at.
      if (view !== 'concentration') expect(marks.length).toBeGreaterThan(0);
      expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
      for (const { mark } of marks) expect(mark.name).toMatch(/\p{L}/u);
    }
  });
});

describe('any register', () => {
  const person = fc.integer({ min: 1, max: 12 }).map((n) => `Person ${String(n)}`);
  const date = fc
    .integer({ min: 0, max: 3000 })
    .map((day) => new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10));
  const type = fc.constantFrom('Ansökan', 'Anmälan', 'LOB', '', 'Något helt annat');
  const register = fc.array(fc.tuple(person, date, type, fc.constantFrom('Polisen', '<b>Å</b>', '')), {
    minLength: 1,
    maxLength: 60,
  });
  const size = fc.record({
    width: fc.integer({ min: 20, max: 1500 }),
    height: fc.integer({ min: 20, max: 900 }),
  });
  const language = fc.constantFrom<Language>('sv', 'en');
  const settings = fc.constantFrom<Record<string, unknown>>({}, PUBLICATION, { groups: [1, 4] });
  const header: CellValue[] = ['Person', 'Datum', 'Aktualiseringstyp', 'Anmälare'];

  test('is drawn with finite numbers, and no length below zero', () => {
    fc.assert(
      fc.property(register, size, language, settings, (rows, at, spoken, chosen) => {
        const report = reportOfCells([header, ...rows.map((row): CellValue[] => [...row])], spoken, chosen);
        for (const [, picture] of pictures(report, at))
          for (const { attributes } of all(picture))
            for (const [name, value] of Object.entries(attributes)) {
              if (name === 'aria-label') continue;
              expect(value).not.toMatch(/NaN|Infinity|undefined/);
              if (name === 'width' || name === 'height' || name === 'r')
                expect(Number(value)).toBeGreaterThanOrEqual(0);
            }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a register of 30,000 rows', () => {
  const small = sampleReport();
  const large = reportOfRows(largeRegister({ rows: 30_000 }).rows);

  test.each(VIEWS)('costs no more to draw than one of 3,465: %s', (view) => {
    const nodes = (report: Report) => all(draw(report, view).picture).length;
    expect(nodes(large)).toBeLessThan(nodes(small) * 1.5 + 40);
  });
});

describe('colours', () => {
  test('in high contrast are the four that the host gives, and no other', () => {
    for (const view of VIEWS) {
      const { picture } = draw(sampleReport(), view, {
        palette: 'contrast',
        selected: new Set(['group 3-6', 'year 2019']),
      });
      const used = all(picture).flatMap(({ attributes }) => [attributes['fill'], attributes['stroke']]);
      const colours = new Set(
        used.filter((one) => one !== undefined && one !== 'none' && one !== 'transparent'),
      );
      for (const colour of colours) expect(['#ffff00', '#000000', '#00ff00', '#00ffff']).toContain(colour);
    }
  });

  test('in high contrast tell persons from actualisations by outline and filling', () => {
    for (const view of ['groups', 'years'] as const) {
      const { picture } = draw(sampleReport(), view, { palette: 'contrast' });
      const fill = (name: string) =>
        all(picture).find(({ attributes }) => attributes['class']?.includes(`isu-bar isu-${name}`))!
          .attributes['fill'];
      expect(fill('persons')).toBe('#000000');
      expect(fill('actualisations')).toBe('#ffff00');
    }
  });

  test('of a faint theme are strengthened until figures stand out from the ground by 3:1', () => {
    const { colours } = settingOf(sampleReport(), { palette: 'faint' });
    for (const colour of [colours.persons, colours.actualisations, ...Object.values(colours.types)])
      expect(contrastOnWhite(colour)).toBeGreaterThanOrEqual(3);
    expect(contrastOnWhite(colours.quiet)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('what is selected', () => {
  test('changes how marks are painted, and nothing of where they stand', () => {
    for (const view of VIEWS) {
      const places = (selected: ReadonlySet<string>) =>
        shapeBoxes(draw(sampleReport(), view, { selected }).picture).filter(
          ({ what }) => what.includes('isu-bar') || what.includes('isu-dots'),
        );
      expect(places(new Set(['group 3-6', 'year 2019']))).toEqual(places(new Set()));
    }
  });
});

/** WCAG 2.2, worked out apart from the code that is tested. */
function contrastOnWhite(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r! + 0.7152 * g! + 0.0722 * b! + 0.05);
}
