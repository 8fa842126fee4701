/** The visual gives the figures of `isu analyse --json`, to the last digit, whatever way the rows come. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, readSettings, resultJson, sheetOf } from 'isu-core';
import type { ModelTable, Wells } from 'isu-powerbi-host';
import type { Report } from '../../src/analysis/report.ts';
import { arrivedIn, reportOf, situationOf, wholeOf } from '../arriving.ts';
import { ALL_WELLS, exportOf, SAMPLE, type Cell } from '../registers.ts';

interface Json {
  readonly rows: { readonly read: number; readonly used: number };
  readonly tables: readonly {
    readonly id: string;
    readonly columns: readonly string[];
    readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, JsonCell>> }[];
  }[];
  readonly return: {
    readonly points: readonly { readonly days: number; readonly returned: number | null }[];
  };
  readonly concentration: {
    readonly gini: number | null;
    readonly lorenz: unknown;
    readonly top: readonly { readonly share: number; readonly ofActualisations?: number }[];
  };
}
interface JsonCell {
  readonly value?: number | null;
  readonly suppressed?: true;
}

function commandLine(table: ModelTable, wells: Wells, json: object = {}): Json | null {
  const settings = readSettings({ ...json, asOf: '2026-11-22' }, '2026-11-22');
  if (!settings.ok) throw new Error(settings.problem.en);
  const source = { name: 'x', sha256: null, sheet: null };
  const analysis = analyse(sheetOf(exportOf(table, wells)), settings.value, source);
  if (!analysis.ok) throw new Error(analysis.problem.en);
  if (analysis.value.register.used === 0) return null;
  return JSON.parse([...resultJson(analysis.value, 'sv')].join('')) as Json;
}

/** The figures of a report in the shape of the command line's. */
function figuresOf(report: Report, json: Json) {
  const part = <T>(given: { ok: true; value: T } | { ok: false; why: string }): T => {
    if (!given.ok) throw new Error(given.why);
    return given.value;
  };
  const groups = part(report.groups);
  const drawn = [...groups.tables, part(report.profile).table, part(report.years).table].map(
    ({ id, columns, rows }) => ({
      id,
      rows: rows.map(({ key, cells }) => ({
        key,
        cells: cells.slice(1).map(({ value, suppressed }, at) => ({
          column: columns[at + 1]!.key,
          ...(suppressed ? { suppressed } : { value }),
        })),
      })),
    }),
  );
  const concentration = part(report.concentration);
  return {
    rows: report.rows,
    tables: drawn.filter(({ id }) => json.tables.some((table) => table.id === id)),
    lines: [...groups.lines, groups.total].map(
      ({ key, persons, ofPersons, actualisations, ofActualisations }) => [
        key,
        ...[persons, ofPersons, actualisations, ofActualisations].map(({ value, suppressed }) =>
          suppressed ? '..' : value,
        ),
      ],
    ),
    gini: concentration.gini.value,
    lorenz: concentration.lorenz,
    top: concentration.top.map(({ ofActualisations: { value, suppressed } }) => (suppressed ? '..' : value)),
    returned: part(report.returns).curves[0]!.points.map(({ days, returned }) => [
      days,
      returned.suppressed ? '..' : returned.value,
    ]),
  };
}

function expectedOf(json: Json) {
  const cell = (id: string, key: string, column: string) => {
    const found = json.tables.find((table) => table.id === id)!.rows.find((row) => row.key === key)!.cells[
      column
    ]!;
    return found.suppressed ? '..' : found.value;
  };
  const { gini, lorenz, top } = json.concentration;
  return {
    rows: { read: json.rows.read, used: json.rows.used },
    tables: ['persons-by-group', 'actualisations-by-group', 'group-profile', 'per-year'].map((id) => {
      const table = json.tables.find((one) => one.id === id)!;
      return {
        id,
        rows: table.rows.map(({ key, cells }) => ({
          key,
          cells: table.columns.map((column) => {
            const { value, suppressed } = cells[column] ?? { value: '' };
            return { column, ...(suppressed ? { suppressed } : { value }) };
          }),
        })),
      };
    }),
    lines: json.tables
      .find(({ id }) => id === 'persons-by-group')!
      .rows.map(({ key }) => [
        key,
        cell('persons-by-group', key, 'persons'),
        cell('persons-by-group', key, 'percent'),
        cell('actualisations-by-group', key, 'actualisations'),
        cell('actualisations-by-group', key, 'percent'),
      ]),
    gini,
    lorenz,
    top: top.map(({ ofActualisations }) => (ofActualisations === undefined ? '..' : ofActualisations * 100)),
    returned: json.return.points.map(({ days, returned }) => [
      days,
      returned === undefined ? '..' : returned && returned * 100,
    ]),
  };
}

