/** Quantities as columns and rows, what of them is secret, and the moves that keep it so: all by hand. */
import { describe, expect, it } from 'vitest';
import { allTimesOver, cheapestMove, repeated } from '../../src/protection/move.ts';
import { readSystem, total, type Cell, type Sum } from '../../src/protection/quantities.ts';
import { findSecrets, isSmall, wantedRise } from '../../src/protection/secrets.ts';

const cell = (key: string, value: number, more: Partial<Cell> = {}): Cell => ({
  key,
  value,
  persons: value,
  ...more,
});
const plenty = () => ({ left: 1e9 });

describe('cells, sums and limits', () => {
  const system = readSystem({
    cells: [
      cell('men', 4),
      cell('all', 9),
      cell('women', 5),
      cell('children', 0),
      cell('hidden', 3, { shown: 'never' }),
    ],
    equations: [
      [[-1, 'all'], [1, 'women'], [1, 'men']], // prettier-ignore
      [[1, 'men'], [1, 'women'], [-1, 'all']], // prettier-ignore
      [[2, 'children'], [1, 'hidden'], [-1, 'children'], [-1, 'hidden']], // prettier-ignore
      [[1, 'hidden'], [-1, 'hidden']], // prettier-ignore
      [],
    ],
    inequalities: [[[2, 'men'], [-1, 'women']]], // prettier-ignore
  });

  it('become columns in the order of their keys, and a limit has a column for how far it is off', () => {
    expect(system.cells.map(({ key }) => key)).toEqual(['all', 'children', 'hidden', 'men', 'women']);
    expect(system.value).toEqual([9, 0, 3, 4, 5, 3]);
  });

  it('become rows: the same sum once, the same cell once in a sum, none of nothing; limits last', () => {
    expect(system.equations).toBe(2);
    expect(system.rows).toEqual([
      { columns: [0, 3, 4], coefficients: [-1, 1, 1] },
      { columns: [1], coefficients: [1] },
      { columns: [3, 4, 5], coefficients: [2, -1, -1] },
    ]);
    expect(system.rowsOf).toEqual([[0], [1], [], [0, 2], [0, 2], [2]]);
    for (const row of system.rows) expect(total(row, system.value)).toBe(0);
  });

  it('a cell that is shown as hidden is at least one; a zero, what is never shown, and a surplus can be zero', () => {
    expect(system.least).toEqual([1, 0, 0, 1, 1, 0]);
  });

  it('a cell is at least what everybody knows it to be, whether it is shown or not', () => {
    const known = [
      cell('a', 7, { least: 5 }),
      cell('b', 7, { least: 5, shown: 'never' }),
      cell('c', 7, { least: 0 }),
    ];
    expect(readSystem({ cells: known, equations: [] }).least).toEqual([5, 5, 1]);
  });

  it.each<[string, readonly Cell[], readonly Sum[], readonly Sum[]]>([
    ['Two cells have the same key.', [cell('a', 1), cell('a', 2)], [], []],
    ['a counts 4 and cannot be known to be 5.', [cell('a', 4, { least: 5 })], [], []],
    ['a is not a count: 1.5', [cell('a', 1.5)], [], []],
    ['a is not a count: -1', [cell('a', -1, { persons: 0 })], [], []],
    ['a counts 2 and cannot rest on 3 persons.', [cell('a', 2, { persons: 3 })], [], []],
    ['a counts 2 and cannot rest on -1 persons.', [cell('a', 2, { persons: -1 })], [], []],
    ['a counts 2 and cannot rest on 0.5 persons.', [cell('a', 2, { persons: 0.5 })], [], []],
    ['A sum names a cell that is not there: b', [cell('a', 2)], [[[1, 'b']]], []],
    ['The coefficient of a is not whole: 0.5', [cell('a', 2)], [[[0.5, 'a']]], []],
    ['Does not sum to 0: 1 · a + -2 · b', [cell('a', 3), cell('b', 2)], [[[1, 'a'], [-2, 'b']]], []], // prettier-ignore
    ['Sums to less than 0: 1 · a + -2 · b', [cell('a', 3), cell('b', 2)], [], [[[1, 'a'], [-2, 'b']]]], // prettier-ignore
  ])('are refused where they cannot be: %s', (sentence, cells, equations, inequalities) => {
    expect(() => readSystem({ cells, equations, inequalities })).toThrow(new RangeError(sentence));
  });

  it('a limit may be met exactly, and none need be given', () => {
    const met = readSystem({ cells: [cell('a', 4), cell('b', 2)], equations: [], inequalities: [[[1, 'a'], [-2, 'b']]] }); // prettier-ignore
    expect(met.value).toEqual([4, 2, 0]);
    expect(readSystem({ cells: [cell('a', 4)], equations: [] }).rows).toEqual([]);
  });
});

