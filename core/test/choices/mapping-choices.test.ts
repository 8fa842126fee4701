/** What can be chosen about a sheet, also about one that cannot be read until something is pointed out. */
import { describe, expect, it } from 'vitest';
import { mappingChoices } from '../../src/choices/mapping-choices.ts';
import { readRegister } from '../../src/register/register.ts';
import { sheetOf, type Cell } from '../../src/register/sheet.ts';
import { settingsOf } from '../register/reading.ts';

function choicesOf(rows: readonly (readonly Cell[])[], given: object = {}, headerRow: number | null = null) {
  const sheet = sheetOf(rows);
  const settings = settingsOf(given);
  const read = readRegister(sheet, settings);
  return mappingChoices(sheet, settings, read.ok ? read.value : null, headerRow);
}

const columnOf = ({ roles, columns }: ReturnType<typeof choicesOf>, role: string) => {
  const { column } = roles.find((choice) => choice.role === role)!;
  return column === null ? null : columns[column]!.name;
};

const REGISTER = [
  ['Klient', 'Inkom datum', 'Typ', 'Anmälare'],
  ['A', 42740, 'ANMÄLAN', 'Polis'],
  ['B', 42741, 'Anmälan', 'Polisregion Mitt'],
  ['A', 42742, 'Anmälan', 'Polis'],
  ['C', 42743, 'Webb', 'Grannen'],
];

describe('of a register that can be read', () => {
  it('each role has its column, how sure that is and why', () => {
    const { roles } = choicesOf(REGISTER);
    expect(roles[0]).toMatchObject({ role: 'person', isRequired: true, column: 0, by: 2, chosen: null });
    expect(roles.find(({ role }) => role === 'date')).toMatchObject({ sureness: 'sure', fit: 1 });
    // Three of four values of the type are known words.
    expect(roles.find(({ role }) => role === 'type')).toMatchObject({ sureness: 'likely', fit: 0.75 });
    expect(roles.find(({ role }) => role === 'reason')).toMatchObject({ column: null, sureness: null });
  });

  it('a column shows its first values, day numbers as days', () => {
    const { columns } = choicesOf(REGISTER);
    // LibreOffice: 42740 as a date is 2017-01-05.
    expect(columns[1]!.examples).toEqual(['2017-01-05', '2017-01-06', '2017-01-07']);
    expect(columns[0]).toEqual({ letter: 'A', header: 'Klient', name: 'Klient', examples: ['A', 'B', 'C'] });
  });

  it('values are counted over their spellings and tell what they were taken for', () => {
    const { values } = choicesOf(REGISTER);
    const type = values.find(({ role }) => role === 'type')!;
    expect(type.codes).toContain('report');
    expect(type.values).toEqual([
      { value: 'Anmälan', rows: 3, meaning: 'report', found: 'report', isRecognised: true, chosenAs: null },
      { value: 'Webb', rows: 1, meaning: 'Webb', found: 'Webb', isRecognised: false, chosenAs: null },
    ]);
    const referrers = values.find(({ role }) => role === 'referrer')!;
    expect(referrers.codes).toBeNull();
    expect(referrers.values.map(({ value, meaning }) => [value, meaning])).toEqual([
      ['Polis', 'Polisen'],
      ['Grannen', 'Grannen'],
      ['Polisregion Mitt', 'Polisregion Mitt'],
    ]);
  });

  it('a value that the settings name keeps a line of its own, with what it was found to be', () => {
    const { values } = choicesOf(REGISTER, {
      codes: { referrer: { 'POLISREGION MITT': 'Polisen' }, type: { Anmälan: 'application' } },
    });
    expect(values.find(({ role }) => role === 'referrer')!.values[2]).toMatchObject({
      value: 'Polisregion Mitt',
      meaning: 'Polisen',
      found: 'Polisregion Mitt',
      chosenAs: 'POLISREGION MITT',
    });
    expect(values.find(({ role }) => role === 'type')!.values[0]).toMatchObject({
      meaning: 'application',
      found: 'report',
    });
  });

  it('of very many values the two hundred most frequent are listed', () => {
    const rows = Array.from({ length: 300 }, (_, i) => ['A', '2020-01-01', `Orsak ${String(i)}`]);
    const [reasons] = choicesOf([['Person', 'Datum', 'Orsak'], ...rows]).values;
    expect(reasons!.values).toHaveLength(200);
    expect(reasons!.different).toBe(300);
  });
});

describe('of a sheet that cannot be read yet', () => {
  it('without a person column the others are found and its headers can be chosen', () => {
    const choices = choicesOf([
      ['Vem', 'Datum', 'Typ'],
      ['A', '2020-01-01', 'Anmälan'],
    ]);
    expect(columnOf(choices, 'person')).toBeNull();
    expect(columnOf(choices, 'date')).toBe('Datum');
    expect(choices.columns.map(({ name }) => name)).toEqual(['Vem', 'Datum', 'Typ']);
    expect(choices.values.map(({ role }) => role)).toEqual(['type']);
  });

  it('two columns that look like the date leave the date open', () => {
    const choices = choicesOf([
      ['Person', 'Inkom', 'Datum'],
      ['A', '2020-01-01', '2020-02-01'],
    ]);
    expect(columnOf(choices, 'date')).toBeNull();
    expect(columnOf(choices, 'person')).toBe('Person');
  });

  it('a column that the settings name and the sheet lacks leaves its role open, and tells what is asked for', () => {
    const choices = choicesOf(
      [
        ['Person', 'Datum'],
        ['A', '2020-01-01'],
      ],
      { columns: { person: 'Klientnr' } },
    );
    expect(choices.roles[0]).toMatchObject({ chosen: 'Klientnr', column: null });
  });

  it('headers that repeat or are empty are named by their letters', () => {
    const choices = choicesOf([
      ['Datum', 'datum', '', 'Person'],
      ['2020-01-01', '2020-01-02', 'x', 'A'],
    ]);
    expect(choices.columns.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'Person']);
  });

  it('the names given to columns are those that the settings take', () => {
    const rows = [
      ['Vem', 'Datum', 'Datum', ''],
      ['A', '2020-01-01', '2020-02-02', 'x'],
    ];
    const { columns } = choicesOf(rows);
    const chosen = { person: columns[0]!.name, date: columns[2]!.name, reason: columns[3]!.name };
    const after = choicesOf(rows, { columns: chosen });
    expect(after.roles.slice(0, 2).map(({ column, by }) => [column, by])).toEqual([
      [0, 'settings'],
      [2, 'settings'],
    ]);
    expect(columnOf(after, 'reason')).toBe('D');
  });

  it('an empty sheet has nothing to choose', () => {
    expect(choicesOf([])).toMatchObject({ columns: [], values: [], topRows: [] });
  });
});

describe('the header row', () => {
  const TITLED = [
    ['Uttag ur systemet', null, null],
    ['Vem', 'Händelse', 'Sort'],
    ['A', '2020-01-01', 'Anmälan'],
  ];

  it('is told, with the first rows to choose among', () => {
    const choices = choicesOf(TITLED);
    expect(choices.headerRow).toBe(1);
    expect(choices.topRows[1]).toEqual({ row: 2, cells: ['Vem', 'Händelse', 'Sort'] });
  });

  it('is another where the user says so, and a column chosen from it makes it the one', () => {
    expect(choicesOf(TITLED, {}, 2).columns.map(({ name }) => name)).toEqual(['Vem', 'Händelse', 'Sort']);
    expect(choicesOf(TITLED, { columns: { person: 'Vem' } }).headerRow).toBe(2);
  });
});
