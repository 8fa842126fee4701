/**
 * Lengths and places in the pictures held against the figures. Those of the sample register are the Söderhamn report's:
 * tabell 1, 2, 3 and Bilaga 4 tabell 1; its returns are R's (core/test), its Lorenz curve is held against its own sums.
 */
import { describe, expect, test } from 'vitest';
import { sampleRegister } from 'isu-sample-register';
import type { Report, Timelines } from '../../src/analysis/report.ts';
import { onLorenz } from '../../src/views/concentration-view.ts';
import {
  draw,
  marksOf,
  number,
  ofClass,
  pathPoints,
  PUBLICATION,
  reportOfRows,
  sampleReport,
  textOf,
} from './pictures.ts';

const report = sampleReport();
const LARGE = { size: { width: 1280, height: 720 } };

function part<Key extends 'groups' | 'profile' | 'concentration' | 'timelines' | 'returns' | 'years'>(
  of: Report,
  key: Key,
): Extract<Report[Key], { readonly ok: true }>['value'] {
  const found = of[key];
  if (!found.ok) throw new Error(found.why);
  return found.value;
}

describe('Grupper', () => {
  const { picture } = draw(report, 'groups', LARGE);

  test('has bars as long as the shares of persons (tabell 1) and of actualisations (tabell 2)', () => {
    const persons = ofClass(picture, 'isu-bar').filter(({ attributes }) =>
      attributes['class']!.includes('isu-persons'),
    );
    const actualisations = ofClass(picture, 'isu-bar').filter(({ attributes }) =>
      attributes['class']!.includes('isu-actualisations'),
    );
    const perPercent = number(actualisations[4], 'width') / ((100 * 1911) / 3465);
    [300, 91, 144, 58, 86].forEach((n, at) =>
      expect(number(persons[at], 'width')).toBeCloseTo(((100 * n) / 679) * perPercent, 1),
    );
    [300, 182, 579, 493, 1911].forEach((n, at) =>
      expect(number(actualisations[at], 'width')).toBeCloseTo(((100 * n) / 3465) * perPercent, 1),
    );
  });

  test('grows persons to the left and actualisations to the right from the groups’ names', () => {
    const inner = (name: string, edge: 'x' | 'right') =>
      ofClass(picture, name).map((bar) =>
        Math.round(number(bar, 'x') + (edge === 'right' ? number(bar, 'width') : 0)),
      );
    expect(new Set(inner('isu-persons', 'right').filter((x) => x > 100)).size).toBe(1);
    expect(new Set(inner('isu-actualisations', 'x')).size).toBeLessThanOrEqual(2);
  });

  test('says the finding and every share', () => {
    expect(ofClass(picture, 'isu-finding').map(textOf).join(' ')).toBe(
      '13\u00a0% av personerna (86, med 12 eller fler aktualiseringar) står för 55\u00a0% av aktualiseringarna.',
    );
    expect(ofClass(picture, 'isu-value').map(textOf)).toEqual(
      ['44', '9', '13', '5', '21', '17', '9', '14', '13', '55'].map((share) => `${share}\u00a0%`),
    );
    expect(ofClass(picture, 'isu-count').map(textOf)).toContain('1\u00a0911');
  });

  test('is a mark a group, told with both counts and both shares', () => {
    expect(marksOf(picture).map(({ mark }) => mark.key)).toEqual(['1', '2', '3-6', '7-11', '12+']);
    expect(marksOf(picture)[4]!.mark.name).toBe(
      'Personer med 12 eller fler aktualiseringar: Personer 86 (13\u00a0%), Aktualiseringar 1\u00a0911 (55\u00a0%)',
    );
  });

  test('shows rows that another visual highlights within the bars of all, on the same scale', () => {
    const some = reportOfRows([...sampleRegister().rows].filter(({ type }) => type === 'Ansökan'));
    const { picture: both } = draw({ ...report, highlighted: some }, 'groups', LARGE);
    const inner = ofClass(both, 'isu-highlighted');
    const outer = ofClass(both, 'isu-bar').filter((bar) => !inner.includes(bar));
    const of = (all: Report) =>
      part(all, 'groups').lines.flatMap(({ ofPersons, ofActualisations }) => [
        ofPersons.value!,
        ofActualisations.value!,
      ]);
    const scale = number(outer[0], 'width') / of(report)[0]!;
    of(some).forEach((value, at) => expect(number(inner[at], 'width')).toBeCloseTo(value * scale, 1));
  });
});

