import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentCell } from 'isu-core';
import { CHART_COLOURS, chartPicture, svgText, type PictureElement } from '../src/index.ts';
import { roundTicks } from '../src/round-ticks.ts';
import { groupChart, groupTable, yearChart, yearTable } from './made-up-tables.ts';

const PAGE = { width: 640, height: 360 };

describe('a chart of persons and actualisations by group', () => {
  const picture = chartPicture(groupChart(), groupTable(), 'sv', PAGE);

  test('has one column for each figure of its table, as high as the figure', () => {
    const columns = marksOf(picture).filter(({ attributes }) => attributes['data-row'] !== undefined);
    expect(columns).toHaveLength(10);
    const height = (row: string, column: string) =>
      Number(
        columns.find((c) => c.attributes['data-row'] === row && c.attributes['data-column'] === column)!
          .attributes['height'],
      );
    expect(height('4', 'actualisations') / height('0', 'persons')).toBeCloseTo(1911 / 300, 1);
    expect(height('4', 'persons') / height('0', 'persons')).toBeCloseTo(86 / 300, 1);
  });

  test('shows every figure above its column as Swedish is written', () => {
    expect(textsOf(picture, 'isu-chart-value')).toEqual([
      ...['300', '300', '91', '182', '144', '579', '58', '493', '86', '1\u00a0911'],
    ]);
  });

  test('has an axis of round numbers from zero to above the highest figure', () => {
    expect(textsOf(picture, 'isu-chart-tick')).toEqual([
      '0',
      '500',
      '1\u00a0000',
      '1\u00a0500',
      '2\u00a0000',
    ]);
  });

  test('names its title, both axes, each group and each series', () => {
    expect(textsOf(picture, 'isu-chart-title')).toEqual(['Personer och aktualiseringar efter frekvensgrupp']);
    expect(textsOf(picture, 'isu-chart-axis-title')).toEqual(['Antal', 'Aktualiseringar per person']);
    expect(textsOf(picture, 'isu-chart-category')).toEqual(['1', '2', '3–6', '7–11', '12 eller fler']);
    expect(textsOf(picture, 'isu-chart-legend')).toEqual(['Personer', 'Aktualiseringar']);
  });

  test('is a picture with a sentence for those who cannot see it', () => {
    expect(picture.attributes['role']).toBe('img');
    expect(picture.attributes['aria-label']).toBe(groupChart().alternative);
  });

  test('writes figures in English with a comma between thousands', () => {
    const english = chartPicture(groupChart(), groupTable(), 'en', PAGE);
    expect(textsOf(english, 'isu-chart-value')).toContain('1,911');
  });
});

describe('a hidden figure', () => {
  const hidden: DocumentCell = { value: null, suppressed: true };
  const table = groupTable([{ value: 300 }, hidden, { value: 144 }, { value: null }, { value: 86 }]);

  test('is a gap with .. and has no column', () => {
    const picture = chartPicture(groupChart(table), table, 'sv', PAGE);
    expect(textsOf(picture, 'isu-chart-value').filter((text) => text === '..')).toHaveLength(1);
    expect(marksOf(picture).filter((m) => m.attributes['data-column'] === 'persons')).toHaveLength(3);
  });

  test('is still said when the chart is too small for figures', () => {
    const picture = chartPicture(groupChart(table), table, 'sv', { width: 150, height: 110 });
    expect(textsOf(picture, 'isu-chart-value')).toEqual(['..', '–']);
  });

  test('breaks a line in two', () => {
    const picture = chartPicture(yearChart(table), table, 'sv', PAGE);
    const path = all(picture).find(({ attributes }) => attributes['class']?.startsWith('isu-chart-line'))!;
    expect(path.attributes['d']!.match(/M/g)).toHaveLength(3);
  });

  test('leaves no trace even where a host left its number in the cell', () => {
    const leaky = groupTable([
      { value: 300 },
      { value: 7919, suppressed: true },
      ...table.rows.slice(2).map(() => ({ value: 9 })),
    ]);
    expect(svgText(chartPicture(groupChart(leaky), leaky, 'sv', PAGE))).not.toMatch(/7.?919/);
  });
});

describe('a chart over years', () => {
  test('keeps its two series apart by mark and dash, not by colour alone', () => {
    const picture = chartPicture(yearChart(yearTable()), yearTable(), 'sv', PAGE);
    const paths = all(picture).filter(({ name }) => name === 'path');
    expect(paths.map(({ attributes }) => attributes['stroke-dasharray'])).toEqual([undefined, '7 4']);
    expect(all(picture).filter((e) => e.name === 'circle' && e.attributes['data-row'])).toHaveLength(6);
    expect(all(picture).filter((e) => e.name === 'rect' && e.attributes['data-row'])).toHaveLength(6);
  });

  test('names every second year where each has no room', () => {
    const picture = chartPicture(yearChart(yearTable()), yearTable(), 'sv', { width: 150, height: 150 });
    expect(textsOf(picture, 'isu-chart-category')).toEqual(['2017', '2019', '2021']);
  });
});

