/** The result as JSON: the shape that the contract of the command line fixes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personsJson, resultJson } from '../../src/document/json.ts';
import type { Language } from '../../src/problem.ts';
import { PRODUCT } from '../../src/product.ts';
import type { Cell } from '../../src/register/sheet.ts';
import { analysisOf, GROUPS, SEVEN, type Rows } from '../tables/tables-of.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

function textOf(rows: Rows, given: object = {}, language: Language = 'sv'): string {
  return [...resultJson(analysisOf(rows, given), language)].join('');
}

/* eslint-disable @typescript-eslint/no-explicit-any -- the tests are about what stands there */
function jsonOf(rows: Rows, given: object = {}, language: Language = 'sv'): any {
  return JSON.parse(textOf(rows, given, language));
}
/* eslint-enable @typescript-eslint/no-explicit-any */

const MESSY: Rows = [
  ['Personnummer', 'Akt.nr', 'Datum', 'Typ', 'Anmälare', 'Beslut'],
  ['19811218-9876', 1, '2018-01-31', 'Ansökan', null, 'Ja'],
  ['19811218-9876', 2, '2018-02-28', 'LOB', 'Polisen', 'Nej'],
  ['18900118-9811', 3, '2019-02-30', 'Anmälan', 'Skolan', 'Nej'],
  ['19500101-9801', 4, '2019-03-01', 'Anmälan', 'Skolan', 'Ja'],
];

describe('the result has the parts of the contract', () => {
  const result = jsonOf(MESSY, { selection: { atLeast: 2 } }) as JsonObject;

  it('in their order', () => {
    const contract = [
      'product',
      'settings',
      'source',
      'rows',
      'persons',
      'selection',
      'tables',
      'return',
      'concentration',
    ];
    expect(Object.keys(result).filter((key) => contract.includes(key))).toEqual(contract);
  });

  it('the product, of the version that the package has', () => {
    const packageJson = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as JsonObject;
    expect(result['product']).toEqual({ name: PRODUCT.name, version: packageJson['version'] });
  });

  it('the settings as used, defaults filled in', () => {
    expect(result['settings']).toMatchObject({
      columns: {},
      codes: {},
      period: null,
      lowestAge: null,
      reasons: null,
      organisations: null,
      groups: [1, 2, 3, 7, 12],
      months: 'completed',
      asOf: '2026-11-22',
      selection: { atLeast: 2 },
      protection: { mode: 'internal', threshold: 5 },
      pseudonymKeyFile: null,
    });
  });

  it('the source: name, checksum, and the header of each column', () => {
    expect(result['source']).toMatchObject({
      name: 'prov.csv',
      sha256: null,
      columns: {
        person: 'Personnummer',
        date: 'Datum',
        number: 'Akt.nr',
        type: 'Typ',
        referrer: 'Anmälare',
        investigation: 'Beslut',
      },
    });
  });

  it('the rows: read, used, excluded with row, reason and value, warnings with row', () => {
    expect(result['rows']).toEqual({
      read: 4,
      used: 3,
      excluded: [{ row: 4, reason: 'invalid-date', value: '2019-02-30' }],
      warnings: [{ row: 5, warning: 'check-digit' }],
    });
  });

  it('the persons, sorted', () => {
    expect(result['persons']).toEqual([
      {
        person: '195001019801',
        actualisations: 1,
        first: '2019-03-01',
        last: '2019-03-01',
        months: 0,
        group: '1',
      },
      {
        person: '198112189876',
        actualisations: 2,
        first: '2018-01-31',
        last: '2018-02-28',
        months: 0,
        group: '2',
      },
    ]);
  });

  it('the selection: its rule and its persons', () => {
    expect(result['selection']).toMatchObject({ rule: { atLeast: 2 }, persons: ['198112189876'] });
    expect(jsonOf(MESSY) as JsonObject).not.toHaveProperty('selection');
  });

  it('the return by Kaplan–Meier at 90, 180, 365 and 730 days', () => {
    expect(result['return']).toMatchObject({
      method: 'kaplan-meier',
      points: [90, 180, 365, 730].map((days) => ({ days })),
    });
    const { points } = result['return'] as { points: JsonObject[] };
    for (const point of points)
      expect(Object.keys(point)).toEqual(['days', 'atRisk', 'returned', 'lower', 'upper']);
    // One is back after 28 days; the other is first seen on the latest day, so is followed for none.
    expect(points[0]).toEqual({ days: 90, atRisk: 0, returned: 1, lower: null, upper: null });
  });

  it('the concentration: Gini, the top shares, the Lorenz points', () => {
    const { gini, top, lorenz } = result['concentration'] as Record<string, Json>;
    expect(gini).toBeCloseTo(1 / 6, 12);
    expect((top as JsonObject[]).map(({ share }) => share)).toEqual([0.01, 0.05, 0.1, 0.2]);
    expect((top as JsonObject[])[0]!['ofActualisations']).toBe(2 / 3);
    expect(lorenz).toEqual([
      [0, 0],
      [0.5, 1 / 3],
      [1, 1],
    ]);
  });
});