describe('Profil', () => {
  test('has bars as long as the figures beside the greatest of their row (tabell 3)', () => {
    const { picture } = draw(report, 'profile', LARGE);
    const rows = ofClass(picture, 'isu-row');
    const lob = rows.find((row) => textOf(row).startsWith('Andel LOB'))!;
    const widths = ofClass(lob, 'isu-bar').map((bar) => number(bar, 'width'));
    const { table } = part(report, 'profile');
    const values = table.rows
      .find(({ key }) => key === 'percent-lob')!
      .cells.slice(1)
      .map(({ value }) => Number(value));
    values.forEach((value, at) => expect(widths[at]! / widths[0]!).toBeCloseTo(value / values[0]!, 2));
  });

  test('keeps the most frequent and all together where not every column has room', () => {
    const { picture } = draw(report, 'profile', { size: { width: 150, height: 100 } });
    expect(ofClass(picture, 'isu-header').map(textOf)).toEqual(['12+', 'Totalt']);
  });

  test('scrolls by whole rows to the last one', () => {
    const size = { width: 320, height: 240 };
    const { scroll } = draw(report, 'profile', { size });
    const last = draw(report, 'profile', { size, scrolled: scroll!.height - size.height });
    const { table } = part(report, 'profile');
    expect(marksOf(last.picture).at(-1)!.mark.part).toBe(table.rows.at(-1)!.key);
    expect(marksOf(draw(report, 'profile', { size }).picture)[0]!.mark.part).toBe(table.rows[0]!.key);
  });
});

describe('Koncentration', () => {
  const { lorenz, top } = part(report, 'concentration');

  test('has its curve through every point of the Lorenz curve', () => {
    const { picture } = draw(report, 'concentration', LARGE);
    const points = pathPoints(ofClass(picture, 'isu-lorenz')[0]!.attributes['d']!);
    const equal = pathPoints(ofClass(picture, 'isu-equal')[0]!.attributes['d']!);
    const [x0, y0] = equal[0]!;
    const [x1, y1] = equal[1]!;
    expect(points).toHaveLength(lorenz.length);
    lorenz.forEach(([persons, actualisations], at) => {
      expect(points[at]![0]).toBeCloseTo(x0 + persons * (x1 - x0), 1);
      expect(points[at]![1]).toBeCloseTo(y0 + actualisations * (y1 - y0), 1);
    });
  });

  test('has its dots on the curve, at the shares of the most frequent', () => {
    const { picture } = draw(report, 'concentration', LARGE);
    const equal = pathPoints(ofClass(picture, 'isu-equal')[0]!.attributes['d']!);
    const share = (dot: number, from: number, to: number) => (dot - from) / (to - from);
    ofClass(picture, 'isu-top').forEach((dot, at) => {
      const { persons, ofActualisations } = top[at]!;
      expect(share(number(dot, 'cx'), equal[0]![0], equal[1]![0])).toBeCloseTo(1 - persons.value! / 679, 3);
      expect(share(number(dot, 'cy'), equal[0]![1], equal[1]![1])).toBeCloseTo(
        1 - ofActualisations.value! / 100,
        3,
      );
    });
  });

  test('between two points the curve is straight', () => {
    const curve = [
      [0, 0],
      [0.75, 0.375],
      [1, 1],
    ] as const;
    expect(onLorenz(curve, 0.1875)).toBeCloseTo(0.375);
    expect(onLorenz(curve, 0.6875)).toBeCloseTo(0.875);
  });

  test('says who stand for how much, and the coefficient', () => {
    const { picture } = draw(report, 'concentration', LARGE);
    expect(ofClass(picture, 'isu-finding').map(textOf).join(' ')).toBe(
      `${top[2]!.name} står för ${top[2]!.ofActualisations.text} av aktualiseringarna.`,
    );
    expect(textOf(ofClass(picture, 'isu-gini').at(0)!)).toContain(part(report, 'concentration').gini.text);
  });
});

