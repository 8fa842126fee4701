/**
 * Personnummer as exports write them (definitions.md, "Person"). All numbers are of Skatteverket's test series, which
 * belong to nobody (birth numbers 980–989, and 238 and 239 for later births); their check digits were worked out by
 * hand by Luhn's rule, and wrong ones are one off.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPersonnummer } from '../../src/register/personnummer.ts';
import type { Cell } from '../../src/register/sheet.ts';
import { excludedOf, personsOf, registerOf, warningsOf } from './reading.ts';

const ROW_DATE = '2018-05-04';

/** The key that a cell is read as, in a column of personnummer; or the reason why its row is excluded. */
function keyOf(cell: Cell, rowDate = ROW_DATE): string {
  const register = registerOf([
    ['Personnummer', 'Aktualiseringsdatum'],
    [cell, rowDate],
    ...OTHERS.map((person) => [person, '2018-01-01']),
  ]);
  const excluded = register.account.excluded.find(({ row }) => row === 2);
  return excluded?.reason ?? register.persons.key(register.person[0]!);
}

const OTHERS = ['19500101-9800', '19500101-9818', '19500101-9826'];

describe('one person in any notation is one key of twelve digits', () => {
  it.each<[string, Cell]>([
    ['twelve digits', '198112189876'],
    ['twelve digits with a dash', '19811218-9876'],
    ['ten digits', '8112189876'],
    ['ten digits with a dash', '811218-9876'],
    ['space around', '  811218-9876\t'],
    ['a no-break space around', '\u00a019811218-9876\u00a0'],
    ['space instead of the dash', '19811218 9876'],
    ['space around the dash', '811218 - 9876'],
    ['an en dash that a word processor put in', '19811218–9876'],
    ["Excel's apostrophe for text", "'198112189876"],
    ['a number cell of twelve digits', 198112189876],
    ['a number cell of ten digits', 8112189876],
    ['a number saved as text in scientific notation, no digit lost', '1,98112189876E+11'],
    ['the same with a point', '1.98112189876e11'],
  ])('%s', (_, cell) => {
    expect(keyOf(cell)).toBe('198112189876');
  });

  it('all notations of one person are one person', () => {
    const cells = ['198112189876', '19811218-9876', '8112189876', ' 811218-9876', 198112189876, 8112189876];
    const register = registerOf([['Personnummer', 'Datum'], ...cells.map((cell) => [cell, ROW_DATE])]);
    expect(register.persons.size).toBe(1);
    expect(register.used).toBe(6);
    expect(warningsOf(register)).not.toContain(expect.stringContaining('check-digit'));
  });
});

describe('a number cell that lost its leading zeros', () => {
  it.each<[number, string]>([
    [503072381, '200503072381'], // 050307-2381
    [302029806, '190302029806'], // 030202-9806, born 1903: the row is of 1904
    [9162397, '200009162397'], // 000916-2397: three zeros
    [11092384, '200011092384'], // 001109-2384: two zeros; not the birth date 1109-23-84
  ])('%d is %s', (cell, key) => {
    const rowDate = key.startsWith('1903') ? '1904-01-01' : ROW_DATE;
    expect(keyOf(cell, rowDate)).toBe(key);
    expect(keyOf(String(cell), rowDate)).toBe(key);
  });
});

describe('the century of ten digits', () => {
  it('is the latest in which the person is not born after the day of the row', () => {
    expect(keyOf('170101-2393', '2017-01-01')).toBe('201701012393'); // born that day
    expect(keyOf('170101-2393', '2016-12-31')).toBe('191701012393'); // a day before it
    expect(keyOf('170101-2393', '2040-06-01')).toBe('201701012393');
    expect(keyOf('991231-9820', '1999-12-30')).toBe('189912319820');
    expect(keyOf('991231-9820', '1999-12-31')).toBe('199912319820');
    expect(keyOf('991231-9820', '2022-06-30')).toBe('199912319820');
  });

  it('goes by the date of the row, not by the day of the analysis', () => {
    const register = registerOf(
      [
        ['Personnummer', 'Datum'],
        ['170101-2393', '2016-12-31'],
        ['170101-2393', '2017-02-01'],
      ],
      { asOf: '2026-11-22' },
    );
    expect(personsOf(register)).toEqual(['191701012393', '201701012393']);
  });

  it('with + is one in which the person turns at least 100', () => {
    expect(keyOf('900118+9811')).toBe('189001189811');
    expect(keyOf('170101+9810', '2017-06-01')).toBe('191701019810');
    expect(keyOf('180630+9843', '2018-06-30')).toBe('191806309843'); // turns 100 that day
    expect(keyOf('180630+9843', '2018-01-01')).toBe('191806309843'); // and has the + all that year
    expect(keyOf('180630+9843', '2017-12-31')).toBe('181806309843');
    expect(keyOf('900118-9811')).toBe('199001189811');
  });

  it('with + after eight digits of birth is as written', () => {
    expect(keyOf('18900118+9811')).toBe('189001189811');
  });

  it('takes 29 February to the leap year', () => {
    expect(keyOf('000229-2381')).toBe('200002292381');
    expect(keyOf('520229-9805')).toBe('195202299805');
  });

  it('of a samordningsnummer goes by the day less sixty', () => {
    expect(keyOf('701063-2391')).toBe('197010632391');
    expect(keyOf('170161-2390', '2017-01-01')).toBe('201701612390');
    expect(keyOf('170161-2390', '2016-12-31')).toBe('191701612390');
  });
});

