/** What of a register of forty persons may be shown, by hand: twenty come once, twelve twice and eight three times. */
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analyse.ts';
import { isSuppressed, shownOf, SUPPRESSED, type Shown } from '../../src/protection/shown.ts';
import type { ShareReturned } from '../../src/statistics/kaplan-meier.ts';
import type { TableId } from '../../src/tables/table.ts';
import { analysisOf, type Rows } from '../tables/tables-of.ts';

const TIMES = [...Array<number>(20).fill(1), ...Array<number>(12).fill(2), ...Array<number>(8).fill(3)];

/** Thirty-five, of whom three come eight times: known are then the twenty who come once, and no more of the others. */
const FEW_OFTEN = [...TIMES.slice(0, 32), 8, 8, 8];

/** Each person's actualisations in January of 2018 and on; women are those who come once, 30 years old, men are 41. */
function rowsOf(times: readonly number[], also: boolean): Rows {
  const rows = times.flatMap((n, person) =>
    Array.from({ length: n }, (_, i) => {
      const own = [`P${String(person).padStart(2, '0')}`, `${String(2018 + i)}-01-15`];
      return also ? [...own, ...(n === 1 ? ['Kvinna', 30] : ['Man', 41])] : own;
    }),
  );
  return [['Person', 'Datum', ...(also ? ['Kön', 'Ålder'] : [])], ...rows];
}

const publication = (more: object = {}) => ({ protection: { mode: 'publication', threshold: 5, ...more } });
const FORTY = rowsOf(TIMES, false);
const forty = (more: object = {}) => analysisOf(FORTY, { groups: [1, 2, 3], ...more });

function cellOf(shown: Shown, id: TableId, key: string, column: string) {
  return shown.tables.find((table) => table.id === id)!.rows.find((row) => row.key === key)!.cells[column]!;
}

it('in one’s own house everything is shown as it is', () => {
  const analysis = forty({ selection: { atLeast: 3 } });
  expect(shownOf(analysis)).toEqual({
    persons: true,
    tables: analysis.tables,
    selected: 8,
    returned: analysis.returned,
    returnSteps: analysis.returnSteps,
    gini: analysis.concentration.gini,
    top: analysis.concentration.top,
    lorenz: analysis.concentration.lorenz,
    audit: null,
  });
  expect(shownOf(forty()).selected).toBeNull();
});

