/**
 * Which rows are used, and why the others are not (definitions.md, "From rows to a register"): read = used + excluded,
 * each excluded row with the first reason that holds. Persons are of Skatteverket's test series.
 */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/register/day.ts';
import { EXCLUSION_REASONS, noUsableRows, WARNINGS } from '../../src/register/register.ts';
import type { Cell } from '../../src/register/sheet.ts';
import { excludedOf, personsOf, problemOf, registerOf, warningsOf } from './reading.ts';

const A = '19500101-9800';
const B = '19500101-9818';
const C = '19500101-9826';
const CHILD = '20050307-2381';

describe('rows', () => {
  it('with no cell filled are ignored; every other row is read', () => {
    const register = registerOf([
      ['Personnummer', 'Datum', 'Typ'],
      [A, '2018-01-01', 'Ansökan'],
      [],
      [null, '', '   '],
      [null, null, 'Ansökan'],
      [B, '2018-01-02'],
      [undefined, undefined],
    ]);
    expect(register.account.read).toBe(3);
    expect(register.account.used).toBe(2);
    expect([...register.row]).toEqual([2, 6]);
    expect(excludedOf(register)).toEqual(['5 missing-person']);
  });

  it('are read also where only a column without a header is filled', () => {
    const register = registerOf([
      ['Personnummer', 'Datum'],
      [A, '2018-01-01'],
      [null, null, 'Summa'],
    ]);
    expect(excludedOf(register)).toEqual(['3 missing-person']);
  });

  it('are numbered as the source shows them: 2 under a header in row 1', () => {
    expect([
      ...registerOf([
        ['Person', 'Datum'],
        ['A', '2018-01-01'],
        ['A', '2018-01-02'],
      ]).row,
    ]).toEqual([2, 3]);
  });
});

it('the reasons stand in the order of the definitions', () => {
  expect(EXCLUSION_REASONS).toEqual([
    'missing-person',
    'unidentified-person',
    'missing-date',
    'invalid-date',
    'duplicate',
    'outside-period',
    'under-age',
    'outside-selection',
  ]);
});

describe('a row with several faults has the first reason that holds', () => {
  const settings = {
    period: { from: '2017-01-01', to: '2022-06-30' },
    lowestAge: 18,
    reasons: ['Missbruk/beroende'],
  };
  const HEADERS = ['Personnummer', 'Aktualiseringsnummer', 'Datum', 'Orsak'];
  const USED: Cell[] = [A, 1, '2018-01-01', 'Missbruk/beroende'];

  it.each<[string, Cell[]]>([
    ['missing-person', [null, 1, null, 'Våld']],
    ['missing-person', [null, 1, '2019-02-30', 'Våld']],
    ['missing-person', ['', 1, '2000-01-01', 'Våld']],
    ['unidentified-person', ['20100101-0000', 1, null, 'Våld']],
    ['unidentified-person', ['20100101-TF12', 1, '2019-02-30', 'Våld']],
    ['missing-date', [A, 1, null, 'Våld']],
    ['missing-date', [CHILD, 1, '9999-12-31', 'Våld']],
    ['invalid-date', [CHILD, 1, '2019-02-30', 'Våld']],
    ['duplicate', [A, 1, '2023-01-01', 'Våld']],
    ['outside-period', [CHILD, 2, '2016-12-31', 'Våld']],
    ['outside-period', [CHILD, 2, '2022-07-01', 'Missbruk/beroende']],
    ['under-age', [CHILD, 2, '2018-01-01', 'Våld']],
    ['outside-selection', [B, 2, '2018-01-01', 'Våld']],
    ['outside-selection', [B, 2, '2018-01-01', null]],
  ])('%s', (reason, row) => {
    const register = registerOf([HEADERS, USED, row], settings);
    expect(excludedOf(register)).toEqual([`3 ${reason}`]);
    expect(register.account).toMatchObject({ read: 2, used: 1 });
  });

  it('and the row beside it is used', () => {
    expect(excludedOf(registerOf([HEADERS, USED], settings))).toEqual([]);
  });
});

