/** The Power Query of docs/powerbi: read by Microsoft's parser, and run by an engine of ours beside core. */
import { readFileSync } from 'node:fs';
import { analyse, isoDate, readSettings, resultJson, sheetOf, type Cell } from 'isu-core';
import { sampleRegister } from 'isu-sample-register';
import { describe, expect, it } from 'vitest';
import { POWER_QUERY_FILES } from '../src/files.ts';
import { LATHUNDEN, LOADED_QUERIES, REASONS } from '../src/power-query.ts';
import { Day, evaluated, field, objectsOf, parsed, type Table, type Value } from './power-query-engine.ts';

interface Result {
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly excluded: readonly { readonly row: number; readonly reason: keyof typeof REASONS }[];
  };
  readonly persons: readonly {
    readonly person: string;
    readonly actualisations: number;
    readonly first: string;
    readonly last: string;
    readonly months: number;
    readonly group: string;
  }[];
}

const CONVENTIONS = {
  completed: 'Månader (hela)',
  boundaries: 'Månader (skiften)',
  average: 'Månader (medel)',
} as const;
const GROUP_KEYS = ['1', '2', '3-6', '7-11', '12+'];

function byCore(rows: readonly (readonly Cell[])[], given: object): Result {
  const settings = readSettings({ asOf: '2026-01-01', ...given }, '2026-01-01');
  if (!settings.ok) throw new Error(settings.problem.en);
  const analysed = analyse(sheetOf(rows), settings.value, { name: 'prov', sha256: null, sheet: null });
  if (!analysed.ok) throw new Error(analysed.problem.en);
  return JSON.parse([...resultJson(analysed.value, 'sv')].join('')) as Result;
}

/** As a person sets the first lines of the query. */
function setIn(values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((so, [name, value]) => {
    const line = new RegExp(`^( +${name} = )[^,\\n/]*?(,? *(?://.*)?)$`, 'm');
    if (!line.test(so)) throw new Error(`no setting ${name}`);
    return so.replace(line, `$1${value}$2`);
  }, LATHUNDEN);
}

const gridOf = (rows: readonly (readonly Cell[])[]): Table => {
  const width = Math.max(...rows.map(({ length }) => length));
  return {
    columns: Array.from({ length: width }, (_, i) => `Column${String(i + 1)}`),
    rows: rows.map((row) => Array.from({ length: width }, (_, i) => (row[i] ?? null) as Value)),
  };
};

async function byPowerQuery(
  csv: Table,
  settings: Readonly<Record<string, string>> = {},
): Promise<Record<string, Record<string, unknown>[]>> {
  const lathunden = (await evaluated(setIn(settings), { csv })) as () => Value;
  const once = lathunden();
  const made = await Promise.all(
    LOADED_QUERIES.map(
      async ({ name, text }) =>
        [name, objectsOf(await evaluated(text, { queries: { Lathunden: () => once } }))] as const,
    ),
  );
  return Object.fromEntries(made);
}

/** Persons, months in all three ways, groups, and every row that does not count with its reason: as core has them. */
async function expectSame(
  rows: readonly (readonly Cell[])[],
  given: {
    readonly core?: object;
    readonly settings?: Readonly<Record<string, string>>;
    readonly grid?: Table;
  } = {},
): Promise<Result> {
  const core = byCore(rows, given.core ?? {});
  const tables = await byPowerQuery(given.grid ?? gridOf(rows), given.settings);
  const months = Object.entries(CONVENTIONS).map(
    ([convention, name]) => [name, byCore(rows, { ...given.core, months: convention }).persons] as const,
  );
  const byPerson = (a: { Person: unknown }, b: { Person: unknown }) =>
    String(a.Person) < String(b.Person) ? -1 : 1;
  const persons = core.persons.map(({ person, actualisations, first, last, group }, at) => ({
    Person: person,
    Antal: actualisations,
    Tidigaste: first,
    Senaste: last,
    ...Object.fromEntries(months.map(([name, of]) => [name, of[at]!.months])),
    Frekvensgrupp: group.replace(/^(\d+)-(\d+)$/, '$1–$2').replace('+', ' eller fler'),
    Gruppordning: GROUP_KEYS.indexOf(group) + 1,
  }));
  expect((tables['Personer'] as { Person: unknown }[]).sort(byPerson)).toEqual(persons.sort(byPerson));
  expect(tables['Uteslutna rader']).toEqual(
    core.rows.excluded.map(({ row, reason }) => ({ 'Rad i uttaget': row, Skäl: REASONS[reason] })),
  );
  expect(tables['Radredovisning']).toEqual([
    { Utfall: 'lästa', 'Antal rader': core.rows.read },
    { Utfall: 'använda', 'Antal rader': core.rows.used },
    ...Object.entries(REASONS).map(([reason, words]) => ({
      Utfall: words,
      'Antal rader': core.rows.excluded.filter((row) => row.reason === reason).length,
    })),
  ]);
  expect(tables['Aktualiseringar']).toHaveLength(core.rows.used);
  return core;
}