describe('Tidslinjer', () => {
  const lines = part(report, 'timelines');

  test('has a dot for each actualisation on its day, by type, and a line from the first to the last', () => {
    const { picture } = draw(report, 'timelines', LARGE);
    const marks = marksOf(picture);
    const [first, second] = [lines.at(0), lines.at(1)];
    const spans = ofClass(picture, 'isu-span');
    const perDay = (number(spans[0], 'x2') - number(spans[0], 'x1')) / (first.last - first.first);
    expect(number(spans[1], 'x1') - number(spans[0], 'x1')).toBeCloseTo(
      (second.first - first.first) * perDay,
      1,
    );
    expect(marks[0]!.mark).toMatchObject({ kind: 'person', key: String(first.person) });

    const dotsIn = (at: number) =>
      ofClass(marks[at]!, 'isu-dots').map(({ attributes }) => (attributes['d']!.match(/M/g) ?? []).length);
    // Dots nearer than half a pixel are one.
    expect(dotsIn(1).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0.8 * second.actualisations);
    expect(dotsIn(1).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(second.actualisations);
  });

  test('reads only the lines in sight, of however many', () => {
    const asked: number[] = [];
    const many: Timelines = {
      ...lines,
      count: 1_000_000,
      at: (line) => (asked.push(line), lines.at(line % lines.count)),
    };
    const { scroll, tables } = draw({ ...report, timelines: { ok: true, value: many } }, 'timelines', {
      ...LARGE,
      scrolled: 5_000_000,
    });
    expect(asked.length).toBeLessThan(150);
    expect(scroll!.height).toBeGreaterThan(10_000_000);
    expect(tables[0]!.table.rows.length).toBeLessThan(60);
    expect(tables[0]!.rows).toEqual({ from: Math.round(5_000_000 / scroll!.step), of: 1_000_000 });
  });

  test('ends with the last person', () => {
    const { scroll } = draw(report, 'timelines', LARGE);
    const { picture } = draw(report, 'timelines', { ...LARGE, scrolled: scroll!.height });
    expect(marksOf(picture).at(-1)!.mark.key).toBe(String(lines.at(lines.count - 1).person));
  });

  test('is one dot wide when all came on one day', () => {
    const row = [...sampleRegister().rows][0]!;
    const { picture } = draw(reportOfRows([row]), 'timelines', LARGE);
    expect(ofClass(marksOf(picture)[0]!, 'isu-dots')).toHaveLength(1);
  });

  test('is not there for publication', () => {
    expect(reportOfRows(sampleRegister().rows, 'sv', PUBLICATION).timelines.ok).toBe(false);
  });
});

describe('Återkomst', () => {
  const curve = {
    key: 'total',
    name: 'Totalt',
    persons: figure(4),
    // kaplanMeier({ days: [10, 40, 90, 200], returned: [1, 0, 1, 0] }), by hand: 1/4, then half of the rest.
    steps: [
      { days: 10, returned: 25, lower: 0, upper: 56.6 },
      { days: 90, returned: 62.5, lower: 0, upper: 91.6 },
    ],
    points: [90, 180, 365, 730].map((days) => ({
      days,
      returned: figure(62.5),
      lower: figure(0),
      upper: figure(91.6),
      atRisk: figure(2),
    })),
  };
  const drawn = (of: object) =>
    draw(
      { ...report, returns: { ok: true, value: { curves: [{ ...curve, ...of }], tables: [] } } },
      'returns',
      LARGE,
    ).picture;

  test('is level until the day of a return and then steps up to the share', () => {
    const picture = drawn({});
    const [zero, ...points] = pathPoints(ofClass(picture, 'isu-curve')[0]!.attributes['d']!);
    const end = points.at(-1)!;
    const day = (x: number) => (730 * (x - zero![0])) / (end[0] - zero![0]);
    const level = (y: number) => (62.5 * (zero![1] - y)) / (zero![1] - end[1]);
    expect(points.map(([x, y]) => [Math.round(day(x)), Math.round(level(y) * 10) / 10])).toEqual([
      [10, 0],
      [10, 25],
      [90, 25],
      [90, 62.5],
      [730, 62.5],
      [730, 62.5],
    ]);
    expect(ofClass(picture, 'isu-limits')).toHaveLength(1);
  });

  test('has dots and no steps where only some days are known', () => {
    const picture = drawn({ steps: [] });
    expect(ofClass(picture, 'isu-curve')).toHaveLength(0);
    expect(ofClass(picture, 'isu-point')).toHaveLength(4);
  });

  test('leaves out a point that is hidden', () => {
    const hidden = { value: null, text: '..', suppressed: true };
    const picture = drawn({
      steps: [],
      points: curve.points.map((point) => (point.days === 180 ? { ...point, returned: hidden } : point)),
    });
    expect(ofClass(picture, 'isu-point')).toHaveLength(3);
    expect(marksOf(picture)[0]!.mark.facts[1]!.text).toBe('..');
  });

  test('tells how many are still followed under each day', () => {
    const { picture } = draw(report, 'returns', LARGE);
    const total = part(report, 'returns').curves.find(({ key }) => key === 'total')!;
    const shown = ofClass(picture, 'isu-at-risk')
      .filter(({ name }) => name === 'text')
      .map(textOf);
    expect(shown.slice(0, 5)).toEqual([total.persons.text, ...total.points.map(({ atRisk }) => atRisk.text)]);
  });
});

describe('Per år', () => {
  const { picture } = draw(report, 'years', LARGE);

  test('has columns as high as the numbers of persons and of actualisations (Bilaga 4 tabell 1)', () => {
    const years = part(report, 'years').years;
    const heights = ofClass(picture, 'isu-bar').map((bar) => number(bar, 'height'));
    const values = years.flatMap(({ persons, actualisations }) => [persons.value!, actualisations.value!]);
    const scale = heights[0]! / values[0]!;
    values.forEach((value, at) => expect(heights[at]).toBeCloseTo(value * scale, 0));
    expect(ofClass(picture, 'isu-value').map(textOf)).toEqual(values.map(String));
  });

  test('has the means where the columns would reach them', () => {
    const years = part(report, 'years');
    const columns = ofClass(picture, 'isu-bar');
    const bottom = number(columns[0], 'y') + number(columns[0], 'height');
    const scale = number(columns[0], 'height') / years.years[0]!.persons.value!;
    const [persons, actualisations] = ofClass(picture, 'isu-mean-line');
    expect(bottom - number(persons, 'y1')).toBeCloseTo(years.mean!.persons.value! * scale, 0);
    expect(bottom - number(actualisations, 'y1')).toBeCloseTo(years.mean!.actualisations.value! * scale, 0);
  });
});

describe('what is hidden for publication', () => {
  const few = reportOfRows(
    [...sampleRegister().rows].filter(({ person }) => person < '1962'),
    'sv',
    PUBLICATION,
  );

  test('has .. and no bar, in a tile as on a whole screen', () => {
    const hidden = part(few, 'groups').lines.filter(({ persons }) => persons.suppressed);
    expect(hidden.length).toBeGreaterThan(0);
    for (const size of [{ width: 150, height: 100 }, LARGE.size]) {
      const { picture } = draw(few, 'groups', { size });
      for (const { key } of hidden) {
        const row = ofClass(picture, 'isu-marked').find((one) => marksOf(one)[0]!.mark.key === key)!;
        expect(ofClass(row, 'isu-persons')).toHaveLength(0);
        expect(ofClass(row, 'isu-value').map(textOf)).toContain('..');
        expect(marksOf(row)[0]!.mark.name).toContain('Personer .. (..)');
      }
    }
  });
});

function figure(value: number) {
  return { value, text: String(value), suppressed: false };
}
