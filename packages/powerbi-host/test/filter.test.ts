import { expect, test } from 'vitest';
import { rowsKept, type ModelTable } from '../src/index.ts';

const DAY = new Date(2022, 4, 3);
const TABLE: ModelTable = {
  name: 'Rader',
  columns: { Person: ['a', 'b', 'a', null, 'c'], Nummer: [1, 2, 3, 4, 5], Dag: [DAY, null, null, DAY, null] },
};
const PERSON = { table: 'Rader', column: 'Person' };

function kept(...filters: readonly object[]): readonly number[] {
  const test = rowsKept(filters, TABLE);
  return [0, 1, 2, 3, 4].filter((row) => test === null || test(row));
}

test('a filter by persons keeps all their rows, and one that is taken away keeps all', () => {
  expect(kept({ target: PERSON, operator: 'In', values: ['a', 'c'] })).toEqual([0, 2, 4]);
  expect(kept({ target: PERSON, operator: 'NotIn', values: ['a'] })).toEqual([1, 3, 4]);
  expect(kept({ target: PERSON, operator: 'In', values: [] })).toEqual([]);
  expect(kept({ target: PERSON, operator: 'All' })).toEqual([0, 1, 2, 3, 4]);
  expect(kept()).toEqual([0, 1, 2, 3, 4]);
});

test('a number is not its text, a day is also its text, and a blank can be asked for', () => {
  const number = { table: 'Rader', column: 'Nummer' };
  expect(kept({ target: number, operator: 'In', values: ['1', 2] })).toEqual([1]);
  const day = { table: 'Rader', column: 'Dag' };
  expect(kept({ target: day, operator: 'In', values: [DAY.toISOString()] })).toEqual([0, 3]);
  expect(kept({ target: PERSON, operator: 'In', values: [null] })).toEqual([3]);
});

test('two filters and two conditions add up as they say', () => {
  const either = {
    logicalOperator: 'Or',
    conditions: [{ operator: 'Is', value: 'b' }, { operator: 'IsBlank' }],
  };
  expect(kept({ target: PERSON, ...either })).toEqual([1, 3]);
  const neither = {
    logicalOperator: 'And',
    conditions: [{ operator: 'IsNot', value: 'b' }, { operator: 'IsNotBlank' }],
  };
  expect(kept({ target: PERSON, ...neither })).toEqual([0, 2, 4]);
  const twice = { target: PERSON, operator: 'In', values: ['a'] };
  const late = { target: { table: 'Rader', column: 'Nummer' }, operator: 'In', values: [3, 4] };
  expect(kept(twice, late)).toEqual([2]);
});

test('what the model does not have is said', () => {
  expect(() => kept({ target: { table: 'Annan', column: 'Person' }, operator: 'In', values: [] })).toThrow(
    'Annan',
  );
});