describe('a secret', () => {
  it('is a count of fewer persons than the threshold, or a zero that tells', () => {
    expect(isSmall(cell('a', 4), 5)).toBe(true);
    expect(isSmall(cell('a', 5), 5)).toBe(false);
    expect(isSmall(cell('a', 40, { persons: 4 }), 5)).toBe(true);
    expect(isSmall(cell('a', 0), 5)).toBe(false);
    expect(isSmall(cell('a', 0, { zeroTells: true }), 5)).toBe(true);
    expect(isSmall(cell('a', 5, { zeroTells: true }), 5)).toBe(false);
  });

  it('must be thought possible up to the threshold, and 30 percent larger', () => {
    const row = { columns: [0], coefficients: [1] };
    const rises = [0, 1, 3, 4, 5, 10, 40, 41].map((value) => wantedRise({ row, value }, 5));
    expect(rises).toEqual([5, 4, 2, 2, 2, 3, 12, 13]);
  });

  /** The secrets of one sum, k = 5, as sums of keys. */
  const secretsOf = (cells: readonly Cell[], ...equations: readonly Sum[]) => {
    const system = readSystem({ cells, equations });
    const primary = system.cells.map((one) => isSmall(one, 5));
    return findSecrets(system, primary, 5).map(({ row, value }) => [
      row.columns.map((j, i) => `${row.coefficients[i]} ${system.cells[j]!.key}`).join(' + '),
      value,
    ]);
  };
  const sum: Sum = [[1, 'a'], [1, 'b'], [1, 'c'], [-1, 'total']]; // prettier-ignore

  it('is also the sum of small cells, where those who are nowhere else are few; cells first, the smallest first', () => {
    expect(secretsOf([cell('a', 3), cell('b', 1), cell('c', 60), cell('total', 64)], sum)).toEqual([
      ['1 b', 1],
      ['1 a', 3],
      ['1 a + 1 b', 4],
    ]);
  });

  it('is not the sum of small cells that rests on enough persons together', () => {
    expect(secretsOf([cell('a', 3), cell('b', 2), cell('c', 60), cell('total', 65)], sum)).toEqual([
      ['1 b', 2],
      ['1 a', 3],
    ]);
  });

  it('counts each person once: the same three can be behind both', () => {
    const three = (key: string, value: number) => cell(key, value, { persons: 3 });
    expect(
      secretsOf(
        [three('a', 10), three('b', 30), cell('c', 60, { persons: 50 }), cell('total', 100, { persons: 53 })],
        sum,
      ).at(-1),
    ).toEqual(['1 a + 1 b', 40]);
    // 55 persons in all and 50 in the other cell: at least five are behind the two.
    expect(
      secretsOf(
        [three('a', 10), three('b', 30), cell('c', 60, { persons: 50 }), cell('total', 100, { persons: 55 })],
        sum,
      ),
    ).toHaveLength(2);
  });

  it('rests on the largest of its cells at least, where the sum has no total of its own', () => {
    const balance: Sum = [[2, 'a'], [3, 'b'], [-1, 'x'], [-1, 'y']]; // prettier-ignore
    const cells = [cell('a', 4), cell('b', 4), cell('x', 10), cell('y', 10)];
    expect(secretsOf(cells, balance).at(-1)).toEqual(['2 a + 3 b', 20]);
  });

  it('is on either side of a sum, and no cell that is known from elsewhere is in one', () => {
    const turned: Sum = sum.map(([factor, key]) => [-factor, key] as const);
    expect(secretsOf([cell('a', 3), cell('b', 1), cell('c', 60), cell('total', 64)], turned)).toHaveLength(3);
    const known = [cell('a', 3, { shown: 'always' }), cell('b', 1), cell('c', 60), cell('total', 64)];
    expect(secretsOf(known, sum)).toEqual([
      ['1 b', 1],
      ['1 a', 3],
    ]);
  });
});

