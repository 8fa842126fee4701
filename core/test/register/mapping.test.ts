/** Which column is which: headers by meaning, below titles, with letters lost, or as the user says. */
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../src/register/mapping-profile.ts';
import { columnLetter, mapColumns } from '../../src/register/mapping.ts';
import { qualityOf } from '../../src/register/quality.ts';
import { ROLES, type Role } from '../../src/register/roles.ts';
import { sheetOf, type Cell } from '../../src/register/sheet.ts';
import { readSettings } from '../../src/settings.ts';
import { AS_OF, problemOf, registerOf } from './reading.ts';

/** The header chosen for each role. */
function chosenFor(headers: readonly Cell[], chosen: Partial<Record<Role, string>> = {}) {
  const mapped = mapColumns(sheetOf([headers, headers.map(() => 'x')]), chosen);
  if (!mapped.ok) throw new Error(mapped.problem.en);
  const { columns } = mapped.value;
  return Object.fromEntries(ROLES.flatMap((role) => (columns[role] ? [[role, columns[role].header]] : [])));
}

describe('headers by meaning', () => {
  it("are the words of the report's Bilaga 1", () => {
    expect(
      chosenFor([
        'Personnummer',
        'Aktualiseringsnummer',
        'Aktualiseringsdatum',
        'Aktualiseringsorsak',
        'Aktualiseringstyp',
        'Aktualiserande part',
        'Organisation',
        'Beslut att inleda utredning',
      ]),
    ).toEqual({
      person: 'Personnummer',
      number: 'Aktualiseringsnummer',
      date: 'Aktualiseringsdatum',
      reason: 'Aktualiseringsorsak',
      type: 'Aktualiseringstyp',
      referrer: 'Aktualiserande part',
      organisation: 'Organisation',
      investigation: 'Beslut att inleda utredning',
    });
  });

  it("are the names of Lifecare's API", () => {
    // Family Care API, Extract/Actualisations, as a municipality publishes it.
    const lifecare =
      'PersonId Name Id Aktualisering Type CustomerNumber Date Reason Regards FromWho Caseworker Organization Status InvestigationId ServiceId DecisionId StartTime EndTime';
    expect(chosenFor(lifecare.split(' '))).toEqual({
      person: 'PersonId',
      number: 'Id',
      date: 'Date',
      reason: 'Reason',
      type: 'Type',
      referrer: 'FromWho',
      organisation: 'Organization',
    });
  });

  it.each<[Role, string[]]>([
    [
      'person',
      [
        'Personnr',
        'Pers.nr',
        'PNR',
        'Klient',
        'Klientens personnummer',
        'Klient personnr',
        'Brukare',
        'Person-/samordningsnummer',
      ],
    ],
    [
      'date',
      [
        'Aktualiseringsdatum',
        'Akt.datum',
        'Inkom',
        'Inkom datum',
        'Ink.datum',
        'Inkommandedatum',
        'Datum (inkom)',
        'DATUM',
        'Mottaget datum',
        'Aktualiseringsdatum (ÅÅÅÅ-MM-DD)',
      ],
    ],
    [
      'number',
      ['Aktualiseringsnr', 'Akt.nr', 'Aktnr', 'Aktualiserings-ID', 'Ärendenummer', 'Dnr', 'Diarienr'],
    ],
    ['type', ['Aktualiseringstyp', 'Akt.typ', 'Typ', 'Typ av aktualisering', 'Ärendetyp', 'Ansökan/anmälan']],
    [
      'reason',
      ['Aktualiseringsorsak', 'Akt.orsak', 'Orsak', 'Orsak till aktualisering', 'Huvudorsak', 'Anledning'],
    ],
    [
      'referrer',
      [
        'Aktualiserande part',
        'Anmälare',
        'Anmälaren',
        'Anmäld av',
        'Aktualiserad av',
        'Vem aktualiserar',
        'Inkommet från',
        'Uppgiftslämnare',
        'Från vem',
      ],
    ],
    ['organisation', ['Organisation', 'Org.', 'Enhet', 'Mottagande enhet', 'Ansvarig enhet', 'Avdelning']],
    [
      'investigation',
      [
        'Beslut att inleda utredning',
        'Beslut',
        'Utredning inledd',
        'Utredning inleds?',
        'Inledd utredning (J/N)',
        'Utfall förhandsbedömning',
        'Utredning',
      ],
    ],
    ['sex', ['Kön', 'KÖN', 'Kön (M/K)', 'Juridiskt kön', 'Sex']],
    ['age', ['Ålder', 'Ålder vid aktualisering', 'Ålder, år', 'Age']],
  ])('%s: usual names and abbreviations', (role, headers) => {
    for (const header of headers) {
      const required = ['Personnummer', 'Aktualiseringsdatum'].filter(
        (_, i) => ['person', 'date'][i] !== role,
      );
      expect(chosenFor([...required, header])[role], header).toBe(header);
    }
  });

  it.each<[Role, string, string, string]>([
    ['person', 'Personnr', 'Samordningsnummer', 'Kundnr'],
    ['date', 'Aktdatum', 'Anmälningsdatum', 'Registreringsdatum'],
    ['number', 'Aktnummer', 'Diarienummer', 'Löpnummer'],
    ['type', 'Typ av aktualisering', 'Ärendetyp', 'Slag'],
    ['reason', 'Orsak', 'Problematik', 'Kategori'],
    ['referrer', 'Anmälare', 'Avsändare', 'Initiativtagare'],
    ['organisation', 'Enhet', 'Avdelning', 'Distrikt'],
    ['investigation', 'Utredning inledd', 'Utfall', 'Åtgärd'],
    ['sex', 'Kön', 'Man/kvinna', 'K/M'],
    ['age', 'Ålder', 'Klientens ålder', 'År gammal'],
  ])(
    '%s: the clear word before a likely one, and that before a possible one',
    (role, clear, likely, possible) => {
      const required = ['Personnummer', 'Aktualiseringsdatum'].filter(
        (_, i) => ['person', 'date'][i] !== role,
      );
      expect(chosenFor([possible, likely, clear, ...required])[role]).toBe(clear);
      expect(chosenFor([possible, likely, ...required])[role]).toBe(likely);
      expect(chosenFor([possible, ...required])[role]).toBe(possible);
    },
  );

  it('that mean another date or person are not taken for one', () => {
    for (const header of [
      'Beslutsdatum',
      'Födelsedatum',
      'Avslutsdatum',
      'Slutdatum',
      'Förhandsbedömning datum',
      'EndTime',
    ])
      expect(chosenFor(['Personnummer', 'Datum', header])).toEqual({ person: 'Personnummer', date: 'Datum' });
    for (const header of ['Handläggare', 'Namn', 'Efternamn', 'Adress', 'Status', 'Regards'])
      expect(chosenFor(['Personnummer', 'Datum', header])).toEqual({ person: 'Personnummer', date: 'Datum' });
  });

  it.each([
    ['question marks', '?'],
    ['replacement characters', '\ufffd'],
    ['nothing', ''],
  ])('with å, ä, ö lost to %s', (_, sign) => {
    const lose = (header: string) => header.replace(/[åäöÅÄÖ]/g, sign);
    const headers = ['Personnummer', 'Datum', 'Anmälare', 'Kön', 'Ålder', 'Ärendenummer'].map(lose);
    expect(chosenFor(headers)).toEqual({
      person: 'Personnummer',
      date: 'Datum',
      referrer: lose('Anmälare'),
      sex: lose('Kön'),
      age: lose('Ålder'),
      number: lose('Ärendenummer'),
    });
  });

  it('with å, ä, ö of UTF-8 read as Windows-1252', () => {
    expect(chosenFor(['Personnummer', 'Datum', 'AnmÃ¤lare', 'KÃ¶n', 'Ã…lder'])).toMatchObject({
      referrer: 'AnmÃ¤lare',
      sex: 'KÃ¶n',
      age: 'Ã…lder',
    });
  });

  it('broken over two lines in the cell', () => {
    expect(chosenFor(['Person-\nnummer', 'Aktualiserings-\r\ndatum'])).toEqual({
      person: 'Person-\nnummer',
      date: 'Aktualiserings-\r\ndatum',
    });
  });

  it("the method's own word is taken before a weaker one, which is shown as passed over", () => {
    const register = registerOf([
      ['Kundnummer', 'Startdatum', 'Personnummer', 'Aktualiseringsdatum'],
      ['7', '2018-02-01', '19500101-9800', '2018-01-01'],
    ]);
    expect(register.mapping.columns.person).toMatchObject({
      header: 'Personnummer',
      passedOver: ['Kundnummer'],
    });
    expect(register.mapping.columns.date).toMatchObject({
      header: 'Aktualiseringsdatum',
      passedOver: ['Startdatum'],
    });
    expect(register.persons.key(0)).toBe('195001019800');
  });
});

