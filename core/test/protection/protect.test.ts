/** What is hidden in small tables that can be reckoned out by hand, with k = 5 where nothing else is said. */
import { describe, expect, it } from 'vitest';
import { protect, publicAudit, type ProtectionTask } from '../../src/protection/protect.ts';
import type { Cell, Sum } from '../../src/protection/quantities.ts';
import { crossed, draws, lathundTables } from './random-tables.ts';

/** Counts of persons, or [actualisations, persons]. */
function cellsOf(counts: Readonly<Record<string, number | readonly [number, number]>>): Cell[] {
  return Object.entries(counts).map(([key, count]) =>
    typeof count === 'number'
      ? { key, value: count, persons: count }
      : { key, value: count[0], persons: count[1] },
  );
}

/** `whole` is the sum of `parts`. */
function sumOf(whole: string, ...parts: string[]): Sum {
  return [...parts.map((part) => [1, part] as const), [-1, whole]];
}

function suppressed(
  task: Omit<ProtectionTask, 'threshold'> & { threshold?: number },
): Record<string, string> {
  return Object.fromEntries(protect({ threshold: 5, ...task }).suppressed);
}

describe('a row and its total', () => {
  it('is shown whole where every cell holds at least five persons', () => {
    const cells = cellsOf({ women: 5, men: 20, all: 25 });
    expect(suppressed({ cells, equations: [sumOf('all', 'women', 'men')] })).toEqual({});
  });

  it('hides the small cell, and the smallest other that keeps the total from giving it back', () => {
    const cells = cellsOf({ application: 3, report: 40, lob: 12, all: 55 });
    const equations = [sumOf('all', 'application', 'report', 'lob')];
    expect(suppressed({ cells, equations })).toEqual({ application: 'primary', lob: 'secondary' });
  });

  it('hides a third cell where two small ones together are known to be small', () => {
    // Were women and unknown hidden alone, 100 − 60 − 37 = 3 would tell that both are below five.
    const cells = cellsOf({ women: 2, unknown: 1, men: 60, other: 37, all: 100 });
    const equations = [sumOf('all', 'women', 'unknown', 'men', 'other')];
    expect(suppressed({ cells, equations })).toEqual({
      women: 'primary',
      unknown: 'primary',
      other: 'secondary',
    });
  });

  it('needs no third cell where two small ones together leave room for five in either', () => {
    // 4 + 4 = 8, so either may be 1 to 7 for all a reader knows.
    const cells = cellsOf({ women: 4, unknown: 4, men: 60, all: 68 });
    const equations = [sumOf('all', 'women', 'unknown', 'men')];
    expect(suppressed({ cells, equations })).toEqual({ women: 'primary', unknown: 'primary' });
  });

  it('reckons with a reader who knows that a value with a name of its own is of five or more', () => {
    const cells = cellsOf({ police: 12, relative: 5, missing: 2, all: 19 });
    const equations = [sumOf('all', 'police', 'relative', 'missing')];
    expect(suppressed({ cells, equations })).toEqual({ missing: 'primary', relative: 'secondary' });
    const named = cells.map((cell) => (cell.key === 'relative' ? { ...cell, least: 5 } : cell));
    // With 7 in all the missing are two at most, so the police are hidden instead.
    expect(suppressed({ cells: named, equations })).toEqual({ missing: 'primary', police: 'secondary' });
  });

  it('reckons with a reader who knows that a hidden cell is not zero', () => {
    // 3 + 2 = 5: were zero possible either could be 5, but both are hidden and so at least 1, at most 4.
    const cells = cellsOf({ women: 3, unknown: 2, men: 60, all: 65 });
    const equations = [sumOf('all', 'women', 'unknown', 'men')];
    expect(suppressed({ cells, equations })['men'] ?? suppressed({ cells, equations })['all']).toBe(
      'secondary',
    );
  });

  it('shows zeros', () => {
    const cells = cellsOf({ women: 3, unknown: 0, men: 60, other: 10, all: 73 });
    const hidden = suppressed({ cells, equations: [sumOf('all', 'women', 'unknown', 'men', 'other')] });
    expect(hidden).toEqual({ women: 'primary', other: 'secondary' });
  });

  it('hides a zero that tells that everyone is in the other cell', () => {
    const cells = cellsOf({ opened: 30, 'not opened': 0, reports: 30, applications: 20, all: 50 }).map(
      (cell) => (cell.value === 0 ? { ...cell, zeroTells: true } : cell),
    );
    const equations = [sumOf('reports', 'opened', 'not opened'), sumOf('all', 'reports', 'applications')];
    expect(suppressed({ cells, equations })).toEqual({ opened: 'secondary', 'not opened': 'primary' });
  });

  it('hides a zero last, since it tells a reader much and hides little', () => {
    // Women of the first row rise, so others of the row and of the column fall and what crosses them rises: the 9, not
    // the 0, though the 0 would cost least by its size.
    const [first, second] = [
      [3, 20, 30],
      [10, 0, 9],
    ];
    const cells = cellsOf(
      Object.fromEntries(
        [first, second].flatMap((row, r) => row.map((n, c) => [`${String(r)},${String(c)}`, n])),
      ),
    );
    const sums = [0, 1].map((r) => [`row ${String(r)}`, `${String(r)},0`, `${String(r)},1`, `${String(r)},2`] as const); // prettier-ignore
    const columns = [0, 1, 2].map(
      (c) => [`column ${String(c)}`, `0,${String(c)}`, `1,${String(c)}`] as const,
    );
    const known = cellsOf({ 'row 0': 53, 'row 1': 19, 'column 0': 13, 'column 1': 20, 'column 2': 39 });
    const always = known.map((cell): Cell => ({ ...cell, shown: 'always' }));
    const equations = [...sums, ...columns].map(([whole, ...parts]) => sumOf(whole, ...parts));
    expect(suppressed({ cells: [...cells, ...always], equations })).toEqual({
      '0,0': 'primary',
      '0,2': 'secondary',
      '1,0': 'secondary',
      '1,2': 'secondary',
    });
  });

  it('hides one large cell rather than two that are smaller', () => {
    const cells = cellsOf({ women: 3, men: 100, a: 8, b: 8 }).concat(
      cellsOf({ all: 111, 'a and b': 16 }).map((cell): Cell => ({ ...cell, shown: 'always' })),
    );
    const equations = [sumOf('all', 'women', 'men', 'a'), sumOf('a and b', 'a', 'b')];
    expect(suppressed({ cells, equations })).toEqual({ women: 'primary', men: 'secondary' });
  });

  it('hides what is below another threshold too', () => {
    const cells = cellsOf({ women: 9, men: 20, other: 11, all: 40 });
    const equations = [sumOf('all', 'women', 'men', 'other')];
    expect(suppressed({ cells, equations, threshold: 10 })).toEqual({ women: 'primary', other: 'secondary' });
    expect(suppressed({ cells, equations, threshold: 9 })).toEqual({});
    expect(suppressed({ cells, equations, threshold: 2 })).toEqual({});
  });
});

