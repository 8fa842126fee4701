/** What holds of every register, whatever stands in its cells. ISU_FUZZ_RUNS sets how many are tried. */
import {
  analyse,
  EXCLUSION_REASONS,
  readSettings,
  resultDocument,
  resultJson,
  sheetOf,
  SheetBuilder,
  type Analysis,
  type Cell,
} from 'isu-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const RUNS = Number(process.env['ISU_FUZZ_RUNS'] ?? 500);
const heavy = (share: number) => ({ numRuns: Math.max(20, Math.round(RUNS * share)) });
const AS_OF = '2022-12-31';

type Rows = readonly (readonly Cell[])[];

interface Result {
  readonly settings: object;
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly excluded: readonly { readonly row: number; readonly reason: string }[];
    readonly warnings: readonly { readonly row: number; readonly warning: string }[];
  };
  readonly persons?: readonly {
    readonly person: string;
    readonly actualisations: number;
    readonly group: string;
  }[];
  readonly selection?: { readonly persons: readonly string[] };
  readonly tables: readonly {
    readonly id: string;
    readonly rows: readonly {
      readonly key: string;
      readonly cells: Readonly<Record<string, { value?: number; numerator?: number; denominator?: number }>>;
    }[];
  }[];
}

function analysed(rows: Rows, given: object): Analysis | null {
  const settings = readSettings(given, AS_OF);
  if (!settings.ok) throw new Error(settings.problem.en);
  const done = analyse(sheetOf(rows), settings.value, { name: 'prov.csv', sha256: null, sheet: null });
  return done.ok ? done.value : null;
}

function jsonTextOf(rows: Rows, given: object = {}): string {
  return [...resultJson(analysed(rows, given)!, 'sv')].join('');
}

function resultOf(rows: Rows, given: object = {}): Result {
  return JSON.parse(jsonTextOf(rows, given)) as Result;
}

// ---- registers as case systems give them: few values, many notations, every kind of fault

const HEADERS = [
  'Personnummer',
  'Aktualiseringsnummer',
  'Aktualiseringsdatum',
  'Aktualiseringstyp',
  'Aktualiseringsorsak',
  'Aktualiserande part',
  'Beslut',
  'Kön',
  'Ålder',
];

const person = fc.constantFrom<Cell>(
  '19500101-9800',
  '500101-9800',
  5001019800,
  195001019800,
  '19500101-9818',
  '500101-9818',
  '19500101-9826',
  '19500101-9834',
  '900118+9811',
  '170101-2393',
  '19811278-9873',
  '20050307-2381',
  503072381,
  '19811218-9877',
  'K-17',
  '19811218-0000',
  '19811218-TF12',
  '1,98E+11',
  '',
  null,
);
const type = fc.constantFrom<Cell>('Ansökan', 'ANMÄLAN', 'Anm?lan', 'LOB', 'Begäran', 'Tips', '', null);
const reason = fc.constantFrom<Cell>('Missbruk/beroende', 'missbruk / beroende', 'LOB', 'Våld', null);
const referrer = fc.constantFrom<Cell>(
  'Polis',
  'Polisen',
  'Skolan',
  'skolan',
  'SKOLAN',
  'Anh?rig',
  '-',
  null,
);
const decision = fc.constantFrom<Cell>('Ja', 'Nej', 'Utredning inleds ej', 'Pågår', true, null);
const sex = fc.constantFrom<Cell>('Man', 'K', 'Okänt', null, null);
const age = fc.constantFrom<Cell>(null, null, null, 17, '18', '64 år', 'x');
const number = fc.constantFrom<Cell>(1, '1', 2, 'A3', 'A4', 5, 6, null);

const date = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 2500 }).map((days) => 42_370 + days) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>('2019-02-30', '', null, '9999-12-31', 'igår', 99999999) },
);