it('an excluded row keeps the cell that was the reason, as written', () => {
  const register = registerOf(
    [
      ['Personnummer', 'Nr', 'Datum', 'Orsak', 'Organisation'],
      [A, 'X1', '2018-01-01', 'Missbruk', 'Vuxen'],
      [null, 'X2', '2018-01-01', 'Missbruk', 'Vuxen'],
      ['19500101-TF12', 'X3', '2018-01-01', 'Missbruk', 'Vuxen'],
      [A, 'X4', '9999-12-31', 'Missbruk', 'Vuxen'],
      [A, 'X5', '31/2 2018', 'Missbruk', 'Vuxen'],
      [A, 'X1', '2018-01-02', 'Missbruk', 'Vuxen'],
      [A, 'X6', '1/7 2022', 'Missbruk', 'Vuxen'],
      [A, 'X7', '2018-01-01', 'Våld', 'Barn'],
    ],
    { period: { to: '2022-06-30' }, reasons: ['Missbruk'], organisations: ['Vuxen'] },
  );
  expect(register.account.excluded).toEqual([
    { row: 3, reason: 'missing-person', value: '' },
    { row: 4, reason: 'unidentified-person', value: '19500101-TF12' },
    { row: 5, reason: 'missing-date', value: '9999-12-31' },
    { row: 6, reason: 'invalid-date', value: '31/2 2018' },
    { row: 7, reason: 'duplicate', value: 'X1' },
    { row: 8, reason: 'outside-period', value: '1/7 2022' },
    { row: 9, reason: 'outside-selection', value: 'Våld · Barn' },
  ]);
});

describe('duplicates: same number and same person', () => {
  const dup = (rows: readonly Cell[][], given: object = {}) =>
    registerOf([['Personnummer', 'Aktnr', 'Datum'], ...rows], given);
  const daysOf = (register: ReturnType<typeof dup>) => Array.from(register.day, isoDate);

  it('the row with the earliest date stays', () => {
    const register = dup([
      [A, 7, '2018-03-01'],
      [A, 7, '2018-01-01'],
      [A, 7, '2018-02-01'],
    ]);
    expect(daysOf(register)).toEqual(['2018-01-01']);
    expect(excludedOf(register)).toEqual(['2 duplicate', '4 duplicate']);
  });

  it('of equal dates the first in the source', () => {
    const register = dup([
      [A, 7, '2018-03-01'],
      [A, 7, '2018-01-01'],
      [A, 7, '1/1 2018'],
    ]);
    expect([...register.row]).toEqual([3]);
    expect(excludedOf(register)).toEqual(['2 duplicate', '4 duplicate']);
  });

  it('are told by person and number however they are written', () => {
    const register = dup([
      [A, '7', '2018-01-01'],
      ['5001019800', 7, '2018-01-02'],
      [195001019800, ' 7 ', '2018-01-03'],
    ]);
    expect(excludedOf(register)).toEqual(['3 duplicate', '4 duplicate']);
  });

  it('are found before the period: the earliest stays and is then outside it, the later is a duplicate', () => {
    const register = dup(
      [
        [A, 7, '2016-12-31'],
        [A, 7, '2017-01-01'],
        [A, 8, '2017-01-01'],
      ],
      { period: { from: '2017-01-01' } },
    );
    expect(excludedOf(register)).toEqual(['2 outside-period', '3 duplicate']);
  });

  it('are not sought among rows that are excluded before: without a date, a row is no duplicate', () => {
    const register = dup([
      [A, 7, null],
      [A, 7, '2019-02-30'],
      [A, 7, '2018-01-01'],
    ]);
    expect(excludedOf(register)).toEqual(['2 missing-date', '3 invalid-date']);
  });

  it('a row without a number is none', () => {
    const register = dup([
      [A, null, '2018-01-01'],
      [A, null, '2018-01-01'],
      [A, '', '2018-01-01'],
    ]);
    expect(register.used).toBe(3);
    expect(warningsOf(register)).toEqual([]);
  });

  it('shared with a row that is left out are told of the row that is used alone', () => {
    const register = dup(
      [
        [A, 7, '2018-01-01'],
        [B, 7, '2016-12-31'],
      ],
      { period: { from: '2017-01-01' } },
    );
    expect(excludedOf(register)).toEqual(['3 outside-period']);
    expect(warningsOf(register)).toEqual(['2 number-shared']);
  });

  it('of a person in two centuries are not of one person', () => {
    const register = dup([
      ['170101-2393', 7, '2016-12-31'],
      ['170101-2393', 7, '2017-01-01'],
    ]);
    expect(register.used).toBe(2);
    expect(warningsOf(register)).toEqual(['2 number-shared', '3 number-shared']);
  });
});

describe('a number shared by different persons', () => {
  it('is a warning, and all are used', () => {
    const register = registerOf([
      ['Personnummer', 'Nr', 'Datum'],
      [A, 7, '2018-01-01'],
      [B, 7, '2018-01-02'],
      [C, 8, '2018-01-03'],
      [A, '7', '2018-01-04'],
    ]);
    expect(register.used).toBe(3);
    expect(excludedOf(register)).toEqual(['5 duplicate']);
    expect(warningsOf(register)).toEqual(['2 number-shared', '3 number-shared']);
  });
});

