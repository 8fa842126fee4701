/** What there is to look over in a source: how much, and where to begin. Of registers small enough to count by hand. */
import { describe, expect, it } from 'vitest';
import { EXAMPLES, qualityOf, surenessOf, type QualityFinding } from '../../src/register/quality.ts';
import type { Register } from '../../src/register/register.ts';
import type { Cell } from '../../src/register/sheet.ts';
import { registerOf } from './reading.ts';

const A = '19500101-9800';
const B = '19500101-9818';

/** Every finding but of columns that are not there. */
function findings(rows: readonly (readonly Cell[])[], given: object = {}): readonly QualityFinding[] {
  return qualityOf(registerOf(rows, given)).filter(({ code }) => code !== 'column-not-found');
}

const finding = (code: string, found: Partial<QualityFinding>) => ({
  code,
  role: null,
  count: 0,
  rows: [],
  values: [],
  ...found,
});

describe('rows left out', () => {
  it('are told by reason, with the rows to begin with; those that the user wished away are not', () => {
    const rows = [
      ['Personnummer', 'Aktualiseringsnummer', 'Datum', 'Orsak'],
      [A, 1, '2018-01-01', 'Missbruk'],
      [null, 2, '2018-01-01', 'Missbruk'],
      [null, 3, '2018-01-01', 'Missbruk'],
      ['19500101-TF12', 4, '2018-01-01', 'Missbruk'],
      [A, 5, null, 'Missbruk'],
      [A, 6, '2018-02-31', 'Missbruk'],
      [A, 1, '2018-03-01', 'Missbruk'],
      [A, 7, '2023-01-01', 'Missbruk'],
      ['20050307-2381', 8, '2018-01-01', 'Missbruk'],
      [A, 9, '2018-01-01', 'Våld'],
    ];
    const wishes = { period: { to: '2022-12-31' }, lowestAge: 18, reasons: ['Missbruk'] };
    expect(findings(rows, wishes)).toEqual([
      finding('missing-person', { count: 2, rows: [3, 4] }),
      finding('unidentified-person', { count: 1, rows: [5] }),
      finding('missing-date', { count: 1, rows: [6] }),
      finding('invalid-date', { count: 1, rows: [7] }),
      finding('duplicate', { count: 1, rows: [8] }),
    ]);
  });

  it('are counted all, and the first twenty named', () => {
    const rows = [
      ...Array.from({ length: 25 }, () => [A, 'okänt']),
      ...Array.from({ length: 25 }, (_, i) => [A, `2019-01-${String(i + 1).padStart(2, '0')}`]),
    ];
    expect(EXAMPLES).toBe(20);
    expect(findings([['Personnummer', 'Datum'], [A, '2018-01-01'], ...rows])).toEqual([
      finding('invalid-date', { count: 25, rows: Array.from({ length: 20 }, (_, i) => i + 3) }),
    ]);
  });
});

describe('warnings', () => {
  it('are told by warning, with the first twenty rows', () => {
    const equal = Array.from({ length: 25 }, () => [B, '2018-01-01']);
    const rows = [['Personnummer', 'Datum'], [A, '1918-01-01'], [A, '2018-01-01'], ...equal];
    expect(findings(rows)).toEqual([
      finding('unlikely-date', { count: 1, rows: [2] }),
      finding('equal-rows', { count: 25, rows: Array.from({ length: 20 }, (_, i) => i + 4) }),
    ]);
  });
});

describe('persons of another form', () => {
  it('than the column’s others are told, the first twenty', () => {
    const persons = Array.from({ length: 600 }, () => [A, '2018-01-01']);
    const odd = Array.from({ length: 25 }, (_, i) => [
      `K${String(i)}`,
      `2019-01-${String(i + 1).padStart(2, '0')}`,
    ]);
    const found = findings([
      ['Personnummer', 'Datum', 'Övrigt'],
      ...odd,
      ...persons.map((row, i) => [...row, i]),
    ]);
    expect(found).toContainEqual(
      finding('odd-person', {
        role: 'person',
        count: 25,
        rows: Array.from({ length: 20 }, (_, i) => i + 2),
      }),
    );
    expect(
      findings([
        ['Personnummer', 'Datum'],
        [A, '2018-01-01'],
      ]),
    ).toEqual([]);
  });
});

