/** The return of each frequency group, and of each value at the first actualisation (definitions.md, "Return"). */
import { describe, expect, it } from 'vitest';
import type { ReturnBy } from '../../src/settings.ts';
import { analysisOf, type Rows } from '../tables/tables-of.ts';

// A comes back after 60 days and D on the same day; B, C and E do not.
const ROWS: Rows = [
  ['Person', 'Datum', 'Typ', 'Anmälare', 'Orsak', 'Organisation', 'Beslut', 'Kön'],
  ['A', '2020-03-01', 'Anmälan', 'Polisen', 'Spelberoende', 'Vuxen', 'Ja', 'Man'],
  ['A', '2020-01-01', 'Ansökan', 'Skolan', 'Missbruk', 'Mottagning', 'Nej', 'Kvinna'],
  ['B', '2020-01-01', 'Anmälan', 'Polisen', 'Missbruk', 'Vuxen', 'Ja', 'Man'],
  ['C', '2020-01-01', 'LOB', 'Polisen', 'Spelberoende', 'Vuxen', null, null],
  // Two on the first day: the first row of the source speaks.
  ['D', '2020-01-01', 'Begäran', null, null, null, 'Ja', 'Man'],
  ['D', '2020-01-01', 'Ansökan', 'Skolan', 'Missbruk', 'Vuxen', 'Nej', 'Kvinna'],
  ['E', '2020-01-01', null, 'Skolan', 'Missbruk', 'Vuxen', 'Nej', 'Kvinna'],
];

/** Persons, and the share returned within 90 days, by key. */
function by(returnBy: ReturnBy) {
  const { returnedBy } = analysisOf(ROWS, { returnBy, groups: [1, 2, 3], period: { to: '2024-12-31' } });
  return returnedBy.map(({ key, persons, points }) => [key, persons, points[0]!.returned]);
}

describe('the return', () => {
  it('of each frequency group that has persons', () => {
    expect(by('group')).toEqual([
      ['1', 3, 0],
      ['2', 2, 1],
    ]);
  });

  it.each<[ReturnBy, ReturnType<typeof by>]>([
    [
      'type',
      [
        ['', 1, 0],
        ['application', 1, 1],
        ['report', 1, 0],
        ['lob', 1, 0],
        ['other', 1, 1],
      ],
    ],
    [
      'sex',
      [
        ['', 1, 0],
        ['man', 2, 0.5],
        ['woman', 2, 0.5],
      ],
    ],
    [
      'investigation',
      [
        ['', 1, 0],
        ['yes', 2, 0.5],
        ['no', 2, 0.5],
      ],
    ],
    [
      'referrer',
      [
        ['', 1, 1],
        ['Polisen', 2, 0],
        ['Skolan', 2, 0.5],
      ],
    ],
    [
      'organisation',
      [
        ['', 1, 1],
        ['Mottagning', 1, 1],
        ['Vuxen', 3, 0],
      ],
    ],
  ])('by the %s at the first actualisation', (role, known) => {
    expect(new Set(by(role))).toEqual(new Set(known));
  });

  it('by a column that the register lacks is nothing', () => {
    const rows = ROWS.map((row) => row.slice(0, 2));
    for (const returnBy of ['type', 'referrer', 'reason', 'organisation', 'investigation'] as const)
      expect(analysisOf(rows, { returnBy }).returnedBy).toEqual([]);
  });

  it('is whole: steps and points as of all', () => {
    const [, twice] = analysisOf(ROWS, { returnBy: 'group', groups: [1, 2] }).returnedBy;
    expect(twice!.steps.map(({ days, events }) => [days, events])).toEqual([
      [0, 1],
      [60, 1],
    ]);
    expect(twice!.points.map(({ days }) => days)).toEqual([90, 180, 365, 730]);
  });
});
