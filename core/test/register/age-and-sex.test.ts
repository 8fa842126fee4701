/** Age and sex of an actualisation (definitions.md, "Age"), counted by hand. Persons are of Skatteverket's test series. */
import { describe, expect, it } from 'vitest';
import { SEX, UNKNOWN_AGE } from '../../src/register/register.ts';
import type { Cell } from '../../src/register/sheet.ts';
import { registerOf, warningsOf } from './reading.ts';

function ageOn(person: string, date: string): number {
  return registerOf([
    ['Personnummer', 'Datum'],
    [person, date],
  ]).age[0]!;
}

describe('age is completed years on the date of the row', () => {
  it.each([
    ['19811218-9876', '2018-12-17', 36],
    ['19811218-9876', '2018-12-18', 37],
    ['19811218-9876', '2018-12-19', 37],
    ['19811218-9876', '1981-12-18', 0],
    ['19811218-9876', '2082-01-01', 100],
    ['18900118-9811', '2017-01-18', 127],
    ['900118+9811', '2017-01-17', 126],
    ['20000229-2381', '2018-02-28', 17],
    ['20000229-2381', '2018-03-01', 18],
    ['20000229-2381', '2020-02-28', 19],
    ['20000229-2381', '2020-02-29', 20],
    ['19701063-2391', '2018-10-02', 47], // samordningsnummer: born on the 3rd
    ['19701063-2391', '2018-10-03', 48],
  ])('%s on %s: %d', (person, date, age) => {
    expect(ageOn(person, date)).toBe(age);
  });

  it('is by the date of each row', () => {
    const register = registerOf([
      ['Personnummer', 'Datum'],
      ['19811218-9876', '2017-06-01'],
      ['19811218-9876', '2019-06-01'],
    ]);
    expect([...register.age]).toEqual([35, 37]);
  });
});

describe('sex is the next to last digit: odd for men', () => {
  it.each([
    ['19811218-9876', SEX.man],
    ['19811218-9868', SEX.woman],
    ['19811218-9801', SEX.woman],
    ['20170101-2393', SEX.man],
    ['20050307-2381', SEX.woman],
    ['811218-9876', SEX.man],
    ['19701063-2391', SEX.man],
  ])('%s', (person, sex) => {
    expect(
      registerOf([
        ['Personnummer', 'Datum'],
        [person, '2022-01-01'],
      ]).sex[0],
    ).toBe(sex);
  });
});

describe('a column of ages', () => {
  const ages = (values: readonly Cell[], person = '19811218-9876') =>
    Array.from(
      registerOf([['Person', 'Datum', 'Ålder'], ...values.map((value) => [person, '2018-12-18', value])]).age,
    );

  it('wins over the number', () => {
    expect(ages([40, '40', '40 år', '40år'])).toEqual([40, 40, 40, 40]);
  });

  it('gives way to the number where it is empty or no whole number', () => {
    expect(ages([null, '', 'okänd', 40.5, '30–40', -1, 1e9])).toEqual([37, 37, 37, 37, 37, 37, 37]);
  });

  it('tells the age of persons with opaque keys', () => {
    expect(ages([40, null], 'P1')).toEqual([40, UNKNOWN_AGE]);
  });
});

describe('a column of sexes', () => {
  const read = (person: string, values: readonly Cell[]) =>
    registerOf([['Person', 'Datum', 'Kön'], ...values.map((value) => [person, '2018-01-01', value])]);

  it('wins over the number, and a contradiction is a warning', () => {
    const register = read('19811218-9876', ['Man', 'Kvinna', 'M', 'K']);
    expect([...register.sex]).toEqual([SEX.man, SEX.woman, SEX.man, SEX.woman]);
    expect(warningsOf(register)).toEqual(['3 sex-contradicts', '5 sex-contradicts']);
  });

  it('gives way to the number where it is empty, unknown or not understood', () => {
    const register = read('19811218-9868', [null, 'Okänt', '?', 'X']);
    expect([...register.sex]).toEqual([SEX.woman, SEX.woman, SEX.woman, SEX.woman]);
    expect(warningsOf(register)).toEqual([]);
  });

  it('tells the sex of persons with opaque keys, where nothing can contradict it', () => {
    const register = read('P1', ['Man', 'Kvinna', null]);
    expect([...register.sex]).toEqual([SEX.man, SEX.woman, SEX.unknown]);
    expect(warningsOf(register)).toEqual([]);
  });
});