describe('columns', () => {
  const codesOf = (rows: readonly (readonly Cell[])[], given: object = {}) =>
    qualityOf(registerOf(rows, given)).map(({ code, role, values }) => [code, role, values]);

  it('that are not there are told, but for sex and age, which a personnummer has, and those that are declined', () => {
    const rows = [
      ['Personnummer', 'Datum'],
      [A, '2018-01-01'],
    ];
    const all = ['number', 'type', 'reason', 'referrer', 'organisation', 'investigation'];
    const told = codesOf(rows);
    expect(new Set(told)).toEqual(new Set(all.map((role) => ['column-not-found', role, []])));
    const declined = codesOf(rows, { columns: { number: false, reason: false } });
    expect(declined.map(([, role]) => role)).not.toContain('number');
    expect(declined.map(([, role]) => role)).not.toContain('reason');
    expect(declined).toHaveLength(4);
  });

  it('whose header only might mean it are unsure, with the header', () => {
    const told = codesOf([
      ['Personnummer', 'Startdatum'],
      [A, '2018-01-01'],
    ]);
    expect(told).toContainEqual(['unsure-column', 'date', ['Startdatum']]);
  });

  it.each<[string, Parameters<typeof surenessOf>, string]>([
    ['chosen by the user', ['settings', 1], 'sure'],
    ['chosen, half of the form', ['settings', 0.5], 'sure'],
    ['chosen, less than half of the form', ['settings', 0.49], 'likely'],
    ['of a known case system', ['profile', undefined], 'sure'],
    ['of a known case system, of another form', ['profile', 0.1], 'likely'],
    ['by the method’s own word', [3, undefined], 'sure'],
    ['by the method’s own word, nine of ten of the form', [3, 0.9], 'sure'],
    ['by the method’s own word, less than nine of ten', [3, 0.89], 'likely'],
    ['by the method’s own word, less than half', [3, 0.49], 'unsure'],
    ['by a likely word', [2, 1], 'likely'],
    ['by a likely word, half of the form', [2, 0.5], 'likely'],
    ['by a likely word, less than half', [2, 0.49], 'unsure'],
    ['by a possible word', [1, 1], 'unsure'],
  ])('%s', (_, [by, fit], sureness) => {
    expect(surenessOf(by, fit)).toBe(sureness);
  });
});

describe('values', () => {
  const header = ['Personnummer', 'Datum', 'Typ', 'Anmälare', 'Orsak', 'Beslut', 'Kön'];
  const row = (at: number, ...cells: Cell[]) => [A, `2018-01-${String(at).padStart(2, '0')}`, ...cells];

  it('that are not recognised are told by column, most frequent first', () => {
    const found = findings([
      header,
      row(1, 'Hembesök', 'Polisen', 'Missbruk', 'Kanske', 'X'),
      row(2, 'Samtal', 'Polisen', 'Missbruk', 'Ja', 'Man'),
      row(3, 'Samtal', 'Polisen', 'Missbruk', 'Nej', 'Man'),
      row(4, 'Ansökan', 'Polisen', 'Missbruk', 'Nej', 'Man'),
    ]);
    expect(found.filter(({ code }) => code === 'value-not-recognised')).toEqual([
      finding('value-not-recognised', { role: 'type', count: 3, values: ['Samtal', 'Hembesök'] }),
      finding('value-not-recognised', { role: 'investigation', count: 1, values: ['Kanske'] }),
      finding('value-not-recognised', { role: 'sex', count: 1, values: ['X'] }),
    ]);
  });

  it('that are not recognised are counted all, and the first twenty named', () => {
    const rows = Array.from({ length: 25 }, (_, i) =>
      row(i + 1, `Okänd typ ${String(i)}`, 'a', 'b', 'Ja', 'Man'),
    );
    const [found] = findings([header, ...rows]).filter(
      ({ code, role }) => code === 'value-not-recognised' && role === 'type',
    );
    expect(found).toMatchObject({ code: 'value-not-recognised', count: 25 });
    expect(found!.values).toHaveLength(20);
  });

  it('that are missing are told by column, with the rows', () => {
    const found = findings([
      header,
      row(1, null, 'Polisen', 'Missbruk', 'Ja', 'Kvinna'),
      row(2, 'Ansökan', null, null, null, 'Kvinna'),
      row(3, 'Ansökan', 'Polisen', 'Missbruk', null, 'Kvinna'),
      row(4, 'Ansökan', 'Polisen', 'Missbruk', 'Ja', null),
    ]);
    expect(found).toEqual([
      finding('value-missing', { role: 'type', count: 1, rows: [2] }),
      finding('value-missing', { role: 'investigation', count: 2, rows: [3, 4] }),
      finding('value-missing', { role: 'referrer', count: 1, rows: [3] }),
      finding('value-missing', { role: 'reason', count: 1, rows: [3] }),
    ]);
  });

  it('that are missing are counted all, and the first twenty named; not by type where there is no such column', () => {
    const rows = Array.from({ length: 25 }, (_, i) => row(i + 1, 'LOB', 'Ja'));
    const lacking = rows.map((one, i) => [...one.slice(0, 2), i === 24 ? 'LOB' : null, 'Ja']);
    const found = findings([['Personnummer', 'Datum', 'Orsak', 'Beslut'], ...lacking]);
    expect(found).toEqual([
      finding('value-missing', {
        role: 'reason',
        count: 24,
        rows: Array.from({ length: 20 }, (_, i) => i + 2),
      }),
    ]);
  });

  it('that are missing where the rows are elsewhere are as they were told', () => {
    const register = registerOf([['Personnummer', 'Datum'], [A, '2018-01-01']]); // prettier-ignore
    const elsewhere: Register = { ...register, gaps: [{ role: 'type', count: 7, rows: [2, 5] }] };
    expect(qualityOf(elsewhere).at(-1)).toEqual(
      finding('value-missing', { role: 'type', count: 7, rows: [2, 5] }),
    );
  });
});