describe('shown to others', () => {
  it('is every table where all figures rest on enough persons, and nothing of a single person', () => {
    const analysis = forty(publication());
    const shown = shownOf(analysis);
    expect(shown).toMatchObject({ persons: false, returnSteps: [], selected: null });
    expect(shown.tables.map(({ id, columns }) => [id, columns])).toEqual(
      analysis.tables.map(({ id, columns }) => [id, columns]),
    );
    expect(cellOf(shown, 'persons-by-group', '3+', 'persons')).toMatchObject({ value: 8 });
    expect(shown.audit).toMatchObject({ determined: 0, boundedBelowThreshold: 0 });
  });

  it('is the Gini coefficient to two digits, and the Lorenz curve at the limits of the groups', () => {
    // 1 − (20/40 · 20/68 + 12/40 · 64/68 + 8/40 · 112/68) = 0,2412.
    const shown = shownOf(forty(publication()));
    expect(shown.gini).toBe(0.24);
    expect(shown.lorenz).toEqual([
      [0, 0],
      [20 / 40, 20 / 68],
      [32 / 40, 44 / 68],
      [1, 1],
    ]);
  });

  it('is the share of the most frequent twenty percent, who are the last group, and of no fewer', () => {
    expect(shownOf(forty(publication())).top).toEqual([
      { ...SUPPRESSED, share: 0.01 },
      { ...SUPPRESSED, share: 0.05 },
      { ...SUPPRESSED, share: 0.1 },
      { share: 0.2, persons: 8, ofActualisations: 24 / 68 },
    ]);
  });

  it('is neither curve nor share where a group is small', () => {
    const shown = shownOf(
      analysisOf(rowsOf(TIMES.slice(0, -4), false), { groups: [1, 2, 3], ...publication() }),
    );
    expect(cellOf(shown, 'persons-by-group', '3+', 'persons')).toEqual({ suppressed: true });
    expect(shown.lorenz).toEqual([]);
    expect(shown.top.every(isSuppressed)).toBe(true);
  });

  it('is no percent either where the count it is worked out from is hidden', () => {
    // 20, 12 and 3 persons: the three are hidden, and the twelve so that nobody can take them from the 35.
    const shown = shownOf(analysisOf(rowsOf(FEW_OFTEN, false), { groups: [1, 2, 3], ...publication() }));
    for (const group of ['2', '3+'])
      for (const column of ['persons', 'percent'])
        expect(cellOf(shown, 'persons-by-group', group, column)).toEqual({ suppressed: true });
    expect(cellOf(shown, 'persons-by-group', '1', 'percent')).toMatchObject({
      numerator: 20,
      denominator: 35,
    });
  });

  it('is a Lorenz curve without the groups that nobody is in', () => {
    const shown = shownOf(analysisOf(FORTY, { groups: [1, 2, 3, 7, 12], ...publication() }));
    expect(shown.lorenz).toEqual(shownOf(forty(publication())).lorenz);
  });

  it('is no Gini coefficient of fewer persons than the threshold', () => {
    const gini = (persons: number) =>
      shownOf(analysisOf(rowsOf(TIMES.slice(0, persons), false), publication())).gini;
    expect(gini(4)).toBeNull();
    expect(gini(5)).toBe(0);
  });

  it('is nothing of no one', () => {
    const shown = shownOf(analysisOf([['Person', 'Datum']], publication()));
    expect(shown).toMatchObject({ gini: null, lorenz: [], selected: null });
  });

  it('is how many were selected, but not where they are few', () => {
    const selected = (selection: object) => shownOf(forty({ ...publication(), selection })).selected;
    expect(selected({ atLeast: 3 })).toBe(8);
    expect(selected({ atLeast: 4 })).toBe(0);
    expect(selected({ sample: { size: 4, seed: 1 } })).toEqual({ suppressed: true });
  });

  it('is how many were selected of a group that is shown, but not where the others of it are few', () => {
    const selected = (twice: number) => {
      const times = [
        ...Array<number>(20).fill(1),
        ...Array<number>(twice).fill(2),
        ...Array<number>(17).fill(3),
      ];
      const given = { groups: [1, 2], selection: { atLeast: 3 }, ...publication() };
      return shownOf(analysisOf(rowsOf(times, false), given)).selected;
    };
    expect(selected(12)).toBe(17);
    expect(selected(3)).toEqual({ suppressed: true });
  });

  it('is not how many were selected where few were not', () => {
    const selected = (others: number) => {
      const rows = Array.from({ length: 37 + others }, (_, n) => [
        `P${String(n)}`,
        n < 37 ? '2018-01-15' : '2019-01-15',
      ]);
      const given = { groups: [1, 2], selection: { activeYears: [2018] }, ...publication() };
      return shownOf(analysisOf([['Person', 'Datum'], ...rows], given)).selected;
    };
    expect(selected(6)).toBe(37);
    expect(selected(3)).toEqual({ suppressed: true });
  });

  it('is how many were selected of groups that are hidden, where those shown tell it anyway', () => {
    // 20, 12 and 3 persons of 35, with the twenty shown.
    const given = { groups: [1, 2, 3], selection: { atLeast: 2 }, ...publication() };
    expect(shownOf(analysisOf(rowsOf(FEW_OFTEN, false), given)).selected).toBe(15);
    // Where a hidden group is cut, nothing is told.
    const cut = { groups: [1, 2, 4], selection: { atLeast: 3 }, ...publication() };
    const times = [...TIMES, 4, 4, 4];
    expect(shownOf(analysisOf(rowsOf(times, false), cut)).selected).toEqual({ suppressed: true });
  });

  it('is referrers of few persons as one, whose names could tell who they are', () => {
    const referrers = [...Array<string>(20).fill('Polisen'), ...Array<string>(12).fill('Anhörig'), 'Granne', 'Präst', 'Präst']; // prettier-ignore
    const rows: Rows = [
      ['Person', 'Datum', 'Typ', 'Anmälare'],
      ...referrers.map((referrer, n) => [`P${String(n)}`, '2018-01-15', 'Anmälan', referrer]),
    ];
    const named = (of: Shown) =>
      of.tables
        .find(({ id }) => id === 'group-profile')!
        .rows.map(({ key }) => key)
        .filter((key) => key.startsWith('referrer'));
    const analysis = analysisOf(rows, publication());
    expect(named(shownOf(analysis))).toEqual(['referrer:Polisen', 'referrer:Anhörig', 'referrer-other']);
    // As where they were counted by a database, which tells them apart itself.
    const { counts } = analysisOf(rows.map((row) => row.map((cell) => (/Granne|Präst/.test(String(cell)) ? 'Övriga' : cell)))); // prettier-ignore
    expect(named(shownOf({ ...analysis, publicCounts: counts }))).toEqual([
      'referrer:Polisen',
      'referrer:Anhörig',
      'referrer:Övriga',
    ]);
    expect(named(shownOf(analysisOf(rows)))).toContain('referrer:Granne');
  });

  it('cannot hide the rows of a year that are all warned of one by one, and says so', () => {
    const determined = (year: number) => {
      const rows: Rows = [...FORTY, ['P00', `${String(year)}-03-01`], ['P01', `${String(year)}-03-01`]];
      return shownOf(analysisOf(rows, { groups: [1, 2, 3], ...publication() })).audit!.determined;
    };
    for (const year of [1985, 1989, 2027, 2031]) expect(determined(year), String(year)).toBeGreaterThan(0);
    for (const year of [1990, 1991, 2025, 2026]) expect(determined(year), String(year)).toBe(0);
  });
});

