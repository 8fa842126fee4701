/**
 * The reader's attack on random tables: twenty of each shape, as each takes as long as twenty-five runs of other tests.
 * ISU_FUZZ_RUNS sets how many such runs.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { protect } from '../../src/protection/protect.ts';
import { readSystem, type Cell, type Quantities } from '../../src/protection/quantities.ts';
import { findSecrets, isSmall as isSmallCell, wantedRise } from '../../src/protection/secrets.ts';
import { giveReaderASolver, largestPossible } from './reader.ts';
import { between, crossed, draws, lathundTables, type Draw } from './random-tables.ts';

const RUNS = Math.ceil(Number(process.env['ISU_FUZZ_RUNS'] ?? 500) / 25);
const THRESHOLDS = [3, 5, 10];

const shapes: Readonly<Record<string, (draw: Draw) => Quantities>> = {
  'persons by two directions': (draw) => crossed(draw, { sizes: [between(draw, 3, 8), between(draw, 2, 7)] }),
  'persons by three directions': (draw) =>
    crossed(draw, { sizes: [between(draw, 2, 5), between(draw, 2, 4), between(draw, 2, 3)] }),
  'groups within the total': (draw) =>
    crossed(draw, { sizes: [between(draw, 5, 12), between(draw, 2, 5)], groups: true }),
  'tables linked by their sums alone': (draw) =>
    crossed(draw, { sizes: [between(draw, 2, 4), between(draw, 2, 4), 2], sumsOnly: true }),
  'the tables of the lathund': (draw) => lathundTables(draw, between(draw, 10, 700), between(draw, 1, 5)),
};

const isSmall = (cell: Cell, threshold: number) =>
  cell.value > 0 ? cell.persons < threshold : cell.zeroTells === true;

beforeAll(giveReaderASolver);

describe.each(Object.entries(shapes))('%s', (_, make) => {
  it('give the reader no small cell, and none that he knows to be small', () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      const tables = make(draws(seed));
      const threshold = THRESHOLDS[seed % THRESHOLDS.length]!;
      const { suppressed, audit } = protect({ ...tables, threshold });
      const hidden = new Set(suppressed.keys());
      const small = tables.cells.filter((cell) => isSmall(cell, threshold));
      for (const cell of small) {
        const place = `seed ${seed}, ${cell.key}`;
        if (cell.shown !== 'never') expect(suppressed.get(cell.key), place).toBe('primary');
        const largest = largestPossible(tables, hidden, [cell.key]);
        expect(largest, place).toBeGreaterThanOrEqual(threshold);
        expect(largest, place).toBeGreaterThanOrEqual(cell.value * 1.3);
      }
      expect(audit.primaries).toBeGreaterThanOrEqual(small.length);
      expect(audit.determined).toBe(0);
      expect(audit.boundedBelowThreshold).toBe(0);
    }
  });
});

it('gives the reader no sum of hidden cells that rests on too few different persons', () => {
  let sums = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const draw = draws(seed);
    const tables = lathundTables(draw, between(draw, 10, 300), 3);
    const { suppressed } = protect({ ...tables, threshold: 5 });
    const concealed = new Set(tables.cells.filter((cell) => cell.shown === 'never').map((cell) => cell.key));
    for (const equation of tables.equations) {
      for (const side of [1, -1]) {
        const isHidden = (key: string) => suppressed.has(key) || concealed.has(key);
        const open = equation.filter(([, key]) => isHidden(key));
        if (open.length < 2 || open.some(([factor]) => factor * side < 0)) continue;
        sums++;
        const persons = new Set(open.flatMap(([, key]) => [...(tables.who.get(key) ?? [])]));
        expect(
          persons.size,
          `seed ${seed}: ${open.map(([, key]) => key).join(' + ')}`,
        ).toBeGreaterThanOrEqual(5);
      }
    }
  }
  expect(sums).toBeGreaterThan(RUNS);
});

it('is an attack that works: with the small cells alone hidden, the reader knows most of them to be small', () => {
  const tables = crossed(draws(1), { sizes: [6, 4] });
  const small = tables.cells.filter((cell) => isSmall(cell, 5)).map((cell) => cell.key);
  const known = small.filter((key) => largestPossible(tables, new Set(small), [key]) < 5);
  expect(known.length).toBeGreaterThan(small.length / 2);
});

/** Tables where the first proofs hide more than is needed. */
const HIDDEN_AND_SHOWN_AGAIN: readonly (readonly [seed: number, sizes: readonly number[]])[] = [
  [1, [5, 4]],
  [5, [5, 4]],
  [13, [4, 3]],
  [14, [3, 3, 2]],
];

it.each(HIDDEN_AND_SHOWN_AGAIN)(
  'hides no cell that could be shown without giving a secret away: seed %i, %j',
  (seed, sizes) => {
    const tables = crossed(draws(seed), { sizes });
    const { suppressed } = protect({ ...tables, threshold: 5 });
    const system = readSystem(tables);
    const primary = system.cells.map((cell) => isSmallCell(cell, 5));
    const secrets = findSecrets(system, primary, 5).map((secret) => ({
      keys: secret.row.columns.map((column) => system.cells[column]!.key),
      wanted: secret.value + wantedRise(secret, 5),
    }));
    const secondary = [...suppressed].filter(([, why]) => why === 'secondary').map(([key]) => key);
    for (const shownAgain of secondary) {
      const hidden = new Set([...suppressed.keys()].filter((key) => key !== shownAgain));
      const isKnown = secrets.some(({ keys, wanted }) => largestPossible(tables, hidden, keys) < wanted);
      expect(isKnown, shownAgain).toBe(true);
    }
    expect(secondary.length).toBeGreaterThan(2);
  },
);
