/** One cell as a person. Ages and sexes by hand; the numbers are of Skatteverket's series for tests. */
import { describe, expect, test } from 'vitest';
import { readPerson } from '../../src/register/read-person.ts';

describe('a cell with a personnummer tells key, age and sex', () => {
  test.each([
    ['19811218-9876', '2018-12-17', '198112189876', 36, 'man'],
    ['811218-9876', '2018-12-18', '198112189876', 37, 'man'],
    ['811278-9870', '2018-12-18', '198112789870', 37, 'man'],
    [6002109863, '2020-12-31', '196002109863', 60, 'woman'],
    ['170405+9808', '2017-05-01', '191704059808', 100, 'woman'],
    ['170405-9808', '2017-04-01', '191704059808', 99, 'woman'],
    ['19811218-9876', '1981-12-17', '198112189876', -1, 'man'],
  ])('%s on %s', (cell, date, key, age, sex) => {
    expect(readPerson(cell, date)).toMatchObject({ kind: 'personnummer', key, age, sex });
  });

  test('and only what needs no date, without one', () => {
    expect(readPerson('19811218-9876', null)).toMatchObject({ key: '198112189876', age: null, sex: 'man' });
    expect(readPerson('811218-9876', '2018-02-30')).toMatchObject({ key: null, age: null, sex: 'man' });
  });

  test('with the date as the workbook counts days', () => {
    // 2020-12-31 is 44196 from 1900, and 1462 less from 1904.
    expect(readPerson('19600210-9863', 44_196)).toMatchObject({ age: 60 });
    expect(readPerson('19600210-9863', 44_196 - 1462, 1904)).toMatchObject({ age: 60 });
  });

  test('and whether its check digit is right', () => {
    expect(readPerson('19811218-9876', null)).toMatchObject({ rightCheckDigit: true });
    expect(readPerson('19811218-9875', null)).toMatchObject({ rightCheckDigit: false });
  });
});

test('a cell that can be anyone, or is of another form, says so', () => {
  expect(readPerson('19811218-0000', '2020-01-01')).toEqual({ kind: 'unidentified' });
  expect(readPerson('K1', '2020-01-01')).toEqual({ kind: 'other' });
});