describe('persons and actualisations', () => {
  it('count as small by their persons, however many the actualisations', () => {
    const cells = cellsOf({
      'few persons': [90, 4],
      'many persons': [60, 30],
      third: [80, 33],
      all: [230, 67],
    });
    const equations = [sumOf('all', 'few persons', 'many persons', 'third')];
    expect(suppressed({ cells, equations })['few persons']).toBe('primary');
    expect(suppressed({ cells, equations })['many persons']).toBe('secondary');
  });

  it('give each other away in the group of two actualisations, and are hidden together', () => {
    const cells = cellsOf({ 'persons 2': 3, 'persons 1': 50, persons: 53 }).concat(
      cellsOf({ 'acts 2': [6, 3], 'acts 1': [50, 50], acts: [56, 53] }),
    );
    const equations: Sum[] = [
      sumOf('persons', 'persons 1', 'persons 2'),
      sumOf('acts', 'acts 1', 'acts 2'),
      [[1, 'acts 1'], [-1, 'persons 1']], // prettier-ignore
      [[1, 'acts 2'], [-2, 'persons 2']], // prettier-ignore
    ];
    // actualisations − persons = persons 2, so one of the two totals has to go as well.
    expect(suppressed({ cells, equations })).toEqual({
      'persons 2': 'primary',
      'acts 2': 'primary',
      'persons 1': 'secondary',
      'acts 1': 'secondary',
      acts: 'secondary',
    });
  });

  it('are not given away by the limits of a group: 3 to 6 actualisations a person', () => {
    // With 8 actualisations shown, 3 · persons ≤ 8 ≤ 6 · persons gives exactly 2 persons.
    const cells = cellsOf({ p: 2, q: 40, persons: 42, a: [8, 2], b: [300, 40], acts: [308, 42] });
    const equations = [sumOf('persons', 'p', 'q'), sumOf('acts', 'a', 'b')];
    const inequalities: Sum[] = [
      [[1, 'a'], [-3, 'p']], // prettier-ignore
      [[-1, 'a'], [6, 'p']], // prettier-ignore
    ];
    const hidden = suppressed({ cells, equations, inequalities });
    expect(hidden).toMatchObject({ p: 'primary', a: 'primary', q: 'secondary', b: 'secondary' });
  });

  it('hide a sum of actualisations that rests on few persons, though no cell of it is shown', () => {
    // The same three persons have 10 applications and 30 reports: total less the rest would give their 40.
    const cells = cellsOf({ x: [10, 3], y: [30, 3], z: [200, 60], w: [150, 50], all: [390, 90] });
    const hidden = suppressed({ cells, equations: [sumOf('all', 'x', 'y', 'z', 'w')] });
    expect(hidden).toEqual({ x: 'primary', y: 'primary', w: 'secondary' });
  });
});