describe('a move', () => {
  // Actualisations of the group with two each, its persons, and the other group.
  const cells = [
    cell('acts', 8, { persons: 4 }),
    cell('persons', 4),
    cell('rest', 20),
    cell('total', 24),
    cell('zero', 0),
  ];
  const equations: Sum[] = [
    [[1, 'acts'], [-2, 'persons']], // prettier-ignore
    [[1, 'persons'], [1, 'rest'], [-1, 'total']], // prettier-ignore
  ];
  const system = readSystem({ cells, equations });
  const costs = Float64Array.of(1, 1, 1, 9, 1);
  const raise = (column: number, factor: number) => ({ columns: [column], coefficients: [factor] });

  it('is in whole numbers: one actualisation more is two, as each person has two', () => {
    expect([...cheapestMove(system, raise(0, 1), 1, costs, plenty())!]).toEqual([2, 1, -1, 0, 0]);
    expect([...cheapestMove(system, raise(0, -1), 1, costs, plenty())!]).toEqual([-2, -1, 1, 0, 0]);
    expect([...cheapestMove(system, raise(0, 1), 4, costs, plenty())!]).toEqual([4, 2, -2, 0, 0]);
  });

  it('takes no hidden count below one', () => {
    expect([...cheapestMove(system, raise(0, -1), 6, costs, plenty())!]).toEqual([-6, -3, 3, 0, 0]);
    expect(cheapestMove(system, raise(0, -1), 7, costs, plenty())).toBeUndefined();
  });

  it('leaves alone what is shown, and is none where everything is', () => {
    const shown = Float64Array.of(1, 1, Infinity, 9, 1);
    expect([...cheapestMove(system, raise(1, 1), 1, shown, plenty())!]).toEqual([2, 1, 0, 1, 0]);
    expect(
      cheapestMove(
        system,
        raise(1, 1),
        1,
        costs.map(() => Infinity),
        plenty(),
      ),
    ).toBeUndefined();
    expect(cheapestMove(system, raise(1, 1), 1, costs, { left: 0 })).toBeUndefined();
  });

  it('is given up where no whole one is found', () => {
    // Three times as many as another and twice as many as a third, of which each may rise by one at most.
    const odd = readSystem({
      cells: [
        cell('a', 6),
        cell('b', 2),
        cell('c', 3),
        cell('limit b', 1),
        cell('limit c', 1),
        cell('x', 3),
        cell('y', 4),
      ],
      equations: [
        [[1, 'a'], [-3, 'b']], // prettier-ignore
        [[1, 'a'], [-2, 'c']], // prettier-ignore
        [[1, 'b'], [1, 'limit b'], [-1, 'x']], // prettier-ignore
        [[1, 'c'], [1, 'limit c'], [-1, 'y']], // prettier-ignore
      ],
    });
    const still = Float64Array.of(1, 1, 1, 1, 1, Infinity, Infinity);
    expect(cheapestMove(odd, raise(0, 1), 1, still, plenty())).toBeUndefined();
  });

  it('can be all that hangs together, some times over', () => {
    expect([...allTimesOver(system, 1, 3)]).toEqual([24, 12, 60, 72, 0]);
    expect([...allTimesOver(system, 4, 3)]).toEqual([0, 0, 0, 0, 0]);
    const apart = readSystem({ cells: [cell('a', 2), cell('b', 2), cell('c', 7)], equations: [[[1, 'a'], [-1, 'b']]] }); // prettier-ignore
    expect([...allTimesOver(apart, 0, 2)]).toEqual([4, 4, 0]);
  });

  it('can be taken several times and backwards, as far as its columns go down', () => {
    const move = Float64Array.of(2, 1, -1, 0, 0);
    expect(repeated(system, move, 1)).toBe(move);
    expect([...repeated(system, move, 3)!]).toEqual([6, 3, -3, 0, 0]);
    expect([...repeated(system, move, 19)!]).toEqual([38, 19, -19, 0, 0]);
    expect(repeated(system, move, 20)).toBeUndefined();
    expect([...repeated(system, move, -3)!]).toEqual([-6, -3, 3, -0, -0]);
    expect(repeated(system, move, -4)).toBeUndefined();
  });
});