const HEADER = ['Personnummer', 'Aktualiseringsdatum', 'Aktualiseringsnummer'];
const ONLY_THREE = { Typ: 'null', Orsak: 'null', Anmälare: 'null', Organisation: 'null', Utredning: 'null' };

describe('Microsoft’s parser reads', () => {
  it.each(POWER_QUERY_FILES.map(({ path, text }) => [path, text]))('%s', async (_, text) => {
    await expect(parsed(text)).resolves.toBeDefined();
  });

  it('and refuses what is not the language', async () => {
    await expect(parsed(LATHUNDEN.replace('\nin\n', '\n'))).rejects.toThrow();
  });
});

describe('from the export to persons as core has them', () => {
  it('the sample register', async () => {
    const { header, rows } = sampleRegister();
    const cells = rows.map((row) => [
      row.person,
      String(row.number),
      isoDate(row.day),
      row.reason,
      row.type,
      row.referrer,
      row.organisation,
      row.decision,
    ]);
    const core = await expectSame([header, ...cells]);
    expect(core.rows.used).toBe(3465);
    expect(core.persons).toHaveLength(679);
  });

  it('the messy register, whose answer is made without the product', async () => {
    const file = (name: string) =>
      readFileSync(new URL(`../../../test/definitions/fixtures/${name}`, import.meta.url), 'utf8');
    const answer = JSON.parse(file('messy-answer.json')) as {
      rows: { excluded: { row: number; reason: string }[] };
    };
    const grid = file('messy-register.csv')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(';').map((cell) => cell || null));
    // Its settings limit reasons too, which the query leaves to the export.
    const core = await expectSame(grid, {
      core: { columns: { person: 'Personnr', date: 'Inkom datum', number: 'Akt.nr' } },
      settings: {
        ...ONLY_THREE,
        Rubrikrad: '4',
        Person: '"Personnr"',
        Datum: '"Inkom datum"',
        Nummer: '"Akt.nr"',
      },
    });
    const before = new Set(['outside-period', 'under-age', 'outside-selection']);
    expect(core.rows.excluded.map(({ row, reason }) => ({ row, reason }))).toEqual(
      answer.rows.excluded
        .filter(({ reason }) => !before.has(reason))
        .map(({ row, reason }) => ({ row, reason })),
    );
  });

  it('period and lowest age', async () => {
    const { header, rows } = sampleRegister({ seed: 2 });
    const cells = rows.slice(0, 600).map((row) => [row.person, String(row.number), isoDate(row.day)]);
    const core = await expectSame([[...header.slice(0, 3)], ...cells], {
      core: { period: { from: '2017-03-01', to: '2018-12-31' }, lowestAge: 30 },
      settings: {
        ...ONLY_THREE,
        FrånOchMed: '#date(2017;3;1)'.replaceAll(';', ', '),
        TillOchMed: '#date(2018, 12, 31)',
        LägstaÅlder: '30',
      },
    });
    expect(new Set(core.rows.excluded.map(({ reason }) => reason))).toEqual(
      new Set(['outside-period', 'under-age']),
    );
  });

  it('persons in every notation', async () => {
    const persons = [
      ...[
        '19600210-9863',
        '600210-9863',
        '6002109863',
        '196002109863',
        ' 19600210–9863 ',
        "'600210-9863",
        '600210+9863',
      ],
      ...[
        '1,96002109863E+11',
        '1,97E+11',
        '110052388',
        '19811278-9872',
        '811278-9872',
        '811278-0000',
        '19600210-TF12',
      ],
      ...[
        '19600210-T123',
        '19600210',
        '600210-',
        '600210-XXXX',
        'Okänd',
        'NULL',
        '#N/A',
        '???',
        'K-17',
        'k-18',
        '20301301-1234',
        '123',
        '1E+11',
      ],
      ...[
        '000229-2384',
        '19600210 9863',
        '8112189876',
        '811218+9876',
        '18000101-1234',
        '17990101-1234',
        '600210 T1',
        '9102-AB',
        '181217-9876',
        '181218-9875',
      ],
    ];
    await expectSame(
      [
        HEADER,
        ...persons.flatMap((person, i) => [
          [person, '2018-12-17', String(i)],
          [person, '1999-01-31', `B${String(i)}`],
        ]),
      ],
      { settings: ONLY_THREE },
    );
  });

  it('persons by codes of their own, compared exactly, also where they look like a personnummer', async () => {
    const rows = ['A1', 'a1', 'A1', '00000017', '8112189876', '1E+11', 'TF', 'okänd'].map((code, i) => [
      code,
      '2020-01-31',
      String(i),
    ]);
    await expectSame([HEADER, ...rows], { settings: ONLY_THREE });
  });

  it('days in every notation, day before month', async () => {
    const days = [
      ...[
        '2017-01-05',
        '20170105',
        '2017-01-05 08:15',
        '2017-01-05T08:15:30',
        '2017/1/5',
        '2017.01.05',
        '5/1 2017',
        '05/01/2017',
      ],
      ...[
        '5.1.2017',
        '5-1-2017',
        '17-01-05',
        '89-12-31',
        '90-01-01',
        '0000-00-00',
        '9999-12-31',
        '99999999',
        '00000000',
        '',
        null,
      ],
      ...[
        '2019-02-30',
        '13/13/2017',
        '2017-13-01',
        'i går',
        '2017-1',
        '5 jan 2017',
        '2020-02-29',
        '1900-02-29',
        '5/1 2017 kl 08.15',
      ],
      ...[
        '31/12/2016',
        '12/31/2016',
        '20170105 0815',
        '2017-01-05 x',
        '42',
        '2017-01/05',
        '1 / 2 2017',
        '9999-12-31T00:00:00',
      ],
    ];
    await expectSame([HEADER, ...days.map((day, i) => ['19600210-9863', day, String(i)])], {
      settings: ONLY_THREE,
    });
  });

  it('numbers and dates of a workbook, where a leading zero is lost and a number of a matter is a number', async () => {
    const serial = 42_740; // 2017-01-05
    const rows: (readonly Cell[])[] = [
      [196_002_109_863, serial, 1001],
      [1_010_123, serial + 1, '1001'],
      ['19600210-9863', 20_170_105, '1001'],
      [6_002_109_863, serial + 40.5, 1002],
      [null, null, null],
      [196_002_109_863, 0, 1003],
      [196_002_109_863, 60, 1004],
      [196_002_109_863, 59, 1005],
    ];
    await expectSame([HEADER, ...rows], { settings: ONLY_THREE });
    // Excel.Workbook gives date cells as dates.
    const asDays = rows.map(([person, date, number]) => [
      person,
      typeof date === 'number' && date > 40_000 && date < 50_000 ? new Day(Math.floor(date) - 25_569) : date,
      number,
    ]) as unknown as Cell[][];
    await expectSame([HEADER, ...rows], { settings: ONLY_THREE, grid: gridOf([HEADER, ...asDays]) });
  });

  it('duplicates: the earliest day stays, of equal days the first; other persons’ and empty numbers do not count', async () => {
    const [anna, bo] = ['19600210-9863', '19691010-9823'];
    await expectSame(
      [
        HEADER,
        [anna, '2020-03-01', '7'],
        [anna, '2020-02-01', '7'],
        ['600210-9863', '2020-02-01', ' 7 '],
        [bo, '2020-02-01', '7'],
        [bo, '2020-02-01', null],
        [bo, '2020-02-01', null],
        [anna, '2020-05-01', '8'],
        [anna, 'okänt', '8'],
      ],
      { settings: ONLY_THREE },
    );
  });

  it('without a number column every row counts', async () => {
    const rows = [HEADER.slice(0, 2), ['19600210-9863', '2020-01-01'], ['19600210-9863', '2020-01-01']];
    const core = await expectSame(rows, { settings: { ...ONLY_THREE, Nummer: 'null' } });
    expect(core.rows.used).toBe(2);
  });

  it('random registers', async () => {
    let state = 4711;
    const upTo = (n: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % n;
    };
    const two = (n: number) => String(n).padStart(2, '0');
    for (let round = 0; round < 3; round++) {
      const rows = Array.from({ length: 1 + upTo(150) }, () => {
        const birth = `${String(1940 + upTo(6))}${two(1 + upTo(12))}${two(1 + upTo(28))}`;
        const person = `${birth}-98${String(upTo(2))}${String(upTo(3))}`;
        const written = [person, person.slice(2), person.replace('-', ''), ` ${person}`][upTo(4)]!;
        const day = `${String(2016 + upTo(5))}-${two(1 + upTo(12))}-${two(1 + upTo(31))}`;
        return [upTo(30) === 0 ? null : written, day, upTo(10) === 0 ? null : String(upTo(80))];
      });
      if (rows.every(([person]) => person === null)) continue;
      await expectSame([HEADER, ...rows], { settings: ONLY_THREE });
    }
  });
});

it('a header that the export does not have is named', async () => {
  await expect(
    byPowerQuery(gridOf([HEADER, ['19600210-9863', '2020-01-01', '1']]), {
      ...ONLY_THREE,
      Nummer: '"Akt.nr"',
    }),
  ).rejects.toThrow("'Akt.nr'");
});

it('a workbook is read from its first sheet, or the one named', async () => {
  const sheet = gridOf([HEADER, ['19600210-9863', '2020-01-01', '1']]);
  const workbook: Table = {
    columns: ['Name', 'Data', 'Kind'],
    rows: [
      ['T1', sheet, 'Table'],
      ['Försättsblad', gridOf([['x']]), 'Sheet'],
      ['Uttag', sheet, 'Sheet'],
    ],
  };
  const settings = { ...ONLY_THREE, Fil: '"C:\\uttag.xlsx"', Blad: '"Uttag"' };
  const lathunden = (await evaluated(setIn(settings), { workbook })) as () => Value;
  expect(objectsOf(field(lathunden(), 'Personer'))).toHaveLength(1);
});