describe('what is known from elsewhere', () => {
  const equations = [sumOf('all', 'women', 'men')];

  it('stays shown, and the rest is hidden around it', () => {
    const cells = cellsOf({ women: 3, men: 40, all: 43 }).map((cell): Cell =>
      cell.key === 'all' ? { ...cell, shown: 'always' } : cell,
    );
    expect(suppressed({ cells, equations })).toEqual({ women: 'primary', men: 'secondary' });
  });

  it('is told in the audit where it gives a small cell away', () => {
    const cells = cellsOf({ women: 3, men: 40, all: 43 }).map((cell): Cell =>
      cell.key === 'women' ? cell : { ...cell, shown: 'always' },
    );
    expect(protect({ cells, equations, threshold: 5 }).audit).toEqual({
      primaries: 1,
      determined: 1,
      boundedBelowThreshold: 1,
    });
  });

  it('is told in the audit where it gives away that a cell is small', () => {
    const cells = cellsOf({ women: 2, men: 2, all: 4 }).map((cell): Cell =>
      cell.key === 'all' ? { ...cell, shown: 'always' } : cell,
    );
    // The total of 4 is small itself and known; women and men may be 1 to 3.
    expect(protect({ cells, equations, threshold: 5 }).audit).toMatchObject({
      determined: 2,
      boundedBelowThreshold: 4,
    });
  });
});

describe('a small cell that can only be smaller', () => {
  // LOB are reports, which everybody knows to be three: LOB may be one, two or three.
  const cells = cellsOf({ reports: 3, LOB: 3, 'other than LOB': 0 }).map((cell): Cell => {
    return cell.key === 'LOB' ? cell : { ...cell, shown: cell.key === 'reports' ? 'always' : 'never' };
  });
  const equations = [sumOf('reports', 'LOB', 'other than LOB')];

  it('is hidden and not exactly known, but known to be small', () => {
    const { suppressed, audit } = protect({ cells, equations, threshold: 5 });
    expect(Object.fromEntries(suppressed)).toEqual({ LOB: 'primary' });
    // The reports themselves are known.
    expect(audit).toEqual({ primaries: 2, determined: 1, boundedBelowThreshold: 2 });
    expect(publicAudit(audit)).toEqual({ determined: 1, boundedBelowThreshold: 2 });
  });
});