describe('without a number column', () => {
  const HEADERS = ['Personnummer', 'Datum', 'Typ', 'Övrigt'];

  it('nothing is a duplicate; equal rows are used with a warning', () => {
    const register = registerOf([
      HEADERS,
      [A, '2018-01-01', 'Ansökan', 'x'],
      [A, '2018-01-01', 'Ansökan', 'x'],
      ['5001019800', '1/1 2018', 'Ansökan', 'x'],
      [A, '2018-01-01', 'Ansökan', 'y'],
      [A, '2018-01-01', 'Anmälan', 'x'],
      [A, '2018-01-02', 'Ansökan', 'x'],
      [B, '2018-01-01', 'Ansökan', 'x'],
    ]);
    expect(register.used).toBe(7);
    expect(warningsOf(register)).toEqual(['2 equal-rows', '3 equal-rows', '4 equal-rows']);
  });

  it('rows may be equal in any number', () => {
    const many = Number(process.env['ISU_FUZZ_RUNS'] ?? 500) * 400;
    const rows = Array.from({ length: many }, () => ['A', '2020-01-01']);
    expect(registerOf([['Person', 'Datum'], ...rows]).account.warnings).toHaveLength(many);
  });

  it('rows that are alike in empty cells too are equal', () => {
    const register = registerOf([HEADERS, [A, '2018-01-01'], [B, '2018-01-01'], [A, '2018-01-01', null, '']]);
    expect(warningsOf(register)).toEqual(['2 equal-rows', '4 equal-rows']);
  });

  it('persons far apart in number are not confused on far apart days', () => {
    const persons = Array.from({ length: 50 }, (_, i) => `P${String(i)}`);
    const days = ['0001-01-01', '2018-01-01', '9999-12-30'];
    const register = registerOf([
      ['Person', 'Datum'],
      ...persons.flatMap((person) => days.map((day) => [person, day])),
    ]);
    expect(register.used).toBe(150);
    expect(warningsOf(register).filter((warning) => warning.endsWith('equal-rows'))).toEqual([]);
  });
});

describe('the period', () => {
  const rows: Cell[][] = [
    ['Personnummer', 'Datum'],
    ...['2016-12-31', '2017-01-01', '2022-06-30', '2022-07-01'].map((day) => [A, day]),
  ];
  it.each([
    [{ from: '2017-01-01', to: '2022-06-30' }, ['2 outside-period', '5 outside-period']],
    [{ from: '2017-01-01' }, ['2 outside-period']],
    [{ to: '2022-06-30' }, ['5 outside-period']],
    [{ from: '2017-01-01', to: '2017-01-01' }, ['2 outside-period', '4 outside-period', '5 outside-period']],
    [null, []],
  ])('%j has both days included', (period, excluded) => {
    expect(excludedOf(registerOf(rows, { period }))).toEqual(excluded);
  });
});

describe('the lowest age', () => {
  it('leaves out who has not reached it on the day of the row', () => {
    const register = registerOf(
      [
        ['Personnummer', 'Datum'],
        ['20000229-2381', '2018-02-28'],
        ['20000229-2381', '2018-03-01'],
        ['20000615-2383', '2018-06-14'],
        ['20000615-2383', '2018-06-15'],
      ],
      { lowestAge: 18 },
    );
    expect(excludedOf(register)).toEqual(['2 under-age', '4 under-age']);
    expect([...register.age]).toEqual([18, 18]);
  });

  it('is none by default', () => {
    expect(
      registerOf([
        ['Personnummer', 'Datum'],
        ['20170101-2393', '2018-01-01'],
      ]).used,
    ).toBe(1);
  });

  it('lets a row stay whose age is unknown', () => {
    const register = registerOf(
      [
        ['Person', 'Datum', 'Ålder'],
        ['P1', '2018-01-01', null],
        ['P1', '2018-01-01', 'okänd'],
        ['P1', '2018-01-01', 17],
        ['P1', '2018-01-01', 18],
      ],
      { lowestAge: 18 },
    );
    expect(excludedOf(register)).toEqual(['4 under-age']);
  });
});

