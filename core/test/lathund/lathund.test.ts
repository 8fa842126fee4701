/** The lathund: per person the number of actualisations, the earliest, the latest, the months between, the group. */
import { describe, expect, it } from 'vitest';
import { frequencyGroups, groupIndex } from '../../src/lathund/groups.ts';
import { lathundOf } from '../../src/lathund/lathund.ts';
import { isoDate } from '../../src/register/day.ts';
import { registerOf, settingsOf } from '../register/reading.ts';

const ROWS = [
  ['Person', 'Datum'],
  ['B', '2019-05-31'],
  ['A', '2020-01-31'],
  ['B', '2018-12-31'],
  ['C', '2017-01-01'],
  ['A', '2020-02-29'],
  ['B', '2019-02-28'],
];

function lathund(given: object = {}, rows: readonly (readonly string[])[] = ROWS) {
  const one = lathundOf(registerOf(rows, given), settingsOf(given));
  return Array.from({ length: one.persons }, (_, p) => [
    one.key(p),
    one.actualisations[p],
    isoDate(one.first[p]!),
    isoDate(one.last[p]!),
    one.months[p],
    one.groups[one.group[p]!]!.key,
  ]);
}

describe('per person', () => {
  it('number, earliest, latest, months and group, persons in the order of their keys', () => {
    expect(lathund()).toEqual([
      ['A', 2, '2020-01-31', '2020-02-29', 0, '2'],
      ['B', 3, '2018-12-31', '2019-05-31', 5, '3-6'],
      ['C', 1, '2017-01-01', '2017-01-01', 0, '1'],
    ]);
  });

  it('months in the convention that the settings name', () => {
    expect(lathund({ months: 'boundaries' }).map((row) => row[4])).toEqual([1, 5, 0]);
    // 29 and 151 days: 0,95 and 4,96 months.
    expect(lathund({ months: 'average' }).map((row) => row[4])).toEqual([1, 5, 0]);
    expect(lathund({ months: 'completed' }).map((row) => row[4])).toEqual([0, 5, 0]);
  });

  it('only the rows that are used count', () => {
    expect(lathund({ period: { from: '2019-01-01', to: '2020-01-31' } })).toEqual([
      ['A', 1, '2020-01-31', '2020-01-31', 0, '1'],
      ['B', 2, '2019-02-28', '2019-05-31', 3, '2'],
    ]);
  });

  it('a person with all actualisations on one day has zero months in every convention', () => {
    const rows = [['Person', 'Datum'], ...Array.from({ length: 13 }, () => ['A', '2020-02-29'])];
    for (const months of ['completed', 'boundaries', 'average'])
      expect(lathund({ months }, rows)).toEqual([['A', 13, '2020-02-29', '2020-02-29', 0, '12+']]);
  });

  it('of no rows there is none', () => {
    expect(lathund({}, [['Person', 'Datum']])).toEqual([]);
  });
});

describe('frequency groups', () => {
  it('are 1, 2, 3–6, 7–11 and 12 or more by default', () => {
    const groups = frequencyGroups(settingsOf().groups);
    expect(groups.map(({ key }) => key)).toEqual(['1', '2', '3-6', '7-11', '12+']);
    const keyOf = (count: number) => groups[groupIndex(count, settingsOf().groups)]!.key;
    expect([1, 2, 3, 6, 7, 11, 12, 13, 50_000].map(keyOf)).toEqual([
      '1',
      '2',
      '3-6',
      '3-6',
      '7-11',
      '7-11',
      '12+',
      '12+',
      '12+',
    ]);
  });

  it.each([
    [[1], ['1+']],
    [
      [1, 5],
      ['1-4', '5+'],
    ],
    [
      [1, 2, 3, 4],
      ['1', '2', '3', '4+'],
    ],
    [
      [1, 12],
      ['1-11', '12+'],
    ],
  ])('of the lower limits %j are %j', (limits, keys) => {
    expect(frequencyGroups(limits).map(({ key }) => key)).toEqual(keys);
  });

  it('each count belongs to the one group whose limits hold it', () => {
    for (const limits of [[1], [1, 5], [1, 2, 3, 7, 12], [1, 2, 3, 4], [1, 100]]) {
      const groups = frequencyGroups(limits);
      for (let count = 1; count <= 120; count++) {
        const holding = groups.filter(({ lowest, highest }) => lowest <= count && count <= highest);
        expect(holding).toEqual([groups[groupIndex(count, limits)]]);
      }
    }
  });
});