it('protects what no table shows but a difference gives: reports that are not LOB', () => {
  const cells = cellsOf({ reports: 40, LOB: 38, 'other than LOB': 2, applications: 30, all: 70 }).map(
    (cell): Cell => (cell.key === 'other than LOB' ? { ...cell, shown: 'never' } : cell),
  );
  const equations = [sumOf('reports', 'LOB', 'other than LOB'), sumOf('all', 'reports', 'applications')];
  expect(suppressed({ cells, equations })).toEqual({ LOB: 'secondary' });
});

describe('the same tables', () => {
  const tables = lathundTables(draws(7), 120, 3);

  it('get the same protection in whatever order cells, equations and terms are handed over', () => {
    const backwards = {
      cells: [...tables.cells].reverse(),
      equations: tables.equations.map((sum) => [...sum].reverse()).reverse(),
      inequalities: tables.inequalities!.map((sum) => [...sum].reverse()).reverse(),
    };
    const there = suppressed(tables);
    expect(Object.keys(there).length).toBeGreaterThan(20);
    expect(suppressed(backwards)).toEqual(there);
  });

  it('hide what they hid yesterday', () => {
    expect(protect({ ...tables, threshold: 5 })).toEqual(protect({ ...tables, threshold: 5 }));
  });

  it('tie nothing anew where an equation is said twice', () => {
    const twice = { ...tables, equations: [...tables.equations, ...tables.equations] };
    expect(suppressed(twice)).toEqual(suppressed(tables));
  });
});

it('hides all that hangs together where there is no time to search, and is as safe', () => {
  const tables = crossed(draws(3), { sizes: [5, 4, 3] });
  const hurried = protect({ ...tables, threshold: 5, effort: 1000 });
  const thorough = protect({ ...tables, threshold: 5 });
  expect(hurried.audit).toEqual(thorough.audit);
  expect(hurried.suppressed.size).toBeGreaterThan(thorough.suppressed.size);
  const primaries = [...thorough.suppressed].filter(([, why]) => why === 'primary');
  for (const [key] of primaries) expect(hurried.suppressed.get(key)).toBe('primary');
});

it('hides all but what is known where there is no time and something is known, and says what it could not prove', () => {
  const cells = cellsOf({ women: 3, men: 40, all: 43, towns: 43, villages: 30, others: 73 }).map(
    (cell): Cell => (cell.key === 'all' ? { ...cell, shown: 'always' } : cell),
  );
  const equations = [sumOf('all', 'women', 'men'), sumOf('others', 'towns', 'villages')];
  const { suppressed: hidden, audit } = protect({ cells, equations, threshold: 5, effort: 0 });
  expect(Object.fromEntries(hidden)).toEqual({ women: 'primary', men: 'secondary' });
  expect(audit).toEqual({ primaries: 1, determined: 1, boundedBelowThreshold: 1 });
});

describe('what a programmer can get wrong', () => {
  const cells = cellsOf({ women: 7, men: 8, all: 15 });
  const equations = [sumOf('all', 'women', 'men')];

  it('is told what was no threshold', () => {
    expect(() => protect({ cells, equations, threshold: 1.5 })).toThrow('Not a threshold: 1.5');
  });

  it.each([
    ['a count that is not whole', { cells: [{ key: 'a', value: 1.5, persons: 1 }], equations: [] }],
    ['a count below zero', { cells: [{ key: 'a', value: -1, persons: 0 }], equations: [] }],
    ['more persons than actualisations', { cells: [{ key: 'a', value: 2, persons: 3 }], equations: [] }],
    ['the same key twice', { cells: [...cells, cells[0]!], equations }],
    ['an equation that does not hold', { cells, equations: [sumOf('men', 'women', 'all')] }],
    ['a limit that does not hold', { cells, equations, inequalities: [sumOf('all', 'women')] }],
    ['a cell that is not there', { cells, equations: [sumOf('all', 'women', 'boys')] }],
    ['a coefficient that is not whole', { cells, equations: [[[0.5, 'women']] as Sum] }],
    ['a threshold of one', { cells, equations, threshold: 1 }],
  ])('%s is refused', (_, task) => {
    expect(() => suppressed(task)).toThrow(RangeError);
  });
});