describe('the tables', () => {
  interface TableJson {
    readonly id: string;
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, JsonObject>> }[];
  }
  const tables = (given: object = {}, language: Language = 'sv') =>
    (jsonOf(SEVEN, given, language) as { tables: TableJson[] }).tables;
  const table = (id: string, given: object = {}) => tables(given).find((one) => one.id === id)!;

  it('have the ids and the columns of the contract', () => {
    expect(tables().map(({ id, columns }) => [id, columns])).toEqual([
      ['persons-by-group', ['persons', 'percent']],
      ['actualisations-by-group', ['persons', 'actualisations', 'percent']],
      ['group-profile', ['1', '2', '3-6', '7-11', '12+', 'total']],
      ['per-year', ['actualisations', 'persons']],
      ['sex-and-age', ['actualisations', 'percent', 'mean-age']],
      ['summary', ['number', 'percent', 'mean']],
    ]);
  });

  it('have the groups as rows, or years, or statistics', () => {
    const keys = (id: string, given: object = {}) => table(id, given).rows.map(({ key }) => key);
    expect(keys('persons-by-group')).toEqual(['1', '2', '3-6', '7-11', '12+', 'total']);
    expect(keys('actualisations-by-group', GROUPS)).toEqual(['1', '2', '3+', 'total']);
    expect(keys('per-year')).toEqual(['2018', '2019', '2020', 'mean']);
    expect(keys('group-profile').slice(0, 9)).toEqual([
      'mean-actualisations',
      'mean-age',
      'percent-women',
      'percent-applications',
      'percent-lob',
      'percent-investigation',
      'investigations',
      'percent-of-investigations',
      'referrer:Polisen',
    ]);
  });

  it('have cells with value, numerator and denominator; a count has its value', () => {
    const row = table('persons-by-group', GROUPS).rows[0]!;
    expect(row.cells['persons']).toMatchObject({ value: 1 });
    expect(row.cells['persons']).not.toHaveProperty('numerator');
    expect(row.cells['percent']).toMatchObject({
      value: 100 / 3,
      numerator: 1,
      denominator: 3,
      of: 'persons',
    });
  });

  it('have no cell outside their columns', () => {
    for (const { id, columns, rows } of tables())
      for (const { key, cells } of rows)
        expect(
          Object.keys(cells).filter((column) => !columns.includes(column)),
          `${id} ${key}`,
        ).toEqual([]);
  });

  it('differ between the languages in their titles alone', () => {
    const [sv, en] = [tables({}, 'sv'), tables({}, 'en')];
    expect(sv.map(({ title }) => title)).not.toEqual(en.map(({ title }) => title));
    const untitled = (all: readonly TableJson[]) => all.map((one) => ({ ...one, title: '' }));
    expect(untitled(sv)).toEqual(untitled(en));
    for (const { title } of [...sv, ...en]) expect(title.length).toBeGreaterThan(5);
  });
});

