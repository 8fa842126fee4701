/** The lathund as a formula asks for it. Worked out by hand; the numbers are of Skatteverket's series for tests. */
import { describe, expect, test } from 'vitest';
import { lathundOfColumns, type BareColumns } from '../../src/lathund/lathund-of-columns.ts';
import { defaultSettings } from '../../src/settings.ts';

const COLUMNS: BareColumns = {
  person: ['19811218-9876', '8112189876', '19600210-9863', '19600210-9863', '19811218-0000', '811218-9876'],
  date: ['2020-01-31', '2020-03-01', '2020-03-01', null, '2020-03-01', '2020-03-01'],
  number: [1, 2, 3, 4, 5, 2],
  dateSystem: 1900,
};

function lathundOf(columns: Partial<BareColumns> = {}) {
  const outcome = lathundOfColumns({ ...COLUMNS, ...columns }, defaultSettings('2026-11-22'));
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return outcome.value;
}

describe('columns without headers', () => {
  test('are read as a register is: by row, used or excluded', () => {
    const { lathund, personOfRow, account } = lathundOf();
    expect(Array.from(personOfRow)).toEqual([1, 1, 0, -1, -1, -1]);
    expect(account.excluded.map(({ row, reason }) => [row, reason])).toEqual([
      [5, 'missing-date'],
      [6, 'unidentified-person'],
      [7, 'duplicate'],
    ]);
    expect([lathund.key(1), lathund.actualisations[1], lathund.months[1]]).toEqual(['198112189876', 2, 1]);
  });

  test('of which none is a duplicate without numbers, nor without a date where there is no column of them', () => {
    expect(Array.from(lathundOf({ number: null, date: null }).personOfRow)).toEqual([1, 1, 0, 0, -1, 1]);
  });

  test('give the tables of their rows', () => {
    const [persons] = lathundOf().tables();
    expect(persons!.rows.map(({ key, cells }) => [key, cells['persons']!.value])).toEqual([
      ['1', 1],
      ['2', 1],
      ['3-6', 0],
      ['7-11', 0],
      ['12+', 0],
      ['total', 2],
    ]);
  });
});

describe('a person is found', () => {
  test.each([
    ['198112189876', 1],
    ['811218-9876', 1],
    [8112189876, 1],
    ['19600210-9863', 0],
    ['19500101-9800', 'absent'],
    ['19811218-0000', 'unidentified'],
    ['Anna', 'absent'],
  ])('by %s: %s', (cell, found) => {
    expect(lathundOf().find(cell)).toBe(found);
  });

  test('not by ten digits that two have, born a century apart', () => {
    const { find } = lathundOf({
      person: ['191704059808', '201704059808'],
      date: ['2020-01-31', '2020-01-31'],
      number: null,
    });
    expect([find('170405-9808'), find('20170405-9808')]).toEqual(['either', 1]);
  });

  test('by ten digits that begin with zeros, as text or as the number that they are', () => {
    const { find } = lathundOf({ person: ['20000229-2381'], date: ['2020-01-31'], number: null });
    expect([find('000229-2381'), find(2292381)]).toEqual([0, 0]);
  });

  test('exactly, where the column’s keys are no personnummer', () => {
    const { find } = lathundOf({
      person: ['P1', 'p1', '198112189876'],
      date: ['2020-01-31', '2020-01-31', '2020-01-31'],
      number: null,
    });
    expect([find('P1'), find('P2'), find('19811218-9876'), find('198112189876')]).toEqual([
      1,
      'absent',
      'absent',
      0,
    ]);
  });
});
