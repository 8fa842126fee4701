/** The columns of a register as numbers, and how much of a column is of the form it should have: by hand. */
import { describe, expect, it } from 'vitest';
import { INVESTIGATION, TYPE } from '../../src/register/register.ts';
import type { Cell } from '../../src/register/sheet.ts';
import { registerOf, warningsOf } from './reading.ts';

const A = '19500101-9800';
const B = '19500101-9818';
const HEADER = ['Personnummer', 'Datum', 'Typ', 'Orsak', 'Anmälare', 'Beslut'];
const ROWS: Cell[][] = [
  [A, '2018-01-01', 'Ansökan', 'Missbruk', 'Grannen', 'Ja'],
  [null, '2018-01-01', 'Anmälan', 'Våld', 'Polisen', 'Nej'],
  [A, '2018-01-02', 'Hembesök', 'LOB', 'Polis', 'Nej'],
  [A, '2018-01-03', 'LOB', 'Missbruk', 'Polisen', 'Vet ej'],
  [A, '2018-01-04', null, null, null, null],
  [A, '2018-01-05', 'Anmälan', 'Missbruk', 'POLISEN', 'Ja'],
  [A, '2018-01-06', 'Hembesök', 'Våld', 'Anhörig', 'Kanske'],
];

/** Without the columns of these headers. */
function without(...headers: readonly string[]): Cell[][] {
  const kept = HEADER.map((_, column) => column).filter((column) => !headers.includes(HEADER[column]!));
  return [HEADER, ...ROWS].map((row) => kept.map((column) => row[column]!));
}

describe('of the rows that are used', () => {
  const register = () => registerOf([HEADER, ...ROWS]);

  it('types are as their column says, but that LOB among the reasons is LOB', () => {
    const { application, report, lob, other, unknown } = TYPE;
    expect([...register().row]).toEqual([2, 4, 5, 6, 7, 8]);
    expect([...register().type!]).toEqual([application, lob, lob, unknown, report, other]);
    expect([...registerOf(without('Orsak')).type!]).toEqual([
      application,
      other,
      lob,
      unknown,
      report,
      other,
    ]);
  });

  it('types are LOB or other where the reasons alone tell, unknown where there is no reason', () => {
    const { lob, other, unknown } = TYPE;
    expect([...registerOf(without('Typ')).type!]).toEqual([other, lob, other, unknown, other, other]);
    expect(registerOf(without('Typ', 'Orsak')).type).toBeNull();
    const noLob = without('Typ').map((row) => row.map((cell) => (cell === 'LOB' ? 'Våld' : cell)));
    expect(registerOf(noLob).type).toBeNull();
  });

  it('decisions are yes, no or unknown', () => {
    const { yes, no, unknown } = INVESTIGATION;
    expect([...register().investigation!]).toEqual([yes, no, unknown, unknown, yes, unknown]);
    expect(registerOf(without('Beslut')).investigation).toBeNull();
  });

  it('referrers and reasons are names, the most frequent first and then by name, 0 where there is none', () => {
    const { referrer, reason } = register();
    expect(referrer!.names).toEqual(['', 'Polisen', 'Anhörig', 'Grannen']);
    expect([...referrer!.index]).toEqual([3, 1, 1, 0, 1, 2]);
    expect(referrer!.codes).toEqual([null, null, null, null]);
    expect(reason!.names).toEqual(['', 'Missbruk', 'Våld', 'LOB']);
    expect([...reason!.index]).toEqual([1, 3, 1, 0, 1, 2]);
    expect(reason!.codes).toEqual([null, null, null, 'lob']);
  });
});

describe('of a column', () => {
  const fitOf = (rows: readonly (readonly Cell[])[]) => registerOf(rows).fit;

  it('of dates, those that are days or missing in the system’s own way are of the right form', () => {
    const rows = [
      ['Personnummer', 'Datum'],
      [A, '2018-01-01'],
      [A, '2018-02-31'],
      [A, '9999-12-31'],
      [A, null],
      [A, '2018-02-31'],
    ];
    expect(fitOf(rows).date).toBe(2 / 4);
    expect(fitOf([['Personnummer', 'Datum'], [A, null]]).date).toBe(1); // prettier-ignore
  });

  it('of persons, those of the form that most have', () => {
    const rows = [
      ['Personnummer', 'Datum'],
      ...[A, A, B, 'K1', null].map((person) => [person, '2018-01-01']),
    ];
    expect(fitOf(rows).person).toBe(3 / 4);
    expect(fitOf([['Person', 'Datum'], ['K1', '2018-01-01'], ['K2', '2018-01-01']]).person).toBe(1); // prettier-ignore
    expect(fitOf([['Person', 'Datum'], [null, '2018-01-01']]).person).toBe(1); // prettier-ignore
  });

  it('of codes, those that are known; nothing is said of a column without values', () => {
    const { type, investigation, sex } = fitOf([HEADER, ...ROWS]);
    expect([type, investigation, sex]).toEqual([4 / 6, 5 / 6, undefined]);
    expect(fitOf([HEADER, [A, '2018-01-01', null, null, null, null]])).toEqual({ date: 1, person: 1 });
  });
});

it('persons of another form and wrong check digits are told by row', () => {
  const register = registerOf([
    ['Personnummer', 'Datum'],
    ['K1', '2018-01-01'],
    [A, '2018-01-02'],
    ['19500101-9801', '2018-01-03'],
    [B, '2018-01-04'],
    [A, '1990-01-01'],
    [A, '1989-12-31'],
  ]);
  expect(register.oddPersons).toEqual([2]);
  expect(warningsOf(register)).toEqual(['4 check-digit', '7 unlikely-date']);
});

describe('names of a column', () => {
  const named = (...values: readonly string[]) => {
    const rows = values.map((value) => ['A', '2018-01-01', value, value, value]);
    const register = registerOf([['Person', 'Datum', 'Organisation', 'Anmälare', 'Orsak'], ...rows]);
    return [register.organisation, register.referrer, register.reason].map((column) => column!.names);
  };

  it('are most common first, and in the order of the alphabet where they are as common', () => {
    const known = ['', 'Vuxen', 'Barn', 'Mottagning', 'Äldre'];
    const orders = [
      ['Äldre', 'Vuxen', 'Mottagning', 'Barn', 'Vuxen'],
      ['Barn', 'Mottagning', 'Vuxen', 'Vuxen', 'Äldre'],
      ['Mottagning', 'Äldre', 'Barn', 'Vuxen', 'Vuxen'],
    ];
    for (const order of orders) expect(named(...order)).toEqual([known, known, known]);
  });
});
