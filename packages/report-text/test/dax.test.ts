/**
 * The DAX of docs/powerbi: read by a grammar of ours, evaluated by an engine of ours, and beside it the SQL of the same
 * definition in DuckDB. Both are held against core. None of it is Power BI.
 */
import { readFileSync } from 'node:fs';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import {
  analyse,
  dayNumber,
  isoDate,
  readSettings,
  resultDocument,
  resultJson,
  sheetOf,
  type Cell,
} from 'isu-core';
import { sampleRegister } from 'isu-sample-register';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAX_FILES, MEASURES_SCRIPT } from '../src/files.ts';
import { ALL_MEASURES, DERIVED_COLUMNS, FREQUENCY_GROUPS, PERSONS, ROWS, THRESHOLD } from '../src/lathund.ts';
import { EVERYTHING, measureSql, personsSql, rowSql, type View } from '../src/sql.ts';
import { rowPowerQuery } from '../src/power-query.ts';
import {
  columned,
  Day,
  keyOf,
  measured,
  tabled,
  type Filters,
  type Model,
  type Scalar,
  type Table,
} from './dax-engine.ts';
import { readDefinition, readQuery } from './dax-reader.ts';
import { Day as PowerQueryDay, evaluated, objectsOf } from './power-query-engine.ts';

const TABLES = new Set([ROWS.table, PERSONS.table, 'Frekvensgrupper']);
const fileOf = (path: string) => DAX_FILES.find((file) => file.path === path)!.text;
const query = readQuery(fileOf('dax/matt.dax'), TABLES);

interface Row {
  /** Twelve digits. */
  readonly person: string;
  readonly date: string;
  readonly number: string | null;
}

const dayOf = (iso: string) => dayNumber(...(iso.split('-').map(Number) as [number, number, number]));

// DuckDB

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