describe('a samordningsnummer', () => {
  it('is a person like any other, with day + 60 in the key', () => {
    expect(keyOf('19811278-9873')).toBe('198112789873');
    expect(keyOf(198112789873)).toBe('198112789873');
    expect(keyOf('811278-9873')).toBe('198112789873');
  });

  it('gives age and sex by the day less sixty', () => {
    const register = registerOf([
      ['Personnummer', 'Datum'],
      ['19811278-9873', '2018-12-17'],
      ['19811278-9873', '2018-12-18'],
    ]);
    expect([...register.age]).toEqual([36, 37]);
    expect([...register.sex]).toEqual([1, 1]); // 7 is odd: a man
  });

  it('has a day 61–91', () => {
    // Neither day 60 nor day 92 is a day: no personnummer, so the value is a key of its own.
    expect(keyOf('19811260-9875')).toBe('19811260-9875');
    expect(keyOf('19811292-9877')).toBe('19811292-9877');
  });
});

describe('a person that cannot be told from others', () => {
  it.each<[string, Cell]>([
    ['last four 0000', '19811218-0000'],
    ['last four 0000 without a dash', '198112180000'],
    ['ten digits with last four 0000', '811218-0000'],
    ['0000 in a number cell', 198112180000],
    ['last four missing after the dash', '19811218-'],
    ['last four missing', '19811218'],
    ['last four missing after two digits of year', '811218'],
    ['last four missing, + for the dash', '811218+'],
    ['last four missing in a number cell', 19811218],
    ['last four missing in a number cell with two digits of year', 811218],
    ['last four struck out', '19811218-XXXX'],
    ['stars for the last four', '19811218-****'],
    ['TF number', '19811218-TF12'],
    ['TF number of one digit', '19811218-TF1'],
    ['T number', '19811218-T123'],
    ['T number without a dash', '811218T123'],
    ['TF in small letters', '19811218-tf12'],
    ['TF number longer than the rule says', '19811218-TF1234'],
    ['TF number of an unknown birth date', '19810000-TF12'],
    ['a samordningsnummer without its last four', '19811278-'],
    ['scientific notation that lost the person', '1,98E+11'],
    ['the number behind it', 198000000000],
    ['nothing but zeros', '00000000'],
  ])('%s', (_, cell) => {
    expect(keyOf(cell)).toBe('unidentified-person');
  });

  it('is never merged with another, and stays out of everything per person', () => {
    const register = registerOf([
      ['Personnummer', 'Datum'],
      ['19811218-0000', '2018-01-01'],
      ['19811218-0000', '2018-01-02'],
      ['19811218-9876', '2018-01-03'],
      ['19811218-TF12', '2018-01-04'],
      ['198112189876', '2018-01-05'],
    ]);
    expect(excludedOf(register)).toEqual([
      '2 unidentified-person',
      '3 unidentified-person',
      '5 unidentified-person',
    ]);
    expect(personsOf(register)).toEqual(['198112189876', '198112189876']);
    expect(register.account.excluded[0]!.value).toBe('19811218-0000');
  });
});

describe('the check digit', () => {
  it('when wrong is a warning on each row, and the number a key all the same', () => {
    const register = registerOf([
      ['Personnummer', 'Datum'],
      ['19811218-9876', '2018-01-01'],
      ['19811218-9877', '2018-01-02'],
      ['811218-9877', '2018-01-03'],
      ['170101-2394', '2018-01-04'],
      ['19811278-9874', '2018-01-05'],
    ]);
    expect(register.used).toBe(5);
    expect(warningsOf(register)).toEqual([
      '3 check-digit',
      '4 check-digit',
      '5 check-digit',
      '6 check-digit',
    ]);
    expect(personsOf(register)).toEqual([
      '198112189876',
      '198112189877',
      '198112189877',
      '201701012394',
      '198112789874',
    ]);
  });

  it.each([
    '18900118-9811',
    '19811218-9876',
    '20170101-2393',
    '19701063-2391',
    '19811278-9873',
    '20000229-2381',
  ])('of %s is right, by Skatteverket or by hand', (person) => {
    expect(
      warningsOf(
        registerOf([
          ['Personnummer', 'Datum'],
          [person, '2022-01-01'],
        ]),
      ),
    ).toEqual([]);
  });

  it('is right for exactly one of the ten last digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (birthNumber) => {
        const stem = `19811218${String(birthNumber).padStart(3, '0')}`;
        const rows = Array.from({ length: 10 }, (_, digit) => [`${stem}${String(digit)}`, '2018-01-01']);
        const register = registerOf([['Personnummer', 'Datum'], ...rows]);
        expect(warningsOf(register).length).toBe(9);
      }),
      { numRuns: 50 },
    );
  });

  it('is not asked of a row that is excluded', () => {
    const register = registerOf(
      [
        ['Personnummer', 'Datum'],
        ['19811218-9877', '2016-01-01'],
        ['19811218-9876', '2018-01-01'],
      ],
      { period: { from: '2017-01-01' } },
    );
    expect(warningsOf(register)).toEqual([]);
  });
});

