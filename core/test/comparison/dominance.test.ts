/** A mean of numbers that are nearly all one person's gives that person's number away. */
import { expect, it } from 'vitest';
import { compareRegisters, readComparisonSettings, shownComparison } from '../../src/comparison/index.ts';
import { isSuppressed } from '../../src/protection/shown.ts';
import { partOf } from './towns.ts';

/** Twelve persons in each of two places, with their debts; those of the second place are alike. */
function meanDebtsOf(debts: readonly number[]) {
  const part = (name: string, own: readonly number[]) =>
    partOf(
      [
        ['Person', 'Aktualiseringsdatum', 'Skuld'],
        ...own.map((debt, p) => [`${name}${String(p)}`, '2020-01-15', String(debt)]),
        // Half of them come twice: that everyone came once would be hidden for its own sake.
        ...own.slice(6).map((debt, p) => [`${name}${String(p)}`, '2020-02-15', String(debt)]),
      ],
      name,
      { groups: [1, 2] },
    );
  const settings = readComparisonSettings({
    rows: [{ column: 'Skuld', as: 'number' }],
    protection: { mode: 'publication', threshold: 5 },
  });
  if (!settings.ok) throw new Error(settings.problem.en);
  const parts = [part('A', debts), part('B', Array<number>(12).fill(5000))];
  const compared = compareRegisters(parts, settings.value);
  if (!compared.ok) throw new Error(compared.problem.en);
  const { rows } = shownComparison(compared.value).tables.find(({ id }) => id === 'rows')!;
  const { cells } = rows.find(({ figure }) => figure === 'mean')!;
  return Object.fromEntries(
    Object.entries(cells).map(([scope, cell]) => [scope, isSuppressed(cell) ? '..' : cell.value]),
  );
}

it('is shown where many have some', () => {
  expect(meanDebtsOf([4000, 3000, 2000, ...Array<number>(9).fill(1000)])).toEqual({
    'part=A': 1500,
    'part=B': 5000,
    together: 3250,
  });
});

it('is hidden where one has nearly all, and with it what would give it back', () => {
  const shown = meanDebtsOf([100_000, 3000, ...Array<number>(10).fill(100)]);
  expect(shown['part=A']).toBe('..');
  expect(Object.values(shown).filter((mean) => mean === '..').length).toBeGreaterThanOrEqual(2);
});

it('is hidden where few have anything: of so many who have 0 or 1 it tells how few have 1', () => {
  const shown = meanDebtsOf([1, 1, 1, ...Array<number>(9).fill(0)]);
  expect(shown['part=A']).toBe('..');
  expect(meanDebtsOf([...Array<number>(6).fill(1), ...Array<number>(6).fill(0)])['part=A']).toBe(0.5);
  expect(meanDebtsOf(Array<number>(12).fill(0))['part=A']).toBe(0);
});
