/** What values of type, investigation, reason, referrer and sex are taken for (definitions.md, "Codes"). */
import { describe, expect, it } from 'vitest';
import { INVESTIGATION, SEX, TYPE } from '../../src/register/register.ts';
import type { Cell } from '../../src/register/sheet.ts';
import { registerOf } from './reading.ts';

/** The only value of a column, as the register understands it. */
function meaningOf(header: string, value: Cell, given: object = {}) {
  const register = registerOf(
    [
      ['Person', 'Datum', header],
      ['A', '2018-01-01', value],
    ],
    given,
  );
  const read = Object.values(register.meanings)[0]?.[0];
  return { register, code: read?.code ?? null, name: read?.name ?? null, by: read?.by ?? null };
}

/** How exports lose å, ä and ö; each byte sequence worked out from the code tables. */
const LOSSES: readonly (readonly [how: string, letters: Readonly<Record<string, string>>])[] = [
  ['nothing lost', {}],
  ['dots and rings dropped', { å: 'a', ä: 'a', ö: 'o', Å: 'A', Ä: 'A', Ö: 'O' }],
  ['a question mark for each', { å: '?', ä: '?', ö: '?', Å: '?', Ä: '?', Ö: '?' }],
  [
    'the replacement character',
    { å: '\ufffd', ä: '\ufffd', ö: '\ufffd', Å: '\ufffd', Ä: '\ufffd', Ö: '\ufffd' },
  ],
  [
    'a replacement character for each of two bytes',
    { å: '\ufffd\ufffd', ä: '\ufffd\ufffd', ö: '\ufffd\ufffd', Ä: '\ufffd\ufffd', Ö: '\ufffd\ufffd' },
  ],
  ['a question mark for each of two bytes', { å: '??', ä: '??', ö: '??', Å: '??', Ä: '??', Ö: '??' }],
  ['UTF-8 read as Windows-1252', { å: 'Ã¥', ä: 'Ã¤', ö: 'Ã¶', Å: 'Ã…', Ä: 'Ã„', Ö: 'Ã–' }],
  ['UTF-8 read as ISO 8859-1', { Å: 'Ã\u0085', Ä: 'Ã\u0084', Ö: 'Ã\u0096', å: 'Ã¥', ä: 'Ã¤', ö: 'Ã¶' }],
  ['code page 850 read as Windows-1252', { å: '†', ä: '„', ö: '”', Ä: 'Ž', Ö: '™' }],
  ['Swedish seven-bit (SEN 85 02 00) as ASCII', { å: '}', ä: '{', ö: '|', Å: ']', Ä: '[', Ö: '\\' }],
  ['letters dropped', { å: '', ä: '', ö: '', Å: '', Ä: '', Ö: '' }],
  ['written with two letters', { å: 'aa', ä: 'ae', ö: 'oe', Å: 'Aa', Ä: 'Ae', Ö: 'Oe' }],
  [
    'dots as marks of their own (NFD)',
    { å: 'a\u030a', ä: 'a\u0308', ö: 'o\u0308', Ä: 'A\u0308', Ö: 'O\u0308' },
  ],
];

function lost(word: string, letters: Readonly<Record<string, string>>): string {
  return [...word].map((letter) => letters[letter] ?? letter).join('');
}

describe.each(LOSSES)('with %s', (_, letters) => {
  it.each([
    ['Ansökan', 'application'],
    ['Anmälan', 'report'],
    ['Orosanmälan', 'report'],
    ['LOB', 'lob'],
    ['Omhändertagande av berusade personer', 'lob'],
    ['Begäran', 'other'],
    ['Information på annat sätt', 'other'],
  ])('the type %s is %s', (word, code) => {
    expect(meaningOf('Typ', lost(word, letters)).code).toBe(code);
  });

  it.each([['Anhörig'], ['Övrig hälso- och sjukvård']])(
    'the referrer %s has the name of the report',
    (name) => {
      expect(meaningOf('Anmälare', lost(name, letters)).name).toBe(name);
    },
  );

  it.each([
    ['Utredning påbörjad', 'yes'],
    ['Förhandsbedömning avslutad utan utredning', 'no'],
    ['Pågår', 'unknown'],
  ])('the decision %s is %s', (word, code) => {
    expect(meaningOf('Beslut', lost(word, letters)).code).toBe(code);
  });

  it('men are men', () => {
    expect(meaningOf('Kön', lost('Män', letters)).code).toBe('man');
  });
});