async function reported(table: ModelTable, wells: Wells, windowRows = 30_000) {
  const { host, arrivals } = arrivedIn({ windowRows, overlap: 2 });
  host.show(table, wells);
  await host.settled();
  return wholeOf(arrivals.at(-1));
}

describe('the figures of the visual', () => {
  it('are those of the command line on the sample register', async () => {
    const json = commandLine(SAMPLE, ALL_WELLS)!;
    expect(figuresOf(reportOf(await reported(SAMPLE, ALL_WELLS)), json)).toEqual(expectedOf(json));
  });

  it('are those of the command line in publication mode, and no person is there', async () => {
    const protection = { mode: 'publication', threshold: 7 } as const;
    const json = commandLine(SAMPLE, ALL_WELLS, { protection })!;
    const report = reportOf(await reported(SAMPLE, ALL_WELLS), protection);
    expect(figuresOf(report, json)).toEqual(expectedOf(json));
    expect(report.timelines.ok).toBe(false);
    expect(JSON.stringify(report)).not.toMatch(/\d{8}-\d{4}/);
    expect(report.highlighted).toBeNull();
  });

  it('are those of other limits, months and base, as the format pane gives them', async () => {
    const choices = { groups: '1; 4, 9', months: 'boundaries', profileBase: 'persons' };
    const json = commandLine(SAMPLE, ALL_WELLS, { ...choices, groups: [1, 4, 9] })!;
    expect(figuresOf(reportOf(await reported(SAMPLE, ALL_WELLS), choices), json)).toEqual(expectedOf(json));
  });

  it('are those of the command line on registers of any kind, in windows of any size', async () => {
    const wells: Wells = { ...ALL_WELLS, sex: 'Kön', age: 'Ålder', rows: { aggregate: 'count' } };
    await fc.assert(
      fc.asyncProperty(randomRegister(), fc.integer({ min: 3, max: 50 }), async (table, windowRows) => {
        const json = commandLine(table, wells);
        const whole = await reported(table, wells, windowRows);
        if (json === null) expect(situationOf(whole).kind).toBe('problem');
        else expect(figuresOf(reportOf(whole), json)).toEqual(expectedOf(json));
      }),
      { numRuns: Number(process.env['ISU_FUZZ_RUNS'] ?? 60) },
    );
  });
});

/** Rows with everything that registers have: blanks, days of several forms, shared numbers, equal rows, infinities. */
function randomRegister(): fc.Arbitrary<ModelTable> {
  const persons = [
    '19121212-1212',
    '191212121212',
    '19900101-2384',
    '20000101-T123',
    'P-7',
    ' P-7 ',
    'Okänd',
    null,
  ];
  const dates: Cell[] = [
    new Date(2020, 0, 31),
    new Date(2020, 1, 29),
    new Date(2021, 11, 24),
    '2021-03-01',
    '5/1 2017',
    '2019-02-30',
    43_850,
    Infinity,
    null,
  ];
  const row = fc.record({
    Personnummer: fc.constantFrom<Cell>(...persons),
    Datum: fc.constantFrom<Cell>(...dates),
    Nummer: fc.option(fc.integer({ min: 1, max: 60 })),
    Typ: fc.constantFrom<Cell>('Ansökan', 'Anmälan', 'anmälan ', 'LOB', 'Råd', '', null),
    Orsak: fc.constantFrom<Cell>('Missbruk', 'LOB', null),
    Anmälare: fc.constantFrom<Cell>('Polisen', 'polis', 'Anhörig', '<b>X</b>', null),
    Enhet: fc.constantFrom<Cell>('Norr', 'Söder', null),
    Utredning: fc.constantFrom<Cell>('Ja', 'Nej', true, null),
    Kön: fc.constantFrom<Cell>('Man', 'Kvinna', null),
    Ålder: fc.constantFrom<Cell>(18, 45, '67', null),
  });
  return fc.array(row, { minLength: 1, maxLength: 80 }).map((rows) => ({
    name: 'T',
    columns: Object.fromEntries(
      [
        'Personnummer',
        'Datum',
        'Nummer',
        'Typ',
        'Orsak',
        'Anmälare',
        'Enhet',
        'Utredning',
        'Kön',
        'Ålder',
      ].map((name) => [name, rows.map((one) => one[name as keyof typeof one])]),
    ),
  }));
}
