/** What a page or a task pane offers before anything is compared. */
import { describe, expect, it } from 'vitest';
import {
  chosenRow,
  compareRegisters,
  comparisonChoices,
  comparisonOf,
  defaultComparison,
  inhabitantsOf,
  splitPart,
} from '../../src/comparison/index.ts';
import { partOf, rowsOf, townPart } from './towns.ts';

const onDays = (first: string, last: string, settings: object = {}) =>
  partOf(
    [
      ['Person', 'Datum'],
      ['A', first],
      ['B', last],
    ],
    'Alby',
    settings,
  );
const periodsOf = (...given: Parameters<typeof onDays>) =>
  comparisonChoices(onDays(...given)).periods?.map(({ name, from, to }) => [name, from, to]) ?? null;

describe('the time of a register is suggested in two', () => {
  it('of whole years, where it begins in a January and ends in a December', () => {
    expect(periodsOf('2017-01-09', '2022-12-20')).toEqual([
      ['2017–2019', '2017-01-01', '2019-12-31'],
      ['2020–2022', '2020-01-01', '2022-12-31'],
    ]);
    expect(periodsOf('2021-01-02', '2022-12-31')).toEqual([
      ['2021', '2021-01-01', '2021-12-31'],
      ['2022', '2022-01-01', '2022-12-31'],
    ]);
  });

  it('cut at the new year nearest the middle, where it does not', () => {
    expect(periodsOf('2017-01-02', '2022-06-30')).toEqual([
      ['2017–2019', '2017-01-01', '2019-12-31'],
      ['2020-01–2022-06', '2020-01-01', '2022-06-30'],
    ]);
  });

  it('as the settings limit it', () => {
    const period = { from: '2018-04-01', to: '2019-12-31' };
    const kept = partOf(
      [
        ['Person', 'Datum'],
        ['A', '2018-05-01'],
        ['B', '2019-11-30'],
      ],
      'Alby',
      { period },
    );
    expect(comparisonChoices(kept).periods?.map(({ from, to }) => [from, to])).toEqual([
      ['2018-04-01', '2018-12-31'],
      ['2019-01-01', '2019-12-31'],
    ]);
  });

  it('cut at the first of a month, where a new year would leave one part short', () => {
    expect(periodsOf('2021-01-02', '2021-12-31')).toEqual([
      ['2021-01–2021-06', '2021-01-01', '2021-06-30'],
      ['2021-07–2021-12', '2021-07-01', '2021-12-31'],
    ]);
  });

  it('in the very middle of a few days, and not at all of one', () => {
    expect(periodsOf('2021-03-03', '2021-03-06')).toEqual([
      ['2021-03-03–2021-03-04', '2021-03-03', '2021-03-04'],
      ['2021-03-05–2021-03-06', '2021-03-05', '2021-03-06'],
    ]);
    expect(periodsOf('2021-03-03', '2021-03-03')).toBeNull();
  });

  it('which is a split that can be compared', () => {
    const whole = townPart('Alby');
    const split = splitPart(whole, { by: 'period', periods: comparisonChoices(whole).periods! });
    expect(split).toMatchObject({ ok: true, value: { inNone: 0, parts: { length: 2 } } });
  });
});

describe('columns', () => {
  const rows = [
    ['Person', 'Datum', 'Ärendenr', 'Typ', 'Organisation', 'Distrikt', 'Skuld', 'Ort', 'Ort', ''],
  ];
  for (let n = 0; n < 120; n++)
    rows.push([
      `P${String(n % 70)}`,
      '2021-03-01',
      String(n),
      n % 2 === 0 ? 'Ansökan' : 'Anmälan',
      'Vuxen',
      ['Norr', 'NORR', 'Söder'][n % 3]!,
      String(n * 100),
      'A',
      `Gata ${String(n)}`,
      n % 2 === 0 ? 'x' : 'y',
    ]);
  const choices = comparisonChoices(partOf(rows, 'Alby'));

  it('can be split by where they have a few values, whatever they are called', () => {
    expect(choices.splits).toEqual(['Typ', 'Distrikt']);
    expect(choices.organisations).toBe(false);
  });

  it('can be rows where the profile does not have them, and they are neither names nor all alike', () => {
    expect(choices.rows).toEqual(['Distrikt', 'Skuld']);
  });

  it('are such as a comparison takes', () => {
    const whole = townPart('Alby');
    const { splits, rows: own, organisations } = comparisonChoices(whole);
    expect([splits, own, organisations]).toEqual([
      ['Typ', 'Anmälare', 'Beslut', 'Kön', 'Missbruk'],
      ['Distrikt', 'Missbruk', 'Skuld'],
      true,
    ]);
    const split = splitPart(whole, { by: 'column', column: 'Kön' });
    if (!split.ok) throw new Error(split.problem.en);
    const settings = { ...defaultComparison(), rows: own.map(chosenRow) };
    expect(compareRegisters(split.value.parts, settings)).toMatchObject({ ok: true });
  });
});

it('the settings of an analysis say how its parts are compared', () => {
  const protection = { mode: 'publication', threshold: 7, rounding: 3 };
  const { settings } = partOf(rowsOf('Alby'), 'Alby', {
    profileBase: 'persons',
    intervals: true,
    protection,
  });
  expect(comparisonOf(settings)).toEqual({
    ...defaultComparison(),
    base: 'persons',
    intervals: true,
    protection,
  });
});

it('inhabitants are read as they are written in fields, and an empty field is not said', () => {
  expect(inhabitantsOf(['A', 'B', 'C'], ['25 786', '', ' 9000 '])).toEqual({
    ok: true,
    value: [25_786, null, 9000],
  });
  expect(inhabitantsOf(['A'], ['många'])).toMatchObject({
    ok: false,
    problem: {
      code: 'wrong-population',
      sv: 'Antalet invånare för «A» går inte att läsa: «många». Skriv ett heltal, till exempel 25 000, eller lämna fältet tomt.',
    },
  });
});