describe('the header row', () => {
  const DATA = ['19500101-9800', '2018-01-01', 'Ansökan'];

  it('is found below title rows and empty rows, and row numbers are those of the source', () => {
    const register = registerOf([
      ['Aktualiseringar vuxenenheten'],
      ['Uttaget 2022-07-01', null, 'av', 'NN'],
      [],
      ['Personnummer', 'Aktualiseringsdatum', 'Typ'],
      DATA,
      [],
      ['19500101-9818', '2019-02-30', 'Ansökan'],
    ]);
    expect(register.mapping.headerRow).toBe(3);
    expect(register.account.read).toBe(2);
    expect([...register.row]).toEqual([5]);
    expect(register.account.excluded[0]!.row).toBe(7);
  });

  it('is not a title that happens to be the name of one column', () => {
    const register = registerOf([['Organisation'], ['Person', 'Datum'], ['A', '2018-01-01']]);
    expect(register.mapping.headerRow).toBe(1);
  });

  it('may stand in any columns', () => {
    const register = registerOf([[null, 'Datum', null, 'Person'], [], [null, '2018-01-01', null, 'A']]);
    expect(register.persons.key(0)).toBe('A');
    expect([...register.row]).toEqual([3]);
  });

  it('is the first filled one where the user names the columns by letter', () => {
    const register = registerOf(
      [
        ['Vem', 'När'],
        ['A', '2018-01-01'],
      ],
      { columns: { person: 'A', date: 'B' } },
    );
    expect(register.used).toBe(1);
  });

  it('is found by a header that the user names', () => {
    const register = registerOf(
      [
        ['Uttag', '2022'],
        ['Vem', 'När'],
        ['A', '2018-01-01'],
      ],
      {
        columns: { person: 'Vem', date: 'När' },
      },
    );
    expect(register.mapping.headerRow).toBe(1);
    expect(register.used).toBe(1);
  });
});