function rowsWith(dates: fc.Arbitrary<Cell>): fc.Arbitrary<readonly Cell[]> {
  return fc.oneof(
    { weight: 20, arbitrary: fc.tuple(person, number, dates, type, reason, referrer, decision, sex, age) },
    { weight: 1, arbitrary: fc.constant<readonly Cell[]>([]) },
  );
}

const settings = fc.record(
  {
    period: fc.constantFrom(
      { from: '2017-01-01', to: '2021-06-30' },
      { from: '2018-05-05' },
      { to: '2020-01-01' },
    ),
    lowestAge: fc.constantFrom(18, 21, 60),
    reasons: fc.constant(['Missbruk/beroende']),
    groups: fc.constantFrom([1], [1, 5], [1, 2, 3, 4], [1, 2, 3, 7, 12]),
    months: fc.constantFrom('completed', 'boundaries', 'average'),
    profileBase: fc.constantFrom('actualisations', 'persons'),
    selection: fc.constantFrom<object>(
      { atLeast: 2 },
      { mostFrequent: 3 },
      { activeYears: [2018, 2020] },
      { mostFrequent: 5, sample: { size: 2, seed: 7 } },
    ),
    codes: fc.constant({ type: { Tips: 'report' }, referrer: { Skolan: 'Polisen' } }),
    intervals: fc.boolean(),
    comparison: fc.boolean(),
    returnBy: fc.constantFrom('group', 'sex', 'referrer', 'organisation'),
  },
  { requiredKeys: [] },
);

const register = fc.array(rowsWith(date), { maxLength: 60 }).map((rows): Rows => [HEADERS, ...rows]);

/** The order of rows may speak where two rows of one number have one date: here no two rows have the same. */
const registerOfDistinctDays = fc
  .array(fc.tuple(rowsWith(fc.constant(null)), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 60 })
  .map((rows): Rows => [
    HEADERS,
    ...rows.map(([row, chance], at) =>
      row.length === 0 ? row : row.with(2, chance < 0.05 ? '2019-02-30' : 42_370 + 37 * at),
    ),
  ]);

/** What does not tell the row: persons, selection, tables, and how many rows were left out for each reason. */
function withoutRows(result: Result) {
  const tally = (keys: readonly string[]) => [...keys].sort();
  return {
    persons: result.persons,
    selection: result.selection,
    tables: result.tables,
    read: result.rows.read,
    used: result.rows.used,
    reasons: tally(result.rows.excluded.map(({ reason: why }) => why)),
    warnings: tally(result.rows.warnings.map(({ warning }) => warning)),
  };
}

