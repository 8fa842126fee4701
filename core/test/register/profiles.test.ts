/** Columns known by a case system's own headers, and a mapping kept to be applied again. */
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../src/register/mapping-profile.ts';
import { headerMeaning, ROLE_NAMES } from '../../src/register/roles.ts';
import { problemOf, registerOf } from './reading.ts';

const A = '19500101-9800';

describe('the headers of a case system', () => {
  // Family Care API, Extract/Actualisations, as a municipality publishes it; beside them headers of clearer words.
  const HEADERS = {
    person: ['Personnummer', 'PersonId'],
    date: ['Aktualiseringsdatum', 'Date'],
    number: ['Aktualiseringsnummer', 'Id'],
    type: ['Aktualiseringstyp', 'Type'],
    reason: ['Aktualiseringsorsak', 'Reason'],
    referrer: ['Aktualiserande part', 'FromWho'],
    organisation: ['Enhet', 'Organization'],
  };
  const both = Object.values(HEADERS).flat();
  const row = both.map((_, column) => (column < 2 ? A : '2018-01-01'));

  it('win over the general words where the system is known', () => {
    const { columns } = registerOf([both, row], { profile: 'lifecare' }).mapping;
    for (const [role, [, own]] of Object.entries(HEADERS))
      expect(columns[role as keyof typeof HEADERS]).toEqual({
        column: both.indexOf(own!),
        header: own,
        by: 'profile',
        passedOver: [],
      });
    const unknown = registerOf([both, row], { columns: { person: 'PersonId', date: 'Date' } }).mapping
      .columns;
    expect(unknown.reason!.header).toBe('Aktualiseringsorsak');
  });

  it('do not win over the user’s own choice, nor take a column that is chosen for something else', () => {
    const { columns } = registerOf([both, row], {
      profile: 'lifecare',
      columns: { type: 'Aktualiseringstyp', reason: 'FromWho' },
    }).mapping;
    expect(columns.type).toMatchObject({ header: 'Aktualiseringstyp', by: 'settings' });
    expect(columns.reason).toMatchObject({ header: 'FromWho', by: 'settings' });
    expect(columns.referrer).toMatchObject({ header: 'Aktualiserande part', by: 3 });
  });

  it('that are not there leave the choice to the general words', () => {
    const rows = [
      ['Personnummer', 'date', 'Typ'],
      [A, '2018-01-01', 'LOB'],
    ];
    const { columns } = registerOf(rows, { profile: 'lifecare' }).mapping;
    expect(columns.person).toMatchObject({ header: 'Personnummer', by: 3 });
    expect(columns.date).toMatchObject({ header: 'date', column: 1, by: 'profile' });
    expect(registerOf(rows, { profile: 'viva' }).mapping.columns.date).toMatchObject({ by: 3 });
  });
});

describe('a mapping that is kept', () => {
  const rows = [
    ['Personnummer', 'Datum', 'Typ', 'Anmälare', 'Kön'],
    [A, '2018-01-01', 'Orosanmälan', 'Polis', 'K'],
    [A, '2018-01-02', 'Hembesök', 'Grannen', 'K'],
  ];

  it('has the codes of the values that are recognised, and the names of those without codes', () => {
    expect(profileOf(registerOf(rows)).codes).toEqual({
      type: { Orosanmälan: 'report' },
      referrer: { Polis: 'Polisen' },
      sex: { K: 'woman' },
    });
  });

  it('has what the user has assigned', () => {
    const codes = { type: { Hembesök: 'other' }, referrer: { Grannen: 'Privatperson' } };
    expect(profileOf(registerOf(rows, { codes })).codes).toEqual({
      type: { Orosanmälan: 'report', Hembesök: 'other' },
      referrer: { Polis: 'Polisen', Grannen: 'Privatperson' },
      sex: { K: 'woman' },
    });
  });
});

it('each thing that a column can be has its name in both languages', () => {
  expect(ROLE_NAMES).toEqual({
    person: { sv: 'person', en: 'person' },
    date: { sv: 'aktualiseringsdatum', en: 'date' },
    number: { sv: 'aktualiseringsnummer', en: 'number' },
    type: { sv: 'aktualiseringstyp', en: 'type' },
    reason: { sv: 'aktualiseringsorsak', en: 'reason' },
    referrer: { sv: 'aktualiserande part', en: 'referrer' },
    organisation: { sv: 'organisation', en: 'organisation' },
    investigation: { sv: 'beslut att inleda utredning', en: 'investigation' },
    sex: { sv: 'kön', en: 'sex' },
    age: { sv: 'ålder', en: 'age' },
  });
});

it('a word in brackets of either kind does not count', () => {
  for (const header of ['Datum (inkom)', 'Datum [inkom till oss]', 'Datum () []', '[1] Datum (x) [y]'])
    expect(headerMeaning(header), header).toEqual({ role: 'date', strength: 3 });
  expect(headerMeaning('Datum inkom till oss')).toBeUndefined();
});

describe('a header row further down than is searched', () => {
  const empty = Array.from({ length: 60 }, () => []);

  it('is the first row with anything in it', () => {
    const register = registerOf([...empty, ['Personnummer', 'Datum'], [A, '2018-01-01']]);
    expect(register.mapping.headerRow).toBe(60);
    expect(register.used).toBe(1);
  });

  it('also where its first column is empty, and another column begins below', () => {
    const rows = [...empty, [null, 'Titel', null], ['Personnummer', 'x', 'Datum'], [A, 'x', '2018-01-01']];
    expect(problemOf(rows).sv).toContain('rad 61: Titel.');
    expect(problemOf(rows.map((row) => [...row].reverse())).sv).toContain('rad 61: Titel.');
  });
});