describe('the curve of those who return', () => {
  const point = (days: number, persons: number, atRisk: number): ShareReturned => ({
    days,
    returned: persons / 40,
    lower: persons / 80,
    upper: persons / 40 + 0.017,
    atRisk,
  });
  const shownReturn = (points: readonly ShareReturned[], analysis: Analysis = forty(publication())) =>
    shownOf({ ...analysis, returned: points }).returned;

  it('is shown to whole percent where those since the last point shown, those at risk and those left are enough', () => {
    expect(
      shownReturn([
        point(30, 4, 33),
        point(60, 5, 33),
        point(90, 9, 28),
        point(180, 10, 22),
        point(365, 15, 5),
      ]),
    ).toEqual([
      { suppressed: true, days: 30 },
      { days: 60, atRisk: 33, returned: 0.13, lower: 0.06, upper: 0.14 },
      { suppressed: true, days: 90 },
      { days: 180, atRisk: 22, returned: 0.25, lower: 0.13, upper: 0.27 },
      { days: 365, atRisk: 5, returned: 0.38, lower: 0.19, upper: 0.39 },
    ]);
  });

  it('is not shown where few are at risk or few have not returned; nobody is not few', () => {
    expect(shownReturn([point(30, 10, 4)])).toEqual([{ suppressed: true, days: 30 }]);
    expect(shownReturn([point(30, 36, 20)])).toEqual([{ suppressed: true, days: 30 }]);
    expect(shownReturn([point(30, 40, 0)])).toMatchObject([{ days: 30, atRisk: 0, returned: 1 }]);
    expect(shownReturn([point(30, 0, 40)])).toMatchObject([{ days: 30, atRisk: 40, returned: 0 }]);
  });

  it('is not shown where few have left since, few returned later or few never did', () => {
    // 20 of the forty never came back.
    expect(shownReturn([point(30, 10, 37)])).toEqual([{ suppressed: true, days: 30 }]);
    expect(shownReturn([point(30, 17, 10)])).toEqual([{ suppressed: true, days: 30 }]);
    expect(shownReturn([point(30, 20, 10)])).toMatchObject([{ days: 30, returned: 0.5 }]);
    const three = [...Array<number>(3).fill(1), ...Array<number>(20).fill(2), ...Array<number>(17).fill(3)];
    const analysis = analysisOf(rowsOf(three, false), { groups: [1, 3], ...publication() });
    expect(shownOf(analysis).lorenz).toHaveLength(3);
    expect(shownReturn([point(30, 10, 20)], analysis)).toEqual([{ suppressed: true, days: 30 }]);
  });

  it('is shown beside hidden groups only where those who came once are shown: the others came back', () => {
    const shownFor = (times: readonly number[], groups: readonly number[]) => {
      const analysis = analysisOf(rowsOf(times, false), { groups, ...publication() });
      expect(shownOf(analysis).lorenz).toEqual([]);
      return shownReturn([{ ...point(30, 10, 20), returned: 10 / times.length }], analysis);
    };
    const hidden = [{ suppressed: true, days: 30 }];
    const of = (once: number, twice: number, often: number) => [
      ...Array<number>(once).fill(1),
      ...Array<number>(twice).fill(2),
      ...Array<number>(often).fill(8),
    ];
    expect(shownFor(of(20, 17, 3), [1, 2, 3])).toMatchObject([{ days: 30, atRisk: 20, returned: 0.25 }]);
    expect(shownFor(of(3, 17, 20), [1, 2, 3])).toEqual(hidden);
    expect(shownFor(of(20, 17, 3), [1, 3])).toEqual(hidden);
  });

  it('is not shown where there is no share or no interval, nor of too few persons', () => {
    const whole = point(30, 10, 20);
    for (const lacking of ['returned', 'lower', 'upper'])
      expect(shownReturn([{ ...whole, [lacking]: null }])).toEqual([{ suppressed: true, days: 30 }]);
    const four = analysisOf(rowsOf([1, 1, 1, 1], false), publication());
    expect(shownReturn([{ ...whole, returned: 0, atRisk: 0 }], four)).toEqual([
      { suppressed: true, days: 30 },
    ]);
  });
});