describe('reasons, types and organisations', () => {
  const rows: Cell[][] = [
    ['Person', 'Datum', 'Orsak', 'Typ', 'Organisation'],
    ['P1', '2018-01-01', 'Missbruk/beroende', 'Ansökan', 'Vuxenenheten'],
    ['P1', '2018-01-01', 'MISSBRUK / BEROENDE', 'Anmälan', 'vuxenenheten'],
    ['P1', '2018-01-01', 'Våld i nära relation', 'Orosanmälan', 'Barnenheten'],
    ['P1', '2018-01-01', 'V?ld i n?ra relation', 'LOB', 'Barnenheten'],
    ['P1', '2018-01-01', null, null, null],
  ];
  const usedRows = (given: object) => [...registerOf(rows, given).row];

  it('are kept by name, in any case and spacing', () => {
    expect(usedRows({ reasons: ['missbruk/beroende'] })).toEqual([2, 3]);
    expect(usedRows({ organisations: ['Vuxenenheten'] })).toEqual([2, 3]);
    expect(usedRows({ reasons: ['Missbruk/beroende', 'Våld i nära relation'] })).toEqual([2, 3, 4, 5]);
  });

  it('are kept by name with å, ä, ö lost in the register or in the settings', () => {
    expect(usedRows({ reasons: ['Våld i nära relation'] })).toEqual([4, 5]);
    expect(usedRows({ reasons: ['Vald i nara relation'] })).toEqual([4]);
  });

  it('are kept by code: a report in all its spellings, LOB counted as a report', () => {
    expect(usedRows({ types: ['report'] })).toEqual([3, 4, 5]);
    expect(usedRows({ types: ['lob'] })).toEqual([5]);
    expect(usedRows({ types: ['application'] })).toEqual([2]);
    expect(usedRows({ types: ['application', 'lob'] })).toEqual([2, 5]);
  });

  it('leave out rows without a value, and everything where the name does not occur', () => {
    expect(usedRows({ reasons: ['Spel'] })).toEqual([]);
    expect(usedRows({ types: ['application', 'report', 'lob', 'other'] })).toEqual([2, 3, 4, 5]);
  });

  it('hold together: each must be met', () => {
    expect(usedRows({ reasons: ['Missbruk/beroende'], types: ['report'] })).toEqual([3]);
  });

  it('of a column that is missing are a problem that names the setting', () => {
    for (const key of ['reasons', 'types', 'organisations']) {
      const problem = problemOf(
        [
          ['Person', 'Datum'],
          ['P1', '2018-01-01'],
        ],
        { [key]: ['Missbruk'] },
      );
      expect(problem.sv).toContain(`«${key}»`);
      expect(problem.en).toContain(`"${key}"`);
    }
  });
});

describe('warnings', () => {
  it('are of used rows only, by row and then in the order of the definitions', () => {
    const register = registerOf(
      [
        ['Personnummer', 'Nr', 'Datum', 'Kön'],
        ['19500101-9819', 7, '2050-01-01', 'Kvinna'],
        ['19500101-9819', 7, '2050-01-02', 'Kvinna'],
        [A, 7, '2018-01-01', 'Kvinna'],
        [null, 7, '1950-01-01', 'Man'],
      ],
      { asOf: '2026-11-22' },
    );
    expect(warningsOf(register)).toEqual([
      '2 check-digit',
      '2 unlikely-date',
      '2 number-shared',
      '2 sex-contradicts',
      '4 number-shared',
    ]);
    expect(WARNINGS).toEqual([
      'check-digit',
      'unlikely-date',
      'number-shared',
      'equal-rows',
      'sex-contradicts',
    ]);
  });
});

describe('a register with nothing to use', () => {
  it('says so of a header alone', () => {
    const { account } = registerOf([['Personnummer', 'Datum']]);
    expect(account).toEqual({ read: 0, used: 0, excluded: [], warnings: [] });
    expect(noUsableRows(account).problem.code).toBe('no-rows');
  });

  it('counts the reasons', () => {
    const register = registerOf(
      [
        ['Personnummer', 'Datum'],
        [null, '2018-01-01'],
        [A, null],
        [A, '2016-01-01'],
        [B, '2016-01-01'],
      ],
      { period: { from: '2017-01-01' } },
    );
    expect(personsOf(register)).toEqual([]);
    expect(register.persons.size).toBe(0);
    const { problem } = noUsableRows(register.account);
    expect(problem.sv).toContain('4 lästa raderna');
    expect(problem.sv).toContain('1 utan person, 1 utan datum, 2 utanför perioden');
    expect(problem.en).toContain('1 without a person, 1 without a date, 2 outside the period');
  });
});

describe('rows that are equal, where there are no numbers', () => {
  const headers = ['Personnummer', 'Datum', 'Orsak', 'Anmälare'];
  const warned = (...rows: readonly Cell[][]) => warningsOf(registerOf([headers, ...rows]));

  it('are of one person and one day', () => {
    const same: Cell[] = [A, '2018-01-01', 'Missbruk', 'Polisen'];
    expect(warned(same, same)).toEqual(['2 equal-rows', '3 equal-rows']);
    expect(warned(same, [B, '2018-01-01', 'Missbruk', 'Polisen'])).toEqual([]);
    expect(warned(same, [A, '2018-01-02', 'Missbruk', 'Polisen'])).toEqual([]);
  });

  it('have the same in each column, not the same taken together', () => {
    // As the second and the twelfth value of their columns, and as the twenty-first and the second.
    const others = Array.from({ length: 20 }, (_, i) => [B, `2018-02-${String(i + 1).padStart(2, '0')}`, `R${String(i)}`, `P${String(i)}`]); // prettier-ignore
    expect(warned(...others, [A, '2018-01-01', 'R0', 'P10'], [A, '2018-01-01', 'R19', 'P0'])).toEqual([]);
  });
});