describe("the user's choice of column", () => {
  const HEADERS = ['Personnummer', 'Datum', 'Inkom', 'Typ', 'Typ', 'Övrigt'];
  const rows = [HEADERS, ['19500101-9800', '2018-01-01', '2019-01-01', 'Ansökan', 'Anmälan', 'LOB']];

  it('is by header, regardless of case and lost letters', () => {
    for (const date of ['Inkom', 'inkom', ' INKOM '])
      expect(registerOf(rows, { columns: { date } }).mapping.columns.date).toMatchObject({
        column: 2,
        header: 'Inkom',
        by: 'settings',
      });
    expect(
      registerOf(rows, { columns: { date: 'Inkom', type: 'Ovrigt' } }).mapping.columns.type!.column,
    ).toBe(5);
  });

  it('is by letter where headers repeat', () => {
    const mapping = registerOf(rows, { columns: { date: 'Inkom', type: 'E' } }).mapping;
    expect(mapping.columns.type).toMatchObject({ column: 4, by: 'settings' });
    expect(registerOf(rows, { columns: { date: 'b' } }).mapping.columns.date!.column).toBe(1);
  });

  it('of a header that repeats is a problem that gives the letters', () => {
    const problem = problemOf(rows, { columns: { date: 'Inkom', type: 'Typ' } });
    expect(problem.code).toBe('ambiguous-column');
    expect(problem.sv).toContain('«Typ» (D, E)');
    expect(problem.en).toContain('{"type": "D"}');
  });

  it('of a header that is not there is a problem that names the nearest', () => {
    const problem = problemOf(rows, { columns: { person: 'Personnumer' } });
    expect(problem.code).toBe('no-such-column');
    expect(problem.sv).toContain('«Personnumer»');
    expect(problem.sv).toContain('«columns.person»');
    expect(problem.sv).toContain('Närmast är «Personnummer»');
  });

  it('of a header that is not there lists those that are, without the empty ones, twenty at most', () => {
    const many = Array.from({ length: 21 }, (_, i) => `Rubrik ${String(i + 1)}`);
    const listed = (headers: readonly string[]) =>
      problemOf([headers, headers.map(() => 'x')], { columns: { person: 'Xyz' } }).en.split(
        'The columns are: ',
      )[1];
    expect(listed(many.slice(0, 20))).toBe(`${many.slice(0, 20).join(', ')}. Name one of them.`);
    expect(listed(many)).toBe(`${many.slice(0, 20).join(', ')}, …. Name one of them.`);
    expect(listed(['Personnummer', '', 'Datum'])).toBe('Personnummer, Datum. Name one of them.');
  });

  it('is the header that is written the same, where others are nearly so, with space around it or not', () => {
    const chosen = (wanted: string) =>
      chosenFor(['Person', 'Datum', 'Sort', 'SORT', 'sort'], { type: wanted })['type'];
    expect(chosen('SORT')).toBe('SORT');
    expect(chosen(' sort ')).toBe('sort');
    expect(chosenFor(['Person', 'Datum', 'x'], { type: ' c ' })['type']).toBe('x');
  });

  it('wins over the meaning of the header', () => {
    const register = registerOf(
      [
        ['Personnummer', 'Datum', 'Klientens pseudonym'],
        ['19500101-9800', '2018-01-01', 'P1'],
      ],
      { columns: { person: 'Klientens pseudonym' } },
    );
    expect(register.persons.key(0)).toBe('P1');
  });

  it('a column taken for one thing is not taken for another', () => {
    const mapping = registerOf(
      [
        ['Person', 'Datum', 'Typ'],
        ['A', '2018-01-01', 'Missbruk'],
      ],
      { columns: { reason: 'Typ' } },
    ).mapping;
    expect(mapping.columns.reason!.header).toBe('Typ');
    expect(mapping.columns.type).toBeUndefined();
  });
});