describe('with rounded counts', () => {
  const given = (base: number) => ({ groups: [1, 2, 3], ...publication({ rounding: base }) });
  const shown = (base: number, times = TIMES) => shownOf(analysisOf(rowsOf(times, true), given(base)));

  it('each count is rounded by itself, and percent are of the rounded counts, without an interval', () => {
    expect(cellOf(shown(5), 'persons-by-group', '2', 'persons')).toMatchObject({ value: 10 });
    expect(cellOf(shown(3), 'persons-by-group', '2', 'persons')).toMatchObject({ value: 12 });
    const percent = cellOf(shown(5), 'persons-by-group', '3+', 'percent');
    expect(percent).toMatchObject({
      value: 25,
      numerator: 10,
      denominator: 40,
      of: 'persons',
      kind: 'percent',
    });
    expect(percent).not.toHaveProperty('lower');
    expect(percent).not.toHaveProperty('upper');
  });

  it('actualisations of a group are not told where its persons may be few, who could be worked out from them', () => {
    const of = (often: number, base = 5) => {
      const found = shown(base, [...TIMES.slice(0, 32), ...Array<number>(often).fill(8)]);
      return ['persons', 'actualisations', 'percent'].map((column) => {
        const cell = cellOf(found, 'actualisations-by-group', '3+', column);
        return isSuppressed(cell) ? 'hidden' : cell.value;
      });
    };
    // 24 actualisations of those who come three times or more are of eight at most; a shown 5 is 3 to 7.
    expect(of(3)).toEqual([5, 'hidden', 'hidden']);
    expect(of(7)).toEqual([5, 'hidden', 'hidden']);
    // 44 + 64 is 108: 65 of 110. A shown 10 is 8 at least.
    expect(of(8)).toEqual([10, 65, (100 * 65) / 110]);
    expect(of(4, 3)).toEqual([3, 'hidden', 'hidden']);
    // 44 + 40: 39 of 84. A shown 6 is 5 at least.
    expect(of(5, 3)).toEqual([6, 39, (100 * 39) / 84]);
  });

  it('actualisations of the other groups, and of all, are told', () => {
    // 20 + 24 + 24, the last of few persons.
    const found = shown(5, [...TIMES.slice(0, 32), 8, 8, 8]);
    const value = (group: string) => cellOf(found, 'actualisations-by-group', group, 'actualisations');
    expect(['1', '2', 'total'].map(value)).toMatchObject([{ value: 20 }, { value: 25 }, { value: 70 }]);
  });

  it('how many were selected and how many are at risk are rounded too, and few are not told', () => {
    const selected = (selection: object) => shownOf(analysisOf(rowsOf(TIMES, true), { ...given(5), selection })).selected; // prettier-ignore
    expect(selected({ atLeast: 3 })).toBe(10);
    expect(selected({ sample: { size: 4, seed: 1 } })).toEqual({ suppressed: true });
    const point = { days: 30, returned: 0.25, lower: 0.1, upper: 0.4 };
    const points = [
      { ...point, atRisk: 23 },
      { ...point, days: 60, atRisk: 4 },
    ];
    expect(shownOf({ ...analysisOf(rowsOf(TIMES, true), given(5)), returned: points }).returned).toEqual([
      { ...point, atRisk: 25 },
      { suppressed: true, days: 60 },
    ]);
  });

  it('actualisations of one or two persons are none, as the persons are', () => {
    const found = shown(5, [...TIMES.slice(0, 32), 8, 8]);
    expect(cellOf(found, 'actualisations-by-group', '3+', 'persons')).toMatchObject({ value: 0 });
    expect(cellOf(found, 'actualisations-by-group', '3+', 'actualisations')).toMatchObject({ value: 0 });
    // In all they count: 20 + 24 + 16.
    expect(cellOf(found, 'actualisations-by-group', 'total', 'actualisations')).toMatchObject({ value: 60 });
  });

  it('the number of years is as it is, and means are of rounded counts', () => {
    expect(cellOf(shown(5), 'per-year', 'mean', 'actualisations')).toMatchObject({
      value: 70 / 3,
      numerator: 70,
      denominator: 3,
      kind: 'mean',
    });
  });

  it('a mean age is to the year, without its sum; of too few persons there is none', () => {
    // 20 · 30 and 48 · 41 years over 68.
    const mean = cellOf(shown(5), 'sex-and-age', 'total', 'mean-age');
    expect(mean).toMatchObject({ value: 38, of: 'actualisations', kind: 'mean' });
    expect(mean).not.toHaveProperty('numerator');
    // Four women and eight men: 10 is 8 at least.
    const four = shown(5, [1, 1, 1, 1, ...Array<number>(8).fill(2)]);
    expect(cellOf(four, 'sex-and-age', 'women', 'mean-age')).toEqual({ suppressed: true });
    expect(cellOf(four, 'sex-and-age', 'men', 'mean-age')).toMatchObject({ value: 41 });
    // Seven men are 5, which may be 3.
    const seven = shown(5, [1, 1, 1, 1, ...Array<number>(7).fill(2)]);
    expect(cellOf(seven, 'sex-and-age', 'men', 'mean-age')).toEqual({ suppressed: true });
    const women = shown(5, Array<number>(9).fill(1));
    expect(cellOf(women, 'group-profile', 'mean-age', '1')).toMatchObject({ value: 30 });
  });

  it('where the whole is rounded to nothing there is no share of it', () => {
    const two = shown(5, [1, 1]);
    expect(cellOf(two, 'persons-by-group', '1', 'percent')).toMatchObject({ value: null, denominator: 0 });
  });

  it('concentration is not shown, and no audit, since nothing is hidden', () => {
    expect(shown(5)).toMatchObject({ persons: false, lorenz: [], audit: null, gini: 0.24 });
    expect(shown(5, [1, 1, 1, 1]).gini).toBeNull();
    expect(shown(5).top).toEqual([0.01, 0.05, 0.1, 0.2].map((share) => ({ suppressed: true, share })));
  });
});