describe('a column of other identifiers', () => {
  it('is opaque text, trimmed and compared exactly', () => {
    const register = registerOf([
      ['Person', 'Datum'],
      ['A17', '2018-01-01'],
      [' A17 ', '2018-01-02'],
      ['a17', '2018-01-03'],
      ['A 17', '2018-01-04'],
      ['017', '2018-01-05'],
      ['17', '2018-01-06'],
      [17, '2018-01-07'],
    ]);
    expect(personsOf(register)).toEqual(['A17', 'A17', 'a17', 'A 17', '017', '17', '17']);
    expect(register.persons.size).toBe(5);
  });

  it('knows neither age nor sex', () => {
    const register = registerOf([
      ['Person', 'Datum'],
      ['A17', '2018-01-01'],
    ]);
    expect([...register.sex]).toEqual([0]);
    expect([...register.age]).toEqual([-32768]);
  });

  it('stays one when a few of its values look like a personnummer: most decide', () => {
    const rows = (opaque: number, personnummer: number) => [
      ['Person', 'Datum'],
      ...Array.from({ length: opaque }, (_, i) => [`K-${String(i)}`, '2018-01-01']),
      ...Array.from({ length: personnummer }, () => ['811218-9876', '2018-01-01']),
    ];
    expect(personsOf(registerOf(rows(3, 2)))).toContain('811218-9876');
    expect(personsOf(registerOf(rows(2, 2)))).toContain('811218-9876');
    expect(personsOf(registerOf(rows(2, 3)))).toContain('198112189876');
    // In a column of personnummer, what has another form is a key as written.
    expect(personsOf(registerOf(rows(2, 3)))).toContain('K-0');
  });

  it('has no check digits and no unidentified persons', () => {
    const register = registerOf([
      ['Person', 'Datum'],
      ['P-1', '2018-01-01'],
      ['P-2', '2018-01-01'],
      ['P-3', '2018-01-01'],
      ['811218-9877', '2018-01-01'],
      ['811218-0000', '2018-01-01'],
    ]);
    expect(register.used).toBe(5);
    expect(warningsOf(register)).toEqual([]);
  });

  it('of running numbers is not taken for personnummer that lost their zeros', () => {
    // 1100001 would be 000110-0001, were it a personnummer: most of these have a wrong check digit.
    const register = registerOf([
      ['Klient', 'Datum'],
      ...Array.from({ length: 40 }, (_, i) => [1_100_001 + i, '2018-01-01']),
    ]);
    expect(personsOf(register).slice(0, 2)).toEqual(['1100001', '1100002']);
    expect(warningsOf(register)).toEqual([]);
  });

  it('of whole personnummer whose zeros all are lost is still one of personnummer', () => {
    const register = registerOf([
      ['Klient', 'Datum'],
      [503072381, '2018-01-01'],
      [9162397, '2018-01-01'],
      [302029806, '2018-01-01'],
    ]);
    expect(personsOf(register)).toEqual(['200503072381', '200009162397', '200302029806']);
  });
});

it('a number without a calendar day in it is no personnummer, and a key as written', () => {
  expect(keyOf('19811318-9876')).toBe('19811318-9876');
  expect(keyOf('19810229-9876')).toBe('19810229-9876');
  expect(keyOf('811232-9876')).toBe('811232-9876');
});