describe('a sheet that cannot be read is a problem with its mend', () => {
  it('no cell filled', () => {
    for (const rows of [[], [[]], [[null, ''], ['  ']]]) expect(problemOf(rows).code).toBe('empty-sheet');
  });

  it('no person column: the headers there are, and their row', () => {
    const problem = problemOf([['Titel'], ['Namn', 'Datum', 'Typ'], ['N', '2018-01-01', 'Ansökan']]);
    expect(problem.code).toBe('no-person-column');
    expect(problem.sv).toContain('rad 2: Namn, Datum, Typ');
    expect(problem.en).toContain('"columns": {"person"');
  });

  it('no date column', () => {
    const problem = problemOf([
      ['Personnummer', 'När'],
      ['19500101-9800', '2018-01-01'],
    ]);
    expect(problem.code).toBe('no-date-column');
    expect(problem.sv).toContain('Aktualiseringsdatum');
  });

  it('two columns that both look like the date: both named, with their letters', () => {
    const problem = problemOf([
      ['Personnummer', 'Inkom', 'Datum'],
      ['19500101-9800', '2018-01-01', '2018-01-02'],
    ]);
    expect(problem.code).toBe('ambiguous-column');
    expect(problem.sv).toContain('«Inkom» (B), «Datum» (C)');
    expect(problem.en).toContain('{"columns": {"date": "Inkom"}}');
  });

  it('two date columns with the same header: the mend is a letter', () => {
    const problem = problemOf([
      ['Datum', 'Personnummer', 'Datum'],
      ['2018-01-01', '19500101-9800', '2018-01-02'],
    ]);
    expect(problem.sv).toContain('{"columns": {"date": "A"}}');
  });

  it('two columns that both look like the person', () => {
    expect(
      problemOf([
        ['Personnummer', 'Pnr', 'Datum'],
        ['1', '2', '3'],
      ]).code,
    ).toBe('ambiguous-column');
  });

  it('one column chosen for two things', () => {
    const problem = problemOf(
      [
        ['Person', 'Datum'],
        ['A', '2018-01-01'],
      ],
      {
        columns: { person: 'Datum', date: 'B' },
      },
    );
    expect(problem.code).toBe('column-chosen-twice');
    expect(problem.sv).toContain('«columns.person»');
    expect(problem.sv).toContain('«columns.date»');
  });

  it('in one line, however the headers are broken', () => {
    const rows = [
      ['Förnamn\noch efternamn', 'Datum\r\n(inkom)'],
      ['N', '2018-01-01'],
    ];
    for (const text of [
      problemOf(rows).sv,
      problemOf(rows).en,
      problemOf(rows, { columns: { person: 'a\nb' } }).sv,
    ])
      expect(text).not.toMatch(/[\r\n]/);
  });

  it('and of a size to read, however many and long the headers', () => {
    const headers = Array.from({ length: 200 }, (_, i) => `Rubrik ${String(i)} ${'x'.repeat(300)}`);
    expect(problemOf([headers, headers]).sv.length).toBeLessThan(1500);
    expect(problemOf([headers, headers], { columns: { person: 'y'.repeat(5000) } }).sv.length).toBeLessThan(
      1500,
    );
  });
});

