/** Whose files to read with the light form: counted by hand from a few rows. */
import { describe, expect, it } from 'vitest';
import { lightSelection } from '../../src/review/light-selection.ts';
import { analysisOf, without, type Rows } from '../tables/tables-of.ts';

const HEADER = ['Person', 'Datum', 'Beslut'];

/** Actualisations of a person in a year, of which the first so many led to an investigation. */
function rows(person: string, year: number, actualisations: number, investigations = 0): Rows {
  return Array.from({ length: actualisations }, (_, at) => [
    person,
    `${String(year)}-01-${String(at + 1).padStart(2, '0')}`,
    at < investigations ? 'Ja' : 'Nej',
  ]);
}

function select(register: Rows, years?: readonly number[]) {
  const analysis = analysisOf(register);
  const found = lightSelection(analysis, years);
  return { ...found, persons: found.persons.map((person) => analysis.lathund.key(person)) };
}

const SEVEN: Rows = [
  HEADER,
  ...rows('A', 2022, 9), // 9
  ...rows('B', 2022, 5, 5), // 10
  ...rows('C', 2021, 4, 3), // 7
  ...rows('D', 2020, 6), // 6
  ...rows('E', 2020, 4, 1), // 5
  ...rows('F', 2021, 4), // 4
  ...rows('G', 2019, 20, 20), // before the three years
  ...rows('H', 2022, 1, 1), // did not return
];

describe('the light selection', () => {
  it('takes the five with most actualisations and investigations of the last three calendar years', () => {
    expect(select(SEVEN)).toEqual({ persons: ['A', 'B', 'C', 'D', 'E'], years: [2020, 2021, 2022], ties: 0 });
  });

  it('takes all who tie with the fifth, and says how many', () => {
    expect(select([...SEVEN, ...rows('F', 2022, 1)])).toMatchObject({
      persons: ['A', 'B', 'C', 'D', 'E', 'F'],
      ties: 1,
    });
  });

  it('takes none who did not return, though fewer than five are left', () => {
    const found = select([HEADER, ...rows('A', 2022, 2), ...rows('B', 2022, 1, 1), ...rows('B', 2019, 3)]);
    expect(found).toEqual({ persons: ['A'], years: [2020, 2021, 2022], ties: 0 });
  });

  it('goes by actualisations alone where the register knows no investigations', () => {
    // Without them: A 9, D 6, B 5, and C, E and F 4 each.
    expect(select(without(SEVEN, 'Beslut'))).toMatchObject({
      persons: ['A', 'B', 'C', 'D', 'E', 'F'],
      ties: 1,
    });
  });

  it('has two years where the register has no more', () => {
    expect(select([HEADER, ...rows('A', 2021, 2), ...rows('B', 2022, 2)]).years).toEqual([2021, 2022]);
  });

  it('goes by other years where they are given', () => {
    expect(select(SEVEN, [2019, 2020])).toEqual({ persons: ['D', 'E', 'G'], years: [2019, 2020], ties: 0 });
  });

  it('does not hang on the order of the rows, nor on a date that cannot be right', () => {
    const turned = [HEADER, ...SEVEN.slice(1).reverse(), ['A', '2099-01-01', 'Ja']];
    expect(select(turned)).toEqual(select(SEVEN));
  });

  it('of no rows is nobody', () => {
    expect(select([HEADER, ['A', null, null]])).toEqual({ persons: [], years: [], ties: 0 });
  });
});