it('persons are sorted by number, also those of the same month', () => {
  const day = fc
    .tuple(
      fc.constantFrom(1899, 1950, 1981, 2012),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map((ymd) => ymd.map((part) => String(part).padStart(2, '0')).join(''));
  const number = fc.tuple(day, fc.integer({ min: 1, max: 9999 })).map(([born, last]) => {
    return `${born}${String(last).padStart(4, '0')}`;
  });
  fc.assert(
    fc.property(fc.uniqueArray(number, { minLength: 60, maxLength: 120 }), (numbers) => {
      const { persons } = registerOf([
        ['Personnummer', 'Datum'],
        ...numbers.map((own) => [own, '2018-01-01']),
      ]);
      expect(numbers.map((_, p) => persons.key(p))).toEqual([...numbers].sort());
    }),
  );
});

it('persons are sorted by key, whatever the order of the rows', () => {
  const register = registerOf([
    ['Personnummer', 'Datum'],
    ['19811218-9876', '2018-01-01'],
    ['Ö-nyckel', '2018-01-01'],
    ['170101-2393', '2018-01-01'],
    ['18900118-9811', '2018-01-01'],
    ['0-nyckel', '2018-01-01'],
  ]);
  expect(Array.from({ length: 5 }, (_, p) => register.persons.key(p))).toEqual([
    '0-nyckel',
    '189001189811',
    '198112189876',
    '201701012393',
    'Ö-nyckel',
  ]);
});

it('a row of an unlikely early date still gives a key of twelve digits', () => {
  expect(keyOf('811218-9876', '0101-01-01')).toMatch(/^\d{12}$/);
  expect(keyOf('811218-9876', '0001-01-01')).toMatch(/^\d{12}$/);
});

describe('a cell that names nobody', () => {
  it.each([
    'Okänd',
    'OKÄND',
    'Ok?nd',
    'Uppgift saknas',
    'saknas',
    'Anonym',
    '-',
    '???',
    'NULL',
    '(null)',
    '#N/A',
    'n/a',
    'NaN',
    'None',
  ])('«%s» can be anyone, so it is not read as a person', (text) => {
    expect(readPersonnummer(text).kind).toBe('unidentified');
  });

  it('is told from a key of another form', () => {
    expect(readPersonnummer('Okänd 1').kind).toBe('other');
    expect(readPersonnummer('Nulle').kind).toBe('other');
    expect(readPersonnummer('P0001').kind).toBe('other');
  });
});

describe('the limits of what is a personnummer', () => {
  it('are the years 1800 to 2099', () => {
    expect(keyOf('17991218-9876')).toBe('17991218-9876');
    expect(keyOf('18001218-9876')).toBe('180012189876');
    expect(keyOf('20991218-9876')).toBe('209912189876');
    expect(keyOf('21001218-9876')).toBe('21001218-9876');
    expect(['17991231', '18000101', '20991231', '21001231'].map((text) => keyOf(text))).toEqual([
      '17991231',
      'unidentified-person',
      'unidentified-person',
      '21001231',
    ]);
  });

  it('are six to ten digits, or twelve', () => {
    expect(keyOf('12345')).toBe('12345');
    expect(keyOf('19811218987')).toBe('19811218987');
    expect(keyOf('1981121898761')).toBe('1981121898761');
  });

  it('are a plus or a minus, with space around it, before four digits and nothing more', () => {
    expect(keyOf('900118 + 9811')).toBe('189001189811');
    expect(keyOf('811218-98765')).toBe('811218-98765');
    expect(keyOf('811218/9876')).toBe('811218/9876');
    expect(keyOf('8112189-876')).toBe('8112189-876');
  });
});

describe('nobody in particular', () => {
  it.each([
    'okänd',
    'okänt',
    'Person okänd',
    'saknas',
    'Uppgift saknas',
    'Personnummer saknas',
    'anonym',
    'unknown',
  ])('is “%s”', (word) => {
    expect(keyOf(word)).toBe('unidentified-person');
  });

  it('is a birth date with the last four struck out, but not with one sign too many, or a date that is none', () => {
    for (const last of ['', 'XXXX', '****', '____', '?', '-–.'])
      expect(keyOf(`19811218-${last}`), last).toBe('unidentified-person');
    for (const other of ['19811218-*****', '19811218-98**', '19811218-**98', '19811318-****'])
      expect(keyOf(other)).toBe(other);
  });

  it('is a birth date with an interim number, whose day may not be known', () => {
    for (const text of ['19811218-TF12', '19811218-T123', '19810000-TF12', '19811291-T123'])
      expect(keyOf(text), text).toBe('unidentified-person');
    for (const other of ['19811218-XTF12', '19811218-TF12X', '19811300-TF12', '19811292-TF12'])
      expect(keyOf(other)).toBe(other);
  });

  it('is a number in scientific notation that has lost its digits, and that only', () => {
    expect(keyOf('1E+11')).toBe('unidentified-person');
    expect(keyOf('1,98E+11')).toBe('unidentified-person');
    expect(keyOf('1,981121898760E+11')).toBe('198112189876');
    expect(keyOf('8,112189876E+9')).toBe('198112189876');
    for (const other of ['1,98E+10', '1,98112189876E+11x', 'x1,98E+11', '11,98E+11'])
      expect(keyOf(other)).toBe(other);
  });
});