describe('a person never shows in a result for publication', () => {
  const persons = Array.from({ length: 40 }, (_, i) => `Nyckel-${String(1000 + i)}`);
  const rows: Rows = [
    ['Person', 'Aktnr', 'Datum', 'Typ'],
    ...persons.flatMap((person, i): Cell[][] =>
      Array.from({ length: 1 + (i % 13) }, (_, n) => [
        person,
        `${String(i)}-${String(n)}`,
        `20${String(17 + (n % 5))}-01-0${String(1 + (i % 9))}`,
        'Anmälan',
      ]),
    ),
    [persons[0]!, '0-0', '2021-05-05', 'Anmälan'],
    ['Nyckel-9999', 'x', '2021-02-30', 'Anmälan'],
  ];
  const text = textOf(rows, { protection: { mode: 'publication' }, selection: { atLeast: 12 } });
  const result = JSON.parse(text) as JsonObject;

  it('neither in the list of persons nor anywhere else', () => {
    expect(result).not.toHaveProperty('persons');
    expect(text).not.toContain('Nyckel-');
    expect(textOf(rows)).toContain('Nyckel-1000');
  });

  it('a suppressed cell is alike everywhere and carries no number', () => {
    const cells = (result['tables'] as { rows: { cells: Record<string, JsonObject> }[] }[]).flatMap(
      ({ rows: all }) => all.flatMap(({ cells: byColumn }) => Object.values(byColumn)),
    );
    const suppressed = cells.filter((cell) => 'suppressed' in cell);
    expect(suppressed.length).toBeGreaterThan(0);
    for (const cell of suppressed) expect(cell).toEqual({ suppressed: true });
  });
});

describe('the bytes', () => {
  it('are the same for the same rows and settings, and for the settings of the result given again', () => {
    const given = {
      codes: { type: { Begäran: 'application' } },
      period: { from: '2018-01-01' },
      selection: { sample: { size: 2 } },
      months: 'average',
      asOf: '2020-06-06',
    };
    const once = textOf(SEVEN, given);
    expect(textOf(SEVEN, given)).toBe(once);
    const { settings } = JSON.parse(once) as { settings: object };
    expect(textOf(SEVEN, settings)).toBe(once);
  });

  it('are right JSON whatever a key or a name holds', () => {
    const odd = 'a"b\\c\u0000d\u2028e\ud800f\n{}';
    const rows: Rows = [
      ['Person', 'Datum', 'Typ', 'Anmälare'],
      [odd, '2018-01-01', 'Anmälan', `${odd}g`],
    ];
    const result = jsonOf(rows) as { persons: { person: string }[]; tables: { rows: { key: string }[] }[] };
    expect(result.persons[0]!.person).toBe(odd);
    expect(result.tables.flatMap((table) => table.rows).map(({ key }) => key)).toContain(`referrer:${odd}g`);
  });

  it('have each person and each excluded row on a line of its own, in pieces', () => {
    const rows: Rows = [
      ['Person', 'Datum'],
      ...Array.from({ length: 10_000 }, (_, i) => [`P${String(i)}`, i % 2 ? '2018-01-01' : 'nej']),
    ];
    const pieces = [...resultJson(analysisOf(rows), 'sv')];
    expect(pieces.length).toBeGreaterThan(10);
    const text = pieces.join('');
    const lines = text.split('\n');
    expect(lines.filter((line) => line.startsWith('{"person":')).length).toBe(5000);
    expect(lines.filter((line) => line.startsWith('{"row":')).length).toBe(5000);
    const { persons, rows: account } = JSON.parse(text) as {
      persons: object[];
      rows: { read: number; excluded: object[] };
    };
    expect([persons.length, account.excluded.length, account.read]).toEqual([5000, 5000, 10_000]);
  });

  it('may have the persons written elsewhere, and has none of them where none may be shown', () => {
    const internal = analysisOf(SEVEN);
    const persons = Array.from(personsJson(internal.lathund), (piece) => new TextDecoder().decode(piece));
    expect([...resultJson(internal, 'sv', persons)].join('')).toBe([...resultJson(internal, 'sv')].join(''));
    expect([...resultJson(internal, 'sv', ['["of another"]'])].join('')).toContain(
      '"persons": ["of another"]',
    );
    const published = analysisOf(SEVEN, { protection: { mode: 'publication' } });
    expect([...resultJson(published, 'sv', persons)]).toEqual([...resultJson(published, 'sv')]);
  });

  it('of a register that has nothing to use are a result all the same', () => {
    const result = jsonOf([
      ['Person', 'Datum'],
      ['A', null],
    ]) as JsonObject;
    expect(result).toMatchObject({
      rows: { read: 1, used: 0, warnings: [] },
      persons: [],
      concentration: { gini: null, top: [], lorenz: [] },
    });
    expect((result['return'] as { points: JsonObject[] }).points.map(({ returned }) => returned)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
