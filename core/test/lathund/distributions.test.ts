/** How counts, months and ages are spread, and how the years develop; worked out by hand, standard deviations by R’s sd. */
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../src/statistics/summary-of.ts';
import { analysisOf, type Rows } from '../tables/tables-of.ts';

const FOUR: Rows = [
  ['Person', 'Datum', 'Ålder'],
  ['A', '2020-01-31', null],
  ['A', '2020-01-31', 31],
  ['B', '2020-05-05', 50],
  ['C', '2021-01-01', null],
  ['A', '2020-06-30', 32],
  ['B', '2018-05-05', 48],
  ['D', '2019-01-01', 20],
];

function summary(of: [n: number, mean: number, sd: number, ...five: number[]]): Summary {
  const [n, mean, sd, min, lowerQuartile, median, upperQuartile, max] = of as number[];
  const near = (value: number) => expect.closeTo(value, 9) as unknown as number;
  return {
    n: n!,
    mean: near(mean!),
    standardDeviation: near(sd!),
    min: min!,
    lowerQuartile: near(lowerQuartile!),
    median: median!,
    upperQuartile: near(upperQuartile!),
    max: max!,
  };
}

describe('the spread', () => {
  it('of actualisations and months per person, and of ages, with those not known apart', () => {
    expect(analysisOf(FOUR).distributions).toEqual([
      {
        key: 'actualisations-per-person',
        of: 'persons',
        missing: 0,
        summary: summary([4, 1.75, 0.957427107756338, 1, 1, 1.5, 2.25, 3]),
      },
      {
        key: 'months-per-person',
        of: 'persons',
        missing: 0,
        summary: summary([4, 7, 11.489125293076057, 0, 0, 2, 9, 24]),
      },
      {
        key: 'age-at-actualisation',
        of: 'actualisations',
        missing: 2,
        summary: summary([5, 36.2, 12.617448236470002, 20, 31, 32, 48, 50]),
      },
      {
        key: 'age-at-first-actualisation',
        of: 'persons',
        missing: 1,
        summary: summary([3, 33, 14.106735979665885, 20, 25.5, 31, 39.5, 48]),
      },
    ]);
  });

  it('of ages at the first actualisation rests on that day alone, and on the first row of it with an age', () => {
    const rows = [
      ['Person', 'Datum', 'Ålder'],
      ['A', '2020-01-31', 31],
      ['A', '2020-01-31', 30],
      ['C', '2021-01-01', null],
      ['C', '2022-01-01', 44],
    ];
    expect(analysisOf(rows).distributions[3]).toMatchObject({ missing: 1, summary: { n: 1, mean: 31 } });
  });

  it('of ages that nobody knows is nothing', () => {
    const rows = FOUR.map((row) => row.slice(0, 2));
    const [, , ages, first] = analysisOf(rows).distributions;
    expect([ages, first]).toMatchObject([
      { missing: 7, summary: null },
      { missing: 4, summary: null },
    ]);
  });
});

describe('the trend', () => {
  /** So many actualisations each year from 2016, of so many persons. */
  function years(counts: readonly (readonly [actualisations: number, persons: number])[]): Rows {
    const rows = counts.flatMap(([actualisations, persons], at) =>
      Array.from({ length: actualisations }, (_, n) => [
        `P${String(n % persons)}`,
        `${String(2016 + at)}-06-15`,
      ]),
    );
    return [['Person', 'Datum'], ...rows];
  }
  // The three middle years are 10, 14 and 15 less 8: R’s lm gives the slope 2,5 and r² 25/28.
  const FIVE = years([
    [9, 9],
    [2, 1],
    [6, 2],
    [7, 3],
    [1, 1],
  ]);
  const trendOf = (rows: Rows, from: string, to: string) => analysisOf(rows, { period: { from, to } }).trend;

  it('is the line through the whole years of the period', () => {
    expect(trendOf(FIVE, '2016-02-01', '2020-11-30')).toEqual({
      years: [2017, 2018, 2019],
      actualisations: {
        slope: expect.closeTo(2.5, 9) as unknown,
        intercept: expect.closeTo(-5040, 6) as unknown,
        rSquared: expect.closeTo(25 / 28, 9) as unknown,
      },
      persons: {
        slope: expect.closeTo(1, 9) as unknown,
        intercept: expect.closeTo(-2016, 6) as unknown,
        rSquared: expect.closeTo(1, 9) as unknown,
      },
    });
  });

  it('counts a year as whole from its first day to its last', () => {
    expect(trendOf(FIVE, '2017-01-01', '2019-12-31')?.years).toEqual([2017, 2018, 2019]);
    expect(trendOf(FIVE, '2017-01-02', '2020-12-31')?.years).toEqual([2018, 2019, 2020]);
    expect(trendOf(FIVE, '2016-01-01', '2019-12-30')?.years).toEqual([2016, 2017, 2018]);
  });

  it('is none of fewer than three such years', () => {
    expect(trendOf(FIVE, '2017-01-02', '2019-12-31')).toBeNull();
    expect(trendOf(FIVE, '2017-01-01', '2019-12-30')).toBeNull();
    expect(analysisOf([['Person', 'Datum']]).trend).toBeNull();
  });

  it('has neither the first nor the last year of the rows where the period does not say that they are whole', () => {
    const yearsOf = (period: object | null) => analysisOf(FIVE, { period }).trend?.years;
    expect(yearsOf(null)).toEqual([2017, 2018, 2019]);
    expect(yearsOf({ from: '2016-01-01' })).toEqual([2016, 2017, 2018, 2019]);
    expect(yearsOf({ to: '2020-12-31' })).toEqual([2017, 2018, 2019, 2020]);
  });

  it('takes a year without actualisations as zero', () => {
    const gap = [...years([[3, 3]]), ['P1', '2018-01-01']];
    expect(trendOf(gap, '2016-01-01', '2018-12-31')).toMatchObject({
      years: [2016, 2017, 2018],
      actualisations: { slope: expect.closeTo(-1, 9) as unknown },
    });
  });

  it('is not tilted by a date gone wrong', () => {
    const wrong = [...FIVE, ['P1', '1916-06-15'], ['P2', '2108-06-15']];
    expect(analysisOf(wrong).trend).toEqual(analysisOf(FIVE).trend);
  });

  it('leaves out a year that is not over on the day of the analysis, also where the period goes on', () => {
    const upTo = (asOf: string) =>
      analysisOf(FIVE, { period: { from: '2016-01-01', to: '2020-12-31' }, asOf });
    expect(upTo('2020-12-30').trend?.years).toEqual([2016, 2017, 2018, 2019]);
    expect(upTo('2020-12-31').trend?.years).toEqual([2016, 2017, 2018, 2019, 2020]);
    expect(analysisOf(FIVE, { asOf: '2020-08-01' }).trend?.years).toEqual([2017, 2018, 2019]);
  });
});
