/** The product's own results, which an analyst may hold against themselves like any table. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse.ts';
import { resultJson } from '../../src/document/json.ts';
import { sheetOf, type Cell } from '../../src/register/sheet.ts';
import { readSettings } from '../../src/settings.ts';
import { at, found, set } from './published.ts';

/** Thirty persons, made up by running numbers: person p has 1 + p mod 14 actualisations, by turns of each kind. */
function register(): readonly (readonly Cell[])[] {
  const rows = Array.from({ length: 30 }, (_, p) =>
    Array.from({ length: 1 + (p % 14) }, (_, a) => [
      `P${String(p)}`,
      `20${String(17 + ((p + a) % 5))}-0${String(1 + (a % 9))}-1${String(p % 10)}`,
      a % 3 === 0 ? 'Ansökan' : 'Anmälan',
      p % 4 === 0 ? 'Kvinna' : 'Man',
      a % 2 === 0 ? 'Ja' : 'Nej',
    ]),
  ).flat();
  return [
    ['Person', 'Aktualiseringsdatum', 'Aktualiseringstyp', 'Kön', 'Beslut att inleda utredning'],
    ...rows,
  ];
}

function result(settings: unknown): unknown {
  const read = readSettings(settings, '2024-01-01');
  if (!read.ok) throw new Error(read.problem.en);
  const analysed = analyse(sheetOf(register()), read.value, { name: 'register', sha256: null, sheet: null });
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return JSON.parse([...resultJson(analysed.value, 'sv')].join(''));
}

describe('a result of this product agrees with itself', () => {
  it.each<[string, unknown]>([
    ['internal', {}],
    ['with rows left out', { period: { from: '2018-01-01', to: '2019-12-31' } }],
    ['protected for publication', { protection: { mode: 'publication', threshold: 5 } }],
    ['rounded to base 3', { protection: { mode: 'publication', threshold: 5, rounding: 3 } }],
  ])('%s', (_, settings) => {
    expect(found(result(settings))).toEqual([]);
  });
});

describe('a result that was changed by hand does not', () => {
  const changed = (path: string, value: unknown) => {
    const json = result({});
    set(json, path, value);
    return found(json);
  };

  it('a count among groups, against their total', () => {
    const told = changed('tables.0.rows.2.cells.persons.value', 99);
    expect(at('tables.persons-by-group.3-6.persons', told)).toMatchObject({ printed: 99 });
  });

  it('a percent, against its own numerator and denominator', () => {
    const told = changed('tables.0.rows.0.cells.percent.value', 99);
    expect(at('tables.persons-by-group.1.percent', told)).toMatchObject({ rule: 'numerator' });
  });

  it('the account of the rows', () => {
    expect(changed('rows.used', 1)).toMatchObject([{ rule: 'rows' }]);
  });
});