describe('of every register it holds that', () => {
  it('the order of rows does not matter', () => {
    fc.assert(
      fc.property(registerOfDistinctDays, settings, fc.infiniteStream(fc.nat()), (rows, given, order) => {
        const [header, ...data] = rows;
        const shuffled = data
          .map((row) => ({ row, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const once = withoutRows(resultOf(rows, given));
        expect(withoutRows(resultOf([header!, ...shuffled], given))).toEqual(once);
        expect(withoutRows(resultOf([header!, ...[...data].reverse()], given))).toEqual(once);
      }),
      heavy(0.4),
    );
  });

  it('the order of columns does not matter', () => {
    fc.assert(
      fc.property(
        register,
        settings,
        fc.shuffledSubarray([...HEADERS.keys()], { minLength: 9 }),
        (rows, given, order) => {
          const moved = rows.map((row) => (row.length === 0 ? row : order.map((column) => row[column])));
          const { rows: account, ...rest } = resultOf(moved, given);
          const { rows: before, ...same } = resultOf(rows, given);
          expect(account).toEqual(before);
          expect(withoutRows({ rows: account, ...rest })).toEqual(withoutRows({ rows: before, ...same }));
        },
      ),
      heavy(0.2),
    );
  });

  it('every read row is used or excluded, never both, never neither', () => {
    fc.assert(
      fc.property(register, settings, (rows, given) => {
        const analysis = analysed(rows, given)!;
        const { account, row } = analysis.register;
        const filled = rows.flatMap((cells, at) =>
          at > 0 && cells.some((cell) => cell !== null && cell !== '') ? [at + 1] : [],
        );
        expect(account.read).toBe(filled.length);
        expect(account.used + account.excluded.length).toBe(account.read);
        const excluded = account.excluded.map((one) => one.row);
        expect([...row, ...excluded].sort((a, b) => a - b)).toEqual(filled);
        for (const one of account.excluded) expect(EXCLUSION_REASONS).toContain(one.reason);
        const used = new Set(row);
        for (const warning of account.warnings) expect(used.has(warning.row)).toBe(true);
      }),
      heavy(0.6),
    );
  });

  it('the groups sum to the total, and the persons to the rows', () => {
    fc.assert(
      fc.property(register, settings, (rows, given) => {
        const { tables, persons, rows: account } = resultOf(rows, given);
        const table = (id: string) => tables.find((one) => one.id === id)!.rows;
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(persons!.map(({ actualisations }) => actualisations))).toBe(account.used);
        for (const [id, column] of [
          ['persons-by-group', 'persons'],
          ['actualisations-by-group', 'persons'],
          ['actualisations-by-group', 'actualisations'],
        ] as const) {
          const values = table(id).map(({ cells }) => cells[column]!.value!);
          expect(sum(values.slice(0, -1)), `${id} ${column}`).toBe(values.at(-1));
        }
        for (const { key, cells } of table('group-profile')) {
          const { total, ...groups } = cells;
          const parts = Object.values(groups);
          expect(sum(parts.map(({ numerator, value }) => numerator ?? value!)), key).toBe(
            total!.numerator ?? total!.value,
          );
          if (total!.denominator !== undefined && key !== 'percent-of-investigations')
            expect(sum(parts.map(({ denominator }) => denominator!)), key).toBe(total!.denominator);
        }
        const years = table('per-year').slice(0, -1);
        expect(sum(years.map(({ cells }) => cells['actualisations']!.value!))).toBe(account.used);
        const of = (key: string) =>
          table('sex-and-age').find((row) => row.key === key)?.cells['actualisations']!.value ?? 0;
        expect(of('men') + of('women') + of('sex-unknown')).toBe(account.used);
      }),
      heavy(0.6),
    );
  });

  it('a part is never more than its whole', () => {
    fc.assert(
      fc.property(register, settings, (rows, given) => {
        for (const { id, rows: tableRows } of resultOf(rows, given).tables)
          for (const { key, cells } of tableRows)
            for (const [column, { value, numerator, denominator }] of Object.entries(cells)) {
              if (!`${key} ${column}`.includes('percent') || numerator === undefined) continue;
              expect(numerator, `${id} ${key} ${column}`).toBeLessThanOrEqual(denominator!);
              if (value !== null) expect(value).toBeLessThanOrEqual(100);
            }
      }),
      heavy(0.2),
    );
  });

  it('persons stand sorted, each once', () => {
    fc.assert(
      fc.property(register, (rows) => {
        const keys = resultOf(rows).persons!.map((one) => one.person);
        expect(keys).toEqual([...new Set(keys)].sort());
      }),
      heavy(0.2),
    );
  });

  it('the same rows and settings give the same bytes, and so do the settings of the result', () => {
    fc.assert(
      fc.property(register, settings, (rows, given) => {
        const once = jsonTextOf(rows, given);
        expect(jsonTextOf(structuredClone(rows), { asOf: AS_OF, ...given })).toBe(once);
        const { settings: used } = JSON.parse(once) as Result;
        expect(jsonTextOf(rows, used)).toBe(once);
      }),
      heavy(0.2),
    );
  });

  it('read in chunks it is the same register, to the byte', () => {
    fc.assert(
      fc.property(register, fc.array(fc.integer({ min: 1, max: 20 })), (rows, cuts) => {
        const builder = new SheetBuilder();
        let from = 0;
        for (const size of [...cuts, rows.length]) {
          for (const row of rows.slice(from, from + size)) builder.addRow(row);
          from += size;
        }
        const given = readSettings({}, AS_OF);
        if (!given.ok) throw new Error(given.problem.en);
        const source = { name: 'prov.csv', sha256: null, sheet: null };
        const done = analyse(builder.finish(), given.value, source);
        if (!done.ok) throw new Error(done.problem.en);
        expect([...resultJson(done.value, 'sv')].join('')).toBe(jsonTextOf(rows));
      }),
      heavy(0.2),
    );
  });
});

// ---- anything at all

const anything: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[0-9+\-./:TEFX, ]{0,16}$/),
  fc.constantFrom(
    'x'.repeat(40_000),
    '9'.repeat(5000),
    ' '.repeat(5000),
    '2017-01-05' + ' '.repeat(3000) + 'x',
    '=1+1',
  ),
  fc.constantFrom(
    '\ud800',
    '\udfff',
    '\u202e123',
    'a\u0000b',
    '\ufeff',
    '٣',
    '𝟙𝟡𝟠𝟙',
    '１９８１１２１８９８７６',
    '__proto__',
    'constructor',
  ),
  fc.double(),
  fc.integer(),
  fc.integer({ min: 0, max: 209912319999 }),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 1e21, 1e300, -1, 2 ** 53, 60, 2958466),
  fc.date({ noInvalidDate: false }),
  fc.constantFrom(true, false, null, undefined, ''),
  person,
  date,
  type,
);

