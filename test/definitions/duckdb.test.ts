/**
 * The persons and every cell of every table against the same figures in SQL (lathund.sql, run by DuckDB), on made-up
 * registers of awkward shapes.
 */
import { describe, expect, it } from 'vitest';
import {
  byCore,
  bySql,
  chanceOf,
  COLUMNS,
  DEFAULT,
  registerOf,
  type ColumnName,
  type Given,
  type Result,
  type Shape,
} from './in-sql.ts';

/** What the JSON shows is its numerator over its denominator, in percent where it is one. */
function expectValues({ tables }: Result): void {
  for (const { id, rows } of tables)
    for (const { key, cells } of rows)
      for (const [column, { value, numerator, denominator }] of Object.entries(cells)) {
        if (numerator === undefined || denominator === undefined) continue;
        const isMean = [key, column].some((name) => name.startsWith('mean')) || column === 'mean';
        const expected = denominator === 0 ? null : ((isMean ? 1 : 100) * numerator) / denominator;
        expect(value, `${id} ${key} ${column}`).toBe(expected);
      }
}

async function expectSame(shape: Shape, seed: number, given: Partial<Given> = {}): Promise<void> {
  const rows = registerOf(shape, seed);
  const names = (Object.keys(COLUMNS) as ColumnName[]).filter((name) => !shape.without?.includes(name));
  const settings = { ...DEFAULT, ...given };
  const core = byCore(rows, names, settings);
  const sql = await bySql(rows, names, settings);
  expect(core.result.rows).toMatchObject({ read: rows.length, used: rows.length });
  expect(core.persons).toEqual(sql.persons);
  expect(core.cells).toEqual(sql.cells);
  expectValues(core.result);
}

describe('persons and tables are those of SQL', () => {
  it.each<[string, Shape]>([
    ['one row', { rows: 1, persons: 1 }],
    ['two rows of one person', { rows: 2, persons: 1 }],
    ['two rows of two persons', { rows: 2, persons: 2 }],
    ['one person with thirteen', { rows: 13, persons: 1 }],
    ['a thousand rows', { rows: 1000, persons: 300 }],
    ['a thousand rows, most of few persons', { rows: 1000, persons: 400, skewed: true }],
    ['20,000 rows', { rows: 20_000, persons: 6000, skewed: true }],
    ['50,000 actualisations of one person', { rows: 50_000, persons: 1 }],
    ['all on the same day', { rows: 500, persons: 100, sameDay: true }],
    ['everyone comes once', { rows: 60, persons: 100_000 }],
    ['opaque keys', { rows: 800, persons: 200, opaque: true }],
    ['opaque keys, sex and age unknown', { rows: 300, persons: 80, opaque: true, without: ['sex', 'age'] }],
    [
      'opaque keys, columns of sex and age empty',
      { rows: 300, persons: 80, opaque: true, empty: ['sex', 'age'] },
    ],
    ['dates far off, and years without any', { rows: 400, persons: 90, farDates: true }],
    ['no investigation column', { rows: 300, persons: 80, without: ['decision'] }],
    ['no investigation known', { rows: 300, persons: 80, empty: ['decision'] }],
    ['no type column, LOB among the reasons', { rows: 300, persons: 80, without: ['type'] }],
    ['neither types nor reasons', { rows: 300, persons: 80, without: ['type', 'reason'] }],
    ['no type known', { rows: 300, persons: 80, empty: ['type', 'reason'] }],
    ['no referrer known', { rows: 300, persons: 80, empty: ['referrer'] }],
    ['no referrer column', { rows: 300, persons: 80, without: ['referrer'] }],
    [
      'person and date alone',
      { rows: 300, persons: 80, without: ['type', 'reason', 'referrer', 'decision', 'sex', 'age'] },
    ],
  ])('%s', async (_, shape) => {
    await expectSame(shape, 20_170_101);
  });

  it.each([[[1]], [[1, 5]], [[1, 2, 3, 4]], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]], [[1, 1000]]])(
    'groups %j',
    async (groups) => {
      await expectSame({ rows: 700, persons: 150, skewed: true }, 31, { groups });
    },
  );

  it.each(['completed', 'boundaries', 'average'] as const)('months %s', async (months) => {
    await expectSame({ rows: 900, persons: 200 }, 47, { months });
    await expectSame({ rows: 300, persons: 60, farDates: true }, 48, { months });
  });

  it('persons as the base of the profile', async () => {
    for (const seed of [5, 6, 7])
      await expectSame({ rows: 400, persons: 90, skewed: true }, seed, { profileBase: 'persons' });
  });

  it('on registers of any shape', async () => {
    const chance = chanceOf(4711);
    const flip = () => chance() < 0.3;
    const optional = ['type', 'reason', 'referrer', 'decision', 'sex', 'age'] as const;
    for (let at = 0; at < 25; at++) {
      const limits = [1, 2, 3, 4, 7, 12, 30].filter((limit) => limit === 1 || chance() < 0.5);
      const shape: Shape = {
        rows: 1 + Math.floor(chance() * 120),
        persons: 1 + Math.floor(chance() * 40),
        opaque: flip(),
        sameDay: chance() < 0.1,
        farDates: flip(),
        skewed: flip(),
        without: optional.filter(() => chance() < 0.15),
        empty: optional.filter(() => chance() < 0.1),
      };
      const months = (['completed', 'boundaries', 'average'] as const)[at % 3]!;
      await expectSame(shape, 1000 + at, {
        groups: limits,
        months,
        profileBase: flip() ? 'persons' : 'actualisations',
      });
    }
  });
});
