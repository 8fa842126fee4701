/** A register without one of its columns: the tables that need it say so, and the rest is as before. */
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/register/roles.ts';
import { analysisOf, cellsOf, GROUPS, SEVEN, tableOf, without } from './tables-of.ts';

const WITH_NUMBER = SEVEN.map((row, i) => [
  ...row,
  i === 0 ? 'Aktualiseringsnummer' : i,
  i === 0 ? 'Organisation' : 'Vuxen',
]);
const LACKS = (rows: typeof SEVEN) =>
  Object.fromEntries(analysisOf(rows).tables.map(({ id, lacks }) => [id, lacks]));
const NOTHING_LACKING = {
  'persons-by-group': [],
  'actualisations-by-group': [],
  'group-profile': [],
  'per-year': [],
  'sex-and-age': [],
  summary: [],
};

/** Rows of the tables that need the column, which are left out without it. */
const NEEDED_BY: Record<string, { lacks: object; rows: readonly RegExp[] }> = {
  Aktualiseringsnummer: { lacks: {}, rows: [] },
  Organisation: { lacks: {}, rows: [] },
  Orsak: { lacks: {}, rows: [] },
  Typ: {
    lacks: { 'group-profile': ['type'], 'sex-and-age': ['type'], summary: ['type'] },
    rows: [/^percent-applications$/, /^applications$/, /^reports$/, /^referrer/, /^type-unknown$/],
  },
  Anmälare: {
    lacks: { 'group-profile': ['referrer'], summary: ['referrer'] },
    rows: [/^referrer/],
  },
  Beslut: {
    lacks: { 'group-profile': ['investigation'], summary: ['investigation'] },
    rows: [/investigation/],
  },
  Kön: { lacks: { 'group-profile': ['sex'], 'sex-and-age': ['sex'], summary: ['sex'] }, rows: [] },
  Ålder: {
    lacks: { 'group-profile': ['age'], 'sex-and-age': ['age'], summary: ['age'] },
    rows: [/^mean-age-(lowest|highest)-year$/],
  },
};

/** Rows whose figures rest on the column, beside those that are left out. */
const CHANGED_BY: Record<string, RegExp> = {
  Orsak: /lob|reports|referrer/, // one LOB stands among the reasons
  Typ: /lob/, // LOB is then known from the reasons alone
  Kön: /women|men|sex/,
  Ålder: /age|men|women|applications|reports|total|sex-unknown/,
};

it('with all columns nothing lacks', () => {
  expect(LACKS(WITH_NUMBER)).toEqual(NOTHING_LACKING);
});

describe.each(Object.keys(NEEDED_BY))('without %s', (header) => {
  const rows = without(WITH_NUMBER, header);
  const { lacks, rows: leftOut } = NEEDED_BY[header]!;

  it('the column is not there, and every row is used', () => {
    const { register } = analysisOf(rows);
    expect(ROLES.filter((role) => register.mapping.columns[role]?.header === header)).toEqual([]);
    expect(register.account.used).toBe(7);
  });

  it('the tables that need it say so', () => {
    expect(LACKS(rows)).toEqual({ ...NOTHING_LACKING, ...lacks });
  });

  it('their rows are left out, and the other figures are as before', () => {
    for (const { id } of analysisOf(WITH_NUMBER).tables) {
      const before = cellsOf(WITH_NUMBER, id, GROUPS);
      const after = cellsOf(rows, id, GROUPS);
      for (const [key, cells] of Object.entries(before)) {
        if (leftOut.some((pattern) => pattern.test(key))) expect(after[key], `${id} ${key}`).toBeUndefined();
        else if (!CHANGED_BY[header]?.test(key)) expect(after[key], `${id} ${key}`).toEqual(cells);
      }
    }
  });
});

describe('without a type column', () => {
  it('LOB is told by the reasons, of the rows with a reason', () => {
    expect(cellsOf(without(SEVEN, 'Typ'), 'group-profile', GROUPS)['percent-lob']).toEqual({
      1: '0/1',
      2: '0/2',
      '3+': '1/3',
      total: '1/6',
    });
  });

  it('and without LOB among the reasons there is none to tell', () => {
    expect(cellsOf(without(SEVEN, 'Typ', 'Orsak'), 'group-profile')['percent-lob']).toBeUndefined();
    expect(cellsOf(without(SEVEN, 'Typ', 'Orsak'), 'summary')['lob']).toBeUndefined();
  });
});

it('without sex or age the row stands without a value', () => {
  expect(cellsOf(without(SEVEN, 'Kön'), 'group-profile', GROUPS)['percent-women']!['total']).toBe('0/0');
  expect(cellsOf(without(SEVEN, 'Ålder'), 'group-profile', GROUPS)['mean-age']!['total']).toBe('0/0');
});

it('person and date alone give the lathund and all that rests on them', () => {
  const rows = without(SEVEN, 'Typ', 'Anmälare', 'Orsak', 'Beslut', 'Kön', 'Ålder');
  expect(tableOf(rows, 'group-profile').lacks).toEqual(['type', 'investigation', 'sex', 'age']);
  expect(cellsOf(rows, 'persons-by-group', GROUPS)).toEqual(cellsOf(SEVEN, 'persons-by-group', GROUPS));
  expect(cellsOf(rows, 'per-year')).toEqual(cellsOf(SEVEN, 'per-year'));
  expect(cellsOf(rows, 'summary')).toMatchObject({ actualisations: { number: 7 }, persons: { number: 3 } });
});