async function loadSql(rows: readonly Row[]): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TABLE "${ROWS.table}" ("${ROWS.person}" VARCHAR, "${ROWS.date}" DATE, "${ROWS.number}" VARCHAR)`,
  );
  const appender = await connection.createAppender(ROWS.table);
  for (const { person, date, number } of rows) {
    appender.appendVarchar(person);
    appender.appendVarchar(date);
    if (number === null) appender.appendNull();
    else appender.appendVarchar(number);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(personsSql());
}

async function sqlRows(statement: string): Promise<Scalar[][]> {
  const rows = (await connection.runAndReadAll(statement)).getRowsJson();
  return rows as Scalar[][];
}

async function bySql(measure: string, view: View): Promise<Scalar> {
  const { format } = ALL_MEASURES.find(({ name }) => name === measure)!;
  const value = (await sqlRows(measureSql(measure, view)))[0]![0]!;
  return value === null || format === 'text' ? value : Number(value);
}

// The model as Power BI would hold it

const base = ({ columns, rows }: Table) => ({ columns: columns.map(({ name }) => name), rows });

function modelOf(rows: readonly Row[], file = 'dax/personer.dax'): Model {
  const tables = new Map<string, { columns: readonly string[]; rows: Table['rows'] }>([
    [
      ROWS.table,
      {
        columns: [ROWS.person, ROWS.date, ROWS.number],
        rows: rows.map(({ person, date, number }): Scalar[] => [person, new Day(dayOf(date)), number]),
      },
    ],
  ]);
  const before: Model = { tables, measures: new Map(), relation: null };
  const [name, persons] = readDefinition(fileOf(file), TABLES);
  expect(name).toBe(PERSONS.table);
  tables.set(name, base(tabled(before, persons)));
  const [groups, groupRows] = readDefinition(fileOf('dax/frekvensgrupper.dax'), TABLES);
  tables.set(groups, base(tabled(before, groupRows)));
  return {
    tables,
    measures: query.measures,
    relation: { one: [PERSONS.table, PERSONS.person], many: [ROWS.table, ROWS.person] },
  };
}

const plain = (value: Scalar) => (value instanceof Day ? isoDate(value.days) : value);

function objects({
  columns,
  rows,
}: {
  columns: readonly string[];
  rows: Table['rows'];
}): Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, plain(row[i]!)])));
}

/** As a visual filters: by the group's name and by the column that sorts it. */
const ofPersons = (groups: readonly number[]): Filters =>
  new Map([
    [`${PERSONS.table}[${PERSONS.order}]`, new Set(groups.map(keyOf))],
    [
      `${PERSONS.table}[${PERSONS.group}]`,
      new Set(groups.map((order) => keyOf(FREQUENCY_GROUPS[order - 1]!.name))),
    ],
  ]);

// Core

interface Result {
  readonly persons: readonly {
    person: string;
    actualisations: number;
    first: string;
    last: string;
    months: number;
    group: string;
  }[];
  readonly tables: readonly {
    readonly id: string;
    readonly rows: readonly {
      key: string;
      cells: Record<string, { value: number | null; suppressed?: boolean }>;
    }[];
  }[];
  readonly concentration: {
    readonly gini: number;
    readonly top: readonly { share: number; ofActualisations: number }[];
  };
}

function analysisOf(rows: readonly Row[], given: object = {}) {
  const settings = readSettings({ asOf: '2026-01-01', ...given }, '2026-01-01');
  if (!settings.ok) throw new Error(settings.problem.en);
  const cells: Cell[][] = [['Personnummer', 'Aktualiseringsdatum', 'Aktualiseringsnummer']];
  for (const { person, date, number } of rows) cells.push([person, date, number]);
  const analysed = analyse(sheetOf(cells), settings.value, { name: 'prov', sha256: null, sheet: null });
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return analysed.value;
}

function byCore(rows: readonly Row[], given: object = {}): Result {
  return JSON.parse([...resultJson(analysisOf(rows, given), 'sv')].join('')) as Result;
}

const MONTHS = {
  'Månader (hela)': 'completed',
  'Månader (skiften)': 'boundaries',
  'Månader (medel)': 'average',
};
const KEYS = ['1', '2', '3-6', '7-11', '12+'];

function personsByCore(rows: readonly Row[], given: object = {}): object[] {
  const months = Object.entries(MONTHS).map(
    ([name, convention]) => [name, byCore(rows, { ...given, months: convention })] as const,
  );
  return byCore(rows, given).persons.map(({ person, actualisations, first, last, group }, at) => ({
    Person: person,
    Antal: actualisations,
    Tidigaste: first,
    Senaste: last,
    ...Object.fromEntries(months.map(([name, { persons }]) => [name, persons[at]!.months])),
    Frekvensgrupp: FREQUENCY_GROUPS[KEYS.indexOf(group)]!.name,
    Gruppordning: KEYS.indexOf(group) + 1,
  }));
}

const byPerson = (of: object[]) =>
  [...of].sort((a, b) => ((a as { Person: string }).Person < (b as { Person: string }).Person ? -1 : 1));

// Registers

const sample: Row[] = sampleRegister().rows.map(({ person, day, number }) => ({
  person: person.replace('-', ''),
  date: isoDate(day),
  number: String(number),
}));

/** Park and Miller's minimal standard generator. */
function chanceOf(seed: number): (n: number) => number {
  let state = seed;
  return (n) => (state = (state * 48_271) % 2_147_483_647) % n;
}

function randomRegister(seed: number): Row[] {
  const upTo = chanceOf(seed);
  const two = (n: number) => String(n).padStart(2, '0');
  const persons = Array.from(
    { length: 1 + upTo(40) },
    (_, i) => `1960${two(1 + upTo(12))}${two(1 + upTo(28))}98${two(i)}`,
  );
  const isSkewed = upTo(2) === 0;
  return Array.from({ length: 1 + upTo(220) }, () => ({
    person: persons[isSkewed ? Math.floor((upTo(1000) / 1000) ** 3 * persons.length) : upTo(persons.length)]!,
    date: `${String(2016 + upTo(4))}-${two(1 + upTo(12))}-${two(1 + upTo(28))}`,
    number: upTo(8) === 0 ? null : String(upTo(150)),
  }));
}

const REGISTERS: [string, Row[]][] = [
  ['the sample register', sample],
  ['one row', [{ person: '196002109863', date: '2020-02-29', number: '1' }]],
  ...Array.from({ length: 3 }, (_, i): [string, Row[]] => [
    `random register ${String(i + 1)}`,
    randomRegister(100 + i),
  ]),
];

const isOfChosen = (measure: string) => measure.includes('i urvalet');

function expectSame(a: Scalar, b: Scalar, where: string): void {
  if (typeof a === 'number' && typeof b === 'number')
    expect(Math.abs(a - b), where).toBeLessThanOrEqual(1e-12 * Math.abs(b));
  else expect(a, where).toBe(b);
}

it('is refused where it is not DAX', () => {
  const definition = (value: string) => () => readDefinition(`X = ${value}`, TABLES);
  expect(definition('SUM ( Personer[Antal] )')).not.toThrow();
  for (const wrong of [
    'SUM ( Personer[Antal]',
    'SUM ( Personer[Antal] ) )',
    'SUMMA ( Personer[Antal] )',
    'DIVIDE ( 1 )',
    'VAR Åtta = 8 RETURN Åtta',
    'VAR Personer = 8 RETURN Personer',
    'VAR Minst = 8',
    '1 +',
    "'Personer'",
    '"öppet',
  ])
    expect(definition(wrong), wrong).toThrow();
});

describe('the calculated table is the lathund', () => {
  it.each(REGISTERS)('%s', async (_, rows) => {
    const core = byPerson(personsByCore(rows));
    expect(byPerson(objects(modelOf(rows).tables.get(PERSONS.table)!))).toEqual(core);
    await loadSql(rows);
    const columns = [
      PERSONS.person,
      PERSONS.count,
      PERSONS.first,
      PERSONS.last,
      ...DERIVED_COLUMNS.map(({ name }) => name),
    ];
    const sql = await sqlRows(
      `SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM "${PERSONS.table}"`,
    );
    const numbers = new Set<string>([PERSONS.count, PERSONS.order, ...Object.keys(MONTHS)]);
    const asObjects = sql.map((row) =>
      Object.fromEntries(columns.map((name, i) => [name, numbers.has(name) ? Number(row[i]) : row[i]])),
    );
    expect(byPerson(asObjects)).toEqual(core);
  });

  it('without numbers every row counts', () => {
    const rows = randomRegister(77);
    const persons = objects(modelOf(rows, 'dax/personer-utan-nummer.dax').tables.get(PERSONS.table)!);
    expect(byPerson(persons)).toEqual(byPerson(personsByCore(rows, { columns: { number: false } })));
  });

  it('rows without person or day are not counted', () => {
    const tables = new Map([
      [
        ROWS.table,
        {
          columns: [ROWS.person, ROWS.date, ROWS.number] as string[],
          rows: [
            ['A', new Day(1), '1'],
            ['A', null, '2'],
            [null, new Day(1), '3'],
            ['', new Day(1), '4'],
          ] as Scalar[][],
        },
      ],
    ]);
    const [, persons] = readDefinition(fileOf('dax/personer.dax'), TABLES);
    expect(objects(base(tabled({ tables, measures: new Map(), relation: null }, persons)))).toMatchObject([
      { Person: 'A', Antal: 1 },
    ]);
  });
});

describe('months and groups', () => {
  const days = readFileSync(
    new URL('../../../core/test/lathund/fixtures/datedif.csv', import.meta.url),
    'utf8',
  )
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const expected = days.map(([, , ...months]) => months.map(Number));
  const months = DERIVED_COLUMNS.slice(0, 3);

  it('in DAX, of each two days, are what LibreOffice answers', () => {
    const model: Model = {
      tables: new Map([
        [
          PERSONS.table,
          {
            columns: [PERSONS.first, PERSONS.last] as string[],
            rows: days.map(([first, last]) => [new Day(dayOf(first!)), new Day(dayOf(last!))]),
          },
        ],
      ]),
      measures: new Map(),
      relation: null,
    };
    const byColumn = columnsFile()
      .slice(0, 3)
      .map(([, value]) => columned(model, PERSONS.table, value));
    expect(days.map((_, i) => byColumn.map((column) => column[i]))).toEqual(expected);
  });

  it('in SQL too', async () => {
    const values = days.map(([first, last]) => `(DATE '${first!}', DATE '${last!}')`).join(', ');
    const sql = await sqlRows(
      `SELECT ${months.map(({ value }) => `${rowSql(value)}::DOUBLE`).join(', ')} FROM (VALUES ${values}) days("${PERSONS.first}", "${PERSONS.last}")`,
    );
    expect(sql.map((row) => row.map(Number))).toEqual(expected);
  });

  it('and in Power Query', async () => {
    const rows = days.map(([first, last]) => [
      new PowerQueryDay(dayOf(first!)),
      new PowerQueryDay(dayOf(last!)),
    ]);
    const steps = months.reduce(
      (so, { name, value }) => `Table.AddColumn(${so}, "${name}", each ${rowPowerQuery(value)})`,
      'Dagar',
    );
    const made = await evaluated(steps, {
      queries: { Dagar: { columns: [PERSONS.first, PERSONS.last], rows } },
    });
    expect(objectsOf(made).map((row) => months.map(({ name }) => row[name]))).toEqual(expected);
  });

  it('as columns of a table that has persons already, they are as in the calculated table', () => {
    const { tables } = modelOf(sample);
    const { columns, rows } = tables.get(PERSONS.table)!;
    const four = { columns: columns.slice(0, 4), rows: rows.map((row) => row.slice(0, 4)) };
    const model: Model = {
      tables: new Map([[PERSONS.table, four]]),
      measures: new Map(),
      relation: null,
    };
    for (const [name, value] of columnsFile())
      expect(columned(model, PERSONS.table, value)).toEqual(rows.map((row) => row[columns.indexOf(name)]));
  });

  function columnsFile() {
    const found = fileOf('dax/kolumner.dax')
      .split('\n\n')
      .slice(1)
      .map((part) => readDefinition(part, TABLES));
    expect(found.map(([name]) => name)).toEqual(DERIVED_COLUMNS.map(({ name }) => name));
    return found;
  }
});

it('the script for the TMDL view has the same measures, each with its format and folder', () => {
  const [command, , table, , ...lines] = MEASURES_SCRIPT.text.trimEnd().split('\n');
  expect([command, table]).toEqual(['createOrReplace', `\tref table ${PERSONS.table}`]);
  const found = lines
    .join('\n')
    .split('\n\n')
    .map((part) => {
      const [description, first, ...rest] = part.split('\n');
      const name = /^\t\tmeasure (?:'([^']+)'|(\S+)) =$/.exec(first!)!;
      expect(description).toMatch(/^\t\t\/\/\/ \S/);
      // The expression stands two levels in from its measure, the properties one.
      const expression = rest.filter((line) => line.startsWith('\t\t\t\t'));
      const properties = rest.slice(expression.length);
      expect(properties.every((line) => /^\t\t\t(formatString|displayFolder): \S/.test(line))).toBe(true);
      expect(properties.at(-1)).toContain('displayFolder');
      return [name[1] ?? name[2], readDefinition(`X =${expression.join('\n')}`, TABLES)[1]] as const;
    });
  expect(found).toEqual([...query.measures]);
});

describe('every measure in DAX is the same in SQL', () => {
  const views: View[] = [null, [1], [5], [1, 3, 4]].map((groups) => ({ ...EVERYTHING, groups }));

  it('the file has them all', () => {
    expect([...query.measures.keys()]).toEqual(ALL_MEASURES.map(({ name }) => name));
  });

  it.each(REGISTERS)('%s', async (_, rows) => {
    await loadSql(rows);
    const model = modelOf(rows);
    for (const { name } of ALL_MEASURES)
      for (const view of views) {
        const filters = new Map<string, ReadonlySet<string>>();
        if (view.groups !== null && isOfChosen(name))
          filters.set('Frekvensgrupper[Gruppordning]', new Set(view.groups.map(keyOf)));
        else if (view.groups !== null)
          for (const [column, values] of ofPersons(view.groups)) filters.set(column, values);
        expectSame(
          measured(model, name, filters),
          await bySql(name, view),
          `${name} ${JSON.stringify(view.groups)}`,
        );
      }
  });
});

describe('measures are core’s figures', () => {
  it.each(REGISTERS)('%s', (_, rows) => {
    const core = byCore(rows);
    const model = modelOf(rows);
    const cell = (id: string, key: string, column: string) =>
      core.tables.find((table) => table.id === id)!.rows.find((row) => row.key === key)!.cells[column]!.value;
    for (const [key, filters] of [
      ...KEYS.map((key, i) => [key, ofPersons([i + 1])] as const),
      ['total', new Map() as Filters] as const,
    ]) {
      const own = (measure: string) => Number(measured(model, measure, filters));
      expect(own('Antal personer')).toBe(cell('persons-by-group', key, 'persons'));
      expect(own('Antal aktualiseringar')).toBe(cell('actualisations-by-group', key, 'actualisations'));
      expect(100 * own('Andel av personerna')).toBeCloseTo(cell('persons-by-group', key, 'percent')!, 10);
      expect(100 * own('Andel av aktualiseringarna')).toBeCloseTo(
        cell('actualisations-by-group', key, 'percent')!,
        10,
      );
    }
    const tenth = core.concentration.top.find(({ share }) => share === 0.1)!.ofActualisations;
    expect(measured(model, 'Andel för de 10 procent som kommer oftast')).toBeCloseTo(tenth, 12);
    expect(Number(measured(model, 'Ginikoefficient'))).toBeCloseTo(core.concentration.gini, 12);
    expect(measured(model, 'Huvudfynd')).toBe(headlineOf(rows));
  });

  function headlineOf(rows: readonly Row[]): string {
    const [overview] = resultDocument(analysisOf(rows), 'sv').sheets;
    const block = overview!.blocks.find(({ kind }) => kind === 'paragraph');
    return (block as { text: string }).text;
  }

  it('the query shows tables 1 and 2', () => {
    const shown = tabled(modelOf(sample), query.evaluate);
    const inOrder = [...shown.rows].sort((a, b) => Number(a[0]) - Number(b[0]));
    expect(inOrder.map((row) => row.slice(1, 3))).toEqual(
      byCore(sample)
        .tables[0]!.rows.slice(0, -1)
        .map(({ cells }, i) => [FREQUENCY_GROUPS[i]!.name, cells['persons']!.value]),
    );
  });
});

describe('measures of what the reader chooses are the lathund of that period', () => {
  it.each(REGISTERS)('%s', async (_, rows) => {
    const deduplicated = uniqueRows(rows);
    await loadSql(deduplicated);
    const model = modelOf(deduplicated);
    for (const year of new Set(deduplicated.map(({ date }) => date.slice(0, 4)))) {
      const core = byCore(deduplicated, { period: { from: `${year}-01-01`, to: `${year}-12-31` } });
      const days = deduplicated
        .filter(({ date }) => date.startsWith(year))
        .map(({ date }) => keyOf(new Day(dayOf(date))));
      for (const [i, key] of KEYS.entries()) {
        const filters = new Map([
          [`${ROWS.table}[${ROWS.date}]`, new Set(days)],
          ['Frekvensgrupper[Gruppordning]', new Set([keyOf(i + 1)])],
        ]);
        const row = core.tables[1]!.rows.find((found) => found.key === key)!.cells;
        expect(Number(measured(model, 'Personer i urvalet', filters))).toBe(row['persons']!.value);
        expect(Number(measured(model, 'Aktualiseringar i urvalet', filters))).toBe(
          row['actualisations']!.value,
        );
        expect(100 * Number(measured(model, 'Andel av aktualiseringarna i urvalet', filters))).toBeCloseTo(
          row['percent']!.value!,
          10,
        );
        const view = { groups: [i + 1], rows: `year("${ROWS.date}") = ${year}` };
        for (const { name } of ALL_MEASURES.filter((measure) => isOfChosen(measure.name)))
          expectSame(measured(model, name, filters), await bySql(name, view), `${name} ${key} ${year}`);
      }
    }
  });

  /** As Power Query leaves them. */
  function uniqueRows(rows: readonly Row[]): Row[] {
    const { account } = analysisOf(rows).register;
    const out = new Set(account.excluded.map(({ row }) => row));
    return rows.filter((_, i) => !out.has(i + 2));
  }
});

describe('for publication', () => {
  const years = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ date: `20${String(10 + (i % 10))}-01-01`, number: null }));
  /** Persons by group; each comes as often as the group's lowest. */
  const registerOf = (persons: readonly number[]): Row[] =>
    persons.flatMap((n, group) =>
      Array.from({ length: n }, (_, i) =>
        years(FREQUENCY_GROUPS[group]!.lowest).map((row) => ({
          ...row,
          person: `19600101${String(group)}${String(i).padStart(3, '0')}`,
        })),
      ).flat(),
    );

  const upTo = chanceOf(42);
  const registers = [
    ...[
      [6, 1, 9, 0, 7],
      [1, 1, 1, 1, 1],
      [1, 0, 0, 0, 0],
      [4, 4, 0, 0, 0],
      [20, 3, 3, 3, 3],
      [0, 0, 5, 4, 0],
      [9, 8, 7, 6, 5],
    ],
    ...Array.from({ length: 8 }, () => Array.from({ length: 5 }, () => upTo(9))),
  ].filter((persons) => persons.some((n) => n > 0));

  it.each(registers.map((persons) => [persons]))(
    'nobody reads or works out a small group: %j',
    async (persons) => {
      const rows = registerOf(persons);
      const model = modelOf(rows);
      const shown = (groups: readonly number[] | null) =>
        measured(model, 'Antal personer (publicering)', groups === null ? new Map() : ofPersons(groups));
      const total = persons.reduce((a, b) => a + b);
      const hidden = persons.flatMap((_, i) => (shown([i + 1]) === '..' ? [i] : []));
      for (const [i, n] of persons.entries()) {
        if (n > 0 && n < THRESHOLD) expect(hidden).toContain(i);
        if (!hidden.includes(i)) expect(shown([i + 1])).toBe(String(n));
        // A group of nobody is not hidden.
        if (n === 0) expect(hidden).not.toContain(i);
      }
      expect(hidden.length === 0).toBe(persons.every((n) => n === 0 || n >= THRESHOLD));
      if (shown(null) === '..') {
        expect(hidden.length).toBeGreaterThan(0);
      } else if (hidden.length > 0) {
        // What the total gives back: the hidden groups' sum. Any of them could still have the threshold or more.
        const sum = hidden.reduce((so, i) => so + persons[i]!, 0);
        expect(hidden.length).toBeGreaterThan(1);
        expect(sum - (hidden.length - 1)).toBeGreaterThanOrEqual(THRESHOLD);
        expect(shown(null)).toBe(String(total));
      }
      // A part of the hidden groups together with others is not given back either.
      for (const i of hidden)
        for (const j of persons.keys())
          if (!hidden.includes(j) || hidden.length > 2) if (i !== j) expect(shown([i + 1, j + 1])).toBe('..');
      const actualisations = [null, 1, 2, 3, 4, 5].map((order) =>
        measured(
          model,
          'Antal aktualiseringar (publicering)',
          order === null ? new Map() : ofPersons([order]),
        ),
      );
      expect(actualisations.includes('..')).toBe(persons.some((n) => n > 0 && n < THRESHOLD));
      if (actualisations.includes('..')) expect(new Set(actualisations).size).toBe(1);
      // What core hides of the persons because of their number, is hidden here.
      const core = byCore(rows, { protection: { mode: 'publication', threshold: THRESHOLD } });
      const primary = core.tables[0]!.rows.flatMap(({ cells }, i) =>
        cells['persons']!.suppressed && persons[i]! < THRESHOLD && i < 5 ? [i] : [],
      );
      expect(hidden).toEqual(expect.arrayContaining(primary.filter((i) => persons[i]! > 0)));
      await loadSql(rows);
      for (const { name } of ALL_MEASURES.filter(({ name: of }) => of.includes('publicering')))
        for (const groups of [null, [1], [1, 2]])
          expect(await bySql(name, { ...EVERYTHING, groups })).toBe(
            measured(model, name, groups === null ? new Map() : ofPersons(groups)),
          );
    },
  );
});