describe('case, space and signs do not matter', () => {
  it.each([['anmälan'], ['ANMÄLAN'], [' Anmälan '], ['Anm älan'], ['Anmälan.'], ['"Anmälan"']])(
    '%s is a report',
    (word) => {
      expect(meaningOf('Typ', word).code).toBe('report');
    },
  );

  it.each([
    ['Ja', 'yes'],
    ['JA', 'yes'],
    ['j', 'yes'],
    [1, 'yes'],
    [true, 'yes'],
    ['Inleda utredning', 'yes'],
    ['Utredning inleds', 'yes'],
    ['utredning  inleds', 'yes'],
    ['Beslut att inleda utredning', 'yes'],
    ['Nej', 'no'],
    [0, 'no'],
    [false, 'no'],
    ['Inte inleda utredning', 'no'],
    ['Utredning inleds ej', 'no'],
    ['Utredning inleds inte', 'no'],
    ['Ej utredning', 'no'],
    ['Beslut att inte inleda utredning', 'no'],
    ['Vet ej', 'unknown'],
    ['Uppgift saknas', 'unknown'],
  ])('the decision %s is %s', (word, code) => {
    expect(meaningOf('Beslut', word).code).toBe(code);
  });

  it.each([
    ['Man', 'man'],
    ['M', 'man'],
    ['Pojke', 'man'],
    ['Kvinna', 'woman'],
    ['K', 'woman'],
    ['Kv', 'woman'],
    ['F', 'woman'],
    ['Okänt', 'unknown'],
    ['Annat', 'unknown'],
  ])('the sex %s is %s', (word, code) => {
    expect(meaningOf('Kön', word).code).toBe(code);
  });
});

describe('LOB counts as report and as LOB', () => {
  const types = (rows: readonly (readonly [type: Cell, reason: Cell])[]) =>
    Array.from(
      registerOf([
        ['Person', 'Datum', 'Typ', 'Orsak'],
        ...rows.map(([type, reason]) => ['A', '2018-01-01', type, reason]),
      ]).type!,
    );

  it('where the system codes it as a type', () => {
    expect(
      types([
        ['LOB', 'Missbruk'],
        ['Anmälan (LOB)', 'Missbruk'],
        ['LOB-anmälan', null],
      ]),
    ).toEqual([TYPE.lob, TYPE.lob, TYPE.lob]);
  });

  it('where the system codes it as a reason', () => {
    expect(
      types([
        ['Anmälan', 'LOB'],
        ['Anmälan', 'Missbruk'],
        [null, 'LOB'],
        ['Ansökan', 'Missbruk'],
      ]),
    ).toEqual([TYPE.lob, TYPE.report, TYPE.lob, TYPE.application]);
  });

  it('also where there is no type column: then the other reasons are not LOB', () => {
    const register = registerOf([
      ['Person', 'Datum', 'Orsak'],
      ['A', '2018-01-01', 'LOB'],
      ['A', '2018-01-02', 'Missbruk/beroende'],
      ['A', '2018-01-03', null],
    ]);
    expect([...register.type!]).toEqual([TYPE.lob, TYPE.other, TYPE.unknown]);
    expect(register.hasTypeColumn).toBe(false);
  });
});