const anySheet = fc.oneof(
  fc.array(fc.array(anything, { maxLength: 6 }), { maxLength: 20 }),
  fc
    .tuple(
      fc.shuffledSubarray(HEADERS, { minLength: 2 }),
      fc.array(fc.array(anything, { maxLength: 10 }), { maxLength: 30 }),
    )
    .map(([headers, rows]): Rows => [
      [...new Set(['Personnummer', 'Aktualiseringsdatum', ...headers])],
      ...rows,
    ]),
);

describe('whatever stands in the cells', () => {
  it('a sheet is a register or a problem in one line in both languages, never an exception', () => {
    fc.assert(
      fc.property(anySheet, settings, fc.constantFrom<1900 | 1904>(1900, 1904), (rows, given, dateSystem) => {
        const read = readSettings(given, AS_OF);
        if (!read.ok) throw new Error(read.problem.en);
        const done = analyse(sheetOf(rows, dateSystem), read.value, {
          name: 'prov',
          sha256: null,
          sheet: null,
        });
        if (!done.ok) {
          for (const text of [done.problem.sv, done.problem.en]) {
            expect(text).not.toMatch(/[\r\n]/);
            expect(text.length).toBeGreaterThan(20);
          }
          return;
        }
        for (const language of ['sv', 'en'] as const) {
          const result = JSON.parse([...resultJson(done.value, language)].join('')) as Result;
          expect(result.rows.used + result.rows.excluded.length).toBe(result.rows.read);
          for (const { person: key } of result.persons!) expect(key).not.toBe('');
          expect(resultDocument(done.value, language).sheets.length).toBeGreaterThan(3);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('a personnummer column gives keys of twelve digits for what looks like one', () => {
    const digits = fc.stringMatching(
      /^(19|20)?[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|6[1-9])[-+]?[0-9]{4}$/,
    );
    fc.assert(
      fc.property(
        fc.array(digits, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 60_000 }),
        (cells, day) => {
          const rows = [['Personnummer', 'Datum'], ...cells.map((cell) => [cell, day])];
          for (const { person: key } of resultOf(rows).persons!)
            expect(key).toMatch(/^\d{12}$|^\d{6,8}[-+]?\d{4}$/);
        },
      ),
      heavy(0.2),
    );
  });
});