describe('colours', () => {
  test.each(CHART_COLOURS.series.slice(0, 2))('%s stands out from white by 3:1', (colour) => {
    expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(3);
  });

  test('quiet text stands out from white by 4.5:1', () => {
    expect(1.05 / (luminance(CHART_COLOURS.quiet) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('any chart', () => {
  const cell: fc.Arbitrary<DocumentCell> = fc.oneof(
    fc.record({ value: fc.integer({ min: 0, max: 5_000_000 }) }),
    fc.record({ value: fc.double({ min: -1e9, max: 1e12 }) }),
    fc.constant<DocumentCell>({ value: null }),
    fc.constant<DocumentCell>({ value: null, suppressed: true }),
  );
  const tables = fc
    .array(fc.tuple(fc.string({ unit: 'binary' }), cell, cell), { maxLength: 14 })
    .map((rows) =>
      groupTable(
        rows.map((row) => row[1]),
        rows.map((row) => row[2]),
        rows.map((row) => row[0]),
      ),
    );
  const sizes = fc.record({
    width: fc.integer({ min: 40, max: 1200 }),
    height: fc.integer({ min: 30, max: 800 }),
  });
  const shapes = fc.constantFrom(groupChart, yearChart);

  test('has a finite number in every measure, none negative where a size is meant', () => {
    fc.assert(
      fc.property(tables, sizes, shapes, (table, size, shape) => {
        for (const { attributes } of all(chartPicture(shape(table), table, 'sv', size))) {
          for (const [name, value] of Object.entries(attributes)) {
            if (name === 'aria-label' || name.startsWith('data-')) continue;
            expect(value).not.toMatch(/NaN|Infinity|undefined/);
            if (name === 'width' || name === 'height') expect(Number(value)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  test('is text where no name, whatever stands in it, can end its element', () => {
    fc.assert(
      fc.property(tables, fc.string({ unit: 'binary' }), (table, title) => {
        const svg = svgText(
          chartPicture({ ...groupChart(table), title, alternative: title }, table, 'sv', PAGE),
        );
        const withoutTags = svg.replace(/<[a-z/][^<>]*>/g, '');
        expect(withoutTags).not.toMatch(/[<>]/);
        expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
      }),
    );
  });

  test('keeps its marks inside the picture', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const marks = marksOf(chartPicture(groupChart(table), table, 'sv', PAGE));
        for (const { attributes } of marks) {
          const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => Number(attributes[key]));
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x! + width!).toBeLessThanOrEqual(PAGE.width + 0.01);
          expect(y! + height!).toBeLessThanOrEqual(PAGE.height + 0.01);
        }
      }),
    );
  });

  test('has rising ticks that reach from its least to its greatest figure', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -1e15, max: 1e15 }).map((thousandths) => thousandths / 1000),
          { maxLength: 8 },
        ),
        fc.integer({ min: 1, max: 6 }),
        (values, wanted) => {
          const ticks = roundTicks(values, wanted, 0.001).values;
          expect(ticks.length).toBeLessThanOrEqual(wanted + 3);
          expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, ...values));
          expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(0, ...values));
          for (let at = 1; at < ticks.length; at++) expect(ticks[at]!).toBeGreaterThan(ticks[at - 1]!);
        },
      ),
    );
  });
});

test('a label with < and & is written as text', () => {
  const table = groupTable([{ value: 1 }], [{ value: 2 }], ['<b> & "b"']);
  expect(svgText(chartPicture(groupChart(table), table, 'sv', PAGE))).toContain(
    '&lt;b&gt; &amp; &quot;b&quot;',
  );
});

test('an axis of few persons counts whole persons', () => {
  expect(roundTicks([1, 2], 6, 1).values).toEqual([0, 1, 2]);
  expect(roundTicks([], 6, 1).values).toEqual([0, 1]);
});

function all(picture: PictureElement): readonly PictureElement[] {
  return [picture, ...picture.children.flatMap((child) => (typeof child === 'string' ? [] : all(child)))];
}

function marksOf(picture: PictureElement): readonly PictureElement[] {
  return all(picture).filter(
    ({ name, attributes }) => name === 'rect' && attributes['class']?.startsWith('isu-chart-mark'),
  );
}

function textsOf(picture: PictureElement, className: string): readonly string[] {
  return all(picture)
    .filter(({ attributes }) => attributes['class'] === className)
    .map(({ children }) => children.filter((child) => typeof child === 'string').join(''));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