it('column letters are those of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16383].map(columnLetter)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
});

describe('a column that the register does not have', () => {
  const rows = [
    ['Personnummer', 'Datum', 'Id', 'Typ'],
    ['19811218-9876', '2020-01-05', '1', 'Anmälan'],
    ['19811218-9876', '2020-02-05', '1', 'Ansökan'],
  ];

  it('is said with false: the header that looks like it is left alone', () => {
    const found = registerOf(rows);
    expect(found.mapping.columns.number?.header).toBe('Id');
    expect(found.account).toMatchObject({ used: 1, excluded: [{ reason: 'duplicate' }] });
    const declined = registerOf(rows, { columns: { number: false } });
    expect(declined.mapping.columns.number).toBeUndefined();
    expect(declined.account).toMatchObject({ used: 2, excluded: [] });
  });

  it('is nothing to look over, and stays said in the mapping that is kept', () => {
    const declined = registerOf(rows, { columns: { number: false } });
    const notFound = qualityOf(declined).filter(({ code }) => code === 'column-not-found');
    expect(notFound.map(({ role }) => role)).not.toContain('number');
    expect(notFound.map(({ role }) => role)).toContain('reason');
    expect(profileOf(declined).columns).toEqual({
      person: 'Personnummer',
      date: 'Datum',
      number: false,
      type: 'Typ',
    });
  });

  it('cannot be the person or the date', () => {
    const read = readSettings({ columns: { person: false } }, AS_OF);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problem.sv).toContain('«columns.person»');
  });
});

describe('a mapping that is kept', () => {
  it('names a column by its letter where its header stands twice, so that it can be given again', () => {
    const rows = [
      ['Personnummer', 'Datum', 'Typ', 'Typ'],
      ['19811218-9876', '2020-01-05', 'Anmälan', 'x'],
    ];
    const { columns } = profileOf(registerOf(rows));
    expect(columns.type).toBe('C');
    expect(registerOf(rows, { columns }).mapping.columns.type?.column).toBe(2);
  });
});