describe('what is not recognised', () => {
  it('is kept under its own name and shown', () => {
    const { code, name, by } = meaningOf('Typ', 'Återkoppling');
    expect({ code, name, by }).toEqual({ code: null, name: 'Återkoppling', by: 'own-name' });
  });

  it('is neither application nor report, though its type is known', () => {
    expect([...meaningOf('Typ', 'Återkoppling').register.type!]).toEqual([TYPE.other]);
    expect([...meaningOf('Typ', 'Ansökan/anmälan').register.type!]).toEqual([TYPE.other]);
  });

  it('is not taken for a decision or a sex', () => {
    expect([...meaningOf('Beslut', 'Utredning kanske').register.investigation!]).toEqual([
      INVESTIGATION.unknown,
    ]);
    expect([...meaningOf('Kön', 'X').register.sex]).toEqual([SEX.unknown]);
  });

  it('can be assigned in the settings', () => {
    const given = {
      codes: { type: { Återkoppling: 'report', Tips: 'lob' }, referrer: { Snuten: 'Polisen' } },
    };
    expect(meaningOf('Typ', 'Återkoppling', given)).toMatchObject({ code: 'report', by: 'settings' });
    expect(meaningOf('Typ', 'återkoppling ', given).code).toBe('report');
    expect(meaningOf('Typ', 'Tips', given).code).toBe('lob');
    expect(meaningOf('Anmälare', 'Snuten', given)).toMatchObject({ name: 'Polisen', by: 'settings' });
  });

  it('the assignment wins over the word list', () => {
    expect(meaningOf('Typ', 'Orosanmälan', { codes: { type: { Orosanmälan: 'application' } } }).code).toBe(
      'application',
    );
    expect(meaningOf('Beslut', 'x', { codes: { investigation: { x: 'no' } } }).code).toBe('no');
  });
});

describe('values of a name', () => {
  const namesOf = (values: readonly Cell[]) =>
    registerOf([
      ['Person', 'Datum', 'Anmälare'],
      ...values.map((value) => ['A', '2018-01-01', value]),
    ]).meanings.referrer!.map(({ name, rows }) => `${name}: ${String(rows)}`);

  it('that differ in case and space are one, under the most usual spelling, most frequent first', () => {
    expect(namesOf(['skolan', 'Skolan', 'SKOLAN ', 'Skolan', 'Frivården'])).toEqual([
      'Skolan: 4',
      'Frivården: 1',
    ]);
  });

  it('are shown alike whatever the order of rows: at a tie the first spelling by its letters', () => {
    expect(namesOf(['skolan', 'Skolan'])).toEqual(['Skolan: 2']);
    expect(namesOf(['Skolan', 'skolan'])).toEqual(['Skolan: 2']);
  });

  it('of the report are shown as the report writes them', () => {
    expect(
      namesOf(['Polis', 'POLISMYNDIGHETEN', 'Polisen', 'Anhöriga', 'ex officio', 'Vuxenpsykiatri']),
    ).toEqual(['Polisen: 3', 'Anhörig: 1', 'Socialtjänsten (ex officio): 1', 'Vuxenpsykiatrin: 1']);
  });

  it('that are empty or nothing but signs are missing', () => {
    expect(namesOf([null, '', '-', '–', '?', '***', 'Polisen'])).toEqual(['Polisen: 1']);
  });
});

it('a missing type, decision or sex is unknown', () => {
  const register = registerOf([
    ['Person', 'Datum', 'Typ', 'Beslut', 'Kön'],
    ['A', '2018-01-01', null, null, null],
    ['A', '2018-01-01', '-', '-', '-'],
  ]);
  expect([...register.type!]).toEqual([TYPE.unknown, TYPE.unknown]);
  expect([...register.investigation!]).toEqual([INVESTIGATION.unknown, INVESTIGATION.unknown]);
  expect([...register.sex]).toEqual([SEX.unknown, SEX.unknown]);
});

it('a type is told by its words, never by a part of a word', () => {
  expect(meaningOf('Typ', 'Ansökan om bistånd').code).toBe('application');
  expect(meaningOf('Typ', 'Anmälan enligt 14 kap. SoL').code).toBe('report');
  expect(meaningOf('Typ', 'Anmälan, LOB').code).toBe('lob');
  expect(meaningOf('Typ', 'Avanmälan').code).toBe(null);
  expect(meaningOf('Typ', 'Lobby').code).toBe(null);
});
